"""What the columns of printed headers mean; every header here is one that real reports print."""

from __future__ import annotations

import pytest

from extractors.model import Cell, Place, Row, Table
from pipeline.normalize.headers import columns, header_rows, is_number_row


def table(*lines: str) -> Table:
    return Table(tuple(Row(tuple(Cell(text, Place()) for text in line.split("|")), Place()) for line in lines), Place())


def meanings(*lines: str) -> list[str]:
    made = table(*lines)
    return [c.meaning.measure or c.meaning.kind for c in columns(made, header_rows(made))]


@pytest.mark.parametrize(
    ("lines", "rows", "expected"),
    [
        (
            ("No|Program/Kegiatan|Jumlah Dana", "I|PROGRAM A|3.849.045.590"),
            1,
            ["nomor", "uraian", "pagu"],
        ),
        (
            ("No.|Program|Anggaran||%|Sub Kegiatan|Anggaran||%", "||Pagu|Realisasi|||Pagu|Realisasi|", "1.|P|6|1|8|S|1|1|9"),
            2,
            ["nomor", "program", "pagu", "realisasi", "serapan", "sub_kegiatan", "pagu", "realisasi", "serapan"],
        ),
        (
            ("No.|PROGRAM|ANGGARAN (Rp.)|SPJ||FISIK", "|||(Rp.)|(%)|(%)", "1|2|3|4|5|6", "1|P|129.000.000|1|90,27|90,27"),
            3,
            ["nomor", "program", "pagu", "realisasi", "serapan", "fisik"],
        ),
        (
            ("No|Sumber Anggaran|Anggaran (Rp)|Realisasi (Rp)|SILPA*)|", "||||Rp|%", "1|2|3|4|5|6", "|TOTAL|71.097|6|8|11,62"),
            3,
            ["nomor", "uraian", "pagu", "realisasi", "sisa", "sisa_persen"],
        ),
        (
            ("Sasaran|Indikator|Program|Anggaran (Rp)|Realisasi (Rp)|Realisasi (%)|Sisa Anggaran (Rp)", "M|P|Q|1.000|1|92,40|8"),
            1,
            ["sasaran", "indikator", "program", "pagu", "realisasi", "serapan", "sisa"],
        ),
        (
            (
                "No.|Program, Sub Kegiatan / Kegiatan|Pagu (Rp)|Realisasi (Rp)|%",
                "SASARAN STRATEGIS 1: Meningkatnya||||",
                "1|P|1.000|977|97,70",
            ),
            1,
            ["nomor", "uraian", "pagu", "realisasi", "serapan"],
        ),
        (
            ("No|Sasaran|Target|Realisasi|Cap\naian|Target s.d\n2015 (RPJMD)", "1|Men|82,5|81|98|78"),
            1,
            ["nomor", "sasaran", "target", "kinerja", "capaian", "target_renstra"],
        ),
        (
            (
                "No.|Sasaran|Indikator Kinerja|% Capaian Kinerja (yang ≥ 100%)|% Penyerapan Anggaran|Tingkat Efisiensi",
                "1.|M|P|200|80,40|119,60",
            ),
            1,
            ["nomor", "sasaran", "indikator", "capaian", "serapan", "efisiensi"],
        ),
        (
            (
                "No|Sasaran|Indikator Kinerja|Realisasi Tahun 2016|Target PK|Capaian Kinerja (4/5)*100%",
                "1|2|3|4|5|6",
                "1.|M|P|2,23|2,30|96,95",
            ),
            2,
            ["nomor", "sasaran", "indikator", "kinerja", "target", "capaian"],
        ),
        (
            ("No|Sasaran Strategis|Indikator Kinerja|Anggaran|Realisasi|% Penggunaan", "1|M|P|424.000.000|327.905.779|77,34"),
            1,
            ["nomor", "sasaran", "indikator", "pagu", "realisasi", "serapan"],
        ),
        (
            (
                "INDIKATOR SASARAN|2015|||2016||",
                "|TARGET|REALISASI|CAPAIAN|TARGET|REALISASI|CAPAIAN",
                "P|40 %|53,6 %|134%|55%|56,03%|101,87%",
            ),
            2,
            ["indikator", "target", "kinerja", "capaian", "target", "kinerja", "capaian"],
        ),
        (
            ("No|Sasaran|Indikator Kinerja|Capaian Kinerja|Penyerapan Anggaran|Tingkat Efisiensi", "1.|M|P|134,32|98,62|0,266%"),
            1,
            ["nomor", "sasaran", "indikator", "capaian", "serapan", "efisiensi"],
        ),
    ],
)
def test_header_is_read(lines: tuple[str, ...], rows: int, expected: list[str]) -> None:
    assert header_rows(table(*lines)) == rows
    assert meanings(*lines) == expected


def test_a_group_spans_only_the_columns_that_have_a_header_below() -> None:
    made = table("Indikator|Satuan|Tahun 2020||Tahun 2021||Ket.", "||Target|Realisasi|Target|Realisasi|", "P|Nilai|76,00|74,00|80|-|x")
    years = [(c.meaning.measure, c.year) for c in columns(made, 2)]
    assert years[2:6] == [("target", 2020), ("kinerja", 2020), ("target", 2021), ("kinerja", 2021)]
    assert years[6] == ("", None)


def test_a_formula_over_a_column_is_no_figure() -> None:
    lines = ("No|Sasaran|Indikator Kinerja|Realisasi s/d 2016|Target Renstra 2018|Realisasi Thdp Target Renstra (4/5)*100%", "1|2|3|4|5|6")
    assert meanings(*lines, "1.|S|I|98,01|98,00|100,01") == [
        "nomor",
        "sasaran",
        "indikator",
        "kinerja",
        "target_renstra",
        "capaian_renstra",
    ]


def test_years_below_a_measure_take_it() -> None:
    made = table("Indikator Kinerja|Satuan|Realisasi|", "||2023|2024", "P|Persen|66,97|92,71")
    assert [(c.meaning.measure, c.year) for c in columns(made, 2)][2:] == [("kinerja", 2023), ("kinerja", 2024)]


def test_last_year_may_be_shortened() -> None:
    made = table("Indikator|Capaian Thn Lalu|Target|Realisasi|Capaian (%)", "Angka kesembuhan|71,00|80,00|72,00|90,00")
    assert [c.relative_year for c in columns(made, 1)] == [None, -1, None, None, None]


def test_rows_of_figures_are_no_header() -> None:
    assert header_rows(table("91% - 100%|Sangat Tinggi", "76% - 90%|Tinggi")) == 0


@pytest.mark.parametrize("row", ["(1)|(2)|(3)|(4)", "1|2|3|4|5|6", "1|3|4|5|6|7", "(1)|(2)|(3)|(4)|(5)|(6) = (3-5)"])
def test_column_numbers(row: str) -> None:
    assert is_number_row(row.split("|"))


@pytest.mark.parametrize("row", ["1|Program|3|4", "5|6|7", "1|1|1|1", "2016|2017|2018"])
def test_not_column_numbers(row: str) -> None:
    assert not is_number_row(row.split("|"))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "INDIKATOR SASARAN|2015||||2016|||",
                "|TARGET|REALISA SI|CAPAIAN (%)|PENILAIAN|TARGET|REALISASI|CAPAIAN|PENILAI AN",
                "Rasio kematian bayi|6|4,4|126,7|Baik|5|4|145|Baik",
            ),
            ["indikator", "target", "kinerja", "capaian", "predikat", "target", "kinerja", "capaian", "predikat"],
        ),
        (
            ("No|UPTD/Kabupaten/Kota|Anggaran setelah perubahan (Rp)|Realisasi (Rp)", "1|Balai Bogor|1.567.323.000|1.328.617.450"),
            ["nomor", "uraian", "pagu", "realisasi"],
        ),
        (
            (
                "No|Sasaran|Indikator Kinerja|% Capaian Kinerja (yang ≥ 100%)|% Penyerapan Anggaran|Tingkat Efisiensi",
                "1.|S|I|200|80,40|119,60",
            ),
            ["nomor", "sasaran", "indikator", "capaian", "serapan", "efisiensi"],
        ),
        (
            ("No|Uraian Kegiatan|Realiasi Anggaran|Lokasi", "1|Bidang Perdagangan|418.944.700|Kab. Ciamis"),
            ["nomor", "kegiatan", "realisasi", "abaikan"],
        ),
        (
            ("No|Indikator|Target|||Target Akhir Renstra", "||Target|Realisasi|% Realisasi|", "1|Angka kesembuhan|80,00|72,00|90,00|85,00"),
            ["nomor", "indikator", "target", "kinerja", "capaian", "target_renstra"],
        ),
        (
            ("Indikator Kinerja|Target|% Capai kinerja|Katagori", "Angka kesembuhan|80 %|90%|B"),
            ["indikator", "target", "capaian", "predikat"],
        ),
        (
            ("Indikator|Realisasi Tahun 2021|Capaian Kinerja dan Standar Nasional Tahun 2021", "Produksi garam|12.540|79.347"),
            ["indikator", "kinerja", "lain"],
        ),
    ],
)
def test_headers_that_were_taken_for_data_or_lacked_a_name(lines: tuple[str, ...], expected: list[str]) -> None:
    assert meanings(*lines) == expected


def test_a_row_of_years_is_a_header_only_over_measures() -> None:
    assert header_rows(table("Indikator|2015||2016|", "|Bogor|Depok|Bekasi|Bandung", "A|1|2|3|4")) == 0
    assert header_rows(table("Indikator|2015|2016", "Produksi|12,5|13,5")) == 0


def test_a_row_of_data_that_is_promised_in_full_is_no_header() -> None:
    assert header_rows(table("1|Capaian target yang ≥ 100%|Persen|100%|96,40%", "2|Realisasi (4/5) x 100%|Persen|90%|88,10%")) == 0
