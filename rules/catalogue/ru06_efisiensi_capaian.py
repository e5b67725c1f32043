"""Efficiency is reckoned from the capaian that the report states in its tables of capaian."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import severity_by_points
from rules.efficiency_claims import Claim, claims, reckons_by_capaian
from rules.facts import Measure, ReportView
from rules.outcome import HOLDS, Outcome, Severity, Verdict
from rules.rows import same_year
from rules.statements import Statement
from rules.telling import row_name, table_name


class RU06(Rule):
    """Efisiensi yang dihitung sebagai capaian − serapan memakai capaian yang sama dengan tabel capaian.

    Hanya untuk tabel yang barisnya membuktikan cara itu; efisiensi 100 − serapan tidak bergantung pada capaian. Tidak diperiksa bila
    tabel-tabel lain berselisih tentang capaiannya atau tidak pasti tahunnya.

    Lolos:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Nilai SAKIP | 80 | 74,76 | 93,45 |
        | 2 | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 |

        Tabel 3.5 Efisiensi Penggunaan Sumber Daya Tahun 2021
        | No | Indikator Kinerja | Capaian Kinerja (%) | Penyerapan Anggaran (%) | Efisiensi (%) |
        | 1 | Nilai SAKIP | 93,45 | 92,40 | 1,05 |
        | 2 | Cakupan Penanganan PMKS | 95,43 | 72,80 | 22,63 |

    Temuan:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Nilai SAKIP | 80 | 74,76 | 93,45 |
        | 2 | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 |

        Tabel 3.5 Efisiensi Penggunaan Sumber Daya Tahun 2021
        | No | Indikator Kinerja | Capaian Kinerja (%) | Penyerapan Anggaran (%) | Efisiensi (%) |
        | 1 | Nilai SAKIP | 93,45 | 92,40 | 1,05 |
        | 2 | Cakupan Penanganan PMKS | 90,02 | 72,80 | 17,22 |
    """

    code = "RU06"
    title = "Efisiensi dihitung dengan angka yang bukan capaiannya"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.6; aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for every in claims(report):
            if reckons_by_capaian(every):
                for one in every:
                    if one.elsewhere is not None and one.as_printed.verdict in HOLDS:
                        yield self._outcome(one, one.elsewhere)

    def _outcome(self, one: Claim, elsewhere: Statement) -> Outcome:
        result = one.by_true_capaian
        places = [one.efisiensi.location, one.capaian.fact.location, one.serapan.location, elsewhere.fact.location]
        return self.outcome(result, places, _message(one, elsewhere), severity_by_points(result.gap))


def _message(one: Claim, elsewhere: Statement) -> str:
    used, right = show.printed(one.capaian.fact.number), show.printed(elsewhere.fact.number)
    kinerja = same_year(elsewhere.baris, Measure.KINERJA, elsewhere.fact)
    copied = any(Statement(elsewhere.tabel, elsewhere.baris, fact).agrees(one.capaian) for fact in kinerja)
    what = f"{used}, yaitu realisasinya" if copied else used
    said = f"Efisiensi {row_name(one.capaian.baris)} dihitung dengan {what}, sedangkan capaian di {table_name(elsewhere.tabel)} {right}"
    return f"{said}: {one.by_true_capaian.working}."
