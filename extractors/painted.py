"""Paint as borders: a header or a total row that is set off by colour alone belongs to the ruled table that it touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.borders import crosses
from extractors.model import Box
from extractors.rulings import SAME, Rulings
from extractors.segments import Strip
from extractors.words import hull

TOUCHING = 3.0
HIGHEST = 150.0
# Share of the table's width that must be painted.
MOST = 0.8


def painted_rows(rulings: Rulings, cells: Sequence[Box], strips: Sequence[Strip], fills: Sequence[Box]) -> list[Box]:
    """The rules that a painted row above or below the table of these cells would have."""
    frame = hull(cells)
    added: list[Box] = []
    for inner, outer in ((1, 3), (3, 1)):
        row = _row(frame, fills, inner, outer)
        if row and any(row[1] < strip.middle < row[3] for strip in strips):
            added += _outline(row, frame, rulings, strips)
    return added


def _row(frame: Box, fills: Sequence[Box], inner: int, outer: int) -> Box | None:
    """The paint that touches this side of the frame and is as wide; `inner` is the frame's side, `outer` the paint's.

    A word processor paints a cell in pieces (its margins, its lines): paint that touches paint is one.
    """
    inside = [fill for fill in fills if fill[0] >= frame[0] - 2 * SAME and fill[2] <= frame[2] + 2 * SAME]
    near = [fill for fill in inside if abs(fill[outer] - frame[inner]) <= TOUCHING]
    if sum(fill[2] - fill[0] for fill in _side_by_side(near)) < MOST * (frame[2] - frame[0]):
        return None
    row = hull(near)
    for fill in sorted(inside, key=lambda fill: abs(fill[outer] - frame[inner])):
        wider = hull([row, fill])
        if abs(fill[outer] - row[inner]) <= TOUCHING and wider[3] - wider[1] <= HIGHEST:
            row = wider
    return row


def _side_by_side(fills: Sequence[Box]) -> Iterator[Box]:
    """The paint from left to right, what lies under other paint left out."""
    end = float("-inf")
    for x0, y0, x1, y1 in sorted(fills):
        if x1 > end:
            yield max(x0, end), y0, x1, y1
            end = x1


def _outline(row: Box, frame: Box, rulings: Rulings, strips: Sequence[Strip]) -> Iterator[Box]:
    """The row's upper and lower rule, and the table's columns carried on into it where no text runs over them."""
    inside = [strip for strip in strips if row[1] < strip.middle < row[3]]
    yield frame[0], row[1], frame[2], row[1]
    yield frame[0], row[3], frame[2], row[3]
    for rule in rulings.upright:
        joined = frame[0] - SAME <= rule[0] <= frame[2] + SAME and rule[1] <= row[3] + SAME and rule[3] >= row[1] - SAME
        if joined and not any(crosses(strip, rule[0]) for strip in inside):
            yield rule[0], row[1], rule[0], row[3]
