"""Tables by camelot: it looks at the page as a picture, and so sees borders that the drawing commands hide.

Only the cells are camelot's; their text comes from the same sheet as pdfplumber's, since camelot loses the lines inside a
cell and knows no bold. It takes about half a second a page, so it is called only where the first reading is doubtful.
"""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any, Literal

from extractors.base import Reading
from extractors.grid import table_of
from extractors.guard import read_page
from extractors.logical import is_table, slots_on
from extractors.model import Box, Table
from extractors.sheet import Sheet, turned
from extractors.words import Word

Flavor = Literal["lattice", "hybrid"]


@dataclass(frozen=True, slots=True)
class Camelot:
    """The engine that looks at the picture: `lattice` sees rules, `hybrid` columns of text too."""

    flavor: Flavor = "lattice"
    name: str = "camelot"

    @property
    def version(self) -> str:
        """The version of camelot."""
        return version_of("camelot-py")

    def tables(self, path: Path, page: int) -> Reading:
        """The tables of one page."""
        return read_page(path, page, self.tables_on)

    def tables_on(self, sheet: Sheet, words: Sequence[Word]) -> list[Table]:
        """The tables of a sheet that was read before."""
        found = (slots_on(sheet, boxes, words) for boxes in _boxes(sheet, self.flavor))
        return [table_of(rows, sheet, f"{self.name}-{self.flavor}") for rows in found if is_table(rows)]


def _boxes(sheet: Sheet, flavor: Flavor) -> Iterator[list[Box]]:
    """The cell boxes of each table, from top to bottom, in the sheet's frame."""
    width, height = sheet.printed_size
    found = [_cells_of(table) for table in _read(sheet, flavor)]
    for cells in sorted(found, key=lambda cells: -max(cell[3] for cell in cells)):
        flipped = [(x0, height - y1, x1, height - y0) for x0, y0, x1, y1 in cells]
        yield [turned(box, sheet.turn, width, height) for box in flipped]


def _read(sheet: Sheet, flavor: Flavor) -> list[Any]:
    """camelot's tables; it prints and warns on stdout and stderr, which belong to the command line."""
    import camelot  # seconds to load, and seldom needed

    logging.getLogger("camelot").setLevel(logging.CRITICAL)
    silence = io.StringIO()
    with warnings.catch_warnings(), contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
        warnings.simplefilter("ignore")
        found = camelot.read_pdf(str(sheet.path.resolve()), pages=str(sheet.number), flavor=flavor)
    return [table for table in found if len(table.rows) and len(table.cols)]


def _cells_of(table: Any) -> list[Box]:
    """The cells as boxes (origin bottom left), those without a border between them as one."""
    cells = table.cells
    rows, columns = len(cells), len(cells[0])
    group = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def root(square: tuple[int, int]) -> tuple[int, int]:
        while group[square] != square:
            square = group[square]
        return square

    for row, column in list(group):
        here = cells[row][column]
        if column + 1 < columns and not here.right and not cells[row][column + 1].left:
            group[root((row, column + 1))] = root((row, column))
        if row + 1 < rows and not here.bottom and not cells[row + 1][column].top:
            group[root((row + 1, column))] = root((row, column))
    boxes: dict[tuple[int, int], Box] = {}
    for row, column in group:
        box = _box(cells[row][column])
        home = root((row, column))
        boxes[home] = _union(boxes[home], box) if home in boxes else box
    if len(boxes) == 1:  # the borderless parsers draw only the outer border
        return [_box(cell) for line in cells for cell in line]
    return list(boxes.values())


def _box(cell: Any) -> Box:
    return float(cell.x1), float(cell.y1), float(cell.x2), float(cell.y2)


def _union(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
