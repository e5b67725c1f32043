"""The words of the reports' own frame, in Indonesian and in English; what is said of a report stays Indonesian."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.report.page_words import PAGE
from pipeline.report.review_words import DECISIONS, REVIEW

LANGUAGES = ("id", "en")

FAMILIES = {
    "jumlah_anak": ("Jumlah rincian terhadap induk", "Children against parent"),
    "jumlah_total": ("Baris total", "Total rows"),
    "sisa": ("Sisa anggaran", "Budget remainder"),
    "persen_realisasi": ("Persentase realisasi", "Realisation percentage"),
    "persen_capaian": ("Persentase capaian", "Achievement percentage"),
    "rata_rata": ("Rata-rata", "Averages"),
    "realisasi_lebih": ("Realisasi melebihi pagu", "Realisation above budget"),
    "predikat": ("Predikat terhadap skala", "Predikat against its scale"),
    "predikat_kosong": ("Predikat kosong", "Missing predikat"),
    "skala": ("Skala penilaian", "Rating scales"),
    "predikat_sakip": ("Predikat SAKIP", "SAKIP predikat"),
    "rekap_hitung": ("Rekapitulasi jumlah", "Count tables"),
    "label_salah": ("Sebutan terhadap angka", "Labels against figures"),
    "beda_antar_tabel": ("Beda antartabel", "Tables that differ"),
    "beda_narasi_tabel": ("Beda narasi dan tabel", "Text against table"),
    "beda_antar_narasi": ("Beda antarnarasi", "Text against text"),
    "terbilang": ("Terbilang", "Amounts in words"),
    "terbilang_ejaan": ("Ejaan terbilang", "Spelling of amounts in words"),
    "rumus": ("Rumus dan efisiensi", "Formulas and efficiency"),
    "satuan": ("Satuan", "Units"),
    "perubahan_tahun": ("Perubahan antartahun", "Changes between years"),
    "hitungan": ("Hitungan terhadap daftar", "Counts against lists"),
    "label_tahun": ("Tahun pada label", "Years in labels"),
    "penomoran": ("Penomoran", "Numbering"),
    "format_angka": ("Format angka", "Number formats"),
    "baris_induk_hilang": ("Baris induk hilang", "Missing parent rows"),
    "nomenklatur": ("Nomenklatur", "Nomenclature"),
    "kelengkapan": ("Kelengkapan isi", "Mandated contents"),
    "lain": ("Lain-lain", "Other"),
}

CATEGORIES = {
    "berkas_kosong": ("Berkas kosong", "Empty file"),
    "bukan_dokumen": ("Bukan dokumen", "Not a document"),
    "salah_ekstensi": ("Ekstensi tidak sesuai isi", "Wrong extension"),
    "terenkripsi": ("Terkunci kata sandi", "Encrypted"),
    "rusak": ("Berkas rusak", "Damaged"),
    "tidak_dapat_dibuka": ("Tidak dapat dibuka", "Cannot be opened"),
    "hasil_pindai": ("Hasil pindai (gambar)", "Scanned image"),
    "terlalu_besar": ("Terlalu besar", "Too large"),
    "waktu_habis": ("Batas waktu habis", "Timed out"),
    "memori_habis": ("Memori habis", "Out of memory"),
    "proses_berhenti": ("Proses berhenti", "Process died"),
    "mesin_gagal": ("Mesin baca gagal", "Engine failed"),
}

SEVERITIES = {"tinggi": ("Tinggi", "High"), "sedang": ("Sedang", "Medium"), "rendah": ("Rendah", "Low"), "info": ("Info", "Info")}

VERDICTS = {
    "lolos": ("Lolos", "Passed"),
    "hampir": ("Hampir", "Nearly"),
    "temuan": ("Temuan", "Finding"),
    "tak_diperiksa": ("Tak diperiksa", "Not checked"),
}

READINGS = {
    "confirmed": ("Dibaca sama oleh dua mesin baca", "Read alike by two engines"),
    "single": ("Dibaca oleh satu mesin", "Read by one engine"),
    "corrected": ("Bacaan dikoreksi pereviu", "Reading corrected by a reviewer"),
}

ELSEWHERE = frozenset({"beda_antar_tabel", "beda_narasi_tabel", "beda_antar_narasi"})
"""Kinds of check that know that two places differ, and not which of them is right."""

# Reasons that are clear beside a cell, and not in a list.
_REASONS = {
    "kosong": "angkanya kosong",
    "strip": "selnya berisi tanda strip",
    "bukan angka": "isinya bukan angka",
    "rentang": "isinya rentang angka",
    "batas": "isinya batas angka",
}

FRAME: Mapping[str, tuple[str, ...]] = {
    "product": ("Hasil pemeriksaan keselarasan angka laporan kinerja", "Consistency check of a performance report"),
    "batch_title": ("Rekapitulasi pemeriksaan laporan kinerja", "Summary of checked performance reports"),
    "unknown_agency": ("Perangkat daerah tidak ditemukan", "Agency not found"),
    "unknown": ("tidak ditemukan", "not found"),
    "agency": ("Perangkat daerah", "Agency"),
    "region": ("Wilayah", "Region"),
    "year": ("Tahun", "Year"),
    "report_kind": ("Jenis dokumen", "Kind of document"),
    "file": ("Berkas", "File"),
    "checksum": ("Sidik SHA-256", "SHA-256"),
    "read_from": ("dibaca dari", "read from"),
    "version": ("Versi alat", "Tool version"),
    "page": ("halaman", "page"),
    "pages": ("Halaman", "Pages"),
    "pages_read": ("dibaca", "read"),
    "pages_blank": ("kosong", "blank"),
    "pages_unread": ("tidak dibaca", "not read"),
    "pages_text": (
        "Berkas teks tanpa halaman; tempat disebut dengan nomor baris berkas.",
        "A text file without pages; places are line numbers.",
    ),
    "line": ("baris berkas", "line"),
    "page_short": ("hlm", "p."),
    "line_short": ("brs", "line"),
    "part": ("bagian", "part"),
    "where": ("Letak", "Where"),
    "table": ("Tabel", "Table"),
    "row": ("Baris", "Row"),
    "column": ("Kolom", "Column"),
    "whole_report": ("Laporan secara keseluruhan", "The report as a whole"),
    "findings": ("Temuan", "Findings"),
    "findings_by_severity": ("Temuan menurut keparahan", "Findings by severity"),
    "kinds": ("Hasil menurut jenis pemeriksaan", "Results by kind of check"),
    "kind": ("Jenis pemeriksaan", "Kind of check"),
    "compared": ("{n} dibandingkan", "{n} compared"),
    "results": ("Hasil pemeriksaan", "Results"),
    "total": ("Jumlah", "Total"),
    "severity": ("Keparahan", "Severity"),
    "stated": ("Tertulis", "Stated"),
    "expected": ("Seharusnya", "Expected"),
    "elsewhere": ("Tertulis di tempat lain", "Stated elsewhere"),
    "expected_or_other": ("Seharusnya / pembanding", "Expected / compared with"),
    "points": ("poin", "points"),
    "difference": ("Selisih", "Difference"),
    "working": ("Perhitungan", "Working"),
    "basis": ("Dasar", "Basis"),
    "reading": ("Pembacaan", "Reading"),
    "reason": ("Alasan", "Reason"),
    "rule": ("Aturan", "Rule"),
    "message": ("Uraian", "Description"),
    "others": ("Pembanding", "Compared with"),
    "more_places": ("dan {n} tempat lain", "and {n} more"),
    "symptoms": ("Sebab yang sama, {n} pemeriksaan lain", "The same cause in further checks: {n}"),
    "excerpt": ("Kutipan", "Excerpt"),
    "rows_hidden": ("{n} baris tidak ditampilkan", "rows not shown: {n}"),
    "picture": ("Gambar halaman {n}", "Picture of page {n}"),
    "picture_alt": (
        "Potongan halaman {n}. Sel yang dipersoalkan berbingkai tebal; angka pembanding berbingkai putus-putus.",
        "Part of page {n}. The cell in question has a thick frame, the figures compared with it a dashed one.",
    ),
    "picture_line": ("Gambar halaman {n}; baris kalimatnya dibingkai", "Picture of page {n}; the line of the sentence is framed"),
    "picture_line_alt": (
        "Potongan halaman {n}. Baris kalimat yang dipersoalkan berbingkai tebal; angka pembanding berbingkai putus-putus.",
        "Part of page {n}. The line of the sentence in question has a thick frame, the figures compared with it a dashed one.",
    ),
    "pictures_capped": (
        "Gambar halaman dibatasi {limit} per laporan; {n} temuan lain ditunjukkan dengan kutipan tabel saja.",
        "Pictures are limited to {limit} a report; further findings with the table excerpt only: {n}.",
    ),
    "mark_wrong": ("angka yang dipersoalkan", "figure in question"),
    "mark_operand": ("angka pembanding", "figure compared"),
    "legend": ("Tanda", "Marks"),
    "no_findings": ("Tidak ada temuan.", "No findings."),
    "no_findings_note": (
        "Semua perbandingan yang dapat dilakukan menunjukkan angka yang selaras. Bagian yang tidak diperiksa dirinci di bawah.",
        "Every comparison that could be made holds. What was not checked is listed below.",
    ),
    "no_comparisons": (
        "Tidak ada angka yang dapat dibandingkan dalam laporan ini.",
        "There are no figures in this report that could be compared.",
    ),
    "nearly": ("Hampir: hanya pembulatan", "Nearly: rounding only"),
    "nearly_note": (
        "Angka-angka ini berbeda hanya karena desimal dipotong atau kolom diisi nol; bukan temuan.",
        "These figures differ only by cut-off decimals or a padded zero; they are no findings.",
    ),
    "not_checked": ("Yang tidak diperiksa dan sebabnya", "What was not checked, and why"),
    "not_checked_note": (
        "Perbandingan tidak dilakukan bila angkanya kosong, dapat dibaca dua cara, atau pasangannya tidak pasti.",
        "No comparison is made where a figure is missing, can be read in two ways, or its partner is uncertain.",
    ),
    "count": ("Banyaknya", "Count"),
    "problems": ("Yang tidak dapat dibaca", "What could not be read"),
    "no_problems": ("Semua bagian berkas dapat dibaca.", "Everything could be read."),
    "document": ("Dokumen", "Document"),
    "stage": ("Tahap", "Stage"),
    "category": ("Sebab", "Cause"),
    "advice": ("Saran", "Advice"),
    "gates": ("Harapan mutu data yang tidak terpenuhi", "Failed expectations of the data"),
    "gates_note": (
        "Kegagalan ini mengenai alat atau data yang dibacanya, bukan isi laporan; hasil di bawah perlu dibaca dengan hati-hati.",
        "These concern the tool or its data, not the reports; read the results with care.",
    ),
    "unreadable_report": ("Laporan ini tidak dapat dibaca", "This report could not be read"),
    "nothing_compared": ("tidak ada yang dibandingkan", "nothing compared"),
    "partial": ("bukan laporan kinerja lengkap: {why}", "no whole performance report: {why}"),
    "looks_like": ("tampaknya {kind}", "it looks like {kind}"),
    "unknown_kind": ("jenis dokumennya tidak dikenali", "its kind is not known"),
    "lacks_chapters": ("tidak ditemukan Bab {chapters}", "without chapter {chapters}"),
    "partial_reports": ("Tanpa temuan, tetapi bukan laporan kinerja lengkap", "Without findings, but no whole performance reports"),
    "reports": ("Laporan yang diperiksa", "Checked reports"),
    "all_checked": ("{files} diperiksa", "{files} checked"),
    "some_checked": ("{files}: {checked} diperiksa, {unread} tidak terbaca", "{files}: {checked} checked, {unread} could not be read"),
    "count_files": ("{n} berkas", "{n} file", "{n} files"),
    "count_pages_read": ("{n} halaman dibaca", "{n} page read", "{n} pages read"),
    "count_comparisons": ("{n} angka dibandingkan", "{n} comparison made", "{n} comparisons made"),
    "count_entries": ("{n} entri", "{n} entry", "{n} entries"),
    "count_findings": ("{n} temuan", "{n} finding", "{n} findings"),
    "of_severity": ("{n} temuan {severity}", "{n} of severity {severity}"),
    "of_same_cause": ("{n} lain yang bersebab sama", "{n} more of the same cause"),
    "under_graver": (
        "{n} temuan {severity} tercantum pada entri yang lebih berat, karena bersebab sama",
        "{n} of severity {severity} under graver entries, being of the same cause",
    ),
    "joined": ("{entries} ({findings}; yang bersebab sama digabung)", "{entries} ({findings}; those of one cause are joined)"),
    "report": ("Laporan", "Report"),
    "dominant": ("Jenis kesalahan yang paling banyak", "Which kinds of error dominate"),
    "in_reports": ("Laporan yang memuatnya", "Reports with it"),
    "how_to_read": ("Cara membaca", "How to read"),
    "verdict_note": (
        "Lolos: angka selaras. Hampir: beda karena pembulatan saja. Temuan: angka tidak selaras. "
        "Tak diperiksa: tidak dapat atau tidak layak dibandingkan.",
        "Passed: the figures agree. Nearly: rounding only. Finding: the figures contradict each other. Not checked: could not be compared.",
    ),
    "severity_note": (
        "Tinggi: mengubah hasil atau jumlah yang dilaporkan. Sedang: pertentangan antarbagian. Rendah: label, format, ejaan.",
        "High: changes a reported result or total. Medium: parts contradict each other. Low: labels, format, spelling.",
    ),
    "info_note": ("Info: sekadar diketahui.", "Info: worth knowing."),
    "reading_note": (
        "Pembacaan: sel tabel pada tiap temuan dibaca ulang oleh mesin baca lain. Yang dibaca berbeda tidak dijadikan temuan, melainkan "
        "tak diperiksa; yang hanya dibaca satu mesin baca, misalnya kalimat, perlu dicocokkan dengan naskah.",
        "Reading: the table cells of every finding are read again by another engine. Those read differently become no finding "
        "and are listed as not checked; those read by one engine only, such as sentences, are to be compared with the original.",
    ),
    "disclaimer": (
        "Dokumen ini dibuat oleh alat; setiap temuan perlu dipastikan pereviu pada naskah asli sebelum disampaikan.",
        "Made by a tool; a reviewer confirms every finding against the original before it is passed on.",
    ),
    "search": ("Cari", "Search"),
    "search_hint": ("kata; -kata untuk mengecualikan", "words; -word to exclude"),
    "shown": ("{n} dari {all} entri ditampilkan", "entries shown: {n} of {all}"),
    "all_kinds": ("Semua jenis", "All kinds"),
    "filter": ("Saring temuan", "Filter the findings"),
    "back": ("Kembali ke rekapitulasi", "Back to the summary"),
    "contents": ("Isi", "Contents"),
    "list_capped": ("{n} lainnya ada di outcomes.jsonl.", "More in outcomes.jsonl: {n}."),
    "not_read": ("Berkas tidak terbaca", "Files not read"),
    "summary": ("Ringkasan", "Summary"),
    "note": ("Catatan", "Note"),
    "to_findings": ("Kembali ke lembar Temuan", "Back to the findings"),
    "recomputed": ("Hitung ulang", "Recomputed"),
    "result": ("Hasil", "Result"),
    "printed": ("Tercetak", "Printed"),
    "cause": ("Sebab", "Cause"),
    "proposed": ("Usulan", "Proposed"),
    "left": ("Dengan usulan itu pun masih tidak cocok:", "Still wrong with what is proposed:"),
}

_ALL = {"family": FAMILIES, "category": CATEGORIES, "severity": SEVERITIES, "verdict": VERDICTS, "reading": READINGS, "decision": DECISIONS}


def words(lang: str) -> Mapping[str, str]:
    """Every word of the frame in one language, the coded ones as `family.sisa`; an unknown language raises ValueError."""
    if lang not in LANGUAGES:
        raise ValueError(f"bahasa {lang!r} tidak dikenal; pilih {' atau '.join(LANGUAGES)}")
    at = LANGUAGES.index(lang)
    coded = {f"{group}.{code}": pair[at] for group, table in _ALL.items() for code, pair in table.items()}
    return {name: pair[at] for name, pair in (*FRAME.items(), *REVIEW.items(), *PAGE.items())} | coded


def counted(name: str, value: int, lang: str) -> str:
    """A count with its word, in English singular or plural: `counted("count_files", 3, "en")` is 3 files."""
    forms = FRAME[f"count_{name}"]
    form = forms[0] if lang == "id" else forms[1] if value == 1 else forms[-1]
    return form.format(n=number(value, lang))


def clear_reason(reason: str) -> str:
    """A reason for not comparing, as it can stand in a list."""
    return _REASONS.get(reason, reason)


def number(value: int, lang: str) -> str:
    """A count with the language's thousands separator."""
    return f"{value:,}".replace(",", ".") if lang == "id" else f"{value:,}"


def ranges(numbers: list[int]) -> str:
    """1–4, 7: page numbers as people write them."""
    runs: list[list[int]] = []
    for value in sorted(set(numbers)):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
