"""Headings of a report, and what only looks like one."""

from __future__ import annotations

import pytest

from extractors.model import Cell, Place, Row, Table, TextLine
from pipeline.normalize.headings import headings
from pipeline.normalize.sentences import sentences
from rules.facts import Heading
from rules.rows import position_of
from rules.sequences import chapter_number

PROSE = "Pada bagian ini diuraikan hal-hal yang telah dilaksanakan oleh perangkat daerah selama satu tahun anggaran."


def text_lines(text: str) -> list[TextLine]:
    return [TextLine(line, Place(line=number)) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


def found(text: str) -> list[tuple[str, str, int]]:
    return [(heading.nomor, heading.text, heading.level) for heading in headings(text_lines(text))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BAB III AKUNTABILITAS KINERJA", ("BAB III", "AKUNTABILITAS KINERJA", 0)),
        ("# BAB II PERENCANAAN KINERJA", ("BAB II", "PERENCANAAN KINERJA", 0)),
        ("IKHTISAR EKSEKUTIF", ("", "IKHTISAR EKSEKUTIF", 0)),
        ("3.1. Capaian Kinerja", ("3.1", "Capaian Kinerja", 1)),
        ("**1.2.1 Pengukuran Kinerja**", ("1.2.1", "Pengukuran Kinerja", 2)),
        ("I.1. Latar Belakang", ("I.1", "Latar Belakang", 1)),
        ("A. Tugas dan Wewenang", ("A", "Tugas dan Wewenang", 1)),
        ("F. Seksi Rehabilitasi Anak.", ("F", "Seksi Rehabilitasi Anak", 1)),
        ("2) Predikat Tata Kelola Arsip", ("2)", "Predikat Tata Kelola Arsip", 3)),
        ("1. Lanjut usia terlantar", ("1", "Lanjut usia terlantar", 2)),
        ("P E N U T U P", ("", "PENUTUP", 0)),
        ("REALISASI BELANJA", ("", "REALISASI BELANJA", 1)),
    ],
)
def test_a_title_above_prose(line: str, expected: tuple[str, str, int]) -> None:
    assert found(f"{line}\n\n{PROSE}") == [expected]


def test_the_title_of_a_chapter_on_the_line_below_its_number() -> None:
    assert found(f"BAB I\n\nP E N D A H U L U A N\n\n{PROSE}") == [("BAB I", "PENDAHULUAN", 0)]


def test_a_letter_alone_takes_its_title_from_the_next_line() -> None:
    assert found(f"C.\n\nARAH KEBIJAKAN\n\n{PROSE}") == [("C", "ARAH KEBIJAKAN", 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n1. Anak Balita Terlantar\n2. Anak Terlantar\n3. Tuna Susila\n\n{PROSE}",
        f"1. Kegiatan Penyuluhan dengan alokasi anggaran sebesar Rp. 415.000.000,-\n{PROSE}",
        f"Tabel 3.1\nRealisasi Anggaran\n{PROSE}",
        f"Kepala,\nH. Ahmad Fauzi, SE\nPembina Tk. I\nNIP. 19650101 199003 1 001\n\n{PROSE}",
        "Tahun 2023 tercapai.",
    ],
    ids=["list", "item with an amount", "caption", "signature", "sentence"],
)
def test_what_is_no_heading(text: str) -> None:
    assert found(text) == []


def test_a_table_of_contents_has_leaders_or_page_numbers_and_no_headings() -> None:
    contents = (
        "DAFTAR ISI\nKATA PENGANTAR ........ i\nBAB I PENDAHULUAN ........ 1\n1.1 Latar Belakang ....... 1\nBAB II PENUTUP ........ 9\n"
    )
    assert found(f"{contents}\nBAB I PENDAHULUAN\n\n1.1 Latar Belakang\n\n{PROSE}") == [
        ("", "DAFTAR ISI", 0),
        ("BAB I", "PENDAHULUAN", 0),
        ("1.1", "Latar Belakang", 1),
    ]


def test_a_table_of_contents_set_as_a_table_is_over_with_it() -> None:
    cells = (Cell("BAB I PENDAHULUAN", Place(line=3)), Cell("1", Place(line=3)))
    table = Table((Row(cells, Place(line=3)),), Place(line=3))
    lines = text_lines(f"DAFTAR ISI\n\n\n\nBAB I\n\nPENDAHULUAN\n\n{PROSE}")
    assert [heading.nomor for heading in headings([lines[0], table, *lines[1:]])] == ["", "BAB I"]


def test_the_outline_of_the_report_lists_chapters_without_being_them() -> None:
    outline = "C. Sistematika Pelaporan\n\nBAB I PENDAHULUAN\n- A. Latar Belakang\nBAB II PERENCANAAN\nBAB III PENUTUP\n- A. Saran\n"
    assert found(f"{outline}\nBAB II PERENCANAAN\n\nA. Rencana Strategis\n\n{PROSE}") == [
        ("C", "Sistematika Pelaporan", 1),
        ("BAB II", "PERENCANAAN", 0),
        ("A", "Rencana Strategis", 1),
    ]


def test_a_bold_title_over_two_printed_lines_is_one_heading() -> None:
    lines = [
        TextLine("C. Program Pengembangan Komunikasi, Informasi, Media dan", Place(page=1, bbox=(72, 100, 520, 112)), bold=True),
        TextLine("Pemanfaatan Teknologi", Place(page=1, bbox=(90, 116, 260, 128)), bold=True),
        TextLine(PROSE, Place(page=1, bbox=(72, 132, 520, 144))),
    ]
    (heading,) = headings(lines)
    assert heading.text == "Program Pengembangan Komunikasi, Informasi, Media dan Pemanfaatan Teknologi"
    assert [sentence.heading for sentence in sentences(lines)] == ["C " + heading.text]


def test_the_first_line_of_a_wrapped_list_item_is_no_heading() -> None:
    lines = [
        TextLine("10. Kegiatan Pengembangan Manajemen Kelembagaan dan", Place(page=1, bbox=(72, 100, 520, 112))),
        TextLine(
            "Infrastruktur yang dilaksanakan bersama kabupaten dan kota lain di wilayah ini.", Place(page=1, bbox=(90, 116, 520, 128))
        ),
    ]
    assert headings(lines) == ()


def test_a_name_in_bold_whose_sentence_goes_on_in_plain_text_is_no_heading() -> None:
    lines = [
        TextLine("a. Kegiatan Pengadaan Peralatan Jalan dengan alokasi anggaran", Place(page=1, bbox=(90, 100, 480, 112)), bold=True),
        TextLine("sebesar Rp. 4.997.505.000,00 realisasi anggaran sebesar Rp.", Place(page=1, bbox=(108, 116, 520, 128))),
        TextLine("4.884.604.780,00 atau 97,74%.", Place(page=1, bbox=(108, 132, 300, 144))),
    ]
    assert headings(lines) == ()
    (sentence,) = sentences(lines)
    assert sentence.text.startswith("Kegiatan Pengadaan Peralatan Jalan dengan alokasi anggaran sebesar Rp. 4.997.505.000,00")


def test_a_heading_knows_where_it_stands() -> None:
    (heading,) = headings(text_lines(f"\n\n3.2 Realisasi Anggaran\n\n{PROSE}"))
    assert isinstance(heading, Heading)
    assert heading.location.place.line == 3
    assert heading.location.text == "3.2 Realisasi Anggaran"


@pytest.mark.parametrize("letter", ["İ", "ı", "²"])
def test_letters_that_only_look_like_a_numeral_number_no_chapter(letter: str) -> None:
    """Without regard to case the Turkish letters are an i; a report with one of them in a title was not read at all."""
    assert position_of(letter) is None
    assert chapter_number(f"BAB {letter} PENDAHULUAN") is None
    assert all(heading[0] != f"BAB {letter}" for heading in found(f"BAB {letter} PENDAHULUAN\n\nBAB II PENUTUP\n\n{PROSE}"))
