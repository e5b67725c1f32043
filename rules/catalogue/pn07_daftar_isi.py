"""The table of contents names the headings of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.contents import contents_and_headings, years_of_titles
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict


class PN07(Rule):
    """Daftar isi memuat judul bagian seperti yang tercetak di badan laporan, dengan nomor atau huruf yang sama.

    Tahun dalam judulnya juga sama, di daftar isi dan di sistematika. Nomor halaman tidak diperiksa. Bab yang judul-judulnya tidak semua
    terbaca tidak diperiksa; beda ejaan dan singkatan tidak dihitung.

    Lolos:
        DAFTAR ISI
        BAB I PENDAHULUAN ..... 1
        1.1 Latar Belakang ..... 1
        1.2 Dasar Hukum ..... 2
        BAB II PERENCANAAN KINERJA ..... 5
        2.1 Rencana Strategis ..... 5

        BAB I PENDAHULUAN
        1.1 Latar Belakang
        Laporan ini disusun sebagai pertanggungjawaban kinerja dinas.
        1.2 Dasar Hukum
        Laporan ini disusun berdasarkan peraturan yang berlaku.
        BAB II PERENCANAAN KINERJA
        2.1 Rencana Strategis
        Rencana strategis memuat visi, misi, tujuan dan sasaran dinas.

    Temuan:
        DAFTAR ISI
        BAB I PENDAHULUAN ..... 1
        1.1 Latar Belakang ..... 1
        1.2 Dasar Hukum ..... 2
        1.3 Peran Organisasi ..... 3
        BAB II PERENCANAAN KINERJA ..... 5
        2.1 Rencana Strategis ..... 5

        BAB I PENDAHULUAN
        1.1 Latar Belakang
        Laporan ini disusun sebagai pertanggungjawaban kinerja dinas.
        1.2 Dasar Hukum
        Laporan ini disusun berdasarkan peraturan yang berlaku.
        BAB II PERENCANAAN KINERJA
        2.1 Rencana Strategis
        Rencana strategis memuat visi, misi, tujuan dan sasaran dinas.
    """

    code = "PN07"
    title = "Daftar isi tidak sesuai judul di badan laporan"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in (*contents_and_headings(report.lines), *years_of_titles(report.lines)):
            yield self.outcome(one.result, one.places, one.message, one.severity)
