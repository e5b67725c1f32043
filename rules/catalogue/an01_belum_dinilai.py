"""What one place of a report calls not yet assessed has no value in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.awaited import awaited
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.telling import shortened


class AN01(Rule):
    """Indikator yang dalam satu kalimat disebut belum dinilai tidak mempunyai realisasi tahun itu di tempat lain.

    Kalimatnya dikaitkan dengan indikator yang targetnya disebut di dalamnya, atau dengan satu-satunya indikator nilai AKIP. Yang tidak
    dapat dikaitkan tidak diperiksa, begitu pula realisasi tahun lain.

    Lolos:
        Laporan Kinerja Tahun 2021

        Tabel 3.2 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi |
        | Nilai SAKIP Dinas Sosial | 80 | - |
        | Cakupan Penanganan PMKS | 94,33 | 90,02 |

        Nilai SAKIP Dinas Sosial dengan target 80 belum ada hasil penilaian sampai laporan ini disusun.

    Temuan:
        Laporan Kinerja Tahun 2021

        Tabel 3.2 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi |
        | Nilai SAKIP Dinas Sosial | 80 | 74,76 |
        | Cakupan Penanganan PMKS | 94,33 | 90,02 |

        Nilai SAKIP Dinas Sosial dengan target 80 belum ada hasil penilaian sampai laporan ini disusun.
    """

    code = "AN01"
    title = "Disebut belum dinilai, padahal nilainya dimuat di tempat lain"
    family = "beda_antar_narasi"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.1"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in awaited(report):
            said = f"{shortened(one.name)} disebut “{one.result.stated}”"
            yield self.outcome(one.result, one.places, f"{said}, sedangkan di tempat lain realisasinya {one.result.expected}.")
