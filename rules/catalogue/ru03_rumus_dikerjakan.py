"""Each line of a worked formula follows from the line before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.workings import worked


class RU03(Rule):
    r"""Setiap baris rumus yang dikerjakan dengan angka sama nilainya dengan baris di atasnya.

    Pembilang dan penyebut dibandingkan satu per satu, hasil akhirnya sebagai rasio atau persentase. Hanya baris berurutan yang dimulai
    dengan tanda sama dengan dan seluruhnya angka. Selisih satu sen tidak dipersoalkan; sesudah baris yang keliru sisanya tidak diperiksa.

    Lolos:
        $$= \frac{(2.000.000,00 \times 90\%) - 1.500.000,00}{2.000.000,00 \times 90\%} \times 100\%$$

        $$= \frac{1.800.000,00 - 1.500.000,00}{1.800.000,00} \times 100\%$$

        $$= 16,67$$

    Temuan:
        $$= \frac{(2.000.000,00 \times 90\%) - 1.500.000,00}{2.000.000,00 \times 90\%} \times 100\%$$

        $$= \frac{1.810.000,00 - 1.500.000,00}{1.810.000,00} \times 100\%$$

        $$= 16,67$$
    """

    code = "RU03"
    title = "Baris rumus tidak mengikuti baris di atasnya"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in worked(report):
            message = f"Angka dalam baris rumus ini {one.result.stated}, sedangkan menurut baris di atasnya {one.result.expected}."
            yield self.outcome(one.result, one.places, message)
