"""Every indicator has its own analysis where the others have one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.unanalysed import unanalysed


class KL06(Rule):
    """Bila capaian diuraikan per indikator (Indikator Kinerja 1, 2, 3), semua indikator dalam tabel capaian diuraikan.

    Hanya bila urutan dan nama indikator dalam judul uraian sama dengan tabel capaian, sehingga jelas indikator mana yang tidak diuraikan.

    Lolos:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No. | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Persentase keluarga miskin yang dibantu | 80 | 72 | 90 |
        | 2 | Persentase lembaga sosial yang aktif | 50 | 50 | 100 |
        | 3 | Nilai kepuasan masyarakat | 80 | 84 | 105 |

        A. Indikator Kinerja 1: Persentase keluarga miskin yang dibantu
        Keluarga miskin yang dibantu tahun ini bertambah di semua kecamatan.
        B. Indikator Kinerja 2: Persentase lembaga sosial yang aktif
        Lembaga sosial yang aktif tahun ini sama banyaknya dengan tahun lalu.
        C. Indikator Kinerja 3: Nilai kepuasan masyarakat
        Nilai kepuasan masyarakat diperoleh dari survei pada akhir tahun.

    Temuan:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No. | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Persentase keluarga miskin yang dibantu | 80 | 72 | 90 |
        | 2 | Persentase lembaga sosial yang aktif | 50 | 50 | 100 |
        | 3 | Nilai kepuasan masyarakat | 80 | 84 | 105 |

        A. Indikator Kinerja 1: Persentase keluarga miskin yang dibantu
        Keluarga miskin yang dibantu tahun ini bertambah di semua kecamatan.
        B. Indikator Kinerja 2: Persentase lembaga sosial yang aktif
        Lembaga sosial yang aktif tahun ini sama banyaknya dengan tahun lalu.
    """

    code = "KL06"
    title = "Indikator tidak diuraikan"
    family = "kelengkapan"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II, Bab III huruf A"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in unanalysed(report):
            yield self.outcome(one.result, one.places, one.message, one.severity)
