"""The lines of a report with their numbers and letters, for the rules that judge its structure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.model import Block, Table
from pipeline.normalize.headings import parts
from pipeline.normalize.outline import BAB, CONTENTS
from pipeline.normalize.reading import Line, lines_of, without_markup
from rules.printed import PrintedLine

_SHAPES = r"\((?:\d{1,2}|[a-z]|[ivx]{2,5})\)\.?|\d{1,2}[.)]|[A-Za-z][.)]|[ivx]{2,5}[.)]|[IVX]{2,5}[.)]"
_DOTTED = r"\d{1,2}(?:\.\d{1,2}){1,4}[.)]?(?=\s|[A-Z][a-z])"
_NUMBERED = re.compile(rf"(?:[-–•]\s+)?(?P<nomor>{_DOTTED}|(?:{_SHAPES})(?=\s|[A-Z][a-z]|$)|[a-z]\.(?=[a-z]{{4}}))\s*(?P<name>.*)")
_PAGE = re.compile(r"(?:[IVX]{1,5}\s?[-–]\s?)?(?:\d{1,3}|[ivxlc]{1,6})|[IVX]{1,5}\s?[-–]")
_LEADERS = " .…_"
_FEWEST_ENTRIES = 4


def printed_lines(blocks: Sequence[Block]) -> tuple[PrintedLine, ...]:
    """Every line that says something, and a mark for each table; a table of contents that was set as a table is lines again."""
    lines = lines_of(blocks)
    read = {line.index: line for line in lines if line is not None}
    zones, titles = parts(lines)
    found: list[PrintedLine] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            found += [*_entries(block), PrintedLine("", block.place, table=True)]
        elif index in read:
            title = titles.get(index)
            rest = index in titles and title is None and index not in zones
            found.append(_printed(read[index], zones.get(index), title.level if title else None, rest=rest))
    return tuple(found)


def _printed(line: Line, zone: str | None, level: int | None, *, rest: bool) -> PrintedLine:
    nomor, name = _numbered(line.text)
    return PrintedLine(line.text, line.place, nomor, name, level, zone or "", line.bold, line.wide, rest or zone == "")


def _numbered(text: str) -> tuple[str, str]:
    """The number or letter a line begins with, and what follows; "" and the whole line when it has none."""
    match = _NUMBERED.match(text)
    return (match["nomor"], match["name"]) if match else ("", text)


def _entries(table: Table) -> list[PrintedLine]:
    """The lines of a table that lists the report's chapters with their pages; none for any other table."""
    rows = [[without_markup(cell.text) for cell in row.cells if cell.text.strip()] for row in table.rows]
    paged = sum(len(row) > 1 and bool(_PAGE.fullmatch(row[-1])) for row in rows)
    chapters = sum(bool(row) and bool(BAB.match(row[0])) for row in rows)
    if len(rows) < _FEWEST_ENTRIES or not chapters or 2 * paged < len(rows):
        return []
    return list(_listed(table, rows))


def _listed(table: Table, rows: Sequence[Sequence[str]]) -> Iterator[PrintedLine]:
    for row, cells in zip(table.rows, rows, strict=True):
        said = cells[:-1] if len(cells) > 1 and _PAGE.fullmatch(cells[-1]) else cells
        text = " ".join(said).rstrip(_LEADERS)
        if text:
            place = next(cell.place for cell in row.cells if cell.text.strip())
            nomor, name = _numbered(text)
            yield PrintedLine(text, place, nomor, name, zone=CONTENTS[0])
