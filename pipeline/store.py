"""Writes the clean tables to disk and reads them back: Parquet for machines, CSV for people; whole files or none.

The same reports give the same bytes: rows in a fixed order, no clock and no machine in the files.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline import schema
from pipeline.atomic import replace_file
from pipeline.clean_rows import Record, Report, Value, records
from pipeline.schema import Field, Kind, Schema

if TYPE_CHECKING:
    import pandas as pd

ARROW_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.NUMBER: pa.int64(),
    Kind.DECIMAL: pa.decimal128(schema.DECIMAL_DIGITS, schema.DECIMAL_PLACES),
    Kind.FLAG: pa.bool_(),
    Kind.POINTS: pa.float64(),
}

# Excel with Indonesian settings takes the semicolon for the separator and the comma for the decimal sign, and without the mark at
# the start it takes UTF-8 for an older encoding.
CSV_ENCODING = "utf-8-sig"
CSV_SEPARATOR = ";"

FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip
# What Excel would turn into another number, an amount, a share or a date: 1.10, 92,40, 1-2, 10/2024, (5), 12%, Rp1.000, 1E5.
NUMBER_LOOK = re.compile(r"\(?(?:Rp\.? ?)?\d[\d.,/: -]*(?:e[+-]?\d+)?(?: ?[%)][%), -]*)?", re.IGNORECASE)
LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class CleanSet:
    """What was written: the folder, every file in it, the number of rows a table, and the digest of the data."""

    folder: Path
    files: tuple[Path, ...]
    rows: Mapping[str, int]
    digest: str


def write_clean(views: Sequence[Report], folder: Path) -> CleanSet:
    """Write the clean tables of a batch, Parquet and CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    found = records(views)
    files: list[Path] = []
    for table in schema.SCHEMAS:
        rows = [{field.name: _clean(row.get(field.name)) for field in table.fields} for row in found[table.name]]
        files += (_write_parquet(table, rows, folder), _write_csv(table, rows, folder))
    return CleanSet(folder, tuple(files), {name: len(rows) for name, rows in found.items()}, schema.digest_of(folder))


def read_clean(folder: Path) -> dict[str, pd.DataFrame]:
    """The clean tables as frames, by name: exact decimals, whole numbers that may be missing, texts that may be null."""
    import pandas as pd  # costs more than half a second, and only the gates need it

    whole = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    frames: dict[str, pd.DataFrame] = {}
    for table in schema.SCHEMAS:
        read = pq.read_table(schema.data_file(folder, table.name), use_threads=False)
        frames[table.name] = read.to_pandas(types_mapper=whole.get)
    return frames


def _clean(value: Value) -> Value:
    """An empty text is a missing one; half a character, which some PDFs have, cannot be written as UTF-8."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8") or None
    return value


def _write_parquet(table: Schema, rows: Sequence[Record], folder: Path) -> Path:
    columns = [pa.array([row[field.name] for row in rows], type=ARROW_TYPES[field.kind]) for field in table.fields]
    content = pa.Table.from_arrays(columns, names=list(table.columns))

    def write(path: Path) -> None:
        pq.write_table(content, path, compression="zstd", store_schema=False)

    return replace_file(schema.data_file(folder, table.name), write)


def _write_csv(table: Schema, rows: Sequence[Record], folder: Path) -> Path:
    def write(path: Path) -> None:
        with path.open("w", encoding=CSV_ENCODING, newline="") as file:
            writer = csv.writer(file, delimiter=CSV_SEPARATOR, lineterminator="\r\n")
            writer.writerow(table.columns)
            writer.writerows([_shown(row[field.name], field) for field in table.fields] for row in rows)

    return replace_file(folder / f"{table.name}.csv", write)


def _shown(value: Value, field: Field) -> str:
    """A value as Excel with Indonesian settings reads it: numbers as numbers, and texts as the texts they are."""
    match value:
        case None:
            return ""
        case bool():
            return "ya" if value else "tidak"
        case Decimal():
            return format(value, "f").replace(".", ",")
        case int() | float():
            return str(value).replace(".", ",")
    return as_text(value)


def as_text(text: str) -> str:
    """A text which a spreadsheet neither runs as a formula nor turns into a number: it then begins with an apostrophe."""
    text = text.replace("\0", " ")
    risky = text.lstrip(" \u00a0").startswith(FORMULA_START) or text.startswith(FORMULA_START)
    number = len(text) <= LONGEST_NUMBER and NUMBER_LOOK.fullmatch(" ".join(text.split()))
    return f"'{text}" if risky or number else text
