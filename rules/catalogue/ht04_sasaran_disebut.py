"""HT04: a sentence names no more sasaran or indicators than it says there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.counts_listed import Listed, listed
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict

FEWER = "kalimatnya tidak menyebut semua dengan nama yang ada pada tabel"


class HT04(Rule):
    """Banyaknya sasaran atau indikator yang disebut kalimat sama dengan yang dirincinya kemudian dengan nama.

    Yang dihitung hanya nama yang juga ada pada tabel laporan. Bila yang dirinci lebih sedikit, tidak diperiksa, karena namanya
    mungkin ditulis lain.

    Lolos:
        Tabel 3.1 Realisasi Anggaran per Sasaran Tahun 2024
        | No | Sasaran Strategis | Pagu | Realisasi |
        | 1 | Terpenuhinya kebutuhan dasar warga | 5.000.000 | 4.500.000 |
        | 2 | Meningkatnya kemampuan berusaha warga | 3.000.000 | 2.500.000 |

        Tujuan itu mempunyai 2 (dua) sasaran yaitu Terpenuhinya kebutuhan dasar warga dan Meningkatnya kemampuan berusaha warga.

    Temuan:
        Tabel 3.1 Realisasi Anggaran per Sasaran Tahun 2024
        | No | Sasaran Strategis | Pagu | Realisasi |
        | 1 | Terpenuhinya kebutuhan dasar warga | 5.000.000 | 4.500.000 |
        | 2 | Meningkatnya kemampuan berusaha warga | 3.000.000 | 2.500.000 |

        Tujuan itu mempunyai 1 (satu) sasaran yaitu Terpenuhinya kebutuhan dasar warga serta Meningkatnya kemampuan berusaha warga.
    """

    code = "HT04"
    title = "Sasaran atau indikator yang dirinci lebih banyak daripada yang disebut"
    family = "hitungan"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in listed(report):
            yield self.outcome(_compared(one), (one.location,), _message(one))


def _compared(one: Listed) -> Comparison:
    expected = f"{len(one.names)} {one.level}"
    if len(one.names) < one.number:
        return Comparison(Verdict.TAK_DIPERIKSA, one.words, expected, reason=FEWER)
    return Comparison(Verdict.TEMUAN if len(one.names) > one.number else Verdict.LOLOS, one.words, expected)


def _message(one: Listed) -> str:
    return f"Kalimat menyebut {one.words}, tetapi merinci {len(one.names)} {one.level}: {'; '.join(sorted(one.names))}."
