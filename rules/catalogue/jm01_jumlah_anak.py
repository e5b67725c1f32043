"""A parent row is the sum of the rows directly below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import settled, sum_doubt
from rules.facts import AMOUNTS, ReportView, Tabel
from rules.outcome import Outcome, Severity, Verdict
from rules.rows import children_word, figure, named
from rules.sums import Sum, parent_sums, total_sums


class JM01(Rule):
    """Pagu, realisasi dan sisa sebuah induk sama dengan jumlah rincian langsung di bawahnya.

    Diperiksa kolom demi kolom. Tidak diperiksa bila susunan barisnya tidak terbukti lengkap, atau bila satu rincian kosong.

    Lolos:
        Tabel 3.1 Realisasi Anggaran Tahun 2023
        | No | Program/Kegiatan | Pagu (Rp) | Realisasi (Rp) |
        | 1 | PROGRAM REHABILITASI SOSIAL | 575.788.100 | 566.802.100 |
        | 1.1 | Rehabilitasi Sosial Dasar Penyandang Disabilitas | 145.652.200 | 143.980.000 |
        | 1.2 | Rehabilitasi Sosial PMKS Lainnya | 430.135.900 | 422.822.100 |

    Temuan:
        Tabel 3.1 Realisasi Anggaran Tahun 2023
        | No | Program/Kegiatan | Pagu (Rp) | Realisasi (Rp) |
        | 1 | PROGRAM REHABILITASI SOSIAL | 578.788.100 | 566.802.100 |
        | 1.1 | Rehabilitasi Sosial Dasar Penyandang Disabilitas | 145.652.200 | 143.980.000 |
        | 1.2 | Rehabilitasi Sosial PMKS Lainnya | 430.135.900 | 422.822.100 |
    """

    code = "JM01"
    title = "Jumlah anak tidak sama dengan induk"
    family = "jumlah_anak"
    severity = Severity.TINGGI
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            sums = parent_sums(tabel)
            every = (*sums, *total_sums(tabel))
            for one in sums:
                doubt = sum_doubt(tabel, one, every)
                if one.fact.measure in AMOUNTS or not doubt:
                    places = [one.fact.location, *(fact.location for fact in one.facts if fact is not None)]
                    yield self.outcome(settled(one.fact.number, one.result, doubt), places, partial(_message, tabel, one))


def _message(tabel: Tabel, one: Sum) -> str:
    word = children_word(tabel, one.whole, one.parts)
    said = f"{figure(one.fact)} {named(one.whole)} tertulis {show.printed(one.fact.number)}"
    return f"{said}, sedangkan jumlah {len(one.parts)} {word}nya {one.result.expected} (selisih {one.result.difference})."
