"""The part of a table that stands on one page: its cells with what they span, and their boxes to draw over the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.model import Box, Cell, Page, Row
from pipeline.report.evidence import is_figure
from pipeline.report.pictures import drawable

# In points: a covered cell may stick out of the merged one by so much.
_SLACK = 1.5


@dataclass(frozen=True, slots=True)
class Rect:
    """A box as it is drawn, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of the table beside the page; `box` is None where it has no place that can be drawn."""

    text: str
    columns: int
    rows: int
    figure: bool
    box: Rect | None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with its number in the whole table, from 1; `line` is its line in a text file."""

    number: int
    head: bool
    cells: tuple[ShownCell, ...]
    line: int | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row of a table as read, with its number from 1 and whether it is of the header."""

    number: int
    head: bool
    row: Row


def shown_rows(rows: Sequence[Numbered], page: Page | None) -> tuple[ShownRow, ...]:
    """The rows that one page has of a table. A cell covered by a merged one is not shown: the merged one spans its place."""
    taken: set[tuple[int, int]] = set()
    shown: list[ShownRow] = []
    for place, numbered in enumerate(rows):
        cells: list[ShownCell] = []
        for column, cell in enumerate(numbered.row.cells):
            if (place, column) in taken:
                continue
            across, down = _span(rows, place, column, taken)
            taken |= {(place + d, column + a) for d in range(down) for a in range(across)}
            cells.append(ShownCell(cell.text, across, down, is_figure(cell.text, column), rect(cell.place.bbox, page)))
        shown.append(ShownRow(numbered.number, numbered.head, tuple(cells), numbered.row.place.line))
    return tuple(shown)


def rect(box: Box | None, page: Page | None) -> Rect | None:
    """A box as it is drawn; None for one that is not on the page."""
    if box is None or page is None or not drawable(page, box):
        return None
    x0, y0, x1, y1 = box
    return Rect(round(x0, 1), round(y0, 1), round(x1 - x0, 1), round(y1 - y0, 1))


def outline(rows: Iterable[ShownRow]) -> Rect | None:
    """The box around every cell of these rows."""
    boxes = [cell.box for row in rows for cell in row.cells if cell.box]
    if not boxes:
        return None
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return Rect(x, y, round(right - x, 1), round(bottom - y, 1))


def _span(rows: Sequence[Numbered], place: int, column: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
    """How many columns and rows a cell covers: those whose cells are empty and lie in its box."""
    head, cells = rows[place].head, rows[place].row.cells
    box = cells[column].place.bbox
    across = 1
    while column + across < len(cells) and (place, column + across) not in taken and _is_in(cells[column + across], box):
        across += 1
    down, columns = 1, range(column, column + across)
    for below, numbered in enumerate(rows[place + 1 :], place + 1):
        under = numbered.row.cells[column : column + across]
        free = len(under) == across and not any((below, at) in taken for at in columns)
        # HTML ends every cell where the header ends.
        if numbered.head != head or not free or not all(_is_in(cell, box) for cell in under):
            break
        down += 1
    return across, down


def _is_in(cell: Cell, box: Box | None) -> bool:
    """Whether a cell is empty and inside a merged one."""
    own = cell.place.bbox
    if cell.text.strip() or own is None or box is None:
        return False
    return box[0] - _SLACK <= own[0] and box[1] - _SLACK <= own[1] and own[2] <= box[2] + _SLACK and own[3] <= box[3] + _SLACK


def page_parts(rows: Iterable[Numbered]) -> list[tuple[int, list[Numbered]]]:
    """The rows by the page on which they stand, in the order of pages; 0 stands for a file without pages."""
    found: dict[int, list[Numbered]] = {}
    for numbered in rows:
        found.setdefault(numbered.row.place.page or 0, []).append(numbered)
    return sorted(found.items())
