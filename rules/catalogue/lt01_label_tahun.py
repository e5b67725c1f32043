"""A comparison of years goes up to the year of the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.stale_years import Years, compared_years
from rules.telling import table_name


class LT01(Rule):
    """Tabel perbandingan target dan realisasi antartahun memuat tahun laporan.

    Menjadi temuan bila tabel sejenis dalam laporan yang sama sampai pada tahun laporan; tabel tentang tahun sebelumnya, data awal
    atau perkembangan tidak diperiksa.

    Lolos:
        Laporan Kinerja Tahun 2023

        Tabel 3.3 Sasaran Strategis I
        | Indikator Kinerja | Target 2022 | Realisasi 2022 | Target 2023 | Realisasi 2023 |
        | Persentase PPKS yang mendapat pelayanan | 57 % | 50 % | 55 % | 50 % |

        Tabel 3.4 Sasaran Strategis II
        | Indikator Kinerja | Target 2022 | Realisasi 2022 | Target 2023 | Realisasi 2023 |
        | Persentase Peningkatan Peran PSKS | 95 % | 95 % | 95 % | 95 % |

    Temuan:
        Laporan Kinerja Tahun 2023

        Tabel 3.3 Sasaran Strategis I
        | Indikator Kinerja | Target 2022 | Realisasi 2022 | Target 2023 | Realisasi 2023 |
        | Persentase PPKS yang mendapat pelayanan | 57 % | 50 % | 55 % | 50 % |

        Tabel 3.4 Sasaran Strategis II
        | Indikator Kinerja | Target 2021 | Realisasi 2021 | Target 2022 | Realisasi 2022 |
        | Persentase Peningkatan Peran PSKS | 95 % | 95 % | 95 % | 95 % |
    """

    code = "LT01"
    title = "Tabel perbandingan tidak memuat tahun laporan"
    family = "label_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.2"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in compared_years(report):
            yield self._outcome(one)

    def _outcome(self, one: Years) -> Outcome:
        whole = one.tabel.header or one.tabel.location
        if one.verdict == Verdict.TAK_DIPERIKSA:
            return self.outcome(Comparison(one.verdict, one.stated, "", reason=one.reason), (whole,))
        places = tuple(dict.fromkeys(c.location for c in reversed(one.columns) if c.location is not None)) or (whole,)
        twin = f"; {table_name(one.twin)} yang sejenis memuat tahun {one.year}" if one.twin else ""
        message = f"{table_name(one.tabel)} hanya sampai tahun {one.latest}, sedangkan laporan ini tentang tahun {one.year}{twin}."
        return self.outcome(Comparison(one.verdict, one.stated, one.expected), (*places, one.tabel.location), message)
