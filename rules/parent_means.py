"""Parents whose percentage is the mean of their children's and not their own realisasi / pagu."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from rules.compare import is_percent_of, mean_of
from rules.facts import Baris, Column, Fact, Measure, Peran, Tabel
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import Quantity
from rules.rows import children, in_column, number_of, same_year

FEWEST = 2
"""One parent may agree with the mean of its children by chance."""


class Way(Enum):
    """How the percentage of a parent was made, as far as its figures tell; BOTH when the two ways give the same."""

    RATIO = 1
    MEAN = 2
    BOTH = 3
    NEITHER = 4


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent's percentage with what its own amounts give, and the percentages of its children."""

    baris: Baris
    fact: Fact
    parts: tuple[Fact, ...]
    ratio: Comparison
    way: Way


def parents_of(tabel: Tabel, column: Column) -> tuple[Parent, ...]:
    """Every parent of a column of serapan of which both ways can be reckoned, in order."""
    rows = (baris for baris in tabel.baris if baris.peran in (Peran.RINCIAN, Peran.JUDUL))
    return tuple(found for baris in rows for found in _parent(tabel, baris, column))


def _parent(tabel: Tabel, baris: Baris, column: Column) -> Iterator[Parent]:
    fact = in_column(baris, column.index)
    cells = [in_column(child, column.index) for child in children(tabel, baris)]
    parts = tuple(cell for cell in cells if cell is not None and isinstance(cell.number, Quantity))
    if fact is None or fact.quantity is None or len(parts) < FEWEST or len(parts) < len(cells):
        return
    pagus, spent = (same_year(baris, measure, fact) for measure in (Measure.PAGU, Measure.REALISASI))
    if len(pagus) != 1 or len(spent) != 1:
        return
    ratio = is_percent_of(fact.number, spent[0].number, pagus[0].number)
    if ratio.verdict == Verdict.TAK_DIPERIKSA:
        return
    mean = mean_of(fact.number, [number_of(part) for part in parts]).verdict in HOLDS
    yield Parent(baris, fact, parts, ratio, _way(ratio.verdict in HOLDS, mean))


def _way(ratio: bool, mean: bool) -> Way:
    if ratio:
        return Way.BOTH if mean else Way.RATIO
    return Way.MEAN if mean else Way.NEITHER
