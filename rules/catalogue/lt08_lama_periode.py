"""LT08: how many years a plan has, told beside the years of its period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.dates import TERM
from rules.facts import Location, ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.plan_periods import Period, plan_periods
from rules.texts import places_matching, places_with

_WORDS = {word: number for number, word in enumerate(("dua", "tiga", "empat", "lima", "enam"), start=2)}
_LONG = rf"\b(?P<said>(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})\s*(?:\([a-z]+\)\s*)?tahun(?:an)?)\b"
_BEHIND = rf"(?:[\s,(]+(?:yaitu|yakni|periode|dari|mulai|tahun|untuk|kurun\s+waktu)\b){{0,3}}[\s,(]+{TERM}"
_BESIDE = re.compile(_LONG + _BEHIND, re.IGNORECASE)
_PERIOD = re.compile(TERM, re.IGNORECASE)
_SPAN = re.compile(rf"\b(?:kurun|jangka)\s+waktu\s+{_LONG}(?!\s+(?:terakhir|sebelumnya|lalu))", re.IGNORECASE)
_PLAN = re.compile(r"\b(?:renstra|rencana\s+strategis)\b", re.IGNORECASE)


class LT08(Rule):
    """Lamanya periode rencana sesuai dengan tahun awal dan akhirnya: 2023-2026 adalah empat tahun, bukan lima.

    Diterima bila sama dengan selisih kedua tahunnya atau dengan banyaknya tahun termasuk keduanya. Lama Renstra yang disebut tanpa
    tahun dibandingkan dengan periode Renstra pada kalimat tepat sebelumnya. Periode RPJMD atau Renstra paling lama lima tahun, dan sama
    dengan yang disebut berkali-kali untuk tahun awal itu.

    Lolos:
        Target itu bagian dari kerangka lima tahunan periode 2021-2026.

    Temuan:
        Target itu bagian dari kerangka lima tahunan periode 2023-2026.
    """

    code = "LT08"
    title = "Lama periode tidak sesuai dengan tahun awal dan akhirnya"
    family = "label_tahun"
    severity = Severity.RENDAH
    basis = "Permendagri 86/2017: periode Renstra"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        dated = places_matching(report, _PERIOD)
        for index in sorted({*dated, *places_with(report, "waktu")}):
            sentence, before = report.sentences[index], report.sentences[index - 1] if index else None
            found = [one for one in _BESIDE.finditer(sentence.text) if _is_period(one)]
            for one in found:
                yield self._outcome(one, one, (sentence.location,))
            span = _SPAN.search(sentence.text) if not found and before is not None and _PLAN.search(sentence.text) else None
            if span and before is not None and not _PERIOD.search(sentence.text) and before.heading == sentence.heading:
                periods = filter(_is_period, _PERIOD.finditer(before.text)) if _PLAN.search(before.text) else ()
                terms = {(term["from"], term["to"]): term for term in periods}
                if len(terms) == 1:
                    yield self._outcome(span, next(iter(terms.values())), (sentence.location, before.location))

        for period in plan_periods(report.sentences[index] for index in dated):
            yield self.outcome(period.result, period.places, _message(period))

    def _outcome(self, told: re.Match[str], term: re.Match[str], places: tuple[Location, ...]) -> Outcome:
        apart = int(term["to"]) - int(term["from"])
        number = _WORDS.get(told["number"].casefold()) or int(told["number"])
        verdict = Verdict.LOLOS if number in (apart, apart + 1) else Verdict.TEMUAN
        result = Comparison(verdict, told["said"], f"{apart + 1} tahun")
        message = f"Periode {term['from']}-{term['to']} disebut {told['said']}, sedangkan lamanya {apart + 1} tahun."
        return self.outcome(result, places, message)


def _message(period: Period) -> str:
    said = f"Periode {period.plan} tertulis {period.result.stated}"
    if period.too_long:
        return f"{said}; rencana itu berjangka lima tahun."
    return f"{said}, di tempat lain dalam laporan ini {period.result.expected}."


def _is_period(term: re.Match[str]) -> bool:
    """Whether the second year is the later one; else something other than a period is printed."""
    return int(term["from"]) < int(term["to"])
