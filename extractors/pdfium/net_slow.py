"""What walk.c does with the rulings of a grid, in numpy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.pdfium import walk
from extractors.pdfium.arrange_slow import array_at, in_lines
from extractors.pdfium.frame import Boxes
from extractors.pdfium.rulings import crossings

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]
FEWEST_OPEN = 3


def walk_lattice(count: int, *places: Any) -> None:
    """See walk.c; where arrays begin, and numbers."""
    rules, snap, join, shortest, far, _, _, _, *out, said = places
    boxes = array_at(rules, "f8", 4 * count).reshape(-1, 4)
    level = boxes[:, 2] - boxes[:, 0] >= boxes[:, 3] - boxes[:, 1]
    parts = boxes[level][:, (1, 0, 2)], boxes[~level][:, (0, 1, 3)]
    found = [_whole(part, snap, join, shortest, far) for part in parts]
    for place, whole in zip(out, found, strict=True):
        array_at(place, "f8", whole.size)[:] = whole.ravel()
    array_at(said, "i4", 2)[:] = [len(whole) for whole in found]


def walk_open(flats: int, *places: Any) -> None:
    """See walk.c; where arrays begin, and numbers."""
    flat, uprights, upright, reach, same, out, said = places
    flat, upright = array_at(flat, "f8", 3 * flats).reshape(-1, 3), array_at(upright, "f8", 3 * uprights).reshape(-1, 3)
    meets = crossings(flat, upright, reach)
    bands = np.array(list(_loose_bands(flat, upright, meets, same))).reshape(-1, 3)
    array_at(out, "f8", bands.size)[:] = bands.ravel()
    array_at(said, "i4", 2)[:] = _lacks_lids(flat, upright, meets, same), len(bands)


def _lacks_lids(flat: Boxes, upright: Boxes, meets: Mask, same: float) -> bool:
    _, top, bottom = upright.T
    for ends in (top, bottom):
        loose = ends[~(meets & (np.abs(flat[:, :1] - ends) <= same)).any(0)]
        if (np.count_nonzero(np.abs(ends - loose[:, None]) <= same, axis=1) >= FEWEST_OPEN).any():
            return True
    return False


def _loose_bands(flat: Boxes, upright: Boxes, meets: Mask, same: float) -> Iterator[tuple[float, float, bool]]:
    y, start, end = flat.T
    x, top, bottom = upright.T
    left, right = ((meets & (np.abs(x - side[:, None]) <= same)).any(1) for side in (start, end))
    loose, met = ~(left & right), np.asarray(meets.any(1))
    alike = (np.abs(start[:, None] - start) <= same) & (np.abs(end[:, None] - end) <= same) & (y > y[:, None] + same)
    for one in np.flatnonzero(alike.any(1)).tolist():
        other = int(np.where(alike[one], y, np.inf).argmin())
        if not loose[one] and not loose[other]:
            continue
        upper, lower = float(y[one]), float(y[other])
        inner = (start[one] + same < x) & (x < end[one] - same)
        if met[one] or met[other] or not (inner & (upper < top) & (bottom < lower)).any():
            parted = (2 * (np.minimum(bottom, lower) - np.maximum(top, upper)) > lower - upper) & inner
            yield upper, lower, bool(parted.any())


def walk_nets(flats: int, *places: Any) -> int:
    """See walk.c; where arrays begin, and numbers."""
    flat, uprights, upright, near, _, _, *out, said = places
    flat, upright = array_at(flat, "f8", 3 * flats).reshape(-1, 3), array_at(upright, "f8", 3 * uprights).reshape(-1, 3)
    measures = array_at(near, "f8", 4).tolist()
    across, down = _tied(crossings(flat, upright, measures[2]))
    grids = [(flat[across == name], upright[down == name]) for name in sorted(set(down.tolist()))]
    found = [net for lying, standing in grids if min(len(lying), len(standing)) > 1 and (net := _net(lying, standing, measures))]
    heads = array_at(said, "i4", 5 * flats).reshape(-1, 5)
    heads[: len(found)] = [head for _, head in found] or np.zeros((0, 5))
    for column, (place, kind) in enumerate(zip(out, ("f8", "f8", "?", "?", "i8"), strict=True)):
        joined = np.concatenate([parts[column].ravel() for parts, _ in found]) if found else np.zeros(0)
        array_at(place, kind, len(joined))[:] = joined
    return len(found)


def _tied(meets: Mask) -> tuple[Places, Places]:
    """For each level and each upright ruling the first level one of its grid."""
    flats = len(meets)
    label = np.arange(flats)
    while True:
        down = np.where(meets, label[:, None], flats).min(0, initial=flats)
        fresh = np.minimum(label, np.where(meets, down, flats).min(1, initial=flats))
        fresh = fresh[fresh]  # a drawing may wind like a spiral: the way to its first ruling is made shorter each time
        if (fresh == label).all():
            return label, down
        label = fresh


_Net = tuple[tuple[walk.Array, ...], tuple[int, int, bool, bool, bool]]


def _net(flat: Boxes, upright: Boxes, measures: Sequence[float]) -> _Net | None:
    """Edges, pieces and squares of a net, and what is to be said of it."""
    same_column, same_row, reach, most = measures
    xs, ys = _levels(upright[:, 0], same_column), _levels(flat[:, 0], same_row)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > most:
        return None
    level, erect = _drawn(flat, ys, xs, reach), _drawn(upright, xs, ys, reach)
    owner, torn = _owner(level[:-1], erect[:-1].T)
    is_open = not all(side.all() for side in (level[0], level[-1], erect[0], erect[-1]))
    bare = not ((owner[1:] != owner[:-1]).any(1).all() and (owner[:, 1:] != owner[:, :-1]).any(0).all())
    return (xs, ys, level, erect, owner), (len(xs), len(ys), torn, is_open, bare)


def _owner(level: Mask, erect: Mask) -> tuple[Places, bool]:
    """The first square of each square's cell, and whether two squares without a ruling between them are of two cells."""
    rows, columns = level.shape
    first_row = np.maximum.accumulate(np.where(level, np.arange(rows)[:, None], 0), axis=0)
    first_column = np.maximum.accumulate(np.where(erect, np.arange(columns), 0), axis=1)
    owner: Places = first_row * columns + first_column
    beside, over = ~erect[:, 1:] & (owner[:, 1:] != owner[:, :-1]), ~level[1:] & (owner[1:] != owner[:-1])
    return owner, bool(beside.any() or over.any())


def _levels(values: Floats, same: float) -> Floats:
    kept: list[list[float]] = []
    for value in values.tolist():
        if kept and value - kept[-1][0] <= same:
            kept[-1][1] = value
        else:
            kept.append([value, value])
    return np.array([(low + high) / 2 for low, high in kept])


def _drawn(rules: Boxes, levels: Floats, stops: Floats, reach: float) -> Mask:
    drawn = np.zeros((len(levels), len(stops) - 1), bool)
    nearest = np.searchsorted((levels[1:] + levels[:-1]) / 2, rules[:, 0])
    for at, start, end in zip(nearest.tolist(), (rules[:, 1] - reach).tolist(), (rules[:, 2] + reach).tolist(), strict=True):
        drawn[at] |= (stops[:-1] >= start) & (stops[1:] <= end)
    return drawn


def walk_touching(rows: int, columns: int, *places: Any) -> None:
    """See walk.c; where arrays begin."""
    closed, names, _ = places
    shape = rows, columns
    shut = array_at(closed, "?", rows * columns).reshape(shape)
    label = np.where(shut, np.arange(1, shut.size + 1).reshape(shape), 0)
    while True:
        wide = np.pad(label, 1)
        around = np.max([wide[i : i + rows, j : j + columns] for i in range(3) for j in range(3)], axis=0)
        fresh = np.where(shut, around, 0)
        if (fresh == label).all():
            break
        label = fresh
    array_at(names, "i8", shut.size)[:] = label.ravel() - 1


def _whole(rules: Boxes, snap: float, join: float, shortest: float, far: float) -> Boxes:
    """Parallel rulings, near ones and pieces joined: see walk.c."""
    if not len(rules):
        return rules
    across, start, end = rules.T
    order = np.argsort(across, kind="stable")
    across, start, end = across[order], start[order], end[order]
    begins = np.concatenate([[True], across[1:] - across[:-1] > snap])
    group = np.cumsum(begins) - 1
    mean = (across[begins] + np.bincount(group, np.where(begins, 0.0, across))) / np.bincount(group)
    order = np.lexsort((start, group))
    start, end, group = start[order], end[order], group[order]
    reached = np.maximum.accumulate(end + far * group) - far * group
    first = np.flatnonzero(np.concatenate([[True], (group[1:] != group[:-1]) | (start[1:] > reached[:-1] + join)]))
    whole: Boxes = np.column_stack([mean[group[first]], start[first], np.maximum.reduceat(end, first)])
    long: Mask = whole[:, 2] - whole[:, 1] >= shortest
    return np.compress(long, whole, axis=0)


def walk_filled(count: int, *places: Any) -> int:
    """See walk.c; where arrays begin, and numbers."""
    free, boxes, pieces, rows, columns, xs, ys, owner, overhang, _, _, *out = places
    asked = array_at(free, "i8", count)
    among = int(asked.max(initial=-1)) + 1
    box, words = array_at(boxes, "f8", 4 * among).reshape(-1, 4)[asked], array_at(pieces, walk.WORD, among)[asked]
    xs, ys = array_at(xs, "f8", columns + 1), array_at(ys, "f8", rows + 1)
    x, y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    within = (xs[0] <= x) & (x <= xs[-1]) & (ys[0] <= y) & (y <= ys[-1])
    chosen, box, words, x, y = asked[within], box[within], words[within], x[within], y[within]
    squares, row = array_at(owner, "i8", rows * columns).reshape(rows, columns), ys[1:-1].searchsorted(y, "right")
    homes, left, right = (squares[row, xs[1:-1].searchsorted(at, "right")] for at in (x, box[:, 0] + overhang, box[:, 2] - overhang))
    if (((left != homes) | (right != homes)) & (words["turn"] == 0)).any():
        return -1
    order, lines = in_lines(words["box"], homes * 4 + words["turn"])
    word = words[order]
    found = (chosen[order], homes[order], lines, word["box"].ravel(), 2 * word["bold"] > word["end"] - word["start"])
    for place, kind, array in zip(out, ("i8", "i8", "i8", "f8", "?"), found, strict=True):
        array_at(place, kind, len(array))[:] = array
    return len(order)
