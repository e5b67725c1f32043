"""Rows that head others by their printed numbers: 2 over 2.1 and 2.2, and 2.1 over the unnumbered items below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rules.compare import mean_of
from rules.facts import Baris, Column, Fact, Measure, Peran, Tabel
from rules.once import once_each
from rules.outcome import HOLDS, Comparison
from rules.quantity import Quantity
from rules.rows import in_column

FEWEST_ITEMS = 2
_PROVING = 3
_AVERAGED = (Measure.CAPAIAN, Measure.CAPAIAN_RENSTRA, Measure.FISIK, Measure.LAIN)


@dataclass(frozen=True, slots=True)
class HeadedMean:
    """A heading's figure against the mean of the items that it heads."""

    head: Baris
    fact: Fact
    items: tuple[Fact, ...]
    result: Comparison


@once_each
def items_of(tabel: Tabel) -> dict[int, tuple[Baris, ...]]:
    """The rows that each row heads directly, by its index; a row of another series or a total ends what is headed."""
    found: dict[int, list[Baris]] = {}
    heads: dict[str, int] = {}
    last: dict[int, int] = {}
    for row in tabel.baris:
        if row.peran != Peran.RINCIAN:
            heads.clear()
            last.clear()
            continue
        code = row.kode.strip().rstrip(".)")
        above = heads.get(code.rpartition(".")[0]) if code else last.get(row.group)
        if above is not None:
            found.setdefault(above, []).append(row)
        if code:
            heads[code] = last[row.group] = row.index
    return {index: tuple(rows) for index, rows in found.items()}


def headed_means(tabel: Tabel) -> Iterator[HeadedMean]:
    """Every heading of a column in which three or more headings, and three of four, are the mean of their items."""
    headed = items_of(tabel)
    if len(headed) <= _PROVING:
        return
    for column in tabel.columns:
        if column.measure in _AVERAGED:
            found = [one for index, items in headed.items() for one in _of_head(tabel.baris[index], items, column)]
            holding = sum(one.result.verdict in HOLDS for one in found)
            if holding >= _PROVING and 4 * holding >= 3 * len(found):
                yield from found


def _of_head(head: Baris, items: tuple[Baris, ...], column: Column) -> Iterator[HeadedMean]:
    """A figure that differs from one of its items at least: where all are 100, nothing is told."""
    fact, cells = in_column(head, column.index), tuple(in_column(item, column.index) for item in items)
    parts = tuple(cell for cell in cells if cell is not None and isinstance(cell.number, Quantity))
    if fact is None or fact.quantity is None or len(parts) < max(FEWEST_ITEMS, len(cells)):
        return
    if any(part.quantity is not None and part.quantity.value != fact.quantity.value for part in parts):
        yield HeadedMean(head, fact, parts, mean_of(fact.number, [part.number for part in parts]))
