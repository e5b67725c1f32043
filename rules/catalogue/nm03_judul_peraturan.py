"""A regulation that is cited by number and year bears its official title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.naming import Hal, Ragam
from rules.outcome import Comparison, Outcome, Severity, Verdict

SHORT = "judul disingkat atau diuraikan dengan kata sendiri"
_MOST_WORDS = 5


class NM03(Rule):
    """Judul peraturan yang disebut dengan nomor dan tahunnya sama dengan judul resminya.

    Hanya peraturan dalam rules/reference/peraturan.csv. Dibiarkan: salah eja satu kata, kata sambung, tanda baca, Pemerintah atau
    Pemerintahan, judul yang disingkat (SAKIP, KKN) atau diuraikan dengan kata sendiri.

    Lolos:
        Laporan ini disusun menurut Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.

    Temuan:
        Laporan ini disusun menurut Instruksi Presiden Nomor 7 Tahun 1999 tentang Laporan Akuntabilitas Kinerja Instansi Pemerintah.
    """

    code = "NM03"
    title = "Judul peraturan tidak sama dengan judul resminya"
    family = "nomenklatur"
    severity = Severity.RENDAH
    basis = "judul resmi peraturan yang disebut"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        yield from (self._outcome(one) for one in report.names.ragam if one.hal == Hal.PERATURAN)

    def _outcome(self, one: Ragam) -> Outcome:
        found = one.selisih
        if not found.hilang and not found.lebih:
            return self.outcome(Comparison(Verdict.LOLOS, one.tertulis, one.mestinya), one.locations)
        told_shortly = any(word.upper() in one.kunci.split() for word in found.lebih)
        if told_shortly or found.sama <= len(found.hilang) or len(found.hilang) + len(found.lebih) > _MOST_WORDS:
            return self.outcome(Comparison(Verdict.TAK_DIPERIKSA, one.tertulis, one.mestinya, reason=SHORT), one.locations)
        message = f"Judulnya tertulis {one.kunci.strip()}; judul resminya: {one.mestinya}."
        return self.outcome(Comparison(Verdict.TEMUAN, one.tertulis, one.mestinya), one.locations, message)
