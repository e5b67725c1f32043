"""The walk of walk.c in Python, for machines without a C compiler: the same calls, the same arrays."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from extractors.pdfium import calls, walk
from extractors.pdfium.arrange_slow import (
    array_at,
    placed,
    walk_lines,
    walk_manners,
    walk_margins,
    walk_rows,
    walk_said,
    walk_written,
)
from extractors.pdfium.clips_slow import clip_of, is_clipped
from extractors.pdfium.frame import turned
from extractors.pdfium.net_slow import walk_filled, walk_lattice, walk_nets, walk_open, walk_touching
from extractors.pdfium.shapes_slow import walk_sorted
from extractors.pdfium.words_slow import BLANK, Text, cleaned, figure_in, words_of

__all__ = [
    "walk_drawn",
    "walk_filled",
    "walk_lattice",
    "walk_lines",
    "walk_manners",
    "walk_margins",
    "walk_nets",
    "walk_open",
    "walk_rows",
    "walk_said",
    "walk_sorted",
    "walk_text",
    "walk_touching",
    "walk_words",
    "walk_written",
]

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FORM = 5
MOVE, BEZIER = 2, 1
DEEPEST_FORM = 8
NEAR = 0.1
OTHER = 0
OPAQUE = 0xFF
LEAST_SLANT, MOST_SLANT, BELOW = 0.1, 1.0, 0.2
LONGEST_NAME = 128
BOLD = (b"bold", b"black", b"heavy", b"demi")


def walk_text(table: Any, page: int, count: int, *places: Any) -> int:
    """See walk.c; the places are where the arrays to be filled begin, the last one how many runs there is room for."""
    del table
    *starts, most = places
    boxes, codes, runs_of, runs = map(ctypes.addressof, starts)
    out_codes, out_runs_of = _view(codes, ctypes.c_uint32, count), _view(runs_of, ctypes.c_int32, count)
    fonts: dict[int, bool] = {}
    found: list[tuple[float, float, int, int, bool]] = []
    before = 0
    high, slant, upright = 0.0, 0.0, True
    clip: _Box | None = None
    for place in range(count):
        calls.char_box(page, place, boxes + 16 * place)
        out_codes[place] = calls.char_code(page, place)
        thing = calls.char_object(page, place) or 0
        if thing and (thing != before or not found) and len(found) < most:
            a, b, c, d, *_ = _matrix(thing)
            high, upright = _size(thing) * max(abs(c), abs(d)), abs(c) <= abs(d)
            slant = c / d if b == 0 and d != 0 else 0.0
            slant = slant if LEAST_SLANT < abs(slant) < MOST_SLANT else 0.0
            font = calls.font(thing) or 0
            if font not in fonts:
                fonts[font] = _is_bold(font)
            found.append((a, b, _color(calls.fill_color, thing), calls.render_mode(thing), fonts[font]))
            before = thing
            clip = clip_of(thing, _view(boxes + 16 * place, ctypes.c_float, 4))
        clipped = bool(thing) and is_clipped(clip, _view(boxes + 16 * place, ctypes.c_float, 4))
        if thing:
            sides = _view(boxes + 16 * place, ctypes.c_float, 4)
            _straighten(sides, slant)
            _fit(sides, high, upright)
        out_runs_of[place] = len(found) - 1 if thing and not clipped else -1
    _written(np.array(found, walk.RUN), runs)
    return len(found)


def _size(thing: int) -> float:
    size = ctypes.c_float()
    calls.font_size(thing, ctypes.addressof(size))
    return size.value


def _straighten(box: Any, slant: float) -> None:
    """The overhang of a made italic's head and foot hides the white between words."""
    over = slant * (box[1] - box[3])
    low, high = (BELOW * over, (1 - BELOW) * over) if over > 0 else ((BELOW - 1) * over, -BELOW * over)
    if slant != 0 and box[0] + low < box[2] - high:
        box[0], box[2] = box[0] + low, box[2] - high


def _fit(box: Any, high: float, upright: bool) -> None:
    """Left, top, right, bottom of a sign, brought to the height of its type: see walk.c."""
    low, top = (3, 1) if upright else (0, 2)
    middle = (box[top] + box[low]) / 2
    if box[top] - box[low] < 0.3 * high:
        box[top] = box[low] + high
    elif 1.02 * high < box[top] - box[low] < 1.6 * high:
        box[low], box[top] = middle - high / 2, middle + high / 2


def walk_drawn(table: Any, page: int, shapes: Any, most: int, most_objects: int) -> int:
    """See walk.c."""
    del table
    things = (calls.object_at(page, place) for place in range(calls.count_objects(page)))
    found = list(_shapes(things, None, 0, [most_objects]))
    _written(np.array(found[:most], walk.SHAPE), ctypes.addressof(shapes))
    return len(found)


def walk_words(count: int, *places: Any) -> int:
    """See walk.c; all but the count are where arrays begin, those of the results last."""
    kinds = ("f4", "u4", "i4", "i1", "u1", "u1", walk.MEASURE, "f8", "u4", walk.WORD, "i4")
    runs = int(array_at(places[2], "i4", count).max()) + 1
    lengths = (4 * count, count, count, runs, runs, count, 1, 4 * count, count, count, 2)
    asked = zip(places, kinds, lengths, strict=True)
    arrays: list[Any] = [None if place is None else array_at(place, kind, length) for place, kind, length in asked]
    sides, codes, runs_of, leans, bold, hidden, measure, out_places, out_signs, out_words, counted = arrays
    page, reach, turns, leaning = measure[0].tolist()
    lean_of, bold_of = np.append(leans, -1)[runs_of], np.append(bold, 0)[runs_of]
    lean_of = lean_of if hidden is None else np.where(hidden, -1, lean_of)
    signs, boxes = cleaned(codes), placed(sides.reshape(-1, 4).astype(float), page, turns)
    wide, high = (page[3], page[2]) if turns % 2 else (page[2], page[3])
    seen = (lean_of >= 0) & (boxes[:, 2] > 0) & (boxes[:, 3] > 0) & (boxes[:, 0] < wide) & (boxes[:, 1] < high)
    made = np.cumsum((runs_of < 0) & (codes == BLANK))
    kept = known = 0
    for lean in range(4 if leaning else 1):
        chosen = np.flatnonzero(seen & (lean_of == lean))
        flows = turned(boxes, lean, wide, high)
        glyphs, words = words_of(Text(signs, flows, runs_of, made), chosen, reach)
        for start, end, tie in words:
            word = glyphs[start:end]
            box = (*flows[word, :2].min(0), *flows[word, 2:].max(0))
            figure = figure_in(signs[word])
            out_words[known] = (box, kept + start, kept + end, bold_of[word].sum(), figure, lean, tie)
            known += 1
        out_places.reshape(-1, 4)[kept : kept + len(glyphs)] = boxes[glyphs]
        out_signs[kept : kept + len(glyphs)] = signs[glyphs]
        kept += len(glyphs)
    counted[:] = kept, seen.sum()
    return known


def _view(place: int, kind: type[Any], count: int) -> Any:
    return ctypes.cast(place, ctypes.POINTER(kind))


def _written(array: walk.Array, place: int) -> None:
    ctypes.memmove(place, array.ctypes.data, array.nbytes)


_Box = tuple[float, float, float, float]
_Shape = tuple[_Box, int, int, int, int, int, int]


def _shapes(things: Iterator[int], matrix: Matrix | None, depth: int, left: list[int]) -> Iterator[_Shape]:
    """`left` holds how many objects may still be looked at; no matrix is that of the page itself."""
    for thing in _counted(things, left):
        kind = calls.type_of(thing)
        if kind == FORM and depth < DEEPEST_FORM:
            inside = (calls.object_in_form(thing, place) for place in range(calls.count_in_form(thing)))
            yield from _shapes(inside, _times(_matrix(thing), matrix or IDENTITY), depth + 1, left)
        if kind in (walk.PATH, walk.IMAGE):
            for shape in _painted(thing, kind):
                yield (_through(matrix, shape[0]), *shape[1:]) if matrix else shape


def _counted(things: Iterator[int], left: list[int]) -> Iterator[int]:
    """What a thing holds counts before the thing itself."""
    for thing in things:
        if left[0] <= 0:
            return
        yield thing
        left[0] -= 1


def _painted(thing: int, kind: int) -> Iterator[_Shape]:
    box = (ctypes.c_float * 4)()
    calls.bounds_of(thing, *(ctypes.addressof(box) + 4 * side for side in range(4)))
    bounds = (box[0], box[1], box[2], box[3])
    if kind == walk.IMAGE:
        yield bounds, kind, 0, 0, 0, 0, 0
        return
    modes = (ctypes.c_int * 2)()
    calls.draw_mode(thing, ctypes.addressof(modes), ctypes.addressof(modes) + 4)
    filled, stroked = modes
    if not filled and not stroked:
        return
    points = calls.count_segments(thing)
    paint = (filled, stroked, _color(calls.fill_color, thing), _color(calls.stroke_color, thing) if stroked else 0)
    if points in (walk.LINE, walk.RECTANGLE, walk.RECTANGLE - 1):
        yield bounds, kind, points, *paint
        return
    for subpath, curved in _subpaths(thing):
        level = not curved and len(subpath) in (walk.RECTANGLE, walk.RECTANGLE - 1) and all(map(_is_level, subpath, subpath[1:]))
        if level or curved or not stroked:
            yield _around(subpath), kind, walk.RECTANGLE if level else OTHER, *paint
        else:
            for piece in pairwise(subpath):
                yield _around(piece), kind, walk.LINE, *paint


_Point = tuple[float, float]


def _is_level(one: _Point, other: _Point) -> bool:
    return abs(one[0] - other[0]) < NEAR or abs(one[1] - other[1]) < NEAR


def _around(points: Sequence[_Point]) -> _Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _subpaths(path: int) -> Iterator[tuple[list[_Point], bool]]:
    a, b, c, d, e, f = _matrix(path)
    pair = (ctypes.c_float * 2)()
    points: list[_Point] = []
    curved = False
    for place in range(calls.count_segments(path)):
        segment = calls.segment_at(path, place)
        kind = calls.segment_type(segment)
        calls.point_of(segment, ctypes.addressof(pair), ctypes.addressof(pair) + 4)
        if kind == MOVE and points:
            yield points, curved
            points, curved = [], False
        curved = curved or kind == BEZIER
        x, y = pair
        points.append((a * x + c * y + e, b * x + d * y + f))
    if points:
        yield points, curved


def _matrix(thing: int) -> Matrix:
    values = (ctypes.c_float * 6)(*IDENTITY)
    calls.matrix_of(thing, ctypes.addressof(values))
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _through(matrix: Matrix, box: _Box) -> _Box:
    a, b, c, d, e, f = matrix
    return _around([(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]])


def _is_bold(font: int) -> bool:
    buffer = ctypes.create_string_buffer(LONGEST_NAME)
    calls.font_name(font, ctypes.addressof(buffer), LONGEST_NAME)
    name = buffer.value.lower()
    return any(word in name for word in BOLD)


def _color(read: Callable[..., Any], thing: int) -> int:
    parts = (ctypes.c_uint * 4)()
    if not read(thing, *(ctypes.addressof(parts) + 4 * part for part in range(4))):
        return OPAQUE
    red, green, blue, alpha = parts
    return red << 24 | green << 16 | blue << 8 | alpha & 0xFF
