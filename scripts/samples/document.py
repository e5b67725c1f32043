"""A sample report as data: a tree of headings, paragraphs, lists, tables and formulas, read from YAML.

A table's rows are written as they would be typed, one line a row, cells between `|`. A line that starts with `* ` is
bold; `^` is a cell merged with the one above, `<` with the one to its left; `---` is a page break between two rows and
` // ` one inside a cell (only the text renderings break there: a PDF breaks where its page is full).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import yaml

UP = "^"
LEFT = "<"
CELL_BREAK = " // "
_ROW_BREAK = "---"


class Mark(Enum):
    """A place in the report where something happens that is no text of its own."""

    PAGE = "page"
    BODY = "body"
    CONTENTS = "contents"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of one or two lines; `listed` is what the daftar isi says of it, where the two differ."""

    level: int
    lines: tuple[str, ...]
    listed: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `**` encloses bold words."""

    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Place, date and office at the end of a preface."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list, its numbers or letters as typed."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """left = top / bottom x 100%."""

    left: str
    top: str
    bottom: str
    factor: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `breaks` says that a page ended above it."""

    cells: tuple[str, ...]
    bold: bool = False
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its caption above it and a note below."""

    caption: tuple[str, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    align: str
    note: str
    bare: bool
    roomy: bool


Block = Heading | Paragraph | Signature | Items | Formula | Grid | Mark


@dataclass(frozen=True, slots=True)
class Output:
    """One file made of the report, and how it looks: `pdf` ruled or spaced, `txt`, `md`."""

    file: str
    layout: str
    font: str
    landscape: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report and the files to be made of it."""

    outputs: tuple[Output, ...]
    title: tuple[str, ...]
    owner: tuple[str, ...]
    running: str
    blocks: tuple[Block, ...]


def load(path: Path) -> Report:
    """Read one report; every scalar stays the text that was typed, so that 98.10 is not 98.1."""
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return Report(
        outputs=tuple(_output(item) for item in data["outputs"]),
        title=tuple(data["cover"]["title"]),
        owner=tuple(data["cover"]["owner"]),
        running=data["running"],
        blocks=tuple(_block(item) for item in data["blocks"]),
    )


def _output(item: dict[str, str]) -> Output:
    return Output(item["file"], item["layout"], item.get("font", "serif"), item.get("page") == "landscape")


def _block(item: str | dict[str, Any]) -> Block:
    if isinstance(item, str):
        return Paragraph(_flat(item))
    ((kind, value),) = item.items()
    match kind:
        case "bab" | "sub" | "subsub":
            return _heading(("bab", "sub", "subsub").index(kind), value)
        case "sign":
            return Signature(tuple(value))
        case "list":
            return Items(tuple(_flat(line) for line in value))
        case "formula":
            return Formula(value["left"], value["top"], value["bottom"], value["factor"])
        case "table":
            return _grid(value)
        case "mark":
            return Mark(value)
        case _:
            raise ValueError(f"unknown block: {kind}")


def _heading(level: int, value: str | dict[str, str]) -> Heading:
    text = value if isinstance(value, str) else value["text"]
    lines = tuple(text.split(" - "))
    return Heading(level, lines, " ".join(lines) if isinstance(value, str) else value["listed"])


def _grid(value: dict[str, Any]) -> Grid:
    header = _rows(value["header"])
    rows = _rows(value["rows"])
    width = len(header[0].cells)
    widths = tuple(float(number) for number in value["widths"].split())
    for part in (*(row.cells for row in header + rows), widths, value["align"]):
        if len(part) != width:
            raise ValueError(f"{value.get('caption')}: {len(part)} columns instead of {width}: {part}")
    return Grid(
        caption=tuple(value.get("caption", ())),
        header=tuple(Row(row.cells, bold=True) for row in header),
        rows=rows,
        widths=widths,
        align=value["align"],
        note=_flat(value.get("note", "")),
        bare=value.get("lines") == "none",
        roomy=value.get("space") == "wide",
    )


def _rows(text: str) -> tuple[Row, ...]:
    rows: list[Row] = []
    breaks = False
    for line in text.splitlines():
        if line.strip() == _ROW_BREAK:
            breaks = True
            continue
        bold = line.startswith("* ")
        cells = (line[2:] if bold else line).split("|")
        rows.append(Row(tuple(cell.strip() for cell in cells), bold, breaks))
        breaks = False
    return tuple(rows)


def _flat(text: str) -> str:
    return " ".join(text.split())
