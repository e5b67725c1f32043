"""Draws tables: with a full grid, with a line under the header only, or with none at all; and formulas as fractions."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.platypus import Paragraph, Table

from .document import CELL_BREAK, LEFT, UP, Formula, Grid, Row
from .look import Look

_SHADE = Color(0.85, 0.89, 0.94)
_HAIR = 0.5


def table(grid: Grid, look: Look, ruled: bool, width: float) -> Any:
    """The table over the whole width; its header comes again on every page."""
    rows = grid.header + grid.rows
    unit = width / sum(grid.widths)
    cells = [[_cell(grid, look, row, column) for column in range(len(row.cells))] for row in rows]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, len(grid.header) - 1), "MIDDLE"),
        *_padding(grid, ruled, look),
        *_spans(rows),
    ]
    return Table(
        cells,
        colWidths=[part * unit for part in grid.widths],
        repeatRows=len(grid.header),
        style=[*style, *(_grid_lines(grid) if ruled else _few_lines(grid))],
    )


def first_height(made: Any, grid: Grid, width: float) -> float:
    """How high the header and the first rows that cannot be torn apart are: what must fit below a caption."""
    made.wrap(width, 10_000)
    joined = _run([UP in row.cells for row in grid.rows[1:]])
    return float(sum(made._rowHeights[: len(grid.header) + 1 + joined]))


def formula(block: Formula, look: Look) -> Any:
    """left = top over bottom, times a factor."""
    middle = look.aligned(False, "c")
    parts = [look.markup(part) for part in (f"{block.left} =", block.top, f"x {block.factor}", block.bottom)]
    left, top, factor, bottom = (Paragraph(part, middle) for part in parts)
    span = [
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (2, 0), (2, 1)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEBELOW", (1, 0), (1, 0), _HAIR, black),
    ]
    return Table([[left, top, factor], ["", bottom, ""]], colWidths=[90, 250, 60], style=span, spaceBefore=4, spaceAfter=8)


def _cell(grid: Grid, look: Look, row: Row, column: int) -> Any:
    text = row.cells[column]
    if text in (UP, LEFT, ""):
        return ""
    align = "c" if row in grid.header else grid.align[column]
    return Paragraph(look.markup(text.replace(CELL_BREAK, " ")), look.aligned(row.bold, align))


def _padding(grid: Grid, ruled: bool, look: Look) -> list[Any]:
    sides = 3.5 if ruled else 5
    upright = 7.0 if grid.roomy else 2.2 if ruled else 3.0
    empty_cells = (("FONTSIZE", look.cell_size), ("LEADING", look.cell_size * 1.22))  # or they would be taller than full ones
    sizes = (("LEFTPADDING", sides), ("RIGHTPADDING", sides), ("TOPPADDING", upright), ("BOTTOMPADDING", upright + 0.6), *empty_cells)
    return [(name, (0, 0), (-1, -1), size) for name, size in sizes]


def _grid_lines(grid: Grid) -> list[Any]:
    return [("GRID", (0, 0), (-1, -1), _HAIR, black), ("BACKGROUND", (0, 0), (-1, len(grid.header) - 1), _SHADE)]


def _few_lines(grid: Grid) -> list[Any]:
    if grid.bare:
        return []
    last = len(grid.header) - 1
    return [("LINEABOVE", (0, 0), (-1, 0), 0.8, black), ("LINEBELOW", (0, last), (-1, last), 0.8, black)]


def _spans(rows: tuple[Row, ...]) -> list[Any]:
    """A merged cell reaches as far right as `<` follows it and as far down as `^` does."""
    spans = []
    for top, row in enumerate(rows):
        for left, text in enumerate(row.cells):
            if text in (UP, LEFT):
                continue
            right = left + _run([cell == LEFT for cell in row.cells[left + 1 :]])
            bottom = top + _run([below.cells[left] == UP for below in rows[top + 1 :]])
            if (right, bottom) != (left, top):
                spans.append(("SPAN", (left, top), (right, bottom)))
    return spans


def _run(flags: list[bool]) -> int:
    return flags.index(False) if False in flags else len(flags)
