"""The years that a caption names are those of the columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.captioned_years import captioned_years
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import table_name


class LT02(Rule):
    """Kurun tahun dalam judul tabel sama dengan tahun kolom-kolomnya.

    Hanya kurun yang sama panjang dan bergeser satu atau dua tahun yang menjadi temuan. Kurun rencana (Renstra, RPJMD, periode)
    dan kurun yang lebih panjang atau lebih pendek tidak diperiksa, karena mungkin bermaksud lain.

    Lolos:
        Tabel 13 Anggaran Pembangunan Tahun 2012 s/d Tahun 2014
        | No | Kewenangan | 2012 | 2013 | 2014 |
        | 1 | Dekonsentrasi | 11.985.347 | 11.344.891 | 9.384.805 |
        | 2 | Tugas Pembantuan | 81.721.000 | 29.849.194 | 12.415.651 |

    Temuan:
        Tabel 13 Anggaran Pembangunan Tahun 2011 s/d Tahun 2013
        | No | Kewenangan | 2012 | 2013 | 2014 |
        | 1 | Dekonsentrasi | 11.985.347 | 11.344.891 | 9.384.805 |
        | 2 | Tugas Pembantuan | 81.721.000 | 29.849.194 | 12.415.651 |
    """

    code = "LT02"
    title = "Tahun dalam judul tabel berbeda dari tahun kolomnya"
    family = "label_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.2"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in captioned_years(report):
            stated, shown = (f"{first}–{last}" for first, last in (one.stated, one.columns))
            message = f"Judul {table_name(one.tabel)} menyebut tahun {stated}, sedangkan kolom-kolomnya tahun {shown}."
            yield self.outcome(Comparison(one.verdict, stated, shown), (one.tabel.location, *one.places), message)
