"""Prose: paragraphs whole and in reading order, headings with their levels, the caption of what they introduce."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layouts.case import Layout, Wanted, as_typed, case
from tests.layouts.draw import LEFT, TOP, Hand, caption, framed, prose, ruled
from tests.layouts.figures import ASET, ASET_SIDES, ASET_WIDTHS, KEGIATAN, KEGIATAN_SIDES, KEGIATAN_WIDTHS
from tests.layouts.text import broken, justified
from tests.pdf_fixtures import drawn

RIGHT = 535.0
FIRST = (
    "Dinas mengelola hutan rakyat di enam wilayah. Pada tahun 2023 luas yang ditanami kembali mencapai 1.184 hektare dari target 1.250 "
    "hektare, sedangkan sisanya ditunda karena musim kemarau yang panjang dan kebakaran lahan pada bulan September."
)
SECOND = (
    "Anggaran yang tersedia sebesar Rp2.413.900.000 terserap sebesar Rp2.187.494.650 atau 90,62 persen dari pagu. Penyerapan terendah "
    "terdapat pada kegiatan patroli terpadu karena sebagian kendaraan masih dalam perbaikan."
)
THIRD = (
    "Pendapatan anggota kelompok tani hutan naik dibandingkan dengan tahun sebelumnya, terutama dari hasil madu dan rotan yang diolah "
    "sendiri oleh kelompok setelah mengikuti pelatihan."
)


def running(canvas: Any, y: float, text: str, left: float = LEFT, right: float = RIGHT) -> float:
    """A paragraph from edge to edge and the white below it; the height of the next line."""
    return justified(canvas, y, broken(text, right - left), left, right) - 9


@case
def paragraphs_between_tables(folder: Path) -> Layout:
    """A paragraph, a table with its caption, another paragraph that goes on over the page, and its end there."""
    lines = broken(SECOND, RIGHT - LEFT)

    def draw(canvas: Any) -> None:
        running(canvas, 250, FIRST)
        caption(canvas, 180, "Tabel 3.9 Aset Dinas")
        ruled(canvas, framed(ASET, ASET_WIDTHS, top=172), ASET, Hand(ASET_SIDES))
        justified(canvas, 75, [*lines[:1], ""], LEFT, RIGHT)
        canvas.showPage()
        running(canvas, justified(canvas, 760, lines[1:], LEFT, RIGHT) - 9, THIRD)

    return Layout(drawn(folder, draw), (Wanted(ASET, "Tabel 3.9 Aset Dinas"),), paragraphs=(FIRST, SECOND, THIRD))


@case
def hyphenated_line_ends(folder: Path) -> Layout:
    """A word broken at a line's end is whole again; a doubled word keeps its hyphen."""
    lines = (
        "Pelaksanaan program pada tahun berjalan menunjukkan bahwa pengelo-",
        "laan hutan rakyat bersama kelompok tani berjalan dengan baik. Kelom-",
        "pok yang dibina tersebar di enam wilayah, dan tiap-tiap wilayah memiliki",
        "seorang penyuluh. Kegiatan ini juga melibatkan masyarakat desa-",
        "desa penyangga di sekitar kawasan hutan lindung.",
    )
    text = (
        "Pelaksanaan program pada tahun berjalan menunjukkan bahwa pengelolaan hutan rakyat bersama kelompok tani berjalan dengan baik. "
        "Kelompok yang dibina tersebar di enam wilayah, dan tiap-tiap wilayah memiliki seorang penyuluh. Kegiatan ini juga melibatkan "
        "masyarakat desa-desa penyangga di sekitar kawasan hutan lindung."
    )

    def draw(canvas: Any) -> None:
        justified(canvas, TOP, lines, LEFT, LEFT + 345)

    return Layout(drawn(folder, draw), (), lines, (text,))


@case
def two_columns_of_prose(folder: Path) -> Layout:
    """A title across both; then the left column to its end before the right one."""
    title = "Ringkasan Pelaksanaan Program"
    columns = (broken(FIRST, 220), broken(SECOND, 220))

    def draw(canvas: Any) -> None:
        canvas.setFont("Times-Bold", 14)
        canvas.drawCentredString(297, TOP + 30, title)
        for left, lines in zip((LEFT, LEFT + 255), columns, strict=True):
            justified(canvas, TOP, lines, left, left + 220)

    return Layout(drawn(folder, draw), (), (title, *columns[0], *columns[1]))


@case
def two_columns_with_a_table_below(folder: Path) -> Layout:
    """Two columns of words, then a table as wide as both."""
    columns = (broken(FIRST, 220), broken(THIRD, 220))

    def draw(canvas: Any) -> None:
        for left, lines in zip((LEFT, LEFT + 255), columns, strict=True):
            justified(canvas, TOP, lines, left, left + 220)
        caption(canvas, TOP - 132, "Tabel 3.2 Realisasi Kegiatan")
        ruled(canvas, framed(KEGIATAN, KEGIATAN_WIDTHS, top=TOP - 140), KEGIATAN, Hand(KEGIATAN_SIDES))

    wanted = (Wanted(as_typed(KEGIATAN), "Tabel 3.2 Realisasi Kegiatan"),)
    return Layout(drawn(folder, draw), wanted, (*columns[0], *columns[1]))


@case
def justified_paragraphs(folder: Path) -> Layout:
    """Gaps between words differ from line to line; in the text each is one space. First lines are indented."""

    def draw(canvas: Any) -> None:
        y = TOP
        for text in (FIRST, SECOND, THIRD):
            lines = broken(text, RIGHT - LEFT - 36)
            y = justified(canvas, y, (lines[0], ""), LEFT + 36, RIGHT) + 15
            y = justified(canvas, y, lines[1:], LEFT, RIGHT)

    return Layout(drawn(folder, draw), (), paragraphs=(FIRST, SECOND, THIRD))


@case
def list_within_prose(folder: Path) -> Layout:
    """Items are paragraphs of their own, whole though they wrap."""
    items = (
        "Menambah jumlah penyuluh kehutanan di wilayah pesisir dan lereng yang selama ini hanya didampingi oleh satu orang penyuluh",
        "Memperbaiki kendaraan patroli",
        "Menyusun rencana pengelolaan hutan jangka panjang bersama kelompok tani dan pemerintah desa penyangga",
    )

    def draw(canvas: Any) -> None:
        y = running(canvas, TOP, FIRST)
        for place, item in enumerate(items):
            prose(canvas, y, f"{place + 1}.", left=LEFT + 18)
            y = justified(canvas, y, broken(item, RIGHT - LEFT - 36), LEFT + 36, RIGHT)
        running(canvas, y - 9, THIRD)

    return Layout(drawn(folder, draw), paragraphs=(FIRST, *(f"{place + 1}. {item}" for place, item in enumerate(items)), THIRD))


@case
def headings_of_four_levels(folder: Path) -> Layout:
    """Chapter in capitals over two lines, sections by their numbers, a lettered one; none of them is prose."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Times-Bold", 14)
        canvas.drawCentredString(297, 770, "BAB III")
        canvas.drawCentredString(297, 752, "AKUNTABILITAS KINERJA")
        y = 715.0
        for heading, text in (
            ("3.1 Capaian Kinerja Organisasi", FIRST),
            ("3.1.1 Analisis Sasaran Pertama", SECOND),
            ("A. Tutupan Hutan Rakyat", THIRD),
        ):
            canvas.setFont("Times-Bold", 12)
            canvas.drawString(LEFT, y, heading)
            y = running(canvas, y - 20, text) - 6

    headings = (
        ("BAB III", "AKUNTABILITAS KINERJA", 0),
        ("3.1", "Capaian Kinerja Organisasi", 1),
        ("3.1.1", "Analisis Sasaran Pertama", 2),
        ("A", "Tutupan Hutan Rakyat", 1),
    )
    return Layout(drawn(folder, draw), (), paragraphs=(FIRST, SECOND, THIRD), headings=headings)


@case
def heading_of_spread_letters(folder: Path) -> Layout:
    """A chapter's name in letters spread by printed spaces is read as a word by the headings."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Times-Bold", 14)
        canvas.drawCentredString(297, 770, "BAB IV")
        canvas.drawCentredString(297, 752, "P E N U T U P")
        running(canvas, 715, FIRST)

    return Layout(drawn(folder, draw), (), paragraphs=(FIRST,), headings=(("BAB IV", "PENUTUP", 0),))


@case
def running_title_and_page_numbers_between_paragraphs(folder: Path) -> Layout:
    """On every page a title with a rule below it and a number; a paragraph that a page break cuts is whole."""
    texts = [
        f"Wilayah {place} memiliki {3 + place * 5 % 11} kelompok tani hutan yang mengelola {place * 37} hektare lahan. Pembinaan dilakukan "
        f"oleh {1 + place % 3} orang penyuluh melalui {4 + place} kali pertemuan, dan hasilnya dilaporkan setiap triwulan."
        for place in range(1, 46)
    ]

    def furniture(canvas: Any, page: int) -> None:
        canvas.setFont("Helvetica-Oblique", 8)
        canvas.drawString(LEFT, 800, "Laporan Kinerja Tahun 2023")
        canvas.drawRightString(RIGHT, 800, "Dinas Kehutanan")
        canvas.line(LEFT, 795, RIGHT, 795)
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(297, 32, f"- {page} -")

    def draw(canvas: Any) -> None:
        page, y = 1, 760.0
        furniture(canvas, page)
        for text in texts:
            lines = broken(text, RIGHT - LEFT)
            for place, line in enumerate(lines):
                if y < 85:
                    canvas.showPage()
                    page, y = page + 1, 760.0
                    furniture(canvas, page)
                y = justified(canvas, y, (line, "") if place < len(lines) - 1 else (line,), LEFT, RIGHT)
                y += 15 if place < len(lines) - 1 else -9

    return Layout(drawn(folder, draw), paragraphs=tuple(texts))
