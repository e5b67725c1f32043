"""A PDF opened with pdfium, and its pages read: what is printed, then words, tables and lines."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version as version_of
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from extractors.base import Reading
from extractors.guard import of_page, quiet
from extractors.model import Block, Box, Page, Place, Table, TextLine
from extractors.pages import PageReading, kind_of, top_of
from extractors.pdfium.filled import inside
from extractors.pdfium.ink import Ink, ink_of
from extractors.pdfium.page import Search
from extractors.pdfium.table import NAME, back
from extractors.pdfium.written import Places, Written, in_lines, written_on
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
        """What is printed on the page; it stays valid when the report is closed."""
        if not 1 <= number <= len(self):
            raise ValueError(f"Halaman {number} tidak ada; dokumen ini {len(self)} halaman.")
        page = raw.FPDF_LoadPage(self._document.raw, number - 1)
        if not page:
            raise pypdfium2.PdfiumError("Failed to load page.")
        try:
            ink = ink_of(page, number)
        finally:
            raw.FPDF_ClosePage(page)
        return Printed(self.path, ink, written_on(ink))


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Report]:
    """The file, open. Raises PdfiumError if pdfium cannot make anything of it."""
    document = pypdfium2.PdfDocument(path)
    try:
        yield Report(path, document)
    finally:
        document.close()


@dataclass(frozen=True)
class Printed:
    """One page: its glyphs as words, its rulings, and what can be read of them."""

    path: Path
    ink: Ink
    written: Written

    @cached_property
    def sheet(self) -> Sheet:
        """The page's size and turn, as the readers of tables ask for it."""
        ink = self.ink
        return Sheet(self.path, ink.number, ink.width, ink.height, ink.turn, (), (), (), ink.covered)

    @cached_property
    def all_words(self) -> Places:
        """Every word."""
        return np.arange(len(self.written.text))

    def reading(self, dropped: Places | None = None) -> PageReading:
        """The page's tables and lines in reading order, without the words that were dropped."""
        free = self.all_words if dropped is None or not len(dropped) else np.setdiff1d(self.all_words, dropped)
        sheet = self.sheet
        tables = Search(self.ink, self.written, free, sheet).tables() if len(free) else []
        lines = self.lines(free, [table.place.bbox for table in tables if table.place.bbox])
        blocks: list[Block] = sorted([*tables, *lines], key=lambda block: top_of(block, sheet)) if tables else list(lines)
        width, height = sheet.printed_size
        count = len(self.written.signs)
        engine = NAME if tables else ""
        page = Page(sheet.number, round(width, 2), round(height, 2), kind_of(count, self.ink.covered), len(self.ink.text), engine)
        return PageReading(page, tuple(blocks))

    def lines(self, free: Places, frames: list[Box]) -> list[TextLine]:
        """The lines outside the frames (which are places on the printed page)."""
        written, sheet = self.written, self.sheet
        boxes = written.boxes[free]
        if frames:
            placed = back(boxes, sheet)
            taken = np.zeros(len(free), bool)
            for frame in frames:
                taken |= inside(placed, frame)
            free, boxes = free[~taken], boxes[~taken]
        if not len(free):
            return []
        order, numbers = in_lines(written.flows[free], written.turns[free])
        chosen = free[order]
        starts = np.flatnonzero(np.diff(numbers, prepend=-1))
        boxes = written.boxes[chosen]
        hulls = np.concatenate([np.minimum.reduceat(boxes[:, :2], starts), np.maximum.reduceat(boxes[:, 2:], starts)], axis=1)
        weights = np.diff(written.offsets)[chosen]
        bold = np.add.reduceat(weights * written.bold[chosen], starts) * 2 > np.add.reduceat(weights, starts)
        words = [written.text[place] for place in chosen.tolist()]
        bounds = [*starts.tolist(), len(words)]
        places = zip(bounds, bounds[1:], back(hulls, sheet).tolist(), bold.tolist(), strict=False)
        return [
            TextLine(" ".join(words[start:end]), Place(sheet.number, None, (x0, y0, x1, y1)), heavy)
            for start, end, (x0, y0, x1, y1), heavy in places
        ]
