"""Sentences that date the figures of the report's year with another year, or tell those of an earlier year without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules.claims import Claim, claims, is_telling
from rules.compare import agree, same_value
from rules.dates import ANY_YEAR
from rules.exact import HUNDRED, ZERO
from rules.facts import AMOUNTS, Fact, Location, Measure, Mention, ReportView
from rules.narration_cells import Tie, implied, meant_row, stated_of, tie_of
from rules.outcome import Comparison, Verdict
from rules.quantity import Hole, Unreadable

_MEASURES = (*AMOUNTS, Measure.SERAPAN, Measure.TARGET, Measure.KINERJA, Measure.CAPAIAN)
_FARTHEST = 2
_SEVERAL, _ALL_THREE = 2, 3
_OF_SEVERAL_YEARS = re.compile(r"renstra|rpjmd|perjanjian|jangka menengah|s\.?/?d\.?\s|sampai|hingga|sejak|dibanding", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Misdated:
    """One claim that names an earlier year, with the cells of that year or of the report's year that state its figures.

    `undated` is one that names no year, while its row has nothing in the report's year.
    """

    result: Comparison
    mention: Mention
    places: tuple[Location, ...]
    undated: bool = False


def misdated_claims(report: ReportView) -> Iterator[Misdated]:
    """Every claim of a year next to the report's whose figures the tables state."""
    year = report.identity.year
    if year is None:
        return
    for claim in claims(report):
        if _names_one_other_year(claim.mentions[0], year):
            tie = tie_of(report, claim) if claim.mentions[0].subject else _told_by_figures(report, claim, year)
            yield from _judged(report, claim, tie, year)
        elif claim.mentions[0].subject and claim.mentions[0].year == year and not _years(claim.mentions[0].location.text):
            yield from _stale(report, claim, year)


def _names_one_other_year(mention: Mention, year: int) -> bool:
    """Whether the sentence itself dates its figures, with one year only, which is near and not the report's."""
    text = mention.location.text
    near = mention.year is not None and 0 < abs(mention.year - year) <= _FARTHEST
    return near and _years(text) == {str(mention.year)} and not _OF_SEVERAL_YEARS.search(text)


def _years(text: str) -> set[str]:
    return set(ANY_YEAR.findall(text))


def _told_by_figures(report: ReportView, claim: Claim, year: int) -> Tie:
    """Target, realisasi and capaian of a claim that names nothing, where one row of the report's year states all three."""
    now = Claim(tuple(replace(mention, year=year) for mention in claim.mentions))
    row = meant_row(report, now, Tie((), sure=False)) if len(claim.mentions) >= _ALL_THREE else None
    return Tie(report.of_subject(row[1].subject) if row is not None else (), sure=False)


def _judged(report: ReportView, claim: Claim, tie: Tie, year: int) -> Iterator[Misdated]:
    stated = [mention for mention in claim.mentions if mention.measure in _MEASURES]
    now = [(mention, _agreeing(report, replace(mention, year=year), tie)) for mention in stated]
    then = [fact for mention in stated for fact in _agreeing(report, mention, tie) if fact.year == mention.year]
    if then:
        yield Misdated(_compared(stated[0], Verdict.LOLOS, year), stated[0], (stated[0].location, then[0].location))
    elif stated and all(facts for _, facts in now) and _telling(stated):
        places = (stated[0].location, *(facts[0].location for _, facts in now))
        yield Misdated(_compared(stated[0], Verdict.TEMUAN, year), stated[0], places)


def _stale(report: ReportView, claim: Claim, year: int) -> Iterator[Misdated]:
    """An amount told without a year that its row states for an earlier year, with a dash for the report's: nothing was spent then."""
    for mention in claim.mentions:
        if mention.measure not in AMOUNTS or not is_telling(mention.quantity.value):
            continue
        cells = [fact for _, row in report.of_subject(mention.subject) for fact in row.all(mention.measure)]
        now = [fact for fact in cells if fact.year in (None, year)]
        then = [f for f in cells if f.year in range(year - _FARTHEST, year) and same_value(f.number, mention.quantity.value)]
        if then and now and all(_is_struck(fact) for fact in now) and not _years(_heading(report, mention)):
            result = Comparison(Verdict.TEMUAN, f"tahun {year}", f"tahun {then[0].year}")
            yield Misdated(result, mention, (mention.location, then[0].location, *(fact.location for fact in now)), undated=True)


def _is_struck(fact: Fact) -> bool:
    return isinstance(fact.number, Unreadable) and fact.number.reason == Hole.STRIP


def _heading(report: ReportView, mention: Mention) -> str:
    return next((sentence.heading for sentence in report.sentences if sentence.text == mention.location.text), "")


def _agreeing(report: ReportView, mention: Mention, tie: Tie) -> list[Fact]:
    cells = stated_of(report, mention, tie)
    facts = [f for _, _, f in cells if f.year == mention.year and agree(mention.quantity, f.number)]
    return facts or [f for _, row in tie.rows if (f := implied(row, mention)) is not None and f.year == mention.year]


def _telling(stated: Sequence[Mention]) -> bool:
    """Whether the figures cannot be those of another year by chance: an amount, or two figures of which one is no round one."""
    if any(m.measure in AMOUNTS and is_telling(m.quantity.value) for m in stated):
        return True
    fine = [m for m in stated if m.quantity.decimals > 0 and m.quantity.value not in (ZERO, HUNDRED)]
    return bool(fine) and (len(stated) >= _SEVERAL or fine[0].quantity.decimals >= _SEVERAL)


def _compared(mention: Mention, verdict: Verdict, year: int) -> Comparison:
    return Comparison(verdict, f"tahun {mention.year}", f"tahun {year}" if verdict == Verdict.TEMUAN else f"tahun {mention.year}")
