"""A percentage in a cell merged over several programs, against their amounts in the table of realisasi anggaran."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rules.anew import quotient, summed
from rules.compare import equals, is_percent_of, mean_of
from rules.facts import Baris, Column, Fact, Measure, ReportView, Tabel
from rules.outcome import Comparison, Verdict
from rules.quantity import Number, Unreadable
from rules.rows import empty, in_column, number_of
from rules.statements import Statement, gathered
from rules.table_places import ends_its_page

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class MergedShare:
    """The merged cell, the rows that it covers, and its honest readings.

    All amounts together; the mean of the printed percentages; the mean of the percentages worked out anew.
    """

    fact: Fact
    rows: tuple[Baris, ...]
    parts: tuple[Fact, ...]
    readings: tuple[Comparison, Comparison, Comparison]


def merged_shares(report: ReportView) -> Iterator[MergedShare]:
    """Every merged serapan beside programs whose pagu, realisasi and serapan another table states once."""
    for tabel in report.tables:
        for column in tabel.columns:
            if column.measure == Measure.SERAPAN:
                yield from _of_column(report, tabel, column)


def _of_column(report: ReportView, tabel: Tabel, column: Column) -> Iterator[MergedShare]:
    rows = tuple(row for row in tabel.baris if row.group == column.group)
    for at, row in enumerate(rows):
        fact = in_column(row, column.index)
        shared = fact.number.shared if fact is not None and isinstance(fact.number, Unreadable) else None
        if fact is None or shared is None:
            continue
        below = [i for i in range(at + 1, len(rows)) if not empty(in_column(rows[i], column.index))]
        if not below and ends_its_page(report, tabel):
            continue  # the cell may cover more programs overleaf
        covered = rows[at : below[0] if below else len(rows)]
        if found := _compared(report, tabel, replace(fact, number=shared), covered):
            yield found


def _compared(report: ReportView, tabel: Tabel, fact: Fact, rows: tuple[Baris, ...]) -> MergedShare | None:
    stated = [[_elsewhere(report, tabel, row, m) for row in rows] for m in (Measure.PAGU, Measure.REALISASI, Measure.SERAPAN)]
    known = [[s.fact for s in every if s is not None and s.quantity is not None] for every in stated]
    pagu, spent, shares = known
    if len(rows) < _FEWEST or {len(pagu), len(spent), len(shares)} != {len(rows)}:
        return None
    if equals(fact.number, shares[0].number).verdict != Verdict.TEMUAN:
        return None  # It is the first program's own, and the cells below were left empty.
    pooled = is_percent_of(fact.number, _sum(spent), _sum(pagu))
    printed = mean_of(fact.number, [number_of(share) for share in shares])
    anew = mean_of(fact.number, [quotient(part.number, whole.number) for part, whole in zip(spent, pagu, strict=True)])
    return MergedShare(fact, rows, tuple(shares), (pooled, printed, anew))


def _sum(facts: list[Fact]) -> Number:
    return summed([fact.quantity for fact in facts if fact.quantity is not None])


def _elsewhere(report: ReportView, tabel: Tabel, row: Baris, measure: Measure) -> Statement | None:
    """What the only other table says of a program in the report's year."""
    found = gathered(report).get((row.subject, measure, report.identity.year, ""), [])
    others = [s for s in found if s.tabel.id != tabel.id]
    return others[0] if len({s.tabel.id for s in others}) == 1 else None
