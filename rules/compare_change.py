"""Comparing a stated rise or fall with the two values between which it lies, beside `rules.compare`."""

from __future__ import annotations

from dataclasses import replace

from rules import show
from rules.compare import difference_of, first_hole, is_percent_of, not_checked
from rules.exact import EXACT, HUNDRED, ZERO, Interval, quotient_shown
from rules.outcome import Comparison, Verdict
from rules.quantity import PERSEN, Number, Quantity

NO_BASE = "nilai awal nol atau negatif"
CENTS = 2


def change_of(stated: Number, earlier: Number, later: Number) -> Comparison:
    """A stated change against later − earlier, in the unit of the values or in percentage points."""
    return difference_of(stated, later, earlier)


def growth_of(stated: Number, earlier: Number, later: Number) -> Comparison:
    """A stated percentage of growth against (later − earlier) / earlier, without dividing; below zero for a fall."""
    if hole := first_hole(stated, earlier, later):
        return not_checked(stated, hole)
    said, first, last = (item for item in (stated, earlier, later) if isinstance(item, Quantity))
    if first.interval().low <= ZERO:
        return not_checked(stated, NO_BASE)
    rise = (last.interval() - first.interval()).times(HUNDRED)
    if _product(said.interval(), first.interval()).meets(rise):
        verdict = Verdict.LOLOS
    else:
        near = any(_product(wide, first.interval()).meets(rise) for wide in said.lenient())
        verdict = Verdict.HAMPIR if near else Verdict.TEMUAN
    top = EXACT.multiply(EXACT.subtract(last.value, first.value), HUNDRED)
    decimals = max(said.decimals, CENTS)
    expected = quotient_shown(top, first.value, decimals)
    before, after = show.quantity(first.value, first), show.quantity(last.value, last)
    like = Quantity(said.value, decimals, decimals, PERSEN, said.text)
    working = f"({after} − {before}) / {before} × 100 = {show.quantity(expected, like)}"
    gap = EXACT.abs(EXACT.subtract(said.value, expected))
    return Comparison(verdict, show.printed(said), show.quantity(expected, like), show.quantity(gap, like), working, gap=gap)


def index_of(stated: Number, earlier: Number, later: Number) -> Comparison:
    """A stated index against later / earlier × 100."""
    return is_percent_of(stated, later, earlier)


def reversed_sign(number: Number) -> Number:
    """The same number on the other side of zero: a fall that is printed without its sign."""
    return replace(number, value=EXACT.subtract(ZERO, number.value)) if isinstance(number, Quantity) else number


def times_hundred(number: Number) -> Number:
    """A share as a percentage, with the precision of its print."""
    if not isinstance(number, Quantity):
        return number
    value = EXACT.multiply(number.value, HUNDRED)
    return replace(number, value=value, decimals=number.decimals - CENTS, column_decimals=number.column_decimals - CENTS)


def _product(percent: Interval, base: Interval) -> Interval:
    """All products of a percentage, of either sign, and a base above zero."""
    low = EXACT.multiply(percent.low, base.low if percent.low >= ZERO else base.high)
    high = EXACT.multiply(percent.high, base.high if percent.high >= ZERO else base.low)
    return Interval(low, high)
