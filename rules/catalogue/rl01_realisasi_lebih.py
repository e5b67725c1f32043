"""Realisasi does not exceed pagu."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import settled
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.overspent import Spent, spendings
from rules.rows import figure, named


class RL01(Rule):
    """Realisasi keuangan sebuah baris tidak melebihi pagunya, murni maupun perubahan.

    Pendapatan dan BLUD tidak diperiksa. Induk dan total yang lebih karena rinciannya sudah ditandai tidak ditandai lagi.

    Lolos:
        Tabel 3.2.3 Realisasi Anggaran Program Tahun 2024
        | No | Program | Pagu | Realisasi | % |
        | 1 | Program Rehabilitasi Sosial | 626.877.613 | 612.898.347 | 97,77 |
        | 2 | Program Penanganan Bencana | 537.318.320 | 527.583.540 | 98,19 |

    Temuan:
        Tabel 3.2.3 Realisasi Anggaran Program Tahun 2024
        | No | Program | Pagu | Realisasi | % |
        | 1 | Program Rehabilitasi Sosial | 626.877.613 | 1.090.111.598 | 88,78 |
        | 2 | Program Penanganan Bencana | 537.318.320 | 527.583.540 | 98,19 |
    """

    code = "RL01"
    title = "Realisasi melebihi pagu"
    family = "realisasi_lebih"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for one in spendings(tabel):
                result = settled(one.fact.number, one.result, one.doubt)
                yield self.outcome(result, (one.fact.location, one.pagu.location), partial(_message, one))


def _message(one: Spent) -> str:
    said = f"{figure(one.fact)} {named(one.baris)} tertulis {show.printed(one.fact.number)}"
    return f"{said}, melebihi pagunya {show.printed(one.pagu.number)} (selisih {one.result.difference})."
