"""Chance that is the same on every machine: each throw is worked out from a seed and its number."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Throws that follow from the seed alone."""

    def __init__(self, *seed: object) -> None:
        """Begin anew for this seed."""
        self._seed = "\0".join(str(part) for part in seed)
        self._thrown = 0

    def below(self, count: int) -> int:
        """A number from 0 up to, not with, `count`."""
        self._thrown += 1
        digest = hashlib.sha256(f"{self._seed}\0{self._thrown}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % count

    def between(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both possible."""
        return low + self.below(high - low + 1)

    def is_luck(self, percent: int) -> bool:
        """True in so many of a hundred throws."""
        return self.below(100) < percent

    def one_of(self, items: Sequence[T]) -> T:
        """One of them."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """All of them in another order."""
        left, mixed = list(items), []
        while left:
            mixed.append(left.pop(self.below(len(left))))
        return mixed

    def some_of(self, items: Sequence[T], count: int) -> list[T]:
        """So many of them, in their own order; all if there are no more."""
        chosen = set(self.shuffled(range(len(items)))[:count])
        return [item for place, item in enumerate(items) if place in chosen]
