"""Numbers worked out anew from printed ones, to be compared further as if they were printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rules import show
from rules.exact import EXACT, HUNDRED, quotient_shown, total
from rules.quantity import PERSEN, Hole, Number, Quantity, Unreadable

FINE = 12
"""Decimals of a number that is worked out anew: its own rounding decides nothing."""


def quotient(part: Number, whole: Number) -> Number:
    """A percentage worked out anew from its operands."""
    if isinstance(part, Unreadable):
        return part
    if isinstance(whole, Unreadable):
        return whole
    if whole.value == 0:
        return Unreadable("", Hole.BUKAN_ANGKA)
    value = quotient_shown(EXACT.multiply(part.value, HUNDRED), whole.value, FINE)
    return Quantity(value, FINE, FINE, PERSEN, show.number(value, 2))


def mean_value(parts: Sequence[Number]) -> Number:
    """A mean worked out anew, to be averaged further; a hole among its parts makes it one."""
    if hole := [item for item in parts if isinstance(item, Unreadable)]:
        return hole[0]
    items = [item for item in parts if isinstance(item, Quantity)]
    if not items:
        return Unreadable("", Hole.KOSONG)
    value = quotient_shown(total([item.value for item in items]), Decimal(len(items)), FINE)
    return Quantity(value, FINE, FINE, items[0].unit, show.number(value, 2))


def summed(items: Sequence[Quantity]) -> Number:
    """Amounts added up, to be compared further as one."""
    if not items:
        return Unreadable("", Hole.KOSONG)
    value, decimals = total([item.value for item in items]), max(item.decimals for item in items)
    return Quantity(value, decimals, decimals, items[0].unit, show.number(value))


def limited(number: Number) -> Number:
    """A capaian of which no more than 100 counts."""
    beyond = isinstance(number, Quantity) and number.value > HUNDRED
    return replace(number, value=HUNDRED) if isinstance(number, Quantity) and beyond else number
