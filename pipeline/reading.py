"""What a child process does: read one document by its kind, or some of its pages once more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from extractors.base import Reading
from extractors.guard import attempt
from extractors.model import Document
from extractors.pdf import read_pdf
from extractors.pdfium.engine import Pdfium
from extractors.plain_text import read_text
from pipeline.isolation import Task
from pipeline.sniff import PDF


def read_document(task: Task) -> Document:
    """The document, or one that says why it could not be read."""
    name, path, sha256, kind, engine, pages = task
    if pages:
        return attempt(name, sha256, kind, lambda: _read_pages(task))
    if kind == PDF:
        return attempt(name, sha256, kind, lambda: read_pdf(name, Path(path), sha256, engine))
    return attempt(name, sha256, kind, lambda: read_text(name, sha256, Path(path).read_bytes()))


def _read_pages(task: Task) -> Document:
    """The tables of some pages as the engine sees them, not joined; a page that it cannot read is a problem."""
    tables = _tables_of(task.engine)
    readings = [tables(Path(task.path), page) for page in task.pages]
    return Document(
        name=task.name,
        sha256=task.sha256,
        kind=task.kind,
        pages=(),
        blocks=tuple(table for reading in readings for table in reading.tables),
        problems=tuple(problem for reading in readings for problem in reading.problems),
    )


def _tables_of(engine: str) -> Callable[[Path, int], Reading]:
    """How an engine reads the tables of one page; the slower ones are loaded when they are asked."""
    if engine == Pdfium().name:
        return Pdfium().tables
    from extractors.choose import reader_of
    from extractors.guard import read_page

    return partial(read_page, tables_on=reader_of(engine))
