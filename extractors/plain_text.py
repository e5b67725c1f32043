"""Text reports: tab-separated, pipe and markdown tables among paragraphs, with the leftovers of a conversion.

Markup is not print: `<b>` and `**` mean bold, `<br>` and `<li>` a line break; everything else of a cell is kept
verbatim. A table that a page break cut in two is joined by `extractors.stitch`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors import stitch
from extractors.model import Block, Cell, Document, Place, Row, Table, TextLine

ENGINE = "teks"

_SEPARATOR_CELL = re.compile(r"\s*:?-{2,}:?\s*")
_BREAK = re.compile(r"<(?:br|/?li|/?ol|/?ul|/?p)\b[^>]{0,200}>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"<sup>[^<]{0,10}</sup>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|strong|i|em|u|sub|sup|span|font|td|tr|th|div|center)\b[^>]{0,200}>", re.IGNORECASE)
_BOLD = re.compile(r"<b>|<strong>|\*\*", re.IGNORECASE)
_STARS = re.compile(r"\*{2,3}")
_MIN_PIPES = 1


def read_text(name: str, sha256: str, data: bytes) -> Document:
    """A text report as a document; line numbers count from 1 as an editor shows them."""
    lines = decode(data).split("\n")
    return Document(name, sha256, "text", (), stitch.join(tuple(_blocks(lines))))


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8, else Latin-1; line ends made one."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    run: list[tuple[int, list[str]]] = []
    pipes = False
    for number, line in enumerate(lines, start=1):
        cells = split_row(line)
        if run and (cells is None or _is_pipe(line) != pipes):
            yield from _table(run)
            run = []
        if cells is not None:
            run.append((number, cells))
            pipes = _is_pipe(line)
        elif line.strip():
            yield TextLine(line.strip(), Place(line=number), bold=bool(_BOLD.search(line)))
    if run:
        yield from _table(run)


def split_row(line: str) -> list[str] | None:
    """The cells of a line of a table, or None for a line of prose."""
    if "\t" in line:
        return line.rstrip("\n").split("\t")
    stripped = line.strip()
    if stripped.startswith("|") and stripped.count("|") > _MIN_PIPES:
        return [cell.strip() for cell in stripped.strip("|").split("|")]
    return None


def _is_pipe(line: str) -> bool:
    return "\t" not in line


def _table(run: Sequence[tuple[int, list[str]]]) -> Iterator[Block]:
    """The rows of a run of table lines; a run of one column is prose with a stray tab."""
    rows = [(number, cells) for number, cells in run if not _says_nothing(cells)]
    width = max((len(cells) for _, cells in rows), default=0)
    if width < 2:
        yield from (TextLine(" ".join(cells).strip(), Place(line=number)) for number, cells in rows)
        return
    built = tuple(Row(tuple(_cells(cells, width, number)), Place(line=number)) for number, cells in rows)
    yield Table(built, built[0].place, engine=ENGINE)


def _says_nothing(cells: Sequence[str]) -> bool:
    """An empty row, or the rule of dashes under a markdown header."""
    return all(_SEPARATOR_CELL.fullmatch(cell) for cell in cells if cell.strip())


def _cells(cells: Sequence[str], width: int, line: int) -> Iterator[Cell]:
    for index in range(width):
        raw = cells[index] if index < len(cells) else ""
        yield Cell(without_markup(raw), Place(line=line), bold=bool(_BOLD.search(raw)))


def without_markup(text: str) -> str:
    """A cell's text as it was printed: tags and stars of the conversion gone, breaks as line breaks."""
    text = _BREAK.sub("\n", text)
    text = _TAG.sub("", _FOOTNOTE.sub("", text))
    return _STARS.sub("", text).strip()
