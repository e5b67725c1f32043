"""After the sign of money stands an amount."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.unfinished import amounts


class KL03(Rule):
    """Sesudah Rp tercetak jumlah uang, bukan persen dan bukan tempat kosong.

    Rp di ujung kalimat atau baris tidak diperiksa, karena jumlahnya mungkin tercetak di baris berikutnya.

    Lolos:
        Program rehabilitasi sosial dianggarkan sebesar Rp. 1.160.751.000,- dengan realisasi sebesar Rp. 1.131.148.090,- pada akhir tahun.

    Temuan:
        Program rehabilitasi sosial dianggarkan sebesar Rp. 1.160.751.000,- dengan realisasi sebesar Rp. 97,45% pada akhir tahun.
    """

    code = "KL03"
    title = "Jumlah rupiah tidak ada"
    family = "kelengkapan"
    severity = Severity.SEDANG
    basis = "kelengkapan penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in amounts(report):
            yield self.outcome(one.result, one.places, one.message, one.severity)
