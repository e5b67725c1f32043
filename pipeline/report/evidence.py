"""The neighbourhood of a finding: the rows of the table around the cell, or the sentence with its figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from extractors.model import Document, Place, Table
from pipeline.report.text import Piece, one_line, pieces, short
from rules.facts import Location, ReportView, Tabel
from rules.outcome import Amendment, Correction, Finding

_AROUND = 2
_HEAD_ROWS = 4
_ROWS = 16
_COLUMNS = 10
_TABLES = 3
_QUOTES = 8
_CELL = 140
_LONG_BANNER = 30
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
    """A cell of an excerpt; `figure` is set flush right; `skipped` stands for columns left out.

    `amended` is what a reviewer corrected in it.
    """

    text: str
    mark: Mark = Mark.NONE
    figure: bool = False
    skipped: bool = False
    amended: Amendment | None = None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of an excerpt. `before` counts the rows left out above it; `where` is its page or line.

    `banner` is the text of a row that has only one, which then has the whole width.
    """

    cells: tuple[Shown, ...]
    where: int | None
    before: int = 0
    mark: Mark = Mark.NONE
    banner: str = ""


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
    """A sentence with its figure marked, and what a reviewer corrected in it."""

    location: Location
    pieces: tuple[Piece, ...]
    mark: Mark
    corrected: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is shown beside a finding; `seen` are the tables shown, and the wrong cells in them."""

    excerpts: tuple[Excerpt, ...] = ()
    quotes: tuple[Quote, ...] = ()
    tables: frozenset[int] = frozenset()
    seen: frozenset[Spot] = frozenset()


@dataclass(frozen=True, slots=True)
class Atlas:
    """Where every cell of a document stands, to find it again from a location; `amended` are those that reviewers corrected."""

    tables: tuple[Table, ...]
    cells: Mapping[Place, tuple[Spot, ...]]
    facts: Mapping[Location, Spot]
    known: Mapping[int, Tabel]
    captions: frozenset[Place]
    amended: Mapping[Spot, Amendment]

    def head_rows(self, table: int) -> int:
        """How many rows stand above the first row with facts."""
        known = self.known.get(table)
        first = min((baris.source_row for baris in known.baris), default=1) if known else 1
        return min(first, _HEAD_ROWS, len(self.tables[table].rows))

    def title(self, table: int) -> str:
        """How people are told which table is meant; one without a title by its place, which is Indonesian as titles are."""
        known, printed = self.known.get(table), self.tables[table]
        titled = known.nomor or known.judul if known else printed.caption
        return short(known.label if known and titled else titled, 200) or f"tabel tanpa judul{_near(printed.place)}"


def _near(place: Place) -> str:
    if place.page is not None:
        return f" (halaman {place.page})"
    return f" (baris {place.line})" if place.line is not None else ""


def atlas_of(document: Document, view: ReportView, amended: Iterable[Amendment] = ()) -> Atlas:
    """The atlas of a document as its reviewers read it, with what is known of its tables."""
    tables = document.tables
    cells: dict[Place, list[Spot]] = {}
    for number, table in enumerate(tables):
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row.cells):
                cells.setdefault(cell.place, []).append(Spot(number, r, c))
    known: dict[int, Tabel] = {}
    facts: dict[Location, Spot] = {}
    for tabel in view.tables:
        if (here := _table_of(tabel, cells)) is not None:
            known.setdefault(here, tabel)
            facts.update((location, spot) for location, spot in _facts(here, tabel) if _text(tables, spot) == one_line(location.text))
    captions = frozenset(table.caption_place for table in tables if table.caption_place)
    atlas = Atlas(tables, {place: tuple(spots) for place, spots in cells.items()}, facts, known, captions, {})
    places = ((find(atlas, replace(one.location, text=one.value)), one) for one in amended)
    return replace(atlas, amended={spot: one for spot, one in places if spot})


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


def evidence_of(atlas: Atlas, finding: Finding, symptoms: Sequence[Finding] = ()) -> Evidence:
    """The excerpts and quotes for the places of a finding, the wrong one first; wrong cells of its symptoms beside it."""
    marks: dict[int, dict[Spot, Mark]] = {}
    quotes: list[Quote] = []
    for index, location in enumerate(finding.locations):
        mark = Mark.OPERAND if index else Mark.WRONG
        if spot := find(atlas, location):
            marks.setdefault(spot.table, {}).setdefault(spot, mark)
        elif location.text and len(quotes) < _QUOTES and (not index or location.place not in atlas.captions):
            wanted = pieces(location.text, finding.expected if index else finding.stated)
            quotes.append(Quote(location, wanted, mark, tuple(one for one in finding.corrected if one.place == location.place)))
    for spot in wrong_spots(atlas, symptoms):
        if spot.table in marks:
            marks[spot.table].setdefault(spot, Mark.WRONG)
    shown = dict(list(marks.items())[:_TABLES])
    rows = {table: _rows(atlas, table, spots) for table, spots in shown.items()}
    return Evidence(
        excerpts=tuple(_excerpt(atlas, table, rows[table], spots) for table, spots in shown.items()),
        quotes=tuple(quotes),
        tables=frozenset(shown),
        seen=frozenset(s for table, spots in shown.items() for s, mark in spots.items() if mark == Mark.WRONG and s.row in rows[table]),
    )


def wrong_spots(atlas: Atlas, findings: Iterable[Finding]) -> tuple[Spot, ...]:
    """The cells taken to be wrong, of the findings that have one."""
    return tuple(spot for finding in findings for location in finding.locations[:1] if (spot := find(atlas, location)))


def _table_of(tabel: Tabel, cells: Mapping[Place, Sequence[Spot]]) -> int | None:
    """The printed table of a table of facts: that in which its facts stand (its own place is that of its caption)."""
    places = (location.place for baris in tabel.baris for location in (*(fact.location for fact in baris.facts), baris.location))
    return next((cells[place][0].table for place in places if place in cells), None)


def _facts(number: int, tabel: Tabel) -> Iterator[tuple[Location, Spot]]:
    for baris in tabel.baris:
        for fact in baris.facts:
            yield fact.location, Spot(number, baris.source_row, fact.column.index)


def _excerpt(atlas: Atlas, number: int, chosen: Sequence[int], marks: Mapping[Spot, Mark]) -> Excerpt:
    table, heads = atlas.tables[number], atlas.head_rows(number)
    columns = _columns(table, (*range(heads), *chosen), {spot.column for spot in marks if spot.column is not None})
    head = tuple(_row(atlas, (number, row, 0), columns, marks) for row in range(heads))
    befores = [row - above - 1 for above, row in zip((heads - 1, *chosen), chosen, strict=False)]
    rows = tuple(_row(atlas, (number, row, gap), columns, marks) for row, gap in zip(chosen, befores, strict=True))
    by_line = table.place.line is not None
    return Excerpt(
        title=atlas.title(number),
        head=head,
        rows=rows,
        after=len(table.rows) - (chosen[-1] + 1 if chosen else heads),
        by_line=by_line,
        show_where=by_line or len({row.where for row in rows}) > 1,
    )


def _rows(atlas: Atlas, number: int, marks: Mapping[Spot, Mark]) -> tuple[int, ...]:
    """The marked rows with neighbours of the first wrong one; of very many operands the first and the last."""
    heads, count = atlas.head_rows(number), len(atlas.tables[number].rows)
    wrong = list(dict.fromkeys(spot.row for spot, mark in marks.items() if mark == Mark.WRONG))
    near = [row for first in wrong[:1] for row in range(first - _AROUND, first + _AROUND + 1)]
    operands = sorted({spot.row for spot, mark in marks.items() if mark == Mark.OPERAND})
    far = [*operands[: _ROWS - len(near) - 3], *operands[-3:]]
    room = max(_ROWS - len({*near, *far}), 0)
    chosen = {row for row in (*near, *far, *[row for row in wrong if row not in far][: room + 1]) if heads <= row < count}
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


def _row(atlas: Atlas, at: tuple[int, int, int], columns: Iterable[int | None], marks: Mapping[Spot, Mark]) -> ShownRow:
    number, row, before = at
    mark = marks.get(Spot(number, row, None), Mark.NONE)
    cells = tuple(Shown("…", skipped=True) if c is None else _shown(atlas, Spot(number, row, c), marks) for c in columns)
    place = atlas.tables[number].rows[row].place
    return ShownRow(cells, place.line if place.line is not None else place.page, before, mark, _banner(cells))


def _banner(cells: Sequence[Shown]) -> str:
    filled = [cell for cell in cells if cell.text and not cell.skipped]
    plain = len(filled) == 1 and len(cells) > 1 and not any(cell.mark or cell.amended for cell in cells)
    return filled[0].text if plain and len(filled[0].text) >= _LONG_BANNER else ""


def _shown(atlas: Atlas, spot: Spot, marks: Mapping[Spot, Mark]) -> Shown:
    text = _cell(atlas.tables[spot.table], spot.row, spot.column or 0)
    figure = is_figure(text, spot.column or 0)
    return Shown(short(text, _CELL), marks.get(spot, Mark.NONE), figure, amended=atlas.amended.get(spot))
