"""A grid of rulings as a net: which unit squares are one cell, and where each cell begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from extractors.grid import SAME_COLUMN, SAME_ROW
from extractors.model import Box
from extractors.pdfium.frame import Boxes
from extractors.pdfium.regridded import bands_of
from extractors.pdfium.rulings import CROSS, Lattice
from extractors.pdfium.walk import start_of, walker
from extractors.pdfium.written import Places

Floats = npt.NDArray[np.float64]
Squares = npt.NDArray[np.bool_]
OPEN = -1
RING_SIDES = 2
# Of each kind: fewer make no cell.
FEWEST_RULINGS = 2
# A table of more unit squares fits no page; a drawing may have them.
MOST_SQUARES = 40_000


@dataclass(frozen=True, slots=True)
class Net:
    """Column edges, row edges, and for each unit square (row, column) the number of its cell: that of the cell's first square.

    `closed` are the squares of cells that rulings close; None says that all are. A band is one of several nets with as many columns,
    one below the other: even a column in which nothing stands counts.
    """

    xs: Floats
    ys: Floats
    owner: Places
    closed: Squares | None = None
    is_band: bool = False
    _known: list[tuple[Places, Boxes]] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def frame(self) -> Box:
        """The box around all."""
        return float(self.xs[0]), float(self.ys[0]), float(self.xs[-1]), float(self.ys[-1])

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.ys) - 1, len(self.xs) - 1

    def cells_at(self, x: Floats, y: Floats) -> Places:
        """The cell in which each point stands, or the nearest one."""
        row, column = self.ys[1:-1].searchsorted(y, "right"), self.xs[1:-1].searchsorted(x, "right")
        return self.owner[row, column]

    def boxes(self) -> tuple[Places, Boxes]:
        """The cells' numbers and their boxes; worked out once."""
        if not self._known:
            self._known.append(self._boxes())
        return self._known[0]

    def _boxes(self) -> tuple[Places, Boxes]:
        rows, columns = self.shape
        flat = self.owner.ravel()
        if (flat == np.arange(len(flat))).all():  # no cell is merged
            return flat, in_grid((self.xs[:-1], self.ys[:-1], self.xs[1:], self.ys[1:]))
        names = np.bincount(flat).nonzero()[0]
        (top, bottom), (left, right) = _ends(flat, names), _ends(self.owner.T.ravel(), names)
        out = np.empty((len(names), 4))
        out[:, 0], out[:, 1] = self.xs[left // rows], self.ys[top // columns]
        out[:, 2], out[:, 3] = self.xs[right // rows + 1], self.ys[bottom // columns + 1]
        return names, out


def in_grid(edges: tuple[Floats, Floats, Floats, Floats]) -> Boxes:
    """The boxes of all squares, row by row: left edges of the columns, upper ones of the rows, right ones, lower ones."""
    left, top, right, bottom = edges
    boxes = np.empty((len(top), len(left), 4))
    boxes[:, :, 0], boxes[:, :, 1], boxes[:, :, 2], boxes[:, :, 3] = left, top[:, None], right, bottom[:, None]
    return boxes.reshape(-1, 4)


def _ends(flat: Places, names: Places) -> tuple[Places, Places]:
    """Where each of these numbers stands first, and where last."""
    order = np.arange(len(flat))
    first, last = np.empty((2, len(flat)), np.intp)
    first[flat[::-1]], last[flat] = order[::-1], order  # of several the last one stays
    return first[names], last[names]


_NEAR = np.array([SAME_COLUMN, SAME_ROW, CROSS, MOST_SQUARES], np.float64)


def nets_of(lattice: Lattice) -> list[Net]:
    """The nets of rulings that hang together by crossings: of the cells that they close, those that touch each other are one net."""
    flat, upright = lattice.flat, lattice.upright
    flats, uprights = len(flat), len(upright)
    if min(flats, uprights) < FEWEST_RULINGS:
        return []
    most, count = flats * uprights, flats + uprights
    xs, ys, (level, erect), squares = np.empty(uprights), np.empty(flats), np.empty((2, most), bool), np.empty(most, np.intp)
    said = np.empty((flats, 5), np.int32)
    inputs = (flats, start_of(flat), uprights, start_of(upright), *map(start_of, (_NEAR, np.empty(count, np.intp), np.empty(3 * count))))
    known = walker().walk_nets(*inputs, *map(start_of, (xs, ys, level, erect, squares, said)))
    nets: list[Net] = []
    for wide, high, *faults in said[:known].tolist():
        rows, columns = high - 1, wide - 1
        owner: Places = squares[: rows * columns].reshape(rows, columns)
        # Level pieces above each square (row, column), upright ones to the left of it.
        pieces = level[: high * columns].reshape(high, columns), erect[: wide * rows].reshape(wide, rows).T
        net = Net(xs[:wide], ys[:high], owner)
        nets += _whole(net, pieces, is_torn=bool(faults[0])) if any(faults) else [net]
        xs, ys, level, erect, squares = xs[wide:], ys[high:], level[high * columns :], erect[wide * rows :], squares[rows * columns :]
    return nets


def _whole(net: Net, pieces: tuple[Squares, Squares], *, is_torn: bool) -> list[Net]:
    """The nets of closed cells in a net that may have open ones."""
    xs, ys, owner = net.xs, net.ys, net.owner
    (rows, columns), (level, erect) = net.shape, pieces
    if is_torn:
        begins_row, begins_column = level[:rows].copy(), erect[:, :columns].copy()
        begins_row[0], begins_column[:, 0] = True, True
        owner = _owner(begins_row, begins_column)
    edges = ((owner[0], level[0]), (owner[-1], level[rows]), (owner[:, 0], erect[:, 0]), (owner[:, -1], erect[:, columns]))
    loose = np.concatenate([*(names[~drawn] for names, drawn in edges), owner[owner < 0]])
    if not len(loose):
        return [_lean(Net(xs, ys, owner))]
    return [_lean(_part(xs, ys, owner, chosen)) for chosen in touching(~np.isin(owner, loose))]


def _owner(begins_row: Squares, begins_column: Squares) -> Places:
    """The number of the cell of each square, from where a cell begins at its upper and at its left side.

    Squares without a ruling between them are one cell if they make a rectangle; a ruling that ends half-way parts nothing.
    What runs along two sides of the net is the space between a frame and the table in it, and no cell.
    """
    rows, columns = begins_row.shape
    first_row = np.maximum.accumulate(np.where(begins_row, np.arange(rows)[:, None], 0), axis=0)
    first_column = np.maximum.accumulate(np.where(begins_column, np.arange(columns), 0), axis=1)
    owner: Places = first_row * columns + first_column
    beside, below = ~begins_column[:, 1:], ~begins_row[1:]
    torn = np.concatenate([
        owner[:, 1:][beside & (owner[:, 1:] != owner[:, :-1])], owner[:, :-1][beside & (owner[:, 1:] != owner[:, :-1])],
        owner[1:][below & (owner[1:] != owner[:-1])], owner[:-1][below & (owner[1:] != owner[:-1])],
    ])  # fmt: skip
    if not len(torn):
        return owner
    label = owner.copy()
    while True:
        fresh = label.copy()
        fresh[:, 1:] = np.where(beside, np.minimum(fresh[:, 1:], label[:, :-1]), fresh[:, 1:])
        fresh[:, :-1] = np.where(beside, np.minimum(fresh[:, :-1], label[:, 1:]), fresh[:, :-1])
        fresh[1:] = np.where(below, np.minimum(fresh[1:], label[:-1]), fresh[1:])
        fresh[:-1] = np.where(below, np.minimum(fresh[:-1], label[1:]), fresh[:-1])
        if (fresh == label).all():
            break
        label = fresh
    for name in np.unique(label[np.isin(owner, torn)]).tolist():
        squares = label == name
        row, column = np.nonzero(squares)
        top, bottom, left, right = int(row.min()), int(row.max()), int(column.min()), int(column.max())
        if (bottom - top + 1) * (right - left + 1) == len(row):
            owner[squares] = top * columns + left
        elif sum(bool(side.all()) for side in (squares[0], squares[-1], squares[:, 0], squares[:, -1])) >= RING_SIDES:
            owner[squares] = OPEN
    return owner


def touching(closed: npt.NDArray[np.bool_]) -> Iterator[npt.NDArray[np.bool_]]:
    """The closed squares in groups; those that share a corner are of one."""
    names, reached = np.empty((2, *closed.shape), np.intp)
    walker().walk_touching(*closed.shape, *map(start_of, (np.ascontiguousarray(closed), names, reached)))
    for name in sorted(set(names[closed].tolist())):
        yield names == name


def parted(net: Net) -> list[Net]:
    """The net, if all its rows are under one grid; else the rows of each."""
    bands = bands_of(net.owner, net.xs, net.closed)
    if len(bands) == 1:
        return [net]
    closed = np.ones(net.owner.shape, bool) if net.closed is None else net.closed
    row = np.arange(len(closed))[:, None]
    parts = (_part(net.xs, net.ys, net.owner, closed & (top <= row) & (row < bottom)) for top, bottom in bands)
    return [replace(_lean(part), is_band=True) for part in parts]


def _part(xs: Floats, ys: Floats, owner: Places, squares: Squares) -> Net:
    """The net around these squares; an open square among them is a cell of its own."""
    rows, columns = np.flatnonzero(squares.any(1)), np.flatnonzero(squares.any(0))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    row, column = np.divmod(owner[top:bottom, left:right], owner.shape[1])
    here, across = np.indices(row.shape)
    width = right - left
    inside = squares[top:bottom, left:right]
    names = np.where(inside, (row - top) * width + column - left, here * width + across)
    return Net(xs[left : right + 1], ys[top : bottom + 1], names, inside)


def _lean(net: Net) -> Net:
    """The net without the edges at which no cell begins: rulings that part nothing."""
    rows = np.concatenate([[True], (net.owner[1:] != net.owner[:-1]).any(1)])
    columns = np.concatenate([[True], (net.owner[:, 1:] != net.owner[:, :-1]).any(0)])
    if rows.all() and columns.all():
        return net
    owner = net.owner[rows][:, columns]
    row, column = np.divmod(owner, net.shape[1])
    names = (np.cumsum(rows) - 1)[row] * int(columns.sum()) + (np.cumsum(columns) - 1)[column]
    closed = None if net.closed is None else net.closed[rows][:, columns]
    return Net(np.append(net.xs[:-1][columns], net.xs[-1]), np.append(net.ys[:-1][rows], net.ys[-1]), names, closed)
