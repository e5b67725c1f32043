"""The numbering column of a table, whether its header is understood or not: `1, 2, 3`, `1.1`, `I`."""

from __future__ import annotations

import re

from extractors.model import Cell, Row, Table
from pipeline.normalize.headers import MAX_HEADER_ROWS, header_rows, is_number_row, squash
from pipeline.normalize.names import plain
from rules.facts import Location

_HEADER = re.compile(r"no|nomor|nourut|nomorurut|kode(rekening)?|koderek|norek|")
_NUMBER = re.compile(r"(?:[\dX]{1,3}(?:\.\d{1,4}){0,6}|[IVX]{1,5}|[A-Za-z])[.)]?")
_FEWEST = 3


def row_numbers(table: Table, label: str) -> tuple[Location, ...]:
    """The cells of the first column from the first number on, when its header says so and most of them are numbers.

    A cell without text is kept: there the number may have been lost. `label` is how people are told of the table.
    """
    rows = [row for row in table.rows if not is_number_row([cell.text for cell in row.cells])]
    if not rows or not _HEADER.fullmatch(squash(rows[0].cells[0].text)):
        return ()
    body = [row for row in rows[1:] if any(cell.text.strip() for cell in row.cells)]
    while body and not _is_number(body[0].cells[0]):
        body = body[1:]
    if sum(_is_number(row.cells[0]) for row in body) < _FEWEST:
        return ()
    header = plain(rows[0].cells[0].text)
    return tuple(Location(row.cells[0].place, row.cells[0].text, label, _named(row), header) for row in body)


def column_numbers(table: Table, label: str) -> tuple[Location, ...]:
    """The cells of the row that numbers the columns, `(1) (2) (3)`, when none of them is empty: nothing was lost then."""
    rows = (row for row in table.rows[:MAX_HEADER_ROWS] if is_number_row([cell.text for cell in row.cells]))
    numbering = next(rows, None)
    if numbering is None or not all(cell.text.strip() for cell in numbering.cells):
        return ()
    whole = " ".join(plain(cell.text) for cell in numbering.cells)
    return tuple(Location(cell.place, cell.text, label, whole, "nomor kolom") for cell in numbering.cells)


def header_of(table: Table, label: str) -> Location | None:
    """The first row of a table as one line, where it stands."""
    if not table.rows:
        return None
    row = table.rows[0]
    said = [cell for cell in row.cells if cell.text.strip()]
    place = said[0].place if said else row.place
    return Location(place, " | ".join(plain(cell.text) for cell in said), label, "judul kolom")


def header_cell(table: Table, index: int, year: int | None, label: str) -> Location | None:
    """The header cell of a column that prints its year, else the lowest one; of a merged cell the text stands to the left."""
    rows = table.rows[: header_rows(table)]
    said = [cell for row in rows if (cell := _above(row, index)) is not None]
    dated = [cell for cell in said if year is not None and str(year) in cell.text]
    cell = next(iter([*dated, *reversed(said)]), None)
    text = plain(cell.text) if cell is not None else ""
    return Location(cell.place, text, label, "judul kolom", text) if cell is not None else None


def _above(row: Row, index: int) -> Cell | None:
    """The cell of a header row over a column: its own, or the merged one that begins to its left."""
    return next((cell for cell in reversed(row.cells[: index + 1]) if cell.text.strip()), None)


def _is_number(cell: Cell) -> bool:
    return bool(_NUMBER.fullmatch(cell.text.strip()))


def _named(row: Row) -> str:
    """A row by its number and the first words beside it."""
    words = next((plain(cell.text) for cell in row.cells[1:] if re.search(r"[A-Za-z]{2}", cell.text)), "")
    return f"{plain(row.cells[0].text)} {words}".strip()
