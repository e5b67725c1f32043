"""The amounts of a report as witnesses: where each is printed, and whether what is printed of a subject is told again elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator
from decimal import Decimal

from pipeline.audit.diagnosis_relations import Figure, Web
from rules.claims import is_telling, years_fit
from rules.facts import AMOUNTS, Measure, Peran
from rules.quantity import Quantity


class Ledger:
    """The amounts of a report's tables and sentences by measure and value."""

    def __init__(self, web: Web, amended: Container[Measure] = ()) -> None:
        """Sort the figures; what is not an amount is no witness, nor is one of a measure that was `amended` within the year."""
        self._printed: dict[Measure, dict[Decimal, list[Figure]]] = {measure: defaultdict(list) for measure in AMOUNTS}
        for figure in web.figures:
            known = self._printed.get(measure) if (measure := measure_of(figure)) is not None else None
            if known is not None and isinstance(figure.number, Quantity):
                known[figure.number.value].append(figure)
        told = ((measure, known) for measure, known in self._printed.items() if measure not in amended)
        self._telling = {measure: sorted(filter(is_telling, known)) for measure, known in told}

    def elsewhere(self, known: Figure, value: Decimal) -> Iterator[Figure]:
        """Other places that print an amount of so many digits under the measure of a figure; its own table and sentence are no other."""
        if measure_of(known) in self._telling and is_telling(value):
            named = self._stands_in_its_table(known, value)
            yield from (other for other in self._others(known, value) if not named or same_subject(known, other))

    def _stands_in_its_table(self, known: Figure, value: Decimal) -> bool:
        """Whether another row of its table prints the value: what stands elsewhere is then that row's."""
        measure = measure_of(known)
        same = self._printed.get(measure, {}).get(value, ()) if measure is not None else ()
        return known.tabel is not None and any(other.tabel is known.tabel for other in same)

    def stands_beside(self, one: Figure, other: Figure) -> bool:
        """Whether what another figure prints stands in the row or the sentence of a figure too."""
        measure, value = measure_of(other), other.number.value if isinstance(other.number, Quantity) else None
        same = self._printed.get(measure, {}).get(value, ()) if measure is not None and value is not None else ()
        return any(_is_beside(one, found) for found in same)

    def between(self, measure: Measure | None, low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
        """The amounts printed under a measure from one value to another, which no chance puts there twice."""
        values = self._telling.get(measure, []) if measure is not None else []
        return tuple(values[bisect_left(values, low) : bisect_right(values, high)])

    def bears_out(self, known: Figure) -> bool:
        """Whether another place prints the same of the same subject."""
        subject, own = _subject(known), known.number.value if isinstance(known.number, Quantity) else None
        return bool(subject) and own is not None and any(_subject(other) == subject for other in self._others(known, own))

    def total(self, value: Decimal) -> Figure | None:
        """A total row that prints an amount."""
        found = (figure for known in self._printed.values() for figure in known.get(value, ()) if is_telling(value))
        return next((figure for figure in found if figure.baris is not None and figure.baris.peran == Peran.TOTAL), None)

    def _others(self, known: Figure, value: Decimal) -> Iterator[Figure]:
        measure = measure_of(known)
        same = self._printed.get(measure, {}).get(value, ()) if measure is not None else ()
        yield from (other for other in same if _is_apart(known, other) and years_fit(_year(known), _year(other)))


def measure_of(figure: Figure) -> Measure | None:
    """What a figure measures, as far as that is known."""
    return figure.fact.measure if figure.fact is not None else figure.mention.measure if figure.mention is not None else None


def _subject(figure: Figure) -> str:
    return figure.baris.subject if figure.baris is not None else figure.mention.subject if figure.mention is not None else ""


def _year(figure: Figure) -> int | None:
    return figure.fact.year if figure.fact is not None else figure.mention.year if figure.mention is not None else None


def same_subject(one: Figure, other: Figure) -> bool:
    """Whether two figures are known to be of one thing."""
    return bool(_subject(one)) and _subject(one) == _subject(other)


def _is_beside(one: Figure, other: Figure) -> bool:
    if one.baris is not None or other.baris is not None:
        return one.baris is other.baris
    return one.location.text == other.location.text


def _is_apart(one: Figure, other: Figure) -> bool:
    if one.tabel is not None or other.tabel is not None:
        return one.tabel is not other.tabel
    return one.location.text != other.location.text
