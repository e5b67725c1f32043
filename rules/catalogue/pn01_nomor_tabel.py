"""Every table number is used once, and the numbers are in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.numbering import of_tables
from rules.outcome import Outcome, Severity, Verdict


class PN01(Rule):
    """Setiap nomor tabel dipakai satu kali dan nomor-nomor itu berurutan.

    Nomor yang melompat dibiarkan, karena judul dapat hilang dalam pembacaan. Penomoran yang dimulai ulang tiap sasaran hanya
    dicatat.

    Lolos:
        Tabel 3.1 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi |
        | Cakupan Penanganan PMKS | 94,33 | 90,02 |

        Tabel 3.2 Realisasi Anggaran Tahun 2021
        | Program | Anggaran | Realisasi |
        | Program Rehabilitasi Sosial | 2.215.000.000 | 1.616.587.000 |

    Temuan:
        Tabel 3.1 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi |
        | Cakupan Penanganan PMKS | 94,33 | 90,02 |

        Tabel 3.1 Realisasi Anggaran Tahun 2021
        | Program | Anggaran | Realisasi |
        | Program Rehabilitasi Sosial | 2.215.000.000 | 1.616.587.000 |
    """

    code = "PN01"
    title = "Nomor tabel ganda atau tidak berurutan"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in of_tables(report):
            yield self.outcome(one.result, one.places, one.message, one.severity)
