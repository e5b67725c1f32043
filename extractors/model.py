"""What an extractor hands on: pages, lines, tables and cells, each with its place, text as printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

Box: TypeAlias = tuple[float, float, float, float]


def setters_of(record: Any) -> list[Any]:
    """What sets the fields of a frozen record, in their order, while it is made.

    `object.__setattr__`, by which dataclasses do it, looks each field up anew: a report has a hundred thousand cells and places,
    and they are made in half the time by an `__init__` of their own.
    """
    return [vars(record)[name].__set__ for name in record.__slots__]


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


@dataclass(frozen=True, slots=True, init=False)
class Place:
    """Where something stands: page from 1 for paged input, line from 1 for text, `part` for a sheet or block.

    `bbox` is (x0, y0, x1, y1) in points, origin top left.
    """

    page: int | None = None
    line: int | None = None
    bbox: Box | None = None
    part: str | None = None

    def __init__(self, page: int | None = None, line: int | None = None, bbox: Box | None = None, part: str | None = None) -> None:
        _set_page(self, page)
        _set_line(self, line)
        _set_bbox(self, bbox)
        _set_part(self, part)


_set_page, _set_line, _set_bbox, _set_part = setters_of(Place)


@dataclass(frozen=True, slots=True, init=False)
class Cell:
    """One cell, its text verbatim (line breaks kept); merged cells carry their text in the top-left one."""

    text: str
    place: Place
    bold: bool = False
    indent: float = 0.0

    def __init__(self, text: str, place: Place, bold: bool = False, indent: float = 0.0) -> None:
        _set_text(self, text)
        _set_place(self, place)
        _set_bold(self, bold)
        _set_indent(self, indent)


_set_text, _set_place, _set_bold, _set_indent = setters_of(Cell)


@dataclass(frozen=True, slots=True, init=False)
class Row:
    """One row of a table; every row of a table has the same number of cells."""

    cells: tuple[Cell, ...]
    place: Place

    def __init__(self, cells: tuple[Cell, ...], place: Place) -> None:
        _set_cells(self, cells)
        _set_row_place(self, place)


_set_cells, _set_row_place = setters_of(Row)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed, joined over pages, header rows included and repeated headers dropped."""

    rows: tuple[Row, ...]
    place: Place
    caption: str = ""
    caption_place: Place | None = None
    engine: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, init=False)
class TextLine:
    """One printed line (or, in text input, one paragraph line) outside tables, in reading order."""

    text: str
    place: Place
    bold: bool = False

    def __init__(self, text: str, place: Place, bold: bool = False) -> None:
        _set_line_text(self, text)
        _set_line_place(self, place)
        _set_line_bold(self, bold)


_set_line_text, _set_line_place, _set_line_bold = setters_of(TextLine)


Block: TypeAlias = TextLine | Table


@dataclass(frozen=True, slots=True)
class Page:
    """One page of paged input; width and height in points. `asked` names the engines whose opinion of its tables was sought."""

    number: int
    width: float
    height: float
    kind: PageKind
    characters: int = 0
    engine: str = ""
    asked: tuple[str, ...] = ()

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
