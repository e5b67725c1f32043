"""Tables of which only the header is ruled, above and below: columns from what stands under it, rows from the empty lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.grid import Slot
from extractors.model import Box
from extractors.rulings import bands, is_prose, same_ends
from extractors.segments import CAPTION, Segment, Strip, columns_of
from extractors.stacked import separated

# Shares of a line's height: a gap above this ends the table, a line under a gap above that is a heading if it is bold.
END_GAP = 4.5
HEADING_GAP = 2.0
MOST_HEADER_LINES = 7
LOWEST_HEADER = 100.0
INSET = 6.0

Column = tuple[float, float]


def headed(strips: Sequence[Strip], flat: Sequence[Box]) -> Iterator[list[list[Slot]]]:
    """Every table that begins with lines between two horizontal rules of one length, and goes on below them."""
    for above, below in bands(flat):
        head = [strip for strip in strips if above[1] < strip.middle < below[1] and _is_under(strip, above)]
        if below[1] - above[1] > LOWEST_HEADER or not 1 <= len(head) <= MOST_HEADER_LINES or not _is_header(head, above):
            continue
        body = _body(strips, below, flat)
        columns = _columns(head, body)
        if body and len(columns) >= 2:
            yield _rows(head, body, columns, (above[0], above[1], above[2], body[-1].box[3]))


def _is_under(strip: Strip, rule: Box) -> bool:
    return strip.box[0] >= rule[0] - INSET and strip.box[2] <= rule[2] + INSET


def _is_header(head: Sequence[Strip], rule: Box) -> bool:
    """Two names side by side; no paragraph, and no caption between the rules of two tables."""
    prose = any(is_prose(strip, rule[2] - rule[0]) or CAPTION.match(strip.segments[0].text) for strip in head)
    return not prose and any(len(strip.segments) >= 2 for strip in head)


def _body(strips: Sequence[Strip], rule: Box, flat: Sequence[Box]) -> list[Strip]:
    """The lines below the header, to the table's last rule or to the first line that is of no table."""
    end = next((other[1] for other in flat if other[1] > rule[1] + INSET and same_ends(rule, other)), None)
    body: list[Strip] = []
    bottom = rule[1]
    for strip in strips:
        if strip.middle <= rule[1] or not _is_under(strip, rule):
            continue
        if _ends(strip, strip.box[1] - bottom, rule):
            break
        if end is not None and strip.middle > end:
            break
        body.append(strip)
        bottom = strip.box[3]
    return body


def _ends(strip: Strip, gap: float, rule: Box) -> bool:
    text = strip.segments[0]
    alone = len(strip.segments) == 1
    bold = all(glyph.bold for word in text.words for glyph in word.glyphs)
    heading = alone and bold and gap > HEADING_GAP * strip.size
    return gap > END_GAP * strip.size or heading or is_prose(strip, rule[2] - rule[0]) or bool(CAPTION.match(text.text))


def _columns(head: Sequence[Strip], body: Sequence[Strip]) -> list[Column]:
    """The columns of the body, and those of the header under which nothing stands."""
    columns = columns_of(body) if body else []
    for segment in (segment for strip in head for segment in strip.segments):
        left, _, right, _ = segment.box
        if all(right < column[0] or left > column[1] for column in columns):
            columns.append((left, right))
    return sorted(columns)


def _rows(head: Sequence[Strip], body: Sequence[Strip], columns: Sequence[Column], frame: Box) -> list[list[Slot]]:
    borders = [frame[0], *((left[1] + right[0]) / 2 for left, right in pairwise(columns)), frame[2]]
    floor = body[0].box[1]
    header = _slots(head, borders, columns, (frame[1], floor))
    return [header, *separated(_slots(body, borders, columns, (floor, frame[3])))]


def _slots(strips: Sequence[Strip], borders: Sequence[float], columns: Sequence[Column], band: tuple[float, float]) -> list[Slot]:
    """One row of these lines, every segment in its column; what runs over several columns begins in the first."""
    held: list[list[Segment]] = [[] for _ in columns]
    for segment in (segment for strip in strips for segment in strip.segments):
        held[_column_of(segment.box, columns)].append(segment)
    return [
        Slot((left, band[0], right, band[1]), tuple(word for segment in segments for word in segment.words))
        for (left, right), segments in zip(pairwise(borders), held, strict=True)
    ]


def _column_of(box: Box, columns: Sequence[Column]) -> int:
    shares = [min(box[2], right) - max(box[0], left) for left, right in columns]
    covered = [place for place, (left, right) in enumerate(columns) if shares[place] >= 0.6 * (right - left)]
    if covered:
        return covered[0]
    best = max(range(len(columns)), key=lambda place: shares[place])
    return best if shares[best] > 0 else min(range(len(columns)), key=lambda place: abs(sum(columns[place]) - box[0] - box[2]))
