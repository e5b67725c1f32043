"""Whether what a finding is about stands in the next submission, and whether the same check holds there now.

A place is known by its table, row and column, or by the words of its sentence. That a finding is no more proves nothing: its page may
be gone, or its figures may no longer be read. It is repaired when a comparison of the same rule was made at its place, and held.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from pipeline.audit.named import NOTHING, Renamed, letters, plain, unnumbered_name
from rules.facts import Location, ReportView, Tabel
from rules.outcome import HOLDS, Finding, Outcome, Verdict

_STATED = "stated"
Within: TypeAlias = str | tuple[str, str]


class Fate(StrEnum):
    """What became of a finding that is no more: repaired, its place gone, or its place there and the check not made or not held."""

    REPAIRED = "repaired"
    GONE = "gone"
    UNPROVED = "unproved"


@dataclass(frozen=True, slots=True)
class Now:
    """What became of a finding that is no more, and of a repaired one what is stated at its place now; nothing where that is not sure.

    `working` is the sum or ratio that holds there.
    """

    fate: Fate
    stated: str = ""
    place: Location | None = None
    working: str = ""


class Places:
    """The names of places in one submission: rows by what findings print of them, which is their number and their name.

    With what was `renamed` since, those of the old submission are called as the new one calls them.
    """

    def __init__(self, view: ReportView, renamed: Renamed = NOTHING) -> None:
        self._names = {fact.location.row: unnumbered_name(baris.name) for _, baris, fact in view.facts()}
        self._renamed = renamed

    def row(self, location: Location) -> str:
        """The name of a row without its number."""
        name = self._names.get(location.row) or unnumbered_name(location.row)
        return self._renamed.row(location.table, name)

    def within(self, location: Location) -> Within:
        """Row and column; of what stands in no row the words of its sentence, whatever its figures."""
        if location.row or location.column:
            return self.row(location), self._renamed.header(location.table, location.column)
        return self._renamed.sentences.get(letters(location.text), letters(location.text))

    def key(self, location: Location) -> tuple[str, Within]:
        """The same in its table."""
        return letters(location.table), self.within(location)


class Refound:
    """The new submission, asked about findings of the old one; `partners` are the tables found again, by their old position."""

    def __init__(self, own: Places, old: ReportView, new: ReportView, outcomes: Sequence[Outcome], partners: Mapping[int, Tabel]) -> None:
        self._own, self._others = own, Places(new)
        self._titles: dict[str, set[str]] = defaultdict(set)
        for position, table in partners.items():
            self._titles[letters(old.tables[position].location.table)].add(letters(table.location.table))
        self._known: dict[Hashable, list[Location]] = defaultdict(list)
        self._made: dict[tuple[str, Hashable], list[Outcome]] = defaultdict(list)
        self._know(fact.location for _, _, fact in new.facts())
        self._know(one for table in new.tables for one in (table.location, *table.row_numbers))
        self._know(Location(one.location.place, one.text) for one in new.sentences)
        self._know(Location(one.place, one.text) for one in new.lines)
        for outcome in outcomes:
            self._know(outcome.locations)
            self._made[outcome.rule, (_STATED, plain(outcome.stated))].append(outcome)
            for location in outcome.locations:
                self._made[outcome.rule, self._others.key(location)].append(outcome)
                if _is_whole(location):
                    self._made[outcome.rule, letters(location.table)].append(outcome)

    def _know(self, locations: Iterable[Location]) -> None:
        for location in locations:
            self._known[self._others.key(location)].append(location)

    def now(self, finding: Finding) -> Now:
        """What became of a finding that the new submission does not have."""
        here = [key for key in self._keys(finding) if key in self._known]
        asked: list[Hashable] = [*here, *(key[0] for key in here if key[0])]
        if _is_absence(finding):
            asked.append((_STATED, plain(finding.expected)))
        made = [outcome for key in asked for outcome in self._made.get((finding.rule, key), ())]
        if any(one.verdict == Verdict.TEMUAN for one in made):
            return Now(Fate.UNPROVED)
        held = [one for one in made if one.verdict in HOLDS]
        printed = self._printed(finding.expected, here)
        if held or printed:
            return self._shown(finding, held, printed, here)
        return Now(Fate.UNPROVED if made or here or not finding.locations else Fate.GONE)

    def _shown(self, finding: Finding, held: Sequence[Outcome], printed: Location | None, here: Sequence[Hashable]) -> Now:
        """Repaired, with what is stated at its place now: what the check that holds compared there, or what was expected."""
        own = [one for one in held if one.locations and self._is_there(one, finding, here)]
        if len({plain(one.stated) for one in own}) == 1:
            return Now(Fate.REPAIRED, own[0].stated, own[0].locations[0], own[0].working)
        if printed:
            return Now(Fate.REPAIRED, finding.expected, printed)
        known = [location for key in here for location in self._known[key]]
        alone = len({plain(one.text) for one in known}) == 1 and known[0].row and known[0].column
        return Now(Fate.REPAIRED, known[0].text if alone else "", known[0] if known else None)

    def _is_there(self, outcome: Outcome, finding: Finding, here: Sequence[Hashable]) -> bool:
        """Whether a comparison is of the place itself, and not of its table as a whole; what was missing may stand anywhere."""
        first = outcome.locations[0]
        if plain(outcome.stated) == plain(finding.expected):
            return True
        return self._others.key(first) in here and (not _is_whole(first) or _is_whole(finding.locations[0]))

    def _printed(self, expected: str, here: Sequence[Hashable]) -> Location | None:
        """Where what was expected is printed at the place now, and not as a part of a longer figure."""
        wanted = re.compile(rf"(?<![\w.,]){re.escape(plain(expected))}(?![.,]?\w)")
        known = (location for key in here for location in self._known[key])
        return next((one for one in known if wanted.search(plain(one.text))), None) if expected.strip() else None

    def _keys(self, finding: Finding) -> Iterator[tuple[str, Within]]:
        """Under which names its place may stand in the new submission: its table may have another title."""
        if not finding.locations:
            return
        first = finding.locations[0]
        table, within = letters(first.table), self._own.within(first)
        for title in sorted({table} | self._titles.get(table, set())):
            if title or within:
                yield title, within
            if _is_whole(first):
                yield title, title


def _is_whole(location: Location) -> bool:
    """Whether it is a table as a whole: what is said of it is said of each of its cells."""
    return bool(location.table) and not location.row and not location.column


def _is_absence(finding: Finding) -> bool:
    """Whether it misses something, so that its place does not print what it states: that is looked for under what was expected."""
    return not finding.locations or plain(finding.stated) not in plain(finding.locations[0].text)
