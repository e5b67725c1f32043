"""Intervals compared with what they mean: every interval of a small grid against the points of a finer one."""

from __future__ import annotations

import decimal
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import product

import pytest

from rules.exact import EXACT, Interval, cut_to, point, quotient_shown, rounded_to, total, unit_of

QUARTERS, HALVES = 4, 2


def intervals(lowest: int, highest: int) -> Iterator[Interval]:
    """Every interval with whole ends and every combination of open and closed ones."""
    ends = range(lowest, highest + 1)
    for low, high, low_open, high_open in product(ends, ends, (False, True), (False, True)):
        if low < high or (low == high and not low_open and not high_open):
            yield Interval(Decimal(low), Decimal(high), low_open, high_open)


def holds(interval: Interval, part: int, of: int) -> bool:
    """Membership of part / of, said once more in other words and whole numbers."""
    low, high = int(interval.low) * of, int(interval.high) * of
    if part in (low, high):
        return not (part == low and interval.low_open) and not (part == high and interval.high_open)
    return low < part < high


@cache
def members(interval: Interval, of: int) -> tuple[int, ...]:
    """The points of the interval on a grid with so many steps to one, counted in steps."""
    return tuple(part for part in range(-20 * of, 20 * of + 1) if holds(interval, part, of))


SMALL = tuple(intervals(-2, 2))
POSITIVE = tuple(intervals(0, 3))


@pytest.mark.parametrize("ends", [(1, 1, True, False), (1, 1, False, True), (1, 1, True, True), (2, 1, False, False)])
def test_an_empty_interval_cannot_be_made(ends: tuple[int, int, bool, bool]) -> None:
    low, high, low_open, high_open = ends
    with pytest.raises(ValueError, match="empty interval"):
        Interval(Decimal(low), Decimal(high), low_open, high_open)


def test_contains() -> None:
    for interval, part in product(SMALL, range(-12, 13)):
        assert (Decimal(part) / QUARTERS in interval) == holds(interval, part, QUARTERS), (interval, part)


def test_meets_is_a_common_point() -> None:
    for one, two in product(SMALL, SMALL):
        common = not set(members(one, HALVES)).isdisjoint(members(two, HALVES))
        assert one.meets(two) == common, (one, two)


def test_sum_holds_exactly_the_sums() -> None:
    """On whole and half points; the terms need quarters, for an open interval of length one."""
    for one, two in product(SMALL, SMALL):
        sums = {x + y for x in members(one, QUARTERS) for y in members(two, QUARTERS)}
        expected = {z for z in range(-20, 21, 2) if z in sums}
        assert expected == {z for z in range(-20, 21, 2) if holds(one + two, z, QUARTERS)}, (one, two)


def test_difference_holds_exactly_the_differences() -> None:
    for one, two in product(SMALL, SMALL):
        differences = {x - y for x in members(one, QUARTERS) for y in members(two, QUARTERS)}
        expected = {z for z in range(-20, 21, 2) if z in differences}
        assert expected == {z for z in range(-20, 21, 2) if holds(one - two, z, QUARTERS)}, (one, two)


def test_negative_holds_the_negatives() -> None:
    for interval in SMALL:
        assert sorted(members(-interval, QUARTERS)) == sorted(-part for part in members(interval, QUARTERS)), interval


@pytest.mark.parametrize("factor", ["-2", "-1", "-0.5", "0.5", "1", "4"])
def test_times_holds_the_multiples(factor: str) -> None:
    by = Decimal(factor)
    for interval, part in product(SMALL, range(-12, 13)):
        value = Decimal(part) / QUARTERS
        assert (value * by in interval.times(by)) == holds(interval, part, QUARTERS), (interval, value)


def test_times_zero_is_zero() -> None:
    assert all(interval.times(Decimal(0)) == point(Decimal(0)) for interval in SMALL)


def has_product(one: Interval, two: Interval, quarters: int) -> bool:
    """Whether some x of one and y of two multiply to the value; each side in turn is searched on a grid of sixteenths."""
    if quarters == 0:
        return holds(one, 0, 1) or holds(two, 0, 1)
    pairs = ((one, two), (two, one))
    return any(holds(b, quarters * 4, x) for a, b in pairs for x in members(a, 16) if x > 0)


def test_product_holds_exactly_the_products() -> None:
    """A closed zero swallows the open end of the other factor: 0 times anything is attained."""
    for one, two, quarters in product(POSITIVE, POSITIVE, range(41)):
        assert holds(one.times_interval(two), quarters, QUARTERS) == has_product(one, two, quarters), (one, two, quarters)


def test_product_of_the_point_zero_with_an_open_interval_is_zero() -> None:
    unknown = Interval(Decimal(1), Decimal(2), low_open=True, high_open=True)
    assert point(Decimal(0)).times_interval(unknown) == point(Decimal(0))


def test_product_of_negative_intervals_is_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        Interval(Decimal(-1), Decimal(2)).times_interval(point(Decimal(1)))


def test_negation_keeps_every_digit() -> None:
    """Python's own minus rounds to 28 digits; a product of an amount and a percentage may have more."""
    long = Decimal("1234567890123456789012345678901234567890.12345")
    assert (-point(long)).low == long.copy_negate()
    assert (point(long) - point(long)).low == 0


THOUSANDTHS = [Decimal(n).scaleb(-3) for n in range(-1100, 1101)]
TENTHS_OF_PERCENT = [Decimal(n).scaleb(-2) for n in range(-12, 13)]


def test_rounded_to_holds_what_is_rounded_to_it() -> None:
    """Half up, half down or half even: a report does not say which."""
    for printed, value in product(TENTHS_OF_PERCENT, THOUSANDTHS):
        ways = (decimal.ROUND_HALF_UP, decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_EVEN)
        rounded = printed in [value.quantize(Decimal("0.01"), rounding=way) for way in ways]
        assert (value in rounded_to(printed, 2)) == rounded, (printed, value)


def test_cut_to_holds_what_is_cut_off_to_it() -> None:
    for printed, value in product(TENTHS_OF_PERCENT, THOUSANDTHS):
        cut = value.quantize(Decimal("0.01"), rounding=decimal.ROUND_DOWN)
        assert (value in cut_to(printed, 2)) == (cut == printed), (printed, value)


def test_millions_are_rounded_to_with_decimals_below_zero() -> None:
    interval = rounded_to(Decimal(1_500_000), -5)
    assert (interval.low, interval.high) == (Decimal(1_450_000), Decimal(1_550_000))
    assert unit_of(-5) == 100_000


def test_what_would_round_raises() -> None:
    with pytest.raises(decimal.Inexact):
        EXACT.divide(Decimal(1), Decimal(3))
    with pytest.raises(decimal.FloatOperation):
        EXACT.add(Decimal(1), EXACT.create_decimal(1.5))


def test_total_of_amounts_is_exact() -> None:
    assert total([Decimal("0.1")] * 10) == 1
    assert total([]) == 0
    assert total([Decimal(10) ** 40, Decimal("0.01")]) == Decimal("10000000000000000000000000000000000000000.01")


def test_a_quotient_is_shown_half_up() -> None:
    assert str(quotient_shown(Decimal(2_817_800_000), Decimal(38_250_000), 2)) == "73.67"
    assert str(quotient_shown(Decimal(1), Decimal(8), 2)) == "0.13"
