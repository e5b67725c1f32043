"""A percentage merged over several programs is that of their amounts together, or the mean of their percentages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView
from rules.merged_share import MergedShare, merged_shares
from rules.outcome import Outcome, Severity, Verdict
from rules.telling import row_name


class RT03(Rule):
    """Serapan dalam satu sel untuk beberapa program sama dengan serapan semua program itu bersama, atau rata-rata persentasenya.

    Pagu, realisasi dan persentasenya diambil dari satu tabel lain yang memuat ketiganya untuk setiap program. Bila ada program
    yang tidak termuat di sana, atau termuat di dua tabel, tidak diperiksa.

    Lolos:
        Tabel 3.5 Efisiensi Penggunaan Sumber Daya Tahun 2021
        | Indikator Kinerja | Capaian Kinerja (%) | Program | Penyerapan Anggaran (%) | Efisiensi (%) |
        | Cakupan Penanganan PMKS | 95,43 | Program Pemberdayaan Sosial | 67,20 | 28,23 |
        | | | Program Rehabilitasi Sosial | | |

        Tabel 3.7 Realisasi Anggaran Tahun 2021
        | No | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | 1 | Program Pemberdayaan Sosial | 100.000.000 | 50.000.000 | 50,00 |
        | 2 | Program Rehabilitasi Sosial | 400.000.000 | 286.000.000 | 71,50 |

    Temuan:
        Tabel 3.5 Efisiensi Penggunaan Sumber Daya Tahun 2021
        | Indikator Kinerja | Capaian Kinerja (%) | Program | Penyerapan Anggaran (%) | Efisiensi (%) |
        | Cakupan Penanganan PMKS | 95,43 | Program Pemberdayaan Sosial | 65,20 | 30,23 |
        | | | Program Rehabilitasi Sosial | | |

        Tabel 3.7 Realisasi Anggaran Tahun 2021
        | No | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | 1 | Program Pemberdayaan Sosial | 100.000.000 | 50.000.000 | 50,00 |
        | 2 | Program Rehabilitasi Sosial | 400.000.000 | 286.000.000 | 71,50 |
    """

    code = "RT03"
    title = "Serapan gabungan tidak mengikuti program-programnya"
    family = "rata_rata"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in merged_shares(report):
            best = min(one.readings, key=lambda result: self.verdicts.index(result.verdict))
            if best.verdict == Verdict.TEMUAN:
                pooled, mean, _ = one.readings
                expected = f"{pooled.expected} (bersama) atau {mean.expected} (rata-rata)"
                best = replace(pooled, expected=expected, working=f"{pooled.working}; {mean.working}")
            yield self.outcome(best, (one.fact.location, *(part.location for part in one.parts)), _message(one))


def _message(one: MergedShare) -> str:
    said = f"Serapan {show.printed(one.fact.number)} berlaku untuk {len(one.rows)} program, {row_name(one.rows[0])} dan seterusnya"
    together, mean, _ = (reading.expected for reading in one.readings)
    return f"{said}, sedangkan pagu dan realisasinya bersama memberi {together} dan rata-rata persentasenya {mean}."
