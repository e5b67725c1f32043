"""A regulation whose title is known is cited by its own kind, number and year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.naming import Hal, Ragam
from rules.outcome import Comparison, Outcome, Severity, Verdict


class NM10(Rule):
    """Jenis, nomor dan tahun peraturan yang disebut sama dengan peraturan yang berjudul itu.

    Hanya judul dalam rules/reference/peraturan.csv yang disebut lengkap, dan hanya bila jenis, nomor atau tahunnya saja yang berbeda,
    serta hanya satu peraturan yang mungkin dimaksud.

    Lolos:
        Laporan ini disusun menurut Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.

    Temuan:
        Laporan ini disusun menurut Peraturan Presiden Nomor 29 Tahun 2015 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.
    """

    code = "NM10"
    title = "Jenis, nomor atau tahun peraturan tidak sesuai dengan judulnya"
    family = "nomenklatur"
    severity = Severity.RENDAH
    basis = "judul resmi peraturan yang disebut"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        yield from (self._outcome(one) for one in report.names.ragam if one.hal == Hal.KUTIPAN)

    def _outcome(self, one: Ragam) -> Outcome:
        if not one.selisih.hilang:
            return self.outcome(Comparison(Verdict.LOLOS, one.tertulis, one.mestinya), one.locations)
        message = f"{one.kunci} tertulis sebagai {one.tertulis}; judul itu milik {one.mestinya}."
        return self.outcome(Comparison(Verdict.TEMUAN, one.tertulis, one.mestinya), one.locations, message)
