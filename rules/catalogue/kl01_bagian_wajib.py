"""A performance report holds the parts that the regulation asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.mandated import parts_of
from rules.outcome import Outcome, Severity, Verdict


class KL01(Rule):
    """Laporan kinerja memuat bagian yang diminta PermenPANRB 53/2014: tiap bagian ditemukan, hanya disebut, atau tidak ada.

    Judul bab dan bagian boleh lain; yang dicari isinya. Dokumen yang hanya satu bab atau lampiran, laporan dengan halaman berupa gambar,
    naskah pendek yang tidak memuat banyak bagian sekaligus, dan dokumen yang bukan laporan kinerja tidak dinyatakan kurang.
    Perbandingan dengan standar nasional hanya diminta bila standarnya ada, dan lampiran boleh berkas tersendiri. Pernyataan telah
    direviu tidak diminta dari perangkat daerah.

    Lolos:
        LAPORAN KINERJA DINAS SOSIAL TAHUN 2021
        BAB III AKUNTABILITAS KINERJA
        3.1 Analisis Efisiensi Penggunaan Sumber Daya
        Efisiensi dihitung dari selisih capaian kinerja dan penyerapan anggaran.
        3.2 Realisasi Anggaran
        Anggaran dinas sosial tahun 2021 terserap hampir seluruhnya.

    Temuan:
        LAPORAN KINERJA DINAS SOSIAL TAHUN 2021
        BAB I PENDAHULUAN
        1.1 Gambaran Umum Organisasi
        1.2 Isu Strategis
        BAB II PERENCANAAN KINERJA
        2.1 Perjanjian Kinerja
        BAB III AKUNTABILITAS KINERJA
        3.1 Target dan Realisasi Kinerja
        3.2 Perbandingan dengan Tahun Sebelumnya
        3.3 Perbandingan dengan Target Renstra
        3.4 Program dan Kegiatan yang Menunjang
        3.5 Realisasi Anggaran
        BAB IV PENUTUP
        4.1 Langkah Perbaikan
        Langkah perbaikan diarahkan pada penambahan petugas di kecamatan.
    """

    code = "KL01"
    title = "Bagian wajib laporan kinerja tidak ditemukan"
    family = "kelengkapan"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one, part in parts_of(report):
            outcome = self.outcome(one.result, one.places, one.message, one.severity)
            yield replace(outcome, basis=f"{self.basis}, {part}")
