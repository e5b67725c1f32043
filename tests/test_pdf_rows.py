"""Logical rows: what stands in one ruled row and means several, and what stands in several and means one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from tests.pdf_fixtures import cells, drawn, lines, read

XS = (60, 90, 300, 400, 500)
HEADER = (690.0, ("No", "Kegiatan", "Anggaran", "Realisasi"))

# A line of print: its height, and what stands in each column.
Printed = tuple[float, Sequence[str]]


def table(folder: Path, printed: Sequence[Printed], ys: Sequence[float] = (600, 680, 700), xs: Sequence[float] = XS) -> list[list[str]]:
    """The one table of a page: rulings at these places, and these lines."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 8)
        for x in xs:
            canvas.line(x, min(ys), x, max(ys))
        for y in ys:
            canvas.line(xs[0], y, xs[-1], y)
        for y, texts in (HEADER, *printed):
            for x, text in zip(xs, texts, strict=False):
                canvas.drawString(x + 4, y - 3, text)

    (found,) = read(drawn(folder, draw)).tables
    return cells(found)[1:]


def test_names_with_numbers_of_their_own(tmp_path: Path) -> None:
    lines = [
        (670, ("1.", "Daging sapi", "91,80", "129,18")),
        (660, ("2.", "Telur", "99,80", "116,79")),
        (650, ("3.", "Susu", "95,50", "131,10")),
    ]
    assert table(tmp_path, lines) == [
        ["1.", "Daging sapi", "91,80", "129,18"],
        ["2.", "Telur", "99,80", "116,79"],
        ["3.", "Susu", "95,50", "131,10"],
    ]


def test_a_heading_between_names(tmp_path: Path) -> None:
    lines = [
        (672, ("", "Persentase margin usahatani tanaman pangan", "", "")),
        (662, ("", "dan hortikultura :", "", "")),
        (652, ("", "- Padi", "13,90", "43,44")),
        (642, ("", "- Palawija", "48,15", "163,78")),
    ]
    assert table(tmp_path, lines) == [
        ["", "Persentase margin usahatani tanaman pangan dan hortikultura :", "", ""],
        ["", "- Padi", "13,90", "43,44"],
        ["", "- Palawija", "48,15", "163,78"],
    ]


def test_a_scale_line_by_line(tmp_path: Path) -> None:
    lines = [
        (670, ("", "> 100 %", "Sangat Baik")),
        (660, ("", "80 – 100 %", "Baik")),
        (650, ("", "50 - 80 %", "Sedang")),
        (640, ("", "< 50 %", "Kurang")),
    ]
    assert [row[-2:] for row in table(tmp_path, lines, xs=(60, 61, 200, 300))] == [
        ["> 100 %", "Sangat Baik"],
        ["80 – 100 %", "Baik"],
        ["50 - 80 %", "Sedang"],
        ["< 50 %", "Kurang"],
    ]


def test_numbers_broken_in_two_columns_are_one_row(tmp_path: Path) -> None:
    """As in the report of a bureau: the sign of the rupiah stands half-way between the two lines of its amount."""
    lines = [
        (670, ("", "Meningkatnya jaminan", "1.506.190.00", "1.258.896.42")),
        (665, ("1", "", "Rp", "Rp")),
        (660, ("", "Kesejahteraan bagi", "0", "4")),
        (650, ("", "Aparatur Pemerintah Daerah", "", "")),
    ]
    assert table(tmp_path, lines) == [
        ["1", "Meningkatnya jaminan Kesejahteraan bagi Aparatur Pemerintah Daerah", "Rp 1.506.190.00 0", "Rp 1.258.896.42 4"]
    ]


def test_a_closing_dash_on_the_next_line(tmp_path: Path) -> None:
    lines = [(670, ("1", "Program Pelayanan", "19.954.920.000,", "18.350.776.107,")), (660, ("", "Kesehatan", "-", "-"))]
    assert table(tmp_path, lines) == [["1", "Program Pelayanan Kesehatan", "19.954.920.000, -", "18.350.776.107, -"]]


def test_figures_that_stand_beside_the_wrong_lines_are_counted_off(tmp_path: Path) -> None:
    lines = [
        (675, ("1.", "Dekonsentrasi", "", "")),
        (665, ("", "1. Program Penempatan dan", "4,499,237,000", "")),
        (657, ("", "Pemberdayaan Tenaga Kerja", "", "99.48")),
        (649, ("", "2. Program Pengembangan", "", "")),
        (641, ("", "Hubungan Industrial", "3,049,494,000", "")),
        (633, ("", "dan Jaminan Sosial", "", "99.95")),
    ]
    assert table(tmp_path, lines) == [
        ["1.", "Dekonsentrasi", "", ""],
        ["", "1. Program Penempatan dan Pemberdayaan Tenaga Kerja", "4,499,237,000", "99.48"],
        ["", "2. Program Pengembangan Hubungan Industrial dan Jaminan Sosial", "3,049,494,000", "99.95"],
    ]


def test_a_remark_in_brackets_stays_with_its_figure(tmp_path: Path) -> None:
    lines = [
        (670, ("1.", "- Skor Pola Pangan", "85", "86")),
        (660, ("", "", "", "(101%)")),
        (640, ("", "- Cadangan", "450", "270")),
        (630, ("", "", "", "(60%)")),
    ]
    assert table(tmp_path, lines) == [["1.", "- Skor Pola Pangan", "85", "86 (101%)"], ["", "- Cadangan", "450", "270 (60%)"]]


def test_a_cell_without_a_rule_below_it_gives_its_second_entry_to_the_next_row(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 8)
        for x in XS:
            canvas.line(x, 600, x, 700)
        for y, left in ((700, 60), (680, 60), (640, 300), (600, 60)):
            canvas.line(left, y, 500, y)
        printed = (
            (690, HEADER[1]),
            (670, ("3.", "Kualitas pangan", "100", "90")),
            (660, ("", "dan gizi")),
            (630, ("4.", "Keamanan pangan", "85", "80")),
        )
        for y, texts in printed:
            for x, text in zip(XS, texts, strict=False):
                canvas.drawString(x + 4, y - 3, text)

    (found,) = read(drawn(tmp_path, draw)).tables
    assert cells(found)[1:] == [["3.", "Kualitas pangan dan gizi", "100", "90"], ["4.", "Keamanan pangan", "85", "80"]]


def test_a_currency_sign_in_a_column_of_its_own_goes_to_its_amount(tmp_path: Path) -> None:
    rows = [(670 - 20 * place, (str(place + 1), f"Program {name}", "Rp.", f"{place + 1}.000.000")) for place, name in enumerate("ABCD")]
    header = (690.0, ("NO", "PROGRAM", "", "ANGGARAN"))

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 8)
        for x in XS:
            canvas.line(x, 600, x, 700)
        for y in (700, 680, 660, 640, 620, 600):
            canvas.line(60, y, 500, y)
        for y, texts in (header, *rows):
            for x, text in zip(XS, texts, strict=False):
                canvas.drawString(x + 4, y - 3, text)

    (found,) = read(drawn(tmp_path, draw)).tables
    assert cells(found)[0] == ["NO", "PROGRAM", "ANGGARAN"]
    assert cells(found)[2] == ["2", "Program B", "Rp. 2.000.000"]


def test_a_figure_in_a_table_at_the_foot_of_the_page_is_no_page_number(tmp_path: Path) -> None:
    """`100 %` alone on its line, a hand's breadth above the edge, was dropped as if it were the page's number."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for y in (130, 100, 70, 40):
            canvas.line(60, y, 400, y)
        for x in (60, 300, 400):
            canvas.line(x, 40, x, 130)
        for y, name, figure in ((110, "Indikator", "Capaian"), (80, "Panti yang terakreditasi", "95 %")):
            canvas.drawString(65, y, name)
            canvas.drawString(310, y, figure)
        canvas.drawString(65, 58, "Lanjut usia terlantar yang")
        canvas.drawString(65, 46, "tertangani")
        canvas.drawString(310, 52, "100 %")
        canvas.drawCentredString(300, 20, "12")

    document = read(drawn(tmp_path, draw), "pdfium")
    (table,) = document.tables
    assert cells(table)[-1] == ["Lanjut usia terlantar yang tertangani", "100 %"]
    assert lines(document) == []


def test_slanted_letters_keep_the_spaces_between_their_words(tmp_path: Path) -> None:
    """A made italic leans over the white behind each word, which was not seen."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText()
        text.setFont("Helvetica", 10)
        text.setTextTransform(1, 0, 0.33, 1, 60, 700)
        text.textOut("Pelayanan administrasi perkantoran dan sarana")
        canvas.drawText(text)

    assert lines(read(drawn(tmp_path, draw), "pdfium")) == ["Pelayanan administrasi perkantoran dan sarana"]


def test_what_a_cell_clips_is_not_read(tmp_path: Path) -> None:
    """A spreadsheet prints a name that is too long in full and clips it: its tail ran into the amount beside it."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for y in (700, 685, 670):
            canvas.line(60, y, 300, y)
        for x in (60, 180, 300):
            canvas.line(x, 670, x, 700)
        canvas.drawString(62, 689, "Kegiatan")
        canvas.drawString(184, 689, "Pagu (Rp)")
        canvas.saveState()
        cell = canvas.beginPath()
        cell.rect(60, 670, 120, 15)
        canvas.clipPath(cell, stroke=0)
        canvas.drawString(62, 674, "Peningkatan jalan kabupaten di Kecamatan Geyer")
        canvas.restoreState()
        canvas.drawString(240, 674, "680.000.000")

    (table,) = read(drawn(tmp_path, draw), "pdfium").tables
    name, amount = cells(table)[1]
    assert name.startswith("Peningkatan jalan kabupaten")
    assert "Geyer" not in name
    assert amount == "680.000.000"
