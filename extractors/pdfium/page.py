"""The tables of one page: nets of rulings first, then what stands in columns without them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from extractors.borders import FEWEST_SHARED, bordered
from extractors.columns import settled
from extractors.grid import Slot, around, collapsed, table_of
from extractors.headed import FEWEST_NAMED_ROWS, FEWEST_NAMES, INSET, LOWEST_HEADER, bold_headed, headed
from extractors.logical import is_table
from extractors.model import Box, Table
from extractors.painted import MOST, TOUCHING, painted_rows
from extractors.pdfium.boxed import are_boxes
from extractors.pdfium.filled import Filled, filled
from extractors.pdfium.frame import Boxes
from extractors.pdfium.grids import Grids
from extractors.pdfium.lined import lined, open_columns
from extractors.pdfium.net import Net, parted
from extractors.pdfium.outer import FEWEST_ROWS as FEWEST_NAMED
from extractors.pdfium.outer import may_be_named, outer_names, set_off
from extractors.pdfium.rulings import Band, alone, openings
from extractors.pdfium.strips import Lines, lines_on
from extractors.pdfium.table import NAME, tables_of
from extractors.pdfium.tiled import FEWEST_TILES, tiles
from extractors.pdfium.walk import Array
from extractors.pdfium.written import Places, Written
from extractors.plumber import LOWEST
from extractors.rulings import lids, sides
from extractors.segments import Strip
from extractors.sheet import Sheet
from extractors.spaced import FEWEST_ROWS, MOST_TEXT_LINES, spaced


class Search:
    """The search for tables on one page; lives as long as the search."""

    def __init__(self, drawn: tuple[Grids, Boxes], written: Written, free: Places, sheet: Sheet) -> None:
        self.grids, self.fills = drawn
        self.written, self.free, self.sheet = written, free, sheet

    @cached_property
    def lines(self) -> Lines:
        """The upright lines of the page."""
        return lines_on(self.written, self.free, self.written.lines[self.free])

    @cached_property
    def strips(self) -> list[Strip]:
        """The same, cut where the white is wide; few pages need them."""
        return self.lines.strips()

    def tables(self) -> tuple[list[Table], Lines]:
        """Every table, ruled ones first; and the lines outside them."""
        nets = self._nets()
        charts = [net.net.frame for net in nets if are_boxes(net)]
        read = [(net.net.frame, self._read(net)) for net in nets if net.net.frame not in charts]
        frames = [frame for frame, tables in read if tables]
        lines = self._outside(frames)
        spaced_out = self._without_rules(lines.outside(charts) if charts else lines)
        tables = [table for _, found in read for table in found] + [table_of(rows, self.sheet, NAME) for rows in spaced_out]
        return tables, self._outside([*frames, *map(around, spaced_out)]) if spaced_out else lines

    # -------------------------------------------------------------- ruled

    def _nets(self) -> list[Filled]:
        nets = list[Filled]()
        if len(self.grids.lattice.flat) or len(self.grids.lattice.upright):
            if missing := self._missing():
                self.grids = self.grids.with_more(missing)
            nets = self._filled()
        if len(self.fills) and any(_may_be_painted(net.net, self.fills) for net in nets):
            nets = self._with(nets, painted_rows, nets)
        if shared := [net for net in nets if net.gaps() >= FEWEST_SHARED or _has_lying_rules(net.net)]:
            nets = self._with(nets, bordered, shared)
        if len(self.fills) >= FEWEST_TILES:
            taken = [net.net.frame for net in nets if net.net.shape[1] > 1]
            nets = self._with_added(nets, tiles(self.fills, taken))
        nets = self._with_added(nets, [rule for net in nets for rule in lined(net)])
        return self._with_outer(nets) if any(_may_reach_out(net) for net in nets) else nets

    def _read(self, net: Filled) -> list[Table]:
        """The table of the net, or one of the rows under each grid, if these have as many columns: then they can be joined."""
        bands = parted(net.net)
        if len(bands) > 1:
            tables = [table for band in bands for table in tables_of(filled(band, self.written, self.free), self.sheet)]
            if len(tables) == len(bands) and len({len(table.rows[0].cells) for table in tables}) == 1:
                return tables
        return tables_of(net, self.sheet)

    def _missing(self) -> list[Box]:
        """The rulings that open tables lack: above and below their columns, beside their rows."""
        missing: list[Box] = []
        are_lidless, bands = openings(self.grids.lattice)
        if are_lidless:
            missing += [*lids(self.grids.rulings), *open_columns(alone(self.grids.lattice), self.lines)]
        if any(map(self._may_be_rows, bands)):
            missing += sides(self.grids.rulings, self.strips)
        return missing

    def _with_outer(self, nets: list[Filled]) -> list[Filled]:
        """The nets, with the names on their left and the rows set off below them."""
        words, frames = self.written.boxes[self.lines.words], [net.net.frame for net in nets]
        names = [rule for net in nets if may_be_named(net, words) for rule in outer_names(net, self.strips, frames)]
        nets = self._with_added(nets, names)
        return self._with_added(nets, [rule for upper, lower in pairwise(nets) for rule in set_off(upper.net, lower.net, words)])

    def _with(self, nets: list[Filled], missing: Callable[..., list[Box]], lacking: Sequence[Filled]) -> list[Filled]:
        """The nets, once the rulings that some of them lack are added."""
        rulings, fills = self.grids.rulings, [tuple(fill) for fill in self.fills.tolist()]
        return self._with_added(nets, [rule for net in lacking for rule in missing(rulings, _cells(net.net), self.strips, fills)])

    def _with_added(self, nets: list[Filled], added: list[Box]) -> list[Filled]:
        if not added:
            return nets
        self.grids = self.grids.with_more(added)
        return self._filled()

    def _filled(self) -> list[Filled]:
        high = (net for net in self.grids.nets if net.ys[-1] - net.ys[0] >= LOWEST and net.owner.any())
        ordered = sorted(high, key=lambda net: (net.frame[1], net.frame[0]))
        return [filled(net, self.written, self.free) for net in ordered]

    # -------------------------------------------------------------- not ruled

    def _without_rules(self, lines: Lines) -> list[list[list[Slot]]]:
        """Tables among these lines, which are in no ruled one; only the ways of looking that promise something are gone."""
        pieced = lines.pieced()
        if not len(pieced):
            return []
        looks = (
            (lambda strips: headed(strips, flat=self.grids.rulings.flat), _is_between(pieced["box"], self.grids.lattice.flat)),
            (bold_headed, _may_be_bold_headed(lines, pieced)),
            (lambda strips: spaced(strips, rules=self.grids.rulings.flat), _may_be_spaced(lines, pieced)),
        )
        found: list[list[list[Slot]]] = []
        strips: list[Strip] = []
        for look in (look for look, promising in looks if promising):
            strips = strips or lines.strips()
            seen = [rows for rows in (settled(collapsed(rows)) for rows in look(strips)) if is_table(rows)]
            if seen:
                found += seen
                lines, strips = lines.outside(list(map(around, seen))), []
        return found

    def _may_be_rows(self, band: Band) -> bool:
        """Between two level rulings without sides things stand side by side (see `rulings.is_tabular`), or an upright ruling parts them."""
        top, bottom, parted = band
        lines, several = self.lines.between(top, bottom)
        return lines > 0 if parted else 0 < lines <= 5 * several

    def _outside(self, frames: Sequence[Box]) -> Lines:
        return self.lines.outside(frames) if frames else self.lines


def _may_be_bold_headed(lines: Lines, pieced: Array) -> bool:
    """Among enough lines with things side by side one is bold and names enough columns, or two are bold."""
    if len(pieced) <= FEWEST_NAMED_ROWS:
        return False
    bold = [int(lines.begins[row["start"] : row["end"]].sum()) for row in pieced[pieced["bold"] == pieced["letters"]]]
    return len(bold) > 1 or (len(bold) == 1 and bold[0] >= FEWEST_NAMES)


def _may_be_spaced(lines: Lines, pieced: Array) -> bool:
    """Enough lines that follow each other have figures at the side."""
    numbers = lines.lines[pieced["start"]].tolist()
    if longest_run(numbers, MOST_TEXT_LINES + 1) < FEWEST_ROWS:
        return False
    tabular = [number for number, is_tabular in zip(numbers, lines.are_tabular(pieced), strict=True) if is_tabular]
    return longest_run(tabular, MOST_TEXT_LINES + 1) >= FEWEST_ROWS


def longest_run(lines: Sequence[int], reach: int) -> int:
    """How many of these lines at most follow each other with few others between."""
    longest = run = min(len(lines), 1)
    for above, line in pairwise(lines):
        run = run + 1 if line - above <= reach else 1
        longest = max(longest, run)
    return longest


def _cells(net: Net) -> list[Box]:
    return [tuple(box) for box in net.boxes()[1].tolist()]


def _has_lying_rules(net: Net) -> bool:
    """Several rows, and no upright ruling between them."""
    rows, columns = net.shape
    return columns == 1 and rows >= FEWEST_SHARED


def _may_reach_out(net: Filled) -> bool:
    rows, columns = net.net.shape
    return rows >= FEWEST_NAMED and columns > 1


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
