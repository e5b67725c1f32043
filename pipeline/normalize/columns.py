"""The numbers of a column: read together, with the unit of their row, and a merged cell left as a hole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.normalize import numbers
from pipeline.normalize.headers import HeadColumn, squash
from pipeline.normalize.series import Series, SeriesRow
from rules.facts import AMOUNTS, PERCENTAGES, Measure, NumberFormat, Peran
from rules.quantity import PERSEN, RUPIAH, Hole, Number, Quantity, Unreadable

_PERCENT_UNITS = frozenset({"%", "persen", "persentase", "prosentase", "prosen"})


def numbers_of(series: Series, column: HeadColumn, label: str) -> tuple[list[Number], NumberFormat | None]:
    """The number or hole of each row of a series in one column, and the column's separators; `label` is the table's caption."""
    texts = [row.row.cells[column.index].text for row in series.rows]
    measure = Measure(column.meaning.measure)
    if measure == Measure.PREDIKAT:
        return [Unreadable(t, Hole.BUKAN_ANGKA if t.strip() else Hole.KOSONG) for t in texts], None
    multiplier = max(numbers.multiplier_of(column.header), numbers.multiplier_of(label)) if measure in AMOUNTS else Decimal(1)
    percent = measure in PERCENTAGES or "%" in squash(column.header)
    unit = RUPIAH if measure in AMOUNTS else PERSEN if percent else ""
    reading = numbers.read_column(texts, measure, unit, multiplier)
    read = [_with_unit(number, row) for number, row in zip(reading.numbers, series.rows, strict=True)]
    return [_unless_merged(i, read, series.rows) for i in range(len(read))], reading.format


def shown_format(number: Number) -> NumberFormat | None:
    """The separators that a printed number shows; None when it shows none."""
    marks = re.findall(r"(?<=\d)[.,](?=\s?\d)", number.text) if isinstance(number, Quantity) else []
    if not marks or isinstance(number, Unreadable):
        return None
    if number.decimals == 0:
        return NumberFormat(marks[0], "")
    return NumberFormat(marks[0] if len(marks) > 1 else "", marks[-1])


def _with_unit(number: Number, row: SeriesRow) -> Number:
    """A number without a unit of its own takes that of the unit column."""
    if isinstance(number, Unreadable) or number.unit or not row.satuan:
        return number
    return replace(number, unit=PERSEN if row.satuan.casefold() in _PERCENT_UNITS else row.satuan)


def _unless_merged(index: int, read: Sequence[Number], rows: Sequence[SeriesRow]) -> Number:
    """A number above an empty cell may be merged over both rows: then it is no statement about the first alone."""
    number = read[index]
    below = index + 1
    if isinstance(number, Unreadable) or below >= len(rows) or rows[index].peran != Peran.RINCIAN or rows[below].peran != Peran.RINCIAN:
        return number
    under = read[below]
    merged = isinstance(under, Unreadable) and under.reason == Hole.KOSONG and rows[below].name and not rows[below].name.startswith("(")
    return Unreadable(number.text, Hole.GABUNGAN) if merged else number
