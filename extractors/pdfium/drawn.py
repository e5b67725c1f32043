"""What is drawn on a page: rulings from strokes, thin rectangles and frames; paint; pictures; in form objects too."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import numpy.typing as npt

from extractors.pdfium import library as pdfium
from extractors.pdfium.frame import Boxes

# A ruling that Word draws is a filled rectangle; thicker than this it is a bar, and a bar's edges are no borders.
THICKEST_RULE = 3.0
SHORTEST_RULE = 0.5
WHITE = 247
LIGHT = 178
DEEPEST_FORM = 8
MOST_OBJECTS = 200_000
# A rectangle is one subpath of five points, a line one of two.
LINE, RECTANGLE = 2, 5

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EMPTY: Boxes = np.zeros((0, 4))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Boxes in the space of the page: rulings without thickness, paint that is not white, white paint, pictures."""

    rules: Boxes
    fills: Boxes
    whites: Boxes
    images: Boxes


def drawn_on(page: int) -> Drawn:
    """Everything drawn on the open page."""
    rules, fills, whites, images = [EMPTY], [EMPTY], [EMPTY], [EMPTY]
    for handles, matrix in _containers(page):
        kinds = list(map(pdfium.type_of, handles))
        paths = [thing for thing, kind in zip(handles, kinds, strict=True) if kind == pdfium.PATH]
        pictures = [thing for thing, kind in zip(handles, kinds, strict=True) if kind == pdfium.IMAGE]
        if pictures:
            images.append(_through(matrix, pdfium.quads(pdfium.bounds_of, pictures, np.float32)))
        if paths:
            lines, paint, white = _paths(paths)
            rules.append(_through(matrix, lines))
            fills.append(_through(matrix, paint))
            whites.append(_through(matrix, white))
    return Drawn(np.concatenate(rules), np.concatenate(fills), np.concatenate(whites), np.concatenate(images))


def _containers(page: int) -> Iterator[tuple[list[int], Matrix]]:
    """The objects of the page, then those of each form on it, with the matrix that takes them to the page."""
    count = min(pdfium.count_objects(page), MOST_OBJECTS)
    waiting = [(list(map(pdfium.object_at, repeat(page, count), range(count))), IDENTITY, 0)]
    left = MOST_OBJECTS - count
    while waiting:
        handles, matrix, depth = waiting.pop()
        yield handles, matrix
        if depth == DEEPEST_FORM:
            continue
        for form in (thing for thing in handles if pdfium.type_of(thing) == pdfium.FORM):
            inside = min(max(pdfium.count_in_form(form), 0), left)
            left -= inside
            handles = list(map(pdfium.object_in_form, repeat(form, inside), range(inside)))
            waiting.append((handles, _times(_matrix(form), matrix), depth + 1))


def _matrix(thing: int) -> Matrix:
    values = (ctypes.c_float * 6)()
    pdfium.matrix_of(thing, ctypes.addressof(values))
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _through(matrix: Matrix, boxes: npt.NDArray[np.floating]) -> Boxes:
    if matrix == IDENTITY or not len(boxes):
        return boxes.astype(np.float64)
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = boxes.T
    xs = np.stack([a * x + c * y + e for x in (x0, x1) for y in (y0, y1)])
    ys = np.stack([b * x + d * y + f for x in (x0, x1) for y in (y0, y1)])
    return np.column_stack((xs.min(0), ys.min(0), xs.max(0), ys.max(0)))


# ------------------------------------------------------------------ paths


def _paths(paths: list[int]) -> tuple[Boxes, Boxes, Boxes]:
    """Rulings, paint and white paint of these paths."""
    points = np.fromiter(map(pdfium.count_segments, paths), np.int32, len(paths))
    modes = np.zeros((len(paths), 2), np.int32)
    start = modes.ctypes.data
    pdfium.each(pdfium.draw_mode, paths, range(start, start + 8 * len(paths), 8), range(start + 4, start + 4 + 8 * len(paths), 8))
    boxes = pdfium.quads(pdfium.bounds_of, paths, np.float32)
    filled = modes[:, 0] > 0
    stroked = (modes[:, 1] > 0) & ~_is_white(pdfium.quads(pdfium.stroke_color, paths, np.uint32)) if modes[:, 1].any() else modes[:, 1] > 0
    colors = pdfium.quads(pdfium.fill_color, paths, np.uint32)
    white = _is_white(colors)
    simple = (points == RECTANGLE) | (points == LINE) | (points == RECTANGLE - 1)
    many = [place for place in np.flatnonzero(~simple & (filled | stroked)).tolist()]
    if many:
        parts = [_subpaths(paths[place]) for place in many]
        keep = np.flatnonzero(simple)
        sources = np.concatenate([keep, np.repeat(many, [len(part) for part in parts])]).astype(int)
        boxes = np.concatenate([boxes[keep], *parts])
        filled, stroked, white, points, colors = filled[sources], stroked[sources], white[sources], points[sources], colors[sources]
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    thin = np.minimum(wide, high) <= THICKEST_RULE
    painted = ~thin & filled & (points != LINE)
    inked = filled & ~white & ~_is_tint(colors, painted)
    ruled = thin & (inked | stroked) & (np.maximum(wide, high) >= SHORTEST_RULE)
    framed = ~thin & stroked & (points != LINE)
    rules = np.concatenate([_flattened(boxes[ruled]), _outlines(boxes[framed])])
    return rules, boxes[painted & ~white].astype(np.float64), boxes[painted & white].astype(np.float64)


def _is_white(colors: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """White on paper is not seen, nor is what is transparent."""
    return (colors[:, :3].min(1) >= WHITE) | (colors[:, 3] == 0)


def _is_tint(colors: npt.NDArray[np.uint32], painted: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """A light tint that lies behind cells: narrow pieces of it are a cell's margin, no ruling."""
    codes = (colors[:, 0] << 16) | (colors[:, 1] << 8) | colors[:, 2]
    tints = painted & (colors[:, :3].sum(1) > 3 * LIGHT)
    return np.isin(codes, np.unique(codes[tints])) if tints.any() else tints


def _flattened(boxes: npt.NDArray[np.floating]) -> Boxes:
    """The middle lines of thin boxes."""
    out = boxes.astype(np.float64)
    flat = (out[:, 2] - out[:, 0]) >= (out[:, 3] - out[:, 1])
    out[flat, 1] = out[flat, 3] = (out[flat, 1] + out[flat, 3]) / 2
    out[~flat, 0] = out[~flat, 2] = (out[~flat, 0] + out[~flat, 2]) / 2
    return out


def _outlines(boxes: npt.NDArray[np.floating]) -> Boxes:
    """The four sides of each box."""
    x0, y0, x1, y1 = boxes.T.astype(np.float64)
    sides = ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))
    return np.concatenate([np.column_stack(side) for side in sides])


def _subpaths(path: int) -> npt.NDArray[np.float32]:
    """A box for each straight piece of a long path: a rectangle in it is one box, any other subpath its segments."""
    matrix = _matrix(path)
    boxes: list[tuple[float, float, float, float]] = []
    for points, curved in _points(path):
        placed = [(matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]) for x, y in points]
        if curved or _is_rectangle(placed):
            xs, ys = zip(*placed, strict=True)
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
        else:
            pairs = zip(placed, placed[1:], strict=False)
            boxes += [(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)) for (x0, y0), (x1, y1) in pairs]
    return np.array(boxes, np.float32).reshape(-1, 4)


def _points(path: int) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The points of each subpath, and whether it has curves."""
    pair = (ctypes.c_float * 2)()
    x, y = ctypes.addressof(pair), ctypes.addressof(pair) + 4
    points: list[tuple[float, float]] = []
    curved = False
    for place in range(pdfium.count_segments(path)):
        segment = pdfium.segment_at(path, place)
        kind = pdfium.segment_type(segment)
        pdfium.point_of(segment, x, y)
        if kind == pdfium.MOVE and points:
            yield points, curved
            points, curved = [], False
        curved = curved or kind == pdfium.BEZIER
        points.append((pair[0], pair[1]))
    if points:
        yield points, curved


def _is_rectangle(points: Sequence[tuple[float, float]]) -> bool:
    """Four corners, each side level or upright."""
    if not RECTANGLE - 1 <= len(points) <= RECTANGLE:
        return False
    return all(abs(x0 - x1) < 0.1 or abs(y0 - y1) < 0.1 for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False))
