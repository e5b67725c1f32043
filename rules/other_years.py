"""Columns whose figures are those of another year: a table of results of this year beside the targets of the last one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from rules.exact import HUNDRED, ZERO
from rules.facts import Measure, ReportView
from rules.statements import Key, Statement, Ties, gathered

_DATED = (Measure.TARGET, Measure.KINERJA)
_RESULTS = (Measure.KINERJA, Measure.CAPAIAN)
_MANY, _PROOF = 3, 2

Told: TypeAlias = Mapping[tuple[str, Measure], Sequence[Statement]]
Moved: TypeAlias = tuple[Statement, Statement, Statement]
"""A figure, the same of another year in another table, and what another table states of the figure's own year."""


def columns_of_another_year(report: ReportView, tied: Ties) -> Iterator[Sequence[Moved]]:
    """Each column at odds with all other tables whose every figure is that of one other year there: those that differ.

    The table must be known to tell of the report's year: its results are those that others state of it.
    """
    odd = [(table, measure) for table, measure in sorted(tied.at_odds) if measure in _DATED]
    if not odd:
        return
    stated = gathered(report)
    told = _by_subject(stated)
    for table, measure in odd:
        mine = [s for (_, m, _, _), group in stated.items() if m == measure for s in group if s.tabel.id == table and s.quantity]
        years = {two.fact.year for one in mine for two in told[one.baris.subject, measure]} - {None, *(one.fact.year for one in mine)}
        for year in sorted(year for year in years if year is not None):
            pairs = _of_year(mine, told, year)
            moved = [(one, two, right) for one, two in pairs if (right := _right(one, told)) is not None]
            if len(moved) >= _MANY and all(one.agrees(two) for one, two in pairs) and _tells_of_its_year(table, measure, stated, told):
                yield moved
                break


def _by_subject(stated: Mapping[Key, Sequence[Statement]]) -> Told:
    found: dict[tuple[str, Measure], list[Statement]] = defaultdict(list)
    for (subject, measure, _, _), group in stated.items():
        found[subject, measure] += [s for s in group if s.quantity is not None]
    return found


def _of_year(mine: Sequence[Statement], told: Told, year: int) -> list[tuple[Statement, Statement]]:
    """Each figure beside what another table states of that year in a column that names it."""
    return [
        (one, two)
        for one in mine
        if (two := next((s for s in _elsewhere(one, told) if year == s.fact.year == s.fact.column.year), None)) is not None
    ]


def _elsewhere(one: Statement, told: Told) -> list[Statement]:
    return [two for two in told[one.baris.subject, one.fact.measure] if two.tabel.id != one.tabel.id]


def _right(one: Statement, told: Told) -> Statement | None:
    """What the other tables state of the year for which a figure is taken, where none of them states the figure itself."""
    same_year = [two for two in _elsewhere(one, told) if two.fact.year == one.fact.year]
    return same_year[0] if same_year and not any(one.agrees(two) for two in same_year) else None


def _tells_of_its_year(table: str, but: Measure, stated: Mapping[Key, Sequence[Statement]], told: Told) -> bool:
    """Whether telling results of the table stand elsewhere too, for the year for which it is taken."""
    mine = [
        s for (_, measure, _, _), group in stated.items() if measure in _RESULTS and measure != but for s in group if s.tabel.id == table
    ]
    telling = [one for one in mine if one.quantity is not None and one.quantity.value not in (ZERO, HUNDRED)]
    return sum(any(one.agrees(two) and one.fact.year == two.fact.year for two in _elsewhere(one, told)) for one in telling) >= _PROOF
