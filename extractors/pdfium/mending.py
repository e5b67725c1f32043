"""Filled nets as they are meant: level edges that differ by column, columns whose rule ends too soon, figures in a label's cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise
from statistics import median

import numpy as np

from extractors.pdfium.drawn import Mask
from extractors.pdfium.filled import Filled
from extractors.pdfium.net import Net
from extractors.pdfium.written import Places, starts_of
from extractors.segments import COLUMN_GAP
from extractors.values import has_digits, is_value

# In points: level edges nearer than this may be one, if no column has both; words begin at one edge within the second.
ONE_LEVEL = 18.0
FLUSH = 3.0
FEWEST_INDENTED = 3


def mended(filled: Filled) -> Filled:
    """The net with its words, all repairs made; they concern nets in which a cell is merged."""
    flat = filled.net.owner.ravel()
    if (flat == np.arange(len(flat))).all():
        return filled
    filled = levelled(filled)
    if not (wide := _over_two(filled.net)):
        return filled
    moved = indented(filled, wide)
    return parted(moved, wide if moved is filled else _over_two(moved.net))


def levelled(filled: Filled) -> Filled:
    """Of two neighbouring level edges one goes, if no column has cells that begin at both and every column has one.

    A year in a header may be ruled off a little higher than the names of the group beside it: they are on one level.
    """
    net = filled.net
    near = np.flatnonzero(np.diff(net.ys[1:-1]) < ONE_LEVEL) + 1
    if not len(near):
        return filled
    edges, owner = _edges(net.owner), net.owner
    for upper in near.tolist():
        above, below = edges[upper], edges[upper + 1]
        if not above.any() or not below.any() or (above & below).any() or not _is_split(edges, upper):
            continue
        owner = owner.copy()
        owner[upper, below] = owner[upper + 1, below]
        edges[upper] = above | below
        edges[upper + 1] = False
    return filled if owner is net.owner else _named_anew(filled, owner)


def _edges(owner: Places) -> Mask:
    """For each level edge, the columns in which a cell begins below it."""
    edge = np.ones((1, owner.shape[1]), bool)
    return np.concatenate([edge, owner[1:] != owner[:-1], edge])


def _is_split(edges: Mask, upper: int) -> bool:
    """The next edges above and below are drawn from side to side, so that each column has one edge between them, or none."""
    return bool(edges[upper - 1].all() and edges[upper + 2].all())


def indented(filled: Filled, wide: list[int]) -> Filled:
    """Cells over two columns (`wide` names them all) whose words all begin where the second one's do belong to the second.

    One such cell may be a text that was moved in; several, in a table that has the rule elsewhere, are a column.
    """
    _, columns = filled.net.shape
    counts = Counter(name % columns for name in wide)
    wide = [name for name in wide if counts[name % columns] >= FEWEST_INDENTED]
    if not wide:
        return filled
    left = _leftmost(filled)
    usual = defaultdict(list)
    for name, x in left.items():
        usual[name % columns].append(x)
    moved: dict[int, int] = {}
    for column in {name % columns for name in wide if name % columns + 1 in usual}:
        edge = median(usual[column + 1])
        fitting = [name for name in wide if name % columns == column and name in left and abs(left[name] - edge) <= FLUSH]
        if len(fitting) >= FEWEST_INDENTED:
            moved.update({name: name + 1 for name in fitting})
    if not moved:
        return filled
    owner = filled.net.owner.copy()
    for name, new in moved.items():
        squares = owner == name
        squares[:, : new % columns] = False
        owner[squares] = new
    cells = np.array([moved.get(cell, cell) for cell in filled.cells.tolist()], np.intp)
    return _named_anew(replace(filled, cells=cells), owner)


def parted(filled: Filled, wide: Collection[int]) -> Filled:
    """A total's figures that share one merged cell with its label go to the columns under which they stand."""
    if not wide:
        return filled
    wide = set(wide)
    _, columns = filled.net.shape
    owner, cells, lines = filled.net.owner.copy(), filled.cells.copy(), filled.lines.copy()
    for cell, start, end in filled.in_cells():
        for (first, stop), column in _figures(filled, start, end) if cell in wide else ():
            squares = owner == cells[first - 1]
            squares[:, :column] = False
            owner[squares] = cells[first:stop] = cell - cell % columns + column
            lines[first:] += 1  # what was one line is two
    return filled if (cells == filled.cells).all() else _named_anew(replace(filled, cells=cells, lines=lines), owner)


def _figures(filled: Filled, start: int, end: int) -> list[tuple[tuple[int, int], int]]:
    """The figures in a cell of one line that stand apart from the label before them, each under a column of its own."""
    if filled.lines[start] != filled.lines[end - 1] or not any(map(has_digits, filled.text[start + 1 : end])):
        return []
    boxes = filled.boxes[start:end]
    white = boxes[1:, 0] - boxes[:-1, 2] > COLUMN_GAP * np.maximum(boxes[1:, 3] - boxes[1:, 1], 1.0)
    cuts = [start, *(np.flatnonzero(white) + start + 1).tolist(), end]
    pieces = list(pairwise(cuts))
    middles = [(filled.boxes[one, 0] + filled.boxes[other - 1, 2]) / 2 for one, other in pieces]
    homes = (np.searchsorted(filled.net.xs, middles, "right") - 1).tolist()
    figures = all(is_value(" ".join(filled.text[one:other])) for one, other in pieces[1:])
    clear = all(filled.boxes[piece[0] - 1, 2] <= filled.net.xs[home] + FLUSH for piece, home in zip(pieces[1:], homes[1:], strict=True))
    if not figures or not clear or len(set(homes)) < len(homes):
        return []
    return list(zip(pieces[1:], homes[1:], strict=True))


def _over_two(net: Net) -> list[int]:
    """The cells that cover two columns or more, while another cell of the net begins at their second one."""
    _, columns = net.shape
    squares = np.arange(net.owner.size).reshape(net.owner.shape)[:, :-1]
    wide = net.owner[:, 1:] == squares
    if not wide.any():
        return []
    names, _ = net.boxes()
    begun = np.bincount(names % columns, minlength=columns) > 0
    found: list[int] = squares[wide & begun[1:]].tolist()
    return found


def _leftmost(filled: Filled) -> dict[int, float]:
    """Where the words of each cell begin."""
    starts = starts_of(filled.cells)
    if not len(starts):
        return {}
    return dict(zip(filled.cells[starts].tolist(), np.minimum.reduceat(filled.boxes[:, 0], starts).tolist(), strict=True))


def _named_anew(filled: Filled, owner: Places) -> Filled:
    """The same words in the net whose squares belong to these cells; every cell is named after its first square again."""
    net = filled.net
    rows = np.concatenate([[True], (owner[1:] != owner[:-1]).any(1)])
    columns = np.concatenate([[True], (owner[:, 1:] != owner[:, :-1]).any(0)])
    kept = owner[rows][:, columns]
    names, first, where = np.unique(kept.ravel(), return_index=True, return_inverse=True)
    cells = first[np.searchsorted(names, filled.cells)]
    ys, xs = np.append(net.ys[:-1][rows], net.ys[-1]), np.append(net.xs[:-1][columns], net.xs[-1])
    return replace(filled, net=Net(xs, ys, first[where].reshape(kept.shape)), cells=cells)
