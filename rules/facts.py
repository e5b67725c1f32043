"""One report as facts on the common schema, and read-only questions about it. Rules see nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from extractors.record import record
from rules.exact import Interval
from rules.location import Location as Location
from rules.naming import NO_NAMES, Names
from rules.once import once
from rules.printed import PrintedLine
from rules.quantity import Number, Quantity
from rules.said import Said
from rules.vocabulary import AMOUNTS as AMOUNTS
from rules.vocabulary import PERCENTAGES as PERCENTAGES
from rules.vocabulary import Jenis as Jenis
from rules.vocabulary import Measure as Measure
from rules.vocabulary import Peran as Peran
from rules.vocabulary import Susunan as Susunan


class NumberFormat(NamedTuple):
    """The separators of a column: thousands and decimal, each "." or "," or "" when the column shows none."""

    thousands: str
    decimal: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column that means something.

    `header` is the printed header path joined by " > ". `explicit` says that the header itself names the measure
    (`% realisasi keuangan`), and not only its position (`%`). `variant` is "murni", "perubahan" or "".
    `group` counts the blocks of a table printed side by side, from 0. `location` is the header cell that tells the year, or the last.
    """

    index: int
    header: str
    measure: Measure
    year: int | None = None
    variant: str = ""
    group: int = 0
    explicit: bool = True
    unit: str = ""
    format: NumberFormat | None = None
    location: Location | None = None


@record
class Fact:
    """One cell that says something of its row: a number, a hole, or (for a predikat) a label in `label`.

    `format` are the separators that the cell itself shows, which may not be those of its column.
    """

    measure: Measure
    number: Number
    column: Column
    location: Location
    year: int | None = None
    label: str = ""
    format: NumberFormat | None = None

    @property
    def quantity(self) -> Quantity | None:
        """The number, when there is one."""
        return self.number if isinstance(self.number, Quantity) else None


@record
class Baris:
    """A row of a table as a subject with its facts.

    `index` is its position in `Tabel.baris`; `parent` the index of the row it is part of. `level` is 0 for the top.
    `subject` is the key under which the same program, kegiatan or indicator is known throughout the report.
    `context` are the labels to its left that hold for several rows (sasaran, indikator), outermost first.
    `source_row` is the row of the extracted table, so that two rows of one printed row can be told.
    """

    index: int
    name: str
    facts: tuple[Fact, ...]
    location: Location
    kode: str = ""
    subject: str = ""
    level: int = 0
    parent: int | None = None
    peran: Peran = Peran.RINCIAN
    group: int = 0
    satuan: str = ""
    context: tuple[str, ...] = ()
    source_row: int = 0

    def all(self, measure: Measure) -> tuple[Fact, ...]:
        """The facts of one measure, in column order (several years, murni and perubahan)."""
        return tuple([fact for fact in self.facts if fact.measure == measure])

    def get(self, measure: Measure, like: Column | None = None) -> Fact | None:
        """The fact of a measure in the same group, year and variant as another column; the only one without it."""
        found = self.all(measure)
        if like is not None:
            found = tuple(f for f in found if same_block(f.column, like))
        return found[0] if len(found) == 1 else None


def same_block(one: Column, two: Column) -> bool:
    """Whether two columns speak of the same block and year; an unstated year or variant agrees with any."""
    years = one.year == two.year or one.year is None or two.year is None
    variants = one.variant == two.variant or not one.variant or not two.variant
    return one.group == two.group and years and variants


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table as facts. `nomor` is the printed number (`3.2`), `judul` the caption; `position` its reading order.

    `header` is the first header row. `row_numbers` are the cells of the numbering column, empty ones too, of any table
    that has one, whether its header is understood or not; `column_numbers` those of a row `(1) (2) (3)` without gaps.
    """

    id: str
    nomor: str
    judul: str
    jenis: Jenis
    columns: tuple[Column, ...]
    baris: tuple[Baris, ...]
    location: Location
    position: int
    susunan: Susunan = Susunan.DATAR
    year: int | None = None
    engine: str = ""
    header: Location | None = None
    row_numbers: tuple[Location, ...] = ()
    column_numbers: tuple[Location, ...] = ()

    def rincian(self, group: int = 0) -> tuple[Baris, ...]:
        """The rows that carry a subject of their own: no totals, averages or banners."""
        return tuple(b for b in self.baris if b.peran == Peran.RINCIAN and b.group == group)

    def column(self, fact: Fact) -> tuple[Fact, ...]:
        """All facts of the column in which a fact stands, from top to bottom."""
        return tuple(f for b in self.baris for f in b.facts if f.column.index == fact.column.index)

    @property
    def label(self) -> str:
        """How people are told which table is meant."""
        return f"Tabel {self.nomor} {self.judul}".strip() if self.nomor else self.judul or "tabel tanpa judul"


@dataclass(frozen=True, slots=True)
class Band:
    """One class of a scale; `limits` holds the values which it covers as printed."""

    label: str
    limits: Interval
    location: Location


@dataclass(frozen=True, slots=True)
class Skala:
    """A scale of predikat: declared by the report (`declared`), or of a regulation that the report names."""

    id: str
    source: str
    bands: tuple[Band, ...]
    location: Location
    declared: bool = True
    table: str = ""


@record
class Mention:
    """One figure in prose, and what is said of it.

    `claim` groups the mentions of one statement (pagu, realisasi and percentage of one sub kegiatan); `subject` is
    the key of what it speaks of, "" when it cannot be tied to one. `words` is the terbilang in brackets, if any.
    `location.text` is the whole sentence.
    """

    measure: Measure
    quantity: Quantity
    location: Location
    claim: int
    subject: str = ""
    subject_name: str = ""
    year: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Terbilang:
    """A numeral and the words in brackets behind it, wherever they stand; `value` is what the words spell, if they can be read.

    `misspelt` lists the words that are no number words but could be read as one, each with that reading.
    """

    quantity: Quantity
    words: str
    value: Decimal | None
    misspelt: tuple[tuple[str, str], ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A number that is given a predikat in words or letters, in prose or in one cell: `86,77% (Tinggi)`, `80 (A)`.

    `about` says whose scale it is, as far as the text tells: "akip", "ikm", or "" for a capaian in percent.
    """

    label: str
    quantity: Quantity
    location: Location
    about: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the report: its printed number or letter, its text and depth (0 for BAB)."""

    nomor: str
    text: str
    level: int
    location: Location


@dataclass(frozen=True, slots=True)
class Stated:
    """Something the report says of itself, with where it was read."""

    value: str
    location: Location | None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who reports, on which year, in which kind of document."""

    agency: Stated
    region: Stated
    year: int | None
    year_location: Location | None
    kind: Stated


@record
class Sentence:
    """One sentence of prose, with the heading it stands under."""

    text: str
    location: Location
    heading: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class ReportView:
    """Read-only view of one report for the rules; `bare_pages` have next to no text, on `undrawn_pages` there is nothing but text."""

    document: str
    identity: Identity
    tables: tuple[Tabel, ...]
    scales: tuple[Skala, ...] = ()
    mentions: tuple[Mention, ...] = ()
    terbilang: tuple[Terbilang, ...] = ()
    sebutan: tuple[Sebutan, ...] = ()
    headings: tuple[Heading, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: Names = NO_NAMES
    said: Said = Said()  # noqa: RUF009  a frozen record of empty tuples
    lines: tuple[PrintedLine, ...] = ()
    bare_pages: tuple[int, ...] = ()
    undrawn_pages: frozenset[int] = frozenset()

    def facts(self) -> Iterator[tuple[Tabel, Baris, Fact]]:
        """Every fact with its row and table."""
        for table in self.tables:
            for baris in table.baris:
                for fact in baris.facts:
                    yield table, baris, fact

    def of_subject(self, subject: str) -> tuple[tuple[Tabel, Baris], ...]:
        """The rows that speak of one subject, in reading order."""
        return rows_by_subject(self).get(subject, ()) if subject else ()


@once
def rows_by_subject(report: ReportView) -> dict[str, tuple[tuple[Tabel, Baris], ...]]:
    """The rows of a report, in reading order, by what they speak of."""
    found: dict[str, list[tuple[Tabel, Baris]]] = {}
    for tabel in report.tables:
        for baris in tabel.baris:
            found.setdefault(baris.subject, []).append((tabel, baris))
    return {subject: tuple(rows) for subject, rows in found.items()}
