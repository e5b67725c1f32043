"""Another engine's opinion of the pages whose tables do not look like tables; the reading that looks better is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from extractors.base import checked
from extractors.camelot import Camelot
from extractors.guard import of_page
from extractors.looks import GOOD, Looks, looks_of
from extractors.model import Table
from extractors.opening import opened
from extractors.pages import PageReading
from extractors.plumbed import Reader, reading_of, words_outside
from extractors.plumber import Plumber
from extractors.sheet import Sheet, sheet_of
from extractors.words import Word

# Another reading must look better by this.
MARGIN = 0.05
# So many pages of a document are read once more, the worst ones: each takes some forty times as long as the first time.
MOST_ASKED = 30


def reader_of(engine: str) -> Reader:
    """How one of the slower engines finds the tables of a sheet; a name that means none is a ValueError."""
    readers: dict[str, Reader] = {"pdfplumber": Plumber().tables_on, "camelot": _camelot}
    return readers[checked(engine)]


def _camelot(sheet: Sheet, words: Sequence[Word]) -> list[Table]:
    """By its rules; where camelot sees none, by the columns of text."""
    return Camelot("lattice").tables_on(sheet, words) or Camelot("hybrid").tables_on(sheet, words)


def reconsidered(path: Path, readings: Sequence[PageReading]) -> list[PageReading]:
    """The pages of a file, those that look least like tables as the engine reads them that makes most of them."""
    seen = [_Seen(reading, looks_of(reading.blocks)) for reading in readings]
    doubtful = sorted((page for page in seen if page.looks.score < GOOD), key=lambda page: page.looks.score)[:MOST_ASKED]
    if not doubtful:
        return list(readings)
    nothing: dict[int, PageReading] = {}
    try:
        chosen, _ = of_page("", 0, partial(_asked, path, len(readings), doubtful), lambda: nothing)
    except MemoryError:  # enough for the first engine
        return list(readings)
    return [chosen.get(reading.page.number, reading) for reading in readings]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A reading of a page and how it looks."""

    reading: PageReading
    looks: Looks

    @property
    def number(self) -> int:
        """Of the page."""
        return self.reading.page.number


def _asked(path: Path, count: int, doubtful: Sequence[_Seen]) -> dict[int, PageReading]:
    """The doubtful pages as they are to be read; nothing if the file's pages cannot be told to be the same ones."""
    with opened(path) as pdf:
        if pdf.repaired or len(pdf.pages) != count:
            return {}
        return {first.number: _best(path, pdf.pages[first.number - 1], first) for first in doubtful}


def _best(path: Path, page: Any, first: _Seen) -> PageReading:
    """The first reading, unless another one looks better and has as many figures; it says whose opinion was sought."""
    others = _opinions(path, page, first)
    best = first
    for other in others.values():
        if other and other.looks.score > best.looks.score + MARGIN and _holds_as_much(other, best):
            best = other
    reading = best.reading if best is first else _told(best, first)
    return replace(reading, page=replace(reading.page, asked=tuple(others)))


def _opinions(path: Path, page: Any, first: _Seen) -> Mapping[str, _Seen | None]:
    """pdfplumber's opinion, and camelot's where pdfplumber's looks otherwise and no better; none where an engine fails."""
    prepared, _ = of_page("", first.number, partial(_prepared, path, page, first.reading), lambda: None)
    if prepared is None:
        return {"pdfplumber": None}
    second = _opinion(*prepared, Plumber().tables_on)
    if second and (second.looks == first.looks or (second.looks.score >= GOOD and _holds_as_much(second, first))):
        return {"pdfplumber": second}
    return {"pdfplumber": second, "camelot": _opinion(*prepared, Camelot().tables_on)}


def _holds_as_much(other: _Seen, first: _Seen) -> bool:
    """Tables with as many figures: who sees none, or loses some, has nothing that could look bad."""
    return other.looks.figures >= max(first.looks.figures, 1)


def _prepared(path: Path, page: Any, first: PageReading) -> tuple[Sheet, list[Word]]:
    sheet = sheet_of(path, page)
    return sheet, words_outside(sheet, first.furniture)


def _opinion(sheet: Sheet, words: Sequence[Word], reader: Reader) -> _Seen | None:
    def seen() -> _Seen | None:
        reading = reading_of(sheet, words, reader)
        return _Seen(reading, looks_of(reading.blocks))

    return of_page("", sheet.number, seen, lambda: None)[0]


def _told(best: _Seen, first: _Seen) -> PageReading:
    """The reading, its tables saying why they are not the first engine's."""
    engine = best.reading.page.engine
    why = f"pada pdfium {first.looks.doubt} ({first.looks.score:.2f})"
    reason = f"halaman {best.number}: {engine} dipilih ({best.looks.score:.2f}), {why}"
    return replace(best.reading, blocks=tuple(_noted(best.reading, reason)))


def _noted(reading: PageReading, reason: str) -> Iterator[Any]:
    for block in reading.blocks:
        yield replace(block, notes=(*block.notes, reason)) if isinstance(block, Table) else block
