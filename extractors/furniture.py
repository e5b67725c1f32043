"""Running headers, footers and page numbers: what stands in the margins of many pages belongs to none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.model import Box
from extractors.sheet import Sheet
from extractors.words import Line

# Shares of the page's height, and of the pages that were looked at.
MARGIN = 0.12
OFTEN = 0.3
FEWEST = 2

_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:halaman|hal|page|bab)\W*)?(?:[ivxl]{1,7}|\d{1,3})(?:\W{1,3}(?:[ivxl]{1,5}|\d{1,3}))?\W*(?:page|halaman)?\W*", re.IGNORECASE
)


def repeated(pages: Sequence[tuple[Sheet, Sequence[Line]]]) -> frozenset[str]:
    """The texts that come back in the margins of the pages that were looked at, with their digits left out."""
    counted = Counter(key for sheet, lines in pages for key in {_key(line) for line in lines if in_margin(line.box, sheet)})
    needed = max(FEWEST, OFTEN * len(pages))
    return frozenset(key for key, count in counted.items() if count >= needed and sum(letter.isalpha() for letter in key) >= 4)


def is_furniture(line: Line, sheet: Sheet, often: frozenset[str]) -> bool:
    """Whether the line is a running header or footer, or a page number alone."""
    return in_margin(line.box, sheet) and (_key(line) in often or bool(_PAGE_NUMBER.fullmatch(line.text)))


def in_margin(box: Box, sheet: Sheet) -> bool:
    """Near the upper or the lower edge of the sheet."""
    return box[3] < MARGIN * sheet.height or box[1] > (1 - MARGIN) * sheet.height


def _key(line: Line) -> str:
    return " ".join(_DIGITS.sub("#", line.text).lower().split())


def outside(lines: Iterable[Line], boxes: Sequence[Box]) -> list[Line]:
    """The lines that stand in none of the boxes."""
    return [line for line in lines if not any(_within(line.box, box) for box in boxes)]


def _within(box: Box, frame: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]
