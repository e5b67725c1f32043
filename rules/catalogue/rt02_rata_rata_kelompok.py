"""The figure of a heading is the mean of its items, where the table reckons so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import percent_doubt, severity_by_points
from rules.facts import ReportView
from rules.headed import HeadedMean, headed_means
from rules.outcome import Outcome, Severity, Verdict
from rules.telling import row_name


class RT02(Rule):
    """Capaian sasaran atau kelompok indikator sama dengan rata-rata baris yang dikepalainya, bila tabelnya menghitung demikian.

    Terbukti bila paling sedikit tiga kepala kelompok dalam kolom itu, dan tiga dari empat, sama dengan rata-ratanya. Kelompok yang
    barisnya ada yang kosong tidak diperiksa, begitu pula kolom yang cara menghitungnya tidak terbukti.

    Lolos:
        Tabel 7 Perbandingan Capaian Indikator Kinerja Tahun 2016
        | No | Indikator Kinerja | Capaian (%) |
        | 1 | Produksi | 105,00 |
        | 1.1 | Produksi daging | 120,00 |
        | 1.2 | Produksi telur | 90,00 |
        | 2 | Mutu | 85,00 |
        | 2.1 | Mutu daging | 80,00 |
        | 2.2 | Mutu telur | 90,00 |
        | 3 | Pasar | 75,00 |
        | 3.1 | Pasar daerah | 70,00 |
        | 3.2 | Pasar luar daerah | 80,00 |
        | 4 | Kesehatan | 65,00 |
        | 4.1 | Vaksinasi | 60,00 |
        | 4.2 | Pengobatan | 70,00 |

    Temuan:
        Tabel 7 Perbandingan Capaian Indikator Kinerja Tahun 2016
        | No | Indikator Kinerja | Capaian (%) |
        | 1 | Produksi | 132,00 |
        | 1.1 | Produksi daging | 120,00 |
        | 1.2 | Produksi telur | 90,00 |
        | 2 | Mutu | 85,00 |
        | 2.1 | Mutu daging | 80,00 |
        | 2.2 | Mutu telur | 90,00 |
        | 3 | Pasar | 75,00 |
        | 3.1 | Pasar daerah | 70,00 |
        | 3.2 | Pasar luar daerah | 80,00 |
        | 4 | Kesehatan | 65,00 |
        | 4.1 | Vaksinasi | 60,00 |
        | 4.2 | Pengobatan | 70,00 |
    """

    code = "RT02"
    title = "Angka kelompok tidak sama dengan rata-rata barisnya"
    family = "rata_rata"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for one in headed_means(tabel):
                if not percent_doubt(one.fact, one.result.gap):
                    places = [one.fact.location, *(item.location for item in one.items)]
                    yield self.outcome(one.result, places, _message(one), severity_by_points(one.result.gap))


def _message(one: HeadedMean) -> str:
    said = f"{row_name(one.head)} pada kolom {one.fact.column.header} tertulis {show.printed(one.fact.number)}"
    return f"{said}, sedangkan rata-rata {len(one.items)} baris di bawahnya {one.result.expected}, seperti pada kelompok lain."
