"""The year that a heading names is that of its section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.misdated_headings import dated_headings
from rules.outcome import Outcome, Severity, Verdict
from rules.telling import table_name


class LT10(Rule):
    """Tahun dalam judul bagian sama dengan tahun tabel-tabel di bawahnya.

    Hanya judul yang menyebut satu tahun, sedangkan semua tabel bertahun di bawahnya bertahun laporan, dan tahun yang disebut itu
    tidak muncul lagi dalam kalimat atau kolom bagian itu.

    Lolos:
        Laporan Kinerja Tahun 2016

        2.3 Perjanjian Kinerja Tahun 2016

        Perjanjian kinerja ditetapkan sebagai berikut.

        Tabel 2.1 Perjanjian Kinerja 2016
        | No | Indikator Kinerja | Target |
        | 1 | Cakupan Pelayanan | 100 |
        | 2 | Cakupan Penanganan | 90 |

    Temuan:
        Laporan Kinerja Tahun 2016

        2.3 Perjanjian Kinerja Tahun 2015

        Perjanjian kinerja ditetapkan sebagai berikut.

        Tabel 2.1 Perjanjian Kinerja 2016
        | No | Indikator Kinerja | Target |
        | 1 | Cakupan Pelayanan | 100 |
        | 2 | Cakupan Penanganan | 90 |
    """

    code = "LT10"
    title = "Tahun judul bagian berbeda dari tahun tabelnya"
    family = "label_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in dated_headings(report):
            below = f"{table_name(one.tables[0])} di bawahnya {one.result.expected.casefold()}"
            message = f"Judul “{one.name}” menyebut {one.result.stated.casefold()}, sedangkan {below}."
            yield self.outcome(one.result, one.places, message)
