"""A report's findings as a workbook: a summary, the findings, and each table with its marks and live recomputations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from extractors.model import Problem
from pipeline.report.amended import amended, told
from pipeline.report.entries import numbered
from pipeline.report.evidence import atlas_of
from pipeline.report.pages import Identified, ReportResult, Summary, summary_of
from pipeline.report.sheet_checks import checks_of
from pipeline.report.sheet_findings import write_findings
from pipeline.report.sheet_numbers import numbers_of
from pipeline.report.sheet_parts import Kit, Line, Sheet, Span, fitting, print_on_a4, workbook, write_line, write_wide
from pipeline.report.sheet_tables import Content, table_sheets, write_tables

_SAID, _WHOLE = Span(2, 6, 74.0), Span(0, 6, 122.0)
_HOW_TO_USE = (
    "Lembar Temuan: pilih Keputusan (sah, salah baca, dapat dijelaskan), isi Alasan dan Oleh, dan untuk salah baca "
    "Nilai yang benar; Tanggapan diisi perangkat daerah. "
    "Kolom ID jangan diubah: dengan itu keputusan dikenali kembali.",
    "Lembar T…: tabel sebagaimana terbaca; di kanan kolom yang diperiksa berdiri rumus hitung ulang, selisih, dan hasilnya "
    "(tombol − di atas kolom melipatnya). Hasil ditetapkan dengan memperhitungkan pembulatan angka yang tercetak.",
)


def write_xlsx(result: ReportResult, path: Path) -> None:
    """The workbook of one document."""
    with workbook(path, "Hasil pemeriksaan laporan kinerja") as kit:
        content = _content(result)
        sheets = table_sheets(content)
        _summary(kit, summary_of(result, result.document.problems, "id"), result)
        write_findings(kit, content, sheets)
        write_tables(kit, content, sheets)


def _content(result: ReportResult) -> Content:
    atlas, rows = atlas_of(result.document, result.view, result.amended), tuple(numbered(result.findings))
    numbers = numbers_of(atlas)
    return Content(atlas, numbers, checks_of(atlas, result.outcomes, rows, numbers), rows)


def _summary(kit: Kit, summary: Summary, result: ReportResult) -> None:
    sheet = kit.book.add_worksheet("Ringkasan")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 4, 14)
    sheet.set_column(5, _SAID.last, 16)
    row = write_line(kit, sheet, 0, [Line(kit.words["product"], "faint")])
    sheet.set_row(row, 26)
    row = write_line(kit, sheet, row, [Line(summary.agency.value or kit.words["unknown_agency"], "title")])
    for label, said in _identity(summary, kit.words):
        row = write_line(kit, sheet, row, [Line(label, "label"), Line(said, "plain")])
    row = write_line(kit, sheet, row + 1, [Line(kit.words["findings_by_severity"], "heading")])
    for code, count in summary.severities.items():
        row = write_line(kit, sheet, row, [Line(kit.words[f"severity.{code}"], f"severity_{code}"), Line(count, "count")])
    if summary.settled:
        row = write_line(kit, sheet, row, [Line(kit.words["severity.settled"], "severity_info"), Line(summary.settled, "count")])
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
    if result.amended:
        row = write_line(kit, sheet, row + 1, [Line(kit.words["amended"], "heading")])
        for said in (kit.words["amended_note"], *(told(one, kit.words) for one in amended(result.amended, kit.words))):
            row = write_wide(kit, sheet, row, fitting(said), _WHOLE)
    row = write_line(kit, sheet, row + 1, [Line(kit.words["how_to_read"], "heading")])
    for said in (*_HOW_TO_USE, kit.words["verdict_note"], kit.words["disclaimer"]):
        row = write_wide(kit, sheet, row, said, _WHOLE)
    print_on_a4(sheet, landscape=False)


def _problems(kit: Kit, sheet: Sheet, row: int, problems: Sequence[Problem]) -> int:
    for problem in problems:
        page = f"{kit.words['page']} {problem.page}" if problem.page is not None else ""
        said = fitting(f"{problem.message} {problem.advice}".strip())
        write_line(kit, sheet, row, [Line(kit.words.get(f"category.{problem.category}", problem.category), "plain"), Line(page, "plain")])
        row = write_wide(kit, sheet, row, said, _SAID)
    return row if problems else write_line(kit, sheet, row, [Line(kit.words["no_problems"], "plain")])


def _identity(summary: Summary, spoken: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pages = summary.pages
    unread = f" ({spoken['page']} {pages.unread})" if pages.unread else ""
    read = f"{pages.read} {spoken['pages_read']}, {pages.unread_count} {spoken['pages_unread']}{unread}"
    return (
        (spoken["region"], _said(summary.region, spoken)),
        (spoken["year"], _said(summary.year, spoken)),
        (spoken["report_kind"], "; ".join(filter(None, (_said(summary.kind, spoken), summary.partial)))),
        (spoken["file"], summary.file),
        (spoken["pages"], read if pages.total else spoken["pages_text"]),
        (spoken["checksum"], summary.sha256),
    )


def _said(said: Identified, spoken: Mapping[str, str]) -> str:
    source = f" ({spoken['read_from']} {said.source})" if said.source else ""
    return f"{said.value}{source}" if said.value else spoken["unknown"]
