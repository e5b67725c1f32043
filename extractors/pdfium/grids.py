"""The rulings of a page, and what they make; each is worked out once, when it is first asked for."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from extractors.model import Box
from extractors.pdfium.frame import Boxes
from extractors.pdfium.net import Net, nets_of
from extractors.pdfium.rulings import Lattice, lattice_of
from extractors.rulings import Rulings


class Grids:
    """All grids of a page, and the rulings that are of none."""

    def __init__(self, rules: Boxes) -> None:
        self._rules = rules

    @cached_property
    def lattice(self) -> Lattice:
        """The rulings, made whole."""
        return lattice_of(self._rules)

    @cached_property
    def rulings(self) -> Rulings:
        """The same as boxes."""
        return self.lattice.tuples

    @cached_property
    def nets(self) -> list[Net]:
        """The nets of cells that the rulings make."""
        return nets_of(self.lattice)

    @cached_property
    def frames(self) -> list[Box]:
        """Where rulings make a grid of several cells, missing ones aside."""
        return [net.frame for net in self.nets if net.owner.any()]

    def with_more(self, added: list[Box]) -> Grids:
        """The rulings and these."""
        flat, upright = self.lattice.flat, self.lattice.upright
        known = (flat.take((1, 0, 2, 0), 1), upright.take((0, 1, 0, 2), 1))
        return Grids(np.concatenate([*known, np.array(added, np.float64).reshape(-1, 4)]))
