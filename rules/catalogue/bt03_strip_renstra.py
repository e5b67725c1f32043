"""A dash among achieved figures where another table of the report states the figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, TypeAlias

from rules import show
from rules.base import Rule
from rules.compare import equals
from rules.exact import HUNDRED, ZERO
from rules.facts import Column, Fact, Measure, ReportView, Tabel
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.quantity import Hole, Unreadable
from rules.rows import in_column
from rules.statements import Statement, gathered
from rules.telling import row_name, table_name

_Achieved: TypeAlias = dict[tuple[str, int | None], Statement]

_HOLDS = (Verdict.LOLOS, Verdict.HAMPIR)


class BT03(Rule):
    """Realisasi sampai tahun laporan yang ditulis "-" tidak bertentangan dengan tabel lain yang memuat realisasinya.

    Kolom realisasi Renstra dapat berarti kumulatif; ia dianggap realisasi tahun laporan bila angka baris lainnya sama dengan realisasi
    hal yang sama pada tabel lain, dan tidak ada yang berbeda. Sel kosong tidak diperiksa.

    Lolos:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Nilai SAKIP | 80 | 74,76 | 93,45 |
        | 2 | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 |

        Tabel 3.3 Perbandingan dengan Target Jangka Menengah
        | No | Indikator Kinerja | Target Akhir Renstra | Realisasi Target Renstra Sampai Tahun 2021 |
        | 1 | Nilai SAKIP | 80 | 74,76 |
        | 2 | Cakupan Penanganan PMKS | 94,33 | 90,02 |

    Temuan:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Nilai SAKIP | 80 | 74,76 | 93,45 |
        | 2 | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 |

        Tabel 3.3 Perbandingan dengan Target Jangka Menengah
        | No | Indikator Kinerja | Target Akhir Renstra | Realisasi Target Renstra Sampai Tahun 2021 |
        | 1 | Nilai SAKIP | 80 | - |
        | 2 | Cakupan Penanganan PMKS | 94,33 | 90,02 |
    """

    code = "BT03"
    title = "Realisasi ditulis strip, sedangkan tabel lain memuat angkanya"
    family = "beda_antar_tabel"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.3"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        achieved = {
            (key[0], key[2]): group[0]
            for key, group in gathered(report).items()
            if key[1] == Measure.KINERJA and group[0].quantity is not None
        }
        for tabel in report.tables:
            for column in tabel.columns:
                if column.measure == Measure.LAIN and column.explicit:
                    yield from self._column(tabel, column, achieved)

    def _column(self, tabel: Tabel, column: Column, achieved: _Achieved) -> Iterator[Outcome]:
        cells = [(row, fact) for row in tabel.baris if (fact := in_column(row, column.index)) is not None]
        pairs = [(row, fact, other) for row, fact in cells if (other := achieved.get((row.subject, fact.year))) is not None]
        compared = [(fact, equals(fact.number, other.fact.number)) for _, fact, other in pairs if _telling(fact)]
        if not compared or any(result.verdict not in _HOLDS for _, result in compared):
            return
        yield from (self.outcome(result, (fact.location,)) for fact, result in compared if result.verdict == Verdict.LOLOS)
        for row, fact, other in pairs:
            if isinstance(fact.number, Unreadable) and fact.number.reason == Hole.STRIP:
                result = Comparison(Verdict.TEMUAN, show.printed(fact.number), show.printed(other.fact.number))
                where = f"di {table_name(tabel)}, sedangkan {table_name(other.tabel)} memuat realisasi {result.expected}"
                yield self.outcome(result, (fact.location, other.fact.location), f"{row_name(row)} ditulis {result.stated} {where}.")


def _telling(fact: Fact) -> bool:
    return fact.quantity is not None and fact.quantity.value not in (ZERO, HUNDRED)
