"""A report rests on the plan that is in force in its year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.lapsed_plans import followed_plans
from rules.outcome import Outcome, Severity, Verdict


class LT12(Rule):
    """Kurun Renstra atau RPJMD yang dipakai sebagai dasar memuat tahun laporan, seperti yang disebut di bagian lain laporan.

    Hanya kalimat yang menyatakan dasarnya (berdasarkan, mengacu, sesuai) dengan kurun yang sudah berakhir sebelum tahun laporan,
    sedangkan laporan itu dua kali atau lebih menyebut kurun yang berlaku. Judul peraturan, rencana nasional, dan kalimat tentang rencana
    sebelumnya atau tahun sebelumnya tidak diperiksa.

    Lolos:
        Laporan Kinerja Tahun 2021

        Laporan ini mengacu pada Renstra Dinas Perhubungan Tahun 2019-2024. Sasarannya ada dalam Renstra Dinas Perhubungan Tahun 2019-2024.

    Temuan:
        Laporan Kinerja Tahun 2021

        Laporan ini mengacu pada Renstra Dinas Perhubungan Tahun 2019-2024. Sasarannya ada dalam Renstra Dinas Perhubungan Tahun 2019-2024.

        Berdasarkan Renstra Dinas Perhubungan tahun 2013-2018, terdapat empat sasaran yang harus dicapai pada tahun 2021.
    """

    code = "LT12"
    title = "Kurun rencana sudah berakhir sebelum tahun laporan"
    family = "label_tahun"
    severity = Severity.RENDAH
    basis = "PermenPANRB 53/2014 Lampiran II Bab II"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in followed_plans(report):
            stated, expected = one.result.stated, one.result.expected
            message = f"Kalimat menyebut {one.plan} {stated} sebagai dasar, sedangkan di bagian lain laporan ini {one.plan} {expected}."
            yield self.outcome(one.result, one.places, message)
