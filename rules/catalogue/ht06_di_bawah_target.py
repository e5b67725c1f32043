"""As many indicators are below their targets as a sentence says of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.short_of_target import short_of_target
from rules.telling import table_name


class HT06(Rule):
    """Banyaknya indikator yang kurang dari target sama dengan baris tabel yang capaiannya di bawah 100.

    Hanya kalimat yang menyebut nomor satu tabel, dan hanya bila setiap indikator tabel itu mempunyai satu capaian.

    Lolos:
        Tabel 3.1 Capaian Indikator Kinerja
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Jumlah LPK yang terakreditasi | 30 | 21 | 70,00 |
        | 2 | Jumlah calon transmigran | 180 | 206 | 114,44 |

        Dari Tabel 3.1 terlihat ada 1 indikator yang realisasinya kurang dari target.

    Temuan:
        Tabel 3.1 Capaian Indikator Kinerja
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Jumlah LPK yang terakreditasi | 30 | 21 | 70,00 |
        | 2 | Jumlah calon transmigran | 180 | 206 | 114,44 |

        Dari Tabel 3.1 terlihat ada 2 indikator yang realisasinya kurang dari target.
    """

    code = "HT06"
    title = "Banyaknya indikator di bawah target berbeda dari tabelnya"
    family = "hitungan"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in short_of_target(report):
            said = f"Kalimat menyebut {one.result.stated}, sedangkan di {table_name(one.tabel)}"
            yield self.outcome(one.result, one.places, f"{said} ada {one.result.expected} indikator dengan capaian di bawah 100.")
