"""Targets for the end of the plan, beside the last year of the table that has the plan year by year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from rules import show
from rules.compare import equals
from rules.exact import EXACT, HUNDRED, ZERO, total
from rules.facts import Column, Measure, ReportView, Tabel
from rules.outcome import HOLDS, Comparison
from rules.statements import Statement, gathered, units_agree
from rules.telling import row_name, table_name
from rules.texts import sentences_with

_FEWEST_YEARS = 4
_PROOF = 2
_PLANNED = (Measure.TARGET, Measure.TARGET_RENSTRA)
_UP_TO = re.compile(r"s\.?/?d\b|sampai|kumulatif|total|jumlah", re.IGNORECASE)
_RPJMD = re.compile(r"rpjmd|\brpd\b", re.IGNORECASE)
_REVISED = re.compile(
    r"(?:perubahan|revi[sw]i?|reviu)\s+(?:atas\s+|terhadap\s+)?(?:renstra|rencana\s+strategis)|renstra\s+(?:perubahan|revisi)",
    re.IGNORECASE,
)

Pair: TypeAlias = tuple[Statement, Statement]


@dataclass(frozen=True, slots=True)
class PlanEnd:
    """A target for the end of the plan against that of its last year; the former comes first."""

    result: Comparison
    one: Statement
    two: Statement
    message: str
    cause: str


def plan_ends(report: ReportView) -> Iterator[PlanEnd]:
    """Every target of a column `Target akhir Renstra` whose indicator stands in a plan of four years or more.

    Most of them must be the same there, some of them telling, so that one plan is meant. A target that is the sum of all years
    is told of them all; and where the report speaks of a changed plan nothing is compared.
    """
    ends = [(tabel, column) for tabel in report.tables for column in tabel.columns if column.measure == Measure.TARGET_RENSTRA]
    plans = {tabel.id: years for tabel in report.tables if (years := _years(tabel))} if ends else {}
    if not plans or any(_REVISED.search(sentence.text) for sentence in sentences_with(report, "renstra", "rencana strategis")):
        return
    planned = _planned(report, plans)
    for tabel, column in ends:
        pairs = [
            (one, two)
            for one in _column(report, tabel, column)
            if (two := _last(planned, plans, one)) is not None and _may_be_the_end(column, two) and not _is_sum(planned, one, two)
        ]
        if _one_plan(pairs):
            yield from (_compared(planned, one, two) for one, two in pairs)


def _years(tabel: Tabel) -> tuple[int, ...]:
    """The years of a plan: four or more that follow one another, a target each."""
    years = sorted({column.year for column in tabel.columns if column.measure in _PLANNED and column.year is not None})
    return tuple(years) if len(years) >= _FEWEST_YEARS and all(two - one == 1 for one, two in pairwise(years)) else ()


def _planned(report: ReportView, plans: Mapping[str, Sequence[int]]) -> dict[str, list[Statement]]:
    """What the plans state of each indicator, year by year."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for (subject, measure, _, _), group in gathered(report).items():
        if measure in _PLANNED:
            found[subject] += [s for s in group if s.tabel.id in plans and s.fact.column.year is not None and s.quantity is not None]
    return found


def _column(report: ReportView, tabel: Tabel, column: Column) -> list[Statement]:
    groups = (group for (_, measure, _, _), group in gathered(report).items() if measure == Measure.TARGET_RENSTRA)
    return [s for group in groups for s in group if s.tabel.id == tabel.id and s.fact.column.index == column.index and s.quantity]


def _last(planned: Mapping[str, Sequence[Statement]], plans: Mapping[str, Sequence[int]], one: Statement) -> Statement | None:
    """The target of the plan's last year; none where two plans differ."""
    found = [s for s in planned.get(one.baris.subject, ()) if s.tabel.id != one.tabel.id and s.fact.column.year == plans[s.tabel.id][-1]]
    return found[0] if found and all(found[0].agrees(other) for other in found) and _comparable(one, found[0]) else None


def _comparable(one: Statement, two: Statement) -> bool:
    return one.quantity is not None and two.quantity is not None and units_agree(one.quantity, two.quantity)


def _may_be_the_end(column: Column, two: Statement) -> bool:
    """Whether a header means the last year of that plan, and not all years up to it, or the plan of the whole region."""
    means_last = "akhir" in column.header.casefold() or column.year == two.fact.column.year
    regional = bool(_RPJMD.search(column.header)) and not _RPJMD.search(two.tabel.label)
    return means_last and not regional and not _UP_TO.search(column.header)


def _is_sum(planned: Mapping[str, Sequence[Statement]], one: Statement, two: Statement) -> bool:
    years = [s.quantity.value for s in planned[one.baris.subject] if s.tabel.id == two.tabel.id and s.quantity is not None]
    return one.quantity is not None and EXACT.compare(one.quantity.value, total(years)) == ZERO


def _one_plan(pairs: Sequence[Pair]) -> bool:
    same = [one for one, two in pairs if one.agrees(two)]
    telling = [one for one in same if one.quantity is not None and one.quantity.value not in (ZERO, HUNDRED)]
    return len(telling) >= _PROOF and 2 * len(same) >= len(pairs)


def _compared(planned: Mapping[str, Sequence[Statement]], one: Statement, two: Statement) -> PlanEnd:
    result = equals(one.fact.number, two.fact.number) if one.agrees(two) else one.against(two)
    if result.verdict in HOLDS:
        return PlanEnd(result, one, two, "", "")
    stated, last = show.printed(one.fact.number), show.printed(two.fact.number)
    where = f"target {two.fact.column.year} di {table_name(two.tabel)} adalah {last}"
    message = f"Target akhir Renstra {row_name(one.baris)} tertulis {stated} di {table_name(one.tabel)}, sedangkan {where}."
    earlier = [s for s in planned[one.baris.subject] if s.tabel.id == two.tabel.id and s is not two and one.agrees(s)]
    if earlier:
        message += f" Angka itu sama dengan target {earlier[-1].fact.column.year} di sana."
    return PlanEnd(result, one, two, message, f"{one.tabel.id}: kolom {one.fact.column.index} berbeda dari akhir rencana")
