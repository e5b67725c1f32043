"""What looks like a table and is none: contents, forms, framed notes, lists, lines with wide gaps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layouts.case import Layout, case
from tests.layouts.draw import LEFT, TOP, prose, strike
from tests.layouts.text import justified
from tests.pdf_fixtures import drawn

TOLD = "Uraian berikut menjelaskan pelaksanaan program selama satu tahun anggaran."

CONTENTS = (
    (0, "BAB I", "PENDAHULUAN", "1"),
    (1, "1.1", "Latar Belakang", "1"),
    (1, "1.2", "Tugas dan Fungsi", "3"),
    (0, "BAB II", "PERENCANAAN KINERJA", "8"),
    (1, "2.1", "Rencana Strategis", "8"),
    (1, "2.2", "Perjanjian Kinerja Tahun 2023", "14"),
    (0, "BAB III", "AKUNTABILITAS KINERJA", "17"),
    (1, "3.1", "Capaian Kinerja Organisasi", "17"),
    (1, "3.2", "Realisasi Anggaran", "46"),
    (0, "BAB IV", "PENUTUP", "52"),
)


def _entry(canvas: Any, y: float, name: str, page: str, left: float) -> None:
    """A name, dots to the right edge, a page number against it."""
    canvas.drawString(left, y, name)
    x = left + canvas.stringWidth(name) + 3
    canvas.drawString(x, y, "." * int((515 - x) / canvas.stringWidth(".")))
    canvas.drawRightString(535, y, page)


@case
def contents_with_dots(folder: Path) -> Layout:
    """Numbers, names, leaders and pages stand in columns."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Times-Bold", 13)
        canvas.drawCentredString(297, TOP + 40, "DAFTAR ISI")
        canvas.setFont("Times-Roman", 11)
        for place, (depth, number, name, page) in enumerate(CONTENTS):
            y = TOP - 20 * place
            canvas.drawString(LEFT + 45 * depth, y, number)
            _entry(canvas, y, name, page, LEFT + 45 + 30 * depth)

    return Layout(drawn(folder, draw))


@case
def list_of_tables_with_dots(folder: Path) -> Layout:
    """Its entries begin as captions do, and there is no table for them."""
    names = ("Tabel 2.1 Perjanjian Kinerja", "Tabel 3.1 Capaian Sasaran Pertama", "Tabel 3.2 Realisasi Anggaran", "Tabel 3.3 Efisiensi")

    def draw(canvas: Any) -> None:
        canvas.setFont("Times-Bold", 13)
        canvas.drawCentredString(297, TOP + 40, "DAFTAR TABEL")
        canvas.setFont("Times-Roman", 11)
        for place, name in enumerate(names):
            _entry(canvas, TOP - 20 * place, name, str(14 + 9 * place), LEFT)

    return Layout(drawn(folder, draw))


@case
def form_of_labels_and_values(folder: Path) -> Layout:
    """Label, colon, value: whatever it is taken for, its figures are no table's."""
    entries = (
        ("Nama unit kerja", "Dinas Kehutanan dan Lingkungan"),
        ("Alamat", "Jalan Rimba Raya Nomor 12"),
        ("Jumlah pegawai", "184"),
        ("Luas kantor", "1.860"),
        ("Tahun anggaran", "2023"),
        ("Kepala dinas", "Ir. Wiryo Samudra, M.Si."),
    )

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 30, TOLD)
        canvas.setFont("Times-Roman", 11)
        for place, (label, value) in enumerate(entries):
            y = TOP - 18 * place
            canvas.drawString(LEFT, y, label)
            canvas.drawString(LEFT + 120, y, ":")
            canvas.drawString(LEFT + 132, y, value)

    return Layout(drawn(folder, draw), loose=True)


@case
def signatures(folder: Path) -> Layout:
    """Two people sign side by side: who they are stands in two columns, with a number below each."""
    left = ("Pihak Kedua,", "Bupati Rimba Jaya", "", "", "", "Hj. Sekar Ayu Lestari")
    right = ("Pihak Pertama,", "Kepala Dinas Kehutanan", "", "", "", "Ir. Wiryo Samudra, M.Si.", "NIP. 19680412 199403 1 007")

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 30, TOLD)
        canvas.setFont("Times-Roman", 11)
        for x, texts in ((150, left), (430, right)):
            for place, text in enumerate(texts):
                canvas.drawCentredString(x, TOP - 15 * place, text)

    return Layout(drawn(folder, draw))


@case
def framed_note(folder: Path) -> Layout:
    """A paragraph of three lines in a frame."""
    note = (
        "Catatan: anggaran patroli dialihkan sebesar Rp128.000.000 untuk penanganan",
        "kebakaran lahan pada bulan September, setelah mendapat persetujuan kepala",
        "daerah dan dibahas bersama badan keuangan.",
    )

    def draw(canvas: Any) -> None:
        y = prose(canvas, TOP + 30, TOLD)
        canvas.rect(LEFT - 6, y - 52, 420, 55)
        prose(canvas, y - 12, *note)

    return Layout(drawn(folder, draw), (), (TOLD, *note))


@case
def two_framed_notes(folder: Path) -> Layout:
    """One above the other, each of one cell, touching: still words in frames."""
    first = ("Faktor pendorong: dukungan kelompok tani dan", "penyuluh lapangan di setiap wilayah.")
    second = ("Faktor penghambat: musim kemarau yang panjang", "dan terbatasnya kendaraan patroli.")

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 30, TOLD)
        for top, note in ((TOP, first), (TOP - 42, second)):
            canvas.rect(LEFT, top - 42, 300, 42)
            prose(canvas, top - 16, *note, left=LEFT + 6)

    return Layout(drawn(folder, draw), (), (TOLD, *first, *second))


@case
def underlined_and_struck_words(folder: Path) -> Layout:
    """Rules below words, and a rule between two paragraphs, draw no table."""
    told = (TOLD, "Sasaran pertama tercapai melebihi target.", "Sasaran kedua belum tercapai.", "Sasaran ketiga tercapai.")

    def draw(canvas: Any) -> None:
        for place, text in enumerate(told):
            y = TOP - 30 * place
            prose(canvas, y, text)
            strike(canvas, [(LEFT, y - 2, LEFT + canvas.stringWidth(text, "Times-Roman", 11), y - 2)])
        strike(canvas, [(LEFT, TOP - 75, 535, TOP - 75)])

    return Layout(drawn(folder, draw), (), told)


@case
def list_with_numbers(folder: Path) -> Layout:
    """Markers hang at the left, names wrap below themselves, some end in an amount."""
    entries = (
        ("1.", "Pembinaan kelompok tani hutan dengan anggaran sebesar Rp412.500.000", "yang tersebar pada empat wilayah;"),
        ("2.", "Pengadaan bibit jati dan sengon sebanyak 120.000 batang;"),
        ("3.", "Pelatihan pengolahan madu hutan bagi 48 kelompok;"),
        ("4.", "Patroli terpadu sebanyak 24 kali."),
    )

    def draw(canvas: Any) -> None:
        y = prose(canvas, TOP + 30, TOLD)
        for marker, *texts in entries:
            prose(canvas, y, marker, left=LEFT + 12)
            y = prose(canvas, y, *texts, left=LEFT + 36)

    lines = (f"1. {entries[0][1]}", entries[0][2], *(f"{marker} {texts[0]}" for marker, *texts in entries[1:]))
    return Layout(drawn(folder, draw), (), (TOLD, *lines))


@case
def lettered_list_of_figures(folder: Path) -> Layout:
    """Each item is short and ends in a figure, right below the one above: a list all the same, for nothing aligns it."""
    items = ("a. Luas hutan rakyat 1.184 hektare", "b. Titik api 52 titik", "c. Kelompok tani yang naik kelas 48", "d. Penyuluh 27 orang")

    def draw(canvas: Any) -> None:
        y = prose(canvas, TOP + 30, TOLD)
        prose(canvas, y, *items, left=LEFT + 18)

    return Layout(drawn(folder, draw), (), (TOLD, *items))


@case
def justified_with_wide_gaps(folder: Path) -> Layout:
    """Long words leave few and wide gaps, below each other by chance."""
    lines = (
        "Penyelenggaraan pertanggungjawaban keuangan",
        "ketatausahaan, kerumahtanggaan, kepegawaian",
        "perlengkapan, penyusunan perencanaan, dan",
        "pengadministrasian persuratan kedinasan.",
    )

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 30, TOLD)
        justified(canvas, TOP, lines, LEFT, LEFT + 300)

    return Layout(drawn(folder, draw), (), (TOLD, *lines))


@case
def working_of_a_formula(folder: Path) -> Layout:
    """A fraction with its line, an equals sign, a result: figures above and below a rule, and no table."""

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 30, TOLD)
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(LEFT + 40, TOP, "Capaian  =")
        canvas.drawCentredString(LEFT + 150, TOP + 8, "1.184")
        canvas.drawCentredString(LEFT + 150, TOP - 9, "1.250")
        strike(canvas, [(LEFT + 125, TOP + 3, LEFT + 175, TOP + 3)])
        canvas.drawString(LEFT + 182, TOP, "x 100%  =  94,72%")

    return Layout(drawn(folder, draw))
