"""What walk.c does with the rulings of a grid, in numpy."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from extractors.pdfium.arrange_slow import array_at
from extractors.pdfium.frame import Boxes

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]


def walk_tied(flats: int, uprights: int, *places: Any) -> None:
    """See walk.c; where arrays begin."""
    meets, out_across, out_down = map(array_at, places, ("?", "i8", "i8"), (flats * uprights, flats, uprights))
    meets = meets.reshape(flats, uprights)
    label = np.arange(flats)
    while True:
        down = np.where(meets, label[:, None], flats).min(0, initial=flats)
        fresh = np.minimum(label, np.where(meets, down, flats).min(1, initial=flats))
        fresh = fresh[fresh]  # a drawing may wind like a spiral: the way to its first ruling is made shorter each time
        if (fresh == label).all():
            break
        label = fresh
    out_across[:], out_down[:] = label, down


def walk_net(flats: int, *places: Any) -> None:
    """See walk.c; where arrays begin, and numbers."""
    flat, uprights, upright, same_column, same_row, reach, *out = places
    flat, upright = array_at(flat, "f8", 3 * flats).reshape(-1, 3), array_at(upright, "f8", 3 * uprights).reshape(-1, 3)
    xs, ys = _levels(upright[:, 0], same_column), _levels(flat[:, 0], same_row)
    said = array_at(out[-1], "i4", 5)
    said[:] = len(xs), len(ys), 0, 0, 0
    if len(xs) < 2 or len(ys) < 2:
        return
    level, erect = _drawn(flat, ys, xs, reach), _drawn(upright, xs, ys, reach)
    owner, said[2] = _owner(level[:-1], erect[:-1].T)
    said[3] = not all(side.all() for side in (level[0], level[-1], erect[0], erect[-1]))
    said[4] = not ((owner[1:] != owner[:-1]).any(1).all() and (owner[:, 1:] != owner[:, :-1]).any(0).all())
    for place, array in zip(out, (xs, ys, level, erect, owner), strict=False):
        array_at(place, array.dtype, array.size)[:] = array.ravel()


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


def walk_whole(count: int, *places: Any) -> int:
    """See walk.c; where arrays begin, and numbers."""
    rules, snap, join, shortest, far, _, _, out = places
    across, start, end = array_at(rules, "f8", 3 * count).reshape(-1, 3).T
    order = np.argsort(across, kind="stable")
    across, start, end = across[order], start[order], end[order]
    begins = np.concatenate([[True], across[1:] - across[:-1] > snap])
    group = np.cumsum(begins) - 1
    mean = (across[begins] + np.bincount(group, np.where(begins, 0.0, across))) / np.bincount(group)
    order = np.lexsort((start, group))
    start, end, group = start[order], end[order], group[order]
    reached = np.maximum.accumulate(end + far * group) - far * group
    first = np.flatnonzero(np.concatenate([[True], (group[1:] != group[:-1]) | (start[1:] > reached[:-1] + join)]))
    whole = np.column_stack([mean[group[first]], start[first], np.maximum.reduceat(end, first)])
    whole = whole[whole[:, 2] - whole[:, 1] >= shortest]
    array_at(out, "f8", whole.size)[:] = whole.ravel()
    return len(whole)
