"""Two tables that state one thing of one year print the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.differences import differences
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict


class BT01(Rule):
    """Pagu, realisasi, target dan capaian hal yang sama pada tahun yang sama tertulis sama di semua tabel.

    Anggaran murni dan perubahan, target tahunan dan target Renstra, serta angka triwulan tidak saling dibandingkan. Yang dianggap
    keliru adalah yang berbeda dari kebanyakan tabel, lalu yang kemudian dari perjanjian kinerja, lalu yang tidak cocok dengan barisnya
    sendiri, lalu yang lebih jarang disebut di tempat lain. Tanda "-" di tempat tabel lain memuat angka juga temuan. Tidak diperiksa
    bila tahunnya tidak pasti.

    Lolos:
        Tabel 2.4 Perjanjian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target |
        | 1 | Cakupan Penanganan PMKS | 94,33 |
        | 2 | Predikat Akuntabilitas Kinerja | 80 |

        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target | Realisasi |
        | 1 | Cakupan Penanganan PMKS | 94,33 | 90,02 |
        | 2 | Predikat Akuntabilitas Kinerja | 80 | 74,76 |

    Temuan:
        Tabel 2.4 Perjanjian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target |
        | 1 | Cakupan Penanganan PMKS | 94,33 |
        | 2 | Predikat Akuntabilitas Kinerja | 80 |

        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target | Realisasi |
        | 1 | Cakupan Penanganan PMKS | 70,32 | 90,02 |
        | 2 | Predikat Akuntabilitas Kinerja | 80 | 74,76 |
    """

    code = "BT01"
    title = "Dua tabel memuat angka yang berbeda untuk hal yang sama"
    family = "beda_antar_tabel"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran III angka III.4"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in differences(report):
            yield self.outcome(one.result, one.places, one.message, one.severity, one.cause)
