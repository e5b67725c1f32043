"""The pages of a PDF as pdfplumber opens it, for the engines that are asked for a second and a third opinion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from extractors.furniture import FEWEST_SIDE_BY_SIDE, LOOKED_AT, Mark, in_margin, is_furniture, outside, repeated
from extractors.guard import of_page
from extractors.model import Block, Box, Page, Place, Problem, Table, TextLine
from extractors.pages import PageReading, kind_of, top_of, unread
from extractors.plumber import cell_groups
from extractors.rulings import is_in
from extractors.segments import segments_of, strips_of
from extractors.sheet import Sheet, sheet_of
from extractors.words import Line, Word, hull, lines_of, words_of

# How the tables of a sheet are found among its words.
Reader = Callable[[Sheet, Sequence[Word]], list[Table]]


def read_pages(name: str, path: Path, pages: Sequence[Any], reader: Reader) -> list[tuple[PageReading, tuple[Problem, ...]]]:
    """Every page, and what could not be read of it."""
    often = _furniture(path, pages)
    return [of_page(name, page.page_number, partial(_read, path, page, often, reader), partial(unread, page.page_number)) for page in pages]


def _furniture(path: Path, pages: Sequence[Any]) -> frozenset[Mark]:
    step = max(len(pages) // LOOKED_AT, 1)
    looked = [of_page("", page.page_number, partial(_margins, path, page), lambda: None)[0] for page in pages[::step]]
    return repeated([margins for margins in looked if margins])


def _margins(path: Path, page: Any) -> tuple[Sheet, list[Line]]:
    sheet = sheet_of(path, page)
    return sheet, _margin_lines(sheet)


def _margin_lines(sheet: Sheet) -> list[Line]:
    """The lines in the margins that are not in a table: a table's header may come back at the top of each page.

    Three things side by side are a header of a table without rules.
    """
    words = words_of(sheet)
    lines = [line for line in lines_of(words) if in_margin(line.box, sheet.height) and len(segments_of(line)) < FEWEST_SIDE_BY_SIDE]
    if not lines:
        return []
    cells = [hull(cells) for cells in cell_groups(sheet, strips_of(words)) if len(cells) > 1]
    return outside(lines, cells)


def _read(path: Path, page: Any, often: frozenset[Mark], reader: Reader) -> PageReading:
    sheet = sheet_of(path, page)
    return reading_of(sheet, _body(sheet, often), reader)


def reading_of(sheet: Sheet, words: Sequence[Word], reader: Reader) -> PageReading:
    """A page by its sheet and the words on it that are no furniture: its tables, and the lines outside them."""
    tables = reader(sheet, words) if words else []
    lines = _lines(sheet, words, tables)
    blocks: list[Block] = sorted([*tables, *lines], key=lambda block: top_of(block, sheet))
    width, height = sheet.printed_size
    engine = "+".join(sorted({table.engine for table in tables}))
    glyphs = sum(not glyph.text.isspace() for glyph in sheet.glyphs)
    kind = kind_of(glyphs, sheet.covered)
    return PageReading(Page(sheet.number, round(width, 2), round(height, 2), kind, len(sheet.glyphs), engine), tuple(blocks))


def words_outside(sheet: Sheet, furniture: Sequence[Box]) -> list[Word]:
    """The words of the sheet that stand in none of these boxes of the page as printed."""
    return [word for word in words_of(sheet) if not any(is_in(sheet.back(word.box), box) for box in furniture)]


def _body(sheet: Sheet, often: frozenset[Mark]) -> list[Word]:
    """The words of the sheet without those of its furniture."""
    words = words_of(sheet)
    dropped = {id(word) for line in lines_of(words) if is_furniture(line, sheet, often) for word in line.words}
    return [word for word in words if id(word) not in dropped]


def _lines(sheet: Sheet, words: Sequence[Word], tables: Sequence[Table]) -> Iterator[TextLine]:
    boxes = [table.place.bbox for table in tables if table.place.bbox]
    free = [word for word in words if not any(is_in(sheet.back(word.box), box) for box in boxes)]
    for line in lines_of(free):
        yield TextLine(line.text, Place(page=sheet.number, bbox=sheet.back(line.box)), line.bold)
