"""Framed names that lines connect: the boxes of an organisation or of a flow chart are no table."""

from __future__ import annotations

import numpy as np

from extractors.pdfium.filled import Filled
from extractors.pdfium.written import starts_of

FEWEST_SQUARES = 9
FEWEST_BOXES = 3
# Most of the squares are empty, and hardly any box touches another.
MOST_FILLED = 0.5
MOST_TOUCHING = 0.25


def are_boxes(net: Filled) -> bool:
    """Few of the net's cells hold something, and hardly any of those has one for a neighbour."""
    owner = net.net.owner
    if owner.size < FEWEST_SQUARES or not len(net.cells):
        return False
    names = net.cells[starts_of(net.cells)]
    if not FEWEST_BOXES <= len(names) <= MOST_FILLED * owner.size:
        return False
    full = np.isin(owner, names)
    beside = full[:, 1:] & full[:, :-1] & (owner[:, 1:] != owner[:, :-1])
    below = full[1:] & full[:-1] & (owner[1:] != owner[:-1])
    touching = {*owner[:, 1:][beside].tolist(), *owner[:, :-1][beside].tolist(), *owner[1:][below].tolist(), *owner[:-1][below].tolist()}
    return len(touching) <= MOST_TOUCHING * len(names)
