"""A report's findings as a workbook: a summary, the findings, and each table with its marks."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from extractors.model import Problem
from pipeline.report.entries import numbered, told, where
from pipeline.report.evidence import Atlas, atlas_of, find, is_figure
from pipeline.report.files import put
from pipeline.report.pages import Identified, ReportResult, Summary, summary_of
from pipeline.report.sheet_parts import Kit, Line, Sheet, fitting, height, print_on_a4, styles, write_line
from pipeline.report.sheet_tables import TableSheet, table_sheets, write_tables
from pipeline.report.text import as_points
from pipeline.report.words import words
from rules.facts import Location
from rules.outcome import Finding

# A file made twice is the same file.
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_LANG = "id"
_SAID_TO, _SAID_WIDTH = 6, 74.0


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the findings: its heading, its width in characters, and its style."""

    title: str
    width: float
    style: str = "text"


FIELDS = (
    Field("No", 5, "number"),
    Field("Keparahan", 10, "severity"),
    Field("Jenis", 13),
    Field("Uraian", 46),
    Field("Lokasi", 11, "link"),
    Field("Tabel", 18),
    Field("Baris", 20),
    Field("Kolom", 12),
    Field("Tertulis", 16, "wrong_figure"),
    Field("Seharusnya / pembanding", 16, "figure"),
    Field("Selisih", 13, "figure"),
    Field("Perhitungan", 27),
    Field("Dasar", 14),
    Field("Pembacaan", 11),
    Field("ID", 18, "faint"),
)
_ID = len(FIELDS) - 1
# Words in a column of figures are set as words are.
_AS_WORDS = {"wrong_figure": "wrong_text", "figure": "text"}


def write_xlsx(result: ReportResult, path: Path) -> None:
    """The workbook of one document."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": "Hasil pemeriksaan laporan kinerja", "created": _CREATED})
    book.set_size(2400, 1500)
    kit = Kit(book, styles(book), words(_LANG))
    atlas = atlas_of(result.document, result.view)
    rows = tuple(numbered(result.findings))
    sheets = table_sheets(atlas, rows)
    _summary(kit, summary_of(result, result.document.problems, _LANG), result)
    _findings(kit, rows, atlas, sheets)
    write_tables(kit, atlas, sheets, rows)
    book.close()
    put(path, out.getvalue())


def _summary(kit: Kit, summary: Summary, result: ReportResult) -> None:
    sheet = kit.book.add_worksheet("Ringkasan")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 4, 14)
    sheet.set_column(5, _SAID_TO, 16)
    row = write_line(kit, sheet, 0, [Line(kit.words["product"], "faint")])
    sheet.set_row(row, 26)
    row = write_line(kit, sheet, row, [Line(summary.agency.value or kit.words["unknown_agency"], "title")])
    for label, said in _identity(summary, kit.words):
        row = write_line(kit, sheet, row, [Line(label, "label"), Line(said, "plain")])
    row = write_line(kit, sheet, row + 1, [Line(kit.words["findings_by_severity"], "heading")])
    for code, count in summary.severities.items():
        row = write_line(kit, sheet, row, [Line(kit.words[f"severity.{code}"], f"severity_{code}"), Line(count, "count")])
    row = write_line(kit, sheet, row + 1, [Line(kit.words["kinds"], "heading")])
    verdicts = [Line(kit.words[f"verdict.{code}"], "head") for code in ("lolos", "hampir", "temuan", "tak_diperiksa")]
    row = write_line(kit, sheet, row, [Line(kit.words["kind"], "head"), *verdicts])
    for tally in summary.tallies:
        counts = (tally.lolos, tally.hampir, tally.temuan, tally.tak_diperiksa)
        name = kit.words.get(f"family.{tally.family}", tally.family)
        row = write_line(kit, sheet, row, [Line(name, "text"), *(Line(count, "count") for count in counts)])
    total = summary.total
    counts = (total.lolos, total.hampir, total.temuan, total.tak_diperiksa)
    row = write_line(kit, sheet, row, [Line(kit.words["total"], "head"), *(Line(count, "total") for count in counts)])
    row = write_line(kit, sheet, row + 1, [Line(kit.words["problems"], "heading")])
    row = _problems(kit, sheet, row, result.document.problems)
    write_line(kit, sheet, row + 1, [Line(kit.words["disclaimer"], "faint")])
    print_on_a4(sheet, landscape=False)


def _problems(kit: Kit, sheet: Sheet, row: int, problems: Sequence[Problem]) -> int:
    for problem in problems:
        page = f"{kit.words['page']} {problem.page}" if problem.page is not None else ""
        said = fitting(f"{problem.message} {problem.advice}".strip())
        write_line(kit, sheet, row, [Line(kit.words.get(f"category.{problem.category}", problem.category), "plain"), Line(page, "plain")])
        sheet.merge_range(row, 2, row, _SAID_TO, said, kit.styles["wrapped"])
        sheet.set_row(row, height([(said, _SAID_WIDTH)]))
        row += 1
    return row if problems else write_line(kit, sheet, row, [Line(kit.words["no_problems"], "plain")])


def _identity(summary: Summary, spoken: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pages = summary.pages
    unread = f" ({spoken['page']} {pages.unread})" if pages.unread else ""
    read = f"{pages.read} {spoken['pages_read']}, {pages.unread_count} {spoken['pages_unread']}{unread}"
    return (
        (spoken["region"], _said(summary.region, spoken)),
        (spoken["year"], _said(summary.year, spoken)),
        (spoken["report_kind"], _said(summary.kind, spoken)),
        (spoken["file"], summary.file),
        (spoken["pages"], read if pages.total else spoken["pages_text"]),
        (spoken["checksum"], summary.sha256),
    )


def _said(said: Identified, spoken: Mapping[str, str]) -> str:
    source = f" ({spoken['read_from']} {said.source})" if said.source else ""
    return f"{said.value}{source}" if said.value else spoken["unknown"]


def _findings(kit: Kit, rows: Sequence[tuple[str, Finding]], atlas: Atlas, sheets: Mapping[int, TableSheet]) -> None:
    sheet = kit.book.add_worksheet("Temuan")
    for column, field in enumerate(FIELDS):
        sheet.set_column(column, column, field.width)
        kit.string(sheet, (0, column), field.title, "head")
    for number, (shown, finding) in enumerate(rows, start=1):
        _finding(kit, sheet, number, _values(kit, shown, finding))
        _place(kit, sheet, number, (finding, atlas, sheets))
    last = max(len(rows), 1)
    sheet.autofilter(0, 0, last, _ID)
    sheet.freeze_panes(1, 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(last, _ID)}"})
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, last, _ID - 1)
    print_on_a4(sheet, landscape=True)


def _values(kit: Kit, shown: str, finding: Finding) -> tuple[str, ...]:
    first = finding.locations[0] if finding.locations else None
    names = (first.table, first.row, first.column) if first else ("", "", "")
    return (
        shown,
        kit.words[f"severity.{finding.severity}"],
        kit.words.get(f"family.{finding.family}", finding.family),
        told(shown, finding, kit.words),
        _where(first, kit.words),
        *names,
        finding.stated,
        finding.expected,
        as_points(finding.difference, kit.words["points"], finding.stated, finding.expected),
        finding.working,
        finding.basis,
        kit.words.get(f"reading.{finding.reading}", finding.reading),
        finding.id,
    )


def _where(first: Location | None, spoken: Mapping[str, str]) -> str:
    return (where(first, spoken) if first else "") or spoken["whole_report"]


def _finding(kit: Kit, sheet: Sheet, row: int, values: Sequence[str]) -> None:
    severity = {kit.words[f"severity.{code}"]: code for code in ("tinggi", "sedang", "rendah", "info")}[values[1]]
    sheet.set_row(row, height((value, field.width) for field, value in zip(FIELDS, values, strict=True)))
    for column, (field, value) in enumerate(zip(FIELDS, values, strict=True)):
        kit.string(sheet, (row, column), value, _style(field.style, value, severity))


def _style(style: str, value: str, severity: str) -> str:
    if style == "severity":
        return f"severity_{severity}"
    if style == "link":
        return "text"
    plain = is_figure(value, 1) or is_figure(value.removesuffix(" poin"), 1)
    return style if plain else _AS_WORDS.get(style, style)


def _place(kit: Kit, sheet: Sheet, row: int, means: tuple[Finding, Atlas, Mapping[int, TableSheet]]) -> None:
    """The location leads to the marked cell of the table's sheet, where there is one."""
    finding, atlas, sheets = means
    spot = find(atlas, finding.locations[0]) if finding.locations else None
    if spot is not None and spot.table in sheets:
        column = next(index for index, field in enumerate(FIELDS) if field.style == "link")
        kit.link(sheet, (row, column), sheets[spot.table].cell(spot), _where(finding.locations[0], kit.words))
