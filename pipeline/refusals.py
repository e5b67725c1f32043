"""Why something that was asked of us is not done: a code with its values, and the words for it in Indonesian and in English."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.report.review_words import DECISIONS
from pipeline.settings import LANGUAGES
from rules.outcome import Keputusan

_WORDS: Mapping[str, tuple[str, str]] = {
    # what is asked
    "unknown_kind": (
        "keputusan “{text}” tidak dikenal; pilih {kinds}, atau {undone}",
        "no such decision: “{text}”; choose {kinds} or {undone}",
    ),
    "no_kind": ("pilih salah satu keputusan", "choose one of the decisions"),
    "short_id": (
        "ID {id} terlalu pendek; tulislah sedikitnya {least} huruf pertamanya",
        "the ID {id} is too short; write at least its first {least} letters",
    ),
    "unknown_id": (
        "tidak ada temuan dengan ID {id} di {folder}; sebut folder laporan pemeriksaannya dengan --out",
        "there is no finding with the ID {id} in {folder}; name the folder of its reports with --out",
    ),
    "several_ids": (
        "ID {id} menyebut lebih dari satu temuan; tulislah lebih banyak hurufnya",
        "the ID {id} names more than one finding; write more of its letters",
    ),
    "no_undoer": ("sebutkan siapa yang mencabut keputusan ini (--oleh)", "say who takes this decision back (--oleh)"),
    "undecided": ("belum ada keputusan atas temuan {id}", "nothing is decided yet of the finding {id}"),
    "no_decider": ("sebutkan siapa yang memutuskan (--oleh, atau kolom Oleh)", "say who decides (--oleh, or the column Oleh)"),
    "nameless": ("isi dahulu nama Anda pada kolom Oleh", "first write your name in the field By"),
    "no_reason": ("keputusan “{kind}” memerlukan alasan", "the decision “{kind}” needs a reason"),
    "value_for_nothing": (
        "nilai hanya diberikan bersama keputusan “{kind}”",
        "a value is given only with the decision “{kind}”",
    ),
    "no_such_place": (
        "temuan ini mempunyai {count} letak; --lokasi {at} tidak ada",
        "this finding has places: {count}; there is no --lokasi {at}",
    ),
    "same_value": ("nilai yang diberikan sama dengan yang terbaca", "the value given is the one that was read"),
    "wordy_value": (
        "yang terbaca angka, sedangkan “{value}” bukan; tulis angkanya, - bila kosong, atau tanpa nilai",
        "a figure was read, and “{value}” is none; write the figure, - where it is empty, or no value",
    ),
    "cause_with_value": (
        "--sebab tidak dipakai bersama batal atau --nilai",
        "--sebab does not go with batal or --nilai",
    ),
    "value_for_several": (
        "koreksi bacaan berlaku untuk satu temuan; hilangkan centang temuan lain bersebab sama",
        "a corrected reading is for one finding; untick the others of the same cause",
    ),
    # a workbook of decisions
    "formulas": (
        "kolom {columns} berisi rumus; tulislah isinya sebagai teks",
        "there is a formula in the column {columns}; write it as a text",
    ),
    "response_only": ("ada tanggapan tanpa keputusan; isi kolom Keputusan", "a response without a decision; fill in the column Keputusan"),
    "torn": ("ID {id} muncul dengan keputusan yang berlainan", "the ID {id} stands there with different decisions"),
    "unknown_row": (
        "ID “{id}” tidak dikenal; mungkin terubah, atau dari pemeriksaan lain",
        "no such ID: “{id}”; it may have been changed, or be of another check",
    ),
    "slid": (
        "ID {id} tidak sesuai dengan isi barisnya (tertulis “{stated}”); mungkin kolomnya bergeser",
        "the ID {id} does not go with its row (stated “{stated}”); a column may have slid",
    ),
    "undoing_in_sheet": (
        "“{undone}” tidak diterima dari buku kerja; pakai lakip decide ID {undone}",
        "“{undone}” is not taken from a workbook; use lakip decide ID {undone}",
    ),
    "contested": (
        "ID {id} sudah diputuskan “{old}” oleh {before}; berkas ini “{new}” oleh {by} (--timpa untuk menggantinya)",
        "the ID {id} was decided “{old}” by {before}; this file says “{new}” by {by} (--timpa to replace it)",
    ),
    "sheet_unopened": ("{path} tidak dapat dibuka: {why}", "{path} cannot be opened: {why}"),
    "no_file": ("{path} tidak dapat dibuka: bukan berkas biasa", "{path} cannot be opened: it is no plain file"),
    "no_sheet": ("{path} bukan buku kerja Excel (.xlsx) yang utuh", "{path} is no whole Excel workbook (.xlsx)"),
    "large_sheet": ("{path} terlalu besar untuk sebuah daftar temuan", "{path} is too large for a list of findings"),
    "no_columns": ("tidak ada lembar dengan kolom ID dan Keputusan", "there is no sheet with the columns ID and Keputusan"),
    # at the desk
    "busy": ("laporan ini sedang diperiksa; coba lagi sebentar", "this report is being checked; try again in a moment"),
    "undone_already": ("keputusan ini sudah dicabut", "this decision was taken back already"),
    "replaced": (
        "keputusan ini sudah diganti sejak halaman dibuka; periksa lagi",
        "this decision was replaced since the page was opened; look again",
    ),
    "uncheckable": (
        "laporan ini tidak dapat diperiksa, jadi tidak ada temuan yang dapat diputuskan",
        "this report could not be checked, so there is no finding to decide of",
    ),
    "gone": ("temuan ini tidak ada lagi setelah pemeriksaan ulang", "this finding is no more since the report was checked again"),
    "other_values": (
        "angka pada temuan ini berubah sejak halaman dibuka; baca lagi, lalu putuskan",
        "the figures of this finding have changed since the page was opened; read them again, then decide",
    ),
    "decided_since": (
        "keputusan atas temuan ini sudah diubah sejak halaman dibuka (sekarang: “{kind}” oleh {by}); kirim lagi bila tetap perlu",
        "this finding was decided of since the page was opened (now: “{kind}” by {by}); send it again if it is still needed",
    ),
    "undone_since": (
        "keputusan atas temuan ini sudah diubah sejak halaman dibuka (sekarang: belum diputuskan); kirim lagi bila tetap perlu",
        "the decision on this finding was taken back since the page was opened; send yours again if it is still needed",
    ),
    # writing the reports
    "unsettled": (
        "belum semua laporan selesai diperiksa; tunggu sebentar, lalu coba lagi",
        "not all reports are checked yet; wait a moment, then try again",
    ),
    "not_written": (
        "tidak dapat menulis ke {folder}: {why}; pilih folder lain dengan --out (laporan) atau --clean (data bersih)",
        "cannot write to {folder}: {why}; choose another folder with --out (reports) or --clean (clean data)",
    ),
    "no_folder": ("folder itu tidak dapat dibuat", "that folder cannot be made"),
    "file_in_path": ("di jalurnya ada berkas yang bukan folder", "on its path there is a file that is no folder"),
    "no_right": ("tidak ada izin menulis", "there is no right to write"),
    "read_only": ("tempat itu hanya dapat dibaca", "that place can only be read"),
    "long_name": ("namanya terlalu panjang", "its name is too long"),
    "full_disk": ("disk penuh", "the disk is full"),
    "unusable_template": ("templat {template} tidak dapat dipakai: {why}", "the template {template} cannot be used: {why}"),
}


class RefusedError(Exception):
    """Something that is not done: why, as a code with its values, to be worded where it is told."""

    def __init__(self, code: str, **values: object) -> None:
        """The code must have words."""
        super().__init__(code)
        self.code, self.values = code, values

    def told(self, lang: str) -> str:
        """Why, in a language of the reports."""
        at = LANGUAGES.index(lang)
        return _WORDS[self.code][at].format(**{name: _worded(value, lang) for name, value in self.values.items()})

    def __str__(self) -> str:
        """As it is told where nobody chose a language."""
        return self.told(LANGUAGES[0])


def _worded(value: object, lang: str) -> str:
    """A decision is written as the command takes it; in another language its name there goes before that."""
    match value:
        case RefusedError():
            return value.told(lang)
        case Keputusan() if lang != LANGUAGES[0]:
            return f"{DECISIONS[value][LANGUAGES.index(lang)].lower()} ({value})"
        case _:
            return str(value)
