"""Rulings of a page made whole: double ones joined, dashes and steps put together; and what is open in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.pdfium.drawn import Mask
from extractors.pdfium.frame import Boxes
from extractors.pdfium.walk import SPOT, start_of, walker
from extractors.rulings import JOIN, SAME, SHORTEST, SNAP, Rulings

# Rulings that miss each other by this still cross.
CROSS = 4.0
FAR = 1e5
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
    count = len(rules)
    if not count:
        return Lattice(_NONE, _NONE)
    flat, upright = np.empty((2, count, 3))
    room, said = np.empty((2 * SPOT + 4) * count), np.empty(2, np.int32)
    scratch = map(start_of, (room[2 * SPOT * count :], room, room[(2 * SPOT + 3) * count :]))
    inputs = (start_of(np.ascontiguousarray(rules)), SNAP, JOIN, SHORTEST, FAR, *scratch)
    walker().walk_lattice(count, *inputs, *map(start_of, (flat, upright, said)))
    flats, uprights = said.tolist()
    return Lattice(flat[:flats], upright[:uprights]) if max(flats, uprights) <= MOST_RULINGS else Lattice(_NONE, _NONE)


_NONE: Boxes = np.zeros((0, 3))


def openings(lattice: Lattice) -> tuple[bool, list[Band]]:
    """Whether three or more upright rulings end together, some of them on nothing; and the bands that lack a side.

    A band is from each level ruling to the next one of its length, if one of them has no upright ruling at an end: its upper and
    lower edge, and whether an upright ruling parts most of it.
    """
    flats, uprights = len(lattice.flat), len(lattice.upright)
    bands, said = np.empty((flats, 3)), np.empty(2, np.int32)
    inputs = (flats, start_of(lattice.flat), uprights, start_of(lattice.upright), CROSS, SAME)
    walker().walk_open(*inputs, *map(start_of, (bands, said)))
    lidless, known = said.tolist()
    return bool(lidless), [(upper, lower, bool(parted)) for upper, lower, parted in bands[:known].tolist()]


def alone(lattice: Lattice) -> Boxes:
    """The upright rulings that meet none."""
    return lattice.upright[~crossings(lattice.flat, lattice.upright, CROSS).any(0)]


def crossings(flat: Boxes, upright: Boxes, reach: float) -> Mask:
    """Which level ruling (row) meets which upright one (column)."""
    y, x0, x1 = (side[:, None] for side in flat.T)
    x, y0, y1 = upright.T
    meets: Mask = (x0 - reach <= x) & (x <= x1 + reach) & (y0 - reach <= y) & (y <= y1 + reach)
    return meets
