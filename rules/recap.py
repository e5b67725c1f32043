"""Counts of indicators by predikat, in a table or a sentence, held against the table that gives each one its predikat or capaian."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.exact import EXACT, ZERO
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
        return all(len(self.graded.get(plain_label(row.label), ())) == row.count for row in recap.rows)


def recapped(report: ReportView) -> Iterator[Recapped]:
    """Every count of every recap."""
    for recap in report.said.recaps:
        sources = list(_sources(report, recap))
        if not sources:
            yield _alone(recap)
            continue
        chosen = next((source for source in sources if source.agrees(recap)), None) or min(sources, key=lambda s: _distance(s.tabel, recap))
        yield from (_judged(row, chosen) for row in recap.rows)


def _alone(recap: Recap) -> Recapped:
    """A recap without its table: of a sentence it can still be said whether its counts make the whole."""
    place, total = recap.rows[0].location, _total(recap)
    if recap.whole is None:
        return Recapped(recap.rows[0], Comparison(Verdict.TAK_DIPERIKSA, "", "", reason=NONE_SUCH), (place,))
    verdict = Verdict.LOLOS if total == recap.whole else Verdict.TEMUAN
    working = f"{' + '.join(str(row.count) for row in recap.rows)} = {total}"
    return Recapped(recap.rows[0], Comparison(verdict, f"{recap.whole} {recap.level}", str(total), working=working), (place,))


def _total(recap: Recap) -> int:
    return sum(row.count for row in recap.rows)


def _distance(tabel: Tabel, recap: Recap) -> int:
    """In tables between the two; of a sentence in pages or lines."""
    if recap.whole is None:
        return abs(tabel.position - recap.position)
    one, two = tabel.location.place, recap.rows[0].location.place
    return abs((one.page or one.line or 0) - (two.page or two.line or 0))


def _judged(row: Counted, source: _Source) -> Recapped:
    facts = source.graded.get(plain_label(row.label), ())
    verdict = Verdict.LOLOS if len(facts) == row.count else Verdict.TEMUAN
    gap = EXACT.abs(EXACT.subtract(Decimal(row.count), Decimal(len(facts))))
    result = Comparison(verdict, str(row.count), str(len(facts)), str(gap), gap=gap)
    places = (row.location, *(fact.location for fact in facts)) if facts else (row.location, source.tabel.location)
    return Recapped(row, result, places, table_name(source.tabel))


def _sources(report: ReportView, recap: Recap) -> Iterator[_Source]:
    labels = {plain_label(row.label) for row in recap.rows}
    total = recap.whole if recap.whole is not None else _total(recap)
    for tabel in report.tables:
        if recap.level and not _lists(tabel, recap.level):
            continue
        given = [fact for baris in tabel.rincian() for fact in baris.all(Measure.PREDIKAT) if fact.label]
        if given and len(given) == total and {plain_label(fact.label) for fact in given} <= labels:
            yield _source(tabel, [(plain_label(fact.label), fact) for fact in given])
    for skala in report.scales:
        if {plain_label(band.label) for band in skala.bands} >= labels:
            tables = [tabel for tabel in report.tables if not recap.level or _lists(tabel, recap.level)]
            yield from _graded_anew(tables, skala, total)


def _lists(tabel: Tabel, level: str) -> bool:
    """Whether the rows of a table are sasaran, or indicators, as a sentence says."""
    return all(baris.subject.startswith(f"{level}:") for baris in tabel.rincian())


def _graded_anew(tables: Sequence[Tabel], skala: Skala, total: int) -> Iterator[_Source]:
    """Tables without predikat of their own, each capaian in the one class of the scale that holds it; one below zero counts as zero."""
    for tabel in tables:
        facts = [fact for baris in tabel.rincian() for fact in baris.all(Measure.CAPAIAN) if fact.quantity is not None]
        rows = [baris for baris in tabel.rincian() if baris.subject]
        if len(facts) != total or len(rows) != total:
            continue
        classes = [
            (fact, [band.label for band in skala.bands if fact.quantity and max(fact.quantity.value, ZERO) in band.limits])
            for fact in facts
        ]
        if all(len(found) == 1 for _, found in classes):
            yield _source(tabel, [(plain_label(found[0]), fact) for fact, found in classes])


def _source(tabel: Tabel, graded: Sequence[tuple[str, Fact]]) -> _Source:
    counted = Counter(label for label, _ in graded)
    return _Source(tabel, {label: tuple(fact for name, fact in graded if name == label) for label in counted})


def plain_label(label: str) -> str:
    """A predikat as it is told apart from others: `Baik/Cukup` is `baik / cukup`."""
    return " ".join(label.casefold().replace("/", " / ").split())
