"""A year is compared with another year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.said import ComparedYears


class LT04(Rule):
    """Sebuah tahun dibandingkan atau disamakan dengan tahun lain, bukan dengan tahun itu sendiri.

    Hanya kalimat yang menyebut satu tahun dan satu tahun pembanding, atau kalimat yang dimulai dengan pembandingan terhadap kalimat
    sebelumnya. Kalimat tentang target, Renstra, triwulan, bulan atau daerah lain tidak diperiksa.

    Lolos:
        Pada tahun 2021 terjadi peningkatan realisasi anggaran sebesar 10,44 % dibandingkan dengan realisasi anggaran tahun 2020.

    Temuan:
        Pada tahun 2021 terjadi peningkatan realisasi anggaran sebesar 10,44 % dibandingkan dengan realisasi anggaran tahun 2021.
    """

    code = "LT04"
    title = "Tahun dibandingkan dengan tahun yang sama"
    family = "label_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.2"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.said.compared_years:
            yield self.outcome(_compared(one, report.identity.year), one.places, _message(one))


def _compared(one: ComparedYears, year: int | None) -> Comparison:
    """A sentence on the report's year means the one before; one on an earlier year that is then compared with it means the report's."""
    verdict = Verdict.TEMUAN if one.year == one.other else Verdict.LOLOS
    expected = year if year is not None and one.year < year else one.year - 1
    return Comparison(verdict, f"tahun {one.other}", f"tahun {expected}" if verdict == Verdict.TEMUAN else "")


def _message(one: ComparedYears) -> str:
    sentences = "Kedua kalimat ini" if len(one.places) > 1 else "Kalimat ini"
    return (
        f"{sentences} membandingkan tahun {one.year} dengan tahun yang sama (“{one.words}”); salah satu tahunnya agaknya bukan {one.year}."
    )
