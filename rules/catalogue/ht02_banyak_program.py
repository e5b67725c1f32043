"""HT02: how many programs and kegiatan a sentence speaks of, and how many the tables list."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from rules.base import Rule
from rules.compare import no_more_than
from rules.counted_rows import Counted, counted
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.quantity import Quantity


class HT02(Rule):
    """Banyaknya program atau kegiatan yang disebut kalimat tidak melebihi yang dimuat semua tabel anggaran laporan itu.

    Jumlah yang lebih kecil dibiarkan, karena kalimatnya mungkin tentang sebagian. Tidak diperiksa bila tidak ada tabel dengan
    baris total, bila selisihnya lebih dari dua, atau bila kalimatnya memuat daftar sendiri atau menyebut tahun atau sumber lain.

    Lolos:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | No | Program | Anggaran (Rp) |
        | 1 | Program Pemberdayaan Sosial | 380.938.700 |
        | 2 | Program Rehabilitasi Sosial | 575.788.100 |
        | 3 | Program Penanganan Bencana | 122.087.400 |
        | | Jumlah | 1.078.814.200 |

        Anggaran tersebut digunakan untuk melaksanakan 3 (tiga) program.

    Temuan:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | No | Program | Anggaran (Rp) |
        | 1 | Program Pemberdayaan Sosial | 380.938.700 |
        | 2 | Program Rehabilitasi Sosial | 575.788.100 |
        | 3 | Program Penanganan Bencana | 122.087.400 |
        | | Jumlah | 1.078.814.200 |

        Anggaran tersebut digunakan untuk melaksanakan 4 program.
    """

    code = "HT02"
    title = "Banyaknya program dalam kalimat melebihi yang dimuat tabel"
    family = "hitungan"
    severity = Severity.RENDAH
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in counted(report):
            yield self._outcome(one)

    def _outcome(self, one: Counted) -> Outcome:
        listed = Quantity(Decimal(one.listed), 0, 0, "", str(one.listed))
        result = no_more_than(one.stated, listed)
        message = f"Kalimat menyebut {one.stated.text} {one.level}, sedangkan tabel anggaran memuat {one.listed}."
        return self.outcome(result, (one.location, *one.places), message)
