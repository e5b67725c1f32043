"""Catatan Hasil Reviu: each cause as a note with condition, criteria, effect and advice, ready for its template."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.report.amended import amended, corrected, told
from pipeline.report.decided import decided
from pipeline.report.entries import Entry, described, entries_of, where
from pipeline.report.pages import Identified, Pages, ReportResult, summary_of
from pipeline.report.text import as_points, short
from pipeline.report.words import words
from rules.base import all_rules
from rules.facts import Location
from rules.outcome import Finding, Severity
from rules.reference import load

_LANG = "id"
_TEXT, _PLACE, _COLUMN, _SYMPTOMS = 1500, 300, 40, 25
_GRAVE = (Severity.TINGGI, Severity.SEDANG)


@dataclass(frozen=True, slots=True)
class Symptom:
    """A further comparison of the same cause."""

    number: str
    place: str
    told: str


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, or several of one cause, as the agency receives it."""

    number: str
    kind: str
    severity: str
    place: str
    spot: str
    condition: str
    stated: str
    expected: str
    difference: str
    working: str
    cause: str
    criteria: str
    basis: str
    effect: str
    advice: str
    response: str
    symptoms: tuple[Symptom, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Group:
    """Notes of one rule that matter less: what they have in common is said once."""

    kind: str
    criteria: str
    basis: str
    effect: str
    advice: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the index: every finding, also those that need no answer any more."""

    number: str
    kind: str
    severity: str
    place: str
    rule: str
    decision: str
    id: str


@dataclass(frozen=True, slots=True)
class Review:
    """The whole document."""

    agency: str
    region: str
    year: str
    kind: str
    file: str
    sha256: str
    pages: str
    compared: int
    unchecked: int
    severities: tuple[tuple[str, int], ...]
    notes: tuple[Note, ...]
    minor: tuple[Group, ...]
    listed: tuple[Listed, ...]
    unread: tuple[str, ...]
    amended: tuple[str, ...]


def review_of(result: ReportResult) -> Review:
    """The notes on one report."""
    spoken = words(_LANG)
    summary = summary_of(result, result.document.problems, _LANG)
    entries = entries_of(result.findings)
    return Review(
        agency=known(summary.agency),
        region=known(summary.region),
        year=known(summary.year),
        kind=known(summary.kind),
        file=short(summary.file, _PLACE),
        sha256=summary.sha256[:64],
        pages=pages_read(summary.pages),
        compared=summary.total.compared,
        unchecked=summary.total.tak_diperiksa,
        severities=(
            *((spoken[f"severity.{s.value}"], summary.severities[s.value]) for s in Severity),
            *(((spoken["severity.settled"], summary.settled),) if summary.settled else ()),
        ),
        notes=tuple(_note(entry, spoken) for entry in entries if entry.lead.is_open and entry.lead.severity in _GRAVE),
        minor=tuple(_groups([entry for entry in entries if entry.lead.is_open and entry.lead.severity not in _GRAVE], spoken)),
        listed=tuple(line for entry in entries for line in _listed(entry, spoken)),
        unread=tuple(short(f"{problem.message} {problem.advice}", _TEXT) for problem in result.document.problems),
        amended=tuple(told(one, spoken) for one in amended(result.amended, spoken)),
    )


def known(said: Identified) -> str:
    """What a report says of itself, or room to write it."""
    return said.value or "……………"


def pages_read(pages: Pages) -> str:
    """How much of a document was read."""
    read = f"{pages.read} dibaca, {pages.unread_count} tidak dibaca dari {pages.total} halaman"
    return read if pages.total else "berkas teks tanpa halaman"


def _groups(entries: Sequence[Entry], spoken: Mapping[str, str]) -> Iterator[Group]:
    by_rule: dict[str, list[Entry]] = {}
    for entry in entries:
        by_rule.setdefault(entry.lead.rule, []).append(entry)
    for members in by_rule.values():
        notes = tuple(_note(entry, spoken) for entry in members)
        first = notes[0]
        yield Group(first.kind, first.criteria, first.basis, first.effect, _usual(members[0].lead)["saran"], notes)


def _usual(finding: Finding) -> Mapping[str, str]:
    """The effect and the advice that go with the kind of a finding."""
    said: Mapping[str, Mapping[str, str]] = load.table("catatan_reviu")
    return said.get(finding.family, said["umum"])


def _note(entry: Entry, spoken: Mapping[str, str]) -> Note:
    lead = entry.lead
    usual = _usual(lead)
    return Note(
        number=entry.number,
        kind=spoken.get(f"family.{lead.family}", lead.family),
        severity=spoken[f"severity.{lead.severity}"],
        place=_place(lead, spoken),
        spot=spot_of(_first(lead), spoken),
        condition=_condition(lead, spoken),
        stated=short(lead.stated, _PLACE),
        expected=short(lead.expected, _PLACE),
        difference=short(as_points(lead.difference, spoken["points"], lead.stated, lead.expected), _PLACE),
        working=short(lead.working, _TEXT),
        cause=short(lead.diagnosis.sentence, _TEXT) if lead.diagnosis else "",
        criteria=_criteria(lead),
        basis=short(lead.basis, _PLACE),
        effect=usual["akibat"],
        advice=_advice(lead, usual["saran"]),
        response=short(decided(lead).response, _TEXT),
        symptoms=tuple(_symptom(number, finding, spoken) for number, finding in entry.symptoms[:_SYMPTOMS]),
        more=max(len(entry.symptoms) - _SYMPTOMS, 0),
    )


def _condition(finding: Finding, spoken: Mapping[str, str]) -> str:
    """What is said of it, and on whose reading that rests where the machine read otherwise."""
    parts = (finding.message, *(f"{spoken['corrected']}: {corrected(one, spoken)}." for one in finding.corrected))
    return short(" ".join(parts), _TEXT)


def _symptom(number: str, finding: Finding, spoken: Mapping[str, str]) -> Symptom:
    left = f"{spoken['left']} {finding.diagnosis.left}" if finding.diagnosis and finding.diagnosis.left else ""
    return Symptom(number, _brief(_first(finding), spoken), short(f"{_condition(finding, spoken)} {left}".strip(), _TEXT))


def _criteria(finding: Finding) -> str:
    """What must hold, as the rule itself says it."""
    return short(_statements().get(finding.rule, finding.title), _TEXT)


@cache
def _statements() -> Mapping[str, str]:
    return {rule.code: " ".join(inspect.cleandoc(rule.__doc__ or rule.title).split("\n\n")[0].split()) for rule in all_rules()}


def _advice(finding: Finding, usual: str) -> str:
    """The usual advice, with the value that the cause proposes where there is one."""
    if finding.diagnosis is None or not finding.diagnosis.proposed:
        return usual
    stated, proposed = (short(text, _PLACE) for text in (finding.diagnosis.stated, finding.diagnosis.proposed))
    # In brackets stands why nothing is printed.
    change = f"ubah {stated} menjadi {proposed}" if stated and not stated.startswith("(") else f"cantumkan {proposed}"
    return f"{usual} Bila dokumen sumber membenarkannya, {change}."


def _place(finding: Finding, spoken: Mapping[str, str]) -> str:
    return short(described(finding.locations[0], spoken), _PLACE) if finding.locations else spoken["whole_report"]


def spot_of(location: Location | None, spoken: Mapping[str, str]) -> str:
    """Where, in a narrow column: what the row is called stands in the condition."""
    column = short(location.column, _COLUMN) if location else ""
    brief = _brief(location, spoken)
    return f"{brief}, kolom “{column}”" if column else brief


def _brief(location: Location | None, spoken: Mapping[str, str]) -> str:
    return where(location, spoken) if location else spoken["whole_report"]


def _first(finding: Finding) -> Location | None:
    return finding.locations[0] if finding.locations else None


def _listed(entry: Entry, spoken: Mapping[str, str]) -> Iterator[Listed]:
    for number, finding in ((entry.number, entry.lead), *entry.symptoms):
        yield Listed(
            number,
            spoken.get(f"family.{finding.family}", finding.family),
            spoken[f"severity.{finding.severity}"],
            _brief(_first(finding), spoken),
            finding.rule,
            decided(finding).decision,
            finding.id,
        )
