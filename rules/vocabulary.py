"""The closed sets of words in which facts are told."""

from __future__ import annotations

from enum import StrEnum


class Measure(StrEnum):
    """What a number says of its subject.

    NILAI is the figure of a year in a column that is headed by the year alone: tonnes, persons, prices. PERUBAHAN is a
    stated rise or fall from one year or version to another.
    """

    PAGU = "pagu"
    REALISASI = "realisasi"
    SISA = "sisa"
    SERAPAN = "serapan"
    SISA_PERSEN = "sisa_persen"
    FISIK = "fisik"
    TARGET = "target"
    KINERJA = "kinerja"
    CAPAIAN = "capaian"
    PREDIKAT = "predikat"
    TARGET_RENSTRA = "target_renstra"
    CAPAIAN_RENSTRA = "capaian_renstra"
    EFISIENSI = "efisiensi"
    JUMLAH = "jumlah"
    NILAI = "nilai"
    PERUBAHAN = "perubahan"
    LAIN = "lain"


AMOUNTS = (Measure.PAGU, Measure.REALISASI, Measure.SISA)
PERCENTAGES = (Measure.SERAPAN, Measure.SISA_PERSEN, Measure.FISIK, Measure.CAPAIAN, Measure.CAPAIAN_RENSTRA)


class Peran(StrEnum):
    """The role of a row in its table."""

    RINCIAN = "rincian"
    TOTAL = "total"
    RATA_RATA = "rata_rata"
    JUDUL = "judul"


class Susunan(StrEnum):
    """How the levels of a table's rows were found; KIRA means they were not proven and nothing may rest on them."""

    DATAR = "datar"
    KODE = "kode"
    NOMOR = "nomor"
    BERDAMPINGAN = "berdampingan"
    NAMA = "nama"
    HITUNGAN = "hitungan"
    KIRA = "kira"


class Jenis(StrEnum):
    """What a table is about."""

    PERJANJIAN_KINERJA = "perjanjian_kinerja"
    CAPAIAN = "capaian"
    ANGGARAN = "anggaran"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    EFISIENSI = "efisiensi"
    SKALA = "skala"
    LAIN = "lain"
