"""The years of one table are told in one unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.compare import not_checked
from rules.exact import EXACT
from rules.facts import ReportView, Tabel
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.quantity import Quantity
from rules.telling import row_name, table_name
from rules.unit_slips import ALONE, Slip, slips_of


class SA01(Rule):
    """Angka beberapa tahun dalam satu tabel ditulis dengan satuan yang sama.

    Menjadi temuan bila semua baris satu kolom tahun seribu atau sejuta kali angka tahun-tahun lainnya, yang seukuran satu sama
    lain. Bila hanya satu baris yang menyimpang, satuannya tidak disalahkan. Angka di bawah seratus tidak diperiksa.

    Lolos:
        Tabel 13 Anggaran menurut Kewenangan (ribu rupiah)
        | No | Kewenangan | 2014 | 2015 | 2016 |
        | 1 | Dekonsentrasi | 9.384.805 | 13.939.354 | 10.589.686 |
        | 2 | Tugas Pembantuan | 12.415.651 | 26.856.990 | 7.918.719 |

    Temuan:
        Tabel 13 Anggaran menurut Kewenangan (ribu rupiah)
        | No | Kewenangan | 2014 | 2015 | 2016 |
        | 1 | Dekonsentrasi | 9.384.805 | 13.939.354 | 10.589.686.000 |
        | 2 | Tugas Pembantuan | 12.415.651 | 26.856.990 | 7.918.719.000 |
    """

    code = "SA01"
    title = "Satuan satu kolom berbeda dari tahun lainnya"
    family = "satuan"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.2; aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for slip in slips_of(tabel):
                yield self._outcome(tabel, slip)

    def _outcome(self, tabel: Tabel, slip: Slip) -> Outcome:
        places = (slip.fact.location, *(other.location for other in slip.others))
        stated = show.printed(slip.fact.number)
        if slip.factor is None or not isinstance(slip.fact.number, Quantity):
            return self.outcome(Comparison(Verdict.LOLOS, stated, stated), places)
        right = show.number(EXACT.divide(slip.fact.number.value, slip.factor))
        if slip.verdict == Verdict.TAK_DIPERIKSA:
            return self.outcome(not_checked(slip.fact.number, ALONE, right), places)
        times = show.number(slip.factor)
        others = show.joined(show.printed(other.number) for other in slip.others)
        message = (
            f"{row_name(slip.baris)} tahun {slip.fact.year} tertulis {stated} di {table_name(tabel)}, sedangkan tahun lainnya {others}: "
            f"kolom itu agaknya {times} kali satuan kolom lainnya."
        )
        result = Comparison(Verdict.TEMUAN, stated, right, working=f"{stated} / {times} = {right}")
        cause = f"{tabel.id}: satuan kolom {slip.fact.column.index}"
        return self.outcome(result, places, message, cause=cause)
