"""The border between two classes of a scale belongs to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.scale_defects import missed_borders


class SK02(Rule):
    """Nilai batas antara dua kelas skala termasuk dalam salah satunya: bukan "> 80" di atas "< 80".

    Celah yang lebih lebar, dan batas yang menjadi nilai capaian laporan, diperiksa oleh SK01. Skala yang bukan untuk persentase capaian
    tidak diperiksa.

    Lolos:
        Tabel 3.1 Skala Penilaian Capaian Kinerja
        | Nilai | Kriteria |
        | > 100 | Sangat Baik |
        | ≥ 80 – 100 | Baik |
        | ≥ 50 – < 80 | Cukup |
        | < 50 | Kurang |

    Temuan:
        Tabel 3.1 Skala Penilaian Capaian Kinerja
        | Nilai | Kriteria |
        | > 100 | Sangat Baik |
        | > 80 – 100 | Baik |
        | > 50 – < 80 | Cukup |
        | < 50 | Kurang |
    """

    code = "SK02"
    title = "Nilai batas tidak termuat dalam kelas mana pun"
    family = "skala"
    severity = Severity.RENDAH
    basis = "satu nilai mempunyai tepat satu predikat"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for skala in report.scales:
            defect = missed_borders(report, skala)
            if defect is not None:
                yield self.outcome(defect.result, defect.places, defect.message)
