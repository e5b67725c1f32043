"""A document as it was read, page by page: for people who doubt a figure, or look for what went wrong in reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from extractors.model import Document, Page, PageKind, Problem, Table
from pipeline.normalize.headers import header_rows
from pipeline.report.extracted_grid import Numbered, Rect, ShownRow, outline, page_parts, rect, shown_rows
from pipeline.report.extracted_pictures import MOST_PAGES, PagePicture, page_pictures
from pipeline.report.extracted_words import words
from pipeline.report.files import put
from pipeline.report.html import asset, rendered
from pipeline.report.words import ranges
from pipeline.settings import VERSION


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with the number that it keeps over pages, and what is known of it as a whole."""

    number: int
    caption: str
    engine: str
    notes: tuple[str, ...]
    rows: int
    columns: int
    heads: int
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one page has of a table. `again` is the header of the page where it begins, on a page where it goes on."""

    table: ShownTable
    rows: tuple[ShownRow, ...]
    again: tuple[ShownRow, ...]
    outline: Rect | None
    caption: Rect | None
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of text outside tables."""

    text: str
    box: Rect | None


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page; number 0 is a text file, which has none. `width` and `height`, in points, are None for one that cannot be drawn."""

    number: int
    width: float | None
    height: float | None
    kind: str
    picture: PagePicture | None
    parts: tuple[Part, ...]
    lines: tuple[ShownLine, ...]

    @property
    def is_wide(self) -> bool:
        """Whether picture and table need the whole width of the screen each."""
        return self.width is None or self.height is None or self.width > self.height


@dataclass(frozen=True, slots=True)
class Run:
    """Pages in a row that all have tables, or that all have none."""

    has_tables: bool
    pages: tuple[ShownPage, ...]
    label: str
    lines: int


@dataclass(frozen=True, slots=True)
class Extracted:
    """All that is shown of a document. `left_out` names the pages that were not wanted."""

    name: str
    sha256: str
    pages: int
    tables: tuple[ShownTable, ...]
    runs: tuple[Run, ...]
    problems: tuple[Problem, ...]
    left_out: str

    @property
    def has_tall(self) -> bool:
        """Whether a page has its table at its side."""
        return any(not page.is_wide for run in self.runs for page in run.pages)


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page is framed: its language; `bare`: pages without tables are shown too, folded away; `guide`: it lies beside the page."""

    lang: str
    bare: bool
    guide: bool


def write_extracted(document: Document, source: Path, path: Path, wanted: Frame) -> None:
    """The page of one document."""
    shown = extracted(document, source, bare=wanted.bare)
    style = Markup("").join((asset("lakip.css"), asset("extracted.css")))
    frame = {"t": words(wanted.lang), "version": VERSION, "limit": MOST_PAGES, "capped": len(document.pages) > MOST_PAGES}
    put(path, rendered("extracted.html.j2", wanted.lang, style, {**frame, "shown": shown, "guide": wanted.guide}).encode("utf-8"))


def extracted(document: Document, source: Path, *, bare: bool) -> Extracted:
    """What is shown of a document that was read from `source`."""
    tables = tuple(_table(number, table) for number, table in enumerate(document.tables, 1))
    with_tables = {number for table in tables for number in table.pages}
    wanted = [page for page in document.pages if bare or page.number in with_tables]
    pictures = page_pictures(source, wanted) if wanted else {}
    pages = tuple(_pages(document, tables, wanted, pictures))
    return Extracted(
        name=document.name,
        sha256=document.sha256,
        pages=len(document.pages),
        tables=tables,
        runs=tuple(_runs(pages)),
        problems=document.problems,
        left_out=ranges([page.number for page in document.pages if page not in wanted]),
    )


def _table(number: int, table: Table) -> ShownTable:
    return ShownTable(
        number=number,
        caption=table.caption,
        engine=table.engine,
        notes=table.notes,
        rows=len(table.rows),
        columns=max((len(row.cells) for row in table.rows), default=0),
        heads=header_rows(table),
        pages=tuple(sorted({row.place.page for row in table.rows if row.place.page is not None})),
    )


def _pages(
    document: Document, tables: Sequence[ShownTable], wanted: Sequence[Page], pictures: Mapping[int, PagePicture]
) -> Iterator[ShownPage]:
    parts = _parts(document, tables)
    lines = _lines(document)
    if not document.pages:
        yield ShownPage(0, None, None, "", None, tuple(parts.get(0, ())), tuple(lines.get(0, ())))
    for page in wanted:
        drawable = rect((0.0, 0.0, page.width, page.height), page) is not None
        kind = "lost" if page.is_lost else "" if page.kind is PageKind.DIGITAL else page.kind.value
        yield ShownPage(
            number=page.number,
            width=round(page.width, 1) if drawable else None,
            height=round(page.height, 1) if drawable else None,
            kind=kind,
            picture=pictures.get(page.number) if drawable else None,
            parts=tuple(parts.get(page.number, ())),
            lines=tuple(lines.get(page.number, ())),
        )


def _parts(document: Document, tables: Sequence[ShownTable]) -> dict[int, list[Part]]:
    """What each page has of the tables, in the order in which they were read."""
    found: dict[int, list[Part]] = {}
    by_number = {page.number: page for page in document.pages}
    for table, shown in zip(document.tables, tables, strict=True):
        numbered = [Numbered(number, number <= shown.heads, row) for number, row in enumerate(table.rows, 1)]
        heads = shown_rows(numbered[: shown.heads], None)
        pages = page_parts(numbered)
        for place, (number, rows) in enumerate(pages):
            page = by_number.get(number)
            cells = shown_rows(rows, page)
            above = table.caption_place
            found.setdefault(number, []).append(
                Part(
                    table=shown,
                    rows=cells,
                    again=heads if place and not rows[0].head else (),
                    outline=outline(cells),
                    caption=rect(above.bbox, page) if above and above.page == number else None,
                    before=pages[place - 1][0] if place else None,
                    after=pages[place + 1][0] if place + 1 < len(pages) else None,
                )
            )
    return found


def _lines(document: Document) -> dict[int, list[ShownLine]]:
    by_number = {page.number: page for page in document.pages}
    found: dict[int, list[ShownLine]] = {}
    for line in document.lines:
        number = line.place.page or 0
        found.setdefault(number, []).append(ShownLine(line.text, rect(line.place.bbox, by_number.get(number))))
    return found


def _runs(pages: Sequence[ShownPage]) -> Iterator[Run]:
    for has_tables, run in groupby(pages, key=lambda page: bool(page.parts)):
        members = tuple(run)
        yield Run(has_tables, members, ranges([page.number for page in members]), sum(len(page.lines) for page in members))
