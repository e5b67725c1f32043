"""Whether what a report states holds, by the rounding of what is printed: reckoned here, and not asked of the program.

A printed number stands for all that could be rounded to it; cut-off decimals are let pass as well, and one rupiah of rounded
sen: a reviewer would not object to either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pipeline.benchmarks.detection.model import Figure, Kind, Relation, Style, Tie, Value, Values
from pipeline.benchmarks.detection.spelling import spelled

MONEY = (Kind.PAGU, Kind.REALISASI, Kind.SISA, Kind.LAMA, Kind.SELISIH)
WORKED_OUT = (Kind.KINERJA, Kind.CAPAIAN, Kind.SERAPAN, Kind.RATA)
HALF = Fraction(1, 2)
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Span:
    """All that a printed number may stand for."""

    low: Fraction
    high: Fraction

    def meets(self, other: Span) -> bool:
        """Whether some number is in both."""
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: Span) -> Span:
        """Every sum."""
        return Span(self.low + other.low, self.high + other.high)

    def minus(self, other: Span) -> Span:
        """Every difference."""
        return Span(self.low - other.high, self.high - other.low)

    def times(self, factor: int | Fraction) -> Span:
        """Every product with a number above zero."""
        return Span(self.low * factor, self.high * factor)

    def by(self, other: Span) -> Span:
        """Every product of numbers not below zero."""
        return Span(max(self.low, Fraction(0)) * other.low, self.high * other.high)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of a report and what is stated between them."""

    figures: Sequence[Figure]
    relations: Sequence[Relation]

    def holds(self, relation: Relation, values: Values) -> bool:
        """Whether it holds with these values; what lost one of its figures with a row states nothing, but a sum has a part less."""
        there = [key for key in relation.figures if key in values]
        summed = relation.tie in (Tie.SUM, Tie.MEAN, Tie.COUNT) and there[:1] == [relation.figures[0]]
        if len(there) < len(relation.figures) and not summed:
            return True
        return _CHECKS[relation.tie](self, relation, [(key, values[key]) for key in there])

    def broken(self, values: Values) -> tuple[Relation, ...]:
        """What does not hold."""
        return tuple(relation for relation in self.relations if not self.holds(relation, values))

    def span(self, key: int, value: Value) -> Span:
        """What a printed value may stand for."""
        return span_of(value, self.figures[key])


def span_of(value: Value, figure: Figure) -> Span:
    """The rounding interval of a printed value; money to the rupiah is exact."""
    number = Fraction(value)
    if figure.kind in (*MONEY, Kind.HITUNGAN):
        return Span(number, number)
    half = HALF * _unit(figure.style)
    return Span(number - half, number + half)


def _unit(style: Style) -> Fraction:
    return Fraction(1, 10**style.decimals)


Given = Sequence[tuple[int, Value]]


def _stated(sheet: Sheet, given: Given) -> Span:
    """The stated number of a reckoning: cut-off decimals pass too."""
    key, value = given[0]
    span = sheet.span(key, value)
    return span if sheet.figures[key].kind in MONEY else Span(span.low, span.high + HALF * _unit(sheet.figures[key].style))


def _spans(sheet: Sheet, given: Given) -> list[Span]:
    return [sheet.span(key, value) for key, value in given]


def _near(one: Span, two: Span, sheet: Sheet, given: Given) -> bool:
    """Money may be one rupiah off."""
    slack = 1 if sheet.figures[given[0][0]].kind in MONEY else 0
    return Span(one.low - slack, one.high + slack).meets(two)


def _sum(sheet: Sheet, _: Relation, given: Given) -> bool:
    total = Span(Fraction(0), Fraction(0))
    for part in _spans(sheet, given[1:]):
        total = total.plus(part)
    return len(given) < 2 or _near(_stated(sheet, given), total, sheet, given)


def _difference(sheet: Sheet, _: Relation, given: Given) -> bool:
    upper, lower = _spans(sheet, given[1:])
    return _near(_stated(sheet, given), upper.minus(lower), sheet, given)


def _percent(sheet: Sheet, _: Relation, given: Given) -> bool:
    part, whole = _spans(sheet, given[1:])
    return whole.low > 0 and _stated(sheet, given).by(whole).meets(part.times(HUNDRED))


def _capaian(sheet: Sheet, _: Relation, given: Given) -> bool:
    """Higher or lower may be better: the report does not say, so that either way of reckoning is a right one."""
    stated, (done, target) = _stated(sheet, given), _spans(sheet, given[1:])
    ways = ((done, target), (target.times(2).minus(done), target), (target, done))
    limited = given[0][1] == HUNDRED and done.high >= target.low
    return limited or any(below.low > 0 and stated.by(below).meets(above.times(HUNDRED)) for above, below in ways)


def _mean(sheet: Sheet, _: Relation, given: Given) -> bool:
    total = Span(Fraction(0), Fraction(0))
    for part in _spans(sheet, given[1:]):
        total = total.plus(part)
    return len(given) < 2 or _stated(sheet, given).times(len(given) - 1).meets(total)


def _same(sheet: Sheet, _: Relation, given: Given) -> bool:
    """Two prints of one fact; the coarser may be a rounding of the finer, and of a result one may be rounded and one cut off."""
    (first, one), (second, two) = given
    if isinstance(one, str) or isinstance(two, str):
        return one == two
    coarse, fine = (one, two) if sheet.figures[first].style.decimals <= sheet.figures[second].style.decimals else (two, one)
    coarser = first if coarse is one else second
    span = sheet.span(coarser, coarse)
    figures = sheet.figures[first], sheet.figures[second]
    if figures[0].kind in WORKED_OUT and min(figure.style.decimals for figure in figures) >= 2:
        span = Span(span.low - HALF * _unit(figures[0].style), span.high + HALF * _unit(figures[0].style))
    return _near(span, Span(Fraction(fine), Fraction(fine)), sheet, given)


def _limit(_: Sheet, __: Relation, given: Given) -> bool:
    return Fraction(given[0][1]) <= Fraction(given[1][1]) + 1


def _spelled(_: Sheet, __: Relation, given: Given) -> bool:
    words, number = (value for _, value in given)
    return isinstance(number, Decimal) and words == spelled(int(number))


def _label(sheet: Sheet, relation: Relation, given: Given) -> bool:
    """A number that may have been rounded up to a limit may belong below it."""
    (_, label), (key, number) = given
    span = sheet.span(key, number)
    return label in (label_of(Decimal(number), relation.bands), label_of(span.low, relation.bands))


def _change(sheet: Sheet, _: Relation, given: Given) -> bool:
    """New less old; told without its sign in a sentence that says the direction, and as growth where it may be read so."""
    stated, (new, old) = _stated(sheet, given), _spans(sheet, given[1:])
    apart = new.minus(old) if new.low + new.high >= old.low + old.high or sheet.figures[given[0][0]].table else old.minus(new)
    grown = old.low > 0 and not sheet.figures[given[0][0]].table and stated.by(old).meets(apart.times(HUNDRED))
    return stated.meets(apart) or grown


def _direction(_: Sheet, __: Relation, given: Given) -> bool:
    word, new, old = (value for _, value in given)
    return new == old or (word in RISING) == (Fraction(new) > Fraction(old))


def _count(_: Sheet, __: Relation, given: Given) -> bool:
    return Fraction(given[0][1]) == len(given) - 1


def _year(_: Sheet, relation: Relation, given: Given) -> bool:
    return given[0][1] == relation.bands[0][1]


RISING = ("meningkat", "naik", "mengalami kenaikan")
FALLING = ("menurun", "turun", "mengalami penurunan")

_CHECKS: dict[Tie, Callable[[Sheet, Relation, Given], bool]] = {
    Tie.SUM: _sum,
    Tie.DIFFERENCE: _difference,
    Tie.PERCENT: _percent,
    Tie.CAPAIAN: _capaian,
    Tie.MEAN: _mean,
    Tie.SAME: _same,
    Tie.LIMIT: _limit,
    Tie.SPELLED: _spelled,
    Tie.LABEL: _label,
    Tie.CHANGE: _change,
    Tie.DIRECTION: _direction,
    Tie.COUNT: _count,
    Tie.YEAR: _year,
}


def label_of(value: Decimal | Fraction, bands: Sequence[tuple[Decimal, str]]) -> str:
    """The class of a scale that a value belongs to."""
    return next(label for least, label in bands if value >= least)
