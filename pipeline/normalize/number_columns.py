"""A column of printed numbers, read together: its cells decide which of two readings is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from extractors.record import record
from pipeline.normalize.figures import Print, Reading, hole, is_amount, readings_of, take_apart
from pipeline.normalize.units import PERMIL, is_counted, is_known, is_percent, is_rupiah
from rules.exact import EXACT
from rules.facts import AMOUNTS, PERCENTAGES, Measure, NumberFormat
from rules.quantity import PERSEN, RUPIAH, Hole, Number, Quantity, Unreadable


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """A column read: one number or hole for each text, the column's format, and the cells that only another format reads."""

    numbers: tuple[Number, ...]
    format: NumberFormat | None
    mixed: tuple[int, ...]


class _Kind(Enum):
    """What sort of number a cell holds; it rules out readings."""

    AMOUNT = 1
    PERCENT = 2
    COUNT = 3
    FREE = 4


@record
class _Asked:
    """What the caller says of a cell."""

    measure: Measure
    unit: str
    multiplier: Decimal


@record
class _Cell:
    """A cell with the readings that its kind leaves, and the `shadows` that it rules out but that still cast doubt."""

    text: str
    reason: Hole = Hole.BUKAN_ANGKA
    unit: str = ""
    factor: Decimal = Decimal(1)
    readings: tuple[Reading, ...] = ()
    shadows: tuple[Reading, ...] = ()


THOUSAND = Decimal(1000)
_INDONESIAN, _ENGLISH = NumberFormat(".", ","), NumberFormat(",", ".")
_PROPER = (_INDONESIAN, _ENGLISH)
_SLOPPY = (NumberFormat(".", "."), NumberFormat(",", ","))


def read_column(
    texts: Sequence[str],
    measure: Measure,
    unit: str | Sequence[str] = "",
    multiplier: Decimal = Decimal(1),
    usual: NumberFormat | None = None,
) -> ColumnReading:
    """All cells of a column by the format that reads most of them; what stays ambiguous is a hole.

    `usual` is the format of the table's other columns, which decides where two read as many cells of this one.
    `unit` is the column's, or one for each row from a column of units; it holds where a cell prints none.
    `multiplier` is the header's, for amounts.
    """
    units = [unit] * len(texts) if isinstance(unit, str) else unit
    cells = [_cell(text, _Asked(measure, _unit(of_row), multiplier)) for text, of_row in zip(texts, units, strict=True)]
    styles = _styles_of(cells)
    styles = (usual,) if usual in styles else styles
    chosen = [_choose(cell, styles) for cell in cells]
    read = [(cell, found) for cell, found in zip(cells, chosen, strict=True) if isinstance(found, Reading)]
    finest = max((_telling_decimals(found) - cell.factor.adjusted() for cell, found in read), default=0)
    numbers = tuple(
        _quantity(cell, found, finest) if isinstance(found, Reading) else Unreadable(cell.text, found)
        for cell, found in zip(cells, chosen, strict=True)
    )
    style = _style_for_people(styles, [found for _, found in read])
    mixed = tuple(i for i, found in enumerate(chosen) if style and isinstance(found, Reading) and not _fits(found, style))
    if style is None and any(_separated(reading) for cell in cells for reading in cell.readings):
        return ColumnReading(numbers, None, ())
    return ColumnReading(numbers, _shown([found for _, found in read], style), mixed)


def _unit(unit: str) -> str:
    return RUPIAH if is_rupiah(unit) else PERSEN if is_percent(unit) else unit.strip()


def _cell(text: str, asked: _Asked) -> _Cell:
    taken = take_apart(text)
    if taken is None:
        return _Cell(text, hole(text) or Hole.BUKAN_ANGKA)
    kind = _kind(taken, asked)
    every = tuple(readings_of(taken))
    if not every or _out_of_place(taken, kind):
        return _Cell(text)
    factor = asked.multiplier if kind == _Kind.AMOUNT and not taken.scale else Decimal(1)
    kept = tuple(reading for reading in every if _suits(reading, taken, kind, factor)) or (every if kind == _Kind.COUNT else ())
    shadows = tuple(reading for reading in every if reading not in kept) if kind == _Kind.PERCENT else ()
    return _Cell(text, Hole.BUKAN_ANGKA, _unit_of(taken, kind, asked.unit), factor, kept, shadows)


def _kind(taken: Print, asked: _Asked) -> _Kind:
    """The column's measure decides, else the unit that the cell prints, else the column's unit."""
    if asked.measure in AMOUNTS:
        return _Kind.AMOUNT
    unit = taken.unit or asked.unit
    if asked.measure in PERCENTAGES or unit in (PERSEN, PERMIL):
        return _Kind.PERCENT
    return _Kind.AMOUNT if unit == RUPIAH else _Kind.COUNT if is_counted(unit) else _Kind.FREE


def _out_of_place(taken: Print, kind: _Kind) -> bool:
    """An amount of people, a percentage of rupiah: a cell of another column; brackets make only an amount negative."""
    if kind == _Kind.AMOUNT:
        return taken.unit not in ("", RUPIAH)
    foreign = taken.money or taken.scale > 0 or is_known(taken.unit.split(" ")[0])
    return taken.bracketed or (kind == _Kind.PERCENT and foreign)


def _suits(reading: Reading, taken: Print, kind: _Kind, factor: Decimal) -> bool:
    """Whether a reading is possible for the kind: money has no thousandths unless counted in millions, and one separator
    in a percentage is decimal."""
    if kind == _Kind.AMOUNT:
        return taken.scale > 0 or factor > THOUSAND or is_amount(reading.decimals, reading.format)
    if kind == _Kind.PERCENT:
        return not reading.format.thousands or bool(reading.format.decimal) or sum(c in ".," for c in taken.body) > 1
    return kind == _Kind.FREE or reading.decimals <= 0


def _unit_of(taken: Print, kind: _Kind, unit: str) -> str:
    if kind == _Kind.AMOUNT:
        return RUPIAH
    if kind == _Kind.PERCENT:
        return PERMIL if taken.unit == PERMIL else PERSEN
    return taken.unit or unit


def _styles_of(cells: Sequence[_Cell]) -> tuple[NumberFormat, ...]:
    """The format that reads most cells; both proper ones when they read as many. A sloppy one only if a cell needs it."""
    votes = [tuple(reading for reading in cell.readings if not _loose(reading)) for cell in cells]
    votes = [vote for vote in votes if any(_separated(reading) for reading in vote)]
    count = {style: sum(any(_fits(r, style) for r in vote) for vote in votes) for style in (*_PROPER, *_SLOPPY)}
    most = max(count[style] for style in _PROPER)
    needed = [style for style in _SLOPPY if count[style] > most and any(r.format == style for vote in votes for r in vote)]
    if needed:
        return (max(needed, key=lambda style: count[style]),)
    return tuple(style for style in _PROPER if count[style] == most)


def _choose(cell: _Cell, styles: tuple[NumberFormat, ...]) -> Reading | Hole:
    """The reading of a cell in the column's format, or the only one in another; a hole where two are as good."""
    fitting = [reading for reading in cell.readings if any(_fits(reading, style) for style in styles)]
    if not fitting and any(_fits(shadow, style) for shadow in cell.shadows for style in styles if len(styles) == 1):
        return Hole.GANDA
    options = fitting or [reading for reading in cell.readings if not _loose(reading)]
    if not options:
        return Hole.GANDA if cell.readings else cell.reason
    return options[0] if len({(reading.value, reading.decimals) for reading in options}) == 1 else Hole.GANDA


def _fits(reading: Reading, style: NumberFormat) -> bool:
    return reading.format.thousands in ("", style.thousands) and reading.format.decimal in ("", style.decimal)


def _separated(reading: Reading) -> bool:
    return reading.format != NumberFormat("", "")


def _loose(reading: Reading) -> bool:
    """`641.773.57`: one sign for both, and the end is no `00`: as well a digit may be missing."""
    sloppy = reading.format.decimal != "" and reading.format.decimal == reading.format.thousands
    return sloppy and reading.value != reading.value.to_integral_value()


def _telling_decimals(reading: Reading) -> int:
    """The printed decimals up to the last that is not zero."""
    if reading.decimals <= 0:
        return reading.decimals
    return len(f"{reading.value:f}".partition(".")[2].rstrip("0"))


def _style_for_people(styles: tuple[NumberFormat, ...], read: Sequence[Reading]) -> NumberFormat | None:
    """The one format of a column; of two as frequent the Indonesian, unless no cell read tells them apart."""
    if len(styles) == 1:
        return styles[0]
    if any(_fits(r, _INDONESIAN) and not _fits(r, _ENGLISH) for r in read):
        return _INDONESIAN
    return _ENGLISH if any(_separated(r) for r in read) else None


def _shown(read: Sequence[Reading], style: NumberFormat | None) -> NumberFormat | None:
    """The separators that the column's cells show; None when no cell could be read."""
    if style is None:
        return NumberFormat("", "") if read else None
    formats = [reading.format for reading in read if _fits(reading, style)]
    thousands = max((form.thousands for form in formats), default="")
    return NumberFormat(thousands, max((form.decimal for form in formats), default=""))


def _quantity(cell: _Cell, reading: Reading, finest: int) -> Quantity:
    value = EXACT.multiply(reading.value, cell.factor)
    return Quantity(value, reading.decimals - cell.factor.adjusted(), finest, cell.unit, cell.text)
