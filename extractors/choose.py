"""Picks the engine for a page by what its tables look like, and says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extractors.base import AUTO, checked
from extractors.camelot import Camelot
from extractors.guard import of_page
from extractors.model import Table
from extractors.plumber import Plumber
from extractors.sheet import Sheet
from extractors.values import has_separator, is_value
from extractors.words import Word

# A table as good as this is believed; another engine is asked about a worse one, and must be better by the margin.
GOOD = 0.9
MARGIN = 0.05
# A table's header is in its first rows; below them a column has more than one entry.
HEADER_ROWS = 3

Reader = Callable[[Sheet, Sequence[Word]], list[Table]]


@dataclass(frozen=True, slots=True)
class Looks:
    """How much a reading looks like tables: shares between 0 and 1, and the figures that stand alone in a cell."""

    alone: float
    filled: float
    columns: float
    figures: int

    @property
    def score(self) -> float:
        """All three together; a page without figures is none the worse for it: there is nothing to check on it."""
        return self.alone * self.filled * self.columns

    @property
    def doubt(self) -> str:
        """The weakest point, in words."""
        points = {
            "angka berhimpitan dalam satu sel": self.alone,
            "banyak sel kosong": self.filled,
            "kolom hampir kosong": self.columns,
        }
        return min(points, key=lambda point: points[point])


def reader_of(engine: str) -> Reader:
    """How tables are read with this engine; a name that means none is a ValueError."""
    readers: dict[str, Reader] = {AUTO: best_of_both, "pdfplumber": Plumber().tables_on, "camelot": _camelot}
    return readers[checked(engine)]


def best_of_both(sheet: Sheet, words: Sequence[Word]) -> list[Table]:
    """pdfplumber's tables, or camelot's where those look less like tables."""
    first = Plumber().tables_on(sheet, words)
    looks = looks_of(first)
    if looks.score >= GOOD:
        return first
    # A second opinion that fails leaves the first one standing.
    second, _ = of_page("", sheet.number, lambda: Camelot().tables_on(sheet, words), _none)
    other = looks_of(second)
    if other.score <= looks.score + MARGIN or other.figures < max(looks.figures, 1):
        return first
    reason = f"camelot dipilih ({other.score:.2f}): pada pdfplumber {looks.doubt} ({looks.score:.2f})"
    return [replace(table, notes=(*table.notes, reason)) for table in second]


def _none() -> list[Table]:
    return []


def _camelot(sheet: Sheet, words: Sequence[Word]) -> list[Table]:
    """By its rules; where camelot sees none, by the columns of text."""
    return Camelot("lattice").tables_on(sheet, words) or Camelot("hybrid").tables_on(sheet, words)


def looks_of(tables: Sequence[Table]) -> Looks:
    """How the tables of a page look, taken together."""
    texts = [cell.text for table in tables for row in table.rows for cell in row.cells]
    figures = [_figures_in(text) for text in texts]
    alone = sum(count == 1 for count in figures)
    columns = [column for table in tables if len(table.rows) >= 5 for column in zip(*(row.cells for row in table.rows), strict=True)]
    sparse = sum(_is_stray([bool(cell.text.strip()) for cell in column]) for column in columns)
    filled = sum(bool(text.strip()) for text in texts)
    return Looks(
        alone=_share(alone, sum(figures)),
        filled=min(1.0, 3 * _share(filled, len(texts))) if any(figures) else 1.0,
        columns=1 - sparse / max(len(columns), 1) if any(figures) else 1.0,
        figures=alone,
    )


def _is_stray(filled: Sequence[bool]) -> bool:
    """One cell of the column is filled, and it is no header: a word that a border has cut off."""
    return sum(filled) == 1 and not any(filled[:HEADER_ROWS])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _figures_in(text: str) -> int:
    """The figures with separators in a cell of figures: several are crowded; a remark in brackets and a sentence do not count."""
    words = [word for word in text.split() if not word.startswith("(")]
    figures = sum(is_value(word) and has_separator(word) for word in words)
    return figures if 2 * figures >= len(words) else 0
