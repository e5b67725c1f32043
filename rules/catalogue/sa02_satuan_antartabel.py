"""What two tables tell in one unit is of one size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import table_name
from rules.unit_twins import first_pairs, unit_twins


class SA02(Rule):
    """Hal yang sama dalam dua tabel dengan satuan tercetak yang sama tidak berbeda seribu kali.

    Menjadi temuan bila paling sedikit tiga hal pada tahun yang sama tertulis sebagai n dan, sesudah dibulatkan, sebagai n/1000,
    dan itu lebih dari separuh hal yang dimuat kedua tabel. Tabel tanpa satuan tidak diperiksa.

    Lolos:
        Laporan Kinerja Tahun 2016

        Tabel 3 Sasaran Produksi
        | No | Uraian | Target (kg) 2015 | Target (ton) 2016 |
        | 1 | Daging | 741.708.741 | 768.495 |
        | 2 | Telur | 210.663.912 | 217.235 |
        | 3 | Pakan | 1.261.791.641 | 1.268.796 |

        Tabel 4 Perjanjian Kinerja Tahun 2016
        | No | Uraian | Satuan | Target 2016 |
        | 1 | Daging | Ton | 768.495 |
        | 2 | Telur | Ton | 217.235 |
        | 3 | Populasi domba | Ekor | 12.285.690 |

    Temuan:
        Laporan Kinerja Tahun 2016

        Tabel 3 Sasaran Produksi
        | No | Uraian | Target (ton) 2015 | Target (ton) 2016 |
        | 1 | Daging | 741.708.741 | 768.495.149 |
        | 2 | Telur | 210.663.912 | 217.235.447 |
        | 3 | Susu | 261.791.641 | 268.796.694 |

        Tabel 4 Perjanjian Kinerja Tahun 2016
        | No | Uraian | Satuan | Target 2016 |
        | 1 | Daging | Ton | 768.495 |
        | 2 | Telur | Ton | 217.235 |
        | 3 | Susu | Ton | 268.797 |
        | 4 | Populasi domba | Ekor | 12.285.690 |
    """

    code = "SA02"
    title = "Satuan sebuah tabel berbeda dari yang tercetak"
    family = "satuan"
    severity = Severity.TINGGI
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.1; aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in unit_twins(report):
            mine, yours = one.pairs[0]
            stated, right = show.printed(mine.number), show.printed(yours.number)
            message = (
                f"{len(one.pairs)} angka {table_name(one.one)} seribu kali angka yang sama di {table_name(one.two)}, padahal keduanya "
                f"tertulis dalam {one.unit}."
            )
            working = f"{stated} / 1.000 = {right}" if one.verdict == Verdict.TEMUAN else ""
            yield self.outcome(
                Comparison(one.verdict, stated, right, working=working), (f.location for f in first_pairs(one.pairs)), message
            )
