"""Sisa is pagu minus realisasi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import column_doubt, settled
from rules.facts import Column, Measure, ReportView, Tabel
from rules.hints import also_stated
from rules.outcome import Outcome, Severity, Verdict
from rules.rows import figure, named
from rules.sisa import Rest, rests


class SS01(Rule):
    """Sisa anggaran sebuah baris sama dengan pagu dikurangi realisasinya.

    Setiap pagu baris itu dicoba, murni maupun perubahan. Selisih satu rupiah dicatat tersendiri dan bukan temuan.

    Lolos:
        Tabel 3.8 Realisasi Anggaran Program Tahun 2020
        | Program | Anggaran (Rp) | Realisasi (Rp) | Sisa Anggaran (Rp) |
        | Program Pelayanan Administrasi Perkantoran | 1.601.216.574 | 1.314.571.975 | 286.644.599 |
        | Program Peningkatan Kapasitas Sumber Daya Aparatur | 109.299.560 | 81.472.300 | 27.827.260 |

    Temuan:
        Tabel 3.8 Realisasi Anggaran Program Tahun 2020
        | Program | Anggaran (Rp) | Realisasi (Rp) | Sisa Anggaran (Rp) |
        | Program Pelayanan Administrasi Perkantoran | 1.601.216.574 | 1.314.571.975 | 824.743.202 |
        | Program Peningkatan Kapasitas Sumber Daya Aparatur | 109.299.560 | 81.472.300 | 27.827.260 |
    """

    code = "SS01"
    title = "Sisa tidak sama dengan pagu dikurangi realisasi"
    family = "sisa"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for column in tabel.columns:
                if column.measure == Measure.SISA:
                    yield from self._column(report, tabel, column)

    def _column(self, report: ReportView, tabel: Tabel, column: Column) -> Iterator[Outcome]:
        found = [rest for baris in tabel.baris for rest in rests(baris) if rest.fact.column.index == column.index]
        doubt = column_doubt(column.explicit, [rest.result.verdict for rest in found])
        for rest in found:
            result = settled(rest.fact.number, rest.result, doubt)
            hint = also_stated(report, rest.fact) if result.verdict == Verdict.TEMUAN else ""
            places = [fact.location for fact in (rest.fact, rest.pagu, rest.realisasi)]
            yield self.outcome(result, places, f"{_message(rest)} {hint}".strip())


def _message(rest: Rest) -> str:
    said = f"{figure(rest.fact)} {named(rest.baris)} tertulis {show.printed(rest.fact.number)}"
    return f"{said}, sedangkan pagu dikurangi realisasi {rest.result.expected} (selisih {rest.result.difference})."
