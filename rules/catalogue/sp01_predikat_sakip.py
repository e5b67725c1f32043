"""The letter of an AKIP score is the one that the regulation gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.compare_words import on_scale_exactly
from rules.exact import EXACT
from rules.facts import ReportView, Sebutan
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.predikat import Scale, mention_of, regulations

NOT_IN_FORCE = "skala AKIP untuk tahun ini tidak tersedia"
UNDATED = "tahun nilainya tidak disebut; sebelum 2015 berlaku skala lain"
FIRST, SETTLED = 2015, 2018
FARTHEST = 80


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
                grouped.setdefault((str(sebutan.quantity.value.normalize(EXACT)), sebutan.label), []).append(sebutan)
        for same in grouped.values():
            yield self._outcome(report, same)

    def _outcome(self, report: ReportView, same: list[Sebutan]) -> Outcome:
        """One finding for a score and its letter, however often they are said."""
        first, scale = same[0], _scale(report, same[0])
        stated, places = _as_printed(first), [s.location for s in same]
        if scale is None or not scale.label(first.label):
            return self.outcome(Comparison(Verdict.TAK_DIPERIKSA, stated, "", reason=NOT_IN_FORCE), places)
        result = replace(on_scale_exactly(scale.label(first.label), first.quantity, scale.bands), stated=stated)
        if result.verdict == Verdict.TEMUAN and _may_be_old(report, same):
            return self.outcome(Comparison(Verdict.TAK_DIPERIKSA, stated, result.expected, reason=UNDATED), places)
        times = f" ({len(same)} kali)" if len(same) > 1 else ""
        said = f"Nilai AKIP {show.number(first.quantity.value)} disebut {first.label}{times}"
        return self.outcome(result, places, f"{said}, sedangkan menurut {scale.source}: {result.expected}.")


def _as_printed(sebutan: Sebutan) -> str:
    """The score with its letter as the text prints them: `80 atau predikat “A”`; the letter may stand there for other scores too."""
    number, label = (r"\s+".join(map(re.escape, text.split())) for text in (sebutan.quantity.text, sebutan.label))
    found = re.search(rf"(?<![\d.,]){number}(?![.,]?\d)(?:(?!\d).){{0,{FARTHEST}}}?(?<!\w){label}(?!\w)[”\"')]?", sebutan.location.text)
    return found.group() if found is not None else f"{show.number(sebutan.quantity.value)} ({sebutan.label})"


def _scale(report: ReportView, sebutan: Sebutan) -> Scale | None:
    mention = mention_of(report, sebutan)
    year = mention.year if mention is not None and mention.year is not None else report.identity.year
    return next((scale for scale, _ in regulations("akip", year)), None)


def _may_be_old(report: ReportView, same: list[Sebutan]) -> bool:
    """Reports of the first years still quote scores given on the scale before; unless the sentence says the year, nothing is sure."""
    year = report.identity.year
    dated = any(str(known) in sebutan.location.text for sebutan in same for known in range(FIRST, SETTLED + 1))
    return year is not None and year <= SETTLED and not dated
