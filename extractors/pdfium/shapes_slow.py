"""What walk.c does with the shapes of a page, in numpy: rulings, paint, pictures."""

from __future__ import annotations

from typing import Any

import numpy as np

from extractors.pdfium import walk
from extractors.pdfium.arrange_slow import Mask, array_at, is_white, parts_of, placed
from extractors.pdfium.frame import Boxes

THICKEST_RULE = 3.0
SHORTEST_RULE = 0.5
LIGHT = 178


def walk_sorted(count: int, *places: Any) -> None:
    """See walk.c; where arrays begin, and a number."""
    shapes, page, _, _, *outputs, counted = places
    found = _sorted(array_at(shapes, walk.SHAPE, count))
    *page, turns = array_at(page, "f8", 5).tolist()
    boxes = [placed(part[:, (0, 3, 2, 1)], page, int(turns)) for part in found]
    size = (page[3], page[2]) if turns % 2 else (page[2], page[3])
    for place, part in zip(outputs, shown := [*(_seen(part, *size) for part in boxes[:2]), boxes[2]], strict=True):
        array_at(place, "f8", 4 * len(part))[:] = part.ravel()
    array_at(counted, "i4", 3)[:] = [len(part) for part in shown]


def _seen(boxes: Boxes, width: float, height: float) -> Boxes:
    """What of the boxes is on the paper."""
    x0, y0, x1, y1 = boxes.T
    seen: Mask = (x1 > 0) & (y1 > 0) & (x0 < width) & (y0 < height)
    return np.clip(boxes[seen], 0, (width, height, width, height))


def _sorted(shapes: walk.Array) -> tuple[Boxes, Boxes, Boxes]:
    """Rulings, paint and pictures."""
    boxes, points = shapes["box"].astype(np.float64), shapes["points"]
    filled, stroked = ((shapes[how] > 0) & ~_is_unseen(shapes[color]) for how, color in (("filled", "fill"), ("stroked", "stroke")))
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    thin = np.minimum(wide, high) <= THICKEST_RULE
    painted = ~thin & filled & (points != walk.LINE)
    inked = filled & ~_is_tint(shapes["fill"], painted)
    ruled = thin & (inked | stroked) & (np.maximum(wide, high) >= SHORTEST_RULE)
    framed = ~thin & stroked & ((points == walk.RECTANGLE) | (points == walk.RECTANGLE - 1))
    rules = np.concatenate([_flattened(boxes[ruled]), _outlines(boxes[framed])])
    return rules, boxes[painted], boxes[shapes["kind"] == walk.IMAGE]


def _is_unseen(colors: walk.Array) -> Mask:
    """White on paper is not seen, nor is what is transparent."""
    clear: Mask = (colors & 0xFF) == 0
    return is_white(colors) | clear


def _is_tint(colors: walk.Array, painted: Mask) -> Mask:
    """A light tint that lies behind cells: narrow pieces of it are a cell's margin, no ruling."""
    red, green, blue = parts_of(colors)
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
