"""Tables without vertical rules: columns from the white between figures, rows from the lines on which figures stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extractors.grid import Slot
from extractors.headed import column_of
from extractors.model import Box
from extractors.segments import CAPTION, Segment, Strip, columns_of, is_contents
from extractors.values import has_separator, is_hole, starts_item
from extractors.words import Word, hull

# Shares of the type size.
ROW_GAP = 3.2
TIGHT = 1.25

FEWEST_ROWS = 3
FLUSH = 4.0
MOST_TEXT_LINES = 3
MOST_HEADER_LINES = 6


def spaced(strips: Sequence[Strip], rules: Sequence[Box]) -> Iterator[list[list[Slot]]]:
    """Every table that the lines make by their places alone, as rows of slots."""
    for run in _runs(strips):
        rows = _table(strips, run, rules)
        if rows:
            yield rows


def _runs(strips: Sequence[Strip]) -> Iterator[tuple[int, int]]:
    """First and last of the lines that belong to one table; it begins and ends with figures."""
    first = last = -1
    for place, strip in enumerate(strips):
        if not strip.tabular:
            continue
        if first >= 0 and _goes_on(strips, last, place):
            last = place
            continue
        if first >= 0:
            yield first, last
        first = last = place
    if first >= 0:
        yield first, last


def _goes_on(strips: Sequence[Strip], last: int, place: int) -> bool:
    """Between two rows only a few narrow lines of text: names that go on, a heading."""
    between = strips[last + 1 : place]
    if len(between) > MOST_TEXT_LINES or strips[place].middle - strips[last].middle > (len(between) + 1) * ROW_GAP * strips[last].size:
        return False
    left, right = min(strips[last].box[0], strips[place].box[0]), max(strips[last].box[2], strips[place].box[2])
    return all(not CAPTION.match(strip.segments[0].text) and _narrow(strip, left, right) for strip in between)


def _narrow(strip: Strip, left: float, right: float) -> bool:
    return len(strip.segments) > 1 or strip.box[2] - strip.box[0] < 0.6 * (right - left)


# ------------------------------------------------------------------ columns


def _table(strips: Sequence[Strip], run: tuple[int, int], rules: Sequence[Box]) -> list[list[Slot]]:
    first, last = run
    body = strips[first : last + 1]
    rows = [strip for strip in body if strip.tabular]
    if len(rows) < FEWEST_ROWS:
        return []
    columns = columns_of(rows)
    if len(columns) < 2 or not _believable(rows, columns):
        return []
    head = _header(strips[:first], body, rules)
    tail = _tail(strips[last + 1 :], body[-1])
    body = [*body, *tail]
    bands = _bands(rules, hull(strip.box for strip in [*head, *body]))
    dealt = [(strip, _dealt(strip, columns)) for strip in [*head, *body]]
    return _rows(dealt, len(head), bands, columns)


def _believable(rows: Sequence[Strip], columns: Sequence[tuple[float, float]]) -> bool:
    """A column of figures under each other; two columns are a table only if those are amounts (page numbers are none).

    Colons between labels and what they say of one thing are no column.
    """
    placed = [(column_of(segment.box, columns), segment) for row in rows for segment in row.segments]
    parts = [[segment for column, segment in placed if column == place] for place in range(1, len(columns))]
    parts = [part for part in parts if not all(segment.text == ":" for segment in part)]
    if len(parts) == 1:
        amounts = [segment for segment in parts[0] if not is_hole(segment.text)]
        return len(amounts) >= FEWEST_ROWS and all(has_separator(segment.text) for segment in amounts) and _is_figures(parts[0])
    return any(_is_figures(part) for part in parts) and not is_contents(rows)


def _is_figures(segments: Sequence[Segment]) -> bool:
    """Mostly figures, most of them flush right, flush left or centred."""
    figures = [segment.box for segment in segments if segment.figure]
    if len(figures) < FEWEST_ROWS or 10 * len(figures) < 6 * len(segments):
        return False
    edges = [[box[0] for box in figures], [box[2] for box in figures], [(box[0] + box[2]) / 2 for box in figures]]
    return any(10 * sum(abs(x - median(side)) <= FLUSH for x in side) >= 7 * len(side) for side in edges)


def _dealt(strip: Strip, columns: Sequence[tuple[float, float]]) -> list[tuple[int, Segment]]:
    """Each segment with its column: the one it covers most; a heading over several belongs to the first."""
    return [(column_of(segment.box, columns), segment) for segment in strip.segments]


# ------------------------------------------------------------------ rows


def _header(above: Sequence[Strip], body: Sequence[Strip], rules: Sequence[Box]) -> list[Strip]:
    """The lines above the first row of figures: down from a rule, or those that have things side by side."""
    box = hull(strip.box for strip in body)
    tops = [rule[1] for rule in rules if rule[1] == rule[3] and rule[1] < box[1] and _long(rule, box)]
    near = above[-MOST_HEADER_LINES:]
    for top in sorted(tops):
        inside = [strip for strip in above if strip.middle > top]
        if len(inside) <= MOST_HEADER_LINES and not any(CAPTION.match(strip.segments[0].text) for strip in inside):
            return inside
    head: list[Strip] = []
    below = body[0]
    for strip in reversed(near):
        if below.middle - strip.middle > ROW_GAP * below.size or len(strip.segments) < 2 or CAPTION.match(strip.segments[0].text):
            break
        head.insert(0, strip)
        below = strip
    return head


def _tail(below: Sequence[Strip], last: Strip) -> list[Strip]:
    """The rest of a name that goes on below the last figures."""
    tail = []
    for strip in below[:MOST_TEXT_LINES]:
        narrow = len(strip.segments) == 1 and strip.box[2] - strip.box[0] < 0.5 * (last.box[2] - last.box[0])
        if not narrow or strip.middle - last.middle > TIGHT * strip.size or CAPTION.match(strip.segments[0].text):
            break
        tail.append(strip)
        last = strip
    return tail


def _long(rule: Box, box: Box) -> bool:
    return min(rule[2], box[2]) - max(rule[0], box[0]) > 0.6 * (box[2] - box[0])


def _bands(rules: Sequence[Box], box: Box) -> list[float]:
    return sorted(rule[1] for rule in rules if rule[1] == rule[3] and box[1] < rule[1] < box[3] and _long(rule, box))


def _rows(
    dealt: Sequence[tuple[Strip, list[tuple[int, Segment]]]], head: int, bands: Sequence[float], columns: Sequence[tuple[float, float]]
) -> list[list[Slot]]:
    """Lines to rows: each line with figures is a row, and takes the text lines that belong to it."""
    groups: list[list[int]] = []
    for place in range(len(dealt)):
        if place and _joins(dealt, place, head, bands):
            groups[-1].append(place)
        else:
            groups.append([place])
    borders = _borders(columns, hull(strip.box for strip, _ in dealt))
    return [_row([dealt[place] for place in group], borders) for group in groups]


def _joins(dealt: Sequence[tuple[Strip, list[tuple[int, Segment]]]], place: int, head: int, bands: Sequence[float]) -> bool:
    """Whether this line belongs to the row of the line above it."""
    (above, _), (strip, _) = dealt[place - 1], dealt[place]
    if any(above.middle < band < strip.middle for band in bands):
        return False
    if place < head:
        return bool(bands)
    if place == head or strip.tabular or starts_item(strip.segments[0].text):
        return False
    below = dealt[place + 1][0].middle - strip.middle if place + 1 < len(dealt) else strip.middle
    return strip.middle - above.middle <= TIGHT * below


def _borders(columns: Sequence[tuple[float, float]], box: Box) -> list[float]:
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    return [min(box[0], columns[0][0]), *inner, max(box[2], columns[-1][1])]


def _row(lines: Sequence[tuple[Strip, list[tuple[int, Segment]]]], borders: Sequence[float]) -> list[Slot]:
    top, bottom = min(strip.box[1] for strip, _ in lines), max(strip.box[3] for strip, _ in lines)
    held: list[list[Word]] = [[] for _ in borders[1:]]
    for _, segments in lines:
        for column, segment in segments:
            held[column] += segment.words
    return [Slot((left, top, right, bottom), tuple(words)) for (left, right), words in zip(pairwise(borders), held, strict=True)]
