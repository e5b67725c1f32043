"""A predikat is the one that its scale gives the number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.graded import Graded, in_prose, in_table
from rules.outcome import Outcome, Severity, Verdict
from rules.predikat import tables_with_predikat


class PK01(Rule):
    """Predikat sebuah capaian sesuai dengan skala yang dinyatakan laporan, pada tabel maupun dalam kalimat.

    Capaian diuji sebagaimana tercetak dan sebagaimana dihitung dari target dan realisasi; satu yang cocok sudah cukup. Nilai
    di celah skala boleh berpredikat salah satu tetangganya, nilai di atas kelas teratas berpredikat kelas itu. Predikat dalam
    kalimat juga dibandingkan dengan predikat angka yang sama pada tabel. Predikat rata-rata laporan yang berbeda antara kalimat
    dan tabel dicatat ringan bila angkanya juga berbeda, kecuali rata-rata baris tabel sendiri berpredikat seperti tertulis di sana.

    Lolos:
        Tabel 3.1 Skala Nilai Peringkat Kinerja
        | Interval Nilai | Kriteria |
        | 91% ≤ 100% | Sangat Tinggi |
        | 76% ≤ 90% | Tinggi |
        | ≤ 75% | Rendah |

        Tabel 3.2 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi | Capaian (%) | Kriteria |
        | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 | Sangat Tinggi |

    Temuan:
        Tabel 3.1 Skala Nilai Peringkat Kinerja
        | Interval Nilai | Kriteria |
        | 91% ≤ 100% | Sangat Tinggi |
        | 76% ≤ 90% | Tinggi |
        | ≤ 75% | Rendah |

        Tabel 3.2 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi | Capaian (%) | Kriteria |
        | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 | Tinggi |
    """

    code = "PK01"
    title = "Predikat tidak sesuai dengan skala"
    family = "predikat"
    severity = Severity.SEDANG
    basis = "skala yang dinyatakan laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel, column in tables_with_predikat(report):
            for one in in_table(report, tabel, column):
                yield self._outcome(one)
        for one in in_prose(report):
            yield self._outcome(one)

    def _outcome(self, one: Graded) -> Outcome:
        outcome = self.outcome(one.result, one.places, one.message, one.severity)
        return replace(outcome, basis=one.basis or self.basis)
