"""The figures of a report as witnesses: where each is printed, and whether what is printed of a subject is told again elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from pipeline.audit.diagnosis_relations import Figure, Web
from rules.claims import is_telling, years_fit
from rules.facts import AMOUNTS, Measure, Peran
from rules.quantity import Quantity

Valued: TypeAlias = tuple[Measure | None, Decimal]
"""The measure of a figure and its value."""


class Ledger:
    """The figures of a report's tables and sentences by measure and value."""

    def __init__(self, web: Web, amended: Container[Measure] = ()) -> None:
        """Sort the figures; only amounts with digits enough can be looked for, and none of a measure that was `amended` within the year."""
        self._printed: dict[Valued, list[Figure]] = defaultdict(list)
        for figure in web.figures:
            if isinstance(figure.number, Quantity):
                self._printed[measure_of(figure), figure.number.value].append(figure)
        self._telling: dict[Measure | None, list[Decimal]] = {measure: [] for measure in AMOUNTS if measure not in amended}
        for measure, value in self._printed:
            if measure in self._telling and is_telling(value):
                self._telling[measure].append(value)
        for values in self._telling.values():
            values.sort()

    def same(self, known: Figure) -> Sequence[Figure]:
        """The figures that print what a figure prints under its measure, itself among them."""
        return self._printed.get((measure_of(known), known.number.value), ()) if isinstance(known.number, Quantity) else ()

    def elsewhere(self, known: Figure, value: Decimal) -> Iterator[Figure]:
        """Other places that print an amount of so many digits under the measure of a figure; its own table and sentence are no other."""
        if measure_of(known) in self._telling and is_telling(value):
            printed = self._printed.get((measure_of(known), value), ())
            # What another row of its table prints is that row's, wherever it stands.
            named = known.tabel is not None and any(other.tabel is known.tabel for other in printed)
            yield from (other for other in _apart(known, printed) if not named or same_subject(known, other))

    def stands_beside(self, one: Figure, other: Figure) -> bool:
        """Whether what another figure prints stands in the row or the sentence of a figure too."""
        return any(_is_beside(one, found) for found in self.same(other))

    def between(self, measure: Measure | None, low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
        """The amounts printed under a measure from one value to another, which no chance puts there twice."""
        values = self._telling.get(measure, [])
        return tuple(values[bisect_left(values, low) : bisect_right(values, high)])

    def bears_out(self, known: Figure) -> bool:
        """Whether another place prints the same of the same subject."""
        return any(same_subject(known, other) for other in _apart(known, self.same(known)))

    def total(self, known: Figure) -> Figure | None:
        """A total row that prints the amount of a sentence, under its measure and in its year."""
        found = (one for one in _apart(known, self.same(known)) if one.baris is not None and one.baris.peran == Peran.TOTAL)
        return next(found, None) if isinstance(known.number, Quantity) and is_telling(known.number.value) else None


def measure_of(figure: Figure) -> Measure | None:
    """What a figure measures, as far as that is known."""
    return figure.fact.measure if figure.fact is not None else figure.mention.measure if figure.mention is not None else None


def same_subject(one: Figure, other: Figure) -> bool:
    """Whether two figures are known to be of one thing."""
    return bool(_subject(one)) and _subject(one) == _subject(other)


def _subject(figure: Figure) -> str:
    return figure.baris.subject if figure.baris is not None else figure.mention.subject if figure.mention is not None else ""


def _year(figure: Figure) -> int | None:
    return figure.fact.year if figure.fact is not None else figure.mention.year if figure.mention is not None else None


def _apart(known: Figure, printed: Sequence[Figure]) -> Iterator[Figure]:
    """Those in another place than a figure, and not of another year."""
    return (other for other in printed if _is_apart(known, other) and years_fit(_year(known), _year(other)))


def _is_beside(one: Figure, other: Figure) -> bool:
    if one.baris is not None or other.baris is not None:
        return one.baris is other.baris
    return one.location.text == other.location.text


def _is_apart(one: Figure, other: Figure) -> bool:
    if one.tabel is not None or other.tabel is not None:
        return one.tabel is not other.tabel
    return one.location.text != other.location.text
