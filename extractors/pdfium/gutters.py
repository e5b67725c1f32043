"""White between things that stand side by side: what is left of it and what is right of it are lines of their own.

Between two tables it parts their captions. Between two columns of running prose it also says what is read first: all that is
on the left. A table or a list is never prose, however its words fall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from statistics import median
from typing import NamedTuple

import numpy as np

from extractors.model import Box
from extractors.pdfium.frame import Boxes
from extractors.pdfium.strips import Lines
from extractors.pdfium.written import Places, hulls
from extractors.values import starts_item

# In points: edges nearer than this are one; the least white between columns, and the most between two lines of one;
# how far from two tables what they part may stand.
SAME_EDGE = 3.0
LEAST_WHITE = 10.0
MOST_WHITE = 60.0
NEAR_TABLES = 60.0
# A column of prose: its lines, its width in shares of what is printed; in shares of a line's height, how far one may begin
# below the one beside it, and the white between two lines of one paragraph.
FEWEST = 4
LEAST_WIDTH = 0.25
ONE_HEIGHT = 2.5
CLOSE = 0.6
# Shares of a column's lines: those that reach its right edge, those that begin at its left edge, those that go on in small letters.
FULL = 0.5
FLUSH = 0.65
GOING_ON = 0.4
NEARLY_FULL = 0.85
FEWEST_WORDS = 4

_SMALL = re.compile(r"[^\W\d_A-Z]")


class Gutter(NamedTuple):
    """White from `left` to `right`, from `top` to `bottom`; of `columns` the left one is read to its end before the right one."""

    left: float
    right: float
    top: float
    bottom: float
    columns: bool


class Piece(NamedTuple):
    """What stands on one line of a column."""

    box: Box
    text: str


def cut(lines: Lines, gutters: Sequence[Gutter]) -> Places:
    """The number of each word's line, once lines end where they meet such white."""
    boxes = lines.written.boxes[lines.words]
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    anew = np.diff(lines.lines, prepend=-1) > 0
    before = np.concatenate([[0.0], boxes[:-1, 2]])
    for gutter in gutters:
        within = (gutter.top <= middle) & (middle <= gutter.bottom)
        anew |= within & lines.begins & (before < gutter.right) & (boxes[:, 0] > gutter.left)
    return np.cumsum(anew) - 1


def place_of(box: Box, gutters: Sequence[Gutter]) -> tuple[float, float, float, float]:
    """By what things are ordered on a page with these gutters: in columns of prose their column comes before their height."""
    x0, y0, _, y1 = box
    for gutter in gutters:
        if gutter.columns and gutter.top <= (y0 + y1) / 2 <= gutter.bottom:
            return gutter.top, float(x0 > gutter.left), y0, x0
    return y0, 0.0, y0, x0


def between_tables(frames: Sequence[Box]) -> list[Gutter]:
    """The white between two tables that stand side by side."""
    found = []
    for one, other in combinations(sorted(frames), 2):
        if min(one[3], other[3]) > max(one[1], other[1]) and one[2] <= other[0]:
            found.append(Gutter(one[2], other[0], min(one[1], other[1]) - NEAR_TABLES, max(one[3], other[3]) + NEAR_TABLES, False))
    return found


# ------------------------------------------------------------------ columns of prose


def of_prose(lines: Lines) -> list[Gutter]:
    """The gutter between two columns of prose among these lines; few pages promise one."""
    starts = np.flatnonzero(lines.begins)
    if len(starts) < 2 * FEWEST:
        return []
    # First words and last ones are enough to see whether several lines begin at one place far to the right.
    x0 = lines.written.boxes[lines.words[starts], 0]
    left, right = float(x0.min()), float(lines.written.boxes[lines.words[np.append(starts[1:], len(lines.words)) - 1], 2].max())
    far = np.sort(x0[x0 > left + LEAST_WIDTH * (right - left)])
    if len(far) < FEWEST or (far[FEWEST - 1 :] - far[: 1 - FEWEST]).min() > SAME_EDGE:
        return []
    edge = float(far[(np.searchsorted(far, far + SAME_EDGE) - np.arange(len(far))).argmax()])
    boxes = hulls(lines.written.boxes[lines.words], starts)
    found = (_gutter(lines, starts, boxes, (edge, top, bottom), right - left) for top, bottom in _stretches(boxes, edge))
    return [gutter for gutter in found if gutter is not None]


def _stretches(boxes: Boxes, edge: float) -> Iterator[tuple[float, float]]:
    """From where to where lines stand right of the edge one below the other, and none runs over it."""
    over = (boxes[:, 0] < edge - SAME_EDGE) & (boxes[:, 2] > edge - LEAST_WHITE)
    begins = (boxes[:, 0] >= edge - SAME_EDGE) & (boxes[:, 0] < edge + SAME_EDGE)
    order = np.argsort(boxes[:, 1], kind="stable")
    order = order[over[order] | begins[order]]
    run: list[list[float]] = []
    for box, crosses in zip(boxes[order].tolist(), over[order].tolist(), strict=True):
        if run and (crosses or box[1] - run[-1][3] > MOST_WHITE):
            if len(run) >= FEWEST:
                yield run[0][1], _foot(boxes, edge, run[-1][3])
            run = []
        if not crosses:
            run.append(box)
    if len(run) >= FEWEST:
        yield run[0][1], _foot(boxes, edge, run[-1][3])


def _foot(boxes: Boxes, edge: float, bottom: float) -> float:
    """Where the left column ends, if that is farther down than the right one."""
    below = boxes[boxes[:, 3] > bottom]
    for _, top, right, low in below[np.argsort(below[:, 1], kind="stable")].tolist():
        if right > edge - LEAST_WHITE or top - bottom > CLOSE * (low - top):
            break
        bottom = max(bottom, low)
    return bottom


def _gutter(lines: Lines, starts: Places, boxes: Boxes, within: tuple[float, float, float], width: float) -> Gutter | None:
    """The gutter left of an edge, from one height to another, if what it parts is prose."""
    edge, top, bottom = within
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    on_left = np.flatnonzero((boxes[:, 2] < edge) & (middle > top) & (middle < bottom))
    on_right = np.flatnonzero((boxes[:, 0] >= edge - SAME_EDGE) & (middle > top) & (middle < bottom))
    one, other = (_pieces(lines, starts, part) for part in (on_left, on_right))
    if not (_is_prose(one, width) and _is_prose(other, width)) or _are_rows(one, other):
        return None
    return Gutter(max(piece.box[2] for piece in one), edge, top - 1, bottom + 1, True)


def _pieces(lines: Lines, starts: Places, chosen: Places) -> list[Piece]:
    """The lines of a column; white within one of them is a wide space."""
    ends = np.append(starts[1:], len(lines.words))
    found: list[tuple[int, Piece]] = []
    for place in chosen.tolist():
        words = lines.words[starts[place] : ends[place]]
        boxes, line = lines.written.boxes[words], int(lines.lines[starts[place]])
        text = lines.written.says(words.tolist())
        (x0, y0), (x1, y1) = boxes[:, :2].min(0).tolist(), boxes[:, 2:].max(0).tolist()
        if found and found[-1][0] == line:
            before = found.pop()[1]
            (x0, y0), text = (before.box[0], min(before.box[1], y0)), f"{before.text} {text}"
        found.append((line, Piece((x0, y0, x1, y1), text)))
    return [piece for _, piece in found]


def _is_prose(column: Sequence[Piece], width: float) -> bool:
    """Lines of several words from edge to edge, most of which go on in small letters, and few are items of a list."""
    if len(column) < FEWEST:
        return False
    left, right = min(piece.box[0] for piece in column), max(piece.box[2] for piece in column)
    count = len(column)
    full = sum(piece.box[2] > left + NEARLY_FULL * (right - left) for piece in column)
    flush = sum(piece.box[0] < left + SAME_EDGE for piece in column)
    going_on = sum(bool(_SMALL.match(piece.text)) for piece in column)
    wordy = median(len(piece.text.split()) for piece in column) >= FEWEST_WORDS
    items = sum(starts_item(piece.text) for piece in column)
    shares = full >= FULL * count and flush >= FLUSH * count and going_on >= GOING_ON * count and 3 * items <= count
    return wordy and shares and right - left >= LEAST_WIDTH * width


def _are_rows(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Things end and begin at the same heights in both columns, as the rows of a table do."""
    breaks, others = _breaks(one), _breaks(other)
    common = sum(any(abs(y - z) < SAME_EDGE for z in others) for y in breaks)
    apart = abs(one[0].box[1] - other[0].box[1]) > ONE_HEIGHT * (one[0].box[3] - one[0].box[1])
    return apart or 2 * common > min(len(breaks), len(others))


def _breaks(column: Sequence[Piece]) -> list[float]:
    """Where something begins below a short line or below more white than usual."""
    left, right = min(piece.box[0] for piece in column), max(piece.box[2] for piece in column)
    pitch = median(below.box[1] - above.box[1] for above, below in pairwise(column))
    return [
        below.box[1]
        for above, below in pairwise(column)
        if above.box[2] < left + NEARLY_FULL * (right - left) or below.box[1] - above.box[1] > 1.3 * pitch
    ]
