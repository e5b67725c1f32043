"""A sentence that says whether a target was reached fits the capaian it states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.reached import in_sentences


class LB02(Rule):
    """Kalimat yang menyebut target telah tercapai atau terlampaui memuat capaian paling sedikit 100 %, dan sebaliknya.

    Hanya kalimat yang semua capaiannya di pihak lain dari kata-katanya yang menjadi temuan. Kalimat bersyarat, kalimat dengan
    "hampir", "kecuali" atau "namun", dan kalimat tentang Renstra atau nasional tidak diperiksa; begitu pula laporan yang menetapkan sendiri
    kapan target disebut tercapai.

    Lolos:
        Indikator Cakupan Layanan dengan capaian kinerja sebesar 104,20 % telah melebihi target yang ditetapkan.

    Temuan:
        Indikator Cakupan Layanan dengan capaian kinerja sebesar 94,20 % telah melebihi target yang ditetapkan.
    """

    code = "LB02"
    title = "Kalimat menyebut target tercapai atau tidak tercapai, berlawanan dengan capaiannya"
    family = "label_salah"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in in_sentences(report):
            message = f"Kalimat ini menyebut “{one.result.stated}”, sedangkan capaian yang disebutnya {one.result.working}."
            yield self.outcome(one.result, one.places, message)
