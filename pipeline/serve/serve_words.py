"""The words of the desk, in Indonesian and in English."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.report.words import LANGUAGES
from pipeline.report.words import words as frame

_WORDS: Mapping[str, tuple[str, str]] = {
    "s_title": ("Meja pereviu", "Reviewer's desk"),
    "s_product": ("Pemeriksaan laporan kinerja", "Check of performance reports"),
    "s_all_reports": ("Semua laporan", "All reports"),
    "s_state": ("Keadaan", "State"),
    "s_open": ("Belum diputuskan", "Undecided"),
    "s_only_open": ("Belum", "Undecided"),
    "s_only_decided": ("Sudah", "Decided"),
    "s_decided": ("Diputuskan", "Decided"),
    "s_stale": ("Tidak berlaku lagi", "No longer holding"),
    "s_waiting": ("sedang dibaca dan diperiksa", "being read and checked"),
    "s_again": ("sedang diperiksa ulang", "being checked again"),
    "s_ready": ("siap direviu", "ready for review"),
    "s_finished": ("selesai diputuskan", "all decided"),
    "s_unread": ("tidak terbaca", "could not be read"),
    "s_nothing": ("tidak ada temuan", "no findings"),
    "s_progress": ("{done} dari {all} diputuskan", "{done} of {all} decided"),
    "s_write": ("Tulis laporan", "Write the reports"),
    "s_write_note": (
        "Menulis laporan ({formats}) dengan keputusan yang berlaku sekarang ke folder {out}.",
        "Writes the reports ({formats}) with the decisions as they are now into {out}.",
    ),
    "s_written": ("Laporan ditulis ke folder {out}.", "The reports were written to {out}."),
    "s_not_all_ready": ("Tunggu sampai semua laporan selesai diperiksa.", "Wait until every report is checked."),
    "s_kept": (
        "Setiap keputusan langsung disimpan di {folder}; tidak ada yang hilang bila peramban atau program ditutup.",
        "Every decision is stored at once in {folder}; nothing is lost when the browser or the program is closed.",
    ),
    "s_damaged": ("Berkas keputusan: baris {lines} rusak dan dilewati.", "File of decisions: damaged lines {lines} are passed over."),
    "s_list": ("Daftar temuan", "List of findings"),
    "s_show_all": ("Semua", "All"),
    "s_none_listed": ("Tidak ada temuan yang cocok.", "No finding fits."),
    "s_position": ("Temuan {number}", "Finding {number}"),
    "s_previous": ("Sebelumnya", "Previous"),
    "s_next": ("Berikutnya", "Next"),
    "s_page": ("Halaman {n}", "Page {n}"),
    "s_page_of": ("Halaman {n} dari {all}", "Page {n} of {all}"),
    "s_sheet": ("Naskah", "The original"),
    "s_pages_with": ("Halaman dengan temuan", "Pages with findings"),
    "s_picture_alt": ("Gambar halaman {n} dari {name}", "Picture of page {n} of {name}"),
    "s_loading": ("Gambar halaman sedang dimuat …", "Loading the picture of the page …"),
    "s_picture_note": (
        "Kotak tebal: angka yang dipersoalkan. Kotak putus-putus: pembandingnya. Kotak tipis: temuan lain; klik untuk membukanya.",
        "Thick frame: the figure in question. Dashed: what it is compared with. Thin: another finding; click to open it.",
    ),
    "s_cells": ("Sel pada halaman ini", "Cells on this page"),
    "s_zoom": ("Perbesar gambar", "Enlarge the picture"),
    "s_file_changed": (
        "Berkas ini berubah sejak dibaca; jalankan ulang lakip serve supaya gambar dan angkanya sesuai.",
        "This file has changed since it was read; start lakip serve again so that pictures and figures agree.",
    ),
    "s_partly": (
        "Sebagian pemeriksaan gagal karena kesalahan program ({where}); yang tampak di sini belum lengkap.",
        "Some checks failed by a fault of the program ({where}); what is shown here is not complete.",
    ),
    "s_lines": ("Baris berkas", "Lines of the file"),
    "s_earlier": ("Baris sebelumnya", "Earlier lines"),
    "s_later": ("Baris berikutnya", "Later lines"),
    "s_decide": ("Putusan", "Decision"),
    "s_by": ("Oleh", "By"),
    "s_by_hint": ("nama pereviu", "name of the reviewer"),
    "s_reason_hint": (
        "wajib untuk salah baca dan dapat dijelaskan",
        "needed for misread and for can be explained",
    ),
    "s_optional": ("bila ada", "optional"),
    "s_value": ("Yang benar tertulis", "What it really says"),
    "s_value_hint": (
        "untuk salah baca: laporan langsung diperiksa ulang dengan angka ini",
        "for misread: the report is checked again with this at once",
    ),
    "s_which": ("Yang salah terbaca", "What was misread"),
    "s_more": ("Koreksi bacaan dan tanggapan", "Correct the reading, response"),
    "s_same": ("Putuskan juga {n} temuan lain bersebab sama", "Decide the {n} others of the same cause too"),
    "s_same_one": ("Putuskan juga 1 temuan lain bersebab sama", "Decide the other one of the same cause too"),
    "s_undo": ("Cabut keputusan", "Take back"),
    "s_undone": ("Keputusan dicabut; temuan ini belum diputuskan lagi.", "Taken back; this finding is open again."),
    "s_recorded": ("Disimpan: {title}, {kind}.", "Stored: {title}, {kind}."),
    "s_along": ("Bersama {n} temuan lain bersebab sama.", "With others of the same cause: {n}."),
    "s_undo_all": ("Cabut semuanya ({n})", "Take all back ({n})"),
    "s_recorded_gone": ("Koreksi disimpan dan laporan diperiksa ulang.", "Correction stored, and the report checked again."),
    "s_uncarried": (
        "Koreksi disimpan, tetapi tidak dapat diterapkan: yang terbaca di tempat itu tidak satu-satunya atau sudah lain.",
        "Correction stored, but it could not be put in: what was read there is not unique, or is something else now.",
    ),
    "s_effect": ("Temuan yang hilang: {gone}. Temuan baru: {fresh}.", "Findings gone: {gone}. New findings: {fresh}."),
    "s_lost": ("Perbandingan yang tidak dapat dilakukan lagi: {n}.", "Comparisons that can no longer be made: {n}."),
    "s_not_recorded": ("Tidak disimpan", "Not stored"),
    "s_corrections": ("Koreksi bacaan yang berlaku", "Corrected readings in force"),
    "s_stale_list": ("Keputusan yang tidak berlaku lagi", "Decisions that hold no longer"),
    "s_stale_changed": ("angkanya berubah; putuskan lagi", "its figures changed; decide again"),
    "s_stale_elsewhere": ("dibuat atas berkas lain; putuskan lagi", "made on another file; decide again"),
    "s_stale_gone": ("temuannya tidak ada lagi", "its finding is gone"),
    "s_stale_unread": ("laporannya tidak terbaca", "its report could not be read"),
    "s_read_as": ("terbaca", "read as"),
    "s_should": ("yang benar", "really"),
    "s_help": ("Tombol papan ketik", "Keyboard"),
    "s_key_next": ("temuan berikutnya, sebelumnya", "next, previous finding"),
    "s_key_sah": ("sah (langsung disimpan)", "confirmed (stored at once)"),
    "s_key_reason": (
        "salah baca, dapat dijelaskan: ketik alasannya, lalu Enter",
        "misread, can be explained: type the reason, then Enter",
    ),
    "s_key_same": ("beserta temuan lain bersebab sama", "with the others of the same cause"),
    "s_key_undo": ("cabut keputusan", "take the decision back"),
    "s_key_search": ("cari", "search"),
    "s_key_help": ("bantuan ini", "this help"),
    "s_missing": ("Tidak ada halaman di alamat ini", "There is no page at this address"),
    "s_missing_note": (
        "Mungkin laporan atau temuannya tidak ada lagi dalam pemeriksaan ini.",
        "The report or the finding may no longer be part of this run.",
    ),
    "s_unfit": ("Isian ini tidak dapat diterima", "This form cannot be taken"),
    "s_unfit_note": (
        "Isiannya terlalu panjang atau rusak; tidak ada yang disimpan. Kembalilah, pendekkan isiannya, lalu kirim lagi.",
        "It is too long, or broken; nothing was stored. Go back, make it shorter, and send it again.",
    ),
    "s_trouble": ("Keputusan tidak dapat dibaca atau disimpan", "The decisions cannot be read or stored"),
    "s_trouble_note": (
        "{why}. Yang Anda ketik masih ada; betulkan penyimpanannya (misalnya hak akses atau ruang disk), lalu kirim lagi.",
        "{why}. What you typed is still there; mend the storage (access rights, disk space), then send it again.",
    ),
    "s_checking": ("Memeriksa ulang …", "Checking again …"),
    "s_unsent": (
        "Program tidak menjawab; yang Anda ketik tetap tersimpan di peramban ini. Jalankan lagi lakip serve.",
        "No answer from the program; what you typed is kept in this browser. Start lakip serve again.",
    ),
    "s_locked": (
        "Program sudah dijalankan ulang; bukalah alamat baru yang dicetaknya, lalu muat ulang tab ini. Yang Anda ketik tetap ada.",
        "The program was started again; open the new address that it printed, then load this tab again. What you typed is still there.",
    ),
    "s_broken": (
        "Program gagal menjawab karena kesalahannya sendiri; keputusan ini belum disimpan. Muat ulang halaman, lalu coba lagi.",
        "The program failed by a fault of its own; this decision is not stored. Load the page again and try once more.",
    ),
}


def words(lang: str) -> Mapping[str, str]:
    """The words of the reports' frame with those of the desk; an unknown language raises ValueError."""
    return {**frame(lang), **{name: pair[LANGUAGES.index(lang)] for name, pair in _WORDS.items()}}
