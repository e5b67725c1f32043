"""The year of a caption is that of the sentence or heading that leads to the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.introduced import introduced
from rules.outcome import Outcome, Severity, Verdict
from rules.telling import table_name


class LT11(Rule):
    """Tahun dalam judul tabel sama dengan tahun kalimat yang mengantar tabel itu, atau judul bagian yang diulangnya.

    Hanya kalimat yang menunjuk nomor tabel di bawahnya dan memuat kata-kata judulnya, serta judul bagian yang sama katanya; keduanya
    hanya bila menyebut tahun laporan saja. Tabel yang kolomnya bertahun seperti judulnya dan kalimat yang membandingkan tidak diperiksa.

    Lolos:
        Laporan Kinerja Tahun 2021

        Hasil pengukuran capaian kinerja sasaran Tahun 2021 tersaji pada Tabel 3.4 di bawah ini.

        Tabel 3.4 Hasil Pengukuran Kinerja Sasaran Tahun 2021
        | No | Sasaran | Capaian (%) |
        | 1 | Meningkatnya mutu layanan | 98,20 |
        | 2 | Meningkatnya akuntabilitas | 101,15 |

    Temuan:
        Laporan Kinerja Tahun 2021

        Hasil pengukuran capaian kinerja sasaran Tahun 2021 tersaji pada Tabel 3.4 di bawah ini.

        Tabel 3.4 Hasil Pengukuran Kinerja Sasaran Tahun 2020
        | No | Sasaran | Capaian (%) |
        | 1 | Meningkatnya mutu layanan | 98,20 |
        | 2 | Meningkatnya akuntabilitas | 101,15 |
    """

    code = "LT11"
    title = "Tahun judul tabel berbeda dari pengantarnya"
    family = "label_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in introduced(report):
            stated, expected = one.result.stated.casefold(), one.result.expected.casefold()
            message = f"Judul {table_name(one.tabel)} menyebut {stated}, sedangkan {one.by} menyebut {expected}."
            yield self.outcome(one.result, one.places, message)
