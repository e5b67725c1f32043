"""What walk.c does with the arrays of a page once it was walked, in numpy: manners, words to lines, shapes to rulings."""

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
THICKEST_RULE = 3.0
SHORTEST_RULE = 0.5
WHITE = 247
LIGHT = 178


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


# ------------------------------------------------------------------ lines


def walk_lines(count: int, *places: Any) -> None:
    """See walk.c; where arrays begin."""
    boxes, groups, _, out_order, out_lines = places
    of_groups = np.zeros(count, np.intp) if groups is None else array_at(groups, "i8", count)
    order, lines = _in_lines(array_at(boxes, "f8", 4 * count).reshape(-1, 4), of_groups)
    array_at(out_order, "i8", count)[:] = order
    array_at(out_lines, "i8", count)[:] = lines


def walk_written(count: int, *places: Any) -> None:
    """See walk.c; where arrays begin."""
    kinds, lengths = (walk.WORD, "f8", "i8", walk.WORD, "i8", "i8", "i4"), (count, 4, 0, count, count, count, 2)
    words, reach, _, out, out_lines, out_firsts, counted = map(array_at, places, kinds, lengths)
    twice, *rest = reach.tolist()
    order, lines = _without_doubles(*_in_lines(words["box"], words["turn"]), words, twice)
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
    chosen, known, leaning, words, white, _, *out, counted = places
    asked = array_at(chosen, "i8", count)
    word = array_at(words, walk.WORD, int(asked.max(initial=-1)) + 1)
    turns = (word["turn"][asked] != 0) == bool(leaning)
    at = asked[turns]
    if known is None:
        order, lines = _in_lines(word["box"][at], word["turn"][at])
        at = at[order]
    else:
        lines = array_at(known, "i8", count)[turns]
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


def _begins(words: walk.Array, column: float, figure: float) -> walk.Array:
    """Whether something begins with each word, right of the one before it."""
    size = words["box"][:, 3] - words["box"][:, 1]
    figures = words["figure"] == walk.SEPARATED
    out = np.full(len(words), walk.BEGUN)
    gap = (words["box"][1:, 0] - words["box"][:-1, 2]) / np.maximum(np.minimum(size[1:], size[:-1]), 1)
    unsure = np.where((gap > figure) & (figures[1:] | figures[:-1]), walk.UNSURE, 0)
    out[1:] = np.where(gap > column, walk.BEGUN, unsure)
    return out


def _in_lines(flow: Boxes, groups: npt.NDArray[np.integer]) -> tuple[Places, Places]:
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


# ------------------------------------------------------------------ shapes


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


def _parts(colors: walk.Array) -> tuple[walk.Array, walk.Array, walk.Array]:
    """Red, green, blue of each."""
    return colors >> 24, (colors >> 16) & 0xFF, (colors >> 8) & 0xFF


def is_white(colors: walk.Array) -> Mask:
    """All of red, green and blue are as good as full."""
    red, green, blue = _parts(colors)
    return (red >= WHITE) & (green >= WHITE) & (blue >= WHITE)


def _is_unseen(colors: walk.Array) -> Mask:
    """White on paper is not seen, nor is what is transparent."""
    clear: Mask = (colors & 0xFF) == 0
    return is_white(colors) | clear


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
