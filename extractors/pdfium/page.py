"""The tables of one page: nets of rulings first, then what stands in columns without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from extractors.borders import FEWEST_SHARED, bordered
from extractors.columns import settled
from extractors.grid import Slot, around, collapsed, table_of
from extractors.headed import FEWEST_NAMED_ROWS, INSET, LOWEST_HEADER, bold_headed, headed
from extractors.logical import is_table
from extractors.model import Box, Table
from extractors.painted import MOST, TOUCHING, painted_rows
from extractors.pdfium.filled import Filled, filled, inside
from extractors.pdfium.frame import Boxes
from extractors.pdfium.drawn import Mask
from extractors.pdfium.ink import Ink
from extractors.pdfium.net import Net, nets_of
from extractors.pdfium.rulings import Lattice, crossings, lacks_lids, lacks_sides, lattice_of, tied, with_more
from extractors.pdfium.strips import lines_on
from extractors.pdfium.table import NAME, tables_of
from extractors.pdfium.written import Places, Written
from extractors.plumber import LOWEST
from extractors.rulings import closed
from extractors.segments import Strip
from extractors.sheet import Sheet
from extractors.spaced import FEWEST_ROWS, spaced


class Search:
    """The search for tables on one page; lives as long as the search."""

    def __init__(self, ink: Ink, written: Written, free: Places, sheet: Sheet) -> None:
        self.ink, self.written, self.free, self.sheet = ink, written, free, sheet

    @cached_property
    def strips(self) -> list[Strip]:
        """The upright lines of the page, cut where the white is wide; many pages never need them."""
        return lines_on(self.written, self.free).strips()

    def tables(self) -> list[Table]:
        """Every table, ruled ones first."""
        lattice, nets = self._nets()
        read = [(net.net.frame, tables_of(net, self.sheet)) for net in nets]
        frames = [frame for frame, tables in read if tables]
        return [table for _, tables in read for table in tables] + self._without_rules(lattice, frames)

    # -------------------------------------------------------------- ruled

    def _nets(self) -> tuple[Lattice, list[Filled]]:
        lattice = lattice_of(self.ink.rules)
        meets = crossings(lattice)
        if len(lattice.flat) and (lacks_sides(lattice, meets) or lacks_lids(lattice, meets)):
            whole = closed(lattice.tuples, self.strips)
            lattice = with_more(lattice, list(whole.all))
        nets = self._filled(lattice)
        if len(self.ink.fills) and any(_may_be_painted(net.net, self.ink.fills) for net in nets):
            lattice, nets = self._with(lattice, nets, painted_rows)
        if any(net.gaps() >= FEWEST_SHARED for net in nets):
            lattice, nets = self._with(lattice, nets, bordered)
        return lattice, nets

    def _with(self, lattice: Lattice, nets: Sequence[Filled], missing: partial[list[Box]]) -> tuple[Lattice, list[Filled]]:
        """The nets, once the rulings that are missing from them are added."""
        rulings, fills = lattice.tuples, [tuple(fill) for fill in self.ink.fills.tolist()]
        added = [rule for net in nets for rule in missing(rulings, _cells(net.net), self.strips, fills)]
        if not added:
            return lattice, list(nets)
        lattice = with_more(lattice, added)
        return lattice, self._filled(lattice)

    def _filled(self, lattice: Lattice) -> list[Filled]:
        nets = (net for flats, uprights in tied(crossings(lattice)) for net in nets_of(lattice, flats, uprights))
        high = (net for net in nets if net.ys[-1] - net.ys[0] >= LOWEST and net.owner.any())
        ordered = sorted(high, key=lambda net: (net.frame[1], net.frame[0]))
        return [filled(net, self.written, self.free) for net in ordered]

    # -------------------------------------------------------------- not ruled

    def _without_rules(self, lattice: Lattice, frames: list[Box]) -> list[Table]:
        lines = lines_on(self.written, self._outside(frames))
        pieced = lines.pieced()
        if not pieced:
            return []
        tabular = sum(lines.is_tabular(*line) for line in pieced)
        flat = lattice.tuples.flat
        looks = (
            (partial(headed, flat=flat), _is_between(np.array([lines.box(*line) for line in pieced]), lattice.flat)),
            (bold_headed, tabular >= FEWEST_NAMED_ROWS and any(lines.is_bold(*line) for line in pieced)),
            (partial(spaced, rules=flat), tabular >= FEWEST_ROWS),
        )
        found: list[list[list[Slot]]] = []
        for look, promising in looks:
            if promising:
                outside = self._outside([*frames, *(around(rows) for rows in found)]) if found else lines.words
                seen = (settled(collapsed(rows)) for rows in look(lines_on(self.written, outside).strips()))
                found += [rows for rows in seen if is_table(rows)]
        return [table_of(rows, self.sheet, NAME) for rows in found]

    def _outside(self, frames: Sequence[Box]) -> Places:
        taken: Mask = np.zeros(len(self.free), bool)
        for frame in frames:
            taken |= inside(self.written.boxes[self.free], frame)
        return self.free[~taken]


def _cells(net: Net) -> list[Box]:
    return [tuple(box) for box in net.boxes()[1].tolist()]


def _may_be_painted(net: Net, fills: Boxes) -> bool:
    """Paint as wide as the net touches it above or below."""
    x0, y0, x1, y1 = net.frame
    wide = np.minimum(fills[:, 2], x1) - np.maximum(fills[:, 0], x0)
    near = (np.abs(fills[:, 3] - y0) <= TOUCHING) | (np.abs(fills[:, 1] - y1) <= TOUCHING)
    return bool(wide[near & (wide > 0)].sum() >= MOST * (x1 - x0))


def _is_between(lines: Boxes, flat: Boxes) -> bool:
    """A line stands between two level rulings that reach over it, as a header does."""
    if len(flat) < 2:
        return False
    y, x0, x1 = flat.T
    middle = (lines[:, 1:2] + lines[:, 3:4]) / 2
    over = (x0 - INSET <= lines[:, :1]) & (x1 + INSET >= lines[:, 2:3])
    above = over & (y < middle) & (y > middle - LOWEST_HEADER)
    below = over & (y > middle) & (y < middle + LOWEST_HEADER)
    return bool((above.any(1) & below.any(1)).any())


def frames_of(ink: Ink) -> list[Box]:
    """Where rulings make a grid of several cells, missing ones aside."""
    lattice = lattice_of(ink.rules)
    nets = (net for flats, uprights in tied(crossings(lattice)) for net in nets_of(lattice, flats, uprights))
    return [net.frame for net in nets if net.owner.any()]
