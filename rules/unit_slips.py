"""Figures of one year that are a thousand or a million times those of the other years beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.exact import EXACT
from rules.facts import Baris, Column, Fact, Measure, Tabel
from rules.outcome import Verdict
from rules.rows import in_column

FACTORS = (Decimal(1000), Decimal(1_000_000))
ALONE = "hanya satu baris yang berbeda satuan: mungkin salah ketik"

_FEWEST_YEARS, _FEWEST_ROWS = 3, 2
_NEAR, _FAR = Decimal(10), Decimal(20)
_SMALLEST = Decimal(100)
_YEARLY = (Measure.NILAI, Measure.TARGET, Measure.KINERJA, Measure.PAGU, Measure.REALISASI)


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure with those of the same row in other years; `factor` is how many times too large it is, None when it is of their size."""

    baris: Baris
    fact: Fact
    others: tuple[Fact, ...]
    factor: Decimal | None
    verdict: Verdict


def slips_of(tabel: Tabel) -> Iterator[Slip]:
    """Every figure of a row of years, column by column; one that is off alone in its column is not called a slip of the unit."""
    for measure in _YEARLY:
        columns = [c for c in tabel.columns if c.measure == measure and c.year is not None]
        if len({(c.year, c.group) for c in columns}) == len(columns) >= _FEWEST_YEARS:
            for column in columns:
                yield from _judged([found for row in tabel.baris if (found := _in_row(row, column, columns)) is not None])


def _judged(rows: Sequence[Slip]) -> Iterator[Slip]:
    """A column is in another unit when two rows or more are off by the same factor, and no row is not."""
    factors = {row.factor for row in rows}
    for row in rows:
        whole_column = len(factors) == 1 and len(rows) >= _FEWEST_ROWS
        verdict = Verdict.LOLOS if row.factor is None else Verdict.TEMUAN if whole_column else Verdict.TAK_DIPERIKSA
        yield Slip(row.baris, row.fact, row.others, row.factor, verdict)


def _in_row(row: Baris, column: Column, columns: Sequence[Column]) -> Slip | None:
    """One cell beside those of the other years, when these are of one size."""
    fact = in_column(row, column.index)
    others = tuple(f for c in columns if c.index != column.index and (f := in_column(row, c.index)) is not None and f.quantity is not None)
    if fact is None or fact.quantity is None or len(others) < _FEWEST_YEARS - 1:
        return None
    values = [other.quantity.value for other in others if other.quantity is not None]
    if min(values) < _SMALLEST or max(values) > EXACT.multiply(min(values), _NEAR):
        return None
    return Slip(row, fact, others, _factor(fact.quantity.value, values), Verdict.LOLOS)


def _factor(value: Decimal, others: Sequence[Decimal]) -> Decimal | None:
    """The factor without which a figure is of the size of the others."""
    if value < EXACT.multiply(max(others), _FAR):
        return None
    least, most = min(others), EXACT.multiply(max(others), _NEAR)
    near = (f for f in FACTORS if EXACT.multiply(least, f) <= EXACT.multiply(value, _NEAR) and value <= EXACT.multiply(most, f))
    return next(near, None)
