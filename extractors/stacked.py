"""Several logical rows inside one ruled row: told apart by the figures that stand on lines of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from extractors.counted import counted
from extractors.grid import Slot
from extractors.model import Box
from extractors.piles import EMPTY_LINE, SAME_LINE, Breaks, Pile, apart, cut, entries, is_begun, is_entry, led, middle, pile_of
from extractors.values import is_enumerator, is_hole, is_value, starts_item
from extractors.words import Line

# If so many of a column's lines stand beside figures, each of those is an entry of its own.
MOST = 0.7
SHORT = 4
# In points: lines that stand so much on one level were set beside each other.
LEVEL = 1.5
SET_OFF = 1.08
MANY = 3
FEWEST_FIGURES = 2


def unstacked(rows: list[list[Slot]]) -> list[list[Slot]]:
    """The rows, those with several figures on top of each other taken apart."""
    return [part for row in rows for part in (_parts(row) if _may_be_several(row) else [row])]


def _may_be_several(row: Sequence[Slot]) -> bool:
    """Two figures stand in one cell on lines of their own; only then is a closer look worth its time."""
    return any(len(slot.words) >= FEWEST_FIGURES and are_stacked([line.text for line in slot.lines]) for slot in row)


def are_stacked(texts: Sequence[str]) -> bool:
    """Two of a cell's lines or more are figures of their own, and most of them are figures."""
    if len(texts) < FEWEST_FIGURES or sum([is_value(text) or is_hole(text) for text in texts]) < max(FEWEST_FIGURES, len(texts) / 2):
        return False
    return sum(is_begun(texts, place) for place in range(len(texts))) >= FEWEST_FIGURES


def separated(row: list[Slot]) -> list[list[Slot]]:
    """The rows of a table without rules, given as one.

    Where empty lines part the figures, each row begins in some column below an empty line; elsewhere with its figures.
    """
    floor = min(slot.box[3] for slot in row)
    piles = [pile_of(place, slot, floor) for place, slot in enumerate(row)]
    slack = SAME_LINE * max((pile.height for pile in piles if pile.lines), default=8.0)
    tops = [middle(line) for pile in piles for line in entries(pile)]
    if not _are_parted(piles):
        tops = _clustered([*tops, *(top for pile in piles for top in pile.starts)], slack)
        breaks = [_breaks(pile, tops) for pile in piles]
    else:
        close = _clustered((top for pile in piles for top in _close_figures(pile)), slack)
        names = takewhile(lambda pile: not pile.starts, piles)
        named = [middle(line) for pile in names for line in entries(pile)]
        nameless = [top for top in close if not _is_near(top, named, slack)]
        tops = _clustered([*tops, *close], slack)
        breaks = [_parting(pile, close if pile.starts else nameless) for pile in piles]
    if len(tops) < 2:
        return [row]
    return _taken_apart(piles, tops, [cut(pile, at) for pile, at in zip(piles, breaks, strict=True)])


def _close_figures(pile: Pile) -> list[float]:
    """Figures right below a figure: rows of their own, though no empty line is between."""
    pairs = pairwise(pile.lines) if pile.starts else ()
    return [middle(line) for above, line in pairs if middle(above) in pile.starts and middle(line) in pile.starts]


def _parting(pile: Pile, close: Sequence[float]) -> Breaks:
    """Breaks at empty lines, and beside a figure that is right below another and has no name yet."""
    parted, slack = apart(pile), SAME_LINE * pile.height
    return lambda above, line: parted(above, line) or (_is_near(middle(line), close, slack) and not line.text[:1].islower())


def _are_parted(piles: Sequence[Pile]) -> bool:
    """Empty lines stand between most figures; in a table without figures, between any two lines."""
    columns = [pile for pile in piles if pile.starts] or list(piles)
    pairs = [apart(pile)(above, line) for pile in columns for above, line in pairwise(pile.lines)]
    return 2 * sum(pairs) >= len(pairs) if any(pile.starts for pile in piles) else any(pairs)


def _parts(row: list[Slot]) -> list[list[Slot]]:
    floor = min(slot.box[3] for slot in row)
    piles = led([pile_of(place, slot, floor) for place, slot in enumerate(row)])
    tops = _clustered((top for pile in piles for top in pile.starts), _slack(piles))
    if len(tops) < 2:
        return [row]
    numbers = _row_numbers(piles[0], tops)
    beside = len(tops) <= max(len(pile.starts) for pile in piles)
    by_count = counted(piles)
    if beside and _is_stack(piles, tops):
        rows = _taken_apart(piles, tops, [_paragraphs(pile, tops, numbers) for pile in piles])
        return by_count if by_count and _lacks_names(piles, rows) else rows
    if by_count:
        return by_count
    return _taken_apart(piles, tops, [_paragraphs(pile, tops, numbers) for pile in piles]) if _is_stack(piles, tops) else [row]


def _row_numbers(pile: Pile, tops: Sequence[float]) -> list[float]:
    """The heights of the rows' own numbers in the first column, of those that stand beside a figure."""
    if not all(is_enumerator(line.text) for line in pile.lines):
        return []
    return [height for height in map(middle, pile.lines) if _is_near(height, tops, LEVEL)]


def _lacks_names(piles: Sequence[Pile], rows: Sequence[Sequence[Slot]]) -> bool:
    """A row has figures and no name, though the names are numbered: they have drifted from their figures."""
    marked = [place for place, pile in enumerate(piles) if sum(starts_item(line.text) for line in pile.lines) >= FEWEST_FIGURES]
    return any(not row[place].words for place in marked for row in rows)


def _taken_apart(piles: Sequence[Pile], tops: list[float], paragraphs: Sequence[list[list[Line]]]) -> list[list[Slot]]:
    headings = [middle(part[0]) for pile, parts in zip(piles, paragraphs, strict=True) for part in _headings(pile, parts, tops)]
    tops = _clustered([*tops, *headings], _slack(piles))
    taken = [_dealt(pile, parts, tops) for pile, parts in zip(piles, paragraphs, strict=True)]
    return [[column[part] for column in taken] for part in range(len(tops))]


def _slack(piles: Sequence[Pile]) -> float:
    return SAME_LINE * max((pile.height for pile in piles if pile.starts), default=8.0)


def _clustered(heights: Iterable[float], slack: float) -> list[float]:
    tops: list[float] = []
    for height in sorted(heights):
        if not tops or height - tops[-1] > slack:
            tops.append(height)
    return tops


def _is_stack(piles: Sequence[Pile], tops: Sequence[float]) -> bool:
    """Two columns agree, or empty lines were typed between the figures; and the names beside them begin anew with them.

    A number broken over two lines shows neither.
    """
    agreeing = sum(len(pile.starts) >= 2 for pile in piles)
    height = max(pile.height for pile in piles if pile.starts)
    spread_out = all(below - above > EMPTY_LINE * height for above, below in pairwise(tops))
    if _is_line_by_line(piles, tops) or _are_many(piles, tops):
        return True
    return (agreeing >= 2 or (agreeing == 1 and spread_out)) and _are_named(piles, tops)


def _are_many(piles: Sequence[Pile], tops: Sequence[float]) -> bool:
    """Three columns or more have figures side by side on many lines: a number in a narrow column is broken over two or three."""
    slack = _slack(piles)
    crowded = sum(sum(_is_near(top, pile.starts, slack) for pile in piles) >= MANY for top in tops)
    return crowded > MANY and 2 * crowded >= len(tops)


def _is_line_by_line(piles: Sequence[Pile], tops: Sequence[float]) -> bool:
    """Every column has as many lines, side by side, none of which goes on from the one above."""
    filled = [pile for pile in piles if pile.lines]
    if len(filled) < 2 or not any(len(pile.starts) == len(pile.lines) for pile in filled):
        return False
    slack = _slack(piles)
    return all(
        len(pile.lines) == len(tops)
        and all(abs(middle(line) - top) <= slack for line, top in zip(pile.lines, tops, strict=True))
        and all(is_entry(line) or line.text[:1].isupper() or starts_item(line.text) for line in pile.lines)
        for pile in filled
    )


def _are_named(piles: Sequence[Pile], tops: Sequence[float]) -> bool:
    """Beside most figures below the first an entry begins: after an empty line any text may, on the next line only a marked one."""
    names = [pile for pile in piles if not pile.starts]
    same, height = _slack(piles), _slack(piles) / SAME_LINE
    lines = [middle(line) for pile in names for line in pile.lines if not line.text[:1].islower()]
    marked = [middle(line) for pile in names for line in pile.lines if starts_item(line.text) or is_enumerator(line.text)]
    begun = marked + [middle(line) for pile in names for line in entries(pile) if not line.text[:1].islower()]
    units = [middle(line) for pile in names for line in pile.lines if all(_is_near(middle(other), tops, same) for other in pile.lines)]
    named = 0
    for above, top in pairwise(tops):
        if top - above > EMPTY_LINE * height:
            named += _is_near(top, lines, same) or _is_near(top, begun, EMPTY_LINE * height)
        else:
            named += _is_near(top, marked, same) or _is_near(top, units, same)
    return 10 * named >= 7 * (len(tops) - 1)


def _is_near(height: float, others: Sequence[float], reach: float) -> bool:
    return any(abs(other - height) <= reach for other in others)


# ------------------------------------------------------------------ the text beside the figures


def _paragraphs(pile: Pile, tops: Sequence[float], numbers: Sequence[float]) -> list[list[Line]]:
    """Lines that belong together: a merged cell's all, a figure's its own, of text those of one entry."""
    if pile.whole:
        return [list(pile.lines)] if pile.lines else []
    return cut(pile, _breaks(pile, tops, numbers))


def _breaks(pile: Pile, tops: Sequence[float], numbers: Sequence[float] = ()) -> Breaks:
    """What begins a new entry in this column; `numbers` are the heights of the rows' own numbers."""
    parted = apart(pile)
    slack = SAME_LINE * pile.height
    beside = [line for line in pile.lines if any(abs(middle(line) - top) <= slack for top in tops)]
    if pile.starts:
        return lambda above, line: parted(above, line) or (line in beside and is_entry(line))
    if pile.lines and starts_item(pile.lines[0].text):
        return lambda above, line: parted(above, line) or starts_item(line.text) or _is_near(middle(line), numbers, LEVEL)
    level = [line for line in beside if _is_near(middle(line), tops, LEVEL)]
    if MANY <= len(level) == len(tops) < len(pile.lines) and _are_set_off(pile, level):
        return lambda above, line: line in level or parted(above, line)
    begun = [line for line in beside if not line.text[:1].islower()]
    if len(begun) != len(tops) and not len(begun) >= MOST * len(pile.lines) > 1:
        begun = [line for line in beside if starts_item(line.text)]
    return lambda above, line: line in begun or parted(above, line)


def _are_set_off(pile: Pile, level: Sequence[Line]) -> bool:
    """More white stands above most of these lines than between the lines of one text."""
    steps = [(middle(line) - middle(above), line in level) for above, line in pairwise(pile.lines)]
    usual = SET_OFF * min(step for step, _ in steps)
    begun = [step > usual for step, begins in steps if begins]
    return 2 * sum(begun) > len(begun)


def _headings(pile: Pile, paragraphs: Sequence[list[Line]], tops: Sequence[float]) -> list[list[Line]]:
    """Entries beside which no figure stands: rows of their own."""
    if pile.starts or len(paragraphs) < 2:
        return []
    homes = _homes(pile, paragraphs, tops)
    lengths = (sum(len(line.text) for line in part) for part in paragraphs)
    return [part for part, home, length in zip(paragraphs, homes, lengths, strict=True) if home is None and length >= SHORT]


def _homes(pile: Pile, paragraphs: Sequence[list[Line]], tops: Sequence[float]) -> Sequence[int | None]:
    """The row beside which each paragraph stands; failing that, a row without a paragraph that stands a line off."""
    if pile.whole:
        return [0] * len(paragraphs)
    homes: list[int | None] = [_beside(paragraph, tops, SAME_LINE * pile.height) for paragraph in paragraphs]
    for place, paragraph in enumerate(paragraphs):
        if homes[place] is None:
            near = _beside(paragraph[:1], tops, EMPTY_LINE * pile.height)
            homes[place] = near if near not in homes else None
    return homes


def _beside(paragraph: Sequence[Line], tops: Sequence[float], slack: float) -> int | None:
    upper, lower = middle(paragraph[0]) - slack, middle(paragraph[-1]) + slack
    return next((place for place, top in enumerate(tops) if upper <= top <= lower), None)


def _dealt(pile: Pile, paragraphs: Sequence[list[Line]], tops: Sequence[float]) -> list[Slot]:
    """The paragraphs, dealt to the logical rows."""
    parts: list[list[Line]] = [[] for _ in tops]
    for paragraph, home in zip(paragraphs, _homes(pile, paragraphs, tops), strict=True):
        nearest = min(range(len(tops)), key=lambda part: abs(tops[part] - middle(paragraph[0])))
        parts[nearest if home is None else home] += paragraph
    slack = SAME_LINE * pile.height
    bands = [pile.slot.box if pile.whole and part == 0 else _band(pile.slot.box, tops, part, slack) for part in range(len(tops))]
    return [Slot(band, tuple(word for line in lines for word in line.words)) for band, lines in zip(bands, parts, strict=True)]


def _band(box: Box, tops: Sequence[float], part: int, slack: float) -> Box:
    upper = box[1] if part == 0 else tops[part] - slack
    lower = box[3] if part == len(tops) - 1 else tops[part + 1] - slack
    return box[0], upper, box[2], max(lower, upper)
