"""Two sentences state the same average of the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.averages_told import averages_told
from rules.base import Rule
from rules.belief import severity_by_points
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.wholes_told import wholes_told


class AN03(Rule):
    """Rata-rata capaian laporan yang disebut dalam dua kalimat sama, bila salah satunya terbukti dari baris-baris tabel.

    Begitu pula capaian kinerja sasaran instansi dalam tahun laporan, bila disebut bersama nama instansinya dan bukan tentang sebagian
    sasaran atau menurut Renstra. Hanya bila tidak ada baris rata-rata pada tabel (itu BN01). Rata-rata dari tabel yang disebut
    nomornya, atau dari angka-angka yang disebut sesudahnya, tidak diperiksa.

    Lolos:
        Tabel 3.1 Capaian Kinerja
        | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | Cakupan Pelayanan | 100 | 90 | 90,00 |
        | Cakupan Penanganan | 100 | 94 | 94,00 |
        | Cakupan Pembinaan | 100 | 98 | 98,00 |

        Secara umum rata-rata capaian kinerja Dinas Sosial sebesar 94,00%.

        Dapat disimpulkan bahwa rata-rata capaian kinerja Dinas Sosial sebesar 94,00%, atau sangat baik.

    Temuan:
        Tabel 3.1 Capaian Kinerja
        | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | Cakupan Pelayanan | 100 | 90 | 90,00 |
        | Cakupan Penanganan | 100 | 94 | 94,00 |
        | Cakupan Pembinaan | 100 | 98 | 98,00 |

        Secara umum rata-rata capaian kinerja Dinas Sosial sebesar 94,00%.

        Dapat disimpulkan bahwa rata-rata capaian kinerja Dinas Sosial sebesar 97,20%, atau sangat baik.
    """

    code = "AN03"
    title = "Dua kalimat memuat capaian keseluruhan yang berbeda"
    family = "beda_antar_narasi"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in averages_told(report):
            message = (
                f"Rata-rata capaian tertulis {one.result.stated} dalam kalimat ini, tetapi {one.result.expected} dalam kalimat lain, "
                f"yang sama dengan rata-rata baris {one.table}."
            )
            yield self.outcome(one.result, one.places, message, severity_by_points(one.result.gap))
        for whole in wholes_told(report):
            message = f"{whole.called} tertulis {whole.result.stated} dalam kalimat ini, tetapi {whole.result.expected} dalam kalimat lain."
            yield self.outcome(whole.result, whole.places, message, severity_by_points(whole.result.gap))
