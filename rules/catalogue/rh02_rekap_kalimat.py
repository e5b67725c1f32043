"""A sentence counts the indicators of a predikat as the recap above it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.recap_told import told_counts


class RH02(Rule):
    """Banyaknya indikator menurut predikat dalam kalimat sama dengan tabel rekap tepat di atasnya.

    Hanya kalimat yang menyebut predikat tabel itu; kalimat tentang triwulan, tahun lain, misi atau bidang tidak diperiksa.

    Lolos:
        Tabel 3.3 Jumlah Indikator menurut Kategori
        | No | Kategori | Jumlah Indikator |
        | 1 | Sangat Baik | 2 |
        | 2 | Kurang | 1 |

        Berdasarkan tabel di atas ada 2 (dua) indikator dengan kategori sangat baik dan 1 (satu) indikator dengan kategori kurang.

    Temuan:
        Tabel 3.3 Jumlah Indikator menurut Kategori
        | No | Kategori | Jumlah Indikator |
        | 1 | Sangat Baik | 2 |
        | 2 | Kurang | 0 |

        Berdasarkan tabel di atas ada 2 (dua) indikator dengan kategori sangat baik dan 1 (satu) indikator dengan kategori kurang.
    """

    code = "RH02"
    title = "Banyaknya indikator menurut predikat dalam kalimat berbeda dari tabel rekapnya"
    family = "beda_narasi_tabel"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in told_counts(report):
            said = f"Kalimat menyebut {one.words}"
            yield self.outcome(one.result, one.places, f"{said}, sedangkan tabel di atasnya {one.row.count} ({one.row.label}).")
