"""BN04: an efficiency that a sentence repeats keeps its sign and its unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.efficiency_shares import Share, shares
from rules.facts import Measure, Mention, ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.quantity import PERSEN, Quantity

_FINE = 2


class BN04(Rule):
    """Efisiensi dalam kalimat sama tanda dan satuannya dengan tabel: rasio -0,593 bukan 0,593 dan bukan 0,593%.

    Hanya angka yang digitnya sama dengan satu sel efisiensi, bila sel itu terbukti sebagai rasio 1 − serapan / capaian.

    Lolos:
        Tabel 3.5 Efisiensi Sumber Daya Tahun 2024
        | No | Indikator Kinerja | Capaian Kinerja | Penyerapan Anggaran | Tingkat Efisiensi |
        | 1 | Cakupan Pelayanan Kesejahteraan | 134,32 | 98,62 | 0,266 |

        Dari tabel itu tingkat efisiensi Cakupan Pelayanan Kesejahteraan sebesar 0,266.

    Temuan:
        Tabel 3.5 Efisiensi Sumber Daya Tahun 2024
        | No | Indikator Kinerja | Capaian Kinerja | Penyerapan Anggaran | Tingkat Efisiensi |
        | 1 | Cakupan Pelayanan Kesejahteraan | 134,32 | 98,62 | 0,266 |

        Dari tabel itu tingkat efisiensi sebesar 0,266%.
    """

    code = "BN04"
    title = "Efisiensi dalam kalimat berbeda tanda atau satuannya"
    family = "satuan"
    severity = Severity.RENDAH
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        ratios = [one for one in shares(report) if one.as_share]
        for mention in report.mentions if ratios else ():
            if mention.measure == Measure.EFISIENSI and mention.quantity.decimals >= _FINE:
                meant = [one for one in ratios if _is_meant(one, mention)]
                if len(meant) == 1:
                    yield self._outcome(mention, meant[0])

    def _outcome(self, mention: Mention, one: Share) -> Outcome:
        cell = one.claim.efisiensi
        lost = isinstance(cell.number, Quantity) and (cell.number.value < 0) != (mention.quantity.value < 0)
        said, printed = show.printed(mention.quantity), show.printed(cell.number)
        wrong = lost or mention.quantity.unit == PERSEN
        result = Comparison(Verdict.TEMUAN if wrong else Verdict.LOLOS, said, printed if lost else f"{show.number(one.percent, 2)}%")
        message = (
            f"Efisiensi tertulis {said} dalam kalimat, tetapi {printed} di tabel: tandanya berbeda."
            if lost
            else f"Efisiensi tertulis {said} dalam kalimat, sedangkan angka itu rasio; sebagai persen {result.expected}."
        )
        return self.outcome(result, (mention.location, cell.location), message, Severity.SEDANG if lost else None)


def _is_meant(one: Share, mention: Mention) -> bool:
    """Whether the digits are those of the cell, and the sentence names its row or none."""
    number, subject = one.claim.efisiensi.number, one.claim.capaian.baris.subject
    return (
        isinstance(number, Quantity) and number.value.copy_abs() == mention.quantity.value.copy_abs() and mention.subject in ("", subject)
    )
