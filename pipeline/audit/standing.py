"""What stands in one submission and what was compared there, by the names of its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeAlias

from pipeline.audit.named import NOTHING, Renamed, letters, plain, unnumbered_name
from rules.facts import Location, ReportView
from rules.outcome import Outcome

# What a row stands under, its own name.
RowName: TypeAlias = tuple[str, str]
Within: TypeAlias = str | tuple[RowName, str]


class Places:
    """The names of places in one submission: rows by what findings print of them, which is their number and their name.

    With what was `renamed` since, those of the old submission are called as the new one calls them. What two rows print may be the
    same: then it counts where it stands.
    """

    def __init__(self, view: ReportView, renamed: Renamed = NOTHING) -> None:
        self._renamed = renamed
        self._names: dict[Hashable, RowName] = {}
        for table in view.tables:
            for baris in table.baris:
                name = renamed.under(table, baris)
                for one in (baris.location, *(fact.location for fact in baris.facts)):
                    self._names[one.table, one.row] = self._names[one.place, one.row] = name

    def row(self, location: Location) -> RowName:
        """The name of a row without its number, behind that of the row which it is part of."""
        name = self._names.get((location.place, location.row)) or self._names.get((location.table, location.row))
        return name or ("", self._renamed.row(location.table, unnumbered_name(location.row)))

    def within(self, location: Location) -> Within:
        """Row and column; of what stands in no row the words of its sentence, whatever its figures."""
        if location.row or location.column:
            return self.row(location), self._renamed.header(location.table, location.column)
        return self._renamed.sentences.get(letters(location.text), letters(location.text))

    def key(self, location: Location) -> tuple[str, Within]:
        """The same in its table."""
        return letters(location.table), self.within(location)


class Standing:
    """The places of one submission, with every comparison that was made at each."""

    def __init__(self, places: Places, view: ReportView, outcomes: Sequence[Outcome]) -> None:
        self.places = places
        self._known: dict[Hashable, list[Location]] = defaultdict(list)
        self._made: dict[tuple[str, Hashable], list[Outcome]] = defaultdict(list)
        self._know(fact.location for _, _, fact in view.facts())
        self._know(one for table in view.tables for one in (table.location, *(baris.location for baris in table.baris), *table.row_numbers))
        self._know(Location(one.location.place, one.text) for one in view.sentences)
        self._know(Location(one.place, one.text) for one in view.lines)
        for outcome in outcomes:
            self._know(outcome.locations)
            self._made[outcome.rule, stated(outcome.stated)].append(outcome)
            for location in outcome.locations:
                self._made[outcome.rule, places.key(location)].append(outcome)
                if is_whole(location):
                    self._made[outcome.rule, letters(location.table)].append(outcome)

    def _know(self, locations: Iterable[Location]) -> None:
        for location in locations:
            self._known[self.places.key(location)].append(location)

    def known(self, keys: Iterable[Hashable]) -> list[Location]:
        """What is printed at these places."""
        return [location for key in keys for location in self._known.get(key, ())]

    def made(self, rule: str, keys: Iterable[Hashable]) -> list[Outcome]:
        """What a rule compared there."""
        return [outcome for key in keys for outcome in self._made.get((rule, key), ())]


def stated(text: str) -> Hashable:
    """The name of every place at which something is stated."""
    return "stated", plain(text)


def is_whole(location: Location) -> bool:
    """Whether it is a table as a whole: what is said of it is said of each of its cells."""
    return bool(location.table) and not location.row and not location.column
