"""RU12: a percentage is what its own reckoning comes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.compare import equals
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict


class RU12(Rule):
    """Persentase yang diikuti hitungannya dalam kurung sama dengan hasil hitungan itu.

    Hanya bila hitungan dalam kurung memuat angka-angkanya dan berakhir dengan tanda sama dengan dan sebuah persentase.
    Pembulatan ke desimal yang lebih sedikit bukan perbedaan.

    Lolos:
        Capaian kinerja indikator itu adalah 105 % (84% / 80% x 100 = 105%).

    Temuan:
        Capaian kinerja indikator itu adalah 84 % (84% / 80% x 100 = 105%).
    """

    code = "RU12"
    title = "Persentase tidak sama dengan hasil hitungannya sendiri"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.said.reckoned:
            result = equals(one.stated, one.result)
            said, right = show.printed(one.stated), show.printed(one.result)
            message = f"Persentase tertulis {said}, sedangkan hitungan dalam kurung di belakangnya menghasilkan {right}."
            yield self.outcome(result, (one.location,), message)
