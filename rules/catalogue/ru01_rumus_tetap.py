"""The formula for what should fall depends on what was reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict


class RU01(Rule):
    """Rumus capaian untuk indikator yang diharapkan turun tidak selalu menghasilkan 100 %.

    Realisasi − (Realisasi − Target) sama dengan Target berapa pun realisasinya, sehingga hasil baginya selalu 100 %. Yang dimaksud adalah
    Target − (Realisasi − Target). Rumus lain tidak diperiksa.

    Lolos:
        Capaian = Rencana - (Realisasi - Rencana) / Rencana x 100 %

    Temuan:
        Capaian = Realisasi - (Realisasi - Rencana) / Rencana x 100 %
    """

    code = "RU01"
    title = "Rumus capaian selalu menghasilkan 100 %"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for formula in report.said.formulas:
            if formula.outer != "target" and formula.outer != formula.inner:
                continue
            constant = formula.outer == formula.inner and formula.subtrahend != formula.inner
            expected = "Target − (Realisasi − Target)"
            verdict = Verdict.TEMUAN if constant else Verdict.LOLOS
            working = "Realisasi − (Realisasi − Target) = Target; Target / Target × 100 = 100"
            result = Comparison(verdict, formula.text, expected, working=working if constant else "")
            message = f"Rumus tertulis {formula.text}; nilainya selalu sama dengan target, sehingga capaiannya selalu 100 %."
            yield self.outcome(result, (formula.location,), message)
