"""The serapan of a sasaran is that of the kegiatan listed under it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import severity_by_points
from rules.compare import not_checked
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.sasaran_shares import SasaranShare, best_of, sasaran_shares
from rules.telling import table_name

UNPROVEN = "serapan sasaran lain di kolom itu tidak mengikuti kegiatannya: cara menghitungnya tidak diketahui"


class RT04(Rule):
    """Penyerapan anggaran sebuah sasaran mengikuti semua kegiatannya: realisasi dibagi pagu bersama, atau rata-rata persentasenya.

    Pagu dan realisasinya diambil dari satu tabel lain yang merinci kegiatan setiap sasaran. Hanya bila paling sedikit dua sasaran lain di
    kolom itu, dan lebih banyak daripada yang berbeda, mengikuti kegiatannya.

    Lolos:
        Laporan Kinerja Tahun 2021

        Tabel 3.4 Efisiensi Penggunaan Sumber Daya
        | No | Sasaran Strategis | Indikator Kinerja | Capaian Kinerja (%) | Penyerapan Anggaran (%) |
        | 1 | Terkendalinya pencemaran sungai | Indeks Kualitas Sungai | 104,20 | 90,00 |
        | 2 | Meningkatnya adaptasi iklim | Jumlah Kampung Iklim | 100 | 75,00 |
        | 3 | Meningkatnya keanekaragaman hayati | Jumlah Taman Hayati | 150 | 80,00 |

        Tabel 3.5 Akuntabilitas Keuangan per Sasaran
        | Sasaran | Kegiatan | Anggaran (Rp) | Realisasi (Rp) | % |
        | Terkendalinya pencemaran sungai | Pemantauan Pencemaran Sungai | 300.000.000 | 280.000.000 | 93,33 |
        | Terkendalinya pencemaran sungai | Pembinaan Industri | 200.000.000 | 170.000.000 | 85,00 |
        | Meningkatnya adaptasi iklim | Pembinaan Kampung Iklim | 100.000.000 | 75.000.000 | 75,00 |
        | Meningkatnya keanekaragaman hayati | Pengelolaan Taman Hayati | 250.000.000 | 200.000.000 | 80,00 |

    Temuan:
        Laporan Kinerja Tahun 2021

        Tabel 3.4 Efisiensi Penggunaan Sumber Daya
        | No | Sasaran Strategis | Indikator Kinerja | Capaian Kinerja (%) | Penyerapan Anggaran (%) |
        | 1 | Terkendalinya pencemaran sungai | Indeks Kualitas Sungai | 104,20 | 90,50 |
        | 2 | Meningkatnya adaptasi iklim | Jumlah Kampung Iklim | 100 | 75,00 |
        | 3 | Meningkatnya keanekaragaman hayati | Jumlah Taman Hayati | 150 | 80,00 |

        Tabel 3.5 Akuntabilitas Keuangan per Sasaran
        | Sasaran | Kegiatan | Anggaran (Rp) | Realisasi (Rp) | % |
        | Terkendalinya pencemaran sungai | Pemantauan Pencemaran Sungai | 300.000.000 | 280.000.000 | 93,33 |
        | Terkendalinya pencemaran sungai | Pembinaan Industri | 200.000.000 | 170.000.000 | 85,00 |
        | Meningkatnya adaptasi iklim | Pembinaan Kampung Iklim | 100.000.000 | 75.000.000 | 75,00 |
        | Meningkatnya keanekaragaman hayati | Pengelolaan Taman Hayati | 250.000.000 | 200.000.000 | 80,00 |
    """

    code = "RT04"
    title = "Serapan sasaran tidak mengikuti kegiatan-kegiatannya"
    family = "rata_rata"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in sasaran_shares(report):
            result = best_of(one)
            if result.verdict == Verdict.TEMUAN and not one.sure:
                result = not_checked(one.fact.number, UNPROVEN, result.expected)
            places = (one.fact.location, *(part.location for part in one.parts))
            yield self.outcome(result, places, partial(_message, one), severity_by_points(result.gap))


def _message(one: SasaranShare) -> str:
    said = f"Serapan sasaran {one.sasaran} tertulis {show.printed(one.fact.number)}"
    return f"{said}, sedangkan pagu dan realisasi kegiatannya di {table_name(one.tabel)} bersama memberi {one.pooled.expected}."
