"""Comparing counted things, beside `rules.compare`: whole numbers stand for themselves."""

from __future__ import annotations

from collections.abc import Sequence

from rules import show
from rules.compare import sums_to
from rules.exact import EXACT, total
from rules.outcome import Comparison, Verdict
from rules.quantity import Quantity


def counts_to(stated: Quantity, parts: Sequence[Quantity]) -> Comparison:
    """A stated whole against its parts: to the piece where all are whole numbers, as rounded figures otherwise."""
    if any(number.decimals != 0 for number in (stated, *parts)) or stated.exact:
        return sums_to(stated, parts)
    expected = total([part.value for part in parts])
    gap = EXACT.abs(EXACT.subtract(stated.value, expected))
    terms = " + ".join(show.number(part.value) for part in parts)
    verdict = Verdict.LOLOS if gap == 0 else Verdict.TEMUAN
    shown = show.number(expected)
    return Comparison(verdict, show.printed(stated), shown, show.number(gap), f"{terms} = {shown}", gap=gap)
