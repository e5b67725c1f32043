"""Exact arithmetic: an interval type, and a decimal context in which rounding or a float raises."""

from __future__ import annotations

import decimal
from decimal import Decimal
from functools import lru_cache

from extractors.record import record

EXACT = decimal.Context(
    prec=200,
    Emin=-400,
    Emax=400,
    traps=[decimal.Inexact, decimal.FloatOperation, decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)
"""Sums, differences and products of printed numbers fit exactly; whatever would round raises instead."""

SHOW = decimal.Context(prec=200, rounding=decimal.ROUND_HALF_UP, traps=[decimal.FloatOperation, decimal.InvalidOperation])
"""Only to show a quotient to a reader; no verdict depends on it."""

ZERO = Decimal(0)
TEN = Decimal(10)
HUNDRED = Decimal(100)
HALF = Decimal("0.5")


@record
class Interval:
    """All numbers between `low` and `high`; an open end does not belong to it. An empty interval cannot be made."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low < self.high:
            return
        if self.low > self.high or self.low_open or self.high_open:
            raise ValueError(f"empty interval: {self}")

    def __contains__(self, value: Decimal) -> bool:
        above = value > self.low or (value == self.low and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return self._starts_before_end_of(other) and other._starts_before_end_of(self)

    def _starts_before_end_of(self, other: Interval) -> bool:
        return self.low < other.high or (self.low == other.high and not self.low_open and not other.high_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            EXACT.add(self.low, other.low),
            EXACT.add(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        return Interval(self.high.copy_negate(), self.low.copy_negate(), self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def times(self, factor: Decimal) -> Interval:
        """Every number of the interval multiplied by one exact factor."""
        if factor == 0:
            return Interval(ZERO, ZERO)
        one, two = EXACT.multiply(self.low, factor), EXACT.multiply(self.high, factor)
        if factor > 0:
            return Interval(one, two, self.low_open, self.high_open)
        return Interval(two, one, self.high_open, self.low_open)

    def times_interval(self, other: Interval) -> Interval:
        """Products of two intervals whose numbers are not negative (amounts and percentages are not)."""
        if self.low < 0 or other.low < 0:
            raise ValueError("times_interval is for intervals that are not negative")
        low, high = EXACT.multiply(self.low, other.low), EXACT.multiply(self.high, other.high)
        if not (self.low_open or self.high_open or other.low_open or other.high_open):
            return Interval(low, high)
        low_open = _product_open((self.low, self.low_open), (other.low, other.low_open))
        return Interval(low, high, low_open, _product_open((self.high, self.high_open), (other.high, other.high_open)))


def _product_open(one: tuple[Decimal, bool], two: tuple[Decimal, bool]) -> bool:
    """Whether the product of two ends is left out: when an end is, unless the other is a zero that belongs to its interval."""
    if (ZERO, False) in (one, two):
        return False
    return one[1] or two[1]


def point(value: Decimal) -> Interval:
    """The interval of one exact number."""
    return Interval(value, value)


@lru_cache(maxsize=64)
def unit_of(decimals: int) -> Decimal:
    """One unit of the last printed decimal: 2 gives 0.01."""
    return Decimal(1).scaleb(-decimals)


@lru_cache(maxsize=64)
def half_of(decimals: int) -> Decimal:
    """How far rounding to so many decimals moves a number at most: 2 gives 0.005."""
    return EXACT.multiply(unit_of(decimals), HALF)


def rounded_to(value: Decimal, decimals: int) -> Interval:
    """Where a number stood before it was rounded, half up or half even, to `value` at so many decimals."""
    half = half_of(decimals)
    return Interval(EXACT.subtract(value, half), EXACT.add(value, half))


def cut_to(value: Decimal, decimals: int) -> Interval:
    """Where a number stood before its further decimals were cut off; at zero it may have been of either sign."""
    unit = unit_of(decimals)
    if value > 0:
        return Interval(value, EXACT.add(value, unit), high_open=True)
    if value < 0:
        return Interval(EXACT.subtract(value, unit), value, low_open=True)
    return Interval(unit.copy_negate(), unit, low_open=True, high_open=True)


def total(values: list[Decimal]) -> Decimal:
    """The exact sum."""
    result = ZERO
    for value in values:
        result = EXACT.add(result, value)
    return result


def quotient_shown(numerator: Decimal, denominator: Decimal, decimals: int) -> Decimal:
    """A quotient rounded half up, to be shown beside a verdict and never to decide it."""
    exact = SHOW.divide(numerator, denominator)
    return exact.quantize(unit_of(decimals), context=SHOW)
