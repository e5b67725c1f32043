"""Worked formulas, each line held against the line before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rules import show
from rules.exact import EXACT, HUNDRED, cut_to, point, quotient_shown, rounded_to
from rules.facts import Location, ReportView
from rules.outcome import Comparison, Verdict
from rules.said import Step

_CENT = Decimal("0.01")
_ONE = Decimal(1)
_CENTS, _FINE = 2, 12


@dataclass(frozen=True, slots=True)
class Worked:
    """One line of a worked formula against the line before it; its own place comes first."""

    result: Comparison
    places: tuple[Location, ...]


def worked(report: ReportView) -> Iterator[Worked]:
    """Every line of every worked formula, up to the first that does not follow from the one before."""
    for working in report.said.workings:
        for before, after in pairwise(working.steps):
            result = _compared(before, after)
            yield Worked(result, (after.location, before.location))
            if result.verdict == Verdict.TEMUAN:
                break


def _compared(before: Step, after: Step) -> Comparison:
    if after.bottom == _ONE != before.bottom:
        return _of_value(before, after)
    for right, said in ((before.bottom, after.bottom), (before.top, after.top)):
        gap = EXACT.abs(EXACT.subtract(right, said))
        if gap > _CENT:
            return Comparison(Verdict.TEMUAN, show.number(said), show.number(right, _CENTS), show.number(gap), gap=gap)
    return Comparison(Verdict.LOLOS, show.number(after.top), show.number(before.top))


def _of_value(before: Step, after: Step) -> Comparison:
    """The value of a fraction, as a ratio or as a percentage, rounded or cut off."""
    percent = quotient_shown(EXACT.multiply(before.top, HUNDRED), before.bottom, _FINE)
    ratio = quotient_shown(before.top, before.bottom, _FINE)
    fits = [value for value in (percent, ratio) if rounded_to(after.top, after.decimals).meets(point(value))]
    near = [value for value in (percent, ratio) if cut_to(after.top, after.decimals).meets(point(value))]
    verdict = Verdict.LOLOS if fits else Verdict.HAMPIR if near else Verdict.TEMUAN
    expected = show.number(percent, _CENTS)
    gap = min(EXACT.abs(EXACT.subtract(after.top, value)) for value in (percent, ratio))
    working = f"{show.number(before.top)} / {show.number(before.bottom)} × 100 = {expected}"
    return Comparison(verdict, show.number(after.top), expected, show.number(gap, _CENTS), working, gap=gap)
