"""Rulings made whole: double ones joined, open tables closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pdfplumber.table import merge_edges

from extractors.model import Box
from extractors.segments import CAPTION, Strip, between

# Parallel rulings nearer than this are one (double rules); strokes of a dashed or stepped rule nearer than this join.
SNAP = 3.0
JOIN = 4.0
SHORTEST = 5.0
SAME = 4.0
# Shares of its width that a line of a paragraph fills: alone, and with its gaps or in several pieces.
ALONE = 0.6
FULL = 0.9
# Gaps between justified words differ by less than this share of the type size and are not wider than so many sizes.
EQUAL = 0.05
WIDEST = 2.5
FEWEST_JUSTIFIED = 6


@dataclass(frozen=True, slots=True)
class Rulings:
    """Horizontal and vertical rulings, each a box without thickness, in order of place."""

    flat: tuple[Box, ...]
    upright: tuple[Box, ...]

    @property
    def all(self) -> tuple[Box, ...]:
        """Both."""
        return self.flat + self.upright


def merged(rules: Sequence[Box]) -> Rulings:
    """Rulings with double ones made one, and pieces joined."""
    edges = [edge for edge in merge_edges([edge_of(rule) for rule in rules], SNAP, SNAP, JOIN, JOIN)]
    boxes = [(float(edge["x0"]), float(edge["top"]), float(edge["x1"]), float(edge["bottom"])) for edge in edges]
    boxes = [box for box in boxes if box[2] - box[0] + box[3] - box[1] >= SHORTEST]
    return _rulings(boxes)


def _rulings(boxes: Sequence[Box]) -> Rulings:
    flat = sorted((box for box in boxes if box[1] == box[3]), key=lambda box: (box[1], box[0]))
    upright = sorted((box for box in boxes if box[1] != box[3]), key=lambda box: (box[0], box[1]))
    return Rulings(tuple(flat), tuple(upright))


def edge_of(rule: Box) -> dict[str, Any]:
    """The ruling as pdfplumber's functions want it."""
    x0, y0, x1, y1 = rule
    return {
        "x0": x0, "top": y0, "x1": x1, "bottom": y1, "width": x1 - x0, "height": y1 - y0,
        "orientation": "h" if y0 == y1 else "v", "object_type": "line",
    }  # fmt: skip


# ------------------------------------------------------------------ open tables


def closed(rulings: Rulings, strips: Sequence[Strip]) -> Rulings:
    """Rulings with the missing sides: below cells that go on overleaf, and beside rows that have rules above and below only."""
    added = [*lids(rulings), *sides(rulings, strips)]
    return merged([*rulings.all, *added]) if added else rulings


def lids(rulings: Rulings) -> Iterator[Box]:
    """A horizontal rule where the verticals of a table end together on nothing."""
    for end in (1, 3):
        ends: list[list[Box]] = []
        for rule in sorted(rulings.upright, key=lambda rule: rule[end]):
            if ends and rule[end] - ends[-1][0][end] <= SAME:
                ends[-1].append(rule)
            else:
                ends.append([rule])
        for group in ends:
            yield from _lid(sorted(group), end, rulings.flat)


def _lid(group: Sequence[Box], end: int, flat: Sequence[Box]) -> Iterator[Box]:
    """Over those of the verticals that end on nothing, and to the next one that does not."""
    y = group[0][end]
    level = [rule for rule in flat if abs(rule[1] - y) <= SAME]
    open_ones = [place for place, rule in enumerate(group) if not any(_meets(rule, other) for other in level)]
    if not open_ones or len(group) < 3:
        return
    first, last = max(open_ones[0] - 1, 0), min(open_ones[-1] + 1, len(group) - 1)
    if last > first and _is_tied(group[first : last + 1], flat):
        yield group[first][0], y, group[last][0], y


def _is_tied(group: Sequence[Box], flat: Sequence[Box]) -> bool:
    """One horizontal rule meets most of these verticals: they are of one table."""
    return any(2 * sum(_meets(rule, level) for rule in group) > len(group) for level in flat)


def _meets(rule: Box, level: Box) -> bool:
    return level[0] - SAME <= rule[0] <= level[2] + SAME and rule[1] - SAME <= level[1] <= rule[3] + SAME


def sides(rulings: Rulings, strips: Sequence[Strip]) -> Iterator[Box]:
    """Verticals at both ends of two horizontal rules of one length, if what stands between them is tabular."""
    floors: set[Box] = set()
    middles = [(strip.middle, strip) for strip in strips]
    for above, below in bands(rulings.flat):
        x0, x1, height = max(above[0], below[0]), min(above[2], below[2]), below[1] - above[1]
        tied = [rule for rule in rulings.upright if x0 + SAME < rule[0] < x1 - SAME and (_meets(rule, above) or _meets(rule, below))]
        split = any(2 * (min(rule[3], below[1]) - max(rule[1], above[1])) > height for rule in tied)
        if not split and (_ends_table(above, rulings.upright, 3) or _ends_table(below, rulings.upright, 1)):
            continue
        inside = between((strip for middle, strip in middles if above[1] < middle < below[1]), x0, x1)
        if inside and (split or is_tabular(inside, x1 - x0, above in floors)):
            floors.add(below)
            yield x0, above[1], x0, below[1]
            yield x1, above[1], x1, below[1]


def _ends_table(level: Box, upright: Sequence[Box], end: int) -> bool:
    """Verticals end at this rule: it is the last (or first) one of a table, and the page's text goes on from there."""
    return sum(abs(rule[end] - level[1]) <= SAME and level[0] - SAME <= rule[0] <= level[2] + SAME for rule in upright) >= 3


def bands(flat: Sequence[Box]) -> Iterator[tuple[Box, Box]]:
    """Each rule with the next one that begins and ends where it does, unless one that sticks out lies between."""
    for place, above in enumerate(flat):
        for below in flat[place + 1 :]:
            if below[1] - above[1] <= SAME or below[2] < above[0] or below[0] > above[2]:
                continue
            if same_ends(above, below):
                yield above, below
                break
            if below[0] < above[0] - SAME or below[2] > above[2] + SAME:
                break


def same_ends(one: Box, other: Box) -> bool:
    """Both horizontal rules begin and end at the same places."""
    return abs(one[0] - other[0]) <= SAME and abs(one[2] - other[2]) <= SAME


def is_in(box: Box, frame: Box) -> bool:
    """The middle of the box is in the frame."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]


def is_tabular(strips: Sequence[Strip], width: float, goes_on: bool = False) -> bool:
    """Lines with things side by side, few that run on like a paragraph's, and no caption: that stands between two tables.

    Below a row of the same table a cell may have many lines of its own.
    """
    several = sum(len(strip.segments) >= 2 for strip in strips)
    prose = sum(is_prose(strip, width) for strip in strips)
    captions = any(CAPTION.match(strip.segments[0].text) for strip in strips)
    return several > 0 and 4 * prose <= len(strips) and (goes_on or 5 * several >= len(strips)) and not captions


def is_prose(strip: Strip, width: float) -> bool:
    """A line of a paragraph fills its width, with gaps no wider than those between justified words, or all of one width."""
    filled = sum(segment.box[2] - segment.box[0] for segment in strip.segments)
    if filled > (ALONE if len(strip.segments) == 1 else FULL) * width:
        return True
    return strip.box[2] - strip.box[0] > FULL * width and _is_justified(strip)


def _is_justified(strip: Strip) -> bool:
    """Words that stand equally far apart, however far: the cells of a row do not."""
    words = [word for segment in strip.segments for word in segment.words]
    if len(words) < FEWEST_JUSTIFIED:
        return False
    gaps = [right.box[0] - left.box[2] for left, right in pairwise(words)]
    worded = sum(any(letter.isalpha() for letter in word.text) for word in words)
    return max(gaps) - min(gaps) <= EQUAL * strip.size and max(gaps) <= WIDEST * strip.size and 2 * worded > len(words)
