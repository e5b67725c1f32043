"""Tables by pdfplumber: its search for cells between rulings, on rulings that were made whole before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version as version_of
from pathlib import Path

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

from extractors.base import Reading
from extractors.borders import bordered
from extractors.columns import settled
from extractors.grid import Slot, around, collapsed, table_of
from extractors.guard import read_page
from extractors.headed import bold_headed, headed
from extractors.logical import is_table, slots_on
from extractors.model import Box, Table
from extractors.painted import painted_rows
from extractors.rulings import Rulings, closed, edge_of, is_in, merged
from extractors.segments import Strip, strips_of
from extractors.sheet import Sheet
from extractors.spaced import spaced
from extractors.words import Word, hull

# Rulings that miss each other by this still cross.
CROSS = 4.0
# Lower than this are the outlines of letters.
LOWEST = 14.0


@dataclass(frozen=True, slots=True)
class Plumber:
    """The engine that looks at what is drawn, and at the white where nothing is."""

    name: str = "pdfplumber"

    @property
    def version(self) -> str:
        """The version of pdfplumber."""
        return version_of("pdfplumber")

    def tables(self, path: Path, page: int) -> Reading:
        """The tables of one page."""
        return read_page(path, page, self.tables_on)

    def tables_on(self, sheet: Sheet, words: Sequence[Word]) -> list[Table]:
        """The tables of a sheet that was read before."""
        flat = merged(sheet.rules).flat
        found = [rows for boxes in cell_groups(sheet, strips_of(words)) if is_table(rows := slots_on(sheet, boxes, words))]
        for look in (partial(headed, flat=flat), bold_headed, partial(spaced, rules=flat)):
            seen = (settled(collapsed(rows)) for rows in look(strips_of(_outside(words, found))))
            found += [rows for rows in seen if is_table(rows)]
        return [table_of(rows, sheet, self.name) for rows in found]


def _outside(words: Sequence[Word], found: Sequence[list[list[Slot]]]) -> list[Word]:
    boxes = [around(rows) for rows in found]
    return [word for word in words if not any(is_in(word.box, box) for box in boxes)]


def cell_groups(sheet: Sheet, strips: Sequence[Strip]) -> list[list[Box]]:
    """The cells on the sheet, one list for each table, from top to bottom."""
    rulings = closed(merged(sheet.rules), strips)
    groups = _cells(rulings)
    for missing in (painted_rows, bordered):
        added = [rule for cells in groups for rule in missing(rulings, cells, strips, sheet.fills)]
        if added:
            rulings = merged([*rulings.all, *added])
            groups = _cells(rulings)
    return groups


def _cells(rulings: Rulings) -> list[list[Box]]:
    crossings = edges_to_intersections([edge_of(rule) for rule in rulings.all], CROSS, CROSS)
    groups = [[_box(cell) for cell in group] for group in cells_to_tables(intersections_to_cells(crossings))]
    return [cells for cells in groups if (frame := hull(cells))[3] - frame[1] >= LOWEST]


def _box(cell: Sequence[float]) -> Box:
    x0, y0, x1, y1 = (float(side) for side in cell)
    return x0, y0, x1, y1
