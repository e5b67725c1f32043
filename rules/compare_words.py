"""The comparing of words with numbers, beside `rules.compare`: a predikat with its scale, a terbilang with its numeral."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from rules import show
from rules.anew import FINE
from rules.exact import EXACT, Interval, point
from rules.outcome import Comparison, Verdict
from rules.quantity import Quantity

Bands: TypeAlias = Sequence[tuple[str, Interval]]
"""The classes of a scale: the predikat of each and the values that it covers."""

_ENDLESS = Decimal(10) ** 8


def on_scale(label: str, numbers: Sequence[Quantity], bands: Bands) -> Comparison:
    """A predikat against the classes in which a number, printed or worked out anew, may lie.

    A number in a gap of the scale may carry either neighbour's predikat, one beyond the outermost class its predikat.
    `hampir` when only the rounding of the print brings the number into the class; what was worked out to FINE decimals is not
    rounded. `label` must be one of the bands'.
    """
    exact = any(label in labels_of(point(number.value), bands) for number in numbers)
    rounded = any(label in labels_of(part, bands) for number in numbers if number.decimals < FINE for part in _reach(number.interval()))
    verdict = Verdict.LOLOS if exact else Verdict.HAMPIR if rounded else Verdict.TEMUAN
    return _graded(label, numbers[0], bands, verdict)


def _reach(rounded: Interval) -> tuple[Interval, ...]:
    """What a print may stand for: all that was rounded to it, and its ends, of which one may lie in a gap."""
    return rounded, point(rounded.low), point(rounded.high)


def on_scale_exactly(label: str, number: Quantity, bands: Bands) -> Comparison:
    """The same for a score that was set or given as it stands: 80 is no rounding of 80,4."""
    verdict = Verdict.LOLOS if label in labels_of(point(number.value), bands) else Verdict.TEMUAN
    return _graded(label, number, bands, verdict)


def _graded(label: str, number: Quantity, bands: Bands, verdict: Verdict) -> Comparison:
    allowed = labels_of(point(number.value), bands)
    where = "; ".join(f"{name}: {shown(limits)}" for name, limits in bands if name in (*allowed, label))
    return Comparison(verdict, label, show.joined(allowed, "atau"), working=f"{show.printed(number)} ({where})")


def labels_of(value: Interval, bands: Bands) -> tuple[str, ...]:
    """The predikat that a value may carry, the highest class first; in a gap those of both neighbours."""
    inside = [name for name, limits in bands if limits.meets(value)]
    if inside:
        return tuple(inside)
    ordered = sorted(bands, key=lambda band: band[1].low)
    below = [name for name, limits in ordered if limits.high <= value.low]
    above = [name for name, limits in ordered if limits.low >= value.high]
    return tuple(dict.fromkeys([*above[:1], *below[-1:]]))


def shown(limits: Interval) -> str:
    """A class as people write it: `76–90`, `> 90`, `< 50`."""
    low, high = show.number(limits.low), show.number(limits.high)
    if limits.high >= _ENDLESS:
        return f"{'>' if limits.low_open else '≥'} {low}"
    if limits.low <= 0:
        return f"{'<' if limits.high_open else '≤'} {high}"
    return f"{'> ' if limits.low_open else ''}{low}–{'< ' if limits.high_open else ''}{high}"


def gaps_of(bands: Bands) -> Iterator[Interval]:
    """What lies between two neighbouring classes and in neither, from the lowest up."""
    ordered = sorted((limits for _, limits in bands), key=lambda limits: limits.low)
    for one, two in pairwise(ordered):
        if one.high < two.low:
            yield Interval(one.high, two.low, not one.high_open, not two.low_open)
        elif one.high == two.low and one.high_open and two.low_open:
            yield point(one.high)


def overlaps_of(bands: Bands) -> Iterator[tuple[str, str, Interval]]:
    """The predikat of two classes that share values, with what they share."""
    for index, (name, one) in enumerate(bands):
        for other, two in bands[index + 1 :]:
            if one.meets(two):
                low, high = max(one.low, two.low), min(one.high, two.high)
                yield name, other, Interval(low, high)


def spells(words: str, value: Decimal | None, numeral: Quantity) -> Comparison:
    """Words in brackets against the numeral before them: they must spell exactly its value."""
    said = " ".join(words.split())
    if value is None:
        return Comparison(Verdict.TAK_DIPERIKSA, said, show.printed(numeral), reason="terbilang tidak terbaca sebagai satu bilangan")
    gap = EXACT.abs(EXACT.subtract(value, numeral.value))
    verdict = Verdict.TEMUAN if gap else Verdict.LOLOS
    working = f"terbilang = {show.number(value)}; angka = {show.number(numeral.value)}"
    return Comparison(verdict, said, show.printed(numeral), show.number(gap), working, gap=gap)
