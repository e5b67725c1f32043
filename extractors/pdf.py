"""A PDF to a Document: its pages and their kinds, its lines and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from extractors.base import STAGE
from extractors.choose import Reader, reader_of
from extractors.furniture import Mark, cleared, in_margin, is_furniture, outside, repeated
from extractors.guard import of_page, problem, quiet
from extractors.model import Block, Category, Document, Page, PageKind, Place, Problem, Table, TextLine
from extractors.opening import Opened, opened
from extractors.plumber import cell_groups
from extractors.rulings import is_in
from extractors.segments import segments_of, strips_of
from extractors.sheet import Sheet, sheet_of, turned
from extractors.stitch import join
from extractors.words import Line, Word, hull, lines_of, words_of

# So many pages, spread over the report, say what its running headers are.
LOOKED_AT = 12
# A scan has a picture over most of the page and hardly more text than a stamp; the title on a cover's picture is more.
FEW_GLYPHS = 25
SCAN_COVER = 0.5
BLANK_GLYPHS = 1


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read of one page."""

    page: Page
    blocks: tuple[Block, ...]


def read_pdf(name: str, path: Path, sha256: str, engine: str = "auto") -> Document:
    """The whole report; what cannot be read of it is a problem. An engine that does not exist is a ValueError.

    A file that cannot be opened at all raises what its reader raises; `guard.attempt` makes a problem of that.
    """
    reader = reader_of(engine)
    with quiet(), opened(path) as pdf:
        often = _furniture(path, pdf.pages)
        read = [of_page(name, page.page_number, partial(_read, path, page, often, reader), partial(_unread, page)) for page in pdf.pages]
    pages = tuple(reading.page for reading, _ in read)
    faults = (fault for _, problems in read for fault in problems)
    return Document(
        name=name,
        sha256=sha256,
        kind="pdf",
        pages=pages,
        blocks=join(cleared([block for reading, _ in read for block in reading.blocks], pages)),
        problems=(*_damages(name, pdf), *_scans(name, pages), *faults),
    )


def _damages(name: str, pdf: Opened) -> Iterator[Problem]:
    if pdf.repaired:
        yield problem(name, Category.DAMAGED, "Berkas PDF rusak; yang masih utuh dibaca setelah susunannya diperbaiki.")
    elif pdf.truncated:
        yield problem(name, Category.DAMAGED, "Akhir berkas PDF hilang (mungkin terpotong saat diunduh); yang masih ada dibaca.")


def _unread(page: Any) -> PageReading:
    return PageReading(Page(page.page_number, 0.0, 0.0, PageKind.BLANK), ())


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
    lines = [line for line in lines_of(words) if in_margin(line.box, sheet.height) and len(segments_of(line)) < 3]
    if not lines:
        return []
    cells = [hull(cells) for cells in cell_groups(sheet, strips_of(words)) if len(cells) > 1]
    return outside(lines, cells)


def _read(path: Path, page: Any, often: frozenset[Mark], reader: Reader) -> PageReading:
    sheet = sheet_of(path, page)
    words = _body(sheet, often)
    tables = reader(sheet, words) if words else []
    lines = _lines(sheet, words, tables)
    blocks: list[Block] = sorted([*tables, *lines], key=lambda block: _top(block, sheet))
    width, height = sheet.printed_size
    engine = "+".join(sorted({table.engine for table in tables}))
    read = Page(sheet.number, round(width, 2), round(height, 2), _kind(sheet), len(sheet.glyphs), engine)
    return PageReading(read, tuple(blocks))


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


def _top(block: Block, sheet: Sheet) -> tuple[float, float]:
    """Where it begins as the page is read; on a page whose text leans that is not where it begins on paper."""
    box = turned(block.place.bbox or (0.0, 0.0, 0.0, 0.0), sheet.turn, *sheet.printed_size)
    return box[1], box[0]


def _kind(sheet: Sheet) -> PageKind:
    glyphs = sum(not glyph.text.isspace() for glyph in sheet.glyphs)
    if glyphs < FEW_GLYPHS and sheet.covered >= SCAN_COVER:
        return PageKind.SCAN
    return PageKind.DIGITAL if glyphs >= BLANK_GLYPHS else PageKind.BLANK


def _scans(name: str, pages: Sequence[Page]) -> Iterator[Problem]:
    """One problem for each run of scanned pages."""
    scanned = [page.number for page in pages if page.kind is PageKind.SCAN]
    for _, run in groupby(enumerate(scanned), key=lambda item: item[1] - item[0]):
        numbers = [number for _, number in run]
        where = f"Halaman {numbers[0]}" if len(numbers) == 1 else f"Halaman {numbers[0]} sampai {numbers[-1]}"
        every = len(numbers) == len(pages)
        yield Problem(
            document=name,
            stage=STAGE,
            category=Category.SCAN,
            message=f"{'Seluruh dokumen' if every else where} hasil pindai: hanya gambar, tanpa lapisan teks yang dapat dibaca.",
            advice="Mintalah berkas digital aslinya, atau jalankan OCR lebih dahulu, lalu periksa ulang.",
            page=numbers[0],
        )
