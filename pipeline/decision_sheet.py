"""Reads what reviewers wrote into the findings' workbook: the columns of decisions and the finding's id, and nothing else.

The file comes from other people's desks. No formula is believed, no link followed, and a file that is no workbook is said to be none.
"""

from __future__ import annotations

import datetime
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl

from pipeline.refusals import RefusedError

# Far more than a workbook of findings has; what unpacks to more is not opened.
_LARGEST = 200 * 1024 * 1024
_ROWS, _COLUMNS, _HEAD_ROWS = 100_000, 200, 20
_LONGEST = 4000
_TITLES = {
    "id": "finding",
    "keputusan": "decision",
    "alasan": "reason",
    "oleh": "by",
    "diputuskan oleh": "by",
    "tanggapan": "response",
    "tanggapan perangkat daerah": "response",
    "nilai": "value",
    "nilai yang benar": "value",
    "tertulis": "stated",
}
_NEEDED = frozenset({"finding", "decision"})
# What is written there is taken as it stands, so a formula in one of these is an error; elsewhere it is the sheet's own.
_TAKEN = frozenset({"finding", "decision", "reason", "by", "response", "value"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One row as it was filled in: its number, its texts by what they are for, and the columns in which a formula stands.

    `number` is the corrected value where the sheet made a number of what was typed: how that was printed is lost.
    """

    row: int
    texts: Mapping[str, str]
    formulas: tuple[str, ...] = ()
    number: Decimal | None = None

    def text(self, name: str) -> str:
        """What stands in a column, or nothing."""
        return self.texts.get(name, "")


def read_sheet(path: Path) -> tuple[Asked, ...]:
    """The rows in which a decision or a response is written. Raises RefusedError where the file is no workbook of findings."""
    try:
        with path.open("rb") as file:
            _measured(file.name)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of parts that we do not look at
                book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
                return _rows(book.worksheets)
    except RefusedError:
        raise
    except OSError as error:
        known = RefusedError("sheet_unopened", path=path, why=error.strerror) if error.strerror else RefusedError("no_file", path=path)
        raise known from error
    except Exception as error:  # a broken workbook breaks its reader in many ways, and each means the same
        raise RefusedError("no_sheet", path=path) from error


def _measured(path: str) -> None:
    with zipfile.ZipFile(path) as archive:
        if sum(part.file_size for part in archive.infolist()) > _LARGEST:
            raise RefusedError("large_sheet", path=path)


def _rows(sheets: Iterable[Any]) -> tuple[Asked, ...]:
    for sheet in sheets:
        sheet.reset_dimensions()  # what the file says of its size need not be so
        rows = islice(sheet.iter_rows(max_col=_COLUMNS), _ROWS)
        if columns := _columns(rows):
            return tuple(_filled(rows, columns))
    raise RefusedError("no_columns")


def _columns(rows: Iterator[Iterable[Any]]) -> dict[int, str]:
    """Which column is for what, of the first row that names both an id and a decision."""
    for row in islice(rows, _HEAD_ROWS):
        found: dict[int, str] = {}
        for at, cell in enumerate(row):
            name = _TITLES.get(_text(cell.value).casefold())
            if name and name not in found.values():
                found[at] = name
        if set(found.values()) >= _NEEDED:
            return found
    return {}


def _filled(rows: Iterator[Iterable[Any]], columns: Mapping[int, str]) -> Iterator[Asked]:
    for row in rows:
        cells = {name: cell for at, cell in enumerate(row) if (name := columns.get(at)) and cell.value is not None}
        formulas = tuple(name for name, cell in cells.items() if cell.data_type == "f" and name in _TAKEN)
        # A figure that the sheet keeps as a number says nothing of how it was printed.
        texts = {name: _text(cell.value) for name, cell in cells.items() if name != "stated" or cell.data_type == "s"}
        if formulas or texts.get("decision") or texts.get("response"):
            yield Asked(next(cell.row for cell in cells.values()), texts, formulas, _number(cells.get("value")))


def _number(cell: Any) -> Decimal | None:
    """A number as it was typed: 50% is kept as a half."""
    if cell is None or isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return None
    exact = Decimal(repr(cell.value))
    if not exact.is_finite():
        return None
    return exact * 100 if "%" in str(cell.number_format) else exact


def _text(value: object) -> str:
    """A value as a text on one line; a formula is told by its kind, never by its value."""
    match value:
        case None:
            return ""
        case str():
            return " ".join(value[:_LONGEST].split())
        case datetime.datetime():
            return value.date().isoformat()
        case bool() | int() | float() | datetime.date():
            return str(value)
        case _:
            return ""
