"""Text reports: tables among paragraphs, with the leftovers of a conversion."""

from __future__ import annotations

from extractors.model import Document, Table, TextLine
from extractors.plain_text import decode, read_text


def read(text: str) -> Document:
    return read_text("laporan.txt", "0" * 64, text.encode())


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_tabs_pipes_and_markdown_rules() -> None:
    document = read("Teks.\nA\tB\n1\t2\n\nTeks lain.\n\n| C | D |\n|---|:--|\n| 3 | 4 |\n")
    assert [cells(t) for t in document.tables] == [[["A", "B"], ["1", "2"]], [["C", "D"], ["3", "4"]]]
    assert [line.text for line in document.lines] == ["Teks.", "Teks lain."]


def test_markup_means_bold_or_a_break_and_is_no_print() -> None:
    (table,) = read("A\tB\n<b>TOTAL</b>\t<b>47,39</b>\n<ol><li>satu</li><li>dua</li></ol>\t**9**\n").tables
    assert cells(table)[1] == ["TOTAL", "47,39"]
    assert table.rows[1].cells[1].bold
    assert cells(table)[2][0].split() == ["satu", "dua"]
    assert cells(table)[2][1] == "9"


def test_every_cell_knows_its_line() -> None:
    (table,) = read("\n\nA\tB\n1\t2\n").tables
    assert [row.cells[1].place.line for row in table.rows] == [3, 4]


def test_a_caption_of_several_lines_belongs_to_its_table() -> None:
    document = read("Uraian sebelumnya selesai.\n\n**Tabel 3.1**  \n**Capaian Kinerja**  \n**Tahun 2024**\n\nA\tB\n1\t2\n")
    assert document.tables[0].caption == "Tabel 3.1 Capaian Kinerja Tahun 2024"
    assert document.tables[0].caption_place is not None
    assert document.tables[0].caption_place.line == 3
    assert [line.text for line in document.lines] == ["Uraian sebelumnya selesai."]


def test_a_sentence_that_mentions_a_table_is_no_caption() -> None:
    document = read("Tabel 3.1 di atas menunjukkan bahwa seluruh sasaran strategis telah tercapai dengan baik.\n\nA\tB\n1\t2\n")
    assert document.tables[0].caption == ""


def test_a_title_without_number_is_kept_as_text_too() -> None:
    document = read("Realisasi Kinerja Program\nTahun Anggaran 2023\n\nA\tB\n1\t2\n")
    assert document.tables[0].caption == "Realisasi Kinerja Program Tahun Anggaran 2023"
    assert len(document.lines) == 2


def test_two_tables_on_each_other_with_headers_of_their_own_stay_two() -> None:
    assert len(read("Nama\tPagu\nA\t1.000\n\nIndikator\tTarget\nB\t2.000\n").tables) == 2


def test_other_encodings() -> None:
    assert decode("Rp1.000 – baik".encode("utf-16")) == "Rp1.000 – baik"
    assert decode("Rp1.000 – baik".encode("cp1252")) == "Rp1.000 – baik"
    assert decode(b"a\r\nb\rc") == "a\nb\nc"


def test_blocks_are_lines_and_tables_in_reading_order() -> None:
    kinds = [type(block) for block in read("a\nA\tB\n1\t2\nb\n").blocks]
    assert kinds == [TextLine, Table, TextLine]
