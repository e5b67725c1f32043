"""The lettered sections of each chapter in an outline begin with A."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.contents import outline_letters
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict


class PN08(Rule):
    """Dalam daftar isi dan sistematika, huruf bagian setiap bab dimulai dari A.

    Hanya bila huruf-huruf bab itu berurutan, sehingga terlihat bahwa hurufnya melanjutkan daftar lain.

    Lolos:
        C. Sistematika Pelaporan
        BAB I PENDAHULUAN
        A. Latar Belakang
        B. Tugas dan Wewenang
        BAB II PERENCANAAN KINERJA
        A. Rencana Strategis
        B. Perjanjian Kinerja

    Temuan:
        C. Sistematika Pelaporan
        BAB I PENDAHULUAN
        F. Latar Belakang
        G. Tugas dan Wewenang
        BAB II PERENCANAAN KINERJA
        A. Rencana Strategis
        B. Perjanjian Kinerja
    """

    code = "PN08"
    title = "Huruf bagian tidak dimulai dari A"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in outline_letters(report.lines):
            yield self.outcome(one.result, one.places, one.message, one.severity)
