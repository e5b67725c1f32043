"""A printed number as what it is: a value, a precision, a unit and its text; or a hole with its reason."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from extractors.record import record
from rules.exact import EXACT, Interval, cut_to, point, rounded_to, unit_of

RUPIAH = "Rp"
PERSEN = "%"


class Hole(StrEnum):
    """Why a cell carries no number."""

    KOSONG = "kosong"
    STRIP = "strip"
    BUKAN_ANGKA = "bukan angka"
    RENTANG = "rentang"
    BATAS = "batas"
    GANDA = "lebih dari satu bacaan"
    GABUNGAN = "mungkin sel gabungan"


@record
class Unreadable:
    """A hole: nothing, a dash, a text, a range, or a number that can be read in two ways.

    `shared` is the number of a cell that may be merged over several rows: a statement about them together.
    """

    text: str
    reason: Hole
    shared: Quantity | None = None


@record
class Quantity:
    """A number as printed.

    `value` is exact. `decimals` are the printed ones; `column_decimals` those of its column: the most that are
    not all zero there, so that a padded `92,40` among one-decimal numbers has one, and `100` among `98,42` has two.
    `unit` is `Rp`, `%` or the printed unit; an amount in rupiah is exact, every other number may have been rounded.
    Decimals below zero: `Rp1,5 juta`, or thousands under `(dalam ribuan)`, stand for all amounts that round to them.
    `text` is the cell or the part of the sentence, verbatim.
    """

    value: Decimal
    decimals: int
    column_decimals: int
    unit: str
    text: str

    @property
    def exact(self) -> bool:
        """Whether the number stands for itself alone: money printed to the rupiah."""
        return self.unit == RUPIAH and self.decimals >= 0

    def interval(self) -> Interval:
        """The numbers which, properly rounded, are printed as this one."""
        return point(self.value) if self.exact else rounded_to(self.value, self._sure_decimals())

    def lenient(self) -> tuple[Interval, ...]:
        """What else could explain the print: decimals cut off, or a zero that only pads the column."""
        if self.exact:
            return (point(self.value),)
        printed = self._sure_decimals()
        fewest = min(printed, self.column_decimals)
        return (cut_to(self.value, printed), rounded_to(self.value, fewest), cut_to(self.value, fewest))

    def farthest(self) -> Interval:
        """What holds all that could explain the print: quickly asked, and most numbers lie outside."""
        return Interval(EXACT.subtract(self.value, self.reach), EXACT.add(self.value, self.reach))

    @property
    def reach(self) -> Decimal:
        """How far from the print the farthest number lies that could explain it."""
        return unit_of(0 if self.exact else min(self._sure_decimals(), self.column_decimals))

    def _sure_decimals(self) -> int:
        """A whole hundred in a column of decimals is a hundred to the column's precision."""
        return self.column_decimals if self.decimals == 0 and self.value == 100 else self.decimals


Number: TypeAlias = Quantity | Unreadable
