"""Counts of indicators by predikat, held against the table that gives each indicator its predikat or its capaian."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.exact import EXACT
from rules.facts import Fact, Location, Measure, ReportView, Skala, Tabel
from rules.outcome import Comparison, Verdict
from rules.said import Counted, Recap
from rules.telling import table_name

NONE_SUCH = "tidak ada tabel dengan jumlah indikator yang sama"


@dataclass(frozen=True, slots=True)
class Recapped:
    """One count of a recap with what the table of indicators gives; its places come first."""

    row: Counted
    result: Comparison
    places: tuple[Location, ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """A table whose rows are as many as the recap counts, with the rows of each predikat."""

    tabel: Tabel
    graded: Mapping[str, tuple[Fact, ...]]

    def agrees(self, recap: Recap) -> bool:
        return all(len(self.graded.get(_plain(row.label), ())) == row.count for row in recap.rows)


def recapped(report: ReportView) -> Iterator[Recapped]:
    """Every count of every recap."""
    for recap in report.said.recaps:
        sources = list(_sources(report, recap))
        if not sources:
            yield Recapped(recap.rows[0], Comparison(Verdict.TAK_DIPERIKSA, "", "", reason=NONE_SUCH), (recap.rows[0].location,))
            continue
        chosen = next((source for source in sources if source.agrees(recap)), None) or min(sources, key=lambda s: _distance(s.tabel, recap))
        yield from (_judged(row, chosen) for row in recap.rows)


def _distance(tabel: Tabel, recap: Recap) -> int:
    return abs(tabel.position - recap.position)


def _judged(row: Counted, source: _Source) -> Recapped:
    facts = source.graded.get(_plain(row.label), ())
    verdict = Verdict.LOLOS if len(facts) == row.count else Verdict.TEMUAN
    gap = EXACT.abs(EXACT.subtract(Decimal(row.count), Decimal(len(facts))))
    result = Comparison(verdict, str(row.count), str(len(facts)), str(gap), gap=gap)
    places = (row.location, *(fact.location for fact in facts)) if facts else (row.location, source.tabel.location)
    return Recapped(row, result, places, table_name(source.tabel))


def _sources(report: ReportView, recap: Recap) -> Iterator[_Source]:
    labels = {_plain(row.label) for row in recap.rows}
    total = sum(row.count for row in recap.rows)
    for tabel in report.tables:
        given = [fact for baris in tabel.rincian() for fact in baris.all(Measure.PREDIKAT) if fact.label]
        if given and len(given) == total and {_plain(fact.label) for fact in given} <= labels:
            yield _source(tabel, [(_plain(fact.label), fact) for fact in given])
    for skala in report.scales:
        if {_plain(band.label) for band in skala.bands} >= labels:
            yield from _graded_anew(report, skala, total)


def _graded_anew(report: ReportView, skala: Skala, total: int) -> Iterator[_Source]:
    """Tables without predikat of their own, each capaian in the one class of the scale that holds it."""
    for tabel in report.tables:
        facts = [fact for baris in tabel.rincian() for fact in baris.all(Measure.CAPAIAN) if fact.quantity is not None]
        rows = [baris for baris in tabel.rincian() if baris.subject]
        if len(facts) != total or len(rows) != total:
            continue
        classes = [(fact, [band.label for band in skala.bands if fact.quantity and fact.quantity.value in band.limits]) for fact in facts]
        if all(len(found) == 1 for _, found in classes):
            yield _source(tabel, [(_plain(found[0]), fact) for fact, found in classes])


def _source(tabel: Tabel, graded: Sequence[tuple[str, Fact]]) -> _Source:
    counted = Counter(label for label, _ in graded)
    return _Source(tabel, {label: tuple(fact for name, fact in graded if name == label) for label in counted})


def _plain(label: str) -> str:
    return " ".join(label.casefold().replace("/", " / ").split())
