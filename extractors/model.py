"""What an extractor hands on: pages, lines, tables and cells, each with its place, text as printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from extractors.record import record

Box: TypeAlias = tuple[float, float, float, float]


class PageKind(StrEnum):
    """What a page is made of, as far as reading it goes."""

    DIGITAL = "digital"
    SCAN = "scan"
    BLANK = "blank"


class Category(StrEnum):
    """The closed list of reasons why something could not be read."""

    EMPTY = "berkas_kosong"
    NOT_A_DOCUMENT = "bukan_dokumen"
    WRONG_EXTENSION = "salah_ekstensi"
    ENCRYPTED = "terenkripsi"
    DAMAGED = "rusak"
    UNREADABLE = "tidak_dapat_dibuka"
    SCAN = "hasil_pindai"
    TOO_LARGE = "terlalu_besar"
    TIMEOUT = "waktu_habis"
    OUT_OF_MEMORY = "memori_habis"
    CRASHED = "proses_berhenti"
    ENGINE = "mesin_gagal"


@record
class Place:
    """Where something stands: page from 1 for paged input, line from 1 for text, `part` for a sheet or block.

    `bbox` is (x0, y0, x1, y1) in points, origin top left.
    """

    page: int | None = None
    line: int | None = None
    bbox: Box | None = None
    part: str | None = None


@record
class Cell:
    """One cell, its text verbatim (line breaks kept); merged cells carry their text in the top-left one."""

    text: str
    place: Place
    bold: bool = False
    indent: float = 0.0


@record
class Row:
    """One row of a table; every row of a table has the same number of cells."""

    cells: tuple[Cell, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed, joined over pages, header rows included and repeated headers dropped."""

    rows: tuple[Row, ...]
    place: Place
    caption: str = ""
    caption_place: Place | None = None
    engine: str = ""
    notes: tuple[str, ...] = ()


@record
class TextLine:
    """One printed line (or, in text input, one paragraph line) outside tables, in reading order."""

    text: str
    place: Place
    bold: bool = False


Block: TypeAlias = TextLine | Table


@dataclass(frozen=True, slots=True)
class Page:
    """One page of paged input; width and height in points. `asked` names the engines whose opinion of its tables was sought.

    `undrawn` says that nothing stands on it but its text and the rules of a header or footer: no picture, no drawing, no stamp.
    """

    number: int
    width: float
    height: float
    kind: PageKind
    characters: int = 0
    engine: str = ""
    asked: tuple[str, ...] = ()
    undrawn: bool = False

    @property
    def is_lost(self) -> bool:
        """Whether it could not be opened at all; nobody knows then how large it is, or whether it is blank."""
        return not self.width


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read, and what the reader can do about it. Message and advice are Indonesian."""

    document: str
    stage: str
    category: Category
    message: str
    advice: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its pages, and its lines and tables in reading order."""

    name: str
    sha256: str
    kind: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """The lines outside tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, TextLine))
