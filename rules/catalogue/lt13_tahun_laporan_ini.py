"""A report that speaks of itself names its own year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.self_dated import self_dated


class LT13(Rule):
    """Kalimat yang menerangkan laporan ini sendiri menyebut tahun laporan, bukan tahun sebelumnya.

    Hanya kalimat dengan satu tahun: yang dituangkan dalam laporan ini, apa laporan kinerja itu, dan apa yang mendasari penyusunannya.
    Kalimat yang membandingkan, mengutip peraturan, atau membahas evaluasi laporan tahun lalu tidak diperiksa.

    Lolos:
        Laporan Kinerja Tahun 2021

        Hasil pengukuran akuntabilitas kinerja Dinas Perhubungan tahun 2021 dituangkan dalam laporan ini.

    Temuan:
        Laporan Kinerja Tahun 2021

        Hasil pengukuran akuntabilitas kinerja Dinas Perhubungan tahun 2020 dituangkan dalam laporan ini.
    """

    code = "LT13"
    title = "Kalimat tentang laporan ini menyebut tahun lain"
    family = "label_tahun"
    severity = Severity.RENDAH
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in self_dated(report):
            stated, expected = one.result.stated.casefold(), one.result.expected.casefold()
            message = f"Kalimat yang menerangkan laporan ini menyebut {stated}, sedangkan laporan ini {expected}."
            yield self.outcome(one.result, one.places, message)
