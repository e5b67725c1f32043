"""What became of the findings of a report in its next submission, and which figures changed that no finding was about.

A finding is found again by its fingerprint, where its figures changed by its rule, row and column, and one about many figures by most of
them, or by those that are left. One that is not found again is repaired only if the same check holds at its place now. A figure is found
again by its table, row and column; where two have the same names nothing is said of either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.audit.decisions import values_of
from pipeline.audit.named import NOTHING, Renamed, letters, plain, unnumbered_name
from pipeline.audit.refound import Fate, Refound
from pipeline.audit.renamed import renamed
from pipeline.audit.standing import Places, Standing
from rules.facts import Baris, Fact, Location, ReportView, Tabel
from rules.outcome import Finding, Outcome
from rules.quantity import Quantity

# Two tables are the same when more than half of their figures have the same names.
_HALF = 2


@dataclass(frozen=True, slots=True)
class Repaired:
    """A finding whose check holds now, with what is stated at its place, where, and the working; nothing where that is not sure."""

    finding: Finding
    stated: str
    place: Location | None
    working: str


@dataclass(frozen=True, slots=True)
class Still:
    """A finding that stands in both submissions; `changed` when its figures are others now."""

    old: Finding
    new: Finding
    changed: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """A finding that is no more, of which nobody can say that it was repaired; `gone` when its place is no more either."""

    finding: Finding
    gone: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that is another in the new submission; `found` when a new finding is about it."""

    old: Fact
    new: Fact
    found: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two submissions of one report beside each other; `unmatched` counts the figures of the old one that were not found again."""

    repaired: tuple[Repaired, ...]
    lost: tuple[Lost, ...]
    still: tuple[Still, ...]
    new: tuple[Finding, ...]
    changed: tuple[Changed, ...]
    compared: int
    unmatched: int


@dataclass(frozen=True, slots=True)
class Submission:
    """One submission: its facts, its findings, and every comparison that was made."""

    view: ReportView
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]


def compared(old: Submission, new: Submission, same_agency: bool = True) -> Comparison:
    """The new submission beside the old one; findings that reviewers settled are none, and another agency repairs none of them."""
    before, after = [f for f in old.findings if f.is_open], [f for f in new.findings if f.is_open]
    partners = _tables(old.view.tables, new.view.tables)
    other_words = renamed(old.view, new.view, partners, before)
    own, others = Places(old.view, other_words), Places(new.view)
    pairs = _paired([_sought(f, own) for f in before], [_sought(f, others) for f in after])
    again = {id(two) for _, two in pairs.values()}
    figures, count, unmatched = _figures(old.view, partners, other_words)
    asked, found = _spots(old.findings), _spots(after)
    changed = tuple(Changed(one, two, _spot(two.location) in found) for one, two in figures if _spot(one.location) not in asked)
    standing = Standing(own, old.view, old.outcomes), Standing(others, new.view, new.outcomes)
    refound = Refound(*standing, _titles(old.view.tables, partners))
    fates = [(f, refound.now(f)) for f in before if id(f) not in pairs]
    return Comparison(
        repaired=tuple(Repaired(f, now.stated, now.place, now.working) for f, now in fates if now.fate == Fate.REPAIRED and same_agency),
        lost=tuple(Lost(f, now.fate == Fate.GONE) for f, now in fates if now.fate != Fate.REPAIRED or not same_agency),
        still=tuple(Still(one, two, values_of(one) != values_of(two)) for one, two in pairs.values()),
        new=tuple(f for f in after if id(f) not in again),
        changed=changed,
        compared=count,
        unmatched=unmatched,
    )


# ------------------------------------------------------------------ findings


@dataclass(frozen=True, slots=True)
class _Sought:
    """A finding with what it is found again by, the surest first; and all its places."""

    finding: Finding
    keys: tuple[Hashable, ...]
    places: frozenset[Hashable]


def _sought(finding: Finding, places: Places) -> _Sought:
    """By its fingerprint, its place with what is stated there, its place, and its place whatever its table."""
    first, others = finding.locations[:1], frozenset(map(places.key, finding.locations))
    place, within = tuple(map(places.key, first)), tuple(map(places.within, first))
    rule = finding.rule
    return _Sought(finding, (finding.fingerprint, (rule, place, plain(finding.stated)), (rule, place), (rule, within)), others)


def _paired(before: Sequence[_Sought], after: Sequence[_Sought]) -> Mapping[int, tuple[Finding, Finding]]:
    """The findings of both, by the identity of the old one, in the order of the old ones."""
    found: dict[int, _Sought] = {}
    taken: set[int] = set()
    for kind in range(len(before[0].keys) if before else 0):
        waiting: dict[Hashable, list[_Sought]] = defaultdict(list)
        for two in after:
            if id(two) not in taken:
                waiting[two.keys[kind]].append(two)
        for one in before:
            if id(one) not in found and waiting[one.keys[kind]]:
                found[id(one)] = waiting[one.keys[kind]].pop(0)
                taken.add(id(found[id(one)]))
    for one in before:
        left = (two for two in after if id(two) not in taken)
        if id(one) not in found and (again := next((two for two in left if _has_its_places(one, two)), None)):
            found[id(one)] = again
            taken.add(id(again))
    return {id(one.finding): (one.finding, found[id(one)].finding) for one in before if id(one) in found}


def _has_its_places(one: _Sought, two: _Sought) -> bool:
    """Whether two findings of a rule are about the same places but for a few, or the new one about some of them only."""
    common = len(one.places & two.places)
    some = 0 < common == len(two.places)
    return one.finding.rule == two.finding.rule and (some or _HALF * common > max(len(one.places), len(two.places)))


# ------------------------------------------------------------------ figures


def _figures(old: ReportView, partners: Mapping[int, Tabel], other_words: Renamed) -> tuple[list[tuple[Fact, Fact]], int, int]:
    """The figures that are others now, how many were found again, and how many were not."""
    changed: list[tuple[Fact, Fact]] = []
    count = unmatched = 0
    for position, table in enumerate(old.tables):
        facts, others = _named(table, other_words), _named(partners[position]) if position in partners else {}
        for name, one in facts.items():
            two = others.get(name)
            if one is None or two is None:
                unmatched += 1
                continue
            count += 1
            if _differ(one, two):
                changed.append((one, two))
    return changed, count, unmatched


def _named(table: Tabel, other_words: Renamed = NOTHING) -> Mapping[Hashable, Fact | None]:
    """The figures of a table by row and column; none where two have the same name."""
    found: dict[Hashable, Fact | None] = {}
    for baris in table.baris:
        row = _row_name(table, baris, other_words)
        for fact in baris.facts:
            name = (row, other_words.column(table, fact))
            found[name] = None if name in found else fact
    return found


def _row_name(table: Tabel, baris: Baris, other_words: Renamed) -> Hashable:
    """Its words and those that it stands under, as the new submission calls them."""
    return baris.peran, *other_words.under(table, baris), tuple(map(plain, baris.context))


def _tables(old: Sequence[Tabel], new: Sequence[Tabel]) -> Mapping[int, Tabel]:
    """The partner of each old table: the one that shares most names of figures, of those with its title if there are any.

    Of those that share no names, for their columns are headed otherwise, the one that shares most figures, row by row.
    """
    left = set(range(len(new)))
    found: dict[int, Tabel] = {}
    for titled, named in ((True, _named), (False, _named), (False, _valued)):
        names = [frozenset(named(table)) for table in new]
        for position, table in enumerate(old):
            own = frozenset(named(table))
            if position in found or not own:
                continue
            chosen = [at for at in sorted(left) if not titled or letters(new[at].judul) == letters(table.judul)]
            best = max(chosen, key=_likeness(own, names, position), default=None)
            if best is not None and (_HALF * len(own & names[best]) > max(len(own), len(names[best])) or (titled and own & names[best])):
                found[position] = new[best]
                left.discard(best)
    return found


def _titles(old: Sequence[Tabel], partners: Mapping[int, Tabel]) -> Mapping[str, frozenset[str]]:
    """Which titles the tables of an old title have now, in letters."""
    found: dict[str, set[str]] = defaultdict(set)
    for position, table in partners.items():
        found[letters(old[position].location.table)].add(letters(table.location.table))
    return {title: frozenset(others) for title, others in found.items()}


def _valued(table: Tabel) -> Iterable[Hashable]:
    """What its figures are and say, and of which rows, whatever the columns are headed by."""
    facts = ((baris, fact) for baris in table.baris for fact in baris.facts)
    return {(unnumbered_name(b.name), f.measure, f.year, f.number.value) for b, f in facts if isinstance(f.number, Quantity)}


def _likeness(own: frozenset[Hashable], names: Sequence[frozenset[Hashable]], position: int) -> Callable[[int], tuple[int, int]]:
    return lambda at: (len(own & names[at]), -abs(at - position))


def _differ(one: Fact, two: Fact) -> bool:
    """Another value, or another word where it is a word; the same amount printed otherwise is none."""
    if isinstance(one.number, Quantity) and isinstance(two.number, Quantity):
        return one.number.value != two.number.value
    return plain(one.location.text) != plain(two.location.text)


def _spots(findings: Iterable[Finding]) -> frozenset[Hashable]:
    """Every place that findings name, with what stands there."""
    places = [location for finding in findings for location in finding.locations]
    places += [location for finding in findings if finding.diagnosis for location in finding.diagnosis.places]
    return frozenset(map(_spot, places))


def _spot(location: Location) -> Hashable:
    return location.place, plain(location.text)
