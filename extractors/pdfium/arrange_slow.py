"""What walk.c does with the arrays of a page once it was walked, in numpy: manners, words to lines."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.pdfium import walk
from extractors.pdfium.frame import Boxes, turned
from extractors.pdfium.words_slow import RISE, SMALL
from extractors.words import OVERLAP

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
Sides = npt.NDArray[np.float64]

SPACE = 32
SLANT = 0.1
INVISIBLE = 3
LOWEST = 0.1
WHITE = 247


def array_at(place: Any, kind: Any, count: int) -> walk.Array:
    """The array that begins there; what `walk.start_of` gave."""
    dtype = np.dtype(kind)
    return np.frombuffer((ctypes.c_char * (dtype.itemsize * count)).from_address(ctypes.addressof(place)), dtype)


def placed(sides: walk.Array, page: Sequence[float], turns: int) -> Boxes:
    """Boxes (left, top, right, bottom; origin bottom left) on the page as printed."""
    left, top, width, height = page
    boxes = np.column_stack([sides[:, 0] - left, top - sides[:, 1], sides[:, 2] - left, top - sides[:, 3]])
    return turned(boxes, turns, width, height)


# ------------------------------------------------------------------ manners


def walk_manners(count: int, *places: Any) -> None:
    """See walk.c; numbers, and where arrays begin."""
    codes, runs_of, known, runs, turns, unseen, *out = places
    runs, runs_of = array_at(runs, walk.RUN, known), array_at(runs_of, "i4", count)
    leans, bold, white, said = (
        array_at(place, kind, length) for place, kind, length in zip(out, "bBBi", (known, known, known, 3), strict=True)
    )
    leans[:] = _leans(runs["a"], runs["b"], turns)
    if unseen:
        leans[runs["mode"] == INVISIBLE] = -1
    read = runs_of[(runs_of >= 0) & (array_at(codes, "u4", count) > SPACE)]
    lengths = np.bincount(read, minlength=known)[leans >= 0]
    turn = int(np.bincount(leans[leans >= 0], lengths, minlength=4).argmax())
    leans[:] = np.where(leans < 0, leans, (leans - turn) % 4)
    bold[:], white[:] = runs["bold"], is_white(runs["color"])
    said[:] = turn, (leans > 0).any(), white.any()


def _leans(a: walk.Array, b: walk.Array, turns: int) -> walk.Array:
    wide, high = np.abs(a), np.abs(b)
    leans = np.where(wide >= high, np.where(a >= 0, 0, 2), np.where(b > 0, 1, 3))
    slanted = np.minimum(wide, high) > SLANT * np.maximum(wide, high)
    return np.where(slanted, -1, (leans - turns) % 4)


def parts_of(colors: walk.Array) -> tuple[walk.Array, walk.Array, walk.Array]:
    """Red, green, blue of each."""
    return colors >> 24, (colors >> 16) & 0xFF, (colors >> 8) & 0xFF


def is_white(colors: walk.Array) -> Mask:
    """All of red, green and blue are as good as full."""
    red, green, blue = parts_of(colors)
    return (red >= WHITE) & (green >= WHITE) & (blue >= WHITE)


# ------------------------------------------------------------------ lines


def walk_lines(count: int, *places: Any) -> None:
    """See walk.c; where arrays begin."""
    boxes, groups, _, out_order, out_lines = places
    of_groups = np.zeros(count, np.intp) if groups is None else array_at(groups, "i8", count)
    order, lines = in_lines(array_at(boxes, "f8", 4 * count).reshape(-1, 4), of_groups)
    array_at(out_order, "i8", count)[:] = order
    array_at(out_lines, "i8", count)[:] = lines


def walk_written(count: int, *places: Any) -> None:
    """See walk.c; where arrays begin."""
    kinds, lengths = (walk.WORD, "f8", "i8", walk.WORD, "i8", "i8", "i4"), (count, 4, 0, count, count, count, 2)
    words, reach, _, out, out_lines, out_firsts, counted = map(array_at, places, kinds, lengths)
    twice, *rest = reach.tolist()
    order, lines = _without_doubles(*in_lines(words["box"], words["turn"]), words, twice)
    firsts = _touching(words[order], lines, *rest)
    counted[:] = len(order), len(firsts)
    out[: len(order)], out_lines[: len(order)], out_firsts[: len(firsts)] = words[order], lines, firsts
    out["tie"][: len(order)] |= np.where(_is_raised(words[order]["box"], lines), walk.RAISED, 0)


def walk_said(count: int, *places: Any) -> None:
    """See walk.c; where arrays begin."""
    words, signs, said, froms, tos = places
    words = array_at(words, walk.WORD, count)
    ends = np.cumsum(words["end"] - words["start"] + 1) - 1
    texts = [array_at(signs, "u4", int(words["end"].max()))[start:end] for start, end in zip(words["start"], words["end"], strict=True)]
    blank = np.array([SPACE], np.uint32)
    array_at(said, "u4", int(ends[-1]) + 1)[:] = np.concatenate([part for text in texts for part in (text, blank)])
    array_at(froms, "i4", count)[:], array_at(tos, "i4", count)[:] = ends - (words["end"] - words["start"]), ends


def walk_rows(count: int, *places: Any) -> None:
    """See walk.c; where arrays begin, and whether what leans is asked for."""
    chosen, known, leaning, framed, frames, boxes, words, white, _, *out, counted = places
    asked = array_at(chosen, "i8", count)
    among = int(asked.max(initial=-1)) + 1
    word, box = array_at(words, walk.WORD, among), array_at(boxes, "f8", 4 * among).reshape(-1, 4)
    left = (word["turn"][asked] != 0) == bool(leaning)
    for x0, y0, x1, y1 in array_at(frames, "f8", 4 * framed).reshape(-1, 4).tolist():
        x, y = (box[asked, 0] + box[asked, 2]) / 2, (box[asked, 1] + box[asked, 3]) / 2
        left &= ~((x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1))
    at = asked[left]
    if known is None:
        order, lines = in_lines(word["box"][at], word["turn"][at])
        at = at[order]
    else:
        lines = array_at(known, "i8", count)[left]
    anew = np.diff(lines, prepend=-1) > 0
    begun = np.where(anew, walk.BEGUN, _begins(word[at], *array_at(white, "f8", 2).tolist()))
    starts, length, box = np.flatnonzero(anew), word["end"][at] - word["start"][at], word["box"][at]
    rows = np.zeros(len(starts), walk.ROW)
    rows["start"], rows["end"] = starts, np.append(starts[1:], len(at))[: len(starts)]
    if len(starts):
        rows["box"] = np.column_stack([np.minimum.reduceat(box[:, :2], starts), np.maximum.reduceat(box[:, 2:], starts)])
        rows["letters"] = np.add.reduceat(length, starts)
        rows["bold"] = np.add.reduceat(length * (2 * word["bold"][at] > length), starts)
    for place, kind, found in zip(out, ("i8", "i8", "u1", walk.ROW), (at, lines, begun, rows), strict=True):
        array_at(place, kind, count)[: len(found)] = found
    array_at(counted, "i4", 2)[:] = len(at), len(rows)


def walk_margins(count: int, *places: Any) -> int:
    """See walk.c; where arrays begin."""
    words, lines, margin, out = places
    words, lines = array_at(words, walk.WORD, count), array_at(lines, "i8", count)
    starts = np.flatnonzero(np.diff(lines, prepend=-1))
    rows = np.zeros(len(starts), walk.ROW)
    rows["start"], rows["end"] = starts, np.append(starts[1:], count)
    rows["box"] = np.column_stack([np.minimum.reduceat(words["box"][:, :2], starts), np.maximum.reduceat(words["box"][:, 2:], starts)])
    rows["letters"], rows["bold"] = np.add.reduceat(words["end"] - words["start"], starts), words["turn"][starts] % 2
    high, edge = array_at(margin, "f8", 4).reshape(2, 2)[:, rows["bold"]]
    near = rows[(rows["box"][:, 3] < high) | (rows["box"][:, 1] > edge - high)]
    array_at(out, walk.ROW, len(near))[:] = near
    return len(near)


def _begins(words: walk.Array, column: float, figure: float) -> walk.Array:
    """Whether something begins with each word, right of the one before it."""
    size = words["box"][:, 3] - words["box"][:, 1]
    figures = words["figure"] == walk.SEPARATED
    out = np.full(len(words), walk.BEGUN)
    gap = (words["box"][1:, 0] - words["box"][:-1, 2]) / np.maximum(np.minimum(size[1:], size[:-1]), 1)
    unsure = np.where((gap > figure) & (figures[1:] | figures[:-1]), walk.UNSURE, 0)
    out[1:] = np.where(gap > column, walk.BEGUN, unsure)
    return out


def in_lines(flow: Boxes, groups: npt.NDArray[np.integer]) -> tuple[Places, Places]:
    """The order in which boxes are read, and the line of each: see walk.c."""
    if not len(flow):
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    order = np.lexsort((flow[:, 0], flow[:, 1] + flow[:, 3], groups))
    left, upper, _, lower = np.ascontiguousarray(flow[order].T)
    group = groups[order]
    anew = np.ones(len(order), bool)
    anew[1:] = _are_apart(upper[1:], lower[1:], upper[:-1], lower[:-1]) | (group[1:] != group[:-1])
    first = np.flatnonzero(anew)[np.cumsum(anew) - 1]
    if _are_apart(upper, lower, upper[first], lower[first]).any():
        anew = _one_by_one(upper.tolist(), lower.tolist(), group.tolist())
    lines = np.cumsum(anew) - 1
    return order[np.lexsort((left, lines))], lines


def _are_apart(upper: Sides, lower: Sides, other_upper: Sides, other_lower: Sides) -> Mask:
    common = np.minimum(lower, other_lower) - np.maximum(upper, other_upper)
    return common < OVERLAP * np.maximum(np.minimum(lower - upper, other_lower - other_upper), LOWEST)


def _one_by_one(upper: list[float], lower: list[float], group: list[int]) -> Mask:
    """Where lines begin, if words stand on steps so small that each touches the next: all of a line must touch its first word."""
    anew = np.zeros(len(upper), bool)
    first = 0
    for place in range(len(upper)):
        common = min(lower[place], lower[first]) - max(upper[place], upper[first])
        height = max(min(lower[place] - upper[place], lower[first] - upper[first]), LOWEST)
        if place == 0 or group[place] != group[first] or common < OVERLAP * height:
            anew[place] = True
            first = place
    return anew


def _without_doubles(order: Places, lines: Places, words: walk.Array, twice: float) -> tuple[Places, Places]:
    if not len(order):
        return order, lines
    box, length = words["box"][order], (words["end"] - words["start"])[order]
    reach = twice * np.minimum(box[1:, 3] - box[1:, 1], box[:-1, 3] - box[:-1, 1])
    near = (lines[1:] == lines[:-1]) & (length[1:] == length[:-1]) & (np.abs(box[1:] - box[:-1]).max(1, initial=0) < reach)
    kept = np.concatenate([[True], ~near])
    return order[kept], lines[kept]


def _touching(words: walk.Array, lines: Places, space_gap: float, back: float, drift: float) -> Places:
    if not len(words):
        return lines
    x0, y0, x1, y1 = words["box"].T
    size = np.minimum((y1 - y0)[1:], (y1 - y0)[:-1])
    gap = x0[1:] - x1[:-1]
    touching = (lines[1:] == lines[:-1]) & (gap <= space_gap * size) & (gap > -back * size) & (np.abs(np.diff(y1)) <= drift * size)
    return np.concatenate([[0], np.flatnonzero(~touching) + 1])


def _is_raised(boxes: Boxes, lines: Places) -> Mask:
    """Small and raised, right beside the word on its left."""
    raised = np.zeros(len(boxes), bool)
    one, other = boxes[:-1], boxes[1:]
    size, gap = one[:, 3] - one[:, 1], other[:, 0] - one[:, 2]
    small = (other[:, 3] - other[:, 1] < SMALL * size) & (one[:, 3] - other[:, 3] > RISE * size)
    raised[1:] = (lines[1:] == lines[:-1]) & small & (gap <= RISE * size) & (gap >= -RISE * size)
    return raised
