"""A stated efficiency follows from the serapan of its row, and from its capaian where the table reckons so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.efficiency import efficiencies
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.recomputed import Recomputed
from rules.telling import row_name


class EF01(Rule):
    """Tingkat efisiensi sesuai dengan serapan anggaran di barisnya: 100 − serapan, atau capaian − serapan.

    Cara yang dipakai tabel ditentukan oleh paling sedikit tiga barisnya yang cocok. Baris yang cocok menurut cara lain
    (1 − serapan / capaian menurut PMK 214/2017, perbandingan keduanya) dan nol pada target yang tidak tercapai tidak diperiksa.

    Lolos:
        Tabel 14 Efisiensi Penggunaan Sumber Daya
        | No | Indikator Kinerja | % Capaian Kinerja | % Penyerapan Anggaran | Tingkat Efisiensi |
        | 1 | Produksi daging | 129,18 | 97,77 | 2,23 |
        | 2 | Produksi telur | 116,79 | 99,06 | 0,94 |
        | 3 | Populasi sapi potong | 88,62 | 94,24 | 5,76 |
        | 4 | Populasi kerbau | 72,82 | 93,43 | 6,57 |

    Temuan:
        Tabel 14 Efisiensi Penggunaan Sumber Daya
        | No | Indikator Kinerja | % Capaian Kinerja | % Penyerapan Anggaran | Tingkat Efisiensi |
        | 1 | Produksi daging | 129,18 | 97,77 | 2,23 |
        | 2 | Produksi telur | 116,79 | 99,06 | 0,94 |
        | 3 | Populasi sapi potong | 88,62 | 94,24 | 5,76 |
        | 4 | Populasi kerbau | 72,82 | 93,43 | 9,57 |
    """

    code = "EF01"
    title = "Efisiensi tidak sesuai dengan serapannya"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.6; aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for one in efficiencies(tabel):
                places = [one.fact.location, *(operand.location for operand in one.operands)]
                yield self.outcome(one.result, places, _message(one), one.severity)


def _message(one: Recomputed) -> str:
    return f"Efisiensi {row_name(one.baris)} tertulis {show.printed(one.fact.number)}, sedangkan {one.result.working}."
