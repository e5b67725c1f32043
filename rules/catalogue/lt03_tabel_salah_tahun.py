"""A table is dated with the year whose amounts it states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.misdated import misdated
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import table_name


class LT03(Rule):
    """Tabel yang judulnya menyebut tahun lain tidak memuat angka tahun laporan.

    Menjadi temuan bila anggaran dan realisasi yang tidak bulat, tiga hasil kinerja, atau delapan anggaran bulat sama persis dengan
    tabel atau kalimat bertahun laporan, dan tidak satu pun berbeda. Target dan beberapa anggaran bulat dapat sama dalam dua tahun.

    Lolos:
        Laporan Kinerja Tahun 2016

        Tabel 4 Anggaran Program Tahun 2016
        | No | Program | Anggaran (Rp) |
        | 1 | Program Ketersediaan Pangan | 1.954.040.500 |
        | 2 | Program Distribusi Pangan | 2.043.117.250 |
        | 3 | Program Keamanan Pangan | 598.620.100 |

        Tabel 5 Anggaran Program Tahun 2015
        | No | Program | Anggaran (Rp) |
        | 1 | Program Ketersediaan Pangan | 1.822.300.000 |
        | 2 | Program Distribusi Pangan | 2.113.425.000 |
        | 3 | Program Keamanan Pangan | 612.500.750 |

    Temuan:
        Laporan Kinerja Tahun 2016

        Tabel 4 Anggaran Program Tahun 2016
        | No | Program | Anggaran (Rp) |
        | 1 | Program Ketersediaan Pangan | 1.954.040.500 |
        | 2 | Program Distribusi Pangan | 2.043.117.250 |
        | 3 | Program Keamanan Pangan | 598.620.100 |

        Tabel 5 Anggaran Program Tahun 2015
        | No | Program | Anggaran (Rp) |
        | 1 | Program Ketersediaan Pangan | 1.954.040.500 |
        | 2 | Program Distribusi Pangan | 2.043.117.250 |
        | 3 | Program Keamanan Pangan | 598.620.100 |
    """

    code = "LT03"
    title = "Judul tabel menyebut tahun lain daripada angkanya"
    family = "label_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.B"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in misdated(report):
            message = (
                f"Judul {table_name(one.tabel)} menyebut tahun {one.stated}, sedangkan angkanya sama persis dengan "
                f"{one.witness} tahun {one.year}."
            )
            result = Comparison(
                one.verdict, f"Tahun {one.stated}", f"Tahun {one.year}" if one.verdict == Verdict.TEMUAN else f"Tahun {one.stated}"
            )
            yield self.outcome(result, (one.tabel.location, one.twin, *one.places), message)
