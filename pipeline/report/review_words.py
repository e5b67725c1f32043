"""The words of what reviewers decide, and of two submissions beside each other, in Indonesian and in English."""

from __future__ import annotations

from collections.abc import Mapping

DECISIONS = {
    "sah": ("Sah", "Confirmed"),
    "salah baca": ("Salah baca", "Misread"),
    "dapat dijelaskan": ("Dapat dijelaskan", "Can be explained"),
}

REVIEW: Mapping[str, tuple[str, str]] = {
    "decision": ("Keputusan", "Decision"),
    "severity.settled": ("Selesai", "Settled"),
    "settled_note": (
        "Temuan yang diputuskan salah baca atau dapat dijelaskan; tidak dihitung dalam jumlah menurut keparahan.",
        "Findings decided to be misread or explained; not counted among the severities.",
    ),
    "response": ("Tanggapan perangkat daerah", "Response of the agency"),
    "corrected": ("Koreksi bacaan", "Corrected reading"),
    "corrected_told": ("terbaca “{read}”, menurut {by} tertulis “{value}”", "read “{read}”; according to {by} it says “{value}”"),
    "corrected_cell": ("terbaca “{read}”, dikoreksi {by}", "read “{read}”, corrected by {by}"),
    "picture_corner": ("Sudut terisi", "Filled corner"),
    "mark_amended": ("bacaan dikoreksi pereviu", "reading corrected by a reviewer"),
    "amended": ("Bacaan yang dikoreksi pereviu", "Readings corrected by reviewers"),
    "amended_note": (
        "Di tempat-tempat ini pemeriksaan memakai yang menurut pereviu tertulis, bukan yang terbaca.",
        "In these places the check uses what reviewers say is written there, not what was read.",
    ),
    "amended_read": ("Terbaca", "Read"),
    "amended_value": ("Menurut pereviu tertulis", "According to the reviewer it says"),
    "amended_by": ("Oleh, alasan", "By, reason"),
    "amended_gone": ("Temuan yang hilang karenanya", "Findings that are gone by it"),
    "amended_more": ("dan {n} lainnya", "and {n} more"),
    "compare_title": ("Perbandingan dua penyampaian", "Two submissions compared"),
    "compare_product": ("Hasil pemeriksaan laporan kinerja", "Check of performance reports"),
    "old": ("Lama", "Old"),
    "new": ("Baru", "New"),
    "old_file": ("Berkas lama", "Old file"),
    "new_file": ("Berkas baru", "New file"),
    "repaired": ("Diperbaiki", "Repaired"),
    "still": ("Masih ada", "Still there"),
    "fresh": ("Baru muncul", "New"),
    "unasked": ("Berubah tanpa diminta", "Changed unasked"),
    "lost": ("Tidak ditemukan lagi", "No longer found"),
    "repaired_note": (
        "Temuan penyampaian lama yang pada berkas baru diperiksa lagi dan kini benar.",
        "Findings of the old submission that were checked again in the new file and now hold.",
    ),
    "repaired_now": ("kini cocok: {working}", "now holds: {working}"),
    "repaired_other": ("yang diubah angka pembandingnya", "what it is compared with was changed"),
    "lost_note": (
        "Temuan penyampaian lama yang letaknya tidak ada lagi pada berkas baru, atau yang tidak dapat diperiksa lagi di sana; "
        "tidak terbukti diperbaiki.",
        "Findings of the old submission whose place is gone in the new file, or that cannot be checked there again; "
        "not shown to be repaired.",
    ),
    "lost_gone": ("letaknya tidak ditemukan lagi pada berkas baru", "its place is no longer found in the new file"),
    "lost_unproved": ("tidak dapat diperiksa lagi pada berkas baru", "it cannot be checked again in the new file"),
    "still_note": (
        "Temuan yang ada pada kedua penyampaian, juga bila angkanya sudah lain.",
        "Findings in both submissions, also where the figures are others now.",
    ),
    "fresh_note": ("Temuan yang tidak ada pada penyampaian lama.", "Findings that the old submission did not have."),
    "unasked_note": (
        "Angka yang berubah padahal tidak disebut temuan mana pun; perlu dijelaskan perangkat daerah.",
        "Figures that changed though no finding was about them; the agency should explain.",
    ),
    "unasked_found": ("menimbulkan temuan", "now a finding"),
    "stated_old": ("Tertulis dahulu", "Stated before"),
    "stated_new": ("Tertulis sekarang", "Stated now"),
    "figures_compared": (
        "{n} angka tabel ditemukan pada kedua penyampaian; {unmatched} angka lama tidak dapat dipasangkan.",
        "Figures of tables found in both: {n}; old ones without a partner: {unmatched}.",
    ),
    "unpaired": ("Berkas tanpa pasangan", "Files without a partner"),
    "unpaired_none": ("tidak ada pasangannya", "no partner"),
    "unpaired_several": ("lebih dari satu pasangan mungkin; bandingkan satu per satu", "several partners possible; compare one by one"),
    "unlike": (
        "Kedua berkas ini tampaknya bukan dua penyampaian dari satu laporan:",
        "These files do not seem to be two submissions of one report:",
    ),
    "unlike.agency": ("perangkat daerah", "agency"),
    "unlike.region": ("daerah", "region"),
    "unlike.year": ("tahun", "year"),
    "unlike_note": (
        "Hasil perbandingannya tidak menunjukkan apa yang diperbaiki; periksa apakah pasangannya benar.",
        "What is compared does not show what was repaired; see whether they belong together.",
    ),
    "none": ("Tidak ada.", "None."),
    "more_rows": (
        "dan {n} lainnya; semuanya ada dalam bentuk XLSX dan CSV",
        "and {n} more; all of them are in the XLSX and CSV forms",
    ),
}
