"""The rows of a header without rules: group names stand above an empty line, in the first of their columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from extractors.grid import Slot
from extractors.model import Box
from extractors.piles import Pile, apart, cut, middle, pile_of
from extractors.words import Line, hull

# From where to where it reaches on its line.
Column: TypeAlias = tuple[float, float]

# In points: a group's name is centred over its columns.
CENTRED = 6.0
# In points: names nearer than this stand on one level.
LEVEL = 1.5


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
        if not _numbers_columns(lower):
            _put_above(upper, lower)
    return rows


def _numbers_columns(row: Sequence[Slot]) -> bool:
    """`(1) (2) (3)`: they stay where they are, whatever is above them."""
    texts = [line.text.strip("()") for slot in row for line in slot.lines]
    return len(texts) > 2 and all(text.isdigit() for text in texts)


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
    """The first and last column of the group of names that has the group's name above its middle: names on one level.

    Where other names stand half-way, for themselves, all on the level of the group's are of groups; elsewhere the smallest group is taken.
    """
    free = [
        bool(below.words) and (other == place or not above.words) for other, (above, below) in enumerate(zip(upper, lower, strict=True))
    ]
    groups = [
        (left, right)
        for left in range(place, -1, -1)
        for right in range(place, len(upper))
        if right > left and all(free[left : right + 1]) and _is_above_middle(name, lower[left : right + 1])
    ]
    own = lower[place].lines
    if all(_are_level(slot.lines, own) for slot in lower if slot.words):
        return min(groups, key=lambda group: group[1] - group[0], default=(place, place))
    levelled = [group for group in groups if all(_are_level(slot.lines, own) for slot in lower[group[0] : group[1] + 1])]
    return max(levelled, key=lambda group: group[1] - group[0], default=(place, place))


def _are_level(lines: Sequence[Line], others: Sequence[Line]) -> bool:
    """Two names set on one level: by their first lines, their last or their middles."""
    one, two = ((middle(name[0]), middle(name[-1])) for name in (lines, others))
    return min(abs(one[0] - two[0]), abs(one[1] - two[1]), abs(sum(one) - sum(two)) / 2) <= LEVEL


def _is_above_middle(name: Box, slots: Sequence[Slot]) -> bool:
    first, last = (hull(word.box for word in slot.words) for slot in (slots[0], slots[-1]))
    return is_centred((name[0], name[2]), (first[0], first[2]), (last[0], last[2]))


def is_centred(name: Column, first: Column, last: Column) -> bool:
    """The name stands in the middle of the names from the first to the last: of their edges, or of their own middles."""
    edges, middles = first[0] + last[1], (sum(first) + sum(last)) / 2
    return min(abs(edges - sum(name)), abs(middles - sum(name))) <= 2 * CENTRED
