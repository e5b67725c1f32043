"""Tables of facts from tables as reports print them, through the real text extractor."""

from __future__ import annotations

from decimal import Decimal

from extractors.plain_text import read_text
from pipeline.normalize.tables import caption_parts, tables_of
from rules.facts import Baris, Measure, NumberFormat, Peran, Susunan, Tabel
from rules.quantity import Hole, Unreadable


def tables(text: str, year: int = 2023) -> tuple[Tabel, ...]:
    document = read_text("laporan.txt", "0" * 64, text.encode())
    return tables_of(document, year)[0]


def values(baris: Baris) -> list[Decimal | str]:
    return [f.number.reason.value if isinstance(f.number, Unreadable) else f.number.value for f in baris.facts]


def test_a_row_cut_by_a_page_break_is_one_row() -> None:
    (table,) = tables(
        "No\tProgram\tPagu\n1\tProgram Penanganan Warga Negara\t10\n\n\tmigran korban tindak kekerasan\t\n2\tProgram Lain\t20\n"
    )
    assert [b.name for b in table.baris] == ["Program Penanganan Warga Negara migran korban tindak kekerasan", "Program Lain"]


def test_a_header_repeated_after_a_page_break_is_dropped_and_its_cut_row_joined() -> None:
    text = "Sasaran\tProgram\tPagu\nA\tProgram Penanganan Warga\t10\n\nSasaran\tProgram\tPagu\n\tMigran Korban\t\n\tProgram Lain\t20\n"
    (table,) = tables(text)
    assert [(b.name, b.location.place.line) for b in table.baris] == [("Program Penanganan Warga Migran Korban", 2), ("Program Lain", 6)]


def test_merged_labels_are_carried_down() -> None:
    (table,) = tables("Sasaran\tIndikator\tTarget\nS1\tI1\t80\n\tI2\t90\nS2\tI3\t70\n")
    assert [b.context for b in table.baris] == [("S1",), ("S1",), ("S2",)]


def test_a_value_over_empty_cells_may_be_merged_and_speaks_of_no_single_row() -> None:
    (table,) = tables("Indikator\tCapaian Kinerja\tProgram\tPenyerapan Anggaran\nI\t90,02\tProgram A\t72,80\n\t\tProgram B\t\n")
    program_a = next(b for b in table.baris if b.name == "Program A")
    assert isinstance(program_a.facts[0].number, Unreadable)
    assert program_a.facts[0].number.reason == Hole.GABUNGAN
    assert values(next(b for b in table.baris if b.name == "I")) == [Decimal("90.02")]


def test_tables_printed_side_by_side_are_parent_and_parts() -> None:
    text = (
        "No.\tProgram\tAnggaran\t\t%\tSub Kegiatan\tAnggaran\t\t%\n\t\tPagu\tRealisasi\t\t\tPagu\tRealisasi\t\n"
        "1.\tProgram A\t300\t200\t66,67\tSub X\t100\t100\t100\n\t\t\t\t\tSub Y\t200\t100\t50\nTotal\t\t300\t200\t66,67\t\t300\t200\t66,67\n"
    )
    (table,) = tables(text)
    assert table.susunan == Susunan.BERDAMPINGAN
    assert [(b.name, b.parent) for b in table.baris if b.peran == Peran.RINCIAN] == [("Program A", None), ("Sub X", 0), ("Sub Y", 0)]
    assert [b.group for b in table.baris if b.peran == Peran.TOTAL] == [0, 1]


def test_an_unlabelled_last_row_of_figures_is_the_total() -> None:
    (table,) = tables("No\tSasaran\tPagu\tRealisasi\n1\tA\t10\t5\n2\tB\t20\t5\n\t\t30\t10\n")
    assert table.baris[-1].peran == Peran.TOTAL


def test_indicators_that_begin_like_totals_or_averages_are_indicators() -> None:
    text = "Indikator\tSatuan\tTarget\tRealisasi\n"
    text += "Jumlah koperasi aktif\tunit\t10\t9\nRata-rata Indeks Kepuasan\tnilai\t80\t82\nBidang tanah\tJumlah\t2\t2\n"
    (table,) = tables(text)
    assert {b.peran for b in table.baris} == {Peran.RINCIAN}


def test_column_numbers_are_no_data() -> None:
    (table,) = tables("No\tProgram\tPagu\n(1)\t(2)\t(3)\n1\tProgram A\t100\n")
    assert [b.name for b in table.baris] == ["Program A"]


def test_amounts_in_thousands_are_multiplied() -> None:
    (table,) = tables("No\tProgram\tPagu (Rp. 000)\n1\tProgram A\t1.500.250\n2\tProgram B\t250.100\n")
    assert [b.facts[0].quantity.value for b in table.baris if b.facts[0].quantity] == [1500250000, 250100000]


def test_the_year_of_a_caption_holds_for_its_table() -> None:
    text = "Tabel 3.8 Realisasi Anggaran Tahun Sebelumnya (2020)\n\nNo\tProgram\tPagu\tRealisasi\n1\tProgram A\t10\t9\n"
    (table,) = tables(text, year=2021)
    assert {f.year for b in table.baris for f in b.facts} == {2020}


def test_a_period_in_a_caption_is_no_year() -> None:
    text = "Tabel 2.1 Target Renstra 2021-2026\n\nNo\tIndikator\tTarget\n1\tIndikator A\t10\n"
    assert tables(text, year=2023)[0].year is None


def test_one_program_is_one_subject_in_every_table_and_a_kegiatan_of_the_same_name_is_not() -> None:
    text = (
        "No\tProgram/Kegiatan\tPagu\n1\tPROGRAM DATA\t10\n1.1\tData Miskin\t10\n1.1.1\tData Miskin\t10\n\nTeks di antaranya.\n\n"
        "Program\tRealisasi Anggaran\nProgram Data\t9\n"
    )
    one, two = tables(text)
    assert one.baris[0].subject == two.baris[0].subject
    assert one.baris[1].subject != one.baris[2].subject


def test_caption_parts() -> None:
    assert caption_parts("**Tabel .3.2** Predikat Capaian") == ("3.2", "Predikat Capaian")
    assert caption_parts("TABEL III.1 Realisasi") == ("III.1", "Realisasi")
    assert caption_parts("Realisasi Anggaran") == ("", "Realisasi Anggaran")
    assert Measure.PAGU


def test_dots_between_thousands_stay_dots_where_the_header_multiplies() -> None:
    (table,) = tables("No\tProgram\tPagu (Rp. 000)\n1\tProgram A\t1.500.250\n2\tProgram B\t250.100.000\n")
    assert {f.format for b in table.baris for f in b.facts} == {NumberFormat(".", "")}


def test_a_heading_over_all_columns_is_no_row_of_empty_cells() -> None:
    text = "No\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tProduksi Olahan\t102\t224,53\t219,60\n"
    text += "Prosentase Produksi Garam\t\t\t\t\n2\tGaram\t80\t60\t75\n"
    (table,) = tables(text)
    assert [b.peran for b in table.baris] == [Peran.RINCIAN, Peran.JUDUL, Peran.RINCIAN]
    assert values(table.baris[0]) == [Decimal(102), Decimal("224.53"), Decimal("219.60")]


def test_decimal_commas_in_millions_are_indonesian() -> None:
    (table,) = tables("No\tProgram\tPagu (dalam juta Rp)\n1\tProgram A\t912,35\n2\tProgram B\t880,20\n3\tProgram C\t1.250,75\n")
    assert {f.format for b in table.baris for f in b.facts} <= {NumberFormat("", ","), NumberFormat(".", ",")}
