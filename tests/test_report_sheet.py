"""The workbook: what a reviewer sees, and nothing that a report says becomes more than text."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.report.decided import DECISIONS
from pipeline.report.evidence import Spot
from pipeline.report.pages import ReportResult
from pipeline.report.sheet import write_xlsx
from pipeline.report.sheet_findings import FIELDS
from pipeline.report.sheet_numbers import WIDEST_TABLE
from pipeline.report.sheet_parts import fitting
from pipeline.report.sheet_tables import TableSheet
from rules.outcome import Decision, Keputusan
from tests.report_fixtures import result
from tests.report_hostile import HOSTILE, everywhere


def book(one: ReportResult, path: Path) -> openpyxl.Workbook:
    write_xlsx(one, path / "laporan.xlsx")
    return openpyxl.load_workbook(path / "laporan.xlsx")


def rows(sheet: Worksheet) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def by_title(row: list[object]) -> dict[str, object]:
    return dict(zip((field.title for field in FIELDS), row, strict=True))


def test_findings_stand_one_a_row_in_the_order_of_the_page(tmp_path: Path) -> None:
    sheet = book(result(paged=True), tmp_path)["Temuan"]
    head, first, second, third, *_ = rows(sheet)
    assert head == [field.title for field in FIELDS]
    assert [first[0], second[0], third[0]] == ["1", "1.1", "2"]
    said = by_title(first)
    assert (said["Keparahan"], said["Jenis"], said["Lokasi"]) == ("Tinggi", "Jumlah rincian terhadap induk", "Halaman 27")
    assert (said["Tertulis"], said["Seharusnya / pembanding"], said["Selisih"]) == ("2.214.730.500", "2.198.396.500", "16.334.000")
    assert said["Tabel"] == "Tabel 3.9 Realisasi Anggaran Dinas Sosial Tahun 2023"
    assert (said["Baris"], said["Kolom"]) == ("1.1 Administrasi Keuangan Perangkat Daerah", "Pagu Anggaran (Rp)")
    assert said["Perhitungan"] == "2.094.380.500 + 104.016.000 = 2.198.396.500"
    assert said["ID"] == result(paged=True).findings[0].id


def test_the_reviewer_decides_from_a_list_and_says_why(tmp_path: Path) -> None:
    sheet = book(result(), tmp_path)["Temuan"]
    (chosen,) = sheet.data_validations.dataValidation
    assert (str(chosen.sqref), chosen.formula1) == ("I2:I6", f'"{",".join(DECISIONS)}"')
    assert [sheet[cell].value for cell in ("I1", "J1", "K1", "L1")] == ["Keputusan", "Alasan", "Nilai yang benar", "Oleh"]
    assert sheet["M1"].value == "Tanggapan perangkat daerah"
    assert [sheet[cell].value for cell in ("I2", "J2", "K2", "L2", "M2")] == [None] * 5
    assert sheet["K2"].number_format == "@"


def test_a_heading_has_room_in_its_column_and_what_is_not_printed_makes_no_row_higher(tmp_path: Path) -> None:
    """Bold letters of 9 points take some nine tenths of a digit of 11; what is filled in by hand may break."""
    tight = [field.title for field in FIELDS if field.style != "fill_in" and len(field.title) * 0.85 > field.width]
    assert tight == []
    (one, *_), told = result().findings, "Tabel 3.9 Realisasi Anggaran Menurut Program, Kegiatan dan Sub Kegiatan Tahun 2023"
    places = tuple(replace(location, table=told) for location in one.locations)
    heights = []
    for number, locations in enumerate((one.locations, places)):
        write_xlsx(replace(result(), findings=(replace(one, locations=locations),)), tmp_path / f"{number}.xlsx")
        heights.append(openpyxl.load_workbook(tmp_path / f"{number}.xlsx")["Temuan"].row_dimensions[2].height)
    assert heights[0] == heights[1]


def test_what_was_decided_before_stands_there_again(tmp_path: Path) -> None:
    one = result()
    said = Decision(Keputusan.SALAH_BACA, "gambar buram", "Sari", "2026-03-05", "2.198.396.500", "setuju")
    decided = replace(one, findings=tuple(replace(finding, decision=said) for finding in one.findings))
    sheet = book(decided, tmp_path)["Temuan"]
    assert [sheet[f"{column}2"].value for column in "IJKLM"] == ["salah baca", "gambar buram", "2.198.396.500", "Sari", "setuju"]


def test_what_was_settled_is_counted_beside_what_is_open(tmp_path: Path) -> None:
    """The sheet of findings lists them too: without that line the summary counts fewer than there are."""
    one = result()
    said = Decision(Keputusan.DAPAT_DIJELASKAN, "luncuran", "Sari", "2026-03-05")
    made = book(replace(one, findings=(replace(one.findings[0], decision=said), *one.findings[1:])), tmp_path)
    counted = {row[0]: row[1] for row in rows(made["Ringkasan"]) if row[0] in ("Tinggi", "Sedang", "Rendah", "Info", "Selesai")}
    assert counted["Selesai"] == 1
    assert sum(int(str(count)) for count in counted.values()) == len(one.findings)


def test_a_finding_beyond_the_widest_table_leads_to_its_last_column() -> None:
    sheet = TableSheet("T1", 0, tuple(range(WIDEST_TABLE)), frozenset())
    assert sheet.place(Spot(0, 0, WIDEST_TABLE + 5)) == ("T1", 3, WIDEST_TABLE - 1)


def test_the_head_stays_in_sight_and_pages_are_wide(tmp_path: Path) -> None:
    sheet = book(result(), tmp_path)["Temuan"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("E2", "A1:U6")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert (sheet.print_title_rows, sheet.oddFooter.right.text) == ("$1:$1", "Halaman &P dari &N")


def test_figures_stand_right_words_left_and_percentages_differ_in_points(tmp_path: Path) -> None:
    sheet = book(result(), tmp_path)["Temuan"]
    assert [sheet[cell].alignment.horizontal for cell in ("F2", "G2", "H2", "G6")] == ["right", "right", "right", None]
    assert [sheet[cell].value for cell in ("G6", "H4")] == ["pernyataan telah direviu", "0,90 poin"]


def test_each_table_has_a_sheet_with_marked_cells_and_the_findings_lead_there(tmp_path: Path) -> None:
    made = book(result(paged=True), tmp_path)
    assert made.sheetnames == ["Ringkasan", "Temuan", "T1 Tabel 3.9"]
    target = made["Temuan"]["E2"].hyperlink.location
    assert target == "'T1 Tabel 3.9'!D6"
    cell = made["T1 Tabel 3.9"]["D6"]
    assert (cell.value, cell.font.bold, cell.border.left.style) == (2214730500, True, "thick")
    assert made["T1 Tabel 3.9"]["D7"].border.left.style == "dashed"
    assert made["T1 Tabel 3.9"]["D5"].border.left.style == "thin"
    assert str(made["T1 Tabel 3.9"]["M6"].value).startswith("Temuan 1: Pagu kegiatan 1.1")


def test_the_summary_counts_and_names_what_was_not_read(tmp_path: Path) -> None:
    said = [[cell for cell in row if cell is not None] for row in rows(book(result(paged=True), tmp_path)["Ringkasan"])]
    assert ["Dinas Sosial"] in said
    assert ["Halaman", "38 dibaca, 2 tidak dibaca (halaman 33–34)"] in said
    assert ["Tinggi", 2] in said
    assert ["Jumlah rincian terhadap induk", 1211, 0, 2, 2] in said
    assert ["Hasil pindai (gambar)", "halaman 33", "Halaman 33 adalah hasil pindai. Sertakan berkas asli."] in said


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_a_report_says_is_a_text_in_the_workbook(text: str, tmp_path: Path) -> None:
    one = everywhere(result(paged=True), text)
    one = replace(one, findings=tuple(replace(f, id=f"{n:016x}") for n, f in enumerate(one.findings)))
    made = book(one, tmp_path)
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(len(str(cell.value).encode("utf-16-le")) <= 2 * 32_767 for cell in cells)
    assert all(cell.hyperlink.target is None for cell in cells if cell.hyperlink)
    assert all(re.fullmatch(r"[A-Za-z0-9. ]{1,31}", name) for name in made.sheetnames)
    assert (made["Temuan"]["D2"].value or "") == fitting(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_file_holds_no_formula_no_outside_link_and_no_broken_text(text: str, tmp_path: Path) -> None:
    write_xlsx(everywhere(result(paged=True), text), tmp_path / "laporan.xlsx")
    with zipfile.ZipFile(tmp_path / "laporan.xlsx") as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert not any("externalLink" in name or "vbaProject" in name for name in parts)
    assert not any(re.search(r"<f[ >]|TargetMode=\"External\"", part) for part in parts.values())
    assert 'r:id="' not in parts["xl/worksheets/sheet2.xml"]


def test_a_text_that_looks_like_the_escape_of_excel_is_kept(tmp_path: Path) -> None:
    write_xlsx(everywhere(result(), "_x0041_"), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert "_x005F_x0041_" in archive.read("xl/sharedStrings.xml").decode("utf-8")


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_xlsx(result(paged=True), tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    properties = openpyxl.load_workbook(io.BytesIO((tmp_path / "one.xlsx").read_bytes())).properties
    assert (properties.created.year, properties.modified.year) == (2000, 2000)


def test_a_report_without_findings_and_tables_is_a_workbook_too(tmp_path: Path) -> None:
    one = result()
    bare = replace(one, findings=(), outcomes=(), view=replace(one.view, tables=()))
    assert book(bare, tmp_path).sheetnames == ["Ringkasan", "Temuan"]
