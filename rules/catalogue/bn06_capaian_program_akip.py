"""BN06: what a table states of a program whose indicator is the AKIP score, against that score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.program_akip import programs_of_akip


class BN06(Rule):
    """Bila indikator sebuah program, menurut uraiannya, nilai akuntabilitas kinerja, capaian program itu sama dengan capaian nilai itu.

    Hanya dibandingkan bila kalimatnya berada di bawah judul yang menyebut program itu, hanya satu indikator memuat nilai itu dengan
    target yang sama, dan tabel program memuat target setahun penuh di samping capaiannya.
    Tabel yang menyatakan kinerja program dalam persen dari targetnya diterima, begitu pula capaian yang dibatasi 100.

    Lolos:
        Tabel 3.2 Perbandingan Target dan Realisasi Kinerja Tahun 2021
        | Sasaran Strategis | Indikator Kinerja | Target | Realisasi | Capaian Kinerja |
        | Meningkatnya akuntabilitas | Predikat Akuntabilitas Kinerja | 80 | 74,76 | 93,45% |

        1) Program Penunjang Urusan Pemerintahan Daerah

        Indikator program ini yaitu nilai akuntabilitas kinerja dinas dengan target nilai 80.

        Tabel 3.6 Capaian Kinerja Program Tahun 2021
        | Program | Target Kinerja Program | Realisasi Kinerja Program | Capaian (%) |
        | Program Penunjang Urusan Pemerintahan Daerah | 80 | 74,76 | 93,45% |

    Temuan:
        Tabel 3.2 Perbandingan Target dan Realisasi Kinerja Tahun 2021
        | Sasaran Strategis | Indikator Kinerja | Target | Realisasi | Capaian Kinerja |
        | Meningkatnya akuntabilitas | Predikat Akuntabilitas Kinerja | 80 | 74,76 | 93,45% |

        1) Program Penunjang Urusan Pemerintahan Daerah

        Indikator program ini yaitu nilai akuntabilitas kinerja dinas dengan target nilai 80.

        Tabel 3.6 Capaian Kinerja Program Tahun 2021
        | Program | Target Kinerja Program | Realisasi Kinerja Program | Capaian (%) |
        | Program Penunjang Urusan Pemerintahan Daerah | 100% | 100% | 100% |
    """

    code = "BN06"
    title = "Capaian program berbeda dari nilai akuntabilitas kinerja yang menjadi indikatornya"
    family = "beda_antar_tabel"
    severity = Severity.TINGGI
    basis = "PermenPANRB 53/2014 Lampiran III angka III.4"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in programs_of_akip(report):
            yield self.outcome(one.result, one.places, one.message, one.severity)
