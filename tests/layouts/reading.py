"""What an engine says of a page, in the words of a case."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import Document, Table
from pipeline.normalize.headings import headings, titles
from pipeline.normalize.paragraphs import paragraphs
from pipeline.normalize.reading import lines_of
from tests.layouts.case import Layout, as_typed, is_figure
from tests.pdf_fixtures import lines


def rows_of(table: Table) -> list[list[str]]:
    """The rows of a table as one would type them."""
    return as_typed([[cell.text for cell in row.cells] for row in table.rows])


def paragraphs_of(document: Document) -> list[str]:
    """The paragraphs outside tables; headings are none."""
    listed = lines_of(document.blocks)
    return [paragraph.text for paragraph in paragraphs(listed, titles(listed))]


def headings_of(document: Document) -> list[tuple[str, str, int]]:
    """Number, text and level of each heading."""
    return [(heading.nomor, heading.text, heading.level) for heading in headings(document.blocks)]


def words_of(document: Document) -> str:
    """All that was read, in tables, captions and lines."""
    told = [*lines(document)]
    for table in document.tables:
        told += [table.caption, *(cell.text for row in table.rows for cell in row.cells)]
    return "\n".join(told)


def wanted_and_read(layout: Layout, document: Document) -> dict[str, tuple[Sequence[object], Sequence[object]]]:
    """For each thing that a case asks, what is wanted and what was read."""
    told: dict[str, tuple[Sequence[object], Sequence[object]]] = {}
    tables = [rows_of(table) for table in document.tables]
    if layout.loose:
        told["figures"] = ([], [cell for rows in tables for row in rows for cell in row if is_figure(cell)])
    else:
        told["tables"] = ([as_typed(table.rows) for table in layout.tables], tables)
        told["captions"] = ([table.caption for table in layout.tables], [table.caption for table in document.tables])
        told["pages"] = (
            [list(table.pages) or [1] * len(table.rows) for table in layout.tables],
            [[row.place.page for row in table.rows] for table in document.tables],
        )
    for name, asked, said in (
        ("lines", layout.lines, lines),
        ("paragraphs", layout.paragraphs, paragraphs_of),
        ("headings", layout.headings, headings_of),
    ):
        if asked is not None:
            told[name] = (list(asked), said(document))
    if layout.absent:
        everything = words_of(document)
        told["unseen"] = ([], [text for text in layout.absent if text in everything])
    return told
