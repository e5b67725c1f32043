"""The sections of a chapter carry the number of their chapter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.section_numbers import foreign_sections


class PN06(Rule):
    """Bagian sebuah bab bernomor menurut babnya: bagian Bab III adalah 3.1, 3.2, 3.3.

    Hanya bila bab lain dalam laporan itu memang menomori bagiannya demikian. Bagian 1.1 di bawah judul 1. atau A. bukan nomor bab.

    Lolos:
        BAB I PENDAHULUAN
        1.1 Latar Belakang
        Laporan ini disusun sebagai pertanggungjawaban kinerja dinas.
        BAB II PERENCANAAN KINERJA
        2.1 Rencana Strategis
        Rencana strategis memuat visi, misi, tujuan dan sasaran dinas.

    Temuan:
        BAB I PENDAHULUAN
        1.1 Latar Belakang
        Laporan ini disusun sebagai pertanggungjawaban kinerja dinas.
        BAB II PERENCANAAN KINERJA
        1.1 Rencana Strategis
        Rencana strategis memuat visi, misi, tujuan dan sasaran dinas.
    """

    code = "PN06"
    title = "Nomor bagian tidak sesuai nomor babnya"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in foreign_sections(report.lines):
            yield self.outcome(one.result, one.places, one.message, one.severity)
