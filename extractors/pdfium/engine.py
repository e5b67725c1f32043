"""A PDF opened with pdfium, and its pages read: what is printed, then words, tables and lines."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version as version_of
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from extractors.base import Reading
from extractors.guard import of_page, quiet
from extractors.model import Block, Box, Page, Place, Table, TextLine
from extractors.pages import PageReading, kind_of, on_sheet
from extractors.pdfium.filled import inside
from extractors.pdfium.frame import Boxes
from extractors.pdfium.grids import Grids
from extractors.pdfium.gutters import between_tables, cut, of_prose, place_of
from extractors.pdfium.ink import Ink, Taken, ink_of, taken_from
from extractors.pdfium.page import Search
from extractors.pdfium.strips import Lines, leaning_on, lines_on
from extractors.pdfium.table import NAME, back
from extractors.pdfium.written import Places, Written, boxes_on_sheet, written_on
from extractors.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Pdfium:
    """The engine that reads what pdfium says is printed: every glyph with its box, every stroke."""

    name: str = NAME

    @property
    def version(self) -> str:
        """The version of the bindings, which say the version of pdfium."""
        return version_of("pypdfium2")

    def tables(self, path: Path, page: int) -> Reading:
        """The tables of one page."""

        def work() -> tuple[Table, ...]:
            with quiet(), opened(path) as report:
                return tuple(block for block in report.read(page).blocks if isinstance(block, Table))

        def nothing() -> tuple[Table, ...]:
            return ()

        return Reading(*of_page(path.name, page, work, nothing))


class Report:
    """An open PDF. Pages are counted from 1."""

    def __init__(self, path: Path, document: pypdfium2.PdfDocument) -> None:
        self.path, self._document = path, document

    def __len__(self) -> int:
        return len(self._document)

    def read(self, number: int) -> PageReading:
        """One page for itself: nothing is known of what other pages repeat."""
        return self.printed(number).reading()

    def printed(self, number: int) -> Printed:
        """What is printed on the page."""
        return self.printed_on(self.taken(number))

    def taken(self, number: int) -> Taken:
        """What pdfium says of the page; it stays valid when the report is closed, as does all that is made of it."""
        if not 1 <= number <= len(self):
            raise ValueError(f"Halaman {number} tidak ada; dokumen ini {len(self)} halaman.")
        page = raw.FPDF_LoadPage(self._document.raw, number - 1)
        if not page:
            raise pypdfium2.PdfiumError("Failed to load page.")
        try:
            return taken_from(page, number)
        finally:
            raw.FPDF_ClosePage(page)

    def printed_on(self, taken: Taken) -> Printed:
        """What is printed on the page: its words and its rulings."""
        ink = ink_of(taken)
        sheet = Sheet(self.path, ink.number, ink.width, ink.height, ink.turn, (), (), (), ink.covered)
        return Printed(ink, written_on(ink), sheet, Grids(ink.rules))


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Report]:
    """The file, open. Raises PdfiumError if pdfium cannot make anything of it."""
    document = pypdfium2.PdfDocument(path)
    try:
        yield Report(path, document)
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class Printed:
    """One page: its glyphs as words, its rulings, and what can be read of them.

    `sheet` is the page's size and turn, as the readers of tables ask for it.
    """

    ink: Ink
    written: Written
    sheet: Sheet
    grids: Grids

    def reading(self, dropped: Places | None = None) -> PageReading:
        """The page's tables and lines in reading order, without the words that were dropped."""
        kept = np.ones(len(self.written), bool)
        if dropped is not None:
            kept[dropped] = False
        free = kept.nonzero()[0]
        sheet = self.sheet
        tables, lines = Search((self.grids, self.ink.fills), self.written, free, sheet).tables()
        frames = [table.place.bbox for table in tables if table.place.bbox]
        gutters = of_prose(lines)
        if len(frames) > 1 or gutters:
            numbers = cut(lines, [*gutters, *between_tables([on_sheet(frame, sheet) for frame in frames])])
            lines = lines_on(self.written, lines.words, numbers)
        blocks: list[Block] = [*tables, *self._lines(lines, free, frames)]
        if tables or gutters:
            blocks.sort(key=lambda block: place_of(on_sheet(block.place.bbox, sheet), gutters))
        width, height = sheet.printed_size
        kind = kind_of(len(self.written.places), self.ink.covered)
        size, engine = (round(width, 2), round(height, 2)), NAME if tables else ""
        page = Page(sheet.number, *size, kind, self.ink.glyphs.printed, engine, undrawn=self.ink.undrawn)
        return PageReading(page, tuple(blocks))

    def _lines(self, lines: Lines, free: Places, frames: list[Box]) -> Iterator[TextLine]:
        """The lines outside the tables: upright ones, then those that lean, as far as they are in no table's frame on the printed page."""
        yield from self._text_lines(lines, lines.rows["box"])
        if self.written.leaning:
            placed = back(self.written.boxes[free], self.sheet)
            taken = np.zeros(len(free), bool)
            for frame in frames:
                taken |= inside(placed, frame)
            leaning = leaning_on(self.written, free[~taken])
            turns = self.written.turns[leaning.words[leaning.rows["start"]]]
            yield from self._text_lines(leaning, boxes_on_sheet(leaning.rows["box"], turns, self.sheet.width, self.sheet.height))

    def _text_lines(self, lines: Lines, boxes: Boxes) -> Iterator[TextLine]:
        """The lines, with their boxes on the sheet."""
        rows, places, page = lines.rows, lines.words.tolist(), self.sheet.number
        bold = 2 * rows["bold"] > rows["letters"]
        spans = zip(rows["start"].tolist(), rows["end"].tolist(), map(tuple, back(boxes, self.sheet).tolist()), bold.tolist(), strict=True)
        for start, end, box, heavy in spans:
            yield TextLine(self.written.says(places[start:end]), Place(page, None, box), heavy)
