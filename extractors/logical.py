"""From the cells that an engine sees to the rows that the table means: the steps are the same for every engine."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.columns import settled
from extractors.grid import Slot, collapsed, net_of, slots_of
from extractors.merged import spread
from extractors.model import Box
from extractors.rulings import is_in
from extractors.sheet import Sheet
from extractors.stacked import unstacked
from extractors.values import is_value
from extractors.words import Word


def slots_on(sheet: Sheet, boxes: Sequence[Box], words: Sequence[Word]) -> list[list[Slot]]:
    """Rows of these cells with the words that stand in them, one logical row each."""
    net = net_of(boxes)
    frame = (net.xs[0], net.ys[0], net.xs[-1], net.ys[-1])
    rows = collapsed(slots_of(net, (word for word in words if is_in(word.box, frame)), sheet))
    return settled(collapsed(spread(unstacked(rows))))


def is_table(rows: list[list[Slot]]) -> bool:
    """Two rows and two columns at least, or one row with a figure (the rest of a table overleaf): a framed text is none."""
    if not rows or len(rows[0]) < 2:
        return False
    return len(rows) > 1 or any(is_value(line.text) for slot in rows[0][1:] for line in slot.lines)
