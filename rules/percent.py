"""What a percentage of money may mean in its row, and what its column as a whole means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from rules.belief import is_padded, without_zero
from rules.compare import Ratio, is_percent_of_ratio
from rules.exact import Interval
from rules.facts import Baris, Column, Fact, Measure, Peran, Tabel
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import Number, Unreadable
from rules.rows import in_column, same_year

Meaning: TypeAlias = tuple[str, int, int]
"""A formula and the columns of its part and its whole."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A percentage of two figures: its name, its text with `{part}` and `{whole}`, numerator and denominator, what it is called."""

    name: str
    text: str
    ratio: Ratio
    title: str

    def compare(self, stated: Number, part: Number, whole: Number) -> Comparison:
        """A stated percentage against this formula."""
        return is_percent_of_ratio(stated, part, whole, self.ratio, self.text)


def _part_of_whole(part: Interval, whole: Interval) -> tuple[Interval, Interval]:
    return part, whole


def _rest_of_whole(part: Interval, whole: Interval) -> tuple[Interval, Interval]:
    return whole - part, whole


SERAPAN = Formula("realisasi / pagu", "{part} / {whole} × 100", _part_of_whole, "Persentase realisasi")
REST = Formula("(pagu − realisasi) / pagu", "({whole} − {part}) / {whole} × 100", _rest_of_whole, "Persentase sisa")
SISA = Formula("sisa / pagu", "{part} / {whole} × 100", _part_of_whole, "Persentase sisa")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to make a percentage of its row."""

    formula: Formula
    part: Fact
    whole: Fact
    result: Comparison

    @property
    def meaning(self) -> Meaning:
        """What it has in common with the same reading of other rows."""
        return (self.formula.name, self.part.column.index, self.whole.column.index)

    @property
    def holds(self) -> bool:
        """Whether the stated percentage is this one."""
        return self.result.verdict in HOLDS

    def compare(self, stated: Number) -> Comparison:
        """Another percentage against the same operands."""
        return self.formula.compare(stated, self.part.number, self.whole.number)


@dataclass(frozen=True, slots=True)
class Percentage:
    """One printed percentage of money with all its readings, the most natural first."""

    baris: Baris
    fact: Fact
    readings: tuple[Reading, ...]

    @property
    def verdict(self) -> Verdict:
        """What the best of the readings comes to; two that cannot be told apart are seen to by the rule."""
        found = {reading.result.verdict for reading in self.readings}
        order = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)
        return next((verdict for verdict in order if verdict in found), Verdict.TAK_DIPERIKSA)

    def best(self, meaning: Meaning | None) -> Reading:
        """The reading that explains the figure, else the one that the column means."""
        for verdict in HOLDS:
            for reading in self.readings:
                if reading.result.verdict == verdict:
                    return reading
        return next((reading for reading in self.readings if reading.meaning == meaning), self.readings[0])

    def reading(self, meaning: Meaning | None) -> Reading:
        """The reading of one meaning; the first where the row lacks it."""
        return next((reading for reading in self.readings if reading.meaning == meaning), self.readings[0])


def percentages(tabel: Tabel, column: Column) -> tuple[Percentage, ...]:
    """The printed percentages of a column that have operands in their rows; an empty cell says nothing."""
    cells = [(baris, in_column(baris, column.index)) for baris in tabel.baris if baris.peran != Peran.RATA_RATA]
    printed = [(baris, fact) for baris, fact in cells if fact is not None and not isinstance(fact.number, Unreadable)]
    if is_padded([fact.number for _, fact in printed]):
        printed = [(baris, replace(fact, number=without_zero(fact.number))) for baris, fact in printed]
    found = (Percentage(baris, fact, tuple(_readings(baris, fact))) for baris, fact in printed)
    return tuple(one for one in found if one.readings)


def _readings(baris: Baris, fact: Fact) -> Iterator[Reading]:
    """Realisasi and sisa of each pagu in the row, the last variant first: after a change of the budget, that one holds."""
    pagus = tuple(reversed(same_year(baris, Measure.PAGU, fact)))
    spent = same_year(baris, Measure.REALISASI, fact)
    left = same_year(baris, Measure.SISA, fact)
    of_rest = [*((REST, part) for part in spent), *((SISA, part) for part in left)]
    of_spending = [(SERAPAN, part) for part in spent]
    ways = [*of_rest, *of_spending] if fact.measure == Measure.SISA_PERSEN else [*of_spending, *of_rest]
    for formula, part in ways:
        for whole in pagus:
            yield Reading(formula, part, whole, formula.compare(fact.number, part.number, whole.number))


def unclear(found: tuple[Percentage, ...]) -> bool:
    """Whether there are several columns of realisasi to choose from and no row tells which is meant."""
    parts = {reading.part.column.index for one in found for reading in one.readings if reading.formula == SERAPAN}
    return len(parts) > 1 and meaning_of(found) is None


def meaning_of(found: tuple[Percentage, ...]) -> Meaning | None:
    """The reading by which most percentages of a column hold; the most natural one of those that are as good."""
    counts = Counter(reading.meaning for one in found for reading in one.readings if reading.holds)
    ranked = [reading.meaning for one in found for reading in one.readings]
    return max(counts, key=lambda meaning: (counts[meaning], -ranked.index(meaning))) if counts else None
