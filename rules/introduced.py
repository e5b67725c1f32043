"""Tables whose caption names an earlier year than what leads to them: the sentence right above, or the heading that it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.dates import YEAR
from rules.facts import Location, ReportView, Sentence, Tabel
from rules.misdated import misdated
from rules.misdated_headings import place_of, tables_below, years_in
from rules.outcome import Comparison, Verdict
from rules.table_places import NAMED_BELOW
from rules.texts import sentences_with
from rules.titles import plain_words, title_words

SENTENCE = "kalimat yang mengantarnya"

_EARLIER = 3
_FEWEST = 2
_SET_BESIDE = re.compile(r"banding|sebelum|lalu\b|perkembangan|dasar|data", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Introduced:
    """A table beside what leads to it: the caption's year held against that year; the caption comes first."""

    tabel: Tabel
    by: str
    result: Comparison
    places: tuple[Location, ...]


def introduced(report: ReportView) -> Iterator[Introduced]:
    """Every dated table to which a sentence or a heading of one year leads; nothing without the report's year."""
    year = report.identity.year
    if year is None:
        return
    found = [*_by_sentences(report), *_by_headings(report)]
    wrong = [one for one in found if one.result.verdict == Verdict.TEMUAN]
    known = {one.tabel.id for one in misdated(report) if one.verdict == Verdict.TEMUAN} if wrong else set()
    told: set[str] = set()
    for one in found:
        if one.result.verdict == Verdict.LOLOS or one.tabel.id not in known | told:
            yield one
        told.add(one.tabel.id)


def _by_sentences(report: ReportView) -> Iterator[Introduced]:
    """`... tahun 2021 tersaji pada tabel 5 di bawah ini`, where the caption has most words of its own from that sentence."""
    numbered: dict[str, list[Tabel]] = {}
    for tabel in report.tables:
        numbered.setdefault(tabel.nomor, []).append(tabel)
    own = title_words(f"{report.identity.agency.value} {report.identity.region.value}")
    for sentence in sentences_with(report, "tabel"):
        match = NAMED_BELOW.search(sentence.text)
        tables = numbered.get(match["nomor"], []) if match else []
        if len(tables) == 1 and _leads_to(sentence, tables[0], own):
            yield from _compared(report, tables[0], years_in(sentence.text), SENTENCE, sentence.location)


def _leads_to(sentence: Sentence, tabel: Tabel, own: frozenset[str]) -> bool:
    words = title_words(re.sub(YEAR, " ", tabel.judul)) - own
    shared = words & title_words(sentence.text)
    below = place_of(sentence.location.place)[0] <= place_of(tabel.location.place)[0]
    return below and len(shared) >= _FEWEST and 2 * len(shared) >= len(words) and not _SET_BESIDE.search(sentence.text)


def _by_headings(report: ReportView) -> Iterator[Introduced]:
    """A caption that repeats its heading word for word."""
    for index, tables in tables_below(report).items():
        heading = report.headings[index] if index >= 0 else None
        for tabel in tables if heading is not None and years_in(heading.text) else ():
            if heading is not None and years_in(tabel.judul) and _wording(tabel.judul) == _wording(heading.text):
                name = f"judul bagian “{heading.nomor} {heading.text}”"
                yield from _compared(report, tabel, years_in(heading.text), name, heading.location)


def _wording(title: str) -> str:
    return plain_words(re.sub(YEAR, "#", title))


def _compared(report: ReportView, tabel: Tabel, leading: set[int], by: str, place: Location) -> Iterator[Introduced]:
    """The years of caption and introduction, where each has one and that of the introduction is the report's."""
    year, captioned = report.identity.year or 0, years_in(tabel.judul)
    if leading != {year} or len(captioned) != 1 or not captioned <= {year, *range(year - _EARLIER, year)}:
        return
    (stated,) = captioned
    shown = {column.year for column in tabel.columns}
    others = [other for other in report.tables if other is not tabel and _wording(other.judul) == _wording(tabel.judul)]
    if stated != year and (stated in shown or others):
        return
    verdict = Verdict.LOLOS if stated == year else Verdict.TEMUAN
    yield Introduced(tabel, by, Comparison(verdict, f"Tahun {stated}", f"Tahun {year}"), (tabel.location, place))
