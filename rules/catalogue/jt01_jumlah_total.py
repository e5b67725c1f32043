"""A total row is the sum of the rows that it totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import settled, sum_doubt
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.rows import figure, named
from rules.sisa import Blame, row_to_blame
from rules.sums import Sum, parent_sums, parent_to_blame, total_sums


class JT01(Rule):
    """Baris jumlah atau total sama dengan jumlah baris yang ditotalkannya.

    Dicoba berturut-turut: baris tingkat teratas, baris terinci, baris sejak jumlah sebelumnya, jumlah-jumlah bagian, dan
    baris di bawahnya bila total dicetak lebih dahulu. Satu cara yang cocok sudah cukup.

    Lolos:
        Tabel 3.7 Realisasi Anggaran Program Tahun 2021
        | No | Program | Anggaran (Rp) | Realisasi (Rp) |
        | 1 | Program Rehabilitasi Sosial | 2.215.000.000 | 1.616.587.000 |
        | 2 | Program Penanganan Bencana | 2.025.000.000 | 1.675.759.477 |
        | | Total | 4.240.000.000 | 3.292.346.477 |

    Temuan:
        Tabel 3.7 Realisasi Anggaran Program Tahun 2021
        | No | Program | Anggaran (Rp) | Realisasi (Rp) |
        | 1 | Program Rehabilitasi Sosial | 2.215.000.000 | 1.616.587.000 |
        | 2 | Program Penanganan Bencana | 2.025.000.000 | 1.675.759.477 |
        | | Total | 4.240.000.000 | 3.292.364.477 |
    """

    code = "JT01"
    title = "Total tidak sama dengan jumlah barisnya"
    family = "jumlah_total"
    severity = Severity.TINGGI
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            totals, parents = total_sums(tabel), parent_sums(tabel)
            for one in totals:
                blamed = (row_to_blame(one) or _as_blame(one, parents)) if one.fails else None
                yield self._outcome(one, blamed, sum_doubt(tabel, one, (*totals, *parents)))

    def _outcome(self, one: Sum, blamed: Blame | None, doubt: str) -> Outcome:
        places = [one.fact.location, *(fact.location for fact in one.facts if fact is not None)]
        message = _message(one)
        severity = None
        if blamed is not None:
            # The total agrees with its own row, or with the parts of a row above it: then it is that row which is wrong.
            places = [places[0], blamed.fact.location, *(place for place in places[1:] if place != blamed.fact.location)]
            message = f"{message} {blamed.sentence}"
            severity = Severity.SEDANG
        return self.outcome(settled(one.fact.number, one.result, doubt), places, message, severity)


def _as_blame(total: Sum, parents: Sequence[Sum]) -> Blame | None:
    parent = parent_to_blame(total, parents)
    if parent is None:
        return None
    sentence = (
        f"Total itu cocok bila {named(parent.whole)} memakai jumlah rinciannya sendiri, {parent.result.expected}; "
        f"yang keliru agaknya baris itu ({show.printed(parent.fact.number)})."
    )
    return Blame(parent.fact, sentence)


def _message(one: Sum) -> str:
    said = f"{figure(one.fact)} {named(one.whole)} tertulis {show.printed(one.fact.number)}"
    return f"{said}, sedangkan jumlah {len(one.parts)} {one.reading} adalah {one.result.expected} (selisih {one.result.difference})."
