"""Several logical rows inside one ruled row: told apart by the figures that stand on lines of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.grid import Slot
from extractors.model import Box
from extractors.values import is_enumerator, is_hole, is_value, starts_item
from extractors.words import Line

# Shares of a line's height: figures nearer than this stand on one line; a gap above this is an empty line.
SAME_LINE = 0.6
EMPTY_LINE = 1.6
# If so many of a column's lines stand beside figures, each of those is an entry of its own.
MOST = 0.7
SHORT = 4

Breaks = Callable[[Line, Line], bool]


@dataclass(frozen=True, slots=True)
class Pile:
    """A slot's lines, and the heights at which its figures stand."""

    slot: Slot
    lines: tuple[Line, ...]
    starts: tuple[float, ...]
    height: float


def unstacked(rows: list[list[Slot]]) -> list[list[Slot]]:
    """The rows, those with several figures on top of each other taken apart."""
    return [part for row in rows for part in _parts(row)]


def separated(row: list[Slot]) -> list[list[Slot]]:
    """The rows of a table without rules, given as one: each begins where in some column an entry begins after an empty line."""
    floor = min(slot.box[3] for slot in row)
    piles = [pile_of(place, slot, floor) for place, slot in enumerate(row)]
    slack = SAME_LINE * max((pile.height for pile in piles if pile.lines), default=8.0)
    starts = [middle(line) for pile in piles for line in _entries(pile)]
    tops = _clustered([*starts, *(top for pile in piles for top in pile.starts)], slack)
    return _taken_apart(piles, tops, [cut(pile, is_apart) for pile in piles]) if len(tops) > 1 else [row]


def _entries(pile: Pile) -> list[Line]:
    """The first line, and each that stands below an empty one."""
    return [line for above, line in zip((None, *pile.lines), pile.lines, strict=False) if above is None or is_apart(above, line)]


def _parts(row: list[Slot]) -> list[list[Slot]]:
    floor = min(slot.box[3] for slot in row)
    piles = [pile_of(place, slot, floor) for place, slot in enumerate(row)]
    tops = _clustered((top for pile in piles for top in pile.starts), _slack(piles))
    if len(tops) < 2 or not _is_stack(piles, tops):
        return [row]
    return _taken_apart(piles, tops, [_paragraphs(pile, tops, floor) for pile in piles])


def _taken_apart(piles: Sequence[Pile], tops: list[float], paragraphs: Sequence[list[list[Line]]]) -> list[list[Slot]]:
    headings = [middle(part[0]) for pile, parts in zip(piles, paragraphs, strict=True) for part in _headings(pile, parts, tops)]
    tops = _clustered([*tops, *headings], _slack(piles))
    taken = [_dealt(pile, parts, tops) for pile, parts in zip(piles, paragraphs, strict=True)]
    return [[column[part] for column in taken] for part in range(len(tops))]


def pile_of(place: int, slot: Slot, floor: float) -> Pile:
    lines = tuple(slot.lines)
    heights = sorted(line.box[3] - line.box[1] for line in lines)
    height = heights[len(heights) // 2] if heights else 8.0
    texts = [line.text for line in lines]
    values = [is_value(text) or is_hole(text) for text in texts]
    numbers_rows = place == 0 and all(is_enumerator(text) for text in texts)
    if spans(slot, floor) or 2 * sum(values) < len(lines) or numbers_rows:
        return Pile(slot, lines, (), height)
    return Pile(
        slot, lines, tuple(middle(line) for line, value in zip(lines, values, strict=True) if value and not is_remark(line)), height
    )


def spans(slot: Slot, floor: float) -> bool:
    """A cell merged over rows reaches below its row."""
    return slot.box[3] > floor + 4.0


def middle(line: Line) -> float:
    """The height at which a line stands."""
    return (line.box[1] + line.box[3]) / 2


def is_entry(line: Line) -> bool:
    """A figure or a dash that is no remark on another one."""
    return (is_value(line.text) or is_hole(line.text)) and not is_remark(line)


def is_remark(line: Line) -> bool:
    """A figure in brackets below another one says something of it."""
    return line.text.startswith("(")


def is_apart(above: Line, line: Line) -> bool:
    """An empty line stands between the two."""
    return middle(line) - middle(above) > EMPTY_LINE * (line.box[3] - line.box[1])


def _slack(piles: Sequence[Pile]) -> float:
    return SAME_LINE * max((pile.height for pile in piles if pile.starts), default=8.0)


def _clustered(heights: Iterable[float], slack: float) -> list[float]:
    tops: list[float] = []
    for height in sorted(heights):
        if not tops or height - tops[-1] > slack:
            tops.append(height)
    return tops


def _is_stack(piles: Sequence[Pile], tops: Sequence[float]) -> bool:
    """Two columns agree, or empty lines were typed between the figures: a number broken over two lines shows neither."""
    agreeing = sum(len(pile.starts) >= 2 for pile in piles)
    height = max(pile.height for pile in piles if pile.starts)
    apart = all(below - above > EMPTY_LINE * height for above, below in pairwise(tops))
    return agreeing >= 2 or (agreeing == 1 and apart)


# ------------------------------------------------------------------ the text beside the figures


def _paragraphs(pile: Pile, tops: Sequence[float], floor: float) -> list[list[Line]]:
    """Lines that belong together: a merged cell's all, a figure's its own, of text those of one entry."""
    if spans(pile.slot, floor):
        return [list(pile.lines)] if pile.lines else []
    return cut(pile, _breaks(pile, tops))


def cut(pile: Pile, breaks: Breaks) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in pile.lines:
        if found and not breaks(found[-1][-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _breaks(pile: Pile, tops: Sequence[float]) -> Breaks:
    """What begins a new entry in this column."""
    slack = SAME_LINE * pile.height
    beside = [line for line in pile.lines if any(abs(middle(line) - top) <= slack for top in tops)]

    if pile.starts:
        return lambda above, line: is_apart(above, line) or (line in beside and is_entry(line))
    if pile.lines and starts_item(pile.lines[0].text):
        return lambda above, line: is_apart(above, line) or starts_item(line.text)
    begun = [line for line in beside if not line.text[:1].islower()]
    if len(begun) == len(tops) or len(begun) >= MOST * len(pile.lines) > 1:
        return lambda above, line: line in begun or is_apart(above, line)
    return is_apart


def _headings(pile: Pile, paragraphs: Sequence[list[Line]], tops: Sequence[float]) -> list[list[Line]]:
    """Entries beside which no figure stands: rows of their own."""
    if pile.starts or len(paragraphs) < 2:
        return []
    return [part for part in paragraphs if _beside(part, tops, pile.height) is None and sum(len(line.text) for line in part) >= SHORT]


def _beside(paragraph: Sequence[Line], tops: Sequence[float], height: float) -> int | None:
    slack = SAME_LINE * height
    upper, lower = middle(paragraph[0]) - slack, middle(paragraph[-1]) + slack
    return next((place for place, top in enumerate(tops) if upper <= top <= lower), None)


def _dealt(pile: Pile, paragraphs: Sequence[list[Line]], tops: Sequence[float]) -> list[Slot]:
    """The paragraphs, dealt to the logical rows."""
    parts: list[list[Line]] = [[] for _ in tops]
    for paragraph in paragraphs:
        place = _beside(paragraph, tops, pile.height)
        if place is None:
            place = min(range(len(tops)), key=lambda part: abs(tops[part] - middle(paragraph[0])))
        parts[place] += paragraph
    slack = SAME_LINE * pile.height
    return [
        Slot(_band(pile.slot.box, tops, part, slack), tuple(word for line in lines for word in line.words))
        for part, lines in enumerate(parts)
    ]


def _band(box: Box, tops: Sequence[float], part: int, slack: float) -> Box:
    upper = box[1] if part == 0 else tops[part] - slack
    lower = box[3] if part == len(tops) - 1 else tops[part + 1] - slack
    return box[0], upper, box[2], max(lower, upper)
