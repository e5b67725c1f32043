"""Rows of one table under another grid: a writer moved the borders of some rows, or set two tables one right below the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Squares: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float64]
# So many borders do not fall elsewhere because cells are merged; of fewer the cells must be over each other as well.
SEVERAL, FEWEST = 3, 2


def bands_of(owner: npt.NDArray[np.intp], xs: Floats, closed: Squares | None = None) -> list[tuple[int, int]]:
    """Where the rows of each grid begin and end, in the squares of a net with the numbers of their cells and the column edges.

    Below a line that parts all columns another grid begins if the rows are cut into as many cells as those above, but elsewhere.
    Where one row shows all borders, the others only merge some of its cells. Squares that are not closed are none of the table's.
    """
    borders = owner[:, 1:] != owner[:, :-1]
    if closed is not None:
        borders &= closed[:, 1:] & closed[:, :-1]
    rows, edges = borders.shape
    if edges <= FEWEST or borders.all(1).any():
        return [(0, rows)]
    return list(pairwise([0, *_begins(borders, (owner[1:] != owner[:-1]).all(1), xs), rows]))


def _begins(borders: Squares, is_parted: Squares, xs: Floats) -> Iterator[int]:
    """The rows at which another grid begins; a row is parted from the one above if no cell reaches over the line."""
    above = borders[0]
    for row in range(1, len(borders)):
        if is_parted[row - 1] and (borders[row] & ~above).any():
            below = _grid_from(row, borders, is_parted, int(above.sum()))
            if _are_columns_moved(above, below, xs):
                above = borders[row]
                yield row
                continue
        above = above | borders[row]


def _are_columns_moved(above: Squares, below: Squares, xs: Floats) -> bool:
    """Whether two grids have as many columns, so many that this is no chance, or each at least half over its like."""
    count = int(above.sum())
    if count != below.sum() or count < FEWEST:
        return False
    upper, lower = (np.concatenate([xs[:1], xs[1:-1][grid], xs[-1:]]) for grid in (above, below))
    shared = np.minimum(upper[1:], lower[1:]) - np.maximum(upper[:-1], lower[:-1])
    narrower = np.minimum(np.diff(upper), np.diff(lower))
    return count >= SEVERAL or bool((2 * shared > narrower).all())


def _grid_from(first: int, borders: Squares, is_parted: Squares, most: int) -> Squares:
    """The borders of a row and of those below it, as long as they are no more than so many."""
    found: Squares = borders[first]
    for row in range(first + 1, len(borders)):
        more: Squares = found | borders[row]
        if more.sum() > most and is_parted[row - 1]:
            break
        found = more
    return found
