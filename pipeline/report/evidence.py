"""The neighbourhood of a finding: the rows of the table around the cell, or the sentence with its figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors.model import Document, Place, Table
from pipeline.report.text import Piece, one_line, pieces, short
from rules.facts import Location, ReportView, Tabel

_AROUND = 2
_HEAD_ROWS = 4
_ROWS = 16
_COLUMNS = 10
_TABLES = 3
_QUOTES = 8
_CELL = 140
_FIGURE = re.compile(r"(?:Rp)?[\s\d.,()%/–-]*\d[\s\d.,()%–-]*", re.IGNORECASE)


class Mark(StrEnum):
    """Why a cell is pointed out; the values are used as class names."""

    NONE = ""
    WRONG = "salah"
    OPERAND = "pembanding"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a table of the document; no column when only its row is known."""

    table: int
    row: int
    column: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of an excerpt; `figure` is set flush right; `skipped` stands for columns left out."""

    text: str
    mark: Mark = Mark.NONE
    figure: bool = False
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of an excerpt. `before` counts the rows left out above it; `where` is its page or line."""

    cells: tuple[Shown, ...]
    where: int | None
    before: int = 0
    mark: Mark = Mark.NONE


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some rows and columns of a table. `by_line`: `where` counts lines of a text file, otherwise pages."""

    title: str
    head: tuple[ShownRow, ...]
    rows: tuple[ShownRow, ...]
    after: int
    by_line: bool
    show_where: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its figure marked."""

    location: Location
    pieces: tuple[Piece, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is shown beside a finding."""

    excerpts: tuple[Excerpt, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Atlas:
    """Where every cell of a document stands, to find it again from a location."""

    tables: tuple[Table, ...]
    cells: Mapping[Place, tuple[Spot, ...]]
    facts: Mapping[Location, Spot]
    known: Mapping[int, Tabel]

    def head_rows(self, table: int) -> int:
        """How many rows stand above the first row with facts."""
        known = self.known.get(table)
        first = min((baris.source_row for baris in known.baris), default=1) if known else 1
        return min(first, _HEAD_ROWS, len(self.tables[table].rows))

    def title(self, table: int) -> str:
        """How people are told which table is meant."""
        known = self.known.get(table)
        return short(known.label if known else self.tables[table].caption, 200)


def atlas_of(document: Document, view: ReportView) -> Atlas:
    """The atlas of a document, with what is known of its tables."""
    tables = document.tables
    cells: dict[Place, list[Spot]] = {}
    for number, table in enumerate(tables):
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row.cells):
                cells.setdefault(cell.place, []).append(Spot(number, r, c))
    by_place = {table.place: number for number, table in enumerate(tables)}
    known: dict[int, Tabel] = {}
    facts: dict[Location, Spot] = {}
    for tabel in view.tables:
        if (here := by_place.get(tabel.location.place)) is not None:
            known.setdefault(here, tabel)
            facts.update((location, spot) for location, spot in _facts(here, tabel) if _text(tables, spot) == one_line(location.text))
    return Atlas(tables, {place: tuple(spots) for place, spots in cells.items()}, facts, known)


def find(atlas: Atlas, location: Location) -> Spot | None:
    """The cell that a location speaks of. Of two equal cells of a line neither is taken: only the row is known."""
    if location in atlas.facts:
        return atlas.facts[location]
    spots, text = atlas.cells.get(location.place, ()), one_line(location.text)
    same = [spot for spot in spots if _text(atlas.tables, spot) == text] or [spot for spot in spots if text in _text(atlas.tables, spot)]
    if len(same) == 1 or len(spots) == 1:
        return (same or spots)[0]
    rows = {(spot.table, spot.row) for spot in spots}
    return Spot(*rows.pop(), None) if len(rows) == 1 else None


def is_figure(text: str, column: int) -> bool:
    """Whether a cell is set flush right, as figures are; the first column holds numbers of rows."""
    return column > 0 and bool(_FIGURE.fullmatch(text[:200]))


def evidence_of(atlas: Atlas, locations: Sequence[Location], stated: str, expected: str) -> Evidence:
    """The excerpts and quotes for the places of a finding, the wrong one first."""
    marks: dict[int, dict[Spot, Mark]] = {}
    quotes: list[Quote] = []
    for index, location in enumerate(locations):
        mark = Mark.OPERAND if index else Mark.WRONG
        if spot := find(atlas, location):
            marks.setdefault(spot.table, {}).setdefault(spot, mark)
        elif location.text and len(quotes) < _QUOTES:
            figures = (expected, stated) if index else (stated, expected)
            quotes.append(Quote(location, _marked(location.text, figures), mark))
    excerpts = tuple(_excerpt(atlas, table, spots) for table, spots in list(marks.items())[:_TABLES])
    return Evidence(excerpts, tuple(quotes))


def _facts(number: int, tabel: Tabel) -> Iterator[tuple[Location, Spot]]:
    for baris in tabel.baris:
        for fact in baris.facts:
            yield fact.location, Spot(number, baris.source_row, fact.column.index)


def _marked(sentence: str, figures: Sequence[str]) -> tuple[Piece, ...]:
    tried = [pieces(sentence, figure) for figure in figures]
    return next((found for found in tried if any(piece.marked for piece in found)), tried[0])


def _excerpt(atlas: Atlas, number: int, marks: Mapping[Spot, Mark]) -> Excerpt:
    table, heads = atlas.tables[number], atlas.head_rows(number)
    chosen = _rows(len(table.rows), heads, marks)
    columns = _columns(table, (*range(heads), *chosen), {spot.column for spot in marks if spot.column is not None})
    head = tuple(_row(table, (row, 0), columns, marks) for row in range(heads))
    befores = [row - above - 1 for above, row in zip((heads - 1, *chosen), chosen, strict=False)]
    rows = tuple(_row(table, (row, gap), columns, marks) for row, gap in zip(chosen, befores, strict=True))
    by_line = table.place.line is not None
    return Excerpt(
        title=atlas.title(number),
        head=head,
        rows=rows,
        after=len(table.rows) - (chosen[-1] + 1 if chosen else heads),
        by_line=by_line,
        show_where=by_line or len({row.where for row in rows}) > 1,
    )


def _rows(count: int, heads: int, marks: Mapping[Spot, Mark]) -> tuple[int, ...]:
    """The marked rows with neighbours of the wrong one; of very many operands the first and the last."""
    wrong = [spot.row for spot, mark in marks.items() if mark == Mark.WRONG]
    near = [near for row in wrong for near in sorted(range(row - _AROUND, row + _AROUND + 1), key=lambda r: abs(r - row))]
    operands = sorted({spot.row for spot, mark in marks.items() if mark == Mark.OPERAND})
    far = [*operands[: _ROWS - len(near) - 3], *operands[-3:]]
    chosen = {row for row in (*near, *far) if heads <= row < count}
    # To say that one row is left out takes as much room as to show it.
    return tuple(row for row in range(heads, count) if row in chosen or {row - 1, row + 1} <= chosen | {heads - 1, count})


def _columns(table: Table, rows: Iterable[int], marked: set[int]) -> tuple[int | None, ...]:
    """The columns to show, None where some are left out; empty ones are dropped, and far ones of a wide table."""
    shown = list(rows)
    width = max((len(row.cells) for row in table.rows), default=0)
    filled = [c for c in range(width) if c in marked or any(_cell(table, r, c).strip() for r in shown)]
    near = {c + step for c in marked for step in (-1, 0, 1)}
    ranked = sorted(filled, key=lambda c: (c not in marked, c >= 2, c not in near, c))
    kept = sorted(ranked[: max(_COLUMNS, len(marked))])
    columns: list[int | None] = []
    for column in kept:
        if columns and filled.index(column) != filled.index(kept[kept.index(column) - 1]) + 1:
            columns.append(None)
        columns.append(column)
    return (*columns, None) if kept and kept[-1] != filled[-1] else tuple(columns)


def _cell(table: Table, row: int, column: int) -> str:
    """The text of a cell; a broken table may have rows of different lengths."""
    cells = table.rows[row].cells if row < len(table.rows) else ()
    return cells[column].text if column < len(cells) else ""


def _text(tables: Sequence[Table], spot: Spot) -> str:
    return "" if spot.column is None else one_line(_cell(tables[spot.table], spot.row, spot.column))


def _row(table: Table, at: tuple[int, int], columns: Iterable[int | None], marks: Mapping[Spot, Mark]) -> ShownRow:
    row, before = at
    here = {spot.column: mark for spot, mark in marks.items() if spot.row == row}
    cells = tuple(Shown("…", skipped=True) if c is None else _shown(_cell(table, row, c), c, here.get(c, Mark.NONE)) for c in columns)
    place = table.rows[row].place
    return ShownRow(cells, place.line if place.line is not None else place.page, before, here.get(None, Mark.NONE))


def _shown(text: str, column: int, mark: Mark) -> Shown:
    return Shown(short(text, _CELL), mark, figure=is_figure(text, column))
