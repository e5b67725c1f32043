"""Running headers, footers and page numbers: what comes back in the margins of many pages belongs to none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol, TypeAlias, TypeVar

from extractors.model import Block, Box, Page, TextLine
from extractors.rulings import is_in
from extractors.sheet import Sheet

# In points, and for a low page in shares of its height.
MARGIN = 108.0
MARGIN_SHARE = 0.18
# Share of the pages that were looked at; and how often something must stand at one height of all pages.
OFTEN = 0.3
FEWEST = 2
THRICE = 3
SAME_HEIGHT = 6.0
# So many pages, spread over the report, say what its running headers are; so many things side by side are a table's header.
LOOKED_AT = 12
FEWEST_SIDE_BY_SIDE = 3

_DIGITS = r"(?:[ivxl]{1,7}|\d{1,3})"
# `12`, `- iv -`, `Hal. 3/90`, `Bab III - 12`; `BAB III` alone is a heading.
_PAGE_NUMBER = re.compile(
    rf"\W*(?:(?:halaman|hal|page)\W*)?{_DIGITS}(?:\W{{1,3}}{_DIGITS})?\W*(?:page|halaman)?\W*|\W*bab\W*{_DIGITS}\W{{1,3}}{_DIGITS}\W*",
    re.IGNORECASE,
)


class Printed(Protocol):
    """A line of a page: its text, and where it is."""

    @property
    def text(self) -> str:
        """As printed, one space between words."""

    @property
    def box(self) -> Box:
        """On the sheet."""


Found = TypeVar("Found", bound=Printed)
# A text, by how much the number left out of it differs from the page's, and its height.
Mark: TypeAlias = tuple[str, int, int]

_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")


def repeated(pages: Sequence[tuple[Sheet, Sequence[Printed]]]) -> frozenset[Mark]:
    """The lines that come back at one height of the pages that were looked at, page numbers aside."""
    found = (
        {
            mark
            for line in lines
            if in_margin(line.box, sheet.height)
            for mark in _marks(line.text, _level(line.box, sheet.height), sheet.number)
        }
        for sheet, lines in pages
    )
    counted = Counter(mark for marks in found for mark in marks)
    needed = max(FEWEST, OFTEN * len(pages))
    return frozenset(mark for mark, count in counted.items() if count >= needed)


def is_furniture(line: Printed, sheet: Sheet, often: frozenset[Mark]) -> bool:
    """Whether the line is a running header or footer, or a page number alone."""
    if not in_margin(line.box, sheet.height):
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or comes_back(line, sheet, often)


def comes_back(line: Printed, sheet: Sheet, often: frozenset[Mark]) -> bool:
    """Whether other pages have it too, at one height, a page's own number aside; the line is in the margin."""
    level = _level(line.box, sheet.height)
    return level in _levels(often) and any(mark in often for mark in _marks(line.text, level, sheet.number))


@lru_cache(maxsize=8)
def _levels(often: frozenset[Mark]) -> frozenset[int]:
    """Where the lines that come back stand: few others in the margins stand there."""
    return frozenset(level for _, _, level in often)


def _level(box: Box, height: float) -> int:
    """How far it is from the nearer edge: a page that lies has its footer as far from the edge as one that stands."""
    below = height - box[3]
    return round(box[1] / SAME_HEIGHT) if box[1] < below else -1 - round(below / SAME_HEIGHT)


def _marks(text: str, level: int, page: int) -> Iterator[Mark]:
    """The text of a line in the margin, as it is and without a number that grows with the pages: that is the page's own."""
    text = " ".join(text.lower().split())
    yield text, 0, level
    for number in _NUMBER.finditer(text):
        yield text[: number.start()] + "#" + text[number.end() :], int(number.group()) - page, level


def margin_of(height: float) -> float:
    """How high the margins of a page of this height are."""
    return min(MARGIN, MARGIN_SHARE * height)


def in_margin(box: Box, height: float) -> bool:
    """Near the upper or the lower edge of the page."""
    margin = margin_of(height)
    return box[3] < margin or box[1] > height - margin


def outside(lines: Iterable[Found], boxes: Sequence[Box]) -> list[Found]:
    """The lines that stand in none of the boxes."""
    return [line for line in lines if not any(is_in(line.box, box) for box in boxes)]


# ------------------------------------------------------------------ once all pages are read

_UNMARKED: frozenset[Mark] = frozenset()


def cleared(blocks: Sequence[Block], pages: Sequence[Page]) -> list[Block]:
    """The blocks without what the first look missed: lines that say the same at one height of three pages or more."""
    sizes = {page.number: (page.width, page.height) for page in pages}
    marks = [_marks_of(block, sizes) for block in blocks]
    counted = Counter(mark for found in marks for mark in found)
    return [block for block, found in zip(blocks, marks, strict=True) if not any(counted[mark] >= THRICE for mark in found)]


def _marks_of(block: Block, sizes: dict[int, tuple[float, float]]) -> frozenset[Mark]:
    page, box = block.place.page, block.place.bbox
    if not isinstance(block, TextLine) or page is None or box is None:
        return _UNMARKED
    width, height = sizes[page]
    if box[3] - box[1] > box[2] - box[0]:  # a line that runs up or down the paper
        box, height = (box[1], box[0], box[3], box[2]), width
    return frozenset(_marks(block.text, _level(box, height), page)) if in_margin(box, height) else _UNMARKED
