"""The lettered rows of a table begin with a, also below a table with the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.table_places import continued_letters


class PN11(Rule):
    """Huruf baris sebuah tabel dimulai dari a, tidak melanjutkan huruf tabel sebelumnya.

    Hanya bila tabel sebelumnya memuat baris yang sama dengan huruf a, b, c dan seterusnya.

    Lolos:
        Tabel 9 Produk Regional Tahun 2014
        | No. | Lapangan Usaha | Nilai |
        | 1. | Pertanian | 120 |
        |  | a. Tanaman pangan | 60 |
        |  | b. Hortikultura | 40 |
        |  | c. Peternakan | 20 |
        | 2. | Kehutanan | 15 |
        | 3. | Perikanan | 11 |

        Tabel 10 Laju Pertumbuhan Tahun 2014
        | No. | Lapangan Usaha | Laju |
        | 1. | Pertanian | 1,20 |
        |  | a. Tanaman pangan | 0,60 |
        |  | b. Hortikultura | 0,40 |
        |  | c. Peternakan | 0,20 |
        | 2. | Kehutanan | 0,15 |
        | 3. | Perikanan | 0,11 |

    Temuan:
        Tabel 9 Produk Regional Tahun 2014
        | No. | Lapangan Usaha | Nilai |
        | 1. | Pertanian | 120 |
        |  | a. Tanaman pangan | 60 |
        |  | b. Hortikultura | 40 |
        |  | c. Peternakan | 20 |
        | 2. | Kehutanan | 15 |
        | 3. | Perikanan | 11 |

        Tabel 10 Laju Pertumbuhan Tahun 2014
        | No. | Lapangan Usaha | Laju |
        | 1. | Pertanian | 1,20 |
        |  | d. Tanaman pangan | 0,60 |
        |  | e. Hortikultura | 0,40 |
        |  | f. Peternakan | 0,20 |
        | 2. | Kehutanan | 0,15 |
        | 3. | Perikanan | 0,11 |
    """

    code = "PN11"
    title = "Huruf baris melanjutkan tabel sebelumnya"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in continued_letters(report):
            yield self.outcome(one.result, one.places, one.message, one.severity)
