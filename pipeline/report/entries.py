"""The findings in the order in which people read them: by severity, then kind, one entry for each cause; what is settled comes last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.report.evidence import Atlas, Evidence, Mark, evidence_of, find
from pipeline.report.pictures import Camera, Picture
from pipeline.report.text import short
from pipeline.report.words import FAMILIES
from rules.facts import Location
from rules.outcome import Finding, Severity

SEVERITIES = tuple(Severity)
_FAMILY_ORDER = {family: index for index, family in enumerate(FAMILIES)}
# The heading under which stands what no longer accuses.
SETTLED = "settled"
_OTHERS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding, or several of one cause: the gravest leads, the others are its symptoms. Numbers run through the report."""

    number: str
    lead: Finding
    symptoms: tuple[tuple[str, Finding], ...] = ()

    @property
    def members(self) -> tuple[tuple[str, Finding], ...]:
        """All its findings with their numbers, in the order in which they are shown."""
        return (self.number, self.lead), *self.symptoms


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with all that is shown of it; `more` counts the places that are not even named."""

    number: str
    finding: Finding
    place: str
    others: tuple[str, ...]
    more: int
    evidence: Evidence
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Block:
    """The entries of one kind of check within a severity, each as its cards, the lead first."""

    family: str
    entries: tuple[tuple[Card, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one severity, or those that a reviewer settled; whoever adds up comes to what is counted by severity.

    `own` are its findings of that severity, `lighter` those that come with them by their cause; `elsewhere` are findings of that
    severity that come with graver ones.
    """

    severity: str
    entries: int
    own: int
    lighter: int
    elsewhere: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What showing a finding takes: where the cells of its report stand, a camera on its pages, and words."""

    atlas: Atlas
    shots: Camera
    words: Mapping[str, str]


def entries_of(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """The findings as numbered entries."""
    found = list(findings)
    causes: dict[tuple[str, bool], list[Finding]] = {}
    for finding in found:
        causes.setdefault((finding.cause or f"\0{finding.id}", finding.is_open), []).append(finding)
    members = sorted((sorted(group, key=_gravity) for group in causes.values()), key=_rank)
    return tuple(_entry(number, group) for number, group in enumerate(members, start=1))


def told(shown: str, finding: Finding, words: Mapping[str, str]) -> str:
    """What a finding says in a format without boxes: the lead of an entry (a number without a dot) with the cause of it all.

    A symptom says what is wrong in it with the proposal too.
    """
    if finding.diagnosis is None:
        return finding.message
    if "." not in shown:
        return f"{finding.message} {words['cause']}: {finding.diagnosis.sentence}"
    return f"{finding.message} {words['left']} {finding.diagnosis.left}" if finding.diagnosis.left else finding.message


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Every finding with the number under which all formats show it."""
    for entry in entries_of(findings):
        yield from entry.members


def groups_of(entries: Iterable[Entry], desk: Desk) -> tuple[Group, ...]:
    """The entries as cards, grouped by severity and kind; a severity whose findings all come with graver ones has no entries."""
    by_heading: dict[str, list[Entry]] = {}
    for entry in entries:
        by_heading.setdefault(_heading(entry.lead), []).append(entry)
    every = Counter(_heading(finding) for entries in by_heading.values() for entry in entries for _, finding in entry.members)
    return tuple(_group(code, by_heading.get(code, []), every[code], desk) for code in (*SEVERITIES, SETTLED) if every[code])


def _group(heading: str, entries: Sequence[Entry], every: int, desk: Desk) -> Group:
    headings = Counter(_heading(finding) for entry in entries for _, finding in entry.members)
    own = headings[heading]
    blocks = tuple(
        Block(family, tuple(_cards(entry, desk) for entry in of_family))
        for family, of_family in groupby(entries, key=lambda entry: entry.lead.family)
    )
    return Group(heading, len(entries), own, headings.total() - own, every - own, blocks)


def _heading(finding: Finding) -> str:
    return finding.severity.value if finding.is_open else SETTLED


def where(location: Location, words: Mapping[str, str]) -> str:
    """Page, line or part: where a reader finds it."""
    place = location.place
    parts = (
        f"{words['page']} {place.page}" if place.page is not None else "",
        f"{words['line']} {place.line}" if place.line is not None else "",
        f"{words['part']} {short(place.part, 80)}" if place.part else "",
    )
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def described(location: Location, words: Mapping[str, str]) -> str:
    """A place in one line: where it is, and the table, row and column as printed."""
    parts = (
        where(location, words),
        short(location.table, 160),
        f"{words['row'].lower()} “{short(location.row, 160)}”" if location.row else "",
        f"{words['column'].lower()} “{short(location.column, 120)}”" if location.column else "",
    )
    return " · ".join(part for part in parts if part)


def _gravity(finding: Finding) -> tuple[int, bool]:
    """The gravest first; of those as grave the one that names what is wrong by the cause of them all."""
    return SEVERITIES.index(finding.severity), not finding.is_at_its_cause


def _rank(group: Sequence[Finding]) -> tuple[bool, int, int]:
    return not group[0].is_open, SEVERITIES.index(group[0].severity), _FAMILY_ORDER.get(group[0].family, len(_FAMILY_ORDER))


def _entry(number: int, group: Sequence[Finding]) -> Entry:
    lead, *rest = group
    return Entry(str(number), lead, tuple((f"{number}.{index}", finding) for index, finding in enumerate(rest, start=1)))


def _cards(entry: Entry, desk: Desk) -> tuple[Card, ...]:
    evidence = evidence_of(desk.atlas, entry.lead, tuple(finding for _, finding in entry.symptoms))
    lead = replace(_card(entry.number, entry.lead, evidence, desk), picture=_picture(entry.lead, evidence, desk))
    return (lead, *(_symptom(number, finding, lead, desk) for number, finding in entry.symptoms))


def _symptom(number: str, finding: Finding, lead: Card, desk: Desk) -> Card:
    """A symptom; what its lead's excerpt or picture already shows is not shown again."""
    spots = [find(desk.atlas, location) for location in finding.locations]
    shown = lead.evidence
    if spots and spots[0] in shown.seen and all(spot is not None and spot.table in shown.tables for spot in spots):
        return replace(_card(number, finding, Evidence(), desk), others=(), more=0)
    evidence = evidence_of(desk.atlas, finding)
    card = _card(number, finding, evidence, desk)
    return card if _page(finding) == _page(lead.finding) else replace(card, picture=_picture(finding, evidence, desk))


def _picture(finding: Finding, evidence: Evidence, desk: Desk) -> Picture | None:
    """The page of a finding; of a figure in a sentence only its line is known."""
    return desk.shots.take(finding.locations, finding.corrected, line=any(quote.mark == Mark.WRONG for quote in evidence.quotes))


def _page(finding: Finding) -> int | None:
    return finding.locations[0].place.page if finding.locations else None


def _card(number: str, finding: Finding, evidence: Evidence, desk: Desk) -> Card:
    others = finding.locations[1:]
    return Card(
        number=number,
        finding=finding,
        place=described(finding.locations[0], desk.words) if finding.locations else desk.words["whole_report"],
        others=tuple(_other(location, desk.words) for location in others[:_OTHERS]),
        more=max(len(others) - _OTHERS, 0),
        evidence=evidence,
        picture=None,
    )


def _other(location: Location, words: Mapping[str, str]) -> str:
    """A further place; a sentence is quoted elsewhere, a cell here."""
    told = described(location, words)
    return f"{told}: {short(location.text, 60)}" if location.text and location.column else told
