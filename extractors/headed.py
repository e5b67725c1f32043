"""Tables of which only the header is set off, by rules above and below it or in bold: rows from the empty lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.grid import Slot
from extractors.model import Box
from extractors.names import header_rows
from extractors.rulings import bands, is_prose, same_ends
from extractors.segments import CAPTION, Segment, Strip, columns_of, is_contents
from extractors.stacked import separated

# Shares of a line's height: a gap above this ends the table, a line under a gap above that is a heading if it is bold.
END_GAP = 4.5
HEADING_GAP = 2.0
MOST_HEADER_LINES = 10
LOWEST_HEADER = 130.0
INSET = 6.0
FEWEST_NAMED_ROWS = 2

Column = tuple[float, float]


def headed(strips: Sequence[Strip], flat: Sequence[Box]) -> Iterator[list[list[Slot]]]:
    """Every table that begins with lines between two horizontal rules of one length, and goes on below them."""
    for above, below in bands(flat):
        head = [strip for strip in strips if above[1] < strip.middle < below[1] and _is_under(strip, above)]
        if below[1] - above[1] > LOWEST_HEADER or not 1 <= len(head) <= MOST_HEADER_LINES or not _is_header(head, above):
            continue
        end = next((rule[1] for rule in flat if rule[1] > below[1] + INSET and same_ends(below, rule)), None)
        body = _body([strip for strip in strips if strip.middle > below[1] and _is_under(strip, above)], below, end)
        yield from _table(head, body, above)


def bold_headed(strips: Sequence[Strip]) -> Iterator[list[list[Slot]]]:
    """Every table without a rule whose header is bold: side by side in it and in the lines below."""
    taken = -1
    for place, strip in enumerate(strips):
        if place <= taken or len(strip.segments) < 2 or not _is_bold(strip) or is_prose(strip, _width(strips)):
            continue
        first = last = place
        while last + 1 < len(strips) and _is_bold(strips[last + 1]) and strips[last + 1].box[1] - strips[last].box[3] < strip.size:
            last += 1
        while first and _is_bold(strips[first - 1]) and strips[first].box[1] < strips[first - 1].box[3]:
            first -= 1  # a name of more lines than its neighbours
        left, right = min(line.box[0] for line in strips), max(line.box[2] for line in strips)
        frame = (left, strips[first].box[1] - 1, right, strips[last].box[3])
        body = _body(strips[last + 1 :], (left, frame[3], right, frame[3]), None)
        if last - first < MOST_HEADER_LINES and _is_believable(strips[first : last + 1], body):
            taken = last + len(body)
            yield from _table(strips[first : last + 1], body, frame)


def _width(strips: Sequence[Strip]) -> float:
    return max(strip.box[2] for strip in strips) - min(strip.box[0] for strip in strips)


def _is_bold(strip: Strip) -> bool:
    return all(word.bold for segment in strip.segments for word in segment.words)


def _is_believable(head: Sequence[Strip], body: Sequence[Strip]) -> bool:
    """Figures beside names on two lines, in the columns that the header names."""
    rows = [strip for strip in body if strip.tabular]
    names = columns_of(head)
    fitting = [strip for strip in rows if 2 <= len(strip.segments) <= len(names) + 1]
    return len(rows) >= FEWEST_NAMED_ROWS and len(names) >= 3 and len(fitting) == len(rows) and not is_contents(rows)


def _table(head: Sequence[Strip], body: Sequence[Strip], above: Box) -> Iterator[list[list[Slot]]]:
    body = _trimmed(body)
    columns = _columns(head, body)
    if not body or len(columns) < 2:
        return
    floor = body[0].box[1]
    names = _slots(head, columns, above, (above[1], floor))
    yield [*header_rows(names), *separated(_slots(body, columns, above, (floor, body[-1].box[3])))]


def _trimmed(body: Sequence[Strip]) -> list[Strip]:
    """The lines without what stands alone below the table and runs over its columns: the text goes on there."""
    kept = list(body)
    while len(kept) > 1 and len(kept[-1].segments) == 1:
        left, _, right, _ = kept[-1].box
        if sum(min(right, end) - max(left, start) > INSET for start, end in columns_of(kept[:-1])) < 2:
            break
        kept.pop()
    return kept


def _is_under(strip: Strip, rule: Box) -> bool:
    return strip.box[0] >= rule[0] - INSET and strip.box[2] <= rule[2] + INSET


def _is_header(head: Sequence[Strip], rule: Box) -> bool:
    """Two names side by side; no paragraph, and no caption between the rules of two tables."""
    prose = any(is_prose(strip, rule[2] - rule[0]) or CAPTION.match(strip.segments[0].text) for strip in head)
    return not prose and any(len(strip.segments) >= 2 for strip in head)


def _body(strips: Sequence[Strip], rule: Box, end: float | None) -> list[Strip]:
    """The lines below the header, to the table's last rule or to the first line that is of no table."""
    body: list[Strip] = []
    bottom = rule[1]
    for strip in strips:
        if _ends(strip, strip.box[1] - bottom, rule) or (end is not None and strip.middle > end):
            break
        body.append(strip)
        bottom = strip.box[3]
    return body


def _ends(strip: Strip, gap: float, rule: Box) -> bool:
    alone = len(strip.segments) == 1
    heading = alone and _is_bold(strip) and gap > HEADING_GAP * strip.size
    return gap > END_GAP * strip.size or heading or is_prose(strip, rule[2] - rule[0]) or bool(CAPTION.match(strip.segments[0].text))


def _columns(head: Sequence[Strip], body: Sequence[Strip]) -> list[Column]:
    """The columns of the body, and those of the header under which nothing stands."""
    columns = columns_of(body) if body else []
    for segment in (segment for strip in head for segment in strip.segments):
        left, _, right, _ = segment.box
        if all(right < column[0] or left > column[1] for column in columns):
            columns.append((left, right))
    return sorted(columns)


def _slots(strips: Sequence[Strip], columns: Sequence[Column], frame: Box, band: tuple[float, float]) -> list[Slot]:
    """One row of these lines, every text in its column; what runs over several columns begins in the first."""
    borders = [frame[0], *((left[1] + right[0]) / 2 for left, right in pairwise(columns)), frame[2]]
    held: list[list[Segment]] = [[] for _ in columns]
    for segment in (segment for strip in strips for segment in strip.segments):
        held[column_of(segment.box, columns)].append(segment)
    return [
        Slot((left, band[0], right, band[1]), tuple(word for segment in column for word in segment.words))
        for (left, right), column in zip(pairwise(borders), held, strict=True)
    ]


def column_of(box: Box, columns: Sequence[Column]) -> int:
    """The column that the box covers: the first one of several, the nearest one if it covers none."""
    shares = [min(box[2], right) - max(box[0], left) for left, right in columns]
    covered = [place for place, (left, right) in enumerate(columns) if shares[place] >= 0.6 * (right - left)]
    if covered:
        return covered[0]
    best = max(range(len(columns)), key=lambda place: shares[place])
    return best if shares[best] > 0 else min(range(len(columns)), key=lambda place: abs(sum(columns[place]) - box[0] - box[2]))
