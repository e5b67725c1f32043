"""Tables that lack rules: names outside the net, rows without uprights, columns without levels, paint alone; and what is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.lib import colors

from tests.pdf_fixtures import Rows, as_lists, cells, drawn, read

FIGURES = (("Pagu", "Realisasi", "Sisa"), ("412", "398", "14"), ("1.275", "1.190", "85"), ("86", "80", "6"), ("640", "512", "128"))
NAMES = ("", "Pembinaan", "Pengadaan", "Pelatihan", "Patroli")
WORDS = (("Hewan", "Tindak", "Bunyi"), ("Kucing", "Berkata", "Meong"), ("Anjing", "Berkata", "Guk"), ("Ayam", "Berkata", "Petok"))
LEFT, TOP, WIDTH, HEIGHT = 150, 700, 90, 20


def write(canvas: Any, rows: Rows, left: float = LEFT, top: float = TOP, bold: bool = False) -> None:
    for down, row in enumerate(rows):
        canvas.setFont("Helvetica-Bold" if bold and not down else "Helvetica", 9)
        for across, text in enumerate(row):
            canvas.drawString(left + across * WIDTH + 4, top - (down + 1) * HEIGHT + 6, text)


def levels(canvas: Any, rows: Sequence[int], columns: int = 3, left: float = LEFT, top: float = TOP) -> None:
    for row in rows:
        canvas.line(left, top - row * HEIGHT, left + columns * WIDTH, top - row * HEIGHT)


def uprights(canvas: Any, rows: int, columns: int = 3, left: float = LEFT, top: float = TOP) -> None:
    for column in range(columns + 1):
        canvas.line(left + column * WIDTH, top, left + column * WIDTH, top - rows * HEIGHT)


def net(canvas: Any, rows: Rows, left: float = LEFT, top: float = TOP) -> None:
    write(canvas, rows, left, top)
    levels(canvas, range(len(rows) + 1), len(rows[0]), left, top)
    uprights(canvas, len(rows), len(rows[0]), left, top)


def names_on_the_left(canvas: Any) -> None:
    for row, name in enumerate(NAMES):
        canvas.drawString(85, TOP - (row + 1) * HEIGHT + 6, name)


def tables(folder: Path, draw: Any) -> list[list[list[str]]]:
    return [cells(table) for table in read(drawn(folder, draw)).tables]


def test_names_left_of_the_net_are_its_first_column(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        net(canvas, FIGURES)
        names_on_the_left(canvas)

    assert tables(tmp_path, draw) == [[[name, *row] for name, row in zip(NAMES, FIGURES, strict=True)]]


def test_a_total_set_off_by_white_belongs_to_the_table_above(tmp_path: Path) -> None:
    total = ("2.413", "2.180", "233")

    def draw(canvas: Any) -> None:
        net(canvas, FIGURES)
        net(canvas, [total], top=TOP - len(FIGURES) * HEIGHT - 12)

    assert tables(tmp_path, draw) == [as_lists([*FIGURES, total])]


def test_two_tables_of_one_width_do_not_take_what_stands_between(tmp_path: Path) -> None:
    """The narrower one in between has uprights of its own, which meet neither rule."""
    between = FIGURES[:3]

    def draw(canvas: Any) -> None:
        net(canvas, FIGURES)
        net(canvas, [row[:2] for row in between], left=LEFT + 30, top=TOP - 140)
        net(canvas, FIGURES, top=TOP - 240)

    assert tables(tmp_path, draw) == [as_lists(FIGURES), as_lists([row[:2] for row in between]), as_lists(FIGURES)]


def test_rules_above_and_below_each_row_of_words(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        write(canvas, WORDS)
        levels(canvas, range(5))

    assert tables(tmp_path, draw) == [as_lists(WORDS)]


def test_two_tables_with_lying_rules_side_by_side_and_no_rule_above_a_header(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        write(canvas, WORDS, left=40)
        levels(canvas, range(1, 5), left=40)
        write(canvas, WORDS, left=330, top=TOP + 9)
        levels(canvas, range(5), left=330, top=TOP + 9)

    assert tables(tmp_path, draw) == [as_lists(WORDS), as_lists(WORDS)]


def test_uprights_alone_and_lines_with_room_left(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        write(canvas, WORDS)
        uprights(canvas, len(WORDS))

    assert tables(tmp_path, draw) == [as_lists(WORDS)]


def test_one_ruled_row_whose_lines_end_though_there_is_room(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        write(canvas, WORDS)
        uprights(canvas, len(WORDS))
        levels(canvas, (0, 1, 4))

    assert tables(tmp_path, draw) == [as_lists(WORDS)]


def test_a_bold_header_over_words(tmp_path: Path) -> None:
    rows = (("Satu", "Dua", "Tiga", "Empat"), ("a", "b", "c", "d"), ("", "e", "f", ""), ("", "g", "h", ""), ("", "i", "j", "k"))

    def draw(canvas: Any) -> None:
        write(canvas, rows, bold=True)

    assert tables(tmp_path, draw) == [as_lists(rows)]


def test_painted_cells_with_white_between(tmp_path: Path) -> None:
    rows = (("Program", "Anggaran"), ("Data.id", "1,1"), ("Layanan", "0,3"), ("Pusat data", "0,44"))

    def draw(canvas: Any) -> None:
        canvas.setFillColor(colors.Color(0.7, 0.8, 0.9))
        for row in range(len(rows)):
            for column in range(2):
                canvas.rect(LEFT + column * WIDTH, TOP - (row + 1) * HEIGHT, WIDTH - 2, HEIGHT - 2, stroke=0, fill=1)
        canvas.setFillColor(colors.black)
        write(canvas, rows)

    assert tables(tmp_path, draw) == [as_lists(rows)]


def test_figures_right_of_leaders_are_a_table_if_there_are_several(tmp_path: Path) -> None:
    rows = [(f"Kelas {place} ..............", f"{place}00", f"{place}40") for place in range(1, 6)]

    def draw(canvas: Any) -> None:
        write(canvas, rows)

    assert tables(tmp_path, draw) == [as_lists(rows)]


def test_numbers_only_are_no_list_of_contents(tmp_path: Path) -> None:
    rows = [(str(place), str(100 + place), str(200 + place)) for place in range(1, 9)]

    def draw(canvas: Any) -> None:
        write(canvas, rows)

    assert tables(tmp_path, draw) == [as_lists(rows)]


def test_a_fraction_is_no_table(tmp_path: Path) -> None:
    """Two formulas below each other: the rules of their fractions are of one length."""
    parts = ((60, 0, "Persentase ="), (155, 8, "Realisasi tahun ini"), (160, -8, "Rencana tahun ini"), (260, 0, "x 100%"))

    def draw(canvas: Any) -> None:
        for top in (700, 640):
            for x, y, text in parts:
                canvas.drawString(x, top + y, text)
            canvas.line(150, top + 3, 255, top + 3)

    assert tables(tmp_path, draw) == []


def test_values_between_the_lines_of_a_chart_are_no_table(tmp_path: Path) -> None:
    """They stand as high as their bars reach."""

    def draw(canvas: Any) -> None:
        for line in range(4):
            canvas.line(100, 700 - 40 * line, 420, 700 - 40 * line)
        for x, y, text in ((130, 680, "90,5"), (200, 681, "95,1"), (270, 640, "72,4"), (340, 602, "31,0")):
            canvas.drawString(x, y, text)

    assert tables(tmp_path, draw) == []


def test_framed_names_that_lines_connect_are_no_table(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.line(150, 640, 450, 640)
        canvas.line(300, 700, 300, 640)
        for x, y, text in ((240, 700, "Kepala Dinas"), (90, 600, "Bidang Satu"), (240, 600, "Bidang Dua"), (390, 600, "Bidang Tiga")):
            canvas.rect(x, y, 120, 24)
            canvas.drawString(x + 20, y + 8, text)
            canvas.line(x + 60, 640, x + 60, 624)

    assert tables(tmp_path, draw) == []
