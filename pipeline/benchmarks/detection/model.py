"""What a generated report is made of: printed figures, what the report states between them, and the blocks they are printed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from samples.document import Block

Value: TypeAlias = Decimal | str
Values: TypeAlias = Mapping[int, Value]
_OPEN, _CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Style:
    """How numbers are written: decimals, the two separators, what stands before and behind."""

    decimals: int = 0
    thousands: str = "."
    point: str = ","
    before: str = ""
    after: str = ""

    def show(self, value: Value) -> str:
        """A value as this style prints it; words are printed as they are."""
        return value if isinstance(value, str) else f"{self.before}{self.bare(value)}{self.after}"

    def bare(self, value: Decimal) -> str:
        """The number alone; brackets around it are its sign."""
        value = abs(value) if self.before.startswith("(") else value
        english = f"{value:,.{self.decimals}f}"
        return english.translate({ord(","): self.thousands, ord("."): self.point})


WORDS = Style()


class Kind(StrEnum):
    """What a figure is; several names of one measure where a slip tells them apart."""

    PAGU = "pagu"
    REALISASI = "realisasi"
    SISA = "sisa"
    SERAPAN = "serapan"
    FISIK = "fisik"
    LAMA = "pagu murni"
    SELISIH = "selisih pagu"
    TARGET = "target"
    TARGET_PK = "target PK"
    KINERJA = "kinerja"
    KINERJA_LALU = "kinerja tahun lalu"
    CAPAIAN = "capaian"
    RATA = "rata-rata"
    PERUBAHAN = "perubahan"
    PREDIKAT = "predikat"
    TERBILANG = "terbilang"
    ARAH = "arah"
    HITUNGAN = "hitungan"
    TAHUN = "tahun"


NUMERIC = tuple(kind for kind in Kind if kind not in (Kind.PREDIKAT, Kind.TERBILANG, Kind.ARAH, Kind.TAHUN))


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed value: `row` is its row's name as printed, `column` tells its column; `table` is "" in prose."""

    key: int
    value: Value
    kind: Kind
    style: Style
    row: str = ""
    table: str = ""
    column: str = ""
    total: bool = False


class Tie(StrEnum):
    """What is stated between figures; the first is the one that is stated of the others."""

    SUM = "jumlah"
    DIFFERENCE = "selisih"
    PERCENT = "persen"
    CAPAIAN = "capaian"
    MEAN = "rata-rata"
    SAME = "sama"
    LIMIT = "batas"
    SPELLED = "terbilang"
    LABEL = "predikat"
    CHANGE = "perubahan"
    DIRECTION = "arah"
    COUNT = "hitungan"
    YEAR = "tahun"


@dataclass(frozen=True, slots=True)
class Relation:
    """One thing that the report states; `bands` are the classes of a scale, each with its least value, from the top."""

    tie: Tie
    figures: tuple[int, ...]
    bands: tuple[tuple[Decimal, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table that may get lost: which grid, which row, which figures."""

    grid: int
    row: int
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A report being written."""

    figures: list[Figure] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add(self, figure: Figure) -> int:
        """A figure under the next number."""
        self.figures.append(figure)
        return figure.key

    def say(self, value: Value, kind: Kind, style: Style = WORDS, row: str = "") -> int:
        """A figure of a sentence."""
        return self.add(Figure(len(self.figures), value, kind, style, row))

    def tie(self, tie: Tie, *figures: int, bands: tuple[tuple[Decimal, str], ...] = ()) -> None:
        """State something between figures."""
        self.relations.append(Relation(tie, figures, bands))

    def values(self) -> dict[int, Value]:
        """Every figure's right value."""
        return {figure.key: figure.value for figure in self.figures}


def slot(key: int) -> str:
    """Where a figure is printed."""
    return f"{_OPEN}{key}{_CLOSE}"


def filled(text: str, printed: Sequence[str]) -> str:
    """A text with its figures in their places."""
    before, *parts = text.split(_OPEN)
    told = (part.partition(_CLOSE) for part in parts)
    return before + "".join(printed[int(key)] + rest for key, _, rest in told)


def keys_in(text: str) -> tuple[int, ...]:
    """The figures that a text prints."""
    return tuple(int(part.partition(_CLOSE)[0]) for part in text.split(_OPEN)[1:])
