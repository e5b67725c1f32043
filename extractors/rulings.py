"""Rulings made whole: double ones joined, open tables closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.table import merge_edges

from extractors.model import Box
from extractors.segments import Strip

# Parallel rulings nearer than this are one (double rules); strokes of a dashed or stepped rule nearer than this join.
SNAP = 3.0
JOIN = 4.0
SHORTEST = 5.0
SAME = 4.0


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
    added = [*_lids(rulings), *_sides(rulings, strips)]
    return merged([*rulings.all, *added]) if added else rulings


def _lids(rulings: Rulings) -> Iterator[Box]:
    """A horizontal rule where the verticals of a table end together on nothing."""
    for end in (1, 3):
        ends: list[list[Box]] = []
        for rule in sorted(rulings.upright, key=lambda rule: rule[end]):
            if ends and rule[end] - ends[-1][0][end] <= SAME:
                ends[-1].append(rule)
            else:
                ends.append([rule])
        for group in ends:
            x0, x1, y = min(rule[0] for rule in group), max(rule[0] for rule in group), group[0][end]
            touching = any(abs(flat[1] - y) <= SAME and flat[0] < x1 and flat[2] > x0 for flat in rulings.flat)
            if len(group) >= 3 and not touching and _is_tied(group, rulings.flat):
                yield x0, y, x1, y


def _is_tied(group: Sequence[Box], flat: Sequence[Box]) -> bool:
    """One horizontal rule meets all of these verticals: they are of one table."""
    return any(all(_meets(rule, level) for rule in group) for level in flat)


def _meets(rule: Box, level: Box) -> bool:
    return level[0] - SAME <= rule[0] <= level[2] + SAME and rule[1] - SAME <= level[1] <= rule[3] + SAME


def _sides(rulings: Rulings, strips: Sequence[Strip]) -> Iterator[Box]:
    """Verticals at both ends of two horizontal rules of one length, if what stands between them is tabular."""
    for above, below in _bands(rulings.flat):
        x0, x1 = max(above[0], below[0]), min(above[2], below[2])
        inside = [strip for strip in strips if above[1] < strip.middle < below[1] and strip.box[2] > x0 and strip.box[0] < x1]
        split = any(rule[1] < below[1] and rule[3] > above[1] and x0 + SAME < rule[0] < x1 - SAME for rule in rulings.upright)
        if inside and (split or is_tabular(inside, x1 - x0)):
            yield x0, above[1], x0, below[1]
            yield x1, above[1], x1, below[1]


def _bands(flat: Sequence[Box]) -> Iterator[tuple[Box, Box]]:
    """Each rule with the next one that begins and ends where it does, unless one that sticks out lies between."""
    for place, above in enumerate(flat):
        for below in flat[place + 1 :]:
            if below[1] - above[1] <= SAME or below[2] < above[0] or below[0] > above[2]:
                continue
            if abs(below[0] - above[0]) <= SAME and abs(below[2] - above[2]) <= SAME:
                yield above, below
                break
            if below[0] < above[0] - SAME or below[2] > above[2] + SAME:
                break


def is_in(box: Box, frame: Box) -> bool:
    """The middle of the box is in the frame."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]


def is_tabular(strips: Sequence[Strip], width: float) -> bool:
    """Lines with things side by side, and few as wide as a paragraph's."""
    wide = sum(len(strip.segments) == 1 and strip.box[2] - strip.box[0] > 0.75 * width for strip in strips)
    return any(len(strip.segments) >= 2 for strip in strips) and 4 * wide <= len(strips)
