"""A percentage that prose repeats from a table is borne out by the table's amounts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.belief import severity_by_points
from rules.carried import repeated
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict


class BN02(Rule):
    """Persentase realisasi dalam kalimat yang sama dengan persentase tabel juga sama dengan realisasi dibagi pagu pada baris itu.

    Menjadi temuan bila persentase tabelnya sendiri tidak sama dengan jumlah uang barisnya, sehingga kalimat mengulang angka yang keliru.
    Kalimat yang menyebut jumlah uangnya diperiksa aturan lain.

    Lolos:
        Tabel 3.8 Realisasi Anggaran Tahun 2020
        | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | Program Rehabilitasi Sosial | 2.342.000.000 | 1.420.966.939 | 60,67 |
        | Program Pemberdayaan Sosial | 1.820.532.000 | 1.446.082.040 | 79,43 |
        | Jumlah | 4.162.532.000 | 2.867.048.979 | 68,88 |

        Total realisasi anggaran pada tahun 2020 sebesar 68,88 %.

    Temuan:
        Tabel 3.8 Realisasi Anggaran Tahun 2020
        | Program | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
        | Program Rehabilitasi Sosial | 2.342.000.000 | 1.420.966.939 | 60,67 |
        | Program Pemberdayaan Sosial | 1.820.532.000 | 1.446.082.040 | 79,43 |
        | Jumlah | 4.162.532.000 | 2.867.048.979 | 74,06 |

        Total realisasi anggaran pada tahun 2020 sebesar 74,06 %.
    """

    code = "BN02"
    title = "Kalimat mengulang persentase tabel yang tidak sama dengan realisasi dibagi pagu"
    family = "beda_narasi_tabel"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.B"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in repeated(report):
            said = f"Persentase dalam kalimat tertulis {one.result.stated} seperti dalam tabel"
            message = f"{said}, sedangkan realisasi / pagu pada baris itu = {one.result.expected}."
            yield self.outcome(one.result, one.places, message, severity_by_points(one.result.gap))
