"""Running headers, footers and page numbers: what comes back in the margins of many pages belongs to none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extractors.model import Block, Box, Page, TextLine
from extractors.rulings import is_in
from extractors.sheet import Sheet
from extractors.words import Line

# In points, and for a low page in shares of its height.
MARGIN = 108.0
MARGIN_SHARE = 0.18
# Share of the pages that were looked at; and how often something must stand at one height of all pages.
OFTEN = 0.3
FEWEST = 2
THRICE = 3
SAME_HEIGHT = 6.0

_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:halaman|hal|page|bab)\W*)?(?:[ivxl]{1,7}|\d{1,3})(?:\W{1,3}(?:[ivxl]{1,5}|\d{1,3}))?\W*(?:page|halaman)?\W*", re.IGNORECASE
)
_LAST_NUMBER = re.compile(r"\d{1,3}(?=\D*$)")


def repeated(pages: Sequence[tuple[Sheet, Sequence[Line]]]) -> frozenset[str]:
    """The texts that come back in the margins of the pages that were looked at, with their digits left out."""
    counted = Counter(key for sheet, lines in pages for key in {_key(line.text) for line in lines if in_margin(line.box, sheet.height)})
    needed = max(FEWEST, OFTEN * len(pages))
    return frozenset(key for key, count in counted.items() if count >= needed and sum(letter.isalpha() for letter in key) >= 4)


def is_furniture(line: Line, sheet: Sheet, often: frozenset[str]) -> bool:
    """Whether the line is a running header or footer, or a page number alone."""
    return in_margin(line.box, sheet.height) and (_key(line.text) in often or bool(_PAGE_NUMBER.fullmatch(line.text)))


def in_margin(box: Box, height: float) -> bool:
    """Near the upper or the lower edge of the page."""
    margin = min(MARGIN, MARGIN_SHARE * height)
    return box[3] < margin or box[1] > height - margin


def _key(text: str) -> str:
    return " ".join(_DIGITS.sub("#", text).lower().split())


def outside(lines: Iterable[Line], boxes: Sequence[Box]) -> list[Line]:
    """The lines that stand in none of the boxes."""
    return [line for line in lines if not any(is_in(line.box, box) for box in boxes)]


# ------------------------------------------------------------------ once all pages are read


def cleared(blocks: Sequence[Block], pages: Sequence[Page]) -> list[Block]:
    """The blocks without what the first look missed: lines that say the same at one height of three pages or more."""
    sizes = {page.number: (page.width, page.height) for page in pages}
    counted = Counter(mark for block in blocks for mark in _marks(block, sizes))
    return [block for block in blocks if not any(counted[mark] >= THRICE for mark in _marks(block, sizes))]


def _marks(block: Block, sizes: dict[int, tuple[float, float]]) -> Iterator[tuple[str, int, int]]:
    """The line's text and height; a number that grows with the pages is the page's own and says nothing."""
    page, box = block.place.page, block.place.bbox
    if not isinstance(block, TextLine) or page is None or box is None:
        return
    width, height = sizes[page]
    if box[3] - box[1] > box[2] - box[0]:  # a line that runs up or down the paper
        box, height = (box[1], box[0], box[3], box[2]), width
    if not in_margin(box, height):
        return
    text = " ".join(block.text.lower().split())
    level = round(box[1] / SAME_HEIGHT)
    yield text, 0, level
    if number := _LAST_NUMBER.search(text):
        yield text[: number.start()] + "#" + text[number.end() :], int(number.group()) - page, level
