"""A target for the end of the plan is that of the plan's last year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.plan_ends import plan_ends


class BT05(Rule):
    """Target akhir Renstra pada tabel perbandingan sama dengan target tahun terakhir pada tabel target Renstra.

    Hanya bila tabel target memuat empat tahun atau lebih berturut-turut, dan paling sedikit separuh indikator kolom itu sama di keduanya.
    Target kumulatif (jumlah semua tahun), target RPJMD, dan laporan yang menyebut perubahan Renstra tidak diperiksa.

    Lolos:
        Tabel 1 Target Indikator Sasaran
        | Indikator | Target 2014 | Target 2015 | Target 2016 | Target 2017 | Target 2018 |
        | Angka kesembuhan pasien | 70% | 75% | 80% | 85% | 90% |
        | Kepatuhan cuci tangan petugas | 60% | 65% | 70% | 75% | 80% |
        | Kelengkapan rekam medik | 55% | 61% | 66% | 72% | 78% |

        Tabel 8 Evaluasi Indikator Kinerja
        | Indikator | Target | Realisasi | Capaian (%) | Target Akhir Renstra |
        | Angka kesembuhan pasien | 80% | 82% | 102,50 | 90% |
        | Kepatuhan cuci tangan petugas | 70% | 63% | 90,00 | 80% |
        | Kelengkapan rekam medik | 66% | 66% | 100,00 | 78% |

    Temuan:
        Tabel 1 Target Indikator Sasaran
        | Indikator | Target 2014 | Target 2015 | Target 2016 | Target 2017 | Target 2018 |
        | Angka kesembuhan pasien | 70% | 75% | 80% | 85% | 90% |
        | Kepatuhan cuci tangan petugas | 60% | 65% | 70% | 75% | 80% |
        | Kelengkapan rekam medik | 55% | 61% | 66% | 72% | 78% |

        Tabel 8 Evaluasi Indikator Kinerja
        | Indikator | Target | Realisasi | Capaian (%) | Target Akhir Renstra |
        | Angka kesembuhan pasien | 80% | 82% | 102,50 | 80% |
        | Kepatuhan cuci tangan petugas | 70% | 63% | 90,00 | 80% |
        | Kelengkapan rekam medik | 66% | 66% | 100,00 | 78% |
    """

    code = "BT05"
    title = "Target akhir Renstra berbeda dari tahun terakhir rencananya"
    family = "beda_antar_tabel"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.3"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in plan_ends(report):
            yield self.outcome(one.result, (one.one.fact.location, one.two.fact.location), one.message, cause=one.cause)
