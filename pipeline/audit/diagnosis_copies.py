"""Where the same figure stands again: bound to it by a comparison that holds, beside it, or elsewhere in the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from pipeline.audit.diagnosis_relations import Figure, Kind, Web
from rules.facts import AMOUNTS, Baris, Measure
from rules.quantity import Quantity
from rules.slips import digits_of, has_many_digits

# A figure of so many digits does not stand under one measure twice by chance, whatever the rows are called.
_MANY_DIGITS = 6
# So many amounts of one row stand again in another only if that row tells the same.
_SAME_AMOUNTS = 2
# Measures of which one is easily taken for the other.
_SENSES = {Measure.TARGET_RENSTRA: Measure.TARGET, Measure.CAPAIAN_RENSTRA: Measure.CAPAIAN}


class Copies:
    """The figures of a report by their value."""

    def __init__(self, web: Web) -> None:
        """Sort the figures by value, and bind those together that a comparison which holds says are one."""
        self._figures = web.figures
        self._bound = _bound(web)
        self._elsewhere: dict[Decimal, list[int]] = defaultdict(list)
        self._cells: dict[tuple[str, int, int], int] = {}
        self._senses: dict[tuple[str, Measure], set[Decimal]] = defaultdict(set)
        for number, figure in enumerate(web.figures):
            if figure.fact is None or figure.tabel is None or figure.baris is None:
                continue
            self._cells[figure.tabel.id, figure.baris.index, figure.fact.column.index] = number
            if isinstance(figure.number, Quantity):
                self._elsewhere[figure.number.value].append(number)
                if figure.baris.subject:
                    sense = _SENSES.get(figure.fact.measure, figure.fact.measure)
                    self._senses[figure.baris.subject, sense].add(figure.number.value)

    def twins(self, figure: int) -> tuple[int, ...]:
        """The figures that print the same because they are said to be one: a parent with one child, one fact in two tables."""
        return self._bound.get(figure, (figure,))

    def otherwise(self, figure: int) -> tuple[Decimal, ...]:
        """What else the report states of the subject in the same sense: its targets of other years and plans, its other amounts."""
        known = self._figures[figure]
        if known.fact is None or known.baris is None or not isinstance(known.number, Quantity):
            return ()
        sense = _SENSES.get(known.fact.measure, known.fact.measure)
        return tuple(sorted(self._senses.get((known.baris.subject, sense), set()) - {known.number.value}))

    def of_neighbour(self, figures: Sequence[int]) -> bool:
        """Whether the cell above, below or beside prints the same telling figure; not one that must be the same, nor a parent's."""
        return any(self._beside(self._figures[number], figures) for number in figures)

    def of_elsewhere(self, figures: Sequence[int]) -> bool:
        """Whether the figure stands for the same subject in another column or table; a long one for any subject, as the same measure."""
        first = self._figures[figures[0]]
        if first.fact is None or not isinstance(first.number, Quantity) or not has_many_digits(first.number.value):
            return False
        others = (self._figures[n] for n in self._elsewhere[first.number.value] if n not in figures)
        return any(_may_be_source(first, other, first.number) for other in others)

    def _beside(self, figure: Figure, same: Sequence[int]) -> bool:
        if figure.fact is None or figure.tabel is None or figure.baris is None or not isinstance(figure.number, Quantity):
            return False
        row, column = figure.baris.index, figure.fact.column.index
        places = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
        found = (self._cells.get((figure.tabel.id, *place)) for place in places)
        near = [self._figures[number] for number in found if number is not None and number not in same]
        value = figure.number.value
        return has_many_digits(value) and any(
            isinstance(one.number, Quantity) and one.number.value == value and not _is_part(figure.baris, one.baris) for one in near
        )


def _is_part(one: Baris, other: Baris | None) -> bool:
    """Whether one row is the parent of the other: with one part only, both print the same."""
    return other is not None and (one.parent == other.index or other.parent == one.index)


def _may_be_source(figure: Figure, other: Figure, number: Quantity) -> bool:
    if figure.baris is None or other.baris is None or figure.fact is None or other.fact is None:
        return False
    if _is_told_again(figure.baris, other.baris):
        return False
    if figure.baris.subject and figure.baris.subject == other.baris.subject:
        return True
    return figure.fact.measure == other.fact.measure and len(digits_of(number.value, number.decimals)) >= _MANY_DIGITS


def _is_told_again(one: Baris, other: Baris) -> bool:
    """Whether two rows print the same amounts: the second is the first again, and its figure as wrong, not where it was copied from."""
    if one is other:
        return False
    mine, yours = ({f.quantity.value for f in row.facts if f.measure in AMOUNTS and f.quantity is not None} for row in (one, other))
    return len({value for value in mine & yours if value > 0}) >= _SAME_AMOUNTS


def _bound(web: Web) -> dict[int, tuple[int, ...]]:
    """Figures of one value bound by comparisons that hold: equal statements, and sums of one part."""
    home: dict[int, int] = {}

    def root(figure: int) -> int:
        while home.get(figure, figure) != figure:
            figure = home[figure]
        return figure

    for relation in web.relations:
        if not relation.holds or not (relation.kind == Kind.SAME or (relation.kind == Kind.SUM and len(relation.figures) == 2)):
            continue
        first, *others = relation.figures
        for other in others:
            if _value(web, first) == _value(web, other) is not None:
                low, high = sorted((root(first), root(other)))
                home[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for figure in sorted({figure for relation in web.relations for figure in relation.figures}):
        groups[root(figure)].append(figure)
    return {figure: tuple(group) for group in groups.values() if len(group) > 1 for figure in group}


def _value(web: Web, figure: int) -> Decimal | None:
    number = web.figures[figure].number
    return number.value if isinstance(number, Quantity) else None
