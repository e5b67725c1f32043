"""Tables whose columns are headed by years: their header, their units, cells above a heading, and an open format."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.normalize.numbers import read_column
from pipeline.normalize.years_beside import opens_years, years_of
from rules.facts import Measure, NumberFormat
from rules.quantity import Hole, Unreadable
from tests.rule_fixtures import report_of


@pytest.mark.parametrize(
    ("rows", "opens"),
    [
        ([["No", "Jenis Ternak", "Populasi (ekor)", ""], ["", "", "2013", "2014"]], True),
        ([["No", "Komoditi", "2015", "2016", "Keterangan"], ["1", "Padi", "11", "12", ""]], True),
        ([["Komoditi", "2014", "2015*", "2016**"], ["Padi", "11", "12", "13"]], True),
        ([["Komoditi", "2015", "2016"], ["Padi", "11", "12"]], False),
        ([["No", "Uraian", "Jumlah"], ["1", "2013", "2014"]], False),
    ],
)
def test_a_header_of_years_is_told_by_its_form(rows: list[list[str]], opens: bool) -> None:
    assert opens_years(rows) is opens


def test_one_year_alone_or_twice_is_no_series() -> None:
    assert years_of([(2, "Produksi > 2013"), (3, "Produksi > Tahun 2014")]) == {2: 2013, 3: 2014}
    assert years_of([(2, "Produksi > 2013")]) == {}
    assert years_of([(2, "Produksi > 2013"), (3, "Harga > 2013")]) == {}


def test_the_other_columns_decide_what_a_column_leaves_open() -> None:
    texts = ("84.491", "3.349")
    assert all(isinstance(number, Unreadable) and number.reason == Hole.GANDA for number in read_column(texts, Measure.TARGET).numbers)
    read = read_column(texts, Measure.TARGET, usual=NumberFormat(".", ",")).numbers
    assert [None if isinstance(number, Unreadable) else number.value for number in read] == [Decimal(84491), Decimal(3349)]


def test_each_block_of_a_table_has_its_own_units() -> None:
    report = report_of(
        "Tabel 4 Sasaran Tahun 2016\n"
        "| No | Uraian | Satuan | Target 2016 | No | Uraian | Satuan | Target 2016 |\n"
        "| 1 | Sapi Potong | Ekor | 466.272 | 1 | Daging | Ton | 768.495 |\n"
        "| 2 | Domba | Ekor | 12.285.690 | 2 | Telur | Ton | 217.235 |\n"
    )
    assert {baris.name: baris.satuan for baris in report.tables[0].baris} == {
        "Sapi Potong": "Ekor",
        "Domba": "Ekor",
        "Daging": "Ton",
        "Telur": "Ton",
    }


def test_a_figure_above_a_heading_is_not_merged_with_its_empty_cells() -> None:
    report = report_of(
        "Tabel 7 Capaian Tahun 2016\n"
        "| No | Indikator Kinerja | Target | Realisasi | Capaian (%) |\n"
        "| 1 | Populasi : | | | |\n"
        "| | Itik | 10.207 | 10.724 | 105,07 |\n"
        "| 2 | Produk yang memenuhi standar | | | |\n"
        "| | Telur | 65 | 83 | 127,69 |\n"
    )
    itik = next(baris for baris in report.tables[0].baris if baris.name == "Itik")
    assert [fact.quantity.value for fact in itik.all(Measure.CAPAIAN) if fact.quantity] == [Decimal("105.07")]
