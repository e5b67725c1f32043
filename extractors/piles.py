"""The lines of a cell as a pile: where its figures stand, where empty lines part it, which lines belong together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.grid import Slot
from extractors.values import goes_on, is_currency, is_enumerator, is_hole, is_value
from extractors.words import Line

# Shares of a line's height: what stands nearer than this is on one line; a step above this passes an empty line.
SAME_LINE = 0.65
EMPTY_LINE = 1.7
# Text may be set with wide leading: then an empty line is a step so many times as wide as the text's own.
LEADING = 1.25

Breaks = Callable[[Line, Line], bool]


@dataclass(frozen=True, slots=True)
class Pile:
    """A slot's lines, the heights at which its figures stand, how high a line is, and how wide a step to an entry of its own.

    `whole` is a cell merged over several rows: its lines are one text.
    """

    slot: Slot
    lines: tuple[Line, ...]
    starts: tuple[float, ...]
    height: float
    step: float
    whole: bool


def pile_of(place: int, slot: Slot, floor: float) -> Pile:
    """The slot of column `place` in a row that ends at `floor`."""
    lines = tuple(slot.lines)
    heights = sorted(line.box[3] - line.box[1] for line in lines)
    height = heights[len(heights) // 2] if heights else 8.0
    texts = [line.text for line in lines]
    figures = sum(is_value(text) or is_hole(text) for text in texts)
    numbers_rows = place == 0 and all(is_enumerator(text) for text in texts)
    whole = spans(slot, floor)
    starts = () if whole or 2 * figures < len(lines) or numbers_rows else tuple(_starts(lines, texts))
    return Pile(slot, lines, starts, height, EMPTY_LINE * height, whole)


def _starts(lines: Sequence[Line], texts: Sequence[str]) -> list[float]:
    return [middle(line) for place, line in enumerate(lines) if is_begun(texts, place)]


def is_begun(texts: Sequence[str], place: int) -> bool:
    """This line of a cell is a figure or a dash of its own: no remark, and not the rest of the figure above."""
    return _is_own(texts[place]) and not (place > 0 and goes_on(_above(texts, place), texts[place]))


def _above(texts: Sequence[str], place: int) -> str:
    """The line above, past a currency sign that stands half-way between two lines."""
    return next((text for text in reversed(texts[:place]) if not is_currency(text)), "")


def led(piles: Sequence[Pile]) -> list[Pile]:
    """The piles of a row, with steps as its leading asks for."""
    steps = [middle(line) - middle(above) for pile in piles if not pile.starts for above, line in pairwise(pile.lines)]
    leading = LEADING * min(steps, default=0.0)
    return [replace(pile, step=max(pile.step, leading)) if len(steps) > 1 else pile for pile in piles]


def spans(slot: Slot, floor: float) -> bool:
    """A cell merged over rows reaches below its row."""
    return slot.box[3] > floor + 4.0


def middle(line: Line) -> float:
    """The height at which a line stands."""
    return (line.box[1] + line.box[3]) / 2


def is_entry(line: Line) -> bool:
    """A figure or a dash that is no remark on another one."""
    return _is_own(line.text)


def _is_own(text: str) -> bool:
    """A figure in brackets below another one says something of it."""
    return (is_value(text) or is_hole(text)) and not text.startswith("(")


def apart(pile: Pile) -> Breaks:
    """Breaks where an empty line stands between two."""
    return lambda above, line: middle(line) - middle(above) > pile.step


def entries(pile: Pile) -> list[Line]:
    """The first line, and each that stands below an empty one."""
    return [part[0] for part in cut(pile, apart(pile))]


def cut(pile: Pile, breaks: Breaks) -> list[list[Line]]:
    """The lines in paragraphs."""
    found: list[list[Line]] = []
    for line in pile.lines:
        if found and not breaks(found[-1][-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found
