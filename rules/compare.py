"""The only place where numbers are compared; everything by intervals, multiplying instead of dividing.

Each helper takes printed numbers and returns a `Comparison`: `lolos` when the printed number can be the rounding of the
right one, `hampir` when only cut-off decimals, a padded zero or a single rupiah explains it, `temuan` otherwise, and
`tak_diperiksa` when an operand is a hole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeAlias

from rules import show
from rules.exact import EXACT, HUNDRED, ZERO, Interval, cut_to, half_of, point, quotient_shown, rounded_to, total
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import PERSEN, Number, Quantity, Unreadable

ONE_RUPIAH = Decimal(1)
NO_PARTS = "tidak ada rincian"


def sums_to(stated: Number, parts: Sequence[Number]) -> Comparison:
    """A total or parent against the sum of its parts. Money is exact; one rupiah of rounded sen is `hampir`."""
    if hole := first_hole(stated, *parts):
        return not_checked(stated, hole)
    whole, items = _quantities(stated, *parts)[0], _quantities(*parts)
    if not items:
        return _unchecked(whole, NO_PARTS)
    expected = total([item.value for item in items])
    if _all_exact(whole, *items):
        verdict = _money_verdict(whole.value, expected)
    else:
        verdict = _verdict(whole, _sum_of([item.interval() for item in items]), lambda: _sum_of([_widest(item) for item in items]))
    return _said(verdict, whole, expected, " + ".join([show.quantity(item.value, item) for item in items]))


def difference_of(stated: Number, minuend: Number, subtrahend: Number) -> Comparison:
    """Sisa against pagu minus realisasi."""
    if hole := first_hole(stated, minuend, subtrahend):
        return not_checked(stated, hole)
    said, upper, lower = _quantities(stated, minuend, subtrahend)
    expected = EXACT.subtract(upper.value, lower.value)
    if _all_exact(said, upper, lower):
        verdict = _money_verdict(said.value, expected)
    else:
        verdict = _verdict(said, upper.interval() - lower.interval(), lambda: _widest(upper) - _widest(lower))
    return _said(verdict, said, expected, f"{show.quantity(upper.value, upper)} − {show.quantity(lower.value, lower)}")


def is_percent_of(stated: Number, part: Number, whole: Number) -> Comparison:
    """A stated percentage against part / whole, without dividing: whole x stated% must hold part x 100."""
    return is_percent_of_ratio(stated, part, whole, lambda p, w: (p, w), "{part} / {whole} × 100")


Ratio: TypeAlias = Callable[[Interval, Interval], tuple[Interval, Interval]]


def is_percent_of_ratio(stated: Number, part: Number, whole: Number, ratio: Ratio, formula: str) -> Comparison:
    """A stated percentage against any formula numerator / denominator of two printed numbers.

    `ratio` makes the numerator and denominator of the intervals of part and whole; `formula` is its text.
    A denominator that may be zero, or numbers below zero, cannot be checked.
    """
    if hole := first_hole(stated, part, whole):
        return not_checked(stated, hole)
    said, upper, lower = _quantities(stated, part, whole)
    numerator, denominator = ratio(upper.interval(), lower.interval())
    exact = upper.exact and lower.exact
    exact_top, exact_bottom = (numerator, denominator) if exact else ratio(point(upper.value), point(lower.value))
    if denominator.low <= 0 or exact_bottom.low <= 0 or said.value < 0:
        return _unchecked(said, "pembagi nol atau angka negatif")
    hundredfold = numerator.times(HUNDRED)
    verdict = _print_verdict(said, lambda percent: _is_percent(denominator, hundredfold, percent))
    decimals = max(said.decimals, min(said.column_decimals, 2), 2 if verdict == Verdict.TEMUAN else 0)
    expected = quotient_shown(EXACT.multiply(exact_top.low, HUNDRED), exact_bottom.low, decimals)
    text = formula.format(part=show.quantity(upper.value, upper), whole=show.quantity(lower.value, lower))
    percent = Quantity(said.value, decimals, decimals, PERSEN, said.text)
    return _said(verdict, percent, expected, text)


def is_limited_percent(stated: Number, part: Number, whole: Number, ratio: Ratio, formula: str) -> Comparison:
    """A stated 100 or 0 against a formula that goes beyond: some reports keep every capaian between the two."""
    if hole := first_hole(stated, part, whole):
        return not_checked(stated, hole)
    said, upper, lower = _quantities(stated, part, whole)
    top, bottom = (interval.low for interval in ratio(point(upper.value), point(lower.value)))
    if bottom <= 0:
        return _unchecked(said, "pembagi nol atau angka negatif")
    limit = HUNDRED if top >= bottom else ZERO
    beyond = top >= bottom or top <= 0
    text = formula.format(part=show.quantity(upper.value, upper), whole=show.quantity(lower.value, lower))
    verdict = Verdict.LOLOS if beyond and said.value == limit else Verdict.TEMUAN
    return _said(verdict, said, limit, text, ", dibatasi")


def is_positive(number: Number, or_zero: bool = False) -> bool:
    """Whether a printed number is above zero, or not below it."""
    return isinstance(number, Quantity) and (number.value > 0 or (or_zero and number.value == 0))


def _is_percent(denominator: Interval, hundredfold: Interval, percent: Interval) -> bool:
    """Whether some denominator times some percentage is some numerator times a hundred."""
    low = Interval(max(percent.low, ZERO), max(percent.high, ZERO)) if percent.low < 0 else percent
    return low.times_interval(denominator).meets(hundredfold)


def _print_verdict(said: Quantity, fits: Callable[[Interval], bool]) -> Verdict:
    """Whether a print fits as it stands, in one of its other explanations, or not at all; most that fail are far off."""
    if fits(said.interval()):
        return Verdict.LOLOS
    near = not said.exact and fits(said.farthest()) and any(fits(wide) for wide in said.lenient())
    return Verdict.HAMPIR if near else Verdict.TEMUAN


def mean_of(stated: Number, parts: Sequence[Number]) -> Comparison:
    """A stated average against the mean of its rows: stated x n must meet the sum of the rows."""
    if hole := first_hole(stated, *parts):
        return not_checked(stated, hole)
    said, items = _quantities(stated)[0], _quantities(*parts)
    if not items:
        return _unchecked(said, NO_PARTS)
    count = Decimal(len(items))
    rows = _sum_of([item.interval() for item in items])
    verdict = _print_verdict(said, lambda mean: mean.times(count).meets(rows))
    exact = total([item.value for item in items])
    decimals = max(said.decimals, 2)
    expected = quotient_shown(exact, count, decimals)
    terms = " + ".join(show.number(item.value) for item in items)
    like = Quantity(said.value, decimals, decimals, said.unit, said.text)
    return _said(verdict, like, expected, f"({terms}) / {len(items)}")


def equals(stated: Number, expected: Number) -> Comparison:
    """Two prints of one fact: the coarser must be a rounding of the finer. A hole on one side only is a difference.

    `stated` is the one taken to be wrong, or the narrative's.
    """
    if isinstance(stated, Unreadable) or isinstance(expected, Unreadable):
        return not_checked(stated, first_hole(stated, expected) or "kosong", show.printed(expected))
    difference = EXACT.abs(EXACT.subtract(stated.value, expected.value))
    return Comparison(_equality(stated, expected), show.printed(stated), show.printed(expected), show.number(difference), gap=difference)


def agree(one: Number, two: Number) -> bool:
    """Whether two prints may be of one fact, the coarser a rounding of the finer; a hole agrees with nothing."""
    return isinstance(one, Quantity) and isinstance(two, Quantity) and _equality(one, two) in HOLDS


def _equality(one: Quantity, two: Quantity) -> Verdict:
    if one.value == two.value:
        return Verdict.LOLOS
    if (one.exact or two.exact) and min(one.decimals, two.decimals) >= 0:
        return _money_verdict(one.value, two.value)
    return _rounding_verdict(one, two)


def _rounding_verdict(one: Quantity, two: Quantity) -> Verdict:
    gap, coarser = EXACT.abs(EXACT.subtract(one.value, two.value)), min(one.decimals, two.decimals)
    if gap <= half_of(coarser):
        return Verdict.LOLOS
    pairs = ((one, two.value), (two, one.value))
    near = any(gap <= printed.reach and any(value in wide for wide in printed.lenient()) for printed, value in pairs)
    return Verdict.HAMPIR if near or (coarser >= 2 and _same_origin(one, two)) else Verdict.TEMUAN


def _same_origin(one: Quantity, two: Quantity) -> bool:
    """Whether one number, once rounded and once cut off, is printed both ways: `93,28`, `93,27`."""
    return any(rounded_to(a.value, a.decimals).meets(cut_to(b.value, b.decimals)) for a, b in ((one, two), (two, one)))


def at_most(stated: Number, limit: Number) -> Comparison:
    """Realisasi against pagu: not above it."""
    if hole := first_hole(stated, limit):
        return not_checked(stated, hole)
    said, top = _quantities(stated, limit)
    over = EXACT.subtract(said.value, top.value)
    if over <= 0:
        verdict = Verdict.LOLOS
    elif _all_exact(said, top):
        verdict = _money_verdict(said.value, top.value)
    else:
        verdict = _verdict(said, top.interval(), lambda: _widest(top))
    working = f"{show.quantity(said.value, said)} − {show.quantity(top.value, top)} = {show.quantity(over, said)}"
    gap = EXACT.abs(over)
    return Comparison(verdict, show.printed(said), f"≤ {show.printed(top)}", show.quantity(gap, said), working, gap=gap)


def same_print(one: Number, two: Number) -> bool:
    """Whether two numbers are printed with the same value: the quick question, before they are compared."""
    return isinstance(one, Quantity) and isinstance(two, Quantity) and one.value == two.value


def no_more_than(stated: Quantity, listed: Quantity) -> Comparison:
    """A stated count against so many things as are listed: it may be of a part of them, but of no more."""
    verdict = Verdict.LOLOS if stated.value <= listed.value else Verdict.TEMUAN
    gap = EXACT.abs(EXACT.subtract(stated.value, listed.value))
    return Comparison(verdict, show.printed(stated), show.printed(listed), show.number(gap), gap=gap)


def same_value(number: Number, value: Decimal) -> bool:
    """Whether a printed number is a computed value; money to the rupiah."""
    if isinstance(number, Unreadable):
        return False
    return _money_verdict(number.value, value) != Verdict.TEMUAN if number.exact else value in number.interval()


def first_hole(*numbers: Number) -> str:
    """Why one of the numbers cannot be used, or nothing."""
    for item in numbers:
        if isinstance(item, Unreadable):
            return item.reason.value
    return ""


def not_checked(stated: Number, reason: str, expected: str = "") -> Comparison:
    """A comparison that could not be made."""
    return Comparison(Verdict.TAK_DIPERIKSA, show.printed(stated), expected, reason=reason)


def _all_exact(*items: Quantity) -> bool:
    return all(item.exact for item in items)


def _unchecked(stated: Number, reason: str) -> Comparison:
    return not_checked(stated, reason)


def _quantities(*numbers: Number) -> list[Quantity]:
    return [item for item in numbers if isinstance(item, Quantity)]


def _sum_of(intervals: Sequence[Interval]) -> Interval:
    result = point(ZERO)
    for interval in intervals:
        result = result + interval
    return result


def _widest(item: Quantity) -> Interval:
    """The hull of all that a print could stand for."""
    every = (item.interval(), *item.lenient())
    return Interval(min(i.low for i in every), max(i.high for i in every))


def _verdict(stated: Quantity, right: Interval, near: Callable[[], Interval]) -> Verdict:
    """`near` is asked only where the print is not right as it stands: that is rare."""
    if stated.interval().meets(right):
        return Verdict.LOLOS
    return Verdict.HAMPIR if _widest(stated).meets(near()) else Verdict.TEMUAN


def _money_verdict(stated: Decimal, expected: Decimal) -> Verdict:
    gap = EXACT.abs(EXACT.subtract(stated, expected))
    return Verdict.LOLOS if gap == 0 else Verdict.HAMPIR if gap <= ONE_RUPIAH else Verdict.TEMUAN


def _said(verdict: Verdict, stated: Quantity, expected: Decimal, terms: str, comes_to: str = " =") -> Comparison:
    gap, shown = EXACT.abs(EXACT.subtract(stated.value, expected)), show.quantity(expected, stated)
    return Comparison(verdict, show.printed(stated), shown, show.quantity(gap, stated), f"{terms}{comes_to} {shown}", gap=gap)
