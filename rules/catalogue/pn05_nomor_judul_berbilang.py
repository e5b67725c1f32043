"""Titles that count themselves carry the number or letter that they name, and dotted numbers count on without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.heading_order import of_another_chapter, out_of_order
from rules.outcome import Outcome, Severity, Verdict
from rules.section_numbers import odd_among_counted


class PN05(Rule):
    """Judul yang menyebut urutannya sendiri (Indikator Kinerja 1, Indikator Kinerja 2) bernomor atau berhuruf menurut urutan itu.

    Hanya bila semua judul serupa lainnya dalam bab itu bernomor demikian. Nomor bertitik (3.1.1, 3.1.2) berurutan di bawah nomor
    bagiannya; nomor yang terlewat hanya menjadi temuan bila tidak tercetak di mana pun dalam laporan.

    Lolos:
        A. Indikator Kinerja 1: Cakupan Layanan Sosial
        Cakupan layanan sosial tahun ini dihitung dari jumlah penerima layanan.
        B. Indikator Kinerja 2: Peran Serta Masyarakat
        Peran serta masyarakat dihitung dari jumlah lembaga yang aktif.
        C. Indikator Kinerja 3: Nilai Akuntabilitas
        Nilai akuntabilitas diperoleh dari hasil evaluasi tahun sebelumnya.

    Temuan:
        A. Indikator Kinerja 1: Cakupan Layanan Sosial
        Cakupan layanan sosial tahun ini dihitung dari jumlah penerima layanan.
        8. Indikator Kinerja 2: Peran Serta Masyarakat
        Peran serta masyarakat dihitung dari jumlah lembaga yang aktif.
        C. Indikator Kinerja 3: Nilai Akuntabilitas
        Nilai akuntabilitas diperoleh dari hasil evaluasi tahun sebelumnya.
    """

    code = "PN05"
    title = "Nomor judul tidak sesuai urutannya"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in (*odd_among_counted(report.lines), *out_of_order(report), *of_another_chapter(report)):
            yield self.outcome(one.result, one.places, one.message, one.severity)
