"""Headings that name an earlier year, over a section whose tables and sentences are all of the report's year."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Place
from rules.dates import ANY_YEAR, PERIOD
from rules.facts import Heading, Location, ReportView, Tabel
from rules.outcome import Comparison, Verdict


@dataclass(frozen=True, slots=True)
class Dated:
    """A heading with its year, against that of the tables below it; the heading comes first."""

    result: Comparison
    places: tuple[Location, ...]
    name: str
    tables: tuple[Tabel, ...]


def dated_headings(report: ReportView) -> Iterator[Dated]:
    """Every heading of one year above tables that are dated, each with the report's year."""
    year = report.identity.year
    if year is None:
        return
    below = tables_below(report)
    for index, heading in enumerate(report.headings):
        named = years_in(heading.text)
        tables = below.get(index, ())
        dated = [tabel for tabel in tables if tabel.year is not None]
        if len(named) != 1 or not dated or not named <= {year, *range(year - 3, year)} or any(tabel.year != year for tabel in dated):
            continue
        (stated,) = named
        if stated != year and (stated in _told(report, heading) or any(c.year == stated for t in tables for c in t.columns)):
            continue
        verdict = Verdict.LOLOS if stated == year else Verdict.TEMUAN
        name = f"{heading.nomor} {heading.text}".strip()
        places = (heading.location, *(tabel.location for tabel in dated))
        yield Dated(Comparison(verdict, f"Tahun {stated}", f"Tahun {year}"), places, name, tuple(dated))


def tables_below(report: ReportView) -> dict[int, tuple[Tabel, ...]]:
    """The tables of each section, by the index of its heading."""
    starts = [place_of(heading.location.place) for heading in report.headings]
    found: dict[int, list[Tabel]] = defaultdict(list)
    for tabel in report.tables:
        found[bisect_right(starts, place_of(tabel.location.place)) - 1].append(tabel)
    return {index: tuple(tables) for index, tables in found.items()}


def place_of(place: Place) -> tuple[int, int]:
    return (place.page or place.line or 0, int(place.bbox[1]) if place.bbox else 0)


def _told(report: ReportView, heading: Heading) -> set[int]:
    """The years that the sentences of a section name."""
    texts = (sentence.text for sentence in report.sentences if heading.text in sentence.heading)
    return {year for text in texts for year in years_in(text)}


def years_in(text: str) -> set[int]:
    return {int(year) for year in ANY_YEAR.findall(PERIOD.sub(" ", text))}
