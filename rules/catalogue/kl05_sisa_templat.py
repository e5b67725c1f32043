"""No instruction of a template is left in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.unfinished import blank_numbers, template_words


class KL05(Rule):
    """Petunjuk pengisian dari templat dan titik-titik yang belum diisi tidak tertinggal di badan laporan.

    Begitu pula nomor peraturan atau lembaran daerah yang belum diisi. Dari petunjuk hanya kalimat tepat di bawah judul yang dimulai
    dengan kata petunjuk. Uraian isi bab dalam sistematika, daftar isi, dan baris tanda tangan tidak dihitung.

    Lolos:
        BAB I PENDAHULUAN
        A. Latar Belakang
        Laporan ini disusun sebagai pertanggungjawaban kinerja dinas.
        BAB II PERENCANAAN KINERJA
        A. Rencana Strategis
        Rencana strategis memuat visi, misi, tujuan dan sasaran dinas.

    Temuan:
        BAB I PENDAHULUAN
        A. Latar Belakang
        Laporan ini disusun sebagai pertanggungjawaban kinerja dinas.
        BAB II PERENCANAAN KINERJA
        A. Rencana Strategis
        Berisikan ringkasan rencana strategis yang menjadi acuan kinerja dinas selama lima tahun.
    """

    code = "KL05"
    title = "Petunjuk templat, titik-titik atau nomor kosong tertinggal"
    family = "kelengkapan"
    severity = Severity.RENDAH
    basis = "kelengkapan penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in (*template_words(report), *blank_numbers(report)):
            yield self.outcome(one.result, one.places, one.message, one.severity)
