"""Sentences that state a rise or fall beside the two values between which it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from rules import show
from rules.change_words import (
    BECOMES,
    CLAIM,
    COMPARES,
    LEVEL,
    LONGEST,
    NO_CLAIM,
    NO_LEVEL,
    NO_UNIT,
    OPENS,
    PERCENT,
    POINTS,
    RISE,
    SIZES,
    TURN,
    TURNS,
)
from rules.compare import not_checked
from rules.compare_change import change_of, growth_of, index_of
from rules.dates import ANY_YEAR, MONTH_WORDS
from rules.exact import EXACT
from rules.facts import Fact, Location, Measure, ReportView, Sentence
from rules.formats import ENGLISH, exchanged, report_style
from rules.once import once
from rules.order_told import OPPOSITES, earlier_of
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import PERSEN, Quantity
from rules.slips import is_mistyped
from rules.texts import places_with

SEVERAL = "kalimatnya memuat lebih dari dua angka yang mungkin dibandingkan"
ELSEWHERE = "perubahan itu cocok dengan angka sebuah tabel"
INDEX = "perbandingan"
WAY = "arah"

# What forbids a value stands right before it; to look further back would take long where there are many.
_LONGEST_LEAD = 40


@dataclass(frozen=True, slots=True)
class Told:
    """One stated change and what it came to; `rose` is what the sentence says, `reading` how it was understood.

    `points` says that only the difference of two percentages explains it, and no growth.
    """

    sentence: Sentence
    result: Comparison
    rose: bool
    places: tuple[Location, ...]
    reading: str = ""
    points: bool = False


@dataclass(frozen=True, slots=True)
class _Figure:
    value: Quantity
    unit: str
    start: int


@once
def told_changes(report: ReportView) -> tuple[Told, ...]:
    """Every sentence that states one change and compares; those with more than two values are not checked."""
    return tuple(_told(report))


def _told(report: ReportView) -> Iterator[Told]:
    turned = _indonesian if report_style(report) == ENGLISH else _as_it_is
    for index in _telling(report):
        sentence = turned(report.sentences[index])
        claims = change_claims(sentence.text)
        if len(claims) == 1 and len(sentence.text) <= LONGEST and COMPARES.search(sentence.text):
            before = turned(report.sentences[index - 1]) if index else None
            yield from _judged(sentence, before, claims[0], _changes_in_tables(report))


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
    turning = set(places_with(report, *TURNS))
    return [index for index in places_with(report, *SIZES) if index in turning]


def says_rise(claim: re.Match[str]) -> bool:
    """Whether a claim is of a rise."""
    return re.fullmatch(RISE, _verb(claim), re.IGNORECASE) is not None


def stated_size(claim: re.Match[str]) -> Quantity:
    """The size that a claim states."""
    return _quantity(claim["number"], claim["unit"] or "")


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
    levels, places = _with_earlier(sentence, before, _levels(sentence.text, claim.span("number")))
    values = _values(levels)
    if not values or not _same_unit(levels[0].unit, levels[-1].unit):
        return
    if len(values) != 2:
        if len(values) > 2:
            yield Told(sentence, not_checked(stated, SEVERAL), rose, places)
        return
    pair = (values[0], values[1])
    result, reading = _compared(stated, pair, rose, levels[0].unit)
    if result is None:
        return
    if result.verdict in HOLDS and len(places) == 1 and _went_the_other_way(sentence, levels, rose):
        result, reading = _turned(claim, levels, result), WAY
    elif result.verdict == Verdict.TEMUAN and not reading and stated.value in elsewhere:
        result = not_checked(stated, ELSEWHERE, result.expected)
    yield Told(sentence, result, rose, places, reading, _is_of_points(stated, levels, result))


def _is_of_points(stated: Quantity, levels: Sequence[_Figure], result: Comparison) -> bool:
    """Whether a percentage holds as the difference of two percentages."""
    of_percentages = stated.unit == PERSEN and levels[0].unit in PERCENT
    return of_percentages and result.verdict in HOLDS and "−" in result.working and "/" not in result.working


def _verb(claim: re.Match[str]) -> str:
    """The word nearest to the size: in `persentase kenaikan produksi menurun sebesar` the first one belongs to a name."""
    return [*TURN.finditer(claim["verb"] + claim["between"])][-1].group()


def _with_earlier(sentence: Sentence, before: Sentence | None, levels: list[_Figure]) -> tuple[list[_Figure], tuple[Location, ...]]:
    """The values of a sentence; where it has one and begins `dibandingkan`, with the one of the sentence before."""
    if len(_values(levels)) == 1 and before is not None and len(before.text) <= LONGEST and OPENS.match(sentence.text):
        earlier = [level for level in _levels(before.text, (0, 0)) if _same_unit(level.unit, levels[0].unit)]
        if len(_values(earlier)) == 1:
            return [*earlier, *levels], (sentence.location, before.location)
    return levels, (sentence.location,)


def _went_the_other_way(sentence: Sentence, levels: Sequence[_Figure], rose: bool) -> bool:
    """Whether the sentence itself says which value is the earlier one, and calls a fall a rise or a rise a fall."""
    earlier = earlier_of(sentence.text, [(level.start, level.value.value) for level in levels])
    return earlier is not None and (earlier < max(level.value.value for level in levels)) != rose


def _compared(stated: Quantity, pair: tuple[Quantity, Quantity], rose: bool, unit: str) -> tuple[Comparison | None, str]:
    """The change in every honest reading: as a difference, or as a share of the value before; then as a mere ratio."""
    low, high = sorted(pair, key=lambda quantity: quantity.value)
    earlier, later = (low, high) if rose else (high, low)
    size = stated if rose else Quantity(EXACT.minus(stated.value), stated.decimals, stated.column_decimals, stated.unit, stated.text)
    percent = stated.unit == PERSEN
    of_percentages = unit in PERCENT and stated.unit in POINTS[:2]
    if not percent and not of_percentages and not _same_unit(stated.unit, unit):
        return None, ""
    readings = [growth_of(size, earlier, later)] if percent else []
    if not percent or unit in PERCENT or unit in POINTS:
        readings.append(change_of(size, earlier, later))
    held = next((one for one in readings if one.verdict in HOLDS), None)
    if held is not None:
        return held, ""
    tried = replace(_likeliest(size, readings), working="; ".join(one.working for one in readings if one.working))
    return tried, INDEX if percent and index_of(stated, earlier, later).verdict in HOLDS else ""


def _likeliest(size: Quantity, readings: Sequence[Comparison]) -> Comparison:
    """Of the readings that fail, one that is a slip of typing away; else the nearest."""
    return min(readings, key=lambda one: (not is_mistyped(EXACT.abs(size.value), one.gap, size.decimals), one.gap))


def _turned(claim: re.Match[str], levels: Sequence[_Figure], result: Comparison) -> Comparison:
    """The size is right, and the other way is meant."""
    said = _verb(claim)
    rose = re.fullmatch(RISE, said, re.IGNORECASE) is not None
    low, high = sorted((level.value for level in levels), key=lambda value: value.value)
    before, after = (high, low) if rose else (low, high)
    right = OPPOSITES.get(said.casefold(), "turun" if rose else "naik")
    working = f"dari {show.printed(before)} menjadi {show.printed(after)}"
    return replace(result, verdict=Verdict.TEMUAN, stated=said, expected=right, working=working)


def _levels(text: str, claim: tuple[int, int]) -> list[_Figure]:
    """The values of a sentence: no years, targets, numbers of tables or words in brackets, and not the change itself."""
    found = []
    for match in LEVEL.finditer(text):
        first, word = max(0, match.start() - _LONGEST_LEAD), (match["unit"] or "").casefold()
        unit = "" if word in NO_UNIT else word
        bracketed = text[first : match.start()].rstrip().endswith("(")
        dated = ANY_YEAR.fullmatch(match["number"]) and unit not in PERCENT
        if match.span("number") == claim or dated or unit in MONTH_WORDS or bracketed or NO_LEVEL.search(text, first, match.start()):
            continue
        found.append(_Figure(_quantity(match["number"], unit), unit, match.start()))
    return found


def _values(levels: Sequence[_Figure]) -> list[Quantity]:
    """The different values among them, in order."""
    return list({level.value.value: level.value for level in levels}.values())


def _same_unit(one: str, two: str) -> bool:
    return one == two or (one in PERCENT and two in PERCENT) or (one in POINTS and two in POINTS)


def _quantity(text: str, unit: str) -> Quantity:
    """A figure of prose, in Indonesian style; one point before one or two digits is a decimal one."""
    plain = text if re.fullmatch(r"\d+\.\d{1,2}", text) else text.replace(".", "").replace(",", ".")
    value = Decimal(plain)
    decimals = max(0, -int(value.as_tuple().exponent))
    word = unit.casefold()
    return Quantity(value, decimals, decimals, PERSEN if word in PERCENT else word, f"{text} {unit}".strip())
