"""A comparison of rows that fails because the first engine lost one: another engine has one more figure in their column."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import Box
from extractors.values import is_value
from pipeline.audit.alignment import Agreement, Strips, plain, seen
from pipeline.audit.operands import Operand

# What is lost below the last row of a page is looked for as far away as so many of the highest rows. Above the first row
# of a page the header stands, which is dropped where a table goes on: its years and column numbers were not lost.
REACH = 3
# Boxes of neighbours overlap by less than this.
HAIR = 1.0


def lost_figures(operands: Sequence[Operand], first: Strips, other: Strips) -> tuple[str, ...]:
    """The figures that the other engine has among these cells of one page, and up to the next row, and the first engine has not.

    Only cells of one column, of which there are several: those side by side say nothing of rows.
    """
    left, right = max(operand.box[0] for operand in operands), min(operand.box[2] for operand in operands)
    if len(operands) < 2 or left >= right:
        return ()
    top, bottom = _between_neighbours(operands, first)
    column = (min(operand.box[0] for operand in operands), top, max(operand.box[2] for operand in operands), bottom)
    boxes = ((cell.text, cell.place.bbox) for cell in other.near(column) if is_value(plain(cell.text)))
    found = [(text, box) for text, box in boxes if box is not None and _is_in(box, column)]
    return tuple(" ".join(text.split()) for text, box in found if seen(text, box, first).agreement != Agreement.SAME)


def _between_neighbours(operands: Sequence[Operand], first: Strips) -> tuple[float, float]:
    """From the lower edge of the first engine's cell above these to the upper edge of the one below."""
    top, bottom = min(operand.box[1] for operand in operands), max(operand.box[3] for operand in operands)
    left, right = min(operand.box[0] for operand in operands), max(operand.box[2] for operand in operands)
    reach = REACH * max(operand.box[3] - operand.box[1] for operand in operands)
    around = (left, top - reach, right, bottom + reach)
    boxes = [cell.place.bbox for cell in first.near(around) if cell.place.bbox and plain(cell.text)]
    above = [box[3] for box in boxes if box[3] <= top + HAIR]
    below = [box[1] for box in boxes if box[1] >= bottom - HAIR]
    return max(above, default=top), min(below, default=bottom + reach)


def _is_in(box: Box, column: Box) -> bool:
    """The middle of the box is inside the column."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return column[0] <= x <= column[2] and column[1] <= y <= column[3]
