"""Rows that only their lines tell apart: in every column as many lines, side by side, that end although there is room."""

from __future__ import annotations

import numpy as np

from extractors.model import Box
from extractors.pdfium.filled import Filled
from extractors.pdfium.frame import Boxes
from extractors.pdfium.net import Floats
from extractors.pdfium.strips import Lines
from extractors.pdfium.written import Places, starts_of
from extractors.rulings import SAME

# In points: lines nearer than this are side by side; least room that is left at the end of a line besides the next word.
LEVEL = 2.0
ROOM = 6.0
FEWEST = 3
# Share of the columns in which a line may be full.
MOST_FULL = 0.34


def lined(net: Filled) -> list[Box]:
    """The rules that the net lacks between such lines."""
    rows, columns = net.net.shape
    if columns < FEWEST or not len(net.text):
        return []
    starts = starts_of(net.lines)
    homes = net.cells[starts]
    counts = np.bincount(homes, minlength=rows * columns).reshape(rows, columns)
    several = np.flatnonzero((counts[:, 0] >= FEWEST) & (counts == counts[:, :1]).all(1))
    return [rule for row in several.tolist() for rule in _between_lines(net, row, starts, homes)]


def open_columns(upright: Boxes, lines: Lines) -> list[Box]:
    """Rules above and below uprights that begin and end together and meet none, if every line between them has something in each column."""
    found: list[Box] = []
    for _, top, bottom in upright.tolist():
        alike = upright[(np.abs(upright[:, 1] - top) <= SAME) & (np.abs(upright[:, 2] - bottom) <= SAME)]
        if len(alike) > FEWEST and not any(abs(rule[1] - top) <= SAME for rule in found) and _are_filled(lines, alike[:, 0], top, bottom):
            left, right = float(alike[:, 0].min()), float(alike[:, 0].max())
            found += [(left, top, right, top), (left, bottom, right, bottom)]
    return found


def _are_filled(lines: Lines, xs: Floats, top: float, bottom: float) -> bool:
    boxes = lines.written.boxes[lines.words]
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    within = (middle > top) & (middle < bottom) & (boxes[:, 2] > xs.min()) & (boxes[:, 0] < xs.max())
    places = np.searchsorted(np.sort(xs), (boxes[within, 0] + boxes[within, 2]) / 2)
    held = np.unique(np.column_stack([lines.lines[within], places]), axis=0)
    _, counts = np.unique(held[:, 0], return_counts=True)
    return len(counts) >= FEWEST and bool((counts == len(xs) - 1).all())


def _between_lines(net: Filled, row: int, starts: Places, homes: Places) -> list[Box]:
    _, columns = net.net.shape
    ends = np.append(starts[1:], len(net.text))
    here = np.flatnonzero(homes // columns == row)
    first, last = net.boxes[starts[here]].reshape(columns, -1, 4), net.boxes[ends[here] - 1].reshape(columns, -1, 4)
    right = net.net.xs[1:][:, None]
    full = last[:, :-1, 2] + (first[:, 1:, 2] - first[:, 1:, 0]) + ROOM > right
    upper, lower = first[:, :, 1], first[:, :, 3]
    if (full.sum(0) > MOST_FULL * columns).any() or np.ptp(lower, axis=0).max() > LEVEL:
        return []
    left, _, end, _ = net.net.frame
    return [(left, y, end, y) for y in ((lower[:, :-1].max(0) + upper[:, 1:].min(0)) / 2).tolist()]
