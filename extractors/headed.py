"""Tables of which only the header is set off, by rules above and below it or in bold: rows from the empty lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from extractors.grid import Slot, around
from extractors.model import Box
from extractors.named import is_over, named_columns
from extractors.names import Column, header_rows
from extractors.rulings import bands, is_prose, is_tabular, same_ends
from extractors.segments import CAPTION, Segment, Strip, between, columns_of, is_contents
from extractors.stacked import separated
from extractors.values import has_separator

# Shares of a line's height: a gap above this ends the table, a line under a gap above that is a heading if it is bold, and so much higher
# than the rows is a line of the text.
END_GAP = 4.5
HEADING_GAP = 2.0
LARGER = 1.15
MOST_HEADER_LINES = 10
LOWEST_HEADER = 130.0
INSET = 6.0
FEWEST_NAMED_ROWS = 2
FEWEST_NAMES = 3
FEWEST_FULL = 3
FEWEST_WORDED = 4


def headed(strips: Sequence[Strip], flat: Sequence[Box]) -> Iterator[list[list[Slot]]]:
    """Every table that begins with lines between two horizontal rules of one length, and goes on below them."""
    done: list[Box] = []
    for above, below in bands(flat):
        if any(top < above[1] < bottom and above[0] < right and above[2] > left for left, top, right, bottom in done):
            continue  # a rule between two rows of a table that has its header
        within = between(strips, above[0] - INSET, above[2] + INSET)
        head = [strip for strip in within if above[1] < strip.middle < below[1] and _is_under(strip, above)]
        if below[1] - above[1] > LOWEST_HEADER or not 1 <= len(head) <= MOST_HEADER_LINES or not _is_header(head, above):
            continue
        body = _body([strip for strip in within if strip.middle > below[1] and _is_under(strip, above)], below, _end(below, flat, within))
        for rows in _table(head, body, above):
            done.append(around(rows))
            yield rows


def _end(below: Box, flat: Sequence[Box], strips: Sequence[Strip]) -> float | None:
    """The height of the table's last rule, if there is one: rules may lie between its rows too."""
    rules = [rule[1] for rule in flat if rule[1] > below[1] + INSET and same_ends(below, rule)]
    for upper, lower in pairwise(rules):
        if not is_tabular([strip for strip in strips if upper < strip.middle < lower], below[2] - below[0]):
            return upper
    return rules[-1] if rules else None


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
        head = strips[first : last + 1]
        if not _is_believable(head, body):
            body = _under_names(head, body)
        if body and len(head) <= MOST_HEADER_LINES:
            taken = last + len(body)
            yield from _table(head, body, frame)


def _width(strips: Sequence[Strip]) -> float:
    return max(strip.box[2] for strip in strips) - min(strip.box[0] for strip in strips)


def _is_bold(strip: Strip) -> bool:
    return all(word.bold for segment in strip.segments for word in segment.words)


def _is_believable(head: Sequence[Strip], body: Sequence[Strip]) -> bool:
    """Figures beside names on two lines, in the columns that the header names."""
    rows = [strip for strip in body if strip.tabular]
    names = columns_of(head)
    fitting = [strip for strip in rows if 2 <= len(strip.segments) <= len(names) + 1]
    return len(rows) >= FEWEST_NAMED_ROWS and len(names) >= FEWEST_NAMES and len(fitting) == len(rows) and not is_contents(rows)


def _under_names(head: Sequence[Strip], body: Sequence[Strip]) -> list[Strip]:
    """The lines in which every text stands under one of many names, most of them with texts side by side; none, if those are few."""
    names = columns_of(head)
    under = [strip for strip in takewhile(lambda strip: _fits(strip, names), body)]
    several = sum(len(strip.segments) > 1 for strip in under)
    return under if len(names) >= FEWEST_WORDED and several >= FEWEST_FULL and 2 * several > len(under) and not is_contents(under) else []


def _fits(strip: Strip, names: Sequence[Column]) -> bool:
    places = [[place for place, name in enumerate(names) if is_over((part.box[0], part.box[2]), name)] for part in strip.segments]
    return all(len(over) == 1 for over in places) and len({over[0] for over in places}) == len(places)


def _table(head: Sequence[Strip], body: Sequence[Strip], above: Box) -> Iterator[list[list[Slot]]]:
    body = _trimmed(body)
    columns = named_columns(head, body, (above[0], above[2]))
    if len(columns) < 2 or not body or _is_formula([*head, *body]) or not (_is_side_by_side(body) or _are_names(head)):
        return
    floor = body[0].box[1]
    names = _slots(head, columns, above, (above[1], floor))
    if _is_line_by_line(body, columns):
        rows = [_slots([strip], columns, above, (strip.box[1], strip.box[3])) for strip in body]
    else:
        rows = separated(_slots(body, columns, above, (floor, body[-1].box[3])))
    yield [*header_rows(names), *rows]


def _is_side_by_side(body: Sequence[Strip]) -> bool:
    return any(len(strip.segments) > 1 for strip in body)


def _is_formula(strips: Sequence[Strip]) -> bool:
    """A fraction's rule with lines above and below it: an equals sign stands by itself."""
    return any(part.text.endswith("=") for strip in strips for part in strip.segments)


def _is_line_by_line(body: Sequence[Strip], columns: Sequence[Column]) -> bool:
    """Many columns with something in each of them on every line, or where no text goes on below because it found no room."""
    if min(len(columns), len(body)) < FEWEST_FULL or any(strip.segments[0].text[0].islower() for strip in body):
        return False
    held = [{column_of(part.box, columns): part for part in strip.segments} for strip in body]
    if all(len(parts) == len(columns) for parts in held):
        return True
    ends = dict(enumerate(left for left, _ in columns[1:]))
    pairs = [(place, above[place], below[place]) for above, below in pairwise(held) for place in ends if place in above and place in below]
    room = all(above.box[2] + _first(below) + above.words[0].size < ends[place] for place, above, below in pairs)
    return room and bool(pairs) and all(len(parts) > 1 for parts in held)


def _first(part: Segment) -> float:
    """How wide its first word is."""
    return part.words[0].box[2] - part.words[0].box[0]


def _are_names(head: Sequence[Strip]) -> bool:
    """The header of a row that goes on overleaf in one column; a formula has signs in between, and a chart's values are figures."""
    return all(any(letter.isalpha() for letter in part.text) for strip in head for part in strip.segments)


def _trimmed(body: Sequence[Strip]) -> list[Strip]:
    """The lines without what stands alone below the table, in larger type or over several columns: the text goes on there."""
    kept = list(body)
    while len(kept) > 1 and len(kept[-1].segments) == 1 and (_is_larger(kept[-1], kept) or _is_across(kept[-1], kept[:-1])):
        kept.pop()
    return kept


def _is_larger(strip: Strip, body: Sequence[Strip]) -> bool:
    sizes = [other.size for other in body if len(other.segments) > 1]
    return bool(sizes) and strip.size > LARGER * max(sizes)


def _is_across(strip: Strip, rows: Sequence[Strip]) -> bool:
    left, _, right, _ = strip.box
    shares = ((min(right, end) - max(left, start), end - start) for start, end in columns_of(rows))
    return sum(covered > min(INSET, width / 2) for covered, width in shares) > 1


def _is_under(strip: Strip, rule: Box) -> bool:
    return strip.box[0] >= rule[0] - INSET and strip.box[2] <= rule[2] + INSET


def _is_header(head: Sequence[Strip], rule: Box) -> bool:
    """Two names side by side; no paragraph, no caption between the rules of two tables, no amounts between the lines of a chart."""
    prose = any(is_prose(strip, rule[2] - rule[0]) or CAPTION.match(strip.segments[0].text) for strip in head)
    amounts = all(part.figure and has_separator(part.text) for strip in head for part in strip.segments)
    return not prose and not amounts and any(len(strip.segments) >= 2 for strip in head)


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
