"""The Word template of Hasil Perbandingan Dua Penyampaian."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.shared import RGBColor
from word_parts import AGENCY, LEADER, REGION, SOFT, WIDTH, Column, blank, facts, heading, lines, listed, plain, section, signatures

from pipeline.report.compared import UNASKED
from pipeline.report.word import NAMES
from pipeline.report.words import words

SPOKEN = words("id")
WARNING = RGBColor(0x9B, 0x1C, 0x1C)
REMARK = "{% if x.keterangan %}\nCatatan: {{ x.keterangan }}{% endif %}"
TOLD = "{{ x.uraian }}\n{{ x.letak_singkat }} · {{ x.jenis }} ({{ x.aturan }})" + REMARK
SPOT = "{{ x.baris or x.letak }}\n{{ x.letak_singkat }}" + REMARK
NUMBER: Column = ("No", 1.0, "{{ x.nomor }}")
GRAVE: Column = ("No", 1.5, "{{ x.nomor }}\n{{ x.keparahan|lower }}")
# As wide as an amount with its sen.
BEFORE: Column = ("Tertulis dahulu", 3.1, "{{ x.dahulu }}")
AFTER: Column = ("Tertulis sekarang", 3.1, "{{ x.sekarang }}")
EXPECTED: Column = ("Seharusnya / pembanding", 3.1, "{{ x.seharusnya }}")
DIFFERENCE: Column = ("Selisih", 2.4, "{{ x.selisih }}")
RESULTS: tuple[Column, ...] = (
    ("Hasil", 4.2, "{{ x.nama }}"),
    ("Banyaknya", 2.3, "{{ x.banyaknya|ribuan }}"),
    ("Artinya", 10.5, "{{ x.arti }}"),
)
EXPLAINED: Column = ("Penjelasan perangkat daerah", 2.9, "")
# What is told of each kind beside the finding or the place, which takes the rest of the page.
LISTS: Mapping[str, tuple[Column, ...]] = {
    "fresh": (AFTER, EXPECTED),
    "still": (BEFORE, AFTER, EXPECTED),
    "unasked": (BEFORE, AFTER, DIFFERENCE, EXPLAINED),
    "lost": (BEFORE, EXPECTED),
    "repaired": (BEFORE, AFTER, EXPECTED),
}


def comparison() -> Document:
    """Hasil Perbandingan Dua Penyampaian."""
    title = "Hasil Perbandingan Dua Penyampaian"
    document = blank(title)
    heading(document, title.upper(), "{{ laporan.jenis|upper }} TAHUN {{ laporan.tahun }}", AGENCY, REGION)
    told = [
        row
        for label, side in (("Penyampaian lama", "lama"), ("Penyampaian baru", "baru"))
        for row in (
            (label, f"{{{{ laporan.{side}.berkas }}}} ({{{{ laporan.{side}.halaman }}}})"),
            ("Sidik SHA-256", f"{{{{ laporan.{side}.sidik }}}}"),
        )
    ]
    found = "{{ laporan.lama.temuan|ribuan }} pada penyampaian lama, {{ laporan.baru.temuan|ribuan }} pada penyampaian baru"
    facts(document, (*told, ("Temuan", found), ("Angka tabel", "{{ laporan.angka }}")))
    plain(document, "{%p if laporan.peringatan %}")
    plain(document, "{{ laporan.peringatan }}", WARNING)
    plain(document, "{%p endif %}")
    section(document, "Ringkasan")
    listed(document, "laporan.hasil", RESULTS)
    said = "Hasil ini disusun alat dari kedua berkas; pereviu memastikannya pada naskah asli sebelum disampaikan."
    plain(document, said, SOFT)
    for kind, columns in LISTS.items():
        name = NAMES[kind]
        section(document, SPOKEN[kind])
        plain(document, SPOKEN[f"{kind}_note"], SOFT)
        plain(document, f"{{%p if not laporan.{name}.butir %}}")
        plain(document, "Tidak ada.")
        plain(document, "{%p else %}")
        number, what, said = (NUMBER, "Letak", SPOT) if kind == UNASKED else (GRAVE, "Temuan", TOLD)
        rest = WIDTH - sum(width for _, width, _ in (number, *columns))
        listed(document, f"laporan.{name}.butir", (number, (what, rest, said), *columns))
        plain(document, f"{{%p if laporan.{name}.lainnya %}}")
        plain(document, f"dan {{{{ laporan.{name}.lainnya|ribuan }}}} lainnya; semuanya ada dalam bentuk XLSX")
        plain(document, "{%p endif %}")
        plain(document, "{%p endif %}")
    lines(document, "laporan.tak_terbaca", "Yang tidak dapat dibaca alat")
    section(document, "Pengesahan")
    signatures(document, LEADER, "Ketua Tim Reviu,", "Mengetahui,\nInspektur,")
    return document
