"""From the cells that an engine sees to the rows that the table means: the steps are the same for every engine."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.grid import Slot, collapsed, net_of, slots_of
from extractors.merged import spread
from extractors.model import Box
from extractors.rulings import is_in
from extractors.sheet import Sheet
from extractors.stacked import unstacked
from extractors.words import Word


def slots_on(sheet: Sheet, boxes: Sequence[Box], words: Sequence[Word]) -> list[list[Slot]]:
    """Rows of these cells with the words that stand in them, one logical row each."""
    net = net_of(boxes)
    frame = (net.xs[0], net.ys[0], net.xs[-1], net.ys[-1])
    rows = collapsed(slots_of(net, (word for word in words if is_in(word.box, frame)), sheet))
    return collapsed(spread(unstacked(rows)))


def is_table(rows: list[list[Slot]]) -> bool:
    """Two columns at least, and more than one row or a full one: framed text and the frame of a chart are none."""
    if not rows or len(rows[0]) < 2:
        return False
    return len(rows) > 1 or sum(bool(slot.words) for slot in rows[0]) >= 2
