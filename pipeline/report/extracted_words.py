"""The words around extracted tables, in Indonesian and in English."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.report.words import LANGUAGES
from pipeline.report.words import words as frame

_WORDS: Mapping[str, tuple[str, str]] = {
    "x_title": ("Tabel yang terbaca", "Tables as read"),
    "x_note": (
        "Halaman ini memperlihatkan bagaimana alat membaca dokumen: gambar setiap halaman dengan kisi yang ditemukan di atasnya, "
        "dan di sampingnya tabel hasil bacaan. Cocokkan keduanya bila sebuah angka diragukan.",
        "This page shows how the tool read the document: the picture of each page with the grid that was found drawn over it, "
        "and the table as read beside it. Compare the two where a figure is in doubt.",
    ),
    "x_how": (
        "Klik sel pada gambar untuk menyorot barisnya dalam tabel; klik nomor baris untuk menyorotnya pada gambar. "
        "Tabel yang bersambung ke halaman lain bernomor sama (T1, T2, …).",
        "Click a cell in the picture to light up its row in the table, or a row's number to light it up in the picture. "
        "A table that goes on over pages keeps its number (T1, T2, …).",
    ),
    "x_count_pages": ("{n} halaman", "pages: {n}"),
    "x_count_tables": ("{n} tabel", "tables: {n}"),
    "x_show": ("Tampilkan", "Show"),
    "x_grid": ("Kisi tabel", "Grid of tables"),
    "x_lines": ("Baris teks di luar tabel", "Text lines outside tables"),
    "x_bare": ("Halaman tanpa tabel", "Pages without tables"),
    "x_wide": ("Gambar selebar layar", "Pictures as wide as the screen"),
    "x_legend": ("Warna", "Colours"),
    "x_key_cell": ("sel", "cell"),
    "x_key_head": ("baris kepala", "header row"),
    "x_key_outline": ("batas dan nomor tabel", "outline and number of a table"),
    "x_key_caption": ("judul tabel", "caption"),
    "x_key_line": ("baris teks", "text line"),
    "x_list": ("Daftar tabel", "Tables"),
    "x_caption": ("Judul", "Caption"),
    "x_no_caption": ("tanpa judul", "no caption"),
    "x_rows": ("Baris", "Rows"),
    "x_columns": ("Kolom", "Columns"),
    "x_heads": ("Baris kepala", "Header rows"),
    "x_engine": ("Mesin baca", "Engine"),
    "x_notes": ("Catatan", "Notes"),
    "x_read_by": ("dibaca oleh {engine}", "read by {engine}"),
    "x_unnamed_engine": ("mesin tak bernama", "an unnamed engine"),
    "x_size": ("{rows} baris × {columns} kolom", "{rows} rows × {columns} columns"),
    "x_page": ("Halaman {n}", "Page {n}"),
    "x_pages": ("Halaman {n}", "Pages {n}"),
    "x_text_file": ("Berkas teks", "Text file"),
    "x_continued": ("lanjutan dari halaman {n}", "continued from page {n}"),
    "x_goes_on": ("bersambung ke halaman {n}", "goes on on page {n}"),
    "x_again": ("baris kepala dari halaman {n}", "header from page {n}"),
    "x_bare_run": ("tanpa tabel, {n} baris teks", "no tables, text lines: {n}"),
    "x_line_list": ("Baris teks di luar tabel: {n}", "Text lines outside tables: {n}"),
    "x_kind_scan": ("hasil pindai, tanpa teks", "scanned, no text"),
    "x_kind_blank": ("kosong", "blank"),
    "x_kind_lost": ("tidak dibaca", "not read"),
    "x_picture_alt": ("Gambar halaman {n} dengan kisi tabel yang ditemukan", "Picture of page {n} with the grids found on it"),
    "x_no_picture": (
        "Gambar halaman ini tidak dapat dibuat; yang tampak hanya kotak-kotaknya.",
        "This page could not be drawn; only its boxes are shown.",
    ),
    "x_no_tables": ("Tidak ada tabel yang terbaca dalam dokumen ini.", "No table was read in this document."),
    "x_left_out": ("Halaman tanpa tabel tidak disertakan: {n}.", "Pages without tables are left out: {n}."),
    "x_capped": (
        "Gambar dibatasi {limit} halaman; halaman sesudahnya ditunjukkan tanpa gambar.",
        "Pictures are limited to {limit} pages; later pages are shown without.",
    ),
    "x_row": ("Baris", "Row"),
    "x_see": ("Sorot baris {n} pada gambar", "Light up row {n} in the picture"),
    "x_disclaimer": (
        "Dibuat oleh alat dari hasil bacaannya sendiri; naskah asli yang menentukan.",
        "Made by a tool from what it read; the original decides.",
    ),
}


def words(lang: str) -> Mapping[str, str]:
    """The words of the reports' frame with those of this page; an unknown language raises ValueError."""
    return {**frame(lang), **{name: pair[LANGUAGES.index(lang)] for name, pair in _WORDS.items()}}
