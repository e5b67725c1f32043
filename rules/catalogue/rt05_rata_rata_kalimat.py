"""An average that a sentence states beside its figures is their mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.anew import limited
from rules.base import Rule
from rules.belief import severity_by_points
from rules.compare import mean_of
from rules.facts import ReportView
from rules.outcome import HOLDS, Comparison, Outcome, Severity, Verdict
from rules.said import Parts


class RT05(Rule):
    """Rata-rata yang disebut di belakang angka-angkanya sama dengan rata-rata angka itu.

    Hanya bila sedikitnya tiga angka disebut berturut-turut tepat di depannya. Dicoba pula dengan angka di atas 100 yang dihitung 100.
    Rata-rata berbobot tidak diperiksa.

    Lolos:
        Rata-rata nilai dari empat unit layanan, yaitu 82,4; 85,6; 79,8 dan 88,2, adalah 84,0.

    Temuan:
        Rata-rata nilai dari empat unit layanan, yaitu 82,4; 85,6; 79,8 dan 88,2, adalah 48,0.
    """

    code = "RT05"
    title = "Rata-rata dalam kalimat tidak sama dengan rata-rata angkanya"
    family = "rata_rata"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.said.means:
            result = _compared(one)
            message = f"Rata-rata dalam kalimat tertulis {result.stated}, sedangkan {result.working}."
            yield self.outcome(result, (one.location,), message, severity_by_points(result.gap))


def _compared(one: Parts) -> Comparison:
    """The plain mean, or the mean of figures kept at 100, as capaian often are."""
    plain, kept = mean_of(one.whole, one.parts), mean_of(one.whole, [limited(part) for part in one.parts])
    return kept if plain.verdict not in HOLDS and kept.verdict in HOLDS else plain
