"""What a stated rise or fall comes to, in every honest reading; how its values are read, and which way it is said to go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules import show
from rules.change_words import LEVEL, NO_LEVEL, NO_UNIT, PERCENT, POINTS, RISE, TURN
from rules.compare_change import change_of, growth_of, index_of
from rules.dates import ANY_YEAR, MONTH_WORDS
from rules.exact import EXACT
from rules.facts import Location, Sentence
from rules.order_told import OPPOSITES
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import PERSEN, RUPIAH, Quantity
from rules.slips import is_mistyped

INDEX = "perbandingan"
WAY = "arah"
SEVERAL = "kalimatnya memuat lebih dari dua angka yang mungkin dibandingkan"

_WORDS = re.compile(r"[a-z]{4,}")
_FILLERS = frozenset(
    [
        *("atau", "sehingga", "terjadi", "mengalami", "terdapat", "berarti", "telah", "dengan", "kata", "lain", "yaitu", "yakni"),
        *("secara", "artinya", "maka", "demikian", "juga", "adanya", "hasil", "tersebut", "tahun", "sebelumnya", "relatif"),
        *("total", "keseluruhan", "nilainya"),
    ]
)

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
class Level:
    """A value of a sentence, its unit as printed, and where it begins."""

    value: Quantity
    unit: str
    start: int


def says_rise(claim: re.Match[str]) -> bool:
    """Whether a claim is of a rise."""
    return re.fullmatch(RISE, verb_of(claim), re.IGNORECASE) is not None


def verb_of(claim: re.Match[str]) -> str:
    """The word nearest to the size: in `persentase kenaikan produksi menurun sebesar` the first one belongs to a name."""
    return [*TURN.finditer(claim["verb"] + claim["between"])][-1].group()


def compared_change(stated: Quantity, pair: tuple[Quantity, Quantity], rose: bool, unit: str) -> tuple[Comparison | None, str]:
    """The change in every honest reading: as a difference, or as a share of the value before; then as a mere ratio."""
    low, high = sorted(pair, key=lambda quantity: quantity.value)
    earlier, later = (low, high) if rose else (high, low)
    size = stated if rose else Quantity(EXACT.minus(stated.value), stated.decimals, stated.column_decimals, stated.unit, stated.text)
    percent = stated.unit == PERSEN
    of_percentages = unit in PERCENT and stated.unit in POINTS[:2]
    if not percent and not of_percentages and not same_unit(stated.unit, unit):
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


def is_of_points(stated: Quantity, unit: str, result: Comparison) -> bool:
    """Whether a percentage holds as the difference of two percentages, and not as a growth."""
    return stated.unit == PERSEN and unit in PERCENT and result.verdict in HOLDS and "/" not in result.working


def turned(claim: re.Match[str], levels: Sequence[Level], result: Comparison) -> Comparison:
    """The size is right, and the other way is meant."""
    said, rose = verb_of(claim), says_rise(claim)
    low, high = sorted((level.value for level in levels), key=lambda value: value.value)
    before, after = (high, low) if rose else (low, high)
    right = OPPOSITES.get(said.casefold(), "turun" if rose else "naik")
    working = f"dari {show.printed(before)} menjadi {show.printed(after)}"
    return replace(result, verdict=Verdict.TEMUAN, stated=said, expected=right, working=working)


def same_unit(one: str, two: str) -> bool:
    """Whether two units are one: `persen` and `%`, `poin` and none."""
    return one == two or (one in PERCENT and two in PERCENT) or (one in POINTS and two in POINTS)


def quantity_said(text: str, unit: str) -> Quantity:
    """A figure of prose, in Indonesian style; one point before one or two digits is a decimal one."""
    plain = text if re.fullmatch(r"\d+\.\d{1,2}", text) else text.replace(".", "").replace(",", ".")
    value = Decimal(plain)
    decimals = max(0, -int(value.as_tuple().exponent))
    word = unit.casefold()
    if unit == RUPIAH:
        return Quantity(value, decimals, decimals, RUPIAH, f"{RUPIAH} {text}")
    return Quantity(value, decimals, decimals, PERSEN if word in PERCENT else word, f"{text} {unit}".strip())


def levels_of(text: str, claim: tuple[int, int]) -> list[Level]:
    """The values of a sentence: no years, targets, numbers of tables or words in brackets, and not the change itself."""
    found = []
    for match in LEVEL.finditer(text):
        first, word = max(0, match.start() - _LONGEST_LEAD), (match["unit"] or "").casefold()
        unit = "" if word in NO_UNIT else word
        bracketed = text[first : match.start()].rstrip().endswith("(")
        dated = ANY_YEAR.fullmatch(match["number"]) and unit not in PERCENT
        if match.span("number") == claim or dated or unit in MONTH_WORDS or bracketed or NO_LEVEL.search(text, first, match.start()):
            continue
        found.append(Level(quantity_said(match["number"], unit), unit, match.start()))
    return found


def names_another(text: str, start: int, verb: int) -> bool:
    """Whether a thing not named so far stands in the clause right before the verb: `..., sehingga produksi naik`."""
    before, clause = text[:start].casefold(), text[start:verb].casefold().rpartition(",")[2].rpartition("sehingga")[2]
    return any(word not in _FILLERS and word not in before for word in _WORDS.findall(clause))
