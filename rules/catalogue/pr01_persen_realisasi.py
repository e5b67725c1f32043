"""A percentage of money is realisasi divided by pagu."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import UNCLEAR, amounts_foot, column_doubt, percent_doubt, settled, severity_by_points, shared_doubt
from rules.facts import Column, Measure, ReportView, Tabel
from rules.hints import hint
from rules.outcome import Outcome, Severity, Verdict
from rules.percent import Percentage, Reading, meaning_of, percentages, unclear
from rules.rows import named
from rules.sums import parent_sums, total_sums


class PR01(Rule):
    """Persentase realisasi keuangan sama dengan realisasi dibagi pagu, menurut desimal yang dicetak.

    Dicoba dengan setiap pagu baris itu (murni, perubahan) dan sebagai persentase sisa. Kolom fisik tidak diperiksa di sini.

    Lolos:
        Tabel 3.7 Realisasi Anggaran Program Tahun 2021
        | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | Program Pemberdayaan Sosial | 1.586.600.000 | 828.751.400 | 52,23 |
        | Program Penanganan Bencana | 2.025.000.000 | 1.675.759.477 | 82,75 |

    Temuan:
        Tabel 3.7 Realisasi Anggaran Program Tahun 2021
        | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | Program Pemberdayaan Sosial | 1.586.600.000 | 828.751.400 | 52,51 |
        | Program Penanganan Bencana | 2.025.000.000 | 1.675.759.477 | 82,75 |
    """

    code = "PR01"
    title = "Persentase realisasi tidak sama dengan realisasi dibagi pagu"
    family = "persen_realisasi"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.B"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            footing = amounts_foot((*parent_sums(tabel), *total_sums(tabel)))
            for column in tabel.columns:
                if column.measure in (Measure.SERAPAN, Measure.SISA_PERSEN):
                    yield from self._column(tabel, column, footing)

    def _column(self, tabel: Tabel, column: Column, footing: bool) -> Iterator[Outcome]:
        found = percentages(tabel, column)
        doubt = UNCLEAR if unclear(found) else column_doubt(column.explicit, [one.verdict for one in found], footing)
        meaning = meaning_of(found)
        for one in found:
            reading = one.best(meaning)
            result = reading.result
            if result.verdict == Verdict.TEMUAN:
                unproven = doubt or shared_doubt(tabel, one.baris, one.fact) or percent_doubt(one.fact, result.gap)
                result = settled(one.fact.number, result, unproven)
            sentence, cause = hint(tabel, one, found, meaning) if result.verdict == Verdict.TEMUAN else ("", "")
            places = [fact.location for fact in (one.fact, reading.part, reading.whole)]
            yield self.outcome(result, places, partial(_message, one, reading, sentence), severity_by_points(result.gap), cause)


def _message(one: Percentage, reading: Reading, hint: str) -> str:
    said = f"{reading.formula.title} {named(one.baris)} tertulis {show.printed(one.fact.number)}"
    gap = show.number(reading.result.gap)
    return f"{said}, sedangkan {reading.formula.name} = {reading.result.expected} (selisih {gap} poin). {hint}".strip()
