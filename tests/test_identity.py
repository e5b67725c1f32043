"""Agency, region, year and kind of a report, with where each was read."""

from __future__ import annotations

import pytest

from extractors.model import Cell, Document, Place, Row, Table, TextLine
from pipeline.normalize.identity import identity
from rules.facts import Identity


def of(text: str) -> Identity:
    lines = tuple(TextLine(line, Place(line=number)) for number, line in enumerate(text.split("\n"), start=1) if line.strip())
    return identity(Document("laporan.txt", "0" * 64, "text", (), lines))


COVER = """LAPORAN KINERJA TAHUN 2023

LAPORAN AKUNTABILITAS KINERJA INSTANSI PEMERINTAH (LAKIP)

DINAS PERIKANAN DAN KELAUTAN

KABUPATEN HULU SUNGAI SELATAN

KATA PENGANTAR

Laporan ini disusun berdasarkan Peraturan Menteri Nomor 53 Tahun 2014 oleh Dinas Perikanan dan Kelautan Kabupaten Hulu Sungai Selatan.

Kandangan, 12 Januari 2024
"""


def test_a_cover_says_it_all() -> None:
    who = of(COVER)
    assert (who.agency.value, who.region.value, who.year, who.kind.value) == (
        "Dinas Perikanan dan Kelautan",
        "Kabupaten Hulu Sungai Selatan",
        2023,
        "LAKIP",
    )
    assert [stated.location.place.line for stated in (who.agency, who.region, who.kind) if stated.location] == [5, 7, 3]
    assert who.year_location is not None
    assert who.year_location.text == "LAPORAN KINERJA TAHUN 2023"


def test_neither_the_date_of_a_letter_nor_a_regulation_nor_a_period_is_the_year_of_the_report() -> None:
    who = of(
        "Laporan Kinerja\nRencana Strategis 2021-2026\nPeraturan Bupati Nomor 5 Tahun 2016\nTabel 2 Capaian Tahun 2022\n3 Februari 2023"
    )
    assert who.year == 2022


def test_a_cover_printed_in_the_next_year_is_outvoted_by_the_titles() -> None:
    titles = "\n".join(f"LKIP BADAN PENANGGULANGAN BENCANA DAERAH TAHUN 2016\n{page}" for page in range(4))
    assert of(f"BADAN PENANGGULANGAN BENCANA DAERAH\nTAHUN 2017\n{titles}").year == 2016


def test_the_full_name_of_an_agency_wins_over_its_beginning() -> None:
    text = "Badan Ketahanan Pangan menyusun laporan.\n" * 5 + "Anggaran Badan Ketahanan Pangan Daerah Provinsi Jambi terserap.\n" * 4
    assert of(text).agency.value == "Badan Ketahanan Pangan Daerah"


def test_a_name_over_two_lines_of_a_cover() -> None:
    who = of("LAPORAN KINERJA\nBADAN PEMBERDAYAAN MASYARAKAT\nDAN PEMERINTAHAN DESA\nPROVINSI JAWA BARAT\nTAHUN 2016")
    assert who.agency.value == "Badan Pemberdayaan Masyarakat dan Pemerintahan Desa"
    assert who.region.value == "Provinsi Jawa Barat"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("RUMAH SAKIT JIWA\nPROVINSI JAWA BARAT", "Rumah Sakit Jiwa"),
        ("Inspektorat Kabupaten Banjar", "Inspektorat"),
        ("SATUAN POLISI PAMONG PRAJA KOTA SEMARANG", "Satuan Polisi Pamong Praja"),
        (
            "Biro Humas, Protokol dan Umum Sekretariat Daerah Provinsi Jawa Barat\nBiro Humas, Protokol dan Umum",
            "Biro Humas, Protokol dan Umum",
        ),
        ("Sekretariat Daerah Kabupaten Kapuas", "Sekretariat Daerah"),
        ("Pemeliharaan Kendaraan Dinas Operasional dan Perjalanan Dinas Luar Daerah", ""),
    ],
)
def test_agencies_of_all_kinds(text: str, agency: str) -> None:
    assert of(text).agency.value == agency


def test_a_ministry_has_no_region() -> None:
    who = of("KEMENTERIAN SOSIAL\nLAPORAN KINERJA TAHUN 2022\nDinas terkait di Kabupaten Bogor")
    assert who.region.value == ""
    assert who.region.location is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("LAPORAN KINERJA INSTANSI PEMERINTAH (LKJIP) TAHUN 2021", "LKjIP"),
        ("LAPORAN AKUNTABILITAS KINERJA INSTANSI PEMERINTAH (LKIP) TAHUN 2024", "LKIP"),
        ("PERJANJIAN KINERJA TAHUN 2016", "Perjanjian Kinerja"),
        ("INDIKATOR KINERJA UTAMA", "IKU"),
        ("LAPORAN KINERJA TAHUN 2023", "Laporan Kinerja"),
        ("PERUBAHAN RENCANA STRATEGIS", "Renstra"),
        ("LAPORAN REALISASI FISIK DAN KEUANGAN", "Realisasi Anggaran"),
        ("DAFTAR HADIR", ""),
    ],
)
def test_kinds_by_the_words_of_the_title(title: str, kind: str) -> None:
    assert of(title).kind.value == kind


def test_a_plan_of_several_years_has_no_year() -> None:
    assert of("PERUBAHAN RENCANA STRATEGIS\nSATUAN POLISI PAMONG PRAJA KOTA SEMARANG\nTAHUN 2017").year is None


def test_names_do_not_run_from_cell_to_cell() -> None:
    place = Place(page=1)
    row = Row(tuple(Cell(text, place) for text in ("DINAS KOMUNIKASI DAN INFORMATIKA", "Kode Rekening", "Jumlah Anggaran")), place)
    assert identity(Document("a.pdf", "0" * 64, "pdf", (), (Table((row,), place),))).agency.value == "Dinas Komunikasi dan Informatika"


def test_an_empty_document_says_nothing() -> None:
    who = of("")
    assert (who.agency.value, who.region.value, who.year, who.kind.value) == ("", "", None, "")


def test_a_report_that_speaks_of_its_perjanjian_kinerja_is_still_a_report() -> None:
    text = (
        "BADAN PENANGGULANGAN BENCANA DAERAH\nPenetapan Kinerja Badan Penanggulangan Bencana Daerah Provinsi Jawa\nKATA PENGANTAR\n"
        + "Dengan ini tersusun Laporan Kinerja Instansi\nPemerintah (LKIP) Tahun 2016, dan LKIP ini terbuka.\n" * 2
        + "BAB. II. PERENCANAAN DAN PERJANJIAN KINERJA II - 1\nBAB. III. AKUNTABILITAS KINERJA III - 1\n"
        + "TABEL 2.3 PERJANJIAN KINERJA BPBD PROVINSI JAWA BARAT TAHUN 2016"
    )
    assert of(text).kind.value == "LKIP"


def test_a_perjanjian_kinerja_without_a_chapter_of_account_is_one() -> None:
    assert (
        of("PERJANJIAN KINERJA TAHUN 2021\nDINAS SOSIAL\nDalam rangka Laporan Kinerja disusun perjanjian ini.").kind.value
        == "Perjanjian Kinerja"
    )
