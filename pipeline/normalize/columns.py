"""The numbers of a column: read together, with the unit of their row, and a merged cell left as a hole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.normalize import numbers
from pipeline.normalize.headers import HeadColumn, squash
from pipeline.normalize.series import Series, SeriesRow
from rules.exact import EXACT
from rules.facts import AMOUNTS, PERCENTAGES, Measure, NumberFormat, Peran
from rules.quantity import PERSEN, RUPIAH, Hole, Number, Unreadable

_REMARK = re.compile(r"(?<=\d)\s*\([^()]*\)")
# How budgets head what they became more or less by; there brackets are a minus.
_OF_BUDGETS = re.compile(r"\(\s*rp|rupiah|bertambah\s*/\s*\(?\s*berkurang", re.IGNORECASE)
_UNIT_NOTE = re.compile(r"\([^()]*\)|dalam\s+\w+(?:\s+\w+)?", re.IGNORECASE)


def usual_format(found: Sequence[tuple[Sequence[Number], NumberFormat | None]]) -> NumberFormat | None:
    """The Indonesian format, when it alone reads some columns of a table and no column is in another; None when that is not so."""
    shown = {form for _, form in found if form is not None and (form.thousands or form.decimal)}
    sure = any(form.thousands == "." for form in shown) and all(form.thousands != "," and form.decimal != "." for form in shown)
    return NumberFormat(".", ",") if sure else None


def numbers_of(
    series: Series, column: HeadColumn, label: str, usual: NumberFormat | None = None
) -> tuple[list[Number], NumberFormat | None]:
    """The number or hole of each row of a series in one column, and the column's separators.

    `label` is the table's caption; `usual` the format that its other columns share.
    """
    texts = [row.row.cells[column.index].text for row in series.rows]
    measure = Measure(column.meaning.measure)
    if measure == Measure.PREDIKAT:
        return [Unreadable(t, Hole.BUKAN_ANGKA if t.strip() else Hole.KOSONG) for t in texts], None
    multiplier = max(map(numbers.multiplier_of, (column.header, *_UNIT_NOTE.findall(label)))) if measure in AMOUNTS else Decimal(1)
    percent = measure in PERCENTAGES or "%" in squash(column.header)
    money = measure in AMOUNTS or (measure == Measure.PERUBAHAN and not percent and _OF_BUDGETS.search(column.header) is not None)
    unit = RUPIAH if money else PERSEN if percent else [row.satuan for row in series.rows]
    reading = numbers.read_column(texts, measure, unit, multiplier, usual)
    read = reading.numbers
    headings = _headings(series)
    return [read[i] if i + 1 in headings else _unless_merged(i, read, series.rows) for i in range(len(read))], reading.format


def shown_format(number: Number) -> NumberFormat | None:
    """The separators that a printed number shows, as it was read; None when it shows none. A merged cell shows them too."""
    if isinstance(number, Unreadable):
        only = numbers.read(number.text) if number.reason == Hole.GABUNGAN else ()
        return only[0].format if len(only) == 1 and (only[0].format.thousands or only[0].format.decimal) else None
    readings = numbers.read(_REMARK.sub("", number.text)) or numbers.read(number.text)
    as_read = [r.format for r in readings if r.value == number.value]
    own = next(iter([*as_read, *(r.format for r in readings if _digits(r.value) == _digits(number.value))]), None)
    return own if own and (own.thousands or own.decimal) else None


def _digits(value: Decimal) -> str:
    """The digits that a value and its multiples by a thousand share: `1.500` under (Rp. 000) is 1500000."""
    return "".join(map(str, value.normalize(EXACT).as_tuple().digits))


def _headings(series: Series) -> frozenset[int]:
    """The rows that only head those below them: no figure at all, a number or a colon of their own, and items of another style next.

    `2 Populasi ternak :` with `- Sapi` under it; the cells above it are complete, not merged with its empty ones.
    """
    return frozenset(i for i, (row, after) in enumerate(pairwise(series.rows)) if _heads(series, row, after))


def _heads(series: Series, row: SeriesRow, after: SeriesRow) -> bool:
    own, inner = (_style(one.kode) for one in (row, after))
    opens = (bool(own) and own != inner) or (row.name.endswith(":") and own in ("", inner))
    return opens and not _has_figures(series, row) and _has_figures(series, after)


def _has_figures(series: Series, row: SeriesRow) -> bool:
    return any(row.row.cells[column.index].text.strip() for column in series.columns)


def _style(kode: str) -> str:
    """How a row is numbered, so that `2` and `a` differ as `2` and `2.1` do."""
    return re.sub(r"[IVX]+", "R", re.sub(r"[0-9]+", "0", re.sub(r"[a-z]", "a", kode.rstrip(".)"))))


def _unless_merged(index: int, read: Sequence[Number], rows: Sequence[SeriesRow]) -> Number:
    """A number above an empty cell may be merged over both rows: then it is no statement about the first alone."""
    number = read[index]
    below = index + 1
    if isinstance(number, Unreadable) or below >= len(rows) or rows[index].peran != Peran.RINCIAN or rows[below].peran != Peran.RINCIAN:
        return number
    under = read[below]
    merged = isinstance(under, Unreadable) and under.reason == Hole.KOSONG and rows[below].name and not rows[below].name.startswith("(")
    return Unreadable(number.text, Hole.GABUNGAN, number) if merged else number
