"""Whether what a finding is about stands in the next submission, and whether the same check holds there now.

A place is known by its table, row and column, or by the words of its sentence. That a finding is no more proves nothing: its page may
be gone, or its figures may no longer be read. It is repaired when a comparison of the same rule was made at its place, and held.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

from pipeline.normalize.names import unnumbered
from rules.facts import Location, ReportView, Tabel
from rules.outcome import HOLDS, Finding, Outcome, Verdict

# Of one sentence as it was repaired at least so many words are the same, of so many.
_SAME_WORDS, _OF_WORDS = 4, 5
_STATED = "stated"
Within: TypeAlias = str | tuple[str, str]


class Fate(StrEnum):
    """What became of a finding that is no more: repaired, its place gone, or its place there and the check not made or not held."""

    REPAIRED = "repaired"
    GONE = "gone"
    UNPROVED = "unproved"


class Places:
    """The names of places in one submission: rows by what findings print of them, which is their number and their name."""

    def __init__(self, view: ReportView) -> None:
        self._names = {fact.location.row: unnumbered_name(baris.name) for _, baris, fact in view.facts()}

    def row(self, printed: str) -> str:
        """The name of a row without its number."""
        return self._names.get(printed) or unnumbered_name(printed)

    def within(self, location: Location) -> Within:
        """Row and column; of what stands in no row the words of its sentence, whatever its figures."""
        if location.row or location.column:
            return self.row(location.row), plain(location.column)
        return letters(location.text)

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
        self._texts: dict[Hashable, list[str]] = defaultdict(list)
        self._made: dict[tuple[str, Hashable], list[Outcome]] = defaultdict(list)
        prose = [*(one.text for one in new.sentences), *(one.text for one in new.lines)]
        self._prose = {letters(text): _words(text) for text in prose}
        self._know(fact.location for _, _, fact in new.facts())
        self._know(one for table in new.tables for one in (table.location, *table.row_numbers))
        for text in prose:
            self._texts["", letters(text)].append(plain(text))
        for outcome in outcomes:
            self._know(outcome.locations)
            self._made[outcome.rule, (_STATED, plain(outcome.stated))].append(outcome)
            for location in outcome.locations:
                self._made[outcome.rule, self._others.key(location)].append(outcome)
                if _is_whole(location):
                    self._made[outcome.rule, letters(location.table)].append(outcome)

    def _know(self, locations: Iterable[Location]) -> None:
        for location in locations:
            self._texts[self._others.key(location)].append(plain(location.text))

    def fate(self, finding: Finding) -> Fate:
        """What became of a finding that the new submission does not have."""
        here = [key for key in self._keys(finding) if key in self._texts]
        asked: list[Hashable] = [*here, *(key[0] for key in here if key[0])]
        if _is_absence(finding):
            asked.append((_STATED, plain(finding.expected)))
        made = [outcome for key in asked for outcome in self._made.get((finding.rule, key), ())]
        if any(one.verdict == Verdict.TEMUAN for one in made):
            return Fate.UNPROVED
        if any(one.verdict in HOLDS for one in made) or self._stands(finding.expected, here):
            return Fate.REPAIRED
        return Fate.UNPROVED if made or here or not finding.locations else Fate.GONE

    def _stands(self, expected: str, here: Sequence[Hashable]) -> bool:
        """Whether what was expected is printed at the place now, and not as a part of a longer figure."""
        wanted = re.compile(rf"(?<![\w.,]){re.escape(plain(expected))}(?![.,]?\w)")
        return bool(expected.strip()) and any(wanted.search(text) for key in here for text in self._texts[key])

    def _keys(self, finding: Finding) -> Iterator[tuple[str, Within]]:
        """Under which names its place may stand in the new submission: another title of its table, another word in its sentence."""
        if not finding.locations:
            return
        first = finding.locations[0]
        table, within = letters(first.table), self._own.within(first)
        for title in sorted({table} | self._titles.get(table, set())):
            if title or within:
                yield title, within
            if _is_whole(first):
                yield title, title
        if not table and isinstance(within, str):
            words = _words(first.text)
            yield from (("", one) for one, others in self._prose.items() if one != within and _is_like(words, others))


def _is_whole(location: Location) -> bool:
    """Whether it is a table as a whole: what is said of it is said of each of its cells."""
    return bool(location.table) and not location.row and not location.column


def _is_absence(finding: Finding) -> bool:
    """Whether it misses something, so that its place does not print what it states: that is looked for under what was expected."""
    return not finding.locations or plain(finding.stated) not in plain(finding.locations[0].text)


def _words(text: str) -> Counter[str]:
    return Counter(filter(None, map(letters, text.split())))


def _is_like(one: Counter[str], two: Counter[str]) -> bool:
    return _OF_WORDS * (one & two).total() >= _SAME_WORDS * max(one.total(), two.total(), 1)


def plain(text: str) -> str:
    """A text whatever its spaces and capitals."""
    return " ".join(text.split()).casefold()


def unnumbered_name(text: str) -> str:
    """A name without the number that stands in its own cell: that is another when a row is put in above."""
    return unnumbered(text).casefold()


def letters(text: str) -> str:
    """A title whatever its numbers: the year, or its own number, may be what was repaired."""
    return "".join(sign for sign in text.casefold() if sign.isalpha())
