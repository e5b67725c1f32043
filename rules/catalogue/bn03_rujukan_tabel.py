"""BN03: a sentence that explains a table says the figure of that table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.referred import referred
from rules.rows import MEASURE_NAMES
from rules.telling import table_name


class BN03(Rule):
    """Kalimat yang merujuk tabel tepat di atasnya memuat angka tabel itu, bila tabelnya hanya satu baris.

    Hanya kalimat yang tidak menyebut barisnya; kalimat yang menyebutnya diperiksa BN01. Angka yang ada pada kolom lain dari baris
    yang sama tidak diperiksa, karena kalimatnya dapat dibaca begitu.

    Lolos:
        Laporan Kinerja Tahun 2024

        Tabel 3.5 Capaian terhadap Renstra
        | Indikator Kinerja | Target 2024 | Realisasi 2024 | Target Renstra (2024) | Persentase Capaian terhadap Renstra |
        | Persentase Warga Terlayani | 80,00 | 84,00 | 75,00 | 112,00 |

        Berdasarkan tabel 3.5 diketahui bahwa capaian kinerja tahun 2024 dibanding dengan target Renstra telah mencapai 112,00 %.

    Temuan:
        Laporan Kinerja Tahun 2024

        Tabel 3.5 Capaian terhadap Renstra
        | Indikator Kinerja | Target 2024 | Realisasi 2024 | Target Renstra (2024) | Persentase Capaian terhadap Renstra |
        | Persentase Warga Terlayani | 80,00 | 84,00 | 75,00 | 112,00 |

        Berdasarkan tabel 3.5 diketahui bahwa capaian kinerja tahun 2024 dibanding dengan target Renstra telah mencapai 105,00 %.
    """

    code = "BN03"
    title = "Penjelasan tabel memuat angka lain"
    family = "beda_narasi_tabel"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in referred(report):
            said, cell = show.printed(one.mention.quantity), show.printed(one.fact.number)
            word = MEASURE_NAMES.get(one.fact.measure, "Angka")
            message = f"{word} tertulis {said} dalam kalimat yang menjelaskan {table_name(one.tabel)}, tetapi {cell} di tabel itu."
            yield self.outcome(one.result, (one.mention.location, one.fact.location), message)
