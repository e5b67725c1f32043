"""The letter of an AKIP score is the one that the regulation gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.compare_words import on_scale_exactly
from rules.facts import ReportView, Sebutan
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.predikat import Scale, mention_of, regulations

NOT_IN_FORCE = "skala AKIP untuk tahun ini tidak tersedia"


class SP01(Rule):
    """Predikat huruf nilai AKIP/SAKIP sesuai dengan PermenPANRB: AA > 90, A > 80, BB > 70, B > 60, CC > 50, C > 30, D.

    Batas bawahnya terbuka: tepat 80 adalah BB. Nilai sebelum 2015 tidak diperiksa, karena memakai skala lain.

    Lolos:
        Nilai akuntabilitas kinerja Dinas Sosial tahun 2021 menurut Tim Evaluasi SAKIP adalah 74,76 dengan predikat "BB".

    Temuan:
        Nilai akuntabilitas kinerja Dinas Sosial tahun 2021 ditargetkan mendapat nilai 80 atau predikat "A" dari Tim Evaluasi SAKIP.
    """

    code = "SP01"
    title = "Predikat SAKIP tidak sesuai dengan nilainya"
    family = "predikat_sakip"
    severity = Severity.SEDANG
    basis = "PermenPANRB 12/2015 Lampiran Bab III.B.2 huruf j; PermenPANRB 88/2021"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        grouped: dict[tuple[str, str], list[Sebutan]] = {}
        for sebutan in report.sebutan:
            if sebutan.about == "akip":
                grouped.setdefault((str(sebutan.quantity.value.normalize()), sebutan.label), []).append(sebutan)
        for same in grouped.values():
            yield self._outcome(report, same)

    def _outcome(self, report: ReportView, same: list[Sebutan]) -> Outcome:
        """One finding for a score and its letter, however often they are said."""
        first, scale = same[0], _scale(report, same[0])
        stated = f"{show.number(first.quantity.value)} ({first.label})"
        if scale is None or not scale.label(first.label):
            return self.outcome(Comparison(Verdict.TAK_DIPERIKSA, stated, "", reason=NOT_IN_FORCE), (s.location for s in same))
        result = replace(on_scale_exactly(scale.label(first.label), first.quantity, scale.bands), stated=stated)
        times = f" ({len(same)} kali)" if len(same) > 1 else ""
        message = f"Nilai AKIP {show.number(first.quantity.value)} disebut {first.label}{times}, sedangkan menurut {scale.source}: {result.expected}."
        return self.outcome(result, (s.location for s in same), message)


def _scale(report: ReportView, sebutan: Sebutan) -> Scale | None:
    mention = mention_of(report, sebutan)
    year = mention.year if mention is not None and mention.year is not None else report.identity.year
    return next((scale for scale, _ in regulations("akip", year)), None)
