"""Rulings of a page made whole: double ones joined, dashes and steps put together, tied into the grids that they form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.pdfium.drawn import Mask
from extractors.pdfium.frame import Boxes
from extractors.pdfium.walk import SPOT, start_of, walker
from extractors.pdfium.written import Places
from extractors.rulings import JOIN, SAME, SHORTEST, SNAP, Rulings

# Rulings that miss each other by this still cross.
CROSS = 4.0
FAR = 1e5
FEWEST_OPEN = 3
# More level or upright rulings than these, once joined, are a hatching or a picture: every pair of them is compared.
MOST_RULINGS = 1500

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
    """The rulings of the page, pieces joined; none, if they are so many that they make a drawing."""
    if not len(rules):
        return Lattice(_NONE, _NONE)
    x0, y0, x1, y1 = rules.T
    level = (x1 - x0) >= (y1 - y0)
    flat, upright = _whole(rules[level].take((1, 0, 2), 1)), _whole(rules[~level].take((0, 1, 3), 1))
    return Lattice(flat, upright) if max(len(flat), len(upright)) <= MOST_RULINGS else Lattice(_NONE, _NONE)


_NONE: Boxes = np.zeros((0, 3))


def _whole(rules: Boxes) -> Boxes:
    """Parallel rulings nearer than SNAP are one, at their mean; pieces nearer than JOIN along them are one."""
    count = len(rules)
    if not count:
        return _NONE
    out = np.empty((count, 3))
    scratch = map(start_of, (np.empty(2 * SPOT * count), np.empty(count), out))
    return out[: walker().walk_whole(count, start_of(rules), SNAP, JOIN, SHORTEST, FAR, *scratch)]


def crossings(lattice: Lattice, reach: float = CROSS) -> Mask:
    """Which level ruling (row) meets which upright one (column)."""
    y, x0, x1 = (side[:, None] for side in lattice.flat.T)
    x, y0, y1 = lattice.upright.T
    meets: Mask = (x0 - reach <= x) & (x <= x1 + reach) & (y0 - reach <= y) & (y <= y1 + reach)
    return meets


def tied(meets: Mask) -> list[tuple[Places, Places]]:
    """The level and the upright rulings of each grid: those that hang together by crossings; at least two of each."""
    flats, uprights = meets.shape
    across, down = np.empty(flats, np.intp), np.empty(uprights, np.intp)
    walker().walk_tied(flats, uprights, *map(start_of, (np.ascontiguousarray(meets), across, down)))
    named = ((np.flatnonzero(across == name), np.flatnonzero(down == name)) for name in sorted(set(down.tolist())))
    return [(members, standing) for members, standing in named if len(members) >= 2 and len(standing) >= 2]


def lacks_lids(lattice: Lattice, meets: Mask) -> bool:
    """Three or more upright rulings end together, some of them on nothing."""
    _, top, bottom = lattice.upright.T
    y = lattice.flat[:, 0][:, None]
    for ends in (top, bottom):
        loose = np.sort(ends[~(meets & (np.abs(y - ends) <= SAME)).any(0)])
        if any(int((np.abs(ends - end) <= SAME).sum()) >= FEWEST_OPEN for end in loose.tolist()):
            return True
    return False


def loose_bands(lattice: Lattice, meets: Mask) -> list[Band]:
    """Between each level ruling and the next one of its length, if one of them has no upright ruling at an end: the band's upper
    and lower edge, and whether an upright ruling parts most of it.
    """
    y, start, end = lattice.flat.T
    x, top, bottom = lattice.upright.T
    left, right = ((meets & (np.abs(x - side[:, None]) <= SAME)).any(1) for side in (start, end))
    loose = ~(left & right)
    if not loose.any():
        return []
    met = np.asarray(meets.any(1))
    alike = (np.abs(start[:, None] - start) <= SAME) & (np.abs(end[:, None] - end) <= SAME) & (y > y[:, None] + SAME)
    nearest = np.where(alike, y, np.inf).argmin(1)
    found = []
    for one in np.flatnonzero(alike.any(1) & (loose | loose[nearest])).tolist():
        other = int(nearest[one])
        upper, lower = float(y[one]), float(y[other])
        inner = (start[one] + SAME < x) & (x < end[one] - SAME)
        if not (met[one] or met[other]) and (inner & (upper < top) & (bottom < lower)).any():
            continue  # the rules of a page's header and footer, with a table between them
        parted = (2 * (np.minimum(bottom, lower) - np.maximum(top, upper)) > lower - upper) & inner
        found.append((upper, lower, bool(parted.any())))
    return found
