"""Borders that are not drawn: where paint meets paint, and where white runs down between figures in one cell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from extractors.model import Box
from extractors.rulings import SAME, Rulings, is_in, is_tabular, merged
from extractors.segments import CAPTION, Segment, Strip, between, columns_of
from extractors.values import is_currency, is_enumerator, is_value
from extractors.words import hull

# Paint narrower than this is a cell's margin; paint nearer than this touches.
NARROWEST_CELL = 8.0
TOUCHING = 1.5
# A band of more lines than this holds several rows; one of fewer lines is one row, and a text across it is its own.
ROW_LINES = 4
FEWEST_SHARED = 3
# White narrower than this share of the type size is between two words of one text.
WORDS_TOGETHER = 0.5
# A name that stands within this share of its height above a rule stands on it.
ROW_HEIGHT = 1.6
# The rule under a heading ends about where its columns do.
LOOSE_END = 20.0
# It says which note belongs to the figure before it.
_MARK = re.compile(r"\(?\d{1,2}\)|\*+")


@dataclass(frozen=True, slots=True)
class Frame:
    """A table that lacks borders: where it is, its lines, and the rulings that it has."""

    box: Box
    strips: tuple[Strip, ...]
    flat: tuple[Box, ...]
    upright: tuple[Box, ...]


def bordered(rulings: Rulings, cells: Sequence[Box], strips: Sequence[Strip], fills: Sequence[Box]) -> list[Box]:
    """The borders that the table of these cells lacks; none, if things do not stand side by side in one cell."""
    box, lying = hull(cells), are_lying(cells)
    beside = between(strips, box[0], box[2])
    inside = tuple(strip for strip in beside if is_in(strip.box, box))
    level = _level(cells)
    shared = [part for strip in inside if (part := _shared(strip, level))]
    if len(shared) < FEWEST_SHARED and lying:
        shared = _in_rows(inside, cells)
    uncaptioned = [strip for strip in inside if not CAPTION.match(strip.segments[0].text)]  # one that is ruled is of this table
    if len(shared) < FEWEST_SHARED or not is_tabular(uncaptioned, box[2] - box[0], lying):
        return []
    head = _head(box, beside, shared) if lying else []
    top = head[0][1] if head else box[1]
    return [*head, *_all_borders(rulings, (box[0], top, box[2], box[3]), beside, shared, fills)]


def _all_borders(rulings: Rulings, box: Box, strips: Sequence[Strip], shared: Sequence[Strip], fills: Sequence[Box]) -> list[Box]:
    inside = tuple(strip for strip in strips if is_in(strip.box, box))
    painted = [fill for fill in fills if is_in(fill, box) and fill[2] - fill[0] >= NARROWEST_CELL]
    borders = sorted(_borders(painted, shared, inside))
    sides = [box[0], *borders, box[2]]
    levels = list(_levels(painted, sides))
    flat = [_fitted(rule, sides) for rule in merged([*rulings.flat, *levels]).flat if is_in(rule, box)]
    frame = Frame(box, inside, tuple(flat), tuple(rule for rule in rulings.upright if is_in(rule, box)))
    pieces = zip(sides, borders, sides[2:], strict=False)
    return [*flat, *(piece for left, x, right in pieces for piece in _pieces(left, x, right, frame))]


def _head(box: Box, strips: Sequence[Strip], shared: Sequence[Strip]) -> list[Box]:
    """Upper rule and sides of a line right above the first rule that has a name over each of the columns."""
    columns = columns_of(shared)
    for strip in strips:
        near = 0 < box[1] - strip.middle < ROW_HEIGHT * strip.size and strip.box[0] > box[0] - SAME and strip.box[2] < box[2] + SAME
        named = [[part for part in strip.segments if part.box[0] < right and part.box[2] > left] for left, right in columns]
        if near and len(strip.segments) == len(columns) and all(len(parts) == 1 for parts in named):
            top = strip.box[1] - 1
            return [(box[0], top, box[2], top), (box[0], top, box[0], box[1]), (box[2], top, box[2], box[1])]
    return []


def are_lying(cells: Sequence[Box]) -> bool:
    """Every cell is as wide as the table."""
    box = hull(cells)
    return all(cell[2] - cell[0] > box[2] - box[0] - SAME for cell in cells)


def _in_rows(strips: Sequence[Strip], cells: Sequence[Box]) -> list[Strip]:
    """The lines with things side by side, if most of these cells have one: their rules lie, and no upright one parts them."""
    several = [strip for strip in strips if len(strip.segments) > 1]
    rows = sum(any(is_in(strip.box, cell) for strip in several) for cell in cells)
    return several if 3 * rows >= 2 * len(cells) else []


def _level(cells: Sequence[Box]) -> Callable[[Box], Sequence[Box]]:
    """Tells which of the cells are at the height of a box, and maybe others near them: a table has many more."""
    ordered = sorted(cells, key=lambda cell: cell[1])
    tops, floors = [cell[1] for cell in ordered], list(accumulate((cell[3] for cell in ordered), max))
    return lambda box: ordered[bisect_left(floors, box[1]) : bisect_right(tops, box[3])]


def _shared(strip: Strip, level: Callable[[Box], Sequence[Box]]) -> Strip | None:
    """The segments of the line in those cells where a figure (its currency and a note's mark are none) stands right of something else."""
    if len(strip.segments) < 2:
        return None
    cells = level(strip.box)
    placed = [(next((cell for cell in cells if is_in(segment.box, cell)), None), segment) for segment in strip.segments]
    named = [(home, segment) for home, segment in placed if not (is_currency(segment.text) or _MARK.fullmatch(segment.text))]
    mixed = {home for place, (home, part) in enumerate(named) if is_value(part.text) and home in (other for other, _ in named[:place])}
    sharing = tuple(segment for home, segment in placed if home and home in mixed)
    return Strip(sharing, strip.box) if sharing and strip.tabular else None


# ------------------------------------------------------------------ where they are


def _borders(painted: Sequence[Box], shared: Sequence[Strip], strips: Sequence[Strip]) -> list[float]:
    borders = _meetings(painted)
    for left, right in pairwise(columns_of(shared)):
        if not any(left[1] - SAME <= x <= right[0] + SAME for x in borders) and _is_between(left, right, shared):
            borders.append(_clearest(left[1], right[0], strips))
    return borders


def _is_between(left: tuple[float, float], right: tuple[float, float], shared: Sequence[Strip]) -> bool:
    """Figures on one side, or texts side by side on several lines: one line alone may be justified words."""
    columns = [[part for strip in shared for part in strip.segments if x0 <= part.box[0] and part.box[2] <= x1] for x0, x1 in (left, right)]
    figures = any(2 * sum(part.figure or is_enumerator(part.text) for part in column) > len(column) for column in columns)
    return figures or min(len(column) for column in columns) >= FEWEST_SHARED


def _meetings(painted: Sequence[Box]) -> list[float]:
    """Where one painted cell ends and the next one begins."""
    found: list[float] = []
    touching = _touching(painted, 0)
    for one in painted:
        for other in touching(one[2]):
            x = (one[2] + other[0]) / 2
            if min(one[3], other[3]) > max(one[1], other[1]) and all(abs(x - known) > SAME for known in found):
                found.append(x)
    return found


def _touching(painted: Sequence[Box], side: int) -> Callable[[float], Sequence[Box]]:
    """Tells whose side is where another one ends, in the order in which they were painted."""
    places = sorted(range(len(painted)), key=lambda place: painted[place][side])
    sides = [painted[place][side] for place in places]

    def near(end: float) -> list[Box]:
        first, last = bisect_left(sides, end - TOUCHING), bisect_right(sides, end + TOUCHING)
        return [painted[place] for place in sorted(places[first:last])]

    return near


def _clearest(left: float, right: float, strips: Sequence[Strip]) -> float:
    """Where in the white the fewest lines run over the border, next to its middle: a heading may be wider than its column.

    Of as many, the upper ones: the heading of a group stands above the names in it.
    """
    middle = (left + right) / 2
    tries = [middle, *(left + (right - left) * part / 8 for part in range(1, 8))]
    over = {x: [strip.middle for strip in strips if crosses(strip, x)] for x in tries}
    return min(tries, key=lambda x: (len(over[x]), max(over[x], default=0.0), abs(x - middle)))


def _levels(painted: Sequence[Box], sides: Sequence[float]) -> Iterator[Box]:
    """Where a painted cell ends and the one below begins; paint that reaches from border to border is a cell's."""
    whole = [fill for fill in painted if all(any(abs(end - x) <= TOUCHING for x in sides) for end in (fill[0], fill[2]))]
    below = _touching(whole, 1)
    for upper in whole:
        for lower in below(upper[3]):
            if abs(lower[0] - upper[0]) <= TOUCHING and lower[3] - lower[1] >= NARROWEST_CELL:
                yield upper[0], upper[3], max(upper[2], lower[2]), upper[3]


def _fitted(rule: Box, sides: Sequence[float]) -> Box:
    """The rule, from border to border."""
    left, right = (min(sides, key=lambda x: abs(x - end)) for end in (rule[0], rule[2]))
    x0 = left if abs(left - rule[0]) <= LOOSE_END else rule[0]
    x1 = right if abs(right - rule[2]) <= LOOSE_END else rule[2]
    return (x0, rule[1], x1, rule[3]) if x0 < x1 else rule


# ------------------------------------------------------------------ how far they reach


def _pieces(left: float, x: float, right: float, frame: Frame) -> Iterator[Box]:
    """The border at x (its neighbours are left and right), band by band, left out where a text runs over it or it is drawn."""
    _, upper, _, lower = frame.box
    middles = [(strip.middle, strip) for strip in frame.strips]
    drawn = [rule for rule in frame.upright if abs(rule[0] - x) <= 2 * SAME]
    over_x = [rule for rule in frame.flat if rule[0] - SAME <= x <= rule[2] + SAME and upper < rule[1] < lower]
    for top, bottom in pairwise(sorted([upper, *(rule[1] for rule in over_x), lower])):
        if bottom - top <= SAME or any(rule[1] < bottom - SAME and rule[3] > top + SAME for rule in drawn):
            continue
        lines = [strip for middle, strip in middles if top < middle < bottom]
        if over := [strip for strip in lines if crosses(strip, x)]:
            beside = sum(any(part.box[0] < right and part.box[2] > left for part in strip.segments) for strip in lines)
            if beside > ROW_LINES and 2 * len(over) < beside:
                yield from _around(x, (frame.box[0], top, frame.box[2], bottom), over)
        else:
            lid = next((rule for rule in over_x if rule[1] == bottom and rule[0] + SAME < x < rule[2] - SAME), frame.box)
            if not _is_heading(lines, lid, frame):
                yield x, top, x, bottom


def _is_heading(lines: Sequence[Strip], lid: Box, frame: Frame) -> bool:
    """One text above a rule that is shorter than the table is the heading of all columns under that rule."""
    above = [[part for part in strip.segments if lid[0] < (part.box[0] + part.box[2]) / 2 < lid[2]] for strip in lines]
    return lid[2] - lid[0] < 0.9 * (frame.box[2] - frame.box[0]) and any(above) and all(len(parts) <= 1 for parts in above)


def crosses(strip: Strip, x: float) -> bool:
    """A word runs over the border, or the words left and right of it belong together."""
    return any(_runs_over(segment, x) for segment in strip.segments if segment.box[0] + 1 < x < segment.box[2] - 1)


def _runs_over(segment: Segment, x: float) -> bool:
    left = max((word.box[2] for word in segment.words if word.box[0] < x), default=x)
    right = min((word.box[0] for word in segment.words if word.box[0] >= x), default=x)
    return left > x + 1 or right - left < WORDS_TOGETHER * segment.words[0].size


def _around(x: float, band: Box, over: Sequence[Strip]) -> Iterator[Box]:
    """The border of a tall band; a line that runs over it becomes a row of its own."""
    left, top, right, bottom = band
    for strip in over:
        for y in (strip.box[1], strip.box[3]):
            if top < y < bottom:
                yield left, y, right, y
        if strip.box[1] > top:
            yield x, top, x, strip.box[1]
        top = strip.box[3]
    if bottom > top:
        yield x, top, x, bottom
