"""A sentence that names the table below it names the right number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.table_places import named_tables


class PN10(Rule):
    """Kalimat yang menunjuk tabel berikut atau tabel di bawah ini menyebut nomor tabel yang memang ada di bawahnya.

    Hanya bila tabel bernomor itu tepat di bawah kalimatnya dan nomor yang disebut sudah dipakai tabel sebelumnya. Rujukan lain, misalnya
    ke tabel di atas atau di lampiran, tidak diperiksa.

    Lolos:
        Tabel 3.1 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi |
        | Nilai AKIP | 69 | 68 |

        Rincian anggaran dan realisasinya disajikan seperti pada tabel 3.2 berikut :

        Tabel 3.2 Realisasi Anggaran Tahun 2021
        | Program | Anggaran | Realisasi |
        | Program Rehabilitasi Sosial | 2.215.000.000 | 1.616.587.000 |

    Temuan:
        Tabel 3.1 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi |
        | Nilai AKIP | 69 | 68 |

        Rincian anggaran dan realisasinya disajikan seperti pada tabel 3.1 berikut :

        Tabel 3.2 Realisasi Anggaran Tahun 2021
        | Program | Anggaran | Realisasi |
        | Program Rehabilitasi Sosial | 2.215.000.000 | 1.616.587.000 |
    """

    code = "PN10"
    title = "Rujukan ke nomor tabel yang lain"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in named_tables(report):
            yield self.outcome(one.result, one.places, one.message, one.severity)
