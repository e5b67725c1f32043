"""Tables whose cells are painted and not ruled: tiles of paint side by side, row below row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from extractors.model import Box
from extractors.pdfium.drawn import Mask
from extractors.pdfium.filled import inside
from extractors.pdfium.frame import Boxes

# In points: what is smaller is no cell; sides that differ by less are one; white between two tiles.
SMALLEST = 8.0
ALIKE = 2.0
MOST_WHITE = 4.0
FEWEST_ROWS = 3
FEWEST_TILES = 2 * FEWEST_ROWS
# More than these make a picture.
MOST_TILES = 1500


def tiles(fills: Boxes, taken: Sequence[Box]) -> list[Box]:
    """The outlines of painted cells in rows of two or more; none where a ruled table is already."""
    large = fills[(fills[:, 2] - fills[:, 0] >= SMALLEST) & (fills[:, 3] - fills[:, 1] >= SMALLEST)]
    for frame in taken:
        large = large[~inside(large, frame)]
    if not FEWEST_TILES <= len(large) <= MOST_TILES:
        return []
    large = large[~_lie_on_another(large)]
    beside = _are_beside(large)
    chosen = large[beside.any(0) | beside.any(1)]
    below = _are_beside(chosen[:, [1, 0, 3, 2]])
    chosen = chosen[below.any(0) | below.any(1)]  # between painted rows of a zebra table others lie
    rows = len(np.unique(np.round(chosen[:, 1] / ALIKE)))
    return list(_outlines(chosen)) if FEWEST_ROWS <= rows <= len(chosen) // 2 else []


def _lie_on_another(boxes: Boxes) -> Mask:
    x0, y0, x1, y1 = boxes.T
    within = (x0[:, None] >= x0 - 1) & (y0[:, None] >= y0 - 1) & (x1[:, None] <= x1 + 1) & (y1[:, None] <= y1 + 1)
    area = (x1 - x0) * (y1 - y0)
    first = np.arange(len(boxes))
    smaller = (area[:, None] < area) | ((area[:, None] == area) & (first[:, None] > first))
    lies: Mask = (within & smaller).any(1)
    return lies


def _are_beside(boxes: Boxes) -> Mask:
    """Which tile (row) has which one (column) as its neighbour on the right, as high as itself."""
    x0, y0, x1, y1 = boxes.T
    white = x0 - x1[:, None]
    level = (np.abs(y0[:, None] - y0) <= ALIKE) & (np.abs(y1[:, None] - y1) <= ALIKE)
    near: Mask = level & (np.abs(white) <= MOST_WHITE)
    return near


def _outlines(boxes: Boxes) -> Iterator[Box]:
    for x0, y0, x1, y1 in boxes.tolist():
        yield x0, y0, x1, y0
        yield x0, y1, x1, y1
        yield x0, y0, x0, y1
        yield x1, y0, x1, y1
