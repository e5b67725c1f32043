"""Differences of two percentages that a sentence tells as a percentage: 84,50 % after 74,06 % is a rise by 10,44 points."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TypeAlias

from rules import show
from rules.change_readings import says_rise
from rules.claims import TOTAL, total_rows
from rules.compare_change import growth_of
from rules.exact import EXACT
from rules.facts import PERCENTAGES, Baris, Fact, Location, Measure, ReportView, Sentence, Tabel
from rules.once import once
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import PERSEN, Quantity
from rules.told_changes import percent_claims, told_changes

TELLING = 2
"""So many decimals, the last one no zero, make a difference that does not occur by chance."""

_POINT = re.compile(r"\s*%?\s*(?:persen\s+)?\(?(?:poin|point|pp)\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|persen", re.IGNORECASE)


Cell: TypeAlias = tuple[Tabel, Fact]


@dataclass(frozen=True, slots=True)
class Gap:
    """Two percentages of one thing in two years."""

    subject: str
    earlier: Cell
    later: Cell


@dataclass(frozen=True, slots=True)
class Points:
    """One stated change of a percentage and whether it is told in points."""

    result: Comparison
    places: tuple[Location, ...]


def told_points(report: ReportView) -> Iterator[Points]:
    """Every stated change in percent between two percentages: those of its own sentence, else of the one row that has this gap."""
    percent = percent_claims(report)
    if not percent:
        return
    own = {told.sentence.position: told for told in told_changes(report) if told.result.verdict in HOLDS}
    for sentence, claim, stated in percent:
        named = _POINT.match(sentence.text, claim.end("number")) is not None
        told = own.get(sentence.position)
        if told is None:
            yield from _from_tables(sentence, claim, stated, gaps_of(report), named=named)
        elif told.points:
            yield _points(sentence, stated, named=named, working=told.result.working)


def _from_tables(
    sentence: Sentence, claim: re.Match[str], stated: Quantity, gaps: dict[Decimal, list[Gap]], *, named: bool
) -> Iterator[Points]:
    """The gap of one thing only, in the direction of which the sentence speaks, that is not its growth as well."""
    if stated.decimals < TELLING or stated.text.split()[0][-1:] == "0":
        return
    size = stated.value if says_rise(claim) else EXACT.minus(stated.value)
    found = gaps.get(size, [])
    if len({gap.subject for gap in found}) != 1:
        return
    (_, before), (_, now) = found[0].earlier, found[0].later
    first, last = before.quantity, now.quantity
    if (
        first is None
        or last is None
        or growth_of(Quantity(size, stated.decimals, stated.decimals, PERSEN, stated.text), first, last).verdict in HOLDS
    ):
        return
    working = f"{show.printed(last)} − {show.printed(first)} = {show.number(size)}"
    yield _points(sentence, stated, named=named, working=working, others=(now.location, before.location))


def _points(sentence: Sentence, stated: Quantity, *, named: bool, working: str, others: tuple[Location, ...] = ()) -> Points:
    verdict = Verdict.LOLOS if named else Verdict.TEMUAN
    size = show.number(EXACT.abs(stated.value), stated.decimals)
    result = Comparison(verdict, show.printed(stated), f"{size} poin persen", working=working)
    return Points(result, (sentence.location, *others))


@once
def gaps_of(report: ReportView) -> dict[Decimal, list[Gap]]:
    """The differences between percentages of two years, by their size: of one row, and of the totals of two years."""
    gaps: dict[Decimal, list[Gap]] = defaultdict(list)
    for tabel in report.tables:
        for baris in tabel.baris:
            for one, two in combinations(_percentages(baris), 2):
                if one.measure == two.measure or Measure.LAIN in (one.measure, two.measure):
                    _add(gaps, baris.subject or f"{tabel.id} {baris.index}", (tabel, one), (tabel, two))
    year = report.identity.year
    if year is not None:
        for earlier, _, before in total_rows(report, Measure.SERAPAN, year - 1):
            for later, _, now in total_rows(report, Measure.SERAPAN, year):
                _add(gaps, TOTAL, (earlier, before), (later, now))
    return dict(gaps)


def _percentages(baris: Baris) -> list[Fact]:
    return [fact for fact in baris.facts if fact.quantity is not None and fact.column.year is not None and _is_percent(baris, fact)]


def _add(gaps: dict[Decimal, list[Gap]], subject: str, one: Cell, two: Cell) -> None:
    earlier, later = sorted((one, two), key=lambda cell: cell[1].year or 0)
    first, last = earlier[1], later[1]
    if first.quantity is not None and last.quantity is not None and first.year != last.year:
        gaps[EXACT.subtract(last.quantity.value, first.quantity.value)].append(Gap(subject, earlier, later))


def _is_percent(baris: Baris, fact: Fact) -> bool:
    if fact.measure in PERCENTAGES or (fact.quantity is not None and fact.quantity.unit == PERSEN):
        return True
    return bool(_PERCENT.search(fact.column.header) or _PERCENT.fullmatch(baris.satuan.strip()))
