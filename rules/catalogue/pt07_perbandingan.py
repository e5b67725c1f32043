"""A stated rise is the growth, and not the ratio, of the two years of the row it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.change_as_index import AsIndex, changes_as_index
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict


class PT07(Rule):
    """Kenaikan atau penurunan dalam kalimat bukan perbandingan realisasi tahun ini dengan tahun lalu pada tabel.

    Hanya bila kalimatnya menyebut nama indikatornya persis, dan angkanya sama dengan realisasi tahun ini dibagi tahun lalu atau dengan
    pertumbuhannya. Kalimat yang memuat sendiri kedua angkanya diperiksa oleh PT02.

    Lolos:
        Laporan Kinerja Tahun 2016

        Tabel 8 Perbandingan Realisasi Kinerja
        | No | Indikator Kinerja | Realisasi 2015 | Realisasi 2016 | (%) |
        | 1 | Jumlah unit pelayanan terbaik | 17 | 18 | 105,88 |

        Jumlah unit pelayanan terbaik meningkat sebesar 5,88%.

    Temuan:
        Laporan Kinerja Tahun 2016

        Tabel 8 Perbandingan Realisasi Kinerja
        | No | Indikator Kinerja | Realisasi 2015 | Realisasi 2016 | (%) |
        | 1 | Jumlah unit pelayanan terbaik | 17 | 18 | 105,88 |

        Jumlah unit pelayanan terbaik meningkat sebesar 105,88%.
    """

    code = "PT07"
    title = "Kenaikan yang disebut adalah perbandingan kedua tahun"
    family = "perubahan_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.2; aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in changes_as_index(report):
            yield self.outcome(one.result, one.places, _message(one))


def _message(one: AsIndex) -> str:
    said = f"{'Kenaikan' if one.rose else 'Penurunan'} {one.name} tertulis {one.result.stated}"
    return f"{said}, sedangkan {one.result.working}; yang tertulis adalah perbandingan kedua tahun itu."
