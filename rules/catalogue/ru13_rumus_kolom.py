"""A column whose header prints its formula follows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import percent_doubt, settled, severity_by_points
from rules.column_formulas import Worked, worked_columns
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.telling import row_name


class RU13(Rule):
    """Kolom yang judulnya memuat rumus, misalnya (5/4)*100, mengikuti kolom-kolom yang nomornya disebut.

    Hanya kolom perbandingan yang artinya tidak diketahui dari judulnya, dan hanya bila kebanyakan barisnya mengikuti rumus itu.
    Baris yang salah satu angkanya tidak ada tidak diperiksa.

    Lolos:
        Tabel 3.3 Realisasi Kinerja Tahun 2016 Terhadap Tahun 2015
        | No | Indikator Kinerja | Realisasi Tahun 2015 | Realisasi Tahun 2016 | Realisasi 2016 Thdp Tahun 2015 (4/3)*100 |
        | 1 | 2 | 3 | 4 | 5 |
        | 1 | Tingkat kemantapan jalan | 97,80 | 98,01 | 100,21 |
        | 2 | Tingkat pemanfaatan jalan | 98,80 | 99,60 | 100,81 |
        | 3 | Tingkat aksesibilitas jalan | 50,00 | 54,90 | 109,80 |

    Temuan:
        Tabel 3.3 Realisasi Kinerja Tahun 2016 Terhadap Tahun 2015
        | No | Indikator Kinerja | Realisasi Tahun 2015 | Realisasi Tahun 2016 | Realisasi 2016 Thdp Tahun 2015 (4/3)*100 |
        | 1 | 2 | 3 | 4 | 5 |
        | 1 | Tingkat kemantapan jalan | 97,80 | 98,01 | 100,21 |
        | 2 | Tingkat pemanfaatan jalan | 98,80 | 99,60 | 100,81 |
        | 3 | Tingkat aksesibilitas jalan | 50,00 | 54,90 | 108,90 |
    """

    code = "RU13"
    title = "Kolom tidak mengikuti rumus yang tercetak di judulnya"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in worked_columns(report):
            result = settled(one.fact.number, one.result, percent_doubt(one.fact, one.result.gap))
            places = (one.fact.location, one.part.location, one.whole.location)
            yield self.outcome(result, places, partial(_message, one), severity_by_points(result.gap))


def _message(one: Worked) -> str:
    said = f"{row_name(one.baris)} tertulis {show.printed(one.fact.number)}"
    return f"{said}, sedangkan menurut rumus di judul kolomnya, {one.formula}, {one.result.expected}."
