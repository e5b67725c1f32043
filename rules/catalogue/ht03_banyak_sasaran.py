"""HT03: how many sasaran and indicators the agency has is told alike throughout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.counts_told import most_listed, pairs
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict

UNSURE = "tabel kinerja tidak memuat sebanyak yang disebut kalimat lain"


class HT03(Rule):
    """Banyaknya sasaran dan indikator instansi disebut sama di semua kalimat laporan, dan sesuai dengan tabel kinerjanya.

    Menjadi temuan bila kalimat lain menyebut jumlah yang lain dan jumlah indikatornya sama dengan yang dimuat tabel kinerja terpanjang.
    Kalimat tentang perubahan jumlah, tentang Renstra, tahun lain, atau tentang satu tujuan atau bidang saja tidak diperiksa.

    Lolos:
        Laporan Kinerja Tahun 2024

        Dinas Sosial mempunyai 2 (dua) sasaran strategis dengan 2 (dua) indikator kinerja.

        Pada tahun 2024 Dinas Sosial memiliki dua sasaran dengan dua indikator kinerja.

    Temuan:
        Laporan Kinerja Tahun 2024

        Tabel 3.1 Capaian Kinerja Tahun 2024
        | No | Sasaran | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Terpenuhinya kebutuhan warga | Persentase Warga Terlayani | 80 | 84 | 105 |
        | 2 | Meningkatnya akuntabilitas | Nilai SAKIP | 70 | 71,4 | 102 |

        Dinas Sosial mempunyai 2 (dua) sasaran strategis dengan 2 (dua) indikator kinerja.

        Pada tahun 2024 Dinas Sosial memiliki satu sasaran dengan satu indikator kinerja.
    """

    code = "HT03"
    title = "Banyaknya sasaran dan indikator disebut berbeda"
    family = "beda_antar_narasi"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        said = list(pairs(report))
        listed, table = most_listed(report) if said else (0, None)
        for one in said:
            other = next((two for two in said if (two.sasaran, two.indikator) != (one.sasaran, one.indikator)), None)
            if other is None or one.indikator == listed:
                yield self.outcome(Comparison(Verdict.LOLOS, one.words, one.words), (one.location,))
                continue
            right = next((two for two in said if two.indikator == listed), None)
            if right is None or table is None:
                yield self.outcome(Comparison(Verdict.TAK_DIPERIKSA, one.words, "", reason=UNSURE), (one.location, other.location))
                continue
            result = Comparison(Verdict.TEMUAN, one.words, right.words)
            message = f"Kalimat ini menyebut {one.words}, sedangkan kalimat lain {right.words}, sebanyak yang dimuat tabel kinerja."
            yield self.outcome(result, (one.location, right.location, table), message)
