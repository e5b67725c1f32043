"""The numbering column of tables, and their first header row."""

from __future__ import annotations

from tests.rule_fixtures import report_of


def test_a_table_whose_header_is_not_understood_has_row_numbers_too() -> None:
    text = (
        "Tabel 3.5 Potensi\n| No. | Potensi | Banyak |\n| 1 | Karang Taruna | 134 |\n| 2 | Tagana | 76 |\n| | LK3 | 1 |\n| 4 | LKS | 3 |\n"
    )
    cells = report_of(text).tables[0].row_numbers
    assert [(cell.text, cell.row) for cell in cells] == [("1", "1 Karang Taruna"), ("2", "2 Tagana"), ("", "LK3"), ("4", "4 LKS")]


def test_numbers_of_columns_are_no_row_numbers() -> None:
    text = "| No | Indikator Kinerja | Target |\n| 1 | 2 | 3 |\n| 1 | Nilai AKIP | 69 |\n| 2 | Nilai IKM | 82 |\n| 3 | Cakupan | 55 |\n"
    assert [cell.text for cell in report_of(text).tables[0].row_numbers] == ["1", "2", "3"]


def test_a_column_of_names_is_no_numbering() -> None:
    text = "| Program | Target | Realisasi |\n| Program A Satu | 5 | 4 |\n| Program B Dua | 6 | 5 |\n| Program C Tiga | 7 | 6 |\n"
    assert report_of(text).tables[0].row_numbers == ()


def test_the_header_is_one_line() -> None:
    text = "Tabel 1 Capaian\n| No | Indikator Kinerja | Target 2022 |\n| 1 | Nilai AKIP | 69 |\n"
    header = report_of(text).tables[0].header
    assert header is not None
    assert (header.text, header.place.line) == ("No | Indikator Kinerja | Target 2022", 2)


def test_column_numbers_without_a_hole() -> None:
    text = "| Sasaran | Indikator Kinerja | Target | Realisasi |\n| 1 | 2 | 3 | 5 |\n| Meningkatnya Layanan | Nilai AKIP | 69 | 68 |\n"
    cells = report_of(text).tables[0].column_numbers
    assert [(cell.text, cell.row, cell.column) for cell in cells][-1] == ("5", "1 2 3 5", "nomor kolom")


def test_a_column_without_its_number_may_have_lost_it() -> None:
    text = "| Sasaran | Indikator Kinerja | Satuan | Target |\n| 1 | 2 | | 4 |\n| Meningkatnya Layanan | Nilai AKIP | Nilai | 69 |\n"
    assert report_of(text).tables[0].column_numbers == ()
