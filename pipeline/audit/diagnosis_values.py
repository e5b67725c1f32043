"""Which value one figure of a failed comparison would need so that the comparison holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.audit.diagnosis_relations import Kind
from rules.anew import mean_value, quotient
from rules.exact import EXACT, HUNDRED, SHOW, total, unit_of
from rules.quantity import Number, Quantity
from rules.slips import variants

_CENTS = 2


@dataclass(frozen=True, slots=True)
class Need:
    """The place of a figure in its comparison, and a value with which the comparison holds; `weak` if others would do as well."""

    place: int
    value: Decimal
    weak: bool = False


def needs(kind: Kind, numbers: Sequence[Number]) -> Iterator[Need]:
    """Every value that one of the figures might need; none where one of them is a hole."""
    printed = [number for number in numbers if isinstance(number, Quantity)]
    if len(printed) < len(numbers):
        return
    match kind:
        case Kind.SUM:
            yield from _of_sum(printed)
        case Kind.DIFFERENCE | Kind.CHANGE:
            yield from _of_difference(kind, *(one.value for one in printed))
        case Kind.PERCENT | Kind.CAPAIAN:
            yield from _of_percent(*printed)
        case Kind.REST_PERCENT:
            yield from _of_rest(*printed)
        case Kind.MEAN:
            yield from _of_mean(printed)
        case Kind.SAME:
            yield Need(0, printed[-1].value)
            yield from (Need(place, printed[0].value) for place in range(1, len(printed)))
        case _:
            return


def _of_sum(printed: Sequence[Quantity]) -> Iterator[Need]:
    parts = total([part.value for part in printed[1:]])
    gap = EXACT.subtract(printed[0].value, parts)
    yield Need(0, parts)
    yield from (Need(place, EXACT.add(part.value, gap)) for place, part in enumerate(printed) if place)


def _of_difference(kind: Kind, rest: Decimal, whole: Decimal, part: Decimal) -> Iterator[Need]:
    """A stated change may as well bear the wrong sign, or be of other figures: its operands are not certain."""
    weak = kind == Kind.CHANGE
    yield Need(0, EXACT.subtract(whole, part))
    yield Need(1, EXACT.add(rest, part), weak)
    yield Need(2, EXACT.subtract(whole, rest), weak)


def _of_percent(stated: Quantity, part: Quantity, whole: Quantity) -> Iterator[Need]:
    """The percentage itself; of its operands those single slips that fit what is stated."""
    made = quotient(part, whole)
    if isinstance(made, Quantity):
        yield Need(0, _rounded(made.value, stated))
    within = stated.interval()
    low, high = EXACT.multiply(within.low, whole.value), EXACT.multiply(within.high, whole.value)
    for value in variants(part.value, part.decimals):
        if low <= EXACT.multiply(value, HUNDRED) <= high:
            yield Need(1, value, weak=True)
    hundredfold = EXACT.multiply(part.value, HUNDRED)
    for value in variants(whole.value, whole.decimals):
        if EXACT.multiply(within.low, value) <= hundredfold <= EXACT.multiply(within.high, value):
            yield Need(2, value, weak=True)


def _of_rest(stated: Quantity, part: Quantity, whole: Quantity) -> Iterator[Need]:
    """(Pagu - realisasi) / pagu: only the percentage itself is looked for."""
    made = quotient(part, whole)
    if isinstance(made, Quantity):
        yield Need(0, _rounded(EXACT.subtract(HUNDRED, made.value), stated))


def _of_mean(printed: Sequence[Quantity]) -> Iterator[Need]:
    stated, *parts = printed
    made = mean_value(parts)
    if isinstance(made, Quantity):
        yield Need(0, _rounded(made.value, stated))
    gap = EXACT.subtract(EXACT.multiply(stated.value, Decimal(len(parts))), total([part.value for part in parts]))
    yield from (Need(place, EXACT.add(part.value, gap), weak=True) for place, part in enumerate(parts, start=1))


def _rounded(value: Decimal, like: Quantity) -> Decimal:
    """A worked-out percentage with the decimals of the printed one, two at least: as the finding tells it."""
    return value.quantize(unit_of(max(like.decimals, _CENTS)), context=SHOW)
