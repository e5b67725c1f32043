"""What was read of one page, whichever engine read it."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.model import Block, Box, Page, PageKind
from extractors.sheet import Sheet, turned

# A scan has a picture over most of the page and hardly more text than a stamp; the title on a cover's picture is more.
FEW_GLYPHS = 25
SCAN_COVER = 0.5
BLANK_GLYPHS = 1


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page, its lines and tables in reading order, and where on it the lines stand that were left out as furniture."""

    page: Page
    blocks: tuple[Block, ...]
    furniture: tuple[Box, ...] = ()


def unread(number: int) -> PageReading:
    """A page of which nothing could be read."""
    return PageReading(Page(number, 0.0, 0.0, PageKind.BLANK), ())


def kind_of(glyphs: int, covered: float) -> PageKind:
    """What a page is made of, by its signs other than spaces and the share of it that pictures cover."""
    if glyphs < FEW_GLYPHS and covered >= SCAN_COVER:
        return PageKind.SCAN
    return PageKind.DIGITAL if glyphs >= BLANK_GLYPHS else PageKind.BLANK


def on_sheet(box: Box | None, sheet: Sheet) -> Box:
    """A place on the page as it is printed, where it is on the sheet; what has no place is at the corner."""
    return turned(box or (0.0, 0.0, 0.0, 0.0), sheet.turn, *sheet.printed_size)


def top_of(block: Block, sheet: Sheet) -> tuple[float, float]:
    """Where it begins as the page is read; on a page whose text leans that is not where it begins on paper."""
    box = on_sheet(block.place.bbox, sheet)
    return box[1], box[0]
