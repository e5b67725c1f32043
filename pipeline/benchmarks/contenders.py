"""Who is measured: pdfium's text alone, our lean engine, and other people's engines where they are installed.

Each is loaded by name when it is its turn: a child that measures memory must hold nothing but its own engine, and some
of these are no dependency of the project.
"""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Rows = list[list[str]]
# Reads one page, counted from 1; what comes back is the engine's own.
Read = Callable[[int], Any]


@dataclass(frozen=True, slots=True)
class Contender:
    """One engine: `needs` is the module to load, `opened` gives what reads a page of a file, `tables` its tables as rows of text.

    A quick one is read several times, so that the clock's grain and a passing disturbance do not count.
    """

    name: str
    needs: str
    opened: Callable[[Path], AbstractContextManager[Read]]
    tables: Callable[[Any], list[Rows]]
    quick: bool = False

    @property
    def is_there(self) -> bool:
        """Whether it can be loaded here."""
        parent = self.needs.partition(".")[0]
        if find_spec(parent) is None or find_spec(self.needs) is None:
            return False
        return self.name != "tabula" or shutil.which("java") is not None


@contextlib.contextmanager
def _text(path: Path) -> Iterator[Read]:
    with import_module("pypdfium2").PdfDocument(path) as document:

        def read(number: int) -> str:
            page = document[number - 1]
            text = page.get_textpage()
            said = text.get_text_bounded()
            text.close()
            page.close()
            return str(said)

        yield read


@contextlib.contextmanager
def _lean(path: Path) -> Iterator[Read]:
    with import_module("extractors.pdfium.engine").opened(path) as report:
        yield report.read


@contextlib.contextmanager
def _plumber(path: Path) -> Iterator[Read]:
    with import_module("pdfplumber").open(path) as document:
        pages = document.pages

        def read(number: int) -> Any:
            page = pages[number - 1]
            tables = page.extract_tables()
            page.close()
            return tables

        yield read


@contextlib.contextmanager
def _camelot(path: Path) -> Iterator[Read]:
    """It opens the file anew for each page: it has no other way in."""
    camelot = import_module("camelot")

    def read(number: int) -> Any:
        with contextlib.redirect_stdout(io.StringIO()):
            return camelot.read_pdf(str(path), pages=str(number), flavor="lattice", suppress_stdout=True)

    yield read


@contextlib.contextmanager
def _tabula(path: Path) -> Iterator[Read]:
    """A Java machine is started for each page; its time is that of a child process."""
    tabula = import_module("tabula")

    def read(number: int) -> Any:
        return tabula.read_pdf(str(path), pages=number, lattice=True, output_format="json", silent=True)

    yield read


@contextlib.contextmanager
def _img2table(path: Path) -> Iterator[Read]:
    document = import_module("img2table.document")

    def read(number: int) -> Any:
        return document.PDF(str(path), pages=[number - 1]).extract_tables(borderless_tables=True)

    yield read


def rows_of(blocks: Any) -> list[Rows]:
    """The tables among the blocks of our own model, as text."""
    return [[[cell.text for cell in row.cells] for row in block.rows] for block in blocks if hasattr(block, "rows")]


def _of_img2table(pages: Any) -> list[Rows]:
    """A merged cell comes once for each place it covers; its text belongs to the first."""
    found = []
    for table in (table for tables in pages.values() for table in tables):
        seen: set[tuple[int, ...]] = set()
        rows = []
        for cells in table.content.values():
            row = []
            for cell in cells:
                box = (cell.bbox.x1, cell.bbox.y1, cell.bbox.x2, cell.bbox.y2)
                row.append("" if box in seen else cell.value or "")
                seen.add(box)
            rows.append(row)
        found.append(rows)
    return found


TEXT = Contender("pypdfium2, text only", "pypdfium2", _text, lambda _: [], quick=True)
LEAN = Contender("pdfium (ours)", "extractors.pdfium.engine", _lean, lambda reading: rows_of(reading.blocks), quick=True)
PLUMBER = Contender(
    "pdfplumber", "pdfplumber", _plumber, lambda tables: [[[cell or "" for cell in row] for row in table] for table in tables]
)
CAMELOT = Contender(
    "camelot lattice",
    "camelot",
    _camelot,
    lambda tables: [[[str(cell) for cell in row] for row in table.df.to_numpy()] for table in tables],
)
TABULA = Contender(
    "tabula", "tabula", _tabula, lambda tables: [[[cell["text"] for cell in row] for row in table["data"]] for table in tables]
)
IMG2TABLE = Contender("img2table", "img2table.document", _img2table, _of_img2table)

ALL = (TEXT, LEAN, PLUMBER, CAMELOT, TABULA, IMG2TABLE)
