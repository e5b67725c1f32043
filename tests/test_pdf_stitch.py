"""Tables joined over pages, captions in their tables: in print and in text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.platypus import PageBreak

from extractors.captions import number_of, starts_caption
from extractors.model import Table, TextLine
from extractors.plain_text import read_text
from tests.pdf_fixtures import BUDGET, TOP, as_lists, caption, cells, drawn, grid, lines, printed, prose, read, space

HEADER = BUDGET[0]
NAMES = ("Penyediaan Komponen Instalasi Listrik", "Penyediaan Barang Cetakan", "Pemeliharaan Kendaraan Dinas", "Rapat Koordinasi")
MANY = tuple((str(number), f"{NAMES[number % 4]} {number}", f"{number}.000.000", f"{number}.000.000", "100,00") for number in range(1, 121))


def text_tables(text: str) -> list[list[list[str]]]:
    return [cells(table) for table in read_text("laporan.txt", "0" * 64, text.encode()).tables]


# ------------------------------------------------------------------ over pages


@pytest.mark.parametrize("again", [1, 0], ids=["header on each page", "header once"])
def test_a_table_over_three_pages_is_one(tmp_path: Path, again: int) -> None:
    document = read(printed(tmp_path, [caption("Tabel 3.7 Rincian"), grid((HEADER, *MANY), repeatRows=again)], running="Dinas Sosial 2023"))
    (table,) = document.tables
    assert cells(table) == as_lists((HEADER, *MANY))
    assert [table.rows[1].place.page, table.rows[-1].place.page] == [1, 3]
    assert table.caption == "Tabel 3.7 Rincian"


def test_a_table_without_rules_over_pages(tmp_path: Path) -> None:
    (table,) = read(printed(tmp_path, [grid((HEADER, *MANY), style=[TOP], repeatRows=1)])).tables
    assert cells(table) == as_lists((HEADER, *MANY))


def test_a_row_cut_by_the_page_break_is_made_whole(tmp_path: Path) -> None:
    first = ((HEADER), *MANY[:3], ("4", "Rehabilitasi Sosial Dasar Penyandang Disabilitas", "4.000.000", "4.000.000", "100,00"))
    second = (("", "dan Masyarakat", "", "", ""), *MANY[4:6])
    plain = grid([HEADER, *second])._cellvalues[1:]
    overleaf = grid(second)
    overleaf._cellvalues = plain  # none of its rows is a header
    (table,) = read(printed(tmp_path, [grid(first), PageBreak(), overleaf])).tables
    assert cells(table)[4][1] == "Rehabilitasi Sosial Dasar Penyandang Disabilitas dan Masyarakat"
    assert [row.place.page for row in table.rows] == [1, 1, 1, 1, 1, 2, 2]


def test_what_stands_between_two_tables_keeps_them_apart(tmp_path: Path) -> None:
    for between in (prose("Uraian selanjutnya."), caption("Tabel 3.8 Lain")):
        document = read(printed(tmp_path, [grid(BUDGET), PageBreak(), between, grid(BUDGET)]))
        assert len(document.tables) == 2


def test_another_header_begins_another_table(tmp_path: Path) -> None:
    other = (("No", "Sasaran", "Target", "Realisasi", "Capaian"), ("1", "Meningkatnya pelayanan", "80", "76", "95,00"))
    assert len(read(printed(tmp_path, [grid(BUDGET), PageBreak(), grid(other)])).tables) == 2


def test_other_columns_begin_another_table(tmp_path: Path) -> None:
    plain = [row[1:] for row in BUDGET[1:]]
    assert len(read(printed(tmp_path, [grid(BUDGET), PageBreak(), grid(plain, (300, 60, 60, 40))])).tables) == 2


def test_a_column_that_is_empty_overleaf_comes_back(tmp_path: Path) -> None:
    rows = (("Sasaran", "Kegiatan", "Anggaran"), ("Meningkatnya pelayanan", "Rapat Koordinasi", "1.000.000"))
    rest = (("", "Pemeliharaan", "2.000.000"), ("", "Pengadaan", "3.000.000"))
    (table,) = read(printed(tmp_path, [grid(rows, (120, 200, 90)), PageBreak(), grid(rest, (120, 200, 90))])).tables
    assert cells(table) == as_lists((*rows, *rest))


def test_cells_that_go_on_overleaf_have_no_rule_below(tmp_path: Path) -> None:
    """As Word prints a row that runs on: the verticals end on nothing."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 8)
        for x in (60, 200, 300, 400):
            canvas.line(x, 100, x, 700)
        for y in (660, 680, 700):
            canvas.line(60, y, 400, y)
        for y, texts in (
            (686, ("Uraian", "Target", "Realisasi")),
            (666, ("Daging", "91,80", "129,18")),
            (640, ("Telur", "99,80", "116,79")),
        ):
            for x, text in zip((65, 205, 305), texts, strict=True):
                canvas.drawString(x, y, text)

    (table,) = read(drawn(tmp_path, draw, A4)).tables
    assert cells(table) == [["Uraian", "Target", "Realisasi"], ["Daging", "91,80", "129,18"], ["Telur", "99,80", "116,79"]]


# ------------------------------------------------------------------ in text


def test_text_with_a_repeated_header_after_a_blank_line() -> None:
    text = "No\tUraian\tRp\n1\tPermakanan\t92.092.800\n\nNo\tUraian\tRp\n2\tSandang\t59.666.900\n"
    assert text_tables(text) == [[["No", "Uraian", "Rp"], ["1", "Permakanan", "92.092.800"], ["2", "Sandang", "59.666.900"]]]


def test_text_that_goes_on_after_a_blank_line_in_the_middle_of_a_name() -> None:
    text = "No\tUraian\tRp\n3.1.2\tBimbingan Sosial kepada Keluarga\t53.559.400\n\n\tdan Masyarakat\t\n3.2\tRujukan\t430.135.900\n"
    (table,) = text_tables(text)
    assert table[1:] == [["3.1.2", "Bimbingan Sosial kepada Keluarga dan Masyarakat", "53.559.400"], ["3.2", "Rujukan", "430.135.900"]]


def test_text_whose_broken_name_goes_on_with_a_capital() -> None:
    text = (
        "Indikator\tSatuan\tTarget\nPengamanan Bidang Tanah\tJumlah\t2\nKetepatan input Rencana Umum\tPersen\t100\n\n"
        "Indikator\tSatuan\tTarget\nPengadaan pada aplikasi SIRUP\t\t\nKepatuhan LHKPN\tPersen\t100\n"
    )
    (table,) = text_tables(text)
    assert [row[0] for row in table[1:]] == [
        "Pengamanan Bidang Tanah",
        "Ketepatan input Rencana Umum Pengadaan pada aplikasi SIRUP",
        "Kepatuhan LHKPN",
    ]


def test_a_heading_row_overleaf_is_no_rest_of_the_row_before() -> None:
    text = (
        "Uraian\tRp\nPROGRAM A\t\nKegiatan satu\t1.000\nPROGRAM B\t\nKegiatan dua\t2.000\n\nUraian\tRp\nPROGRAM C\t\nKegiatan tiga\t3.000\n"
    )
    (table,) = text_tables(text)
    assert ["PROGRAM C", ""] in table


# ------------------------------------------------------------------ captions


def test_a_caption_of_several_lines_above(tmp_path: Path) -> None:
    story = [prose("Rinciannya sebagai berikut."), caption("Tabel 3.2"), caption("Realisasi Anggaran"), caption("Tahun 2023"), grid(BUDGET)]
    document = read(printed(tmp_path, story))
    (table,) = document.tables
    assert table.caption == "Tabel 3.2 Realisasi Anggaran Tahun 2023"
    assert table.caption_place is not None
    assert table.caption_place.page == 1
    assert lines(document) == ["Rinciannya sebagai berikut."]


def test_a_caption_below(tmp_path: Path) -> None:
    document = read(
        printed(tmp_path, [prose("Uraian."), grid(BUDGET), caption("Tabel 3.2 Realisasi Anggaran"), space(40), prose("Penutup.")])
    )
    assert document.tables[0].caption == "Tabel 3.2 Realisasi Anggaran"
    assert lines(document) == ["Uraian.", "Penutup."]


def test_a_caption_between_two_tables_belongs_to_the_lower_one(tmp_path: Path) -> None:
    first, second = read(printed(tmp_path, [grid(BUDGET), caption("Tabel 3.2 Capaian"), grid(BUDGET)])).tables
    assert (first.caption, second.caption) == ("", "Tabel 3.2 Capaian")


def test_a_caption_without_a_table_stays_a_line(tmp_path: Path) -> None:
    assert lines(read(printed(tmp_path, [caption("Tabel 3.2 Capaian"), prose("Tidak ada tabelnya.")])))[0] == "Tabel 3.2 Capaian"


def test_a_number_alone_above_a_caption_that_says_table_again(tmp_path: Path) -> None:
    (table,) = read(printed(tmp_path, [caption("Tabel 3.2"), caption("Tabel Perbandingan Kinerja"), grid(BUDGET)])).tables
    assert table.caption == "Tabel 3.2 Tabel Perbandingan Kinerja"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Tabel 3.1 Capaian Kinerja", "3.1"),
        ("Tabel III.1", "III.1"),
        ("TABEL. 3.1", "3.1"),
        ("Tabel.2.", "2"),
        ("Table 3.2.4 Budget", "3.2.4"),
        ("**Tabel .3.2**  ", "3.2"),
        ("Tabel: 3.3 Pengukuran", "3.3"),
        ("Tabel 3 Realisasi", "3"),
        ("Lanjutan Tabel 3.1", "3.1"),
        ("Tabel Potensi Bencana", ""),
    ],
)
def test_captions_as_reports_write_them(text: str, number: str) -> None:
    assert starts_caption(text)
    assert number_of(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "Tabel 3.1 di atas menunjukkan bahwa seluruh indikator tercapai",
        "Tabel 3.1 menunjukkan capaian",
        "Tabel diatas",
        "tabel berikut ini:",
        "Berdasarkan Tabel 3.1 Nilai Capaian",
        "Tabelaris",
    ],
)
def test_sentences_about_tables_are_no_captions(text: str) -> None:
    assert not starts_caption(text)


def test_blocks_keep_their_order_and_nothing_is_lost() -> None:
    text = "Satu.\nA\tB\n1\t2,5\n\nDua.\nTabel 1\nC\tD\n3\t4,5\nTiga.\n"
    blocks = read_text("laporan.txt", "0" * 64, text.encode()).blocks
    assert [block.text if isinstance(block, TextLine) else block.caption for block in blocks] == ["Satu.", "", "Dua.", "Tabel 1", "Tiga."]
    assert all(len({len(row.cells) for row in block.rows}) == 1 for block in blocks if isinstance(block, Table))
