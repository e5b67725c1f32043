"""Makes the Word templates of the reports anew: pipeline/report/templates/*.docx. An office changes its own copies in Word.

What stands in double braces is filled in by docxtpl; `{%p ... %}` repeats paragraphs and tables, `{%tr ... %}` rows.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from comparison_template import comparison
from docx.document import Document
from word_parts import (
    AGENCY,
    LEADER,
    REGION,
    SOFT,
    WASH,
    WIDTH,
    blank,
    centre,
    fact,
    facts,
    framed,
    grid,
    heading,
    lines,
    listed,
    plain,
    repeated,
    section,
    shade,
    signatures,
    sized,
    whole,
    write,
)

from pipeline.report.word import CHECKLIST, COMPARISON, NOTES, TEMPLATES, repacked

COMPARED = "{{ laporan.dibandingkan|ribuan }} perbandingan angka dan isi"
WORKING = "{% if c.perhitungan %}\nPerhitungan: {{ c.perhitungan }}{% endif %}"
CAUSE = "{% if c.sebab %}\nSebab: {{ c.sebab }}{% endif %}"
COMMON = "Kriteria: {{ k.kriteria }} Dasar: {{ k.dasar }}.\nAkibat: {{ k.akibat }}\nSaran perbaikan: {{ k.saran }}"


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else TEMPLATES
    for name, made in ((NOTES, notes), (CHECKLIST, checklist), (COMPARISON, comparison)):
        out = io.BytesIO()
        made().save(out)
        (folder / name).write_bytes(repacked(out.getvalue()))
        print(folder / name)
    return 0


# ------------------------------------------------------------------ the documents


def notes() -> Document:
    """Catatan Hasil Reviu."""
    document = blank("Catatan Hasil Reviu Laporan Kinerja")
    heading(document, "CATATAN HASIL REVIU", "ATAS {{ laporan.jenis|upper }} TAHUN {{ laporan.tahun }}", AGENCY, REGION)
    facts(
        document,
        (
            ("Perangkat daerah", "{{ laporan.perangkat_daerah }}"),
            ("Wilayah", "{{ laporan.wilayah }}"),
            ("Dokumen", "{{ laporan.berkas }} ({{ laporan.halaman }})"),
            ("Sidik SHA-256", "{{ laporan.sidik }}"),
            (
                "Diperiksa",
                COMPARED + "; {{ laporan.tak_diperiksa|ribuan }} tidak diperiksa",
            ),
            ("Temuan", "{% for k in laporan.keparahan_semua %}{{ k[0]|lower }} {{ k[1] }}{{ ', ' if not loop.last }}{% endfor %}"),
        ),
    )
    section(document, "Catatan utama")
    said = "Catatan disusun menurut keparahan; temuan yang sebabnya sama digabung. Setiap temuan dipastikan pereviu pada naskah asli."
    plain(document, said, SOFT)
    plain(document, "{%p if not laporan.catatan %}")
    plain(document, "Tidak ada catatan utama.")
    plain(document, "{%p endif %}")
    plain(document, "{%p for c in laporan.catatan %}")
    note(document)
    plain(document, "", size=4)
    plain(document, "{%p endfor %}")
    plain(document, "{%p if laporan.catatan_ringan %}")
    section(document, "Catatan label, format, dan ejaan")
    minor(document)
    plain(document, "{%p endif %}")
    lines(document, "laporan.tak_terbaca", "Yang tidak dapat dibaca alat")
    lines(document, "laporan.koreksi", "Bacaan yang dikoreksi pereviu")
    section(document, "Pengesahan")
    signatures(document, LEADER, "Ketua Tim Reviu,", "Mengetahui,\nInspektur,")
    section(document, "Indeks temuan", page=True)
    index(document)
    return document


def checklist() -> Document:
    """The checklist of PermenPANRB 53/2014 Lampiran III."""
    document = blank("Daftar Periksa Reviu Laporan Kinerja")
    heading(document, "DAFTAR PERIKSA REVIU", "{{ laporan.jenis|upper }} TAHUN {{ laporan.tahun }}", AGENCY, REGION)
    facts(document, (("Dokumen", "{{ laporan.berkas }} ({{ laporan.halaman }})"), ("Pedoman", "PermenPANRB 53/2014 Lampiran III")))
    said = (
        "Tanda √ dibubuhkan alat hanya bila hal itu ditemukan dan tempatnya dapat disebut; selebihnya dinilai pereviu. "
        "Lampiran III disusun untuk laporan kinerja tingkat kementerian, lembaga, dan pemerintah daerah; "
        "untuk laporan perangkat daerah daftar ini dipakai sebagai kertas kerja."
    )
    plain(document, said, SOFT)
    widths = (1.3, 6.1, 1.0, 1.4, 3.5, 3.7)
    table = grid(document, widths, ("No", "Pernyataan", "Ya", "Tidak", "Bukti (halaman)", "Catatan"))
    repeated(table, "{%tr for b in bagian %}")
    title = table.add_row()
    merged = title.cells[0].merge(title.cells[-1])
    write(merged, "{{ b.judul }}", bold=True)
    shade(merged, WASH)
    whole(title, keep=True)
    repeated(table, "{%tr for i in b.butir %}")
    row = table.add_row()
    whole(row)
    ticks = ("{{ '√' if i.ya }}", "{{ '√' if i.tidak }}")
    for cell, text in zip(row.cells, ("{{ i.nomor }}", "{{ i.pernyataan }}", *ticks, "{{ i.bukti }}", "{{ i.catatan }}"), strict=True):
        write(cell, text)
        if text in ticks:
            centre(cell)
    repeated(table, "{%tr endfor %}")
    repeated(table, "{%tr endfor %}")
    sized(table, widths)
    plain(document, "", size=4)
    signatures(document, "Pengendali Teknis,", "Pereviu,")
    return document


def note(document: Document) -> None:
    """One note: its head, what was found and what is asked, and room for the answer."""
    table = document.add_table(rows=0, cols=2)
    framed(table)
    head = table.add_row()
    merged = head.cells[0].merge(head.cells[1])
    write(merged, "{{ c.nomor }}. {{ c.jenis }} — {{ c.keparahan|lower }}", bold=True)
    shade(merged, WASH)
    whole(head, header=True, keep=True)
    fact(table, "Letak", "{{ c.letak }}")
    fact(table, "Kondisi", "{{ c.kondisi }}" + WORKING + CAUSE)
    repeated(table, "{%tr if c.tertulis and c.seharusnya %}")
    gap = "Tertulis: {{ c.tertulis }}\nSeharusnya / pembanding: {{ c.seharusnya }}{% if c.selisih %}\nSelisih: {{ c.selisih }}{% endif %}"
    fact(table, "Angka", gap)
    repeated(table, "{%tr endif %}")
    repeated(table, "{%tr if c.gejala %}")
    symptoms = (
        "{% for g in c.gejala %}{{ g.nomor }} ({{ g.letak }}): {{ g.uraian }}{% if not loop.last %}\n{% endif %}{% endfor %}"
        "{% if c.lainnya %}\ndan {{ c.lainnya }} lainnya, lihat indeks{% endif %}"
    )
    fact(table, "Sebab yang sama", symptoms)
    repeated(table, "{%tr endif %}")
    fact(table, "Kriteria", "{{ c.kriteria }}{% if c.dasar %}\nDasar: {{ c.dasar }}{% endif %}")
    fact(table, "Akibat", "{{ c.akibat }}")
    fact(table, "Saran perbaikan", "{{ c.saran }}")
    fact(table, "Tanggapan perangkat daerah", "{{ c.tanggapan }}", room=1.5)
    fact(table, "Tindak lanjut", "", room=1.0, last=True)
    sized(table, (3.6, WIDTH - 3.6))


def minor(document: Document) -> None:
    """Notes that matter less, one row each; what a kind has in common stands above its rows."""
    widths = (1.2, 3.0, 6.6, 3.4, 2.8)
    table = grid(document, widths, ("No", "Letak", "Kondisi", "Tanggapan perangkat daerah", "Tindak lanjut"))
    repeated(table, "{%tr for k in laporan.catatan_ringan %}")
    head = table.add_row()
    merged = head.cells[0].merge(head.cells[-1])
    write(merged, "{{ k.jenis }}", bold=True)
    merged.add_paragraph()
    write(merged, COMMON, size=8.5, at=1)
    shade(merged, WASH)
    whole(head, keep=True)
    repeated(table, "{%tr for c in k.catatan %}")
    row = table.add_row()
    whole(row)
    told = "{{ c.kondisi }}{% if c.tertulis and c.seharusnya %}\nTertulis: {{ c.tertulis }}. Pembanding: {{ c.seharusnya }}.{% endif %}"
    more = "{% for g in c.gejala %}\n{{ g.nomor }} ({{ g.letak }}): {{ g.uraian }}{% endfor %}"
    for cell, text in zip(row.cells, ("{{ c.nomor }}", "{{ c.letak_singkat }}", told + more, "{{ c.tanggapan }}", ""), strict=True):
        write(cell, text, size=8.5)
    repeated(table, "{%tr endfor %}")
    repeated(table, "{%tr endfor %}")
    sized(table, widths)


def index(document: Document) -> None:
    widths = (1.1, 4.0, 2.0, 3.0, 1.4, 2.2, 3.3)
    heads = ("No", "Jenis", "Keparahan", "Letak", "Aturan", "Keputusan", "ID")
    said = ("nomor", "jenis", "keparahan", "letak", "aturan", "keputusan", "id")
    columns = [(head, width, f"{{{{ x.{name} }}}}") for head, width, name in zip(heads, widths, said, strict=True)]
    listed(document, "laporan.indeks", columns, size=8)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
