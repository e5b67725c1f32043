"""What became of the findings of a report in its next submission, and which figures changed that no finding was about.

A finding is found again by its fingerprint, and where its figures changed by its rule, row and column. A figure is found again by
its table, row and column; where two have the same names nothing is said of either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.audit.decisions import values_of
from pipeline.normalize.names import unnumbered
from rules.facts import Baris, Fact, Location, ReportView, Tabel
from rules.outcome import Finding
from rules.quantity import Quantity

# Two tables are the same when more than half of their figures have the same names.
_HALF = 2


@dataclass(frozen=True, slots=True)
class Still:
    """A finding that stands in both submissions; `changed` when its figures are others now."""

    old: Finding
    new: Finding
    changed: bool


@dataclass(frozen=True, slots=True)
class Repaired:
    """A finding that is no more; `gone` when its row is no more either, so that nobody can say that it was repaired."""

    finding: Finding
    gone: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that is another in the new submission; `found` when a new finding is about it."""

    old: Location
    new: Location
    found: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two submissions of one report beside each other; `unmatched` counts the figures of the old one that were not found again."""

    repaired: tuple[Repaired, ...]
    still: tuple[Still, ...]
    new: tuple[Finding, ...]
    changed: tuple[Changed, ...]
    compared: int
    unmatched: int


@dataclass(frozen=True, slots=True)
class Submission:
    """One submission: its facts and its findings."""

    view: ReportView
    findings: tuple[Finding, ...]


def compared(old: Submission, new: Submission) -> Comparison:
    """The new submission beside the old one; findings that reviewers settled are none."""
    before, after = [f for f in old.findings if f.is_open], [f for f in new.findings if f.is_open]
    own, others = _names(old.view), _names(new.view)
    pairs = _paired([(f, _keys(f, own)) for f in before], [(f, _keys(f, others)) for f in after])
    again = {id(two) for _, two in pairs.values()}
    figures, count, unmatched = _figures(old.view, new.view)
    asked, found = _spots(old.findings), _spots(after)
    rows = frozenset(others.values())
    changed = tuple(
        Changed(one.location, two.location, _spot(two.location) in found) for one, two in figures if _spot(one.location) not in asked
    )
    return Comparison(
        repaired=tuple(Repaired(f, _is_gone(f, own, rows)) for f in before if id(f) not in pairs),
        still=tuple(Still(one, two, values_of(one) != values_of(two)) for one, two in pairs.values()),
        new=tuple(f for f in after if id(f) not in again),
        changed=changed,
        compared=count,
        unmatched=unmatched,
    )


# ------------------------------------------------------------------ findings


_Keys: TypeAlias = tuple[Hashable, Hashable, Hashable]


def _names(view: ReportView) -> Mapping[str, str]:
    """The name of each row by what findings print of it, which is its number and its name."""
    return {fact.location.row: _unnumbered(baris.name) for _, baris, fact in view.facts()}


def _row(printed: str, names: Mapping[str, str]) -> str:
    return names.get(printed) or _unnumbered(printed)


def _keys(finding: Finding, names: Mapping[str, str]) -> _Keys:
    """Fingerprint, place, and row and column; of what stands in no row the words of its sentence, whatever its figures."""
    first = finding.locations[0] if finding.locations else None
    if first is None:
        return finding.fingerprint, finding.rule, finding.rule
    named = bool(first.row or first.column)
    said = (finding.rule, _row(first.row, names), _plain(first.column)) if named else (finding.rule, _letters(first.text))
    return finding.fingerprint, (_letters(first.table), said), said


def _paired(before: Sequence[tuple[Finding, _Keys]], after: Sequence[tuple[Finding, _Keys]]) -> Mapping[int, tuple[Finding, Finding]]:
    """The findings of both, by the identity of the old one, in the order of the old ones."""
    found: dict[int, tuple[Finding, Finding]] = {}
    taken: set[int] = set()
    for kind in range(3):
        waiting: dict[Hashable, list[Finding]] = defaultdict(list)
        for two, keys in after:
            if id(two) not in taken:
                waiting[keys[kind]].append(two)
        for one, keys in before:
            if id(one) not in found and waiting[keys[kind]]:
                two = waiting[keys[kind]].pop(0)
                found[id(one)] = (one, two)
                taken.add(id(two))
    return {id(one): found[id(one)] for one, _ in before if id(one) in found}


def _is_gone(finding: Finding, names: Mapping[str, str], rows: frozenset[str]) -> bool:
    """Its row is in no table of the new submission; of a sentence nobody knows."""
    first = finding.locations[0] if finding.locations else None
    return first is not None and bool(first.row) and bool(first.table) and _row(first.row, names) not in rows


# ------------------------------------------------------------------ figures


def _figures(old: ReportView, new: ReportView) -> tuple[list[tuple[Fact, Fact]], int, int]:
    """The figures that are others now, how many were found again, and how many were not."""
    changed: list[tuple[Fact, Fact]] = []
    count = unmatched = 0
    partners = _tables(old.tables, new.tables)
    for position, table in enumerate(old.tables):
        facts, others = _named(table), _named(partners[position]) if position in partners else {}
        for name, one in facts.items():
            two = others.get(name)
            if one is None or two is None:
                unmatched += 1
                continue
            count += 1
            if _differ(one, two):
                changed.append((one, two))
    return changed, count, unmatched


def _named(table: Tabel) -> Mapping[Hashable, Fact | None]:
    """The figures of a table by row and column; none where two have the same name."""
    found: dict[Hashable, Fact | None] = {}
    for baris in table.baris:
        row = _row_name(table, baris)
        for fact in baris.facts:
            name = (row, fact.measure, fact.column.group, _plain(fact.column.header), fact.column.variant)
            found[name] = None if name in found else fact
    return found


def _row_name(table: Tabel, baris: Baris) -> Hashable:
    """Its words and those that it stands under."""
    parent = table.baris[baris.parent].name if baris.parent is not None else ""
    return baris.peran, _unnumbered(parent), _unnumbered(baris.name), tuple(map(_plain, baris.context))


def _tables(old: Sequence[Tabel], new: Sequence[Tabel]) -> Mapping[int, Tabel]:
    """The partner of each old table: the one that shares most names of figures, of those with its title if there are any."""
    names = [frozenset(_named(table)) for table in new]
    left = set(range(len(new)))
    found: dict[int, Tabel] = {}
    for titled in (True, False):
        for position, table in enumerate(old):
            own = frozenset(_named(table))
            if position in found or not own:
                continue
            chosen = [at for at in sorted(left) if not titled or _letters(new[at].judul) == _letters(table.judul)]
            best = max(chosen, key=_likeness(own, names, position), default=None)
            if best is not None and (_HALF * len(own & names[best]) > max(len(own), len(names[best])) or (titled and own & names[best])):
                found[position] = new[best]
                left.discard(best)
    return found


def _likeness(own: frozenset[Hashable], names: Sequence[frozenset[Hashable]], position: int) -> Callable[[int], tuple[int, int]]:
    return lambda at: (len(own & names[at]), -abs(at - position))


def _differ(one: Fact, two: Fact) -> bool:
    """Another value, or another word where it is a word; the same amount printed otherwise is none."""
    if isinstance(one.number, Quantity) and isinstance(two.number, Quantity):
        return one.number.value != two.number.value
    return _plain(one.location.text) != _plain(two.location.text)


def _spots(findings: Iterable[Finding]) -> frozenset[Hashable]:
    """Every place that findings name, with what stands there."""
    places = [location for finding in findings for location in finding.locations]
    places += [location for finding in findings if finding.diagnosis for location in finding.diagnosis.places]
    return frozenset(map(_spot, places))


def _spot(location: Location) -> Hashable:
    return location.place, _plain(location.text)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _unnumbered(text: str) -> str:
    """A name without the number that stands in its own cell: that is another when a row is put in above."""
    return unnumbered(text).casefold()


def _letters(text: str) -> str:
    """A title whatever its numbers: the year, or its own number, may be what was repaired."""
    return "".join(sign for sign in text.casefold() if sign.isalpha())
