"""Where a report reckons efficiency only for targets that were reached, no other row states one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.efficiency_claims import Claim, claims, condition_of, falls_short
from rules.facts import ReportView, Sentence
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import row_name, table_name


class RU07(Rule):
    """Efisiensi hanya dinyatakan untuk indikator yang capaiannya 100% atau lebih, bila laporan sendiri mensyaratkannya.

    Capaian yang dipakai adalah yang tertulis di tabel capaian; bila tidak ada, yang tertulis di tabel efisiensi. Laporan tanpa
    syarat seperti itu tidak diperiksa.

    Lolos:
        Efisiensi penggunaan sumber daya dihitung apabila target kinerja tercapai 100% atau lebih.

        Tabel 3.5 Efisiensi Penggunaan Sumber Daya Tahun 2021
        | No | Indikator Kinerja | Capaian Kinerja (%) | Penyerapan Anggaran (%) | Efisiensi (%) |
        | 1 | Cakupan Pelayanan | 100,00 | 92,40 | 7,60 |
        | 2 | Cakupan Penanganan PMKS | 95,43 | 72,80 | - |

    Temuan:
        Efisiensi penggunaan sumber daya dihitung apabila target kinerja tercapai 100% atau lebih.

        Tabel 3.5 Efisiensi Penggunaan Sumber Daya Tahun 2021
        | No | Indikator Kinerja | Capaian Kinerja (%) | Penyerapan Anggaran (%) | Efisiensi (%) |
        | 1 | Cakupan Pelayanan | 100,00 | 92,40 | 7,60 |
        | 2 | Cakupan Penanganan PMKS | 95,43 | 72,80 | 22,63 |
    """

    code = "RU07"
    title = "Efisiensi dinyatakan untuk target yang tidak tercapai"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "syarat yang dinyatakan laporan sendiri"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        found = [one for every in claims(report) for one in every]
        condition = condition_of(report) if found else None
        if condition is not None:
            yield from (self._outcome(one, condition) for one in found)

    def _outcome(self, one: Claim, condition: Sentence) -> Outcome:
        capaian = show.printed(one.true_capaian.fact.number)
        result = Comparison(Verdict.LOLOS, show.printed(one.efisiensi.number), "")
        if falls_short(one):
            result = replace(result, verdict=Verdict.TEMUAN, expected="tidak dihitung")
        places = dict.fromkeys((one.efisiensi.location, one.true_capaian.fact.location, condition.location))
        where = table_name(one.true_capaian.tabel)
        said = f"Efisiensi {row_name(one.true_capaian.baris)} tertulis {result.stated}, sedangkan capaiannya di {where} {capaian}"
        return self.outcome(result, places, f"{said}; laporan menghitung efisiensi hanya bila target tercapai.")
