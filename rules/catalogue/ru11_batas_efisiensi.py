"""An efficiency lies within the limits that the report states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.efficiency_shares import Limits, Share, limits_of, shares
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import row_name


class RU11(Rule):
    """Efisiensi tidak melewati batas yang dinyatakan laporan sendiri, misalnya paling tinggi 20% dan paling rendah -20%.

    Laporan yang tidak menyebut batas tidak diperiksa; batas PMK 214/2017 tidak diberlakukan bagi perangkat daerah yang tidak memakainya.

    Lolos:
        Batas maksimal nilai efisiensi 20% dan batas minimal -20%.

        Tabel 3.5 Efisiensi Sumber Daya Tahun 2024
        | No | Indikator Kinerja | Capaian Kinerja | Penyerapan Anggaran | Tingkat Efisiensi |
        | 1 | Cakupan Pelayanan Kesejahteraan | 110,00 | 98,62 | 10,35% |

    Temuan:
        Batas maksimal nilai efisiensi 20% dan batas minimal -20%.

        Tabel 3.5 Efisiensi Sumber Daya Tahun 2024
        | No | Indikator Kinerja | Capaian Kinerja | Penyerapan Anggaran | Tingkat Efisiensi |
        | 1 | Cakupan Pelayanan Kesejahteraan | 134,32 | 98,62 | 26,58% |
    """

    code = "RU11"
    title = "Efisiensi melewati batas yang dinyatakan laporan"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "batas yang dinyatakan laporan sendiri; PMK 214/PMK.02/2017"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        found = tuple(shares(report))
        limits = limits_of(report) if found else None
        if limits is not None:
            yield from (self._outcome(one, limits) for one in found)

    def _outcome(self, one: Share, limits: Limits) -> Outcome:
        within = limits.low <= one.percent <= limits.high
        limit = limits.high if one.percent > limits.high else limits.low
        stated = show.printed(one.claim.efisiensi.number)
        result = Comparison(Verdict.LOLOS if within else Verdict.TEMUAN, stated, f"{show.number(limit)}%")
        places = (one.claim.efisiensi.location, limits.sentence.location)
        said = f"Efisiensi {row_name(one.claim.capaian.baris)} tertulis {stated}, yaitu {show.number(one.percent, 2)}%"
        return self.outcome(result, places, f"{said}, sedangkan laporan menyebut batas {show.number(limit)}%.")
