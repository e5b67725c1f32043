"""Sentences that state a rise or fall beside the two values between which it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from rules.change_readings import (
    SEVERAL,
    WAY,
    Level,
    Told,
    compared_change,
    is_of_points,
    levels_of,
    names_another,
    quantity_said,
    same_unit,
    says_rise,
    turned,
)
from rules.change_words import BECOMES, CLAIM, COMPARES, LONGEST, NO_CLAIM, OPENS, SIZES, TURN, TURNS
from rules.compare import not_checked
from rules.direct_changes import direct_change
from rules.exact import EXACT
from rules.facts import Fact, Location, Measure, ReportView, Sentence
from rules.formats import ENGLISH, exchanged, report_style
from rules.once import once
from rules.order_told import earlier_of
from rules.outcome import HOLDS, Verdict
from rules.quantity import PERSEN, Quantity
from rules.texts import places_with

ELSEWHERE = "perubahan itu cocok dengan angka sebuah tabel"


@once
def told_changes(report: ReportView) -> tuple[Told, ...]:
    """Every sentence that states one change and compares; those with more than two values are not checked."""
    return tuple(_told(report))


def _told(report: ReportView) -> Iterator[Told]:
    printed = _indonesian if report_style(report) == ENGLISH else _as_it_is
    sized = set(_telling(report))
    for index in _turning(report):
        sentence = printed(report.sentences[index])
        claims = change_claims(sentence.text) if index in sized else []
        found: list[Told] = []
        if len(claims) == 1 and len(sentence.text) <= LONGEST and COMPARES.search(sentence.text):
            before = printed(report.sentences[index - 1]) if index else None
            found = list(_judged(sentence, before, claims[0], _changes_in_tables(report)))
        yield from found or direct_change(sentence)


def _as_it_is(sentence: Sentence) -> Sentence:
    return sentence


def _indonesian(sentence: Sentence) -> Sentence:
    """A sentence of a report in English style with its separators exchanged; its place stays as printed."""
    return replace(sentence, text=exchanged(sentence.text))


def change_claims(text: str) -> list[re.Match[str]]:
    """What a text says of a rise or fall with its size: groups `verb`, `number` and `unit`."""
    return [match for match in CLAIM.finditer(text) if not NO_CLAIM.search(match["between"])]


@once
def percent_claims(report: ReportView) -> tuple[tuple[Sentence, re.Match[str], Quantity], ...]:
    """Every stated change in percent, also where figures are named between (`peningkatan realisasi anggaran sebesar`).

    What such a size means must be proven elsewhere.
    """
    told = [report.sentences[index] for index in _telling(report)]
    found = [(s, match) for s in told for match in CLAIM.finditer(s.text) if not BECOMES.search(match["between"])]
    sized = [(sentence, match, stated_size(match)) for sentence, match in found]
    return tuple(one for one in sized if one[2].unit == PERSEN)


@once
def _telling(report: ReportView) -> list[int]:
    """The sentences with a word of a rise or fall and one behind which sizes are told."""
    turning = set(_turning(report))
    return [index for index in places_with(report, *SIZES) if index in turning]


@once
def _turning(report: ReportView) -> list[int]:
    """The sentences with a word of a rise or fall."""
    return places_with(report, *TURNS)


def stated_size(claim: re.Match[str]) -> Quantity:
    """The size that a claim states."""
    return quantity_said(claim["number"], claim["unit"] or "")


@once
def _changes_in_tables(report: ReportView) -> frozenset[Decimal]:
    """The sizes of all changes that tables state, or that lie between two years of one of their rows."""
    found: set[Decimal] = set()
    for tabel in report.tables:
        for baris in tabel.baris:
            facts = [fact for fact in baris.facts if fact.quantity is not None]
            found |= {EXACT.abs(fact.quantity.value) for fact in facts if fact.measure == Measure.PERUBAHAN and fact.quantity is not None}
            found |= {_gap(one, two) for one, two in combinations(facts, 2) if one.measure == two.measure and one.year != two.year}
    return frozenset(found)


def _gap(one: Fact, two: Fact) -> Decimal:
    values = [fact.quantity.value for fact in (one, two) if fact.quantity is not None]
    return EXACT.abs(EXACT.subtract(values[0], values[1]))


def _judged(sentence: Sentence, before: Sentence | None, claim: re.Match[str], elsewhere: frozenset[Decimal]) -> Iterator[Told]:
    stated, rose = stated_size(claim), says_rise(claim)
    levels, places = _with_earlier(sentence, before, levels_of(sentence.text, claim.span("number")))
    values = _values(levels)
    if not values or not same_unit(levels[0].unit, levels[-1].unit):
        return
    if len(places) == 1 and _is_of_another(sentence.text, claim, levels):
        return
    if len(values) != 2:
        if len(values) > 2:
            yield Told(sentence, not_checked(stated, SEVERAL), rose, places)
        return
    pair = (values[0], values[1])
    result, reading = compared_change(stated, pair, rose, levels[0].unit)
    if result is None:
        return
    if result.verdict in HOLDS and len(places) == 1 and _went_the_other_way(sentence, levels, rose):
        result, reading = turned(claim, levels, result), WAY
    elif result.verdict == Verdict.TEMUAN and not reading and stated.value in elsewhere:
        result = not_checked(stated, ELSEWHERE, result.expected)
    yield Told(sentence, result, rose, places, reading, is_of_points(stated, levels[0].unit, result))


def _is_of_another(text: str, claim: re.Match[str], levels: Sequence[Level]) -> bool:
    """Whether the values are those of another verb behind the claim, or the claim is of a thing that they lead to.

    `Turun 12,5 % dari skenario, sehingga tetap naik dari ... menjadi ...`; `luas bertambah dari ... menjadi ... sehingga produksi naik`.
    """
    if TURN.search(text, claim.end(), max(claim.end(), levels[0].start)):
        return True
    leads = text.find("sehingga", levels[-1].start, max(levels[-1].start, claim.start()))
    return leads >= 0 and names_another(text, leads, claim.start())


def _with_earlier(sentence: Sentence, before: Sentence | None, levels: list[Level]) -> tuple[list[Level], tuple[Location, ...]]:
    """The values of a sentence; where it has one and begins `dibandingkan`, with the one of the sentence before."""
    if len(_values(levels)) == 1 and before is not None and len(before.text) <= LONGEST and OPENS.match(sentence.text):
        earlier = [level for level in levels_of(before.text, (0, 0)) if same_unit(level.unit, levels[0].unit)]
        if len(_values(earlier)) == 1:
            return [*earlier, *levels], (sentence.location, before.location)
    return levels, (sentence.location,)


def _went_the_other_way(sentence: Sentence, levels: Sequence[Level], rose: bool) -> bool:
    """Whether the sentence itself says which value is the earlier one, and calls a fall a rise or a rise a fall."""
    earlier = earlier_of(sentence.text, [(level.start, level.value.value) for level in levels])
    return earlier is not None and (earlier < max(level.value.value for level in levels)) != rose


def _values(levels: Sequence[Level]) -> list[Quantity]:
    """The different values among them, in order."""
    return list({level.value.value: level.value for level in levels}.values())
