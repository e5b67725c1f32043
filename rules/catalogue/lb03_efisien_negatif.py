"""A value below zero is not called efficient."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.exact import ZERO
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict


class LB03(Rule):
    """Nilai efisiensi di bawah nol tidak disebut efisien.

    Nilai negatif berarti anggaran yang digunakan melebihi yang sepadan dengan capaiannya. Hanya nilai yang langsung mendahului kata
    "termasuk kategori efisien" dan sejenisnya yang diperiksa; "tidak efisien" dan "kurang efisien" bukan temuan.

    Lolos:
        Penggunaan sumber daya untuk indikator ini sebesar 0,266 termasuk dalam batas kategori efisien.

    Temuan:
        Penggunaan sumber daya untuk indikator ini sebesar -0,593 termasuk dalam batas kategori efisien.
    """

    code = "LB03"
    title = "Nilai efisiensi negatif disebut efisien"
    family = "label_salah"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.6"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.said.efficient:
            verdict = Verdict.TEMUAN if one.value.value < ZERO else Verdict.LOLOS
            value = show.printed(one.value)
            result = Comparison(verdict, f"{value} {one.words}", f"{value} tidak efisien")
            yield self.outcome(
                result, (one.location,), f"Nilai {value} disebut “{one.words}”, sedangkan nilai di bawah nol berarti tidak efisien."
            )
