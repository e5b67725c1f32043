"""A figure that two tables print in units a thousand apart is the same in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.exact import quotient_shown
from rules.facts import Fact, ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.quantity import Quantity
from rules.rows import in_column
from rules.telling import row_name, table_name
from rules.unit_twins import THOUSAND, Twins, close_twins, strays


class BT04(Rule):
    """Angka yang sama dalam kilogram dan dalam ton sama besarnya di kedua tabel.

    Dua tabel yang paling sedikit lima angkanya, dan lebih dari separuh, berselisih persis seribu kali; yang berselisih hampir seribu
    kali, dalam seperdua puluhnya, menjadi temuan. Angka yang jauh berbeda mungkin hal lain dan tidak diperiksa.

    Lolos:
        Tabel 3 Sasaran Produksi
        | No | Uraian | Target (ton) 2014 | Target (ton) 2015 | Target (ton) 2016 |
        | 1 | Sapi | 73.249.374 | 80.774.792 | 84.491.196 |
        | 2 | Domba | 30.585.844 | 32.289.790 | 34.133.102 |
        | 3 | Kambing | 9.112.643 | 9.617.179 | 10.169.900 |
        | 4 | Itik | 6.081.125 | 6.295.315 | 6.511.637 |
        | 5 | Ayam | 25.006.794 | 25.683.541 | 26.320.463 |

        Tabel 4 Sasaran Produksi Tahun 2016
        | No | Uraian | Satuan | Target 2016 |
        | 1 | Sapi | Ton | 84.491 |
        | 2 | Domba | Ton | 34.133 |
        | 3 | Kambing | Ton | 10.170 |
        | 4 | Itik | Ton | 6.512 |
        | 5 | Ayam | Ton | 26.320 |
        | 6 | Populasi domba | Ekor | 12.285.690 |

    Temuan:
        Laporan Kinerja Tahun 2016

        Tabel 3 Sasaran Produksi
        | No | Uraian | Target (ton) 2014 | Target (ton) 2015 | Target (ton) 2016 |
        | 1 | Sapi | 73.249.374 | 80.774.792 | 84.491.196 |
        | 2 | Domba | 30.585.844 | 32.289.790 | 34.133.102 |
        | 3 | Kambing | 9.112.643 | 9.617.179 | 10.169.900 |
        | 4 | Itik | 6.081.125 | 6.295.315 | 6.511.637 |
        | 5 | Ayam | 25.006.794 | 25.683.541 | 26.320.463 |
        | 6 | Kerbau | 2.689.572 | 2.793.565 | 2.888.870 |

        Tabel 4 Sasaran Produksi Tahun 2016
        | No | Uraian | Satuan | Target 2016 |
        | 1 | Sapi | Ton | 84.491 |
        | 2 | Domba | Ton | 34.133 |
        | 3 | Kambing | Ton | 10.170 |
        | 4 | Itik | Ton | 6.512 |
        | 5 | Ayam | Ton | 26.320 |
        | 6 | Populasi domba | Ekor | 12.285.690 |
        | 7 | Kerbau | Ton | 2.884 |
    """

    code = "BT04"
    title = "Angka berbeda di antara tabel dengan satuan seribu kali"
    family = "beda_antar_tabel"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for twins in close_twins(report):
            large, small = twins.pairs[0]
            result = Comparison(Verdict.LOLOS, show.printed(small.number), show.printed(large.number))
            yield self.outcome(result, (small.location, large.location))
        for twins, small, large in strays(report):
            if isinstance(large.number, Quantity):
                right = show.number(quotient_shown(large.number.value, THOUSAND, 0))
                working = f"{show.printed(large.number)} / 1.000 = {right}"
                result = Comparison(Verdict.TEMUAN, show.printed(small.number), right, working=working)
                yield self.outcome(result, (small.location, large.location), _message(twins, small, result))


def _message(twins: Twins, small: Fact, result: Comparison) -> str:
    row = next(row for row in twins.two.baris if in_column(row, small.column.index) is small)
    said = f"{row_name(row)} tertulis {result.stated} di {table_name(twins.two)}"
    return f"{said}, sedangkan {table_name(twins.one)} memberi {result.working}, seperti {len(twins.pairs)} angka lainnya."
