"""The extracted tables in the workbook: one sheet each, as printed, with the cells of the findings marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from extractors.model import Cell, Place, Table
from pipeline.report.evidence import Atlas, Mark, Spot, find, is_figure
from pipeline.report.sheet_parts import Kit, Sheet, height, print_on_a4
from pipeline.report.text import short
from rules.outcome import Finding

_TOP = 3
_WIDEST_TABLE = 500
_NARROW, _WIDE, _NOTE = 7.0, 40.0, 52.0


@dataclass(frozen=True, slots=True)
class TableSheet:
    """The sheet of a table of the document; its cells begin in the second column."""

    name: str
    table: int

    def cell(self, spot: Spot) -> str:
        """Where a cell of the table stands in the workbook."""
        return f"'{self.name}'!{xl_rowcol_to_cell(_TOP + spot.row, 1 + (spot.column or 0))}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What the margin says of a row, and how its cells are marked."""

    marks: Mapping[Spot, Mark]
    notes: Mapping[int, Sequence[str]]


def table_sheets(atlas: Atlas, rows: Sequence[tuple[str, Finding]]) -> Mapping[int, TableSheet]:
    """The sheets to make: of every table that has facts or a marked cell, in reading order."""
    marked = {spot.table for _, finding in rows for location in finding.locations if (spot := find(atlas, location))}
    wanted = sorted({number for number, known in atlas.known.items() if any(baris.facts for baris in known.baris)} | marked)
    return {number: TableSheet(_name(order, atlas, number), number) for order, number in enumerate(wanted, start=1)}


def write_tables(kit: Kit, atlas: Atlas, sheets: Mapping[int, TableSheet], rows: Sequence[tuple[str, Finding]]) -> None:
    """Every sheet, with a link back to the findings."""
    remarks = _remarks(atlas, rows)
    for number, made in sheets.items():
        sheet = kit.book.add_worksheet(made.name)
        _table(kit, sheet, atlas, (number, remarks.get(number, Remark({}, {}))))


def _name(order: int, atlas: Atlas, number: int) -> str:
    """`T2 Tabel 3.9`: unique by its order, and nothing of the report in it but digits, letters and dots."""
    known = atlas.known.get(number)
    printed = re.sub(r"[^0-9A-Za-z.]", "", known.nomor)[:16] if known else ""
    return f"T{order} Tabel {printed}" if printed else f"T{order}"


def _remarks(atlas: Atlas, rows: Sequence[tuple[str, Finding]]) -> Mapping[int, Remark]:
    marks: dict[int, dict[Spot, Mark]] = {}
    notes: dict[int, dict[int, list[str]]] = {}
    for number, finding in rows:
        for index, location in enumerate(finding.locations):
            if spot := find(atlas, location):
                _mark(marks.setdefault(spot.table, {}), spot, Mark.OPERAND if index else Mark.WRONG)
                if not index:
                    said = f"Temuan {number}: {short(finding.message, 600)}"
                    notes.setdefault(spot.table, {}).setdefault(spot.row, []).append(said)
    return {table: Remark(found, notes.get(table, {})) for table, found in marks.items()}


def _mark(marks: dict[Spot, Mark], spot: Spot, mark: Mark) -> None:
    if marks.get(spot) != Mark.WRONG:
        marks[spot] = mark


def _table(kit: Kit, sheet: Sheet, atlas: Atlas, content: tuple[int, Remark]) -> None:
    number, remark = content
    table, heads = atlas.tables[number], atlas.head_rows(number)
    width = min(max((len(row.cells) for row in table.rows), default=0), _WIDEST_TABLE)
    kit.string(sheet, (0, 0), atlas.title(number) or kit.words["table"], "heading")
    sheet.write_url(1, 0, "internal:'Temuan'!A1", kit.styles["link_plain"], kit.words["to_findings"])
    for r, row in enumerate(table.rows):
        kit.string(sheet, (_TOP + r, 0), _where(row.place, table, kit.words), "faint")
        for c, cell in enumerate(row.cells[:width]):
            mark = remark.marks.get(Spot(number, r, c), Mark.NONE)
            kit.string(sheet, (_TOP + r, 1 + c), cell.text, _style(mark, head=r < heads, figure=is_figure(cell.text, c)))
        if r in remark.notes:
            kit.string(sheet, (_TOP + r, 1 + width), "\n".join(remark.notes[r]), "note")
    widths = _widths(table, width)
    for r, row in enumerate(table.rows):
        texts = [(cell.text, wide) for cell, wide in zip(row.cells, widths, strict=False)]
        sheet.set_row(_TOP + r, height([*texts, ("\n".join(remark.notes.get(r, ())), _NOTE)]))
    _lay_out(sheet, table, widths, heads)


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
    longest = [max((len(line) for row in table.rows for line in _lines(row.cells, column)), default=0) for column in range(width)]
    return [min(max(count + 2.0, _NARROW), _WIDE) for count in longest]


def _lines(cells: Sequence[Cell], column: int) -> list[str]:
    return cells[column].text.splitlines() if column < len(cells) else []


def _lay_out(sheet: Sheet, table: Table, widths: Sequence[float], heads: int) -> None:
    for column, width in enumerate((9.0, *widths, _NOTE)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(_TOP + heads, 1)
    sheet.repeat_rows(_TOP, _TOP + max(heads - 1, 0))
    last = xl_rowcol_to_cell(_TOP + len(table.rows), len(widths) + 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{last}"})
    print_on_a4(sheet, landscape=True)
