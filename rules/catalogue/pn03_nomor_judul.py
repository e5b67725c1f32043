"""No two headings of one chapter carry the same number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.heading_numbers import doubled_headings
from rules.outcome import Outcome, Severity, Verdict


class PN03(Rule):
    """Nomor judul bagian (2.1, 2.2, 2.3) tidak dipakai dua kali untuk judul yang berbeda.

    Hanya bila nomor-nomor bagian itu selebihnya berurutan. Nomor yang melompat tidak diperiksa, karena sebuah judul mungkin tidak
    terbaca; penomoran yang dimulai lagi dari awal juga tidak.

    Lolos:
        2.1. Rencana Strategis
        Uraian rencana strategis dinas sebagai acuan kinerja lima tahun.
        2.2. Perjanjian Kinerja
        Uraian perjanjian kinerja dinas untuk tahun ini.
        2.3. Rencana Anggaran
        Uraian rencana anggaran dinas untuk tahun ini.

    Temuan:
        2.1. Rencana Strategis
        Uraian rencana strategis dinas sebagai acuan kinerja lima tahun.
        2.2. Perjanjian Kinerja
        Uraian perjanjian kinerja dinas untuk tahun ini.
        2.2. Rencana Anggaran
        Uraian rencana anggaran dinas untuk tahun ini.
    """

    code = "PN03"
    title = "Nomor judul dipakai dua kali"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in doubled_headings(report):
            yield self.outcome(one.result, one.places, one.message)
