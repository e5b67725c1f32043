"""An average row is the average of the capaian that it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import mean_doubt, percent_doubt, settled, severity_by_points
from rules.facts import ReportView
from rules.means import Mean, means
from rules.outcome import Outcome, Severity, Verdict
from rules.rows import in_column, named


class RT01(Rule):
    """Baris rata-rata sama dengan rata-rata capaian baris-barisnya.

    Dicoba: semua baris, baris sejak rata-rata sebelumnya, rata-rata tiap sasaran, capaian yang dibatasi sampai 100, dan
    capaian yang dihitung ulang dari target dan realisasi. Rata-rata target yang satuannya berbeda tidak diperiksa di sini.

    Lolos:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Nilai SAKIP | 80 | 74,76 | 93,45 |
        | 2 | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 |
        | | Rata-rata | | | 94,44 |

    Temuan:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Nilai SAKIP | 80 | 74,76 | 93,45 |
        | 2 | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 |
        | | Rata-rata | | | 99,84 |
    """

    code = "RT01"
    title = "Rata-rata capaian tidak sama dengan rata-rata barisnya"
    family = "rata_rata"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for one in means(tabel):
                doubt = mean_doubt(tabel, one) or percent_doubt(one.fact, one.result.gap)
                result = settled(one.fact.number, one.result, doubt)
                cells = [in_column(part, one.fact.column.index) for part in one.parts]
                places = [one.fact.location, *(cell.location for cell in cells if cell is not None)]
                yield self.outcome(result, places, _message(one), severity_by_points(result.gap))


def _message(one: Mean) -> str:
    said = f"{named(one.whole)} tertulis {show.printed(one.fact.number)}"
    gap = show.number(one.result.gap)
    return f"{said}, sedangkan rata-rata {len(one.parts)} {one.reading} adalah {one.result.expected} (selisih {gap} poin)."
