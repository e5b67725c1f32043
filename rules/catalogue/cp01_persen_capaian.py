"""A capaian follows from target and realisasi of its row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import column_doubt, percent_doubt, settled, severity_by_points, shared_doubt
from rules.capaian import TARGETS, Capaian, capaians
from rules.facts import Column, Measure, ReportView, Tabel
from rules.outcome import Outcome, Severity, Verdict
from rules.rows import figure, named


class CP01(Rule):
    """Persentase capaian mengikuti target dan realisasi kinerja di barisnya.

    Dicoba berturut-turut: realisasi / target, (2 × target − realisasi) / target, target / realisasi, dan yang dibatasi
    sampai 100. Satu rumus yang cocok sudah cukup. Target nol, rentang, teks, dan satuan yang berbeda tidak diperiksa.

    Lolos:
        Tabel 3.1 Capaian Kinerja Tahun 2016
        | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
        | 1 | Nilai ekspor | Ribu US$ | 6.831.222 | 4.341.614 | 63,56 |
        | 2 | Prevalensi penyakit Brucellosis | Persen | 3,00 | 2,10 | 142,86 |

    Temuan:
        Tabel 3.1 Capaian Kinerja Tahun 2016
        | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
        | 1 | Nilai ekspor | Ribu US$ | 6.831.222 | 4.341.614 | 63,46 |
        | 2 | Prevalensi penyakit Brucellosis | Persen | 3,00 | 2,10 | 142,86 |
    """

    code = "CP01"
    title = "Capaian tidak mengikuti target dan realisasi"
    family = "persen_capaian"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.1"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for column in tabel.columns:
                if column.measure in TARGETS:
                    yield from self._column(tabel, column)

    def _column(self, tabel: Tabel, column: Column) -> Iterator[Outcome]:
        found = capaians(tabel, column)
        # What was achieved up to now may be more than the year's realisasi: the rows must show how Renstra is measured.
        explicit = column.explicit and column.measure == Measure.CAPAIAN
        doubt = column_doubt(explicit, [one.result.verdict for one in found])
        for one in found:
            result = settled(one.fact.number, one.result, _doubt(tabel, one, doubt)) if one.result.verdict == Verdict.TEMUAN else one.result
            places = [fact.location for fact in (one.fact, one.realisasi, one.target)]
            yield self.outcome(result, places, partial(_message, one), severity_by_points(result.gap))


def _doubt(tabel: Tabel, one: Capaian, of_column: str) -> str:
    unproven = shared_doubt(tabel, one.baris, one.fact) or ("" if one.hint else of_column)
    return unproven or percent_doubt(one.fact, one.result.gap)


def _message(one: Capaian) -> str:
    said = f"{figure(one.fact)} {named(one.baris)} tertulis {show.printed(one.fact.number)}"
    operands = f"realisasi {show.printed(one.realisasi.number)} terhadap target {show.printed(one.target.number)}"
    return f"{said}, sedangkan {operands} = {one.result.expected} (selisih {show.number(one.result.gap)} poin). {one.hint}".strip()
