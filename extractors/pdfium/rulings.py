"""Rulings of a page made whole: double ones joined, dashes and steps put together, tied into the grids that they form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.model import Box
from extractors.pdfium.frame import Boxes
from extractors.pdfium.drawn import Mask
from extractors.pdfium.written import Places
from extractors.rulings import JOIN, SAME, SHORTEST, SNAP, Rulings

# Rulings that miss each other by this still cross.
CROSS = 4.0
FAR = 1e5
FEWEST_OPEN = 3

Band = tuple[float, float, bool]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Level and upright rulings, a row each: where it stands across, where it begins, where it ends."""

    flat: Boxes
    upright: Boxes

    @property
    def tuples(self) -> Rulings:
        """The same as boxes."""
        flat = tuple((start, y, end, y) for y, start, end in sorted(self.flat.tolist()))
        return Rulings(flat, tuple((x, start, x, end) for x, start, end in sorted(self.upright.tolist())))


def lattice_of(rules: Boxes) -> Lattice:
    """The rulings of the page, pieces joined."""
    if not len(rules):
        return Lattice(_NONE, _NONE)
    x0, y0, x1, y1 = rules.T
    level = (x1 - x0) >= (y1 - y0)
    flat, upright = rules[level], rules[~level]
    return Lattice(_whole(flat[:, 1], flat[:, 0], flat[:, 2]), _whole(upright[:, 0], upright[:, 1], upright[:, 3]))


def with_more(lattice: Lattice, added: list[Box]) -> Lattice:
    """The rulings and these."""
    flat = np.column_stack([lattice.flat[:, 1], lattice.flat[:, 0], lattice.flat[:, 2], lattice.flat[:, 0]])
    upright = np.column_stack([lattice.upright[:, 0], lattice.upright[:, 1], lattice.upright[:, 0], lattice.upright[:, 2]])
    return lattice_of(np.concatenate([flat, upright, np.array(added, np.float64).reshape(-1, 4)]))


_NONE: Boxes = np.zeros((0, 3))


def _whole(across: npt.NDArray[np.float64], start: npt.NDArray[np.float64], end: npt.NDArray[np.float64]) -> Boxes:
    """Parallel rulings nearer than SNAP are one, at their mean; pieces nearer than JOIN along them are one."""
    if not len(across):
        return _NONE
    order = np.argsort(across, kind="stable")
    across, start, end = across[order], start[order], end[order]
    group = np.concatenate([[0], np.cumsum(across[1:] - across[:-1] > SNAP)])
    first = np.flatnonzero(np.concatenate([[True], group[1:] != group[:-1]]))
    mean = np.add.reduceat(across, first) / np.diff(np.append(first, len(across)))
    order = np.lexsort((start, group))
    start, end, group = start[order], end[order], group[order]
    reached = np.maximum.accumulate(end + FAR * group) - FAR * group
    anew = np.concatenate([[True], (group[1:] != group[:-1]) | (start[1:] > reached[:-1] + JOIN)])
    first = np.flatnonzero(anew)
    whole = np.column_stack([mean[group[first]], start[first], np.maximum.reduceat(end, first)])
    return whole[whole[:, 2] - whole[:, 1] >= SHORTEST]


def crossings(lattice: Lattice, reach: float = CROSS) -> Mask:
    """Which level ruling (row) meets which upright one (column)."""
    y, x0, x1 = (side[:, None] for side in lattice.flat.T)
    x, y0, y1 = lattice.upright.T
    return (x0 - reach <= x) & (x <= x1 + reach) & (y0 - reach <= y) & (y <= y1 + reach)


def tied(meets: Mask) -> list[tuple[Places, Places]]:
    """The level and the upright rulings of each grid: those that hang together by crossings; at least two of each."""
    flats, uprights = meets.shape
    label = np.arange(flats)
    alone = ~meets.any(1)
    while True:
        down = np.where(meets, label[:, None], flats).min(0, initial=flats)
        back = np.where(meets, down[None, :], flats).min(1, initial=flats)
        fresh = np.where(alone, label, np.minimum(label, back))
        if (fresh == label).all():
            break
        label = fresh
    groups = []
    for name in np.unique(label[~alone]).tolist():
        members = np.flatnonzero((label == name) & ~alone)
        standing = np.flatnonzero(down == name)
        if len(members) >= 2 and len(standing) >= 2:
            groups.append((members, standing))
    return groups


def lacks_lids(lattice: Lattice, meets: Mask) -> bool:
    """Three or more upright rulings end together, some of them on nothing."""
    x, top, bottom = lattice.upright.T
    y = lattice.flat[:, 0][:, None]
    for ends in (top, bottom):
        loose = np.sort(ends[~(meets & (np.abs(y - ends) <= SAME)).any(0)])
        if any(int((np.abs(ends - end) <= SAME).sum()) >= FEWEST_OPEN for end in loose.tolist()):
            return True
    return False


def loose_bands(lattice: Lattice, meets: Mask) -> list[Band]:
    """Between each two level rulings of one length of which one has no upright ruling at an end: the band's upper and lower
    edge, and whether an upright ruling parts most of it.
    """
    y, start, end = lattice.flat.T
    x, top, bottom = lattice.upright.T
    left, right = ((meets & (np.abs(x - side[:, None]) <= SAME)).any(1) for side in (start, end))
    loose = ~(left & right)
    if not loose.any():
        return []
    met = meets.any(1)
    alike = (np.abs(start[:, None] - start) <= SAME) & (np.abs(end[:, None] - end) <= SAME) & (loose[:, None] | loose)
    found = []
    for one, other in zip(*np.nonzero(np.triu(alike, 1)), strict=True):
        upper, lower = sorted((float(y[one]), float(y[other])))
        inner = (start[one] + SAME < x) & (x < end[one] - SAME)
        if not (met[one] or met[other]) and (inner & (upper < top) & (bottom < lower)).any():
            continue  # the rules of a page's header and footer, with a table between them
        parted = (2 * (np.minimum(bottom, lower) - np.maximum(top, upper)) > lower - upper) & inner
        found.append((upper, lower, bool(parted.any())))
    return found
