"""A declared scale has one class for every value, and prints what its source prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.scale_defects import Defect, defects


class SK01(Rule):
    """Skala predikat yang dinyatakan laporan tidak bercelah, tidak tumpang tindih, dan sama dengan sumber yang disebutnya.

    Celah menjadi temuan bila capaian laporan jatuh di dalamnya; celah bilangan bulat Permendagri 86/2017 sendiri hanya dicatat.

    Lolos:
        Tabel 3.1 Skala Nilai Peringkat Kinerja
        | Interval Nilai | Kriteria Penilaian |
        | ≥ 91% | Sangat Tinggi |
        | ≥ 76% - < 91% | Tinggi |
        | ≥ 51% - < 76% | Sedang |
        | < 51% | Rendah |

    Temuan:
        Skala nilai peringkat kinerja berdasarkan Permendagri Nomor 86 Tahun 2017 adalah sebagai berikut.

        Tabel 3.1 Skala Nilai Peringkat Kinerja
        | Interval Nilai | Kriteria Penilaian |
        | 91% - 100% | Sangat Tinggi |
        | 76% - 90% | Tinggi |
        | 66% - 75% | Sedang |
        | 51% - 65% | Rendah |
        | < 50% | Sangat Rendah |
    """

    code = "SK01"
    title = "Skala predikat bercelah, tumpang tindih, atau berbeda dari sumbernya"
    family = "skala"
    severity = Severity.RENDAH
    basis = "satu nilai mempunyai tepat satu predikat"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for skala in report.scales:
            for defect in defects(report, skala):
                yield self._outcome(defect)

    def _outcome(self, defect: Defect) -> Outcome:
        outcome = self.outcome(defect.result, defect.places, defect.message, defect.severity)
        return replace(outcome, basis=defect.basis or self.basis)
