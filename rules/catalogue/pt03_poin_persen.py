"""The difference of two percentages is told in points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.points import told_points


class PT03(Rule):
    """Selisih dua persentase disebut poin persen, bukan persen.

    Dari 74,06 % menjadi 84,50 % adalah kenaikan 10,44 poin persen, atau 14,10 persen. Diperiksa bila kedua persentasenya ada dalam kalimat,
    atau bila hanya satu baris tabel yang selisih dua tahunnya persis sebesar itu. Yang sekaligus merupakan pertumbuhan tidak dipersoalkan.

    Lolos:
        Dibandingkan tahun 2020 sebesar 74,06 %, realisasi anggaran tahun 2021 sebesar 84,50 %, terjadi kenaikan sebesar 10,44 persen poin.

    Temuan:
        Dibandingkan tahun 2020 sebesar 74,06 %, realisasi anggaran tahun 2021 sebesar 84,50 %, terjadi kenaikan sebesar 10,44 %.
    """

    code = "PT03"
    title = "Selisih dua persentase disebut persen, bukan poin persen"
    family = "perubahan_tahun"
    severity = Severity.RENDAH
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in told_points(report):
            message = (
                f"Perubahan tertulis {one.result.stated}, padahal itu selisih dua persentase ({one.result.working}): satuannya poin persen."
            )
            yield self.outcome(one.result, one.places, message)
