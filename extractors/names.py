"""The rows of a header without rules: group names stand above an empty line, in the first of their columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.grid import Slot
from extractors.model import Box
from extractors.piles import Pile, apart, cut, middle, pile_of
from extractors.words import Line, hull

# In points: a group's name is centred over its columns.
CENTRED = 6.0


def header_rows(row: list[Slot]) -> list[list[Slot]]:
    """The rows of a header that is given as one."""
    piles = [pile_of(place, slot, slot.box[3]) for place, slot in enumerate(row)]
    entries = [cut(pile, apart(pile)) for pile in piles]
    levels = [row[0].box[1], *_levels(piles), row[0].box[3]]
    rows = []
    for place, (top, bottom) in enumerate(pairwise(levels)):
        last = place == len(levels) - 2
        parts = [[part for part in column if place == 0 or middle(part[0]) > top] for column in entries]
        parts = [[part for part in column if last or middle(part[0]) <= bottom] for column in parts]
        rows.append([_slot(pile, column, (top, bottom)) for pile, column in zip(piles, parts, strict=True)])
    for upper, lower in pairwise(rows):
        _put_above(upper, lower)
    return rows


def _levels(piles: Sequence[Pile]) -> list[float]:
    """Heights that lie in the empty lines between names; empty lines that share a height are one."""
    pairs = [(apart(pile), above, line) for pile in piles for above, line in pairwise(pile.lines)]
    gaps = sorted((above.box[3], line.box[1]) for parted, above, line in pairs if parted(above, line))
    levels: list[tuple[float, float]] = []
    for upper, lower in gaps:
        if levels and upper < levels[-1][1]:
            levels[-1] = (upper, min(lower, levels[-1][1]))
        else:
            levels.append((upper, lower))
    return [upper for upper, _ in levels]


def _slot(pile: Pile, entries: Sequence[list[Line]], band: tuple[float, float]) -> Slot:
    box = (pile.slot.box[0], band[0], pile.slot.box[2], max(band))
    return Slot(box, tuple(word for part in entries for line in part for word in line.words))


def _put_above(upper: list[Slot], lower: list[Slot]) -> None:
    """A name over several names goes above the first of them, a name alone in its column to the top."""
    grouped: set[int] = set()
    for place, slot in enumerate(list(upper)):
        if slot.words and lower[place].words:
            first, last = _group_of(place, hull(word.box for word in slot.words), upper, lower)
            grouped.update(range(first, last + 1))
            upper[place], upper[first] = Slot(upper[place].box), Slot(upper[first].box, slot.words)
    for place, slot in enumerate(list(lower)):
        if place not in grouped and not upper[place].words:
            upper[place], lower[place] = Slot(upper[place].box, slot.words), Slot(slot.box)


def _group_of(place: int, name: Box, upper: Sequence[Slot], lower: Sequence[Slot]) -> tuple[int, int]:
    """The first and last column of the smallest group of names that has the group's name above its middle."""
    free = [
        bool(below.words) and (other == place or not above.words) for other, (above, below) in enumerate(zip(upper, lower, strict=True))
    ]
    groups = [
        (left, right)
        for left in range(place, -1, -1)
        for right in range(place, len(upper))
        if right > left and all(free[left : right + 1]) and _is_above_middle(name, lower[left : right + 1])
    ]
    return min(groups, key=lambda group: group[1] - group[0], default=(place, place))


def _is_above_middle(name: Box, slots: Sequence[Slot]) -> bool:
    group = hull(word.box for slot in slots for word in slot.words)
    return abs(group[0] + group[2] - name[0] - name[2]) <= 2 * CENTRED
