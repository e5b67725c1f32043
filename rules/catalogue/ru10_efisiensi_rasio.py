"""An efficiency printed with the sign of per cent is in per cent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.efficiency_shares import Share, shares
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import row_name


class RU10(Rule):
    """Efisiensi yang diberi tanda persen sudah dikalikan seratus: 1 − serapan / capaian sebesar 0,266 adalah 26,6%, bukan 0,266%.

    Rasio tanpa tanda persen tidak dipersoalkan. Efisiensi dengan cara lain diperiksa oleh EF01.

    Lolos:
        Tabel 3.5 Efisiensi Sumber Daya Tahun 2024
        | No | Indikator Kinerja | Capaian Kinerja | Penyerapan Anggaran | Tingkat Efisiensi |
        | 1 | Cakupan Pelayanan Kesejahteraan | 134,32 | 98,62 | 26,58% |

    Temuan:
        Tabel 3.5 Efisiensi Sumber Daya Tahun 2024
        | No | Indikator Kinerja | Capaian Kinerja | Penyerapan Anggaran | Tingkat Efisiensi |
        | 1 | Cakupan Pelayanan Kesejahteraan | 134,32 | 98,62 | 0,266% |
    """

    code = "RU10"
    title = "Rasio efisiensi ditulis sebagai persen"
    family = "satuan"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        yield from (self._outcome(one) for one in shares(report))

    def _outcome(self, one: Share) -> Outcome:
        stated = show.printed(one.claim.efisiensi.number)
        wrong = one.as_share and "%" in stated
        result = Comparison(Verdict.TEMUAN if wrong else Verdict.LOLOS, stated, f"{show.number(one.percent, 2)}%")
        places = (one.claim.efisiensi.location, one.claim.capaian.fact.location, one.claim.serapan.location)
        capaian, serapan = show.printed(one.claim.capaian.fact.number), show.printed(one.claim.serapan.number)
        said = (
            f"Efisiensi {row_name(one.claim.capaian.baris)} tertulis {stated}, sedangkan 1 − {serapan} / {capaian} adalah {result.expected}"
        )
        return self.outcome(result, places, f"{said}; tanpa dikalikan seratus angka itu rasio, bukan persen.")
