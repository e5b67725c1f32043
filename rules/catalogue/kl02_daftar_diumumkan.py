"""What a sentence announces follows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.unfinished import announcements


class KL02(Rule):
    """Kalimat yang berakhir dengan “sebagai berikut:” diikuti oleh daftar, uraian, atau tabel yang diumumkannya.

    Temuan hanya bila yang mengikutinya judul bagian berikutnya, atau tabel anggaran padahal yang diumumkan perbaikan, kendala, atau saran.
    Di PDF, kalimat di kaki halaman atau di atas ruang kosong diperiksa hanya bila halaman-halamannya tidak memuat gambar.

    Lolos:
        A. Nilai Akuntabilitas
        Hasil evaluasi akuntabilitas kinerja dinas perlu diperbaiki dalam hal sebagai berikut :
        1. Penyusunan pohon kinerja
        2. Pengumpulan data kinerja
        B. Realisasi Anggaran
        Realisasi anggaran dinas tahun ini diuraikan menurut programnya.

    Temuan:
        A. Nilai Akuntabilitas
        Hasil evaluasi akuntabilitas kinerja dinas perlu diperbaiki dalam hal sebagai berikut :
        B. Realisasi Anggaran
        Realisasi anggaran dinas tahun ini diuraikan menurut program dan kegiatan yang dilaksanakan.
    """

    code = "KL02"
    title = "Daftar yang diumumkan tidak ada"
    family = "kelengkapan"
    severity = Severity.SEDANG
    basis = "kelengkapan penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in announcements(report):
            yield self.outcome(one.result, one.places, one.message, one.severity)
