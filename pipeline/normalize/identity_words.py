"""The words by which a document names its agency, its region and its kind."""

from __future__ import annotations

import re

from pipeline.normalize.reading import words

AGENCY_HEADS: tuple[tuple[str, ...], ...] = (
    ("rumah", "sakit", "umum", "daerah"),
    ("rumah", "sakit"),
    ("satuan", "polisi", "pamong", "praja"),
    ("sekretariat", "daerah"),
    ("sekretariat", "dprd"),
    ("direktorat", "jenderal"),
    ("inspektorat", "jenderal"),
    ("dinas",),
    ("badan",),
    ("biro",),
    ("inspektorat",),
    ("kecamatan",),
    ("kelurahan",),
    ("kementerian",),
    ("kantor",),
    ("lembaga",),
    ("komisi",),
    ("balai",),
    ("rsud",),
)

WHOLE_NAMES = (("inspektorat",), ("sekretariat", "daerah"), ("sekretariat", "dprd"), ("satuan", "polisi", "pamong", "praja"))
"""Heads that are a name by themselves."""

WEAK_HEADS = (("kecamatan",), ("kelurahan",), ("kantor",), ("lembaga",), ("komisi",), ("balai",))
"""Heads that prose uses for much else: they name an agency only where they begin a line of the cover."""

AGENCY_ENDS = words(
    """
    kabupaten kab kota provinsi propinsi prov tahun nomor no ta t.a yang adalah sebagai jalan jl jln telp bab laporan
    lakip lkjip lkip lkj kinerja dinas badan biro kantor kecamatan kelurahan sekretariat inspektorat rumah satuan kepala
    pemerintah rencana renstra perjanjian kata daftar ikhtisar iku pk dpa dppa opd skpd se tabel bulan triwulan republik
    dan/atau halaman page ir drs dr h nip pembina i ii iii iv dalam pada telah mempunyai merupakan selanjutnya sasaran
    jumlah realisasi sumber kode meningkatnya
    """
)
"""Where a name ends: regions, titles and other agencies."""

REGION_HEADS: tuple[tuple[str, ...], ...] = (("kabupaten",), ("kota",), ("provinsi",), ("propinsi",), ("kab", "."), ("prov", "."))

NOT_A_REGION = AGENCY_ENDS | words(
    """
    dan se lain lainnya sehat layak / - , induk administrasi terkait kreatif besar kecil daerah apbd apbn dki rt rw kec
    kecamatan desa maupun atau ini tersebut itu
    """
)

GLUED_ENDS = ("provinsi", "kabupaten")
"""What a line in spaced letters leaves glued to the next word, and a name ends there too."""

NOT_AGENCIES = words(
    """
    jabatan beserta operasional harian lapangan luar roda kelas usaha layanan hukum terkait teknis lain lainnya
    """
)
"""Behind a head, words of things that are no agencies: perjalanan dinas luar, kendaraan dinas operasional, badan usaha."""

CONNECTIVES = frozenset(("dan", "serta", ",", "&", "untuk"))

MINISTRIES = ("Kementerian", "Direktorat Jenderal", "Inspektorat Jenderal", "Komisi", "Lembaga")

NOT_OF_THE_REPORT = ("Renstra",)
"""Kinds of document that speak of several years."""

REPORTS = frozenset(("LKjIP", "LKIP", "LAKIP", "Laporan Kinerja"))
"""Kinds of document that account for a year; they speak of the plan and of the agreement which they account for."""

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("LKjIP", re.compile(r"\bLKJIP\b", re.IGNORECASE)),
    ("LKIP", re.compile(r"\bLKIP\b", re.IGNORECASE)),
    ("LAKIP", re.compile(r"\bLAKIP\b|laporan\s+akuntabilitas\s+kinerja", re.IGNORECASE)),
    ("LKIP", re.compile(r"laporan\s+kinerja\s+(?:instansi\s+pemerintah|tahunan)", re.IGNORECASE)),
    ("Laporan Kinerja", re.compile(r"laporan\s+kinerja", re.IGNORECASE)),
    ("Laporan Kinerja", re.compile(r"^(?:bab\s+iii\W{0,4})?akuntabilitas\s+kinerja\b", re.IGNORECASE)),
    ("Renstra", re.compile(r"rencana\s+strate[gj]is|\brenstra\b", re.IGNORECASE)),
    ("Perjanjian Kinerja", re.compile(r"(?:perjanjian|penetapan)\s+kinerja", re.IGNORECASE)),
    ("IKU", re.compile(r"indikator\s+kinerja\s+utama", re.IGNORECASE)),
    ("Rencana Kerja", re.compile(r"rencana\s+kerja|\brenja\b", re.IGNORECASE)),
    (
        "Realisasi Anggaran",
        re.compile(r"realisasi\s+(?:anggaran|fisik|keuangan|kinerja\s+pada\s+triwulan|apbd)|laporan\s+realisasi", re.IGNORECASE),
    ),
)
"""Kinds of document by the words of their titles, the more telling first."""
