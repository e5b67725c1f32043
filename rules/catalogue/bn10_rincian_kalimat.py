"""The parts of a whole in a sentence are those of the table that lists them too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.listed_parts import Listed, listed_parts
from rules.outcome import Outcome, Severity, Verdict
from rules.telling import table_name


class BN10(Rule):
    """Rincian sebuah jumlah dalam kalimat sama dengan angka baris yang sama dalam tabel.

    Hanya bila rincian dalam kalimat itu berjumlah tepat, nama baris memuat semua kata nama rincian, dan paling sedikit satu rincian
    lainnya berangka sama persis di kolom itu. Nama yang cocok dengan beberapa baris tidak dipersoalkan.

    Lolos:
        Anggaran APBN sebesar Rp. 18.918.505.000 terdiri dari dekonsentrasi Rp. 10.999.786.000 dan tugas pembantuan Rp. 7.918.719.000.
        Tabel 13 Anggaran Pembangunan Peternakan
        | No | Uraian | 2015 | 2016 |
        | 1 | Dekonsentrasi | 13.939.354.000 | 10.999.786.000 |
        | 2 | Tugas Pembantuan | 26.856.990.000 | 7.918.719.000 |

    Temuan:
        Anggaran APBN sebesar Rp. 18.918.505.000 terdiri dari dekonsentrasi Rp. 10.999.786.000 dan tugas pembantuan Rp. 7.918.719.000.
        Tabel 13 Anggaran Pembangunan Peternakan
        | No | Uraian | 2015 | 2016 |
        | 1 | Dekonsentrasi | 13.939.354.000 | 10.589.686.000 |
        | 2 | Tugas Pembantuan | 26.856.990.000 | 7.918.719.000 |
    """

    code = "BN10"
    title = "Rincian dalam kalimat berbeda dari tabel"
    family = "beda_narasi_tabel"
    severity = Severity.TINGGI
    basis = "PermenPANRB 53/2014 Lampiran II: data yang sama disajikan konsisten"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in listed_parts(report):
            yield self.outcome(one.result, one.places, _message(one))


def _message(one: Listed) -> str:
    said, listed = one.result.stated, one.result.expected
    return f"{one.words} tertulis {said} dalam rincian sebuah kalimat, tetapi {listed} di {table_name(one.tabel)}."
