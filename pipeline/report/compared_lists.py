"""The lists of a workbook of two submissions: the findings of both, and the figures that changed with nobody asking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from pipeline.report.compared import UNASKED, Compared, Row, sections_of
from pipeline.report.entries import where
from pipeline.report.sheet_list import Field, lay_out, write_heads, write_row
from pipeline.report.sheet_numbers import figures, format_of, less, write_figure
from pipeline.report.sheet_parts import Kit, Sheet
from rules.exact import EXACT
from rules.facts import Location
from rules.quantity import PERSEN
from rules.slips import decimals_of

FINDINGS, FIGURES = "Temuan", "Angka berubah"
REPORT = Field("Laporan", 9, "number")
_ASKED_OF = "Tanggapan perangkat daerah"
FINDING_FIELDS = (
    Field("No", 5, "number"),
    Field("Hasil", 13, "state"),
    Field("Keparahan", 10, "severity"),
    Field("Jenis", 14),
    Field("Uraian", 46),
    Field("Letak dahulu", 11),
    Field("Letak sekarang", 11),
    Field("Tertulis dahulu", 16, "figure"),
    Field("Tertulis sekarang", 16, "figure"),
    Field("Seharusnya / pembanding", 16, "figure"),
    Field("Catatan", 22, "indented"),
    Field(_ASKED_OF, 24, "fill_in"),
    Field("Tabel", 24),
    Field("Baris", 24),
    Field("Kolom", 14),
    Field("Aturan", 8),
)
FIGURE_FIELDS = (
    Field("No", 5, "number"),
    Field("Letak dahulu", 11),
    Field("Letak sekarang", 11),
    Field("Tabel", 30),
    Field("Baris", 34),
    Field("Kolom", 18),
    Field("Tertulis dahulu", 18, "figure"),
    Field("Tertulis sekarang", 18, "figure"),
    Field("Selisih", 16, "figure"),
    Field("Catatan", 14, "indented"),
    Field(_ASKED_OF, 26, "fill_in"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A row with its number and that of the report it is of."""

    report: int
    number: int
    row: Row


@dataclass(frozen=True, slots=True)
class Lists:
    """The findings of all pairs and the figures that changed, numbered in each; `several` when there is more than one pair."""

    findings: tuple[Listed, ...]
    figures: tuple[Listed, ...]
    several: bool


def lists_of(kit: Kit, done: Compared) -> Lists:
    """What both sheets show."""
    listed = [
        Listed(report, number, row)
        for report, pair in enumerate(done.pairs, start=1)
        for section in sections_of(pair.comparison, kit.words)
        for number, row in section.numbered()
    ]
    findings, figures = (tuple(one for one in listed if (one.row.kind == UNASKED) == unasked) for unasked in (False, True))
    return Lists(findings, figures, len(done.pairs) > 1)


def write_findings(kit: Kit, lists: Lists) -> None:
    """Every finding of either submission with what became of it."""
    sheet, listed = kit.book.add_worksheet(FINDINGS), lists.findings
    fields = _fields(FINDING_FIELDS, lists)
    write_heads(kit, sheet, fields)
    for at, one in enumerate(listed, start=1):
        row = one.row
        said = _common(kit, one) | {
            "Hasil": kit.words[row.kind],
            "Keparahan": kit.words[f"severity.{row.severity}"],
            "Jenis": kit.words.get(f"family.{row.family}", row.family),
            "Uraian": row.message,
            "Seharusnya / pembanding": row.expected,
            "Aturan": row.rule,
        }
        marked = {"state": f"state_{row.kind}", "severity": f"severity_{row.severity}"}
        write_row(kit, sheet, at, {field: said.get(field.title, "") for field in fields}, marked)
    # The number, what became of it, the severity, the kind and what is said of it stay in sight.
    frozen, printed = _at(fields, "Letak dahulu"), _at(fields, _ASKED_OF)
    lay_out(sheet, fields, max(len(listed), 1), frozen=frozen, printed=printed)


def write_figures(kit: Kit, lists: Lists) -> None:
    """Every figure that no finding asked to change, with the difference as a formula where both are numbers."""
    sheet, listed = kit.book.add_worksheet(FIGURES), lists.figures
    fields = _fields(FIGURE_FIELDS, lists)
    write_heads(kit, sheet, fields)
    columns = _at(fields, "Tertulis dahulu"), _at(fields, "Tertulis sekarang")
    printed = [
        ((at, column), quantity, text)
        for at, one in enumerate(listed, start=1)
        for column, quantity, text in zip(columns, one.row.values, (one.row.before, one.row.after), strict=True)
        if quantity is not None
    ]
    shown, texts = figures(printed), {cell: text for cell, _, text in printed}
    for at, one in enumerate(listed, start=1):
        said = _common(kit, one) | {"Selisih": one.row.difference}
        write_row(kit, sheet, at, {field: said.get(field.title, "") for field in fields}, {})
        cells = [(at, column) for column in columns if (at, column) in shown]
        for cell in cells:
            write_figure(kit, sheet, cell, (shown[cell], texts[cell]), "figure")
        if len(cells) == len(columns):
            _gap(kit, sheet, (at, _at(fields, "Selisih")), one.row, [xl_rowcol_to_cell(*cell) for cell in cells])
    lay_out(sheet, fields, max(len(listed), 1), frozen=_at(fields, "Letak dahulu"), printed=len(fields) - 1)


def _gap(kit: Kit, sheet: Sheet, at: tuple[int, int], row: Row, cells: Sequence[str]) -> None:
    """What the new figure is more than the old one: the difference of two percentages is counted in points."""
    old, new = row.values
    if old is None or new is None:
        return
    decimals = max(decimals_of(old.value), decimals_of(new.value))
    shape = format_of(decimals, f" {kit.words['points']}" if new.unit == PERSEN else "")
    kit.formula(sheet, at, (less(cells[1], cells[0], decimals), EXACT.subtract(new.value, old.value)), kit.shape("figure", shape))


def _common(kit: Kit, one: Listed) -> dict[str, str]:
    """What both lists say of a row."""
    row, first = one.row, one.row.new or one.row.old
    return {
        REPORT.title: str(one.report),
        "No": str(one.number),
        "Letak dahulu": _brief(row.old, row.place_old, kit.words),
        "Letak sekarang": _brief(row.new, row.place_new, kit.words),
        "Tertulis dahulu": row.before,
        "Tertulis sekarang": row.after,
        "Tabel": first.table if first else "",
        "Baris": first.row if first else "",
        "Kolom": first.column if first else "",
        "Catatan": row.mark,
    }


def _brief(location: Location | None, place: str, spoken: Mapping[str, str]) -> str:
    """Page or line; what the report as a whole lacks stands in no place."""
    return (where(location, spoken) if location else "") or place


def _fields(fields: tuple[Field, ...], lists: Lists) -> tuple[Field, ...]:
    """Of several reports each row says which one it is of."""
    return (REPORT, *fields) if lists.several else fields


def _at(fields: Sequence[Field], title: str) -> int:
    return next(column for column, field in enumerate(fields) if field.title == title)
