"""The extracted tables in the workbook: one sheet each, as printed, wrong cells marked, the recomputation beside each checked cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from xlsxwriter.utility import xl_rowcol_to_cell

from extractors.model import Cell, Place, Table
from pipeline.report.amended import corrected
from pipeline.report.evidence import Atlas, Mark, Spot, find, is_figure
from pipeline.report.sheet_checks import Check, difference, formula
from pipeline.report.sheet_numbers import WIDEST_TABLE, Shown, format_of, less, write_figure
from pipeline.report.sheet_parts import Kit, Sheet, height, print_on_a4
from pipeline.report.text import short
from rules.outcome import Finding, Verdict

_TOP = 3
_NARROW, _WIDE, _NOTE = 7.0, 38.0, 52.0
_LONGEST_NOTE = 600
# Recomputed, difference, verdict: the columns that follow a checked one.
_CHECK_HEADS = ("recomputed", "difference", "result")
_RESULT_WIDTH = 10.5
# Before what a reviewer corrected; part of the number format, so that the cell holds the figure alone.
_AMENDED, _TEXT = '"✎ "', "@"
# One row in ten may be longer than its column is wide: it is broken.
_MOST_ROWS = 0.9


@dataclass(frozen=True, slots=True)
class TableSheet:
    """The sheet of a table of the document. `columns` are where its columns stand; the checked ones have three more beside them."""

    name: str
    table: int
    columns: tuple[int, ...]
    checked: frozenset[int]

    def place(self, spot: Spot) -> tuple[str, int, int]:
        """The sheet, row and column of a cell of the table; of one beyond the columns that are shown, the last of these."""
        return self.name, _TOP + spot.row, self.columns[min(spot.column or 0, len(self.columns) - 1)]

    def cell(self, spot: Spot) -> str:
        """Where a cell of the table stands in the workbook, for a link."""
        name, row, column = self.place(spot)
        return f"'{name}'!{xl_rowcol_to_cell(row, column)}"

    @property
    def notes(self) -> int:
        """The column of the remarks, behind all others."""
        return self.columns[-1] + 1 + (len(_CHECK_HEADS) if len(self.columns) - 1 in self.checked else 0)


@dataclass(frozen=True, slots=True)
class Remark:
    """What the margin says of a row, and how its cells are marked."""

    marks: Mapping[Spot, Mark]
    notes: Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Content:
    """What is written on the sheets: the tables, their cells that are numbers, those that were checked, and the findings."""

    atlas: Atlas
    numbers: Mapping[Spot, Shown]
    checks: Mapping[Spot, Check]
    rows: Sequence[tuple[str, Finding]]


def table_sheets(content: Content) -> Mapping[int, TableSheet]:
    """The sheets to make: of every table that has facts or a marked cell, in reading order."""
    atlas = content.atlas
    marked = {spot.table for _, finding in content.rows for location in finding.locations if (spot := find(atlas, location))}
    amended = {spot.table for spot in atlas.amended}
    wanted = sorted({number for number, known in atlas.known.items() if any(baris.facts for baris in known.baris)} | marked | amended)
    checked: dict[int, set[int]] = {}
    for spot, check in content.checks.items():
        if check.is_computed and spot.column is not None:
            checked.setdefault(spot.table, set()).add(spot.column)
    return {number: _sheet(order, atlas, number, checked.get(number, set())) for order, number in enumerate(wanted, start=1)}


def write_tables(kit: Kit, content: Content, sheets: Mapping[int, TableSheet]) -> None:
    """Every sheet, with a link back to the findings."""
    remarks, wide = _remarks(content, kit.words), _check_widths(content)
    for number, made in sheets.items():
        sheet = kit.book.add_worksheet(made.name)
        _Writer(kit, sheet, made, content, remarks.get(number, Remark({}, {})), sheets, wide, content.atlas.head_rows(number)).write()


def _sheet(order: int, atlas: Atlas, number: int, checked: Iterable[int]) -> TableSheet:
    width = min(max((len(row.cells) for row in atlas.tables[number].rows), default=0), WIDEST_TABLE)
    wanted = frozenset(checked)
    before = [sum(column < index for column in wanted) for index in range(max(width, 1))]
    columns = tuple(1 + index + len(_CHECK_HEADS) * count for index, count in enumerate(before))
    return TableSheet(_name(order, atlas, number), number, columns, wanted)


def _name(order: int, atlas: Atlas, number: int) -> str:
    """`T2 Tabel 3.9`: unique by its order, and nothing of the report in it but digits, letters and dots."""
    known = atlas.known.get(number)
    printed = re.sub(r"[^0-9A-Za-z.]", "", known.nomor)[:16] if known else ""
    return f"T{order} Tabel {printed}" if printed else f"T{order}"


def _remarks(content: Content, spoken: Mapping[str, str]) -> Mapping[int, Remark]:
    atlas = content.atlas
    marks: dict[int, dict[Spot, Mark]] = {spot.table: {} for spot in atlas.amended}
    notes: dict[int, dict[int, list[str]]] = {}
    for at, amended in atlas.amended.items():
        column = f"{spoken['column']} “{short(amended.location.column, _LONGEST_NOTE)}”: " if amended.location.column else ""
        notes.setdefault(at.table, {}).setdefault(at.row, []).append(f"✎ {column}{corrected(amended, spoken)}")
    for number, finding in content.rows:
        for index, location in enumerate(finding.locations):
            if spot := find(atlas, location):
                _mark(marks.setdefault(spot.table, {}), spot, Mark.OPERAND if index else Mark.WRONG)
                if not index:
                    said = f"Temuan {number}: {short(finding.message, _LONGEST_NOTE)}"
                    notes.setdefault(spot.table, {}).setdefault(spot.row, []).append(said)
    return {table: Remark(found, notes.get(table, {})) for table, found in marks.items()}


def _mark(marks: dict[Spot, Mark], spot: Spot, mark: Mark) -> None:
    if marks.get(spot) != Mark.WRONG:
        marks[spot] = mark


@dataclass(frozen=True, slots=True)
class _Writer:
    """One sheet being written."""

    kit: Kit
    sheet: Sheet
    made: TableSheet
    content: Content
    remark: Remark
    sheets: Mapping[int, TableSheet]
    wide: Mapping[tuple[int, int | None], tuple[float, float]]
    heads: int

    @property
    def table(self) -> Table:
        return self.content.atlas.tables[self.made.table]

    def write(self) -> None:
        atlas, kit, number = self.content.atlas, self.kit, self.made.table
        kit.string(self.sheet, (0, 0), atlas.title(number) or kit.words["table"], "heading")
        self.sheet.write_url(1, 0, "internal:'Temuan'!A1", kit.styles["link_plain"], kit.words["to_findings"])
        widths = _widths(self.table, len(self.made.columns))
        for r, row in enumerate(self.table.rows):
            kit.string(self.sheet, (_TOP + r, 0), _where(row.place, self.table, kit.words), "faint")
            for c, cell in enumerate(row.cells[: len(self.made.columns)]):
                self._cell(Spot(number, r, c), cell)
            for c in sorted(self.made.checked):
                self._check(Spot(number, r, c))
            said = "\n".join(self.remark.notes.get(r, ()))
            if said:
                kit.string(self.sheet, (_TOP + r, self.made.notes), said, "note")
            texts = [(cell.text, wide) for cell, wide in zip(row.cells, widths, strict=False)]
            self.sheet.set_row(_TOP + r, height([*texts, (said, _NOTE)]))
        self._lay_out(widths)

    def _cell(self, spot: Spot, cell: Cell) -> None:
        """A cell as printed, as a number where it is one."""
        _, row, column = self.made.place(spot)
        mark = self.remark.marks.get(spot, Mark.NONE)
        style = _style(mark, head=spot.row < self.heads, figure=is_figure(cell.text, spot.column or 0))
        shown, amended = self.content.numbers.get(spot), self.content.atlas.amended.get(spot)
        sign = _AMENDED if amended else ""
        if shown is None:
            self.kit.string(self.sheet, (row, column), cell.text, style, sign and sign + _TEXT)
        else:
            signed = replace(shown, number_format=sign + shown.number_format, as_printed=shown.as_printed or amended is not None)
            write_figure(self.kit, self.sheet, (row, column), (signed, cell.text), style)
        if amended:
            self.kit.comment(self.sheet, (row, column), corrected(amended, self.kit.words))

    def _check(self, spot: Spot) -> None:
        """The three cells beside a checked one."""
        kit, (_, row, column) = self.kit, self.made.place(spot)
        check, shown = self.content.checks.get(spot), self.content.numbers.get(spot)
        if spot.row < self.heads:
            last = spot.row == self.heads - 1
            for offset, word in enumerate(_CHECK_HEADS, start=1):
                kit.string(self.sheet, (row, column + offset), kit.words[word] if last else "", "check_head")
            return
        for offset in range(1, len(_CHECK_HEADS) + 1):
            kit.string(self.sheet, (row, column + offset), "", "check")
        if check is None or shown is None:
            return
        if check.is_computed:
            text = formula(check, self._near)
            kit.formula(self.sheet, (row, column + 1), (text, check.value), kit.shape("check", check.number_format))
            stated, recomputed = xl_rowcol_to_cell(row, column), xl_rowcol_to_cell(row, column + 1)
            gap, decimals = difference(check, shown.value)
            kit.formula(self.sheet, (row, column + 2), (less(stated, recomputed, decimals), gap), kit.shape("check", format_of(decimals)))
        said = f"{kit.words[f'verdict.{check.verdict}']} {check.number if check.verdict == Verdict.TEMUAN else ''}"
        kit.string(self.sheet, (row, column + 3), said.strip(), f"check_{check.verdict}")

    def _near(self, spot: Spot) -> tuple[str, int, int]:
        name, row, column = self.sheets[spot.table].place(spot)
        return ("" if spot.table == self.made.table else name), row, column

    def _lay_out(self, widths: Sequence[float]) -> None:
        sheet, made = self.sheet, self.made
        sheet.set_column(0, 0, 9.0)
        for c, (column, width) in enumerate(zip(made.columns, widths, strict=True)):
            sheet.set_column(column, column, width)
            if c in made.checked:
                for offset, wide in enumerate((*self.wide[made.table, c], _RESULT_WIDTH), start=1):
                    # Folded away by one click, the table is left as it is printed.
                    sheet.set_column(column + offset, column + offset, wide, None, {"level": 1})
        sheet.set_column(made.notes, made.notes, _NOTE)
        heads, end = self.heads, _TOP + len(self.table.rows) - 1
        sheet.freeze_panes(_TOP + heads, 1)
        sheet.repeat_rows(_TOP, _TOP + max(heads - 1, 0))
        if 0 < heads <= end - _TOP:
            sheet.autofilter(_TOP + heads - 1, 0, end, made.notes)
        everything = f"A1:{xl_rowcol_to_cell(end + 1, made.notes)}"
        sheet.ignore_errors({"number_stored_as_text": everything, "formula_differs": everything, "formula_range": everything})
        print_on_a4(sheet, landscape=True)


def _check_widths(content: Content) -> Mapping[tuple[int, int | None], tuple[float, float]]:
    """How wide the recomputed values and the differences of each checked column are."""
    found: dict[tuple[int, int | None], tuple[float, float]] = {}
    for spot, check in content.checks.items():
        if check.is_computed:
            gap, _ = difference(check, content.numbers[spot].value)
            value, least = (len(f"{number:,}") + 3.0 for number in (check.value, gap))
            before = found.get((spot.table, spot.column), (11.0, 8.0))
            found[spot.table, spot.column] = max(before[0], value), max(before[1], least)
    return found


def _style(mark: Mark, *, head: bool, figure: bool) -> str:
    match mark:
        case Mark.WRONG:
            return "wrong_right" if figure else "wrong"
        case Mark.OPERAND:
            return "operand_right" if figure else "operand"
        case _:
            return "cell_head" if head else "cell_figure" if figure else "cell"


def _where(place: Place, table: Table, spoken: Mapping[str, str]) -> str:
    if place.page is not None:
        return f"{spoken['page_short']} {place.page}"
    return f"{spoken['line_short']} {place.line}" if place.line is not None else place.part or table.place.part or ""


def _widths(table: Table, width: int) -> list[float]:
    return [min(max(_usual(table, column) + 2.0, _NARROW), _WIDE) for column in range(width)]


def _usual(table: Table, column: int) -> int:
    """As long as nearly all lines of a column are; every figure has room."""
    lines = sorted((len(line), is_figure(line, 1)) for row in table.rows for line in _lines(row.cells, column))
    figures = max((length for length, figure in lines if figure), default=0)
    return max(figures, lines[int(_MOST_ROWS * (len(lines) - 1))][0]) if lines else 0


def _lines(cells: Sequence[Cell], column: int) -> list[str]:
    return cells[column].text.splitlines() if column < len(cells) else []
