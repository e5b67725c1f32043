"""A change of percentages is worked out from percentages that their amounts bear out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.belief import severity_by_points
from rules.carried import changes
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict


class PT06(Rule):
    """Perubahan dalam kalimat tidak dihitung dari persentase tabel yang berbeda dari realisasi dibagi pagu.

    Hanya perubahan yang persis selisih dua persentase dari dua tahun, dan dua persentase itu milik satu hal saja. Bila salah satu
    persentase tidak sama dengan jumlah uang barisnya, perubahannya dihitung ulang dari jumlah uangnya.

    Lolos:
        Laporan Kinerja Tahun 2021

        Tabel 3.7 Realisasi Anggaran Tahun 2021
        | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | Program Pemberdayaan Sosial | 1.586.600.000 | 1.340.677.000 | 84,50 |
        | Jumlah | 1.586.600.000 | 1.340.677.000 | 84,50 |

        Tabel 3.8 Realisasi Anggaran Tahun 2020
        | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | Program Pemberdayaan Sosial | 1.820.532.000 | 1.348.286.000 | 74,06 |
        | Jumlah | 1.820.532.000 | 1.348.286.000 | 74,06 |

        Pada tahun 2021 terjadi peningkatan realisasi anggaran sebesar 10,44 %.

    Temuan:
        Laporan Kinerja Tahun 2021

        Tabel 3.7 Realisasi Anggaran Tahun 2021
        | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | Program Pemberdayaan Sosial | 1.586.600.000 | 1.340.677.000 | 84,50 |
        | Jumlah | 1.586.600.000 | 1.340.677.000 | 84,50 |

        Tabel 3.8 Realisasi Anggaran Tahun 2020
        | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | Program Pemberdayaan Sosial | 1.820.532.000 | 1.523.239.000 | 83,67 |
        | Jumlah | 1.820.532.000 | 1.523.239.000 | 74,06 |

        Pada tahun 2021 terjadi peningkatan realisasi anggaran sebesar 10,44 %.
    """

    code = "PT06"
    title = "Perubahan dihitung dari persentase yang tidak sama dengan realisasi dibagi pagu"
    family = "perubahan_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.2; aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in changes(report):
            said = f"Perubahan tertulis {one.result.stated}; dari jumlah uang kedua tahun diperoleh {one.result.working}"
            yield self.outcome(one.result, one.places, f"{said} poin persen.", severity_by_points(one.result.gap))
