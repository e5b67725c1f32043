"""Two sentences on the same money state the same figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import Measure, ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.told_twice import told_twice

_NAMES = {Measure.PAGU: "Anggaran", Measure.REALISASI: "Realisasi", Measure.SERAPAN: "Persentase realisasi"}


class AN02(Rule):
    """Dua kalimat tentang anggaran yang sama memuat pagu, realisasi dan persentase yang sama.

    Kalimat dikaitkan bila pagu dan realisasinya sama persis, atau bila program atau kegiatannya dan salah satu jumlah uangnya sama.
    Kalimat tentang anggaran yang berubah atau beberapa sumber dana tidak diperiksa.

    Lolos:
        Anggaran dekonsentrasi sebesar Rp. 34.438.482.000,- dengan realisasi sebesar Rp. 32.931.467.320,- atau 95,62%.

        Anggaran yang bersumber dari APBN berjumlah Rp. 34.438.482.000,- dengan realisasi sebesar Rp. 32.931.467.320,- atau 95,62%.

    Temuan:
        Anggaran dekonsentrasi sebesar Rp. 34.438.482.000,- dengan realisasi sebesar Rp. 32.931.467.320,- atau 95,62%.

        Anggaran yang bersumber dari APBN berjumlah Rp. 34.438.482.000,- dengan realisasi sebesar Rp. 32.931.467.320,- atau 98%.
    """

    code = "AN02"
    title = "Dua kalimat memuat angka yang berbeda untuk anggaran yang sama"
    family = "beda_antar_narasi"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in told_twice(report):
            said = f"{_NAMES[one.measure]} tertulis {one.result.stated} dalam kalimat ini"
            yield self.outcome(
                one.result, one.places, f"{said}, tetapi {one.result.expected} dalam kalimat lain tentang anggaran yang sama."
            )
