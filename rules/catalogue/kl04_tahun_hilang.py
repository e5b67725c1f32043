"""After the word year stands a year, with all its digits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.unfinished import cut_years, years


class KL04(Rule):
    """Sesudah kata “pada tahun” tercetak tahunnya, dan tahun anggaran tercetak dengan empat angka.

    “Pada tahun ini”, “pada tahun berjalan” dan yang serupa tidak dihitung.

    Lolos:
        Pendataan keluarga miskin dianggarkan pada tahun 2023 sebesar Rp. 58.289.900 dan terlaksana seluruhnya.

    Temuan:
        Pendataan keluarga miskin dianggarkan pada tahun Rp. 58.289.900 dan terlaksana seluruhnya pada akhir tahun.
    """

    code = "KL04"
    title = "Tahun tidak tercantum atau tidak lengkap"
    family = "kelengkapan"
    severity = Severity.RENDAH
    basis = "kelengkapan penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in (*years(report), *cut_years(report)):
            yield self.outcome(one.result, one.places, one.message, one.severity)
