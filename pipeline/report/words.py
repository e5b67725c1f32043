"""The words of the reports' own frame, in Indonesian and in English; what is said of a report stays Indonesian."""

from __future__ import annotations

from collections.abc import Mapping

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
    "confirmed": ("Dibaca sama oleh dua mesin baca", "Read alike by independent engines"),
    "single": ("Dibaca oleh satu mesin; cocokkan dengan naskah", "Read by one engine; compare with the original"),
}

DECISIONS = {"sah": ("Sah", "Valid"), "salah baca": ("Salah baca", "Misread"), "dapat dijelaskan": ("Dapat dijelaskan", "Can be explained")}

FRAME = {
    "product": ("Hasil pemeriksaan keselarasan angka laporan kinerja", "Consistency check of a performance report"),
    "batch_title": ("Rekapitulasi pemeriksaan laporan kinerja", "Batch of checked performance reports"),
    "unknown_agency": ("Perangkat daerah tidak terbaca", "Agency not found"),
    "unknown": ("tidak terbaca", "not found"),
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
    "pages_total": ("jumlah halaman", "pages"),
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
    "comparisons": ("Perbandingan", "Comparisons"),
    "total": ("Jumlah", "Total"),
    "severity": ("Keparahan", "Severity"),
    "stated": ("Tertulis", "Stated"),
    "expected": ("Seharusnya", "Expected"),
    "difference": ("Selisih", "Difference"),
    "working": ("Perhitungan", "Working"),
    "basis": ("Dasar", "Basis"),
    "reading": ("Pembacaan", "Reading"),
    "decision": ("Keputusan", "Decision"),
    "reason": ("Alasan", "Reason"),
    "rule": ("Aturan", "Rule"),
    "message": ("Uraian", "Description"),
    "others": ("Pembanding", "Compared with"),
    "more_places": ("dan {n} tempat lain", "and {n} more places"),
    "symptoms": ("Sebab yang sama, {n} pemeriksaan lain", "The same cause in {n} further checks"),
    "excerpt": ("Kutipan", "Excerpt"),
    "rows_hidden": ("{n} baris tidak ditampilkan", "{n} rows not shown"),
    "columns_hidden": ("kolom tidak ditampilkan", "columns not shown"),
    "picture": ("Gambar halaman {n}", "Picture of page {n}"),
    "picture_alt": (
        "Potongan halaman {n}. Sel yang dipersoalkan berbingkai tebal; angka pembanding berbingkai putus-putus.",
        "Part of page {n}. The cell in question has a thick frame, its operands a dashed one.",
    ),
    "pictures_capped": (
        "Gambar halaman dibatasi {limit} per laporan; {n} temuan lain ditunjukkan dengan kutipan tabel saja.",
        "Pictures are limited to {limit} a report; {n} further findings have the table excerpt only.",
    ),
    "mark_wrong": ("angka yang dipersoalkan", "figure in question"),
    "mark_operand": ("angka pembanding", "operand"),
    "legend": ("Tanda", "Marks"),
    "no_findings": ("Tidak ada temuan.", "No findings."),
    "no_findings_note": (
        "Semua perbandingan yang dapat dilakukan menunjukkan angka yang selaras. Bagian yang tidak diperiksa dirinci di bawah.",
        "Every comparison that could be made holds. What was not checked is listed below.",
    ),
    "no_comparisons": (
        "Tidak ada angka yang dapat diperbandingkan dalam laporan ini.",
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
    "unreadable": ("tidak terbaca", "not read"),
    "unreadable_report": ("Laporan ini tidak dapat dibaca", "This report could not be read"),
    "nothing_compared": ("tidak ada yang diperbandingkan", "nothing compared"),
    "reports": ("Laporan yang diperiksa", "Checked reports"),
    "report": ("Laporan", "Report"),
    "dominant": ("Jenis kesalahan yang paling banyak", "Which kinds of error dominate"),
    "in_reports": ("Laporan yang memuatnya", "Reports with it"),
    "share": ("Bagian", "Share"),
    "how_to_read": ("Cara membaca", "How to read"),
    "verdict_note": (
        "Lolos: angka selaras. Hampir: beda karena pembulatan saja. Temuan: angka tidak selaras. "
        "Tak diperiksa: tidak dapat atau tidak pantas diperbandingkan.",
        "Passed: the figures agree. Nearly: rounding only. Finding: the figures contradict each other. Not checked: could not be compared.",
    ),
    "severity_note": (
        "Tinggi: mengubah hasil atau jumlah yang dilaporkan. Sedang: pertentangan antarbagian. Rendah: label, format, ejaan. "
        "Info: sekadar diketahui.",
        "High: changes a reported result or total. Medium: parts contradict each other. Low: labels, format, spelling. "
        "Info: worth knowing.",
    ),
    "disclaimer": (
        "Dokumen ini dibuat oleh alat; setiap temuan perlu dipastikan pereviu pada naskah asli sebelum disampaikan.",
        "Made by a tool; a reviewer confirms every finding against the original before it is passed on.",
    ),
    "search": ("Cari", "Search"),
    "search_hint": ("kata; -kata untuk mengecualikan", "words; -word to exclude"),
    "shown": ("{n} dari {all} entri ditampilkan", "{n} of {all} entries shown"),
    "all_kinds": ("Semua jenis", "All kinds"),
    "filter": ("Saring temuan", "Filter the findings"),
    "back": ("Kembali ke rekapitulasi", "Back to the batch"),
    "contents": ("Isi", "Contents"),
    "link": ("Tautan tetap ke temuan ini", "Permanent link to this finding"),
    "list_capped": ("{n} lainnya ada di outcomes.jsonl.", "{n} more are in outcomes.jsonl."),
    "not_read": ("Berkas tidak terbaca", "Files not read"),
    "entries": ("entri", "entries"),
    "summary": ("Ringkasan", "Summary"),
    "note": ("Catatan", "Note"),
    "to_findings": ("Kembali ke lembar Temuan", "Back to the findings"),
    "cause": ("Sebab", "Cause"),
}

_ALL = {"family": FAMILIES, "category": CATEGORIES, "severity": SEVERITIES, "verdict": VERDICTS, "reading": READINGS, "decision": DECISIONS}


def words(lang: str) -> Mapping[str, str]:
    """Every word of the frame in one language, the coded ones as `family.sisa`; an unknown language raises ValueError."""
    if lang not in LANGUAGES:
        raise ValueError(f"bahasa {lang!r} tidak dikenal; pilih {' atau '.join(LANGUAGES)}")
    at = LANGUAGES.index(lang)
    coded = {f"{group}.{code}": pair[at] for group, table in _ALL.items() for code, pair in table.items()}
    return {name: pair[at] for name, pair in FRAME.items()} | coded


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
