"""The workbook computes again: formulas over the cells of the tables, with the values that a spreadsheet gives them."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from extractors.plain_text import read_text
from pipeline.report.pages import ReportResult
from pipeline.report.sheet import write_xlsx
from pipeline.report.workings import Leaf, Node, is_mean, working_of
from pipeline.stages import check
from rules.base import all_rules
from tests.report_fixtures import result

BUDGET = """
Tabel 3.1 Realisasi Anggaran Tahun 2023
| No | Program/Kegiatan | Pagu (Rp) | Realisasi (Rp) | Realisasi (%) |
| 1 | PROGRAM REHABILITASI SOSIAL | 578.788.100 | 566.802.100 | 98,44 |
| 1.1 | Rehabilitasi Sosial Dasar Penyandang Disabilitas | 145.652.200 | 143.980.000 | 98,85 |
| 1.2 | Rehabilitasi Sosial PMKS Lainnya | 430.135.900 | 422.822.100 | 98,30 |
| 2 | PROGRAM PERLINDUNGAN SOSIAL | Rp. 121.660.400,- | 119.660.400 | 98.36 |
| 2.1 | Pemeliharaan Anak Terlantar | 121.660.400 | 119.660.400 | - |
| | JUMLAH | 700.448.500 | 686.462.500 | 98,00 |
"""


def report(text: str) -> ReportResult:
    done = check(read_text("contoh.txt", "0" * 64, text.encode()), all_rules())
    return ReportResult(done.document, done.view, done.outcomes, done.findings, None)


def table_of(one: ReportResult, path: Path, *, values: bool) -> Worksheet:
    write_xlsx(one, path / "laporan.xlsx")
    return openpyxl.load_workbook(path / "laporan.xlsx", data_only=values)["T1 Tabel 3.1"]


def row_of(sheet: Worksheet, name: str) -> dict[str, object]:
    """The cells of a row by their heading, those beside a checked column with its heading before theirs."""
    heads = [cell.value for cell in sheet[4]]
    found: dict[str, object] = {}
    last = ""
    row = next(row for row in sheet.iter_rows(min_row=5) if row[2].value == name)
    for head, cell in zip(heads, row, strict=True):
        beside = head in ("Hitung ulang", "Selisih", "Hasil")
        last = last if beside else str(head)
        found[f"{last}: {head}" if beside else last] = cell.value
    return found


def test_the_recomputation_stands_beside_the_checked_cell_as_a_formula(tmp_path: Path) -> None:
    sheet = table_of(report(BUDGET), tmp_path, values=False)
    said = row_of(sheet, "PROGRAM REHABILITASI SOSIAL")
    assert said["Pagu (Rp)"] == 578788100
    assert said["Pagu (Rp): Hitung ulang"] == "=SUM(D6:D7)"
    assert said["Pagu (Rp): Selisih"] == "=D5-E5"
    assert str(said["Pagu (Rp): Hasil"]).startswith("Temuan")
    assert said["Realisasi (%): Hitung ulang"] == "=ROUND(H5/D5*100,2)"
    assert said["Realisasi (%): Selisih"] == "=ROUND(L5-M5,2)"


def test_the_value_of_each_formula_is_kept_so_that_any_viewer_shows_it(tmp_path: Path) -> None:
    said = row_of(table_of(report(BUDGET), tmp_path, values=True), "PROGRAM REHABILITASI SOSIAL")
    assert (said["Pagu (Rp): Hitung ulang"], said["Pagu (Rp): Selisih"]) == (575788100, 3000000)
    assert said["Realisasi (Rp): Hasil"] == "Lolos"


def test_a_sum_takes_rows_that_do_not_follow_each_other_one_by_one(tmp_path: Path) -> None:
    said = row_of(table_of(report(BUDGET), tmp_path, values=False), "JUMLAH")
    assert said["Realisasi (Rp): Hitung ulang"] == "=SUM(H5,H8)"


def test_a_number_looks_as_it_is_printed_and_a_hole_stays_as_it_is(tmp_path: Path) -> None:
    sheet = table_of(report(BUDGET), tmp_path, values=True)
    amount = next(cell for row in sheet.iter_rows() for cell in row if cell.value == 121660400)
    assert amount.number_format == '"Rp. "#,##0",-"'
    assert amount.comment is None
    assert row_of(sheet, "Pemeliharaan Anak Terlantar")["Realisasi (%)"] == "-"


def test_where_a_format_cannot_show_the_print_a_comment_tells_it(tmp_path: Path) -> None:
    sheet = table_of(report(BUDGET), tmp_path, values=True)
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == 98.36)
    assert cell.comment.text.strip() == "Tercetak: 98.36"


def test_a_figure_that_goes_on_in_the_next_line_is_a_number(tmp_path: Path) -> None:
    sheet = table_of(report(BUDGET.replace("145.652.200", "145.652. 200")), tmp_path, values=False)
    assert row_of(sheet, "Rehabilitasi Sosial Dasar Penyandang Disabilitas")["Pagu (Rp)"] == 145652200


def test_a_figure_of_sixteen_digits_stays_a_text(tmp_path: Path) -> None:
    sheet = table_of(report(BUDGET.replace("578.788.100", "5.787.881.001.234.567")), tmp_path, values=False)
    assert row_of(sheet, "PROGRAM REHABILITASI SOSIAL")["Pagu (Rp)"] == "5.787.881.001.234.567"


def test_the_columns_of_the_recomputation_can_be_folded_away(tmp_path: Path) -> None:
    sheet = table_of(report(BUDGET), tmp_path, values=False)
    assert [sheet.column_dimensions[name].outlineLevel for name in "DEH"] == [0, 1, 0]


def test_the_finding_computes_over_the_same_cells(tmp_path: Path) -> None:
    write_xlsx(report(BUDGET), tmp_path / "laporan.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "laporan.xlsx")["Temuan"]
    column = [cell.value for cell in sheet[1]].index("Hitung ulang")
    assert "=SUM('T1 Tabel 3.1'!D6:D7)" in [row[column].value for row in sheet.iter_rows(min_row=2)]


def test_of_two_places_that_differ_the_other_one_is_referred_to(tmp_path: Path) -> None:
    one = result()
    first = one.findings[0]
    two = replace(first, working="", expected=first.locations[1].text, family="beda_antar_tabel")
    write_xlsx(replace(one, findings=(two,)), tmp_path / "laporan.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "laporan.xlsx")["Temuan"]
    assert "='T1 Tabel 3.9'!D7" in [cell.value for cell in sheet[2]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 + 3 = 6", "6"),
        ("1 / 0 × 100 = 5", "5"),
        ("=1+1 = 2", "2"),
        ("HYPERLINK(1) = 1", "1"),
        ("(" * 5000 + "1", "1"),
        ("1" + " − 1" * 900 + " = -899", "-899"),
        ("1 + 2 = 3", "empat"),
        ("96 % (Sangat Tinggi: 91–100)", "Sangat Tinggi"),
    ],
)
def test_what_does_not_come_to_its_result_is_no_working(text: str, expected: str) -> None:
    assert working_of(text, expected) is None


def test_a_working_is_read_with_its_signs_in_their_order() -> None:
    working = working_of("(2 × 10,90% − 10,21%) / 10,90% × 100 = 106,33%; 1 / 2 × 100 = 50%", "106,33%")
    assert working is not None
    assert (working.result, working.decimals) == (Decimal("106.33"), 2)
    mean = working_of("(90 + 94 + 100) / 3 = 94,67%", "94,67%")
    assert mean is not None and is_mean(mean.expression)
    assert mean.expression == Node("/", (Node("+", (Leaf(Decimal(90)), Leaf(Decimal(94)), Leaf(Decimal(100)))), Leaf(Decimal(3))))


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_xlsx(report(BUDGET), tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_computes_the_same_values(tmp_path: Path) -> None:
    write_xlsx(report(BUDGET), tmp_path / "laporan.xlsx")
    profile = tmp_path / "profil/user"
    profile.mkdir(parents=True)
    always = '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>'
    (profile / "registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{always}</oor:items>', encoding="utf-8"
    )
    command = ["soffice", f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "lagi"), str(tmp_path / "laporan.xlsx")], check=True, capture_output=True, timeout=120
    )
    ours, theirs = (openpyxl.load_workbook(path, data_only=True) for path in (tmp_path / "laporan.xlsx", tmp_path / "lagi/laporan.xlsx"))
    formulas = openpyxl.load_workbook(tmp_path / "laporan.xlsx")
    cells = [(sheet.title, cell.coordinate) for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(cells) > 20
    assert all(ours[sheet][at].value == theirs[sheet][at].value for sheet, at in cells)
