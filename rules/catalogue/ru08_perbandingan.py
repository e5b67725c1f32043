"""A comparison such as 35 : 65 follows from the amounts of its column."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.proportions import Share, shares_of
from rules.telling import row_name


class RU08(Rule):
    """Perbandingan dua bagian, misalnya 35 : 65, mengikuti jumlah-jumlah di kolomnya, dibagi menurut nama barisnya.

    Baris yang diperbandingkan harus terbukti oleh paling sedikit satu kolom. Perbandingan yang jumlahnya bukan 100, dan nama yang
    tidak membagi baris-barisnya dengan jelas, tidak diperiksa.

    Lolos:
        Tabel 13 Anggaran Pembangunan Peternakan
        | No | Uraian | 2015 | 2016 |
        | 1 | Tugas Pembantuan Provinsi | 26.856.990 | 18.508.405 |
        | 2 | Tugas Pembantuan Kabupaten | 48.303.885 | 33.893.225 |
        | | Perbandingan Provinsi dan Kabupaten | 36 : 64 | 35 : 65 |

    Temuan:
        Tabel 13 Anggaran Pembangunan Peternakan
        | No | Uraian | 2015 | 2016 |
        | 1 | Tugas Pembantuan Provinsi | 26.856.990 | 18.508.405 |
        | 2 | Tugas Pembantuan Kabupaten | 48.303.885 | 33.893.225 |
        | | Perbandingan Provinsi dan Kabupaten | 16 : 84 | 35 : 65 |
    """

    code = "RU08"
    title = "Perbandingan tidak mengikuti jumlah-jumlahnya"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for one in shares_of(tabel):
                places = [one.fact.location, *(cell.location for cell in (*one.left, *one.right))]
                cause = f"{tabel.id}: perbandingan baris {one.baris.index}"
                yield self.outcome(one.result, places, partial(_message, one), cause=cause)


def _message(one: Share) -> str:
    said = f"{row_name(one.baris)} {one.fact.year or ''}".strip()
    return f"{said} tertulis {show.printed(one.fact.number)}, sedangkan jumlah di kolomnya memberi {one.result.expected}."
