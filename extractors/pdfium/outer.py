"""What belongs to a ruled net and stands outside it: the names of its rows on the left, a row set off below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from extractors.grid import SAME_COLUMN
from extractors.model import Box
from extractors.pdfium.filled import Filled
from extractors.pdfium.frame import Boxes
from extractors.pdfium.net import Net
from extractors.segments import CAPTION, Segment, Strip
from extractors.values import is_hole, is_value

# In points: how far from the net the names begin at most, how far from it the longest may end, what they may overlap it.
FARTHEST = 220.0
NEAREST_END = 40.0
OVERLAP = 2.0
MARGIN = 3.0
MOST_WHITE = 20.0
FEWEST_ROWS = 3
FEWEST_COLUMNS = 3
# Shares: of the rows that must have a name, and of the first column that must be figures.
NAMED = 0.6
FIGURES = 0.6


def may_be_named(net: Filled, words: Boxes) -> bool:
    """Left of most of the net's rows words stand, and its first column begins with figures."""
    rows, columns = net.net.shape
    if rows < FEWEST_ROWS or columns < 2 or not len(net.text):
        return False
    left, top, _, bottom = net.net.frame
    middle = (words[:, 1] + words[:, 3]) / 2
    beside = (words[:, 2] <= left + OVERLAP) & (words[:, 2] > left - FARTHEST) & (middle > top) & (middle < bottom)
    if int(beside.sum()) < FEWEST_ROWS:
        return False
    named = np.unique(np.searchsorted(net.net.ys, middle[beside]))
    return len(named) >= FEWEST_ROWS and _begins_with_figures(net)


def _begins_with_figures(net: Filled) -> bool:
    _, columns = net.net.shape
    firsts = [lines for name, lines in net.texts().items() if name % columns == 0]
    figures = sum(all(is_value(line) or is_hole(line) for line in lines) for lines in firsts)
    return figures >= FEWEST_ROWS and figures >= FIGURES * len(firsts)


def outer_names(net: Filled, strips: Sequence[Strip], frames: Sequence[Box]) -> list[Box]:
    """The rulings that a column for these names would have; none, if they are something else."""
    left, top, _, bottom = net.net.frame
    names = [_name(strip, left) for strip in strips if top < strip.middle < bottom]
    found = [name for name in names if name is not None]
    if not found or any(len(parts) > 1 or CAPTION.match(parts[0].text) for parts in found):
        return []
    boxes = [parts[0].box for parts in found]
    start, end = min(box[0] for box in boxes) - MARGIN, max(box[2] for box in boxes)
    within = any(frame[0] < left - OVERLAP and frame[2] > start and frame[1] < bottom and frame[3] > top for frame in frames)
    if within or end < left - NEAREST_END or start < left - FARTHEST or not _are_in_rows(net, found):
        return []
    return [*_rules(net, start)]


def set_off(upper: Net, lower: Net, words: Boxes) -> list[Box]:
    """The rulings between a net and a single row below it, in the same columns with nothing in between: its total, set off by white."""
    (left, _, right, top), (x0, y0, x1, y1) = upper.frame, lower.frame
    rows, columns = lower.shape
    if rows > 1 or columns < FEWEST_COLUMNS or not 0 < y0 - top <= MOST_WHITE or upper.shape[0] < FEWEST_ROWS:
        return []
    alike = np.abs(lower.xs[:, None] - upper.xs).min(1) <= SAME_COLUMN
    middle = (words[:, 1] + words[:, 3]) / 2
    if not alike.all() or ((middle > top) & (middle < y0) & (words[:, 2] > left) & (words[:, 0] < right)).any():
        return []
    return [(left, y0, x0, y0), (left, y1, x0, y1), *((x, top, x, y1) for x in upper.xs.tolist() if x <= x1 + SAME_COLUMN)]


def _name(strip: Strip, left: float) -> tuple[Segment, ...] | None:
    parts = tuple(part for part in strip.segments if part.box[2] <= left + OVERLAP)
    return parts or None


def _are_in_rows(net: Filled, found: Sequence[tuple[Segment, ...]]) -> bool:
    """Most of the rows in which something stands have a name in words."""
    _, columns = net.net.shape
    ys = net.net.ys
    worded = [parts[0].box for parts in found if any(letter.isalpha() for letter in parts[0].text)]
    named = {int(np.searchsorted(ys, (box[1] + box[3]) / 2)) - 1 for box in worded}
    filled = {name // columns for name in net.texts()}
    return len(named & filled) >= max(FEWEST_ROWS, NAMED * len(filled))


def _rules(net: Filled, start: float) -> Iterator[Box]:
    left, top, _, bottom = net.net.frame
    yield start, top, start, bottom
    yield left, top, left, bottom
    _, columns = net.net.shape
    for row in np.unique(net.net.owner[:, 0] // columns).tolist():
        yield start, float(net.net.ys[row]), left, float(net.net.ys[row])
    yield start, bottom, left, bottom
