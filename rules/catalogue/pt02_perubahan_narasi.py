"""A rise or fall that a sentence states follows from the two values that it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.belief import severity_by_points
from rules.change_readings import INDEX, WAY, Told
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.told_changes import told_changes


class PT02(Rule):
    """Kenaikan atau penurunan dalam kalimat sesuai dengan kedua angka yang dibandingkannya.

    Dicoba sebagai selisih, sebagai poin persen, dan sebagai pertumbuhan terhadap angka sebelumnya; satu cara yang cocok sudah
    cukup. Kalimat yang memuat lebih dari dua angka sejenis, dan perubahan yang cocok dengan angka sebuah tabel, tidak diperiksa.
    Arahnya (meningkat, menurun) diperiksa bila kalimatnya sendiri menyebut mana angka yang lebih dahulu.
    Tidak diperiksa apakah selisih dua persentase disebut persen atau poin persen.

    Lolos:
        Dibandingkan tahun 2022 sebanyak 65 orang, penerima permakanan lansia tahun 2023 sebanyak 105 orang, terjadi kenaikan
        sebesar 61,54 %.

    Temuan:
        Dibandingkan tahun 2022 sebanyak 65 orang, penerima permakanan lansia tahun 2023 sebanyak 105 orang, terjadi kenaikan
        sebesar 4 %.
    """

    code = "PT02"
    title = "Perubahan dalam kalimat tidak sesuai dengan kedua angkanya"
    family = "perubahan_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.2; aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in told_changes(report):
            severity = Severity.SEDANG if one.reading in (INDEX, WAY) else severity_by_points(one.result.gap)
            yield self.outcome(one.result, one.places, _message(one), severity)


def _message(one: Told) -> str:
    if one.reading == WAY:
        return f"Kalimat menyebut “{one.result.stated}”, sedangkan angkanya berubah {one.result.working}."
    word = "Kenaikan" if one.rose else "Penurunan"
    said = f"{word} tertulis {one.result.stated}, sedangkan {one.result.working}"
    return f"{said}; yang tertulis adalah perbandingan kedua angka itu." if one.reading == INDEX else f"{said}."
