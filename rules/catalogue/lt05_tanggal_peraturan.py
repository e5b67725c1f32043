"""A regulation is dated, and printed in the state gazette, in the year of its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict


class LT05(Rule):
    """Tahun nomor peraturan sama dengan tahun tanggal penetapannya, dan dengan tahun Lembaran Negara di belakangnya.

    Keputusan kepala perangkat daerah dan surat tidak selalu bernomor menurut tahun, tetapi yang menyebut "Nomor ... Tahun ..." bernomor
    begitu. Yang dibandingkan hanya tanggal yang langsung mengikuti nomornya, dan Lembaran Negara undang-undang, peraturan pemerintah
    dan peraturan presiden; Berita Negara dan Lembaran Daerah dapat terbit pada tahun berikutnya.

    Lolos:
        Rencana Strategis itu ditetapkan dengan Peraturan Bupati Nomor 25 Tahun 2022 tanggal 31 Maret 2022.

    Temuan:
        Rencana Strategis itu ditetapkan dengan Peraturan Bupati Nomor 25 Tahun 2022 tanggal 31 Maret 2023.
    """

    code = "LT05"
    title = "Tahun nomor peraturan berbeda dari tahun tanggal atau Lembaran Negaranya"
    family = "label_tahun"
    severity = Severity.RENDAH
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for law in report.said.dated_laws:
            verdict = Verdict.LOLOS if law.year == law.other_year else Verdict.TEMUAN
            gazette = law.other[0] in "Ll"
            result = Comparison(verdict, law.other, f"{'Lembaran Negara' if gazette else 'tanggal dalam'} tahun {law.year}")
            message = f"{law.name} disebut {'dimuat dalam' if gazette else 'bertanggal'} {law.other}; tahun nomornya {law.year}."
            yield self.outcome(result, (law.location,), message)
