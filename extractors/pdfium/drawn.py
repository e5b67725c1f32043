"""What is drawn on a page: rulings from strokes, thin rectangles and frames; paint; pictures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.pdfium import walk
from extractors.pdfium.frame import Boxes

# A ruling that Word draws is a filled rectangle; thicker than this it is a bar, and a bar's edges are no borders.
THICKEST_RULE = 3.0
SHORTEST_RULE = 0.5
WHITE = 247
LIGHT = 178

Mask = npt.NDArray[np.bool_]
EMPTY: Boxes = np.zeros((0, 4))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Boxes in the space of the page: rulings without thickness, paint that is not white, pictures."""

    rules: Boxes
    fills: Boxes
    images: Boxes


def drawn_of(shapes: walk.Array) -> Drawn:
    """The shapes of a page, by what they are to a reader."""
    if not len(shapes):
        return Drawn(EMPTY, EMPTY, EMPTY)
    boxes = shapes["box"].astype(np.float64)
    pictures = shapes["kind"] == walk.IMAGE
    filled = (shapes["filled"] > 0) & ~_is_unseen(shapes["fill"])
    stroked = shapes["stroked"] > 0
    if stroked.any():
        stroked &= ~_is_unseen(shapes["stroke"])
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    line = shapes["points"] == walk.LINE
    thin = np.minimum(wide, high) <= THICKEST_RULE
    painted = ~thin & filled & ~line
    inked = filled & ~_is_tint(shapes["fill"], painted) if painted.any() else filled
    ruled = thin & (inked | stroked) & (np.maximum(wide, high) >= SHORTEST_RULE)
    framed = ~thin & stroked & ((shapes["points"] == walk.RECTANGLE) | (shapes["points"] == walk.RECTANGLE - 1))
    rules = _flattened(boxes[ruled])
    if framed.any():
        rules = np.concatenate([rules, _outlines(boxes[framed])])
    return Drawn(rules, boxes[painted], boxes[pictures])


def _parts(colors: walk.Array) -> tuple[walk.Array, walk.Array, walk.Array]:
    """Red, green, blue of each."""
    return colors >> 24, (colors >> 16) & 0xFF, (colors >> 8) & 0xFF


def is_white(colors: walk.Array) -> Mask:
    """All of red, green and blue are as good as full."""
    red, green, blue = _parts(colors)
    return (red >= WHITE) & (green >= WHITE) & (blue >= WHITE)


def _is_unseen(colors: walk.Array) -> Mask:
    """White on paper is not seen, nor is what is transparent."""
    return is_white(colors) | ((colors & 0xFF) == 0)


def _is_tint(colors: walk.Array, painted: Mask) -> Mask:
    """A light tint that lies behind cells: narrow pieces of it are a cell's margin, no ruling."""
    red, green, blue = _parts(colors)
    tints = painted & (red + green + blue > 3 * LIGHT)
    return np.isin(colors, np.unique(colors[tints])) if tints.any() else tints


def _flattened(boxes: Boxes) -> Boxes:
    """The middle lines of thin boxes."""
    flat = (boxes[:, 2] - boxes[:, 0]) >= (boxes[:, 3] - boxes[:, 1])
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    out = boxes.copy()
    out[flat, 1] = out[flat, 3] = middle[flat, 1]
    out[~flat, 0] = out[~flat, 2] = middle[~flat, 0]
    return out


def _outlines(boxes: Boxes) -> Boxes:
    """The four sides of each box."""
    x0, y0, x1, y1 = boxes.T
    sides = ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))
    return np.concatenate([np.column_stack(side) for side in sides])
