"""What a printed figure may have been before it was mistyped, and which kind of slip leads from one figure to another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise

from rules.exact import EXACT, SHOW, unit_of
from rules.outcome import Slip

TYPED = (Slip.ANGKA, Slip.TERTUKAR_TEMPAT, Slip.TERTINGGAL, Slip.BERLEBIH)
_DIGITS = "0123456789"
# A separator slips by one to three places; six is a thousand twice.
_FEWEST_DIGITS = 3
MANY_DIGITS = 3
_SHIFTS = (-6, -3, -2, -1, 1, 2, 3, 6)


@lru_cache(maxsize=4096)
def variants(value: Decimal, decimals: int) -> tuple[Decimal, ...]:
    """Every figure of which a printed one is a single slip, the printed one left out; in ascending order."""
    edited = {_value(digits, decimals) for digits in {int(text) for text in _edits(digits_of(value, decimals))}}
    made = edited | {EXACT.scaleb(value, shift) for shift in _SHIFTS}
    return tuple(sorted(one for one in made if one != value and one > 0))


def slip_between(printed: Decimal, right: Decimal, decimals: int) -> Slip | None:
    """The single slip that makes a printed figure of the right one; None when it takes more than one."""
    if printed <= 0 or right <= 0 or printed == right:
        return None
    if any(EXACT.scaleb(printed, shift) == right for shift in _SHIFTS):
        return Slip.PEMISAH
    finer = decimals_of(right)
    if finer > decimals:
        # `132,5` for 132,05: the digit that is lacking stood behind the comma.
        lost = finer == decimals + 1 > 1 and digits_of(printed, decimals) in _shorter(digits_of(right, finer))
        shorter = {right.quantize(unit_of(decimals), rounding=how, context=SHOW) for how in (ROUND_HALF_UP, ROUND_DOWN)}
        return Slip.TERTINGGAL if lost and printed not in shorter else None
    return _kind(digits_of(printed, decimals), digits_of(right, decimals), rounded=decimals > 0)


def is_mistyped(printed: Decimal, gap: Decimal, decimals: int, most: Decimal | None = None) -> bool:
    """Whether a figure that is off by so much is one slip of typing away from the right one, which is no more than `most`."""
    rights = [right for right in (EXACT.subtract(printed, gap), EXACT.add(printed, gap)) if most is None or right <= most]
    return any(slip_between(printed, right.quantize(unit_of(decimals), context=SHOW), decimals) for right in rights)


def digits_of(value: Decimal, decimals: int) -> str:
    """The digits of a figure as printed with so many decimals, without separators."""
    return str(int(EXACT.scaleb(value, max(decimals, 0)).to_integral_value()))


def decimals_of(value: Decimal) -> int:
    """How many decimals it takes to print a value."""
    return max(-int(value.normalize(EXACT).as_tuple().exponent), 0)


def has_many_digits(value: Decimal, fewest: int = MANY_DIGITS) -> bool:
    """Whether a figure has so many digits that it hardly stands in two places by chance."""
    return len(value.normalize(EXACT).as_tuple().digits) >= fewest


def _kind(printed: str, right: str, *, rounded: bool) -> Slip | None:
    """Another last decimal may come of rounding as well as of typing; and of two digits, any other two are a slip."""
    if max(len(printed), len(right)) < _FEWEST_DIGITS:
        return None
    if len(printed) == len(right):
        apart = [place for place, (one, two) in enumerate(zip(printed, right, strict=True)) if one != two]
        if len(apart) == 1:
            return None if rounded and apart[0] == len(printed) - 1 else Slip.ANGKA
        swapped = len(apart) == 2 and apart[1] - apart[0] == 1 and _swapped(printed, apart[0]) == right
        return Slip.TERTUKAR_TEMPAT if swapped else None
    if len(printed) + 1 == len(right) and printed in _shorter(right):
        return Slip.TERTINGGAL
    return Slip.BERLEBIH if len(printed) == len(right) + 1 and right in _shorter(printed) else None


def _edits(printed: str) -> Iterator[str]:
    for place in range(len(printed)):
        yield from (printed[:place] + digit + printed[place + 1 :] for digit in _DIGITS)
    yield from (_swapped(printed, place) for place, _ in enumerate(pairwise(printed)))
    yield from _shorter(printed)
    for place in range(len(printed) + 1):
        yield from (printed[:place] + digit + printed[place:] for digit in _DIGITS)


def _swapped(text: str, place: int) -> str:
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _shorter(text: str) -> set[str]:
    """The text with one digit left out, wherever."""
    return {text[:place] + text[place + 1 :] for place in range(len(text)) if len(text) > 1}


def _value(digits: int, decimals: int) -> Decimal:
    return EXACT.scaleb(Decimal(digits), -max(decimals, 0))
