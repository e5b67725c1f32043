"""Whether what a finding is about stands in the next submission, and whether the same check holds there now.

A place is known by its table, row and column, or by the words of its sentence. That a finding is no more proves nothing: its page may
be gone, or its figures may no longer be read. It is repaired when a comparison of the same rule was made at its place and held, and
that comparison did not hold before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, TypeVar

from pipeline.audit.named import letters, plain
from pipeline.audit.standing import Standing, Within, is_whole, stated
from rules.facts import Location
from rules.outcome import HOLDS, Finding, Outcome, Verdict

Anything = TypeVar("Anything")
_DIGIT = re.compile(r"\d")
# How a finding of many figures states them, and that there are more.
_BETWEEN, _MORE = "; ", "…"
Key: TypeAlias = tuple[str, Within]


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


class Refound:
    """The new submission beside the old one, asked about findings of the old one; `titles` are those that its tables have now."""

    def __init__(self, old: Standing, new: Standing, titles: Mapping[str, frozenset[str]]) -> None:
        self._old, self._new, self._titles = old, new, titles

    def now(self, finding: Finding) -> Now:
        """What became of a finding that the new submission does not have."""
        here = [key for first in finding.locations[:1] for key in self._keys(first) if self._new.known([key])]
        made = self._new.made(finding.rule, _asked(finding, here))
        fresh = self._fresh(finding, made)
        if any(one.verdict == Verdict.TEMUAN for one in fresh):
            return Now(Fate.UNPROVED)
        held = [one for one in fresh if one.verdict in HOLDS]
        printed = self._printed(finding, here)
        if printed or (held and not any(map(self._is_emptied, finding.locations))):
            return self._shown(finding, held, printed, here)
        return Now(Fate.UNPROVED if made or here or not finding.locations else Fate.GONE)

    def _fresh(self, finding: Finding, made: Iterable[Outcome]) -> list[Outcome]:
        """The comparisons that came out otherwise before: what was right all along repairs nothing, and what was wrong breaks nothing."""
        keys = [key for location in finding.locations[:1] for key in self._names(location, [letters(location.table)])]
        return _beyond(made, self._old.made(finding.rule, _asked(finding, keys)), _compared)

    def _is_emptied(self, location: Location) -> bool:
        """Whether a cell that held a figure holds none any more: what is said of its whole table is not said of it."""
        if not (location.table and location.row and location.column and _DIGIT.search(location.text)):
            return False
        row, cell = (list(self._keys(one)) for one in (replace(location, column=""), location))
        return bool(self._new.known(row)) and not any(_DIGIT.search(one.text) for one in self._new.known(cell))

    def _shown(self, finding: Finding, held: Sequence[Outcome], printed: Location | None, here: Sequence[Hashable]) -> Now:
        """Repaired, with what is stated at its place now: what the check that holds compared there, or what was expected."""
        own = [one for one in held if one.locations and self._is_there(one, finding, here)]
        if len({plain(one.stated) for one in own}) == 1:
            return Now(Fate.REPAIRED, own[0].stated, own[0].locations[0], own[0].working)
        if printed:
            return Now(Fate.REPAIRED, finding.expected, printed)
        cells = [self._cell(one) for one in _stated_in(finding)]
        return Now(Fate.REPAIRED, _BETWEEN.join(cells) if all(cells) else "", next(iter(self._new.known(here)), None))

    def _cell(self, location: Location) -> str:
        """What is printed in a cell now; nothing where two have its name."""
        known = self._new.known(self._keys(location))
        alone = len({plain(one.text) for one in known}) == 1 and known[0].row and known[0].column
        return known[0].text if alone else ""

    def _is_there(self, outcome: Outcome, finding: Finding, here: Sequence[Hashable]) -> bool:
        """Whether a comparison is of the place itself, and not of its table as a whole; what was missing may stand anywhere."""
        first = outcome.locations[0]
        if plain(outcome.stated) == plain(finding.expected):
            return True
        return self._new.places.key(first) in here and (not is_whole(first) or is_whole(finding.locations[0]))

    def _printed(self, finding: Finding, here: Iterable[Hashable]) -> Location | None:
        """Where what was expected is printed at the place now, more often than before; not as a part of a longer figure."""
        wanted = re.compile(rf"(?<![\w.,]){re.escape(plain(finding.expected))}(?![.,]?\w)")
        if not finding.expected.strip() or not finding.locations:
            return None
        first = finding.locations[0]
        before = self._old.known(self._names(first, [letters(first.table)]))
        stood = max((len(wanted.findall(_text(one))) for one in before), default=0)
        return next((one for one in _beyond(self._new.known(here), before, _text) if len(wanted.findall(_text(one))) > stood), None)

    def _keys(self, location: Location) -> Iterator[Key]:
        """Under which names a place may stand in the new submission: its table may have another title."""
        table = letters(location.table)
        return self._names(location, sorted({table} | self._titles.get(table, frozenset())))

    def _names(self, location: Location, titles: Iterable[str]) -> Iterator[Key]:
        within = self._old.places.within(location)
        for title in titles:
            if title or within:
                yield title, within
            if is_whole(location):
                yield title, title


def _beyond(now: Iterable[Anything], before: Iterable[Anything], name: Callable[[Anything], Hashable]) -> list[Anything]:
    """What there is more of now than there was before."""
    left = Counter(map(name, before))
    found: list[Anything] = []
    for one in now:
        if left[name(one)] > 0:
            left[name(one)] -= 1
        else:
            found.append(one)
    return found


def _compared(outcome: Outcome) -> Hashable:
    """What it compares and what came of it, whatever else changed around it; of a whole table it states the title, whatever its number."""
    titled = any(plain(outcome.stated) == plain(one.table) for one in outcome.locations[:1])
    said = letters(outcome.stated) if titled else plain(outcome.stated)
    return outcome.verdict in HOLDS or outcome.verdict, said, plain(outcome.expected)


def _text(location: Location) -> str:
    return plain(location.text)


def _asked(finding: Finding, keys: Iterable[Key]) -> Iterator[Hashable]:
    """Where a comparison may have been made that tells of a finding: at its place, of its table, or where what it missed is stated."""
    for key in keys:
        yield from (key, key[0]) if key[0] else (key,)
    if _is_absence(finding):
        yield stated(finding.expected)


def _stated_in(finding: Finding) -> Sequence[Location]:
    """Where the figures stand that it states: the first of its places, or of several figures so many."""
    figures = [plain(one) for one in finding.stated.split(_BETWEEN) if one != _MORE]
    places = finding.locations[: len(figures)]
    return places if all(one in _text(place) for one, place in zip(figures, places, strict=False)) else places[:1]


def _is_absence(finding: Finding) -> bool:
    """Whether it misses something, so that its place does not print what it states: that is looked for under what was expected."""
    return not finding.locations or plain(finding.stated) not in plain(finding.locations[0].text)
