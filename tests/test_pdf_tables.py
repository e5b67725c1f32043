"""Tables in digital PDFs: ruled, open, painted, without rules; every cell with its text and its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape

from tests.pdf_fixtures import BUDGET, GRID, TOP, as_lists, caption, cells, drawn, grid, lines, printed, prose, read, space

LINE = {"color": colors.black, "width": 0.7}


@pytest.mark.parametrize("engine", ["auto", "pdfium", "pdfplumber", "camelot"])
def test_a_ruled_table(tmp_path: Path, engine: str) -> None:
    (table,) = read(printed(tmp_path, [grid(BUDGET)]), engine).tables
    assert cells(table) == as_lists(BUDGET)
    assert table.engine == {"auto": "pdfium", "camelot": "camelot-lattice"}.get(engine, engine)


def test_every_cell_knows_its_box_and_the_lines_in_it_keep_their_breaks(tmp_path: Path) -> None:
    (table,) = read(printed(tmp_path, [grid(BUDGET, (30, 110, 90, 90, 40))])).tables
    name = table.rows[1].cells[1]
    assert name.text == "PROGRAM PENUNJANG\nURUSAN\nPEMERINTAHAN\nDAERAH"
    assert name.place.page == 1
    assert name.place.bbox is not None
    left, top, right, bottom = name.place.bbox
    assert right - left == pytest.approx(110, abs=1)
    assert 72 < top < bottom < 200
    assert table.rows[0].cells[1].bold
    assert not name.bold


def test_indentation_is_kept(tmp_path: Path) -> None:
    rows = (("Uraian", "Rp"), ("Program", "3.000"), ("&nbsp;&nbsp;&nbsp;&nbsp;Kegiatan", "1.000"))
    (table,) = read(printed(tmp_path, [grid(rows, (150, 60))])).tables
    program, kegiatan = table.rows[1].cells[0], table.rows[2].cells[0]
    assert kegiatan.indent > program.indent + 5


def test_merged_cells_have_their_text_in_the_first_one(tmp_path: Path) -> None:
    rows = (
        ("No", "Sasaran", "Realisasi", ""),
        ("", "", "Rp", "%"),
        ("1", "Meningkatnya kesejahteraan PPKS", "1.000.000", "90,00"),
        ("2", "", "2.000.000", "80,00"),
    )
    spans = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (2, 0), (3, 0)), ("SPAN", (1, 2), (1, 3))]
    (table,) = read(printed(tmp_path, [grid(rows, (30, 160, 80, 50), (GRID, TOP, *spans))])).tables
    assert cells(table) == as_lists(rows)


def test_paint_is_no_border(tmp_path: Path) -> None:
    paint = [("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.8, 0.75, 0.85)), ("BACKGROUND", (0, 2), (2, 2), colors.yellow)]
    (table,) = read(printed(tmp_path, [grid(BUDGET, style=(GRID, TOP, *paint))])).tables
    assert cells(table) == as_lists(BUDGET)


def test_double_rules_are_one(tmp_path: Path) -> None:
    double = [("GRID", (0, 0), (-1, -1), 0.5, colors.black, None, None, None, 2, 1.5), TOP]
    (table,) = read(printed(tmp_path, [grid(BUDGET, style=double)])).tables
    assert cells(table) == as_lists(BUDGET)


def test_white_rules_are_not_there(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.rect(60, 600, 300, 100)
        canvas.line(60, 680, 360, 680)
        canvas.line(160, 600, 160, 700)
        canvas.setStrokeColor(colors.white)
        canvas.line(260, 600, 260, 700)  # switched off by its author
        canvas.setFont("Helvetica", 9)
        canvas.drawString(70, 686, "Uraian")
        canvas.drawString(170, 686, "Keterangan dan penjelasan panjang")
        canvas.drawString(70, 640, "Program")
        canvas.drawString(170, 640, "selesai seluruhnya pada triwulan IV")

    (table,) = read(drawn(tmp_path, draw)).tables
    assert cells(table) == [["Uraian", "Keterangan dan penjelasan panjang"], ["Program", "selesai seluruhnya pada triwulan IV"]]


def test_rules_above_and_below_each_row_only(tmp_path: Path) -> None:
    style = [TOP, ("LINEABOVE", (0, 0), (-1, -1), 0.7, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 0.7, colors.black)]
    (table,) = read(printed(tmp_path, [prose("Realisasi anggaran adalah sebagai berikut."), grid(BUDGET, style=style)])).tables
    assert cells(table) == as_lists(BUDGET)


def test_rules_around_the_header_only(tmp_path: Path) -> None:
    style = [TOP, ("LINEABOVE", (0, 0), (-1, 0), 0.7, colors.black), ("LINEBELOW", (0, 0), (-1, 0), 0.7, colors.black)]
    (table,) = read(printed(tmp_path, [grid(BUDGET, style=style)])).tables
    assert cells(table) == as_lists(BUDGET)


@pytest.mark.parametrize("widths", [(30, 210, 90, 90, 40), (30, 100, 100, 100, 60)], ids=["one line a row", "names that wrap"])
def test_no_rules_at_all(tmp_path: Path, widths: tuple[float, ...]) -> None:
    story = [prose("Realisasi anggaran tahun ini disajikan pada tabel berikut ini."), space(), grid(BUDGET, widths, [TOP]), space()]
    document = read(printed(tmp_path, [*story, prose("Dari tabel di atas terlihat bahwa seluruh program telah dilaksanakan.")]))
    (table,) = document.tables
    assert cells(table) == as_lists(BUDGET)
    assert len(lines(document)) == 2


def test_a_header_that_only_paint_sets_off(tmp_path: Path) -> None:
    style = [TOP, ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.27, 0.45, 0.77)), ("GRID", (0, 1), (-1, -1), 0.5, colors.black)]
    (table,) = read(printed(tmp_path, [grid(BUDGET, style=style)])).tables
    assert cells(table) == as_lists(BUDGET)


def test_several_rows_inside_one_ruled_row(tmp_path: Path) -> None:
    """As in the report of an agency for food: ten kegiatan in one cell, each with its amount beside it."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 8)
        for x in (60, 90, 300, 400, 500):
            canvas.line(x, 600, x, 700)
        for y in (600, 680, 700):
            canvas.line(60, y, 500, y)
        for x, text in ((65, "No"), (95, "Kegiatan"), (305, "Anggaran"), (405, "Realisasi")):
            canvas.drawString(x, 687, text)
        entries = ((670, "1.", "- Penguatan Cadangan Pangan", "3.600.000.000,-", "3.463.967.029,-"),)
        entries += ((640, "2.", "- Pengembangan Lembaga", "460.000.000,-", "313.967.780,-"),)
        for y, number, name, pagu, realisasi in entries:
            for x, text in ((65, number), (95, name), (305, pagu), (405, realisasi)):
                canvas.drawString(x, y, text)
        canvas.drawString(95, 660.5, "  Pemerintah")
        canvas.drawString(95, 630.5, "  Akses Pangan Masyarakat")

    (table,) = read(drawn(tmp_path, draw)).tables
    assert cells(table) == [
        ["No", "Kegiatan", "Anggaran", "Realisasi"],
        ["1.", "- Penguatan Cadangan Pangan Pemerintah", "3.600.000.000,-", "3.463.967.029,-"],
        ["2.", "- Pengembangan Lembaga Akses Pangan Masyarakat", "460.000.000,-", "313.967.780,-"],
    ]


def test_a_number_broken_over_two_lines_stays_one_cell(tmp_path: Path) -> None:
    rows = (("Uraian", "Anggaran (Rp)"), ("Belanja", "1.234.567.<br/>890,00"), ("Total", "1.234.567.<br/>890,00"))
    (table,) = read(printed(tmp_path, [grid(rows, (100, 60))])).tables
    assert cells(table)[1] == ["Belanja", "1.234.567. 890,00"]


def test_a_number_wider_than_its_cell_is_not_cut(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        for x in (60, 160, 215, 300):
            canvas.line(x, 660, x, 700)
        for y in (660, 680, 700):
            canvas.line(60, y, 300, y)
        canvas.setFont("Helvetica", 9)
        for y, texts in ((686, ("Uraian", "Pagu", "Sisa")), (666, ("Belanja", "12.345.678.900", "55,00"))):
            for x, text in zip((65, 157, 240), texts, strict=True):
                canvas.drawString(x, y, text)

    (table,) = read(drawn(tmp_path, draw)).tables
    assert cells(table)[1] == ["Belanja", "12.345.678.900", "55,00"]


def test_bold_by_printing_twice_is_printed_once(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 10)
        for shift in (0, 0.4):
            canvas.drawString(100 + shift, 700, "Jumlah Rp11.223.344 seluruhnya")

    assert lines(read(drawn(tmp_path, draw))) == ["Jumlah Rp11.223.344 seluruhnya"]


def test_a_landscape_page(tmp_path: Path) -> None:
    document = read(printed(tmp_path, [grid(BUDGET)], landscape(A4)))
    assert cells(document.tables[0]) == as_lists(BUDGET)
    assert document.pages[0].width > document.pages[0].height


@pytest.mark.parametrize("angle", [90, 270])
def test_text_that_leans_on_an_upright_page(tmp_path: Path, angle: int) -> None:
    def draw(canvas: Any) -> None:
        width, height = A4
        canvas.rotate(angle)
        canvas.translate(*((0, -width) if angle == 90 else (-height, 0)))
        table = grid(BUDGET)
        table.wrapOn(canvas, height, width)
        table.drawOn(canvas, 100, 250)

    (table,) = read(drawn(tmp_path, draw)).tables
    assert cells(table) == as_lists(BUDGET)
    box = table.place.bbox
    assert box is not None
    assert box[3] - box[1] > box[2] - box[0], "on paper the table stands on its side"


def test_two_tables_on_a_page_stay_two_though_they_are_of_one_width(tmp_path: Path) -> None:
    indicators = (("No", "Indikator", "Target", "Realisasi", "%"), ("1", "Persentase PPKS yang terlayani", "55", "50", "90,91"))
    story = [grid(BUDGET), space(), prose("Adapun capaian kinerjanya sebagai berikut."), caption("Tabel 3.2 Capaian"), grid(indicators)]
    first, second = read(printed(tmp_path, story)).tables
    assert cells(first) == as_lists(BUDGET)
    assert cells(second) == as_lists(indicators)
    assert (first.caption, second.caption) == ("", "Tabel 3.2 Capaian")


def test_lines_and_tables_come_in_reading_order(tmp_path: Path) -> None:
    document = read(printed(tmp_path, [prose("Sebelum tabel."), space(), grid(BUDGET), space(), prose("Sesudah tabel.")]))
    assert [type(block).__name__ for block in document.blocks] == ["TextLine", "Table", "TextLine"]


def test_what_is_no_table(tmp_path: Path) -> None:
    boxed = grid([["Kotak ini hanya membingkai satu kalimat."]], (300,))
    contents = [prose(f"BAB {number} {'.' * 60} {page}") for number, page in (("I", 1), ("II", 7), ("III", 21), ("IV", 44))]
    document = read(printed(tmp_path, [boxed, space(), *contents]))
    assert document.tables == ()
    assert lines(document)[0] == "Kotak ini hanya membingkai satu kalimat."


def test_contents_without_dots_are_no_table(tmp_path: Path) -> None:
    rows = [("BAB I", "PENDAHULUAN", "1"), ("", "1.1 Latar Belakang", "1"), ("", "1.2 Tugas Pokok", "4"), ("BAB II", "PERENCANAAN", "9")]
    assert read(printed(tmp_path, [grid(rows, (60, 300, 40), [TOP])])).tables == ()


def test_running_headers_and_page_numbers_are_dropped(tmp_path: Path) -> None:
    story = [prose(f"Uraian ke-{number} dari laporan ini.") for number in range(120)]
    document = read(printed(tmp_path, story, running="LKjIP Dinas Sosial Tahun 2023"))
    assert len(document.pages) >= 3
    assert lines(document) == [f"Uraian ke-{number} dari laporan ini." for number in range(120)]


def test_an_engine_that_is_not_there(tmp_path: Path) -> None:
    path = printed(tmp_path, [grid(BUDGET)])
    with pytest.raises(ValueError, match="'tabula' tidak dikenal; pilihannya: auto, pdfium, pdfplumber, camelot"):
        read(path, "tabula")
