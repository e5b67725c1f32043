"""Cells that lack the rule below them: what stands in them goes to the rows beside which it stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.grid import Slot
from extractors.piles import EMPTY_LINE, LEADING, SAME_LINE, middle, spans
from extractors.values import is_enumerator, is_hole, is_value
from extractors.words import Line


def spread(rows: list[list[Slot]]) -> list[list[Slot]]:
    """The rows; a cell that covers several of them keeps its text only if that is one text."""
    rows = [list(row) for row in rows]
    floors = [min(slot.box[3] for slot in row) for row in rows]
    for place, row in enumerate(rows):
        for column, slot in enumerate(row):
            if spans(slot, floors[place]) and len(slot.lines) > 1:
                _deal(rows, floors, place, column)
    return rows


def _deal(rows: list[list[Slot]], floors: Sequence[float], place: int, column: int) -> None:
    slot = rows[place][column]
    covered = [row for row in range(place, len(rows)) if row == place or floors[row] <= slot.box[3] + SAME_LINE * 8]
    parts = _by_row(slot.lines, floors, covered)
    if len(parts) < 2 or not (_is_list(slot.lines) or _is_numbered(rows[place], column, slot.lines) or _stands_beside(parts, rows, column)):
        return
    top = slot.box[1]
    for row in covered:
        words = tuple(word for line in parts.get(row, []) for word in line.words)
        rows[row][column] = Slot((slot.box[0], top, slot.box[2], floors[row]), words)
        top = floors[row]


def _by_row(lines: Sequence[Line], floors: Sequence[float], covered: Sequence[int]) -> dict[int, list[Line]]:
    parts: dict[int, list[Line]] = {}
    for line in lines:
        home = next((row for row in covered if middle(line) <= floors[row]), covered[-1])
        parts.setdefault(home, []).append(line)
    return parts


def _is_list(lines: Sequence[Line]) -> bool:
    """Nothing but figures, or rows' numbers: each is its row's."""
    return all(is_value(line.text) or is_hole(line.text) for line in lines) or all(is_enumerator(line.text) for line in lines)


def _is_numbered(row: Sequence[Slot], column: int, lines: Sequence[Line]) -> bool:
    """The first line is a column's number, in a row of such numbers."""
    others = [slot.lines[0].text for place, slot in enumerate(row) if place != column and slot.words]
    return len(others) >= 2 and all(text.strip("()").isdigit() for text in [lines[0].text, *others])


def _stands_beside(parts: dict[int, list[Line]], rows: Sequence[Sequence[Slot]], column: int) -> bool:
    """After an empty line each part begins where its row begins."""
    ordered = [parts[row] for row in sorted(parts)]
    steps = [middle(line) - middle(above) for lines in ordered for above, line in pairwise(lines)]
    step = max(EMPTY_LINE * _height(ordered[0][0]), LEADING * min(steps, default=0.0))
    apart = all(middle(below[0]) - middle(above[-1]) > step for above, below in pairwise(ordered))
    named = all(not lines[0].text[:1].islower() for lines in ordered)
    return apart and named and all(_begins(lines[0], rows[row], column) for row, lines in parts.items())


def _height(line: Line) -> float:
    return line.box[3] - line.box[1]


def _begins(line: Line, row: Sequence[Slot], column: int) -> bool:
    firsts = [middle(slot.lines[0]) for place, slot in enumerate(row) if place != column and slot.words]
    near = [first for first in firsts if abs(first - middle(line)) <= SAME_LINE * _height(line)]
    return bool(near) or (is_enumerator(line.text) and bool(firsts))
