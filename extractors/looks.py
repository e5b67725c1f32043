"""How much what was read of a page looks like tables: figures alone in their cells, columns that are used, no rows outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.model import Block, Table, TextLine
from extractors.values import goes_on, has_separator, is_hole, is_value

# A page as good as this is believed; another engine is asked about a worse one.
GOOD = 0.9
# A table's header is in its first rows; below them a column has more than one entry.
HEADER_ROWS = 3
FEWEST_ROWS = 5
# Lines that end in so many figures, if there are so many, are rows of a table that was not seen.
SIDE_BY_SIDE = 2
FEWEST_LINES = 3


@dataclass(frozen=True, slots=True)
class Looks:
    """How much a reading looks like tables: shares between 0 and 1, and the figures that stand alone in a cell."""

    alone: float
    filled: float
    columns: float
    inside: float
    figures: int

    @property
    def score(self) -> float:
        """All together; a page without figures is none the worse for it: there is nothing to check on it."""
        return self.alone * self.filled * self.columns * self.inside

    @property
    def doubt(self) -> str:
        """The weakest point, in words."""
        points = {
            "angka berhimpitan dalam satu sel": self.alone,
            "banyak sel kosong": self.filled,
            "kolom hampir kosong": self.columns,
            "angka berjajar di luar tabel": self.inside,
        }
        return min(points, key=lambda point: points[point])


def looks_of(blocks: Sequence[Block]) -> Looks:
    """How the tables of a page look, taken together, and the lines beside them."""
    tables = [[[cell.text.strip() for cell in row.cells] for row in table.rows] for table in blocks if isinstance(table, Table)]
    figures = [_figures_in(text) for table in tables for row in table for text in row]
    loose = [count for block in blocks if isinstance(block, TextLine) and (count := _trailing_figures(block.text)) >= SIDE_BY_SIDE]
    outside = sum(loose) if len(loose) >= FEWEST_LINES else 0
    alone, whole = figures.count(1), sum(figures)
    if not whole:
        return Looks(1.0, 1.0, 1.0, 0.0 if outside else 1.0, 0)
    filled = sum(bool(text) for table in tables for row in table for text in row)
    return Looks(alone / whole, min(1.0, 3 * filled / len(figures)), _used(tables), 1 - outside / (whole + outside), alone)


def _used(tables: Sequence[Sequence[Sequence[str]]]) -> float:
    """The share of the columns of tables of some rows that are used as columns are."""
    high = [table for table in tables if len(table) >= FEWEST_ROWS]
    columns = sum(len(table[0]) for table in high)
    return 1 - sum(map(_strays, high)) / columns if columns else 1.0


def _strays(table: Sequence[Sequence[str]]) -> int:
    """Columns with one cell filled that is no header: a word that a border has cut off. A row that has several has them by right."""
    places = [[row for row, text in enumerate(column) if text] for column in zip(*table, strict=True)]
    rows = Counter(filled[0] for filled in places if len(filled) == 1 and filled[0] >= HEADER_ROWS)
    return sum(count == 1 for count in rows.values())


def _figures_in(text: str) -> int:
    """The figures with separators in a cell of figures: several are crowded; a range, a remark in brackets and a sentence are not."""
    if not has_separator(text):
        return 0
    if is_value(text):
        return 1
    words = [word for word in text.split() if not word.startswith("(")]
    figures = sum(is_value(word) and has_separator(word) for word in words)
    if 2 * figures < len(words):
        return 0
    return figures - sum(goes_on(upper, lower) for upper, lower in pairwise(words))


def _trailing_figures(text: str) -> int:
    """How many figures with separators a line ends in, dashes and remarks in brackets aside."""
    if not has_separator(text):
        return 0
    count = 0
    for word in reversed(text.split()):
        if is_hole(word) or word.startswith("("):
            continue
        if not is_value(word) or not has_separator(word):
            break
        count += 1
    return count
