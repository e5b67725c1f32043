"""Hasil Perbandingan: of each pair of submissions a document for Word, from a template that an office can change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.report.compared import KINDS, Compared, Paired, Row, Section, counts_of, figures_said, sections_of, unlike_said
from pipeline.report.dates import BLANK
from pipeline.report.files import put, safe_stems
from pipeline.report.pages import Summary
from pipeline.report.review import known, pages_read, spot_of
from pipeline.report.text import short
from pipeline.report.word import COMPARISON, Value, as_values, rendered, template_of
from pipeline.report.words import words

_LANG = "id"
_TEXT, _PLACE, _LISTED = 1500, 300, 500


@dataclass(frozen=True, slots=True)
class Submitted:
    """One of the two documents."""

    file: str
    sha256: str
    pages: str
    compared: int
    findings: int


@dataclass(frozen=True, slots=True)
class Result:
    """What became of things: its name, of how many, and what that means."""

    name: str
    count: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Item:
    """A finding, or a figure that changed, with its number."""

    number: str
    kind: str
    severity: str
    rule: str
    told: str
    place: str
    spot: str
    row: str
    before: str
    after: str
    expected: str
    difference: str
    remark: str


@dataclass(frozen=True, slots=True)
class Items:
    """The things of which one thing became; `more` counts those that are not listed."""

    items: tuple[Item, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Followed:
    """The whole document."""

    agency: str
    region: str
    year: str
    kind: str
    old: Submitted
    new: Submitted
    warning: str
    results: tuple[Result, ...]
    figures: str
    fresh: Items
    still: Items
    unasked: Items
    lost: Items
    repaired: Items
    unread: tuple[str, ...]


def write_docx(done: Compared, folder: Path, day: str = "", templates: Path | None = None) -> Iterator[str]:
    """One document a pair, named by the new file; the names come back. Two hyphens never stand in another report's stem."""
    stems = safe_stems(pair.new.file for pair in done.pairs)
    for pair in done.pairs:
        name = f"{stems[pair.new.file]}--perbandingan.docx"
        unread = [f"{one.document}: {one.message} {one.advice}" for one in done.problems if one.document in (pair.old.file, pair.new.file)]
        whole: dict[str, Value] = {"laporan": as_values(followed(pair, unread)), "tanggal": day or BLANK}
        put(folder / name, rendered(template_of(COMPARISON, templates), whole))
        yield name


def followed(pair: Paired, unread: Sequence[str] = ()) -> Followed:
    """What the document says of one pair."""
    spoken, counts = words(_LANG), counts_of(pair.comparison)
    lists = {section.kind: _items(section, spoken) for section in sections_of(pair.comparison, spoken, _LISTED)}
    return Followed(
        agency=known(pair.new.agency),
        region=known(pair.new.region),
        year=known(pair.new.year),
        kind=known(pair.new.kind),
        old=_submitted(pair.old),
        new=_submitted(pair.new),
        warning=short(unlike_said(pair, spoken), _TEXT),
        results=tuple(Result(spoken[kind], counts[kind], spoken[f"{kind}_note"]) for kind in KINDS),
        figures=figures_said(pair.comparison, spoken),
        **lists,
        unread=tuple(short(said, _TEXT) for said in dict.fromkeys(unread)),
    )


def _submitted(one: Summary) -> Submitted:
    return Submitted(short(one.file, _PLACE), one.sha256[:64], pages_read(one.pages), one.total.compared, sum(one.severities.values()))


def _items(section: Section, spoken: Mapping[str, str]) -> Items:
    return Items(tuple(_item(number, row, spoken) for number, row in section.numbered()), section.count - len(section.rows))


def _item(number: int, row: Row, spoken: Mapping[str, str]) -> Item:
    at = row.new or row.old
    return Item(
        number=str(number),
        kind=spoken.get(f"family.{row.family}", row.family),
        severity=spoken.get(f"severity.{row.severity}", ""),
        rule=row.rule,
        told=short(row.message, _TEXT),
        place=short(row.place, _PLACE),
        spot=spot_of(at, spoken),
        row=short(at.row, _PLACE) if at else "",
        before=short(row.before, _PLACE),
        after=short(row.after, _PLACE),
        expected=short(row.expected, _PLACE),
        difference=short(row.difference, _PLACE),
        remark=row.mark,
    )
