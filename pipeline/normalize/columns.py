"""The numbers of a column: read together, with the unit of their row, and a merged cell left as a hole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.normalize import numbers
from pipeline.normalize.headers import HeadColumn, squash
from pipeline.normalize.series import Series, SeriesRow
from rules.facts import AMOUNTS, PERCENTAGES, Measure, NumberFormat, Peran
from rules.quantity import PERSEN, RUPIAH, Hole, Number, Unreadable

_REMARK = re.compile(r"(?<=\d)\s*\([^()]*\)")
_UNIT_NOTE = re.compile(r"\([^()]*\)|dalam\s+\w+(?:\s+\w+)?", re.IGNORECASE)


def numbers_of(series: Series, column: HeadColumn, label: str) -> tuple[list[Number], NumberFormat | None]:
    """The number or hole of each row of a series in one column, and the column's separators; `label` is the table's caption."""
    texts = [row.row.cells[column.index].text for row in series.rows]
    measure = Measure(column.meaning.measure)
    if measure == Measure.PREDIKAT:
        return [Unreadable(t, Hole.BUKAN_ANGKA if t.strip() else Hole.KOSONG) for t in texts], None
    multiplier = max(map(numbers.multiplier_of, (column.header, *_UNIT_NOTE.findall(label)))) if measure in AMOUNTS else Decimal(1)
    percent = measure in PERCENTAGES or "%" in squash(column.header)
    unit = RUPIAH if measure in AMOUNTS else PERSEN if percent else [row.satuan for row in series.rows]
    reading = numbers.read_column(texts, measure, unit, multiplier)
    read = reading.numbers
    return [_unless_merged(i, read, series.rows) for i in range(len(read))], reading.format


def shown_format(number: Number) -> NumberFormat | None:
    """The separators that a printed number shows, as it was read; None when it shows none."""
    if isinstance(number, Unreadable):
        return None
    readings = numbers.read(_REMARK.sub("", number.text)) or numbers.read(number.text)
    own = next((r.format for r in readings if _digits(r.value) == _digits(number.value)), None)
    return own if own and (own.thousands or own.decimal) else None


def _digits(value: Decimal) -> str:
    """The digits that a value and its multiples by a thousand share: `1.500` under (Rp. 000) is 1500000."""
    return "".join(map(str, value.normalize().as_tuple().digits))


def _unless_merged(index: int, read: Sequence[Number], rows: Sequence[SeriesRow]) -> Number:
    """A number above an empty cell may be merged over both rows: then it is no statement about the first alone."""
    number = read[index]
    below = index + 1
    if isinstance(number, Unreadable) or below >= len(rows) or rows[index].peran != Peran.RINCIAN or rows[below].peran != Peran.RINCIAN:
        return number
    under = read[below]
    merged = isinstance(under, Unreadable) and under.reason == Hole.KOSONG and rows[below].name and not rows[below].name.startswith("(")
    return Unreadable(number.text, Hole.GABUNGAN) if merged else number
