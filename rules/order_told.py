"""Which of the two values that a sentence compares is the earlier one, as far as the sentence itself says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rules.dates import YEAR

# `tahun 2022 sebesar 65`: the words that may stand between a year and its value.
_BEFORE = re.compile(
    rf"tahun\s+(?P<year>{YEAR})\s*(?:,|yaitu|adalah|yang|hanya|telah|sudah|baru|sebesar|sebanyak|sejumlah|mencapai|tercatat|\s)*"
    r"(?:rp\.?\s*)?$",
    re.IGNORECASE,
)
# `65 orang pada tahun 2022`: behind a value, its unit at most in between.
_BEHIND = re.compile(rf"[\d.,]+\s*(?:%|[a-z]+)?\s*(?:pada|di|dalam|untuk)\s+tahun\s+(?P<year>{YEAR})", re.IGNORECASE)
_FROM = re.compile(r"\bdari\s+(?:sebesar\s+|sebanyak\s+)?(?:rp\.?\s*)?$", re.IGNORECASE)
_TO = re.compile(r"\bmenjadi\s+(?:sebesar\s+|sebanyak\s+)?(?:rp\.?\s*)?$", re.IGNORECASE)

OPPOSITES = {
    "meningkat": "menurun",
    "menurun": "meningkat",
    "naik": "turun",
    "turun": "naik",
    "bertambah": "berkurang",
    "berkurang": "bertambah",
    "kenaikan": "penurunan",
    "penurunan": "kenaikan",
    "peningkatan": "penurunan",
    "penambahan": "pengurangan",
    "pengurangan": "penambahan",
}
"""The word for the other way."""

Level = tuple[int, Decimal]


def earlier_of(text: str, levels: Sequence[Level]) -> Decimal | None:
    """The earlier value of two, each with where it begins: `dari ... menjadi ...`, or both with a year; None if it is not said.

    Where `dari ... menjadi` and the years contradict each other it is not said either.
    """
    if len(levels) != 2 or levels[0][1] == levels[1][1]:
        return None
    years = [_year(text, start) for start, _ in levels]
    by_year = levels[years.index(min(y for y in years if y))][1] if all(years) and years[0] != years[1] else None
    starts = [text[:start] for start, _ in levels]
    turned = _FROM.search(starts[0]) is not None and _TO.search(starts[1]) is not None
    by_words = levels[0][1] if turned else None
    if by_year is not None and by_words is not None and by_year != by_words:
        return None
    return by_year if by_year is not None else by_words


def _year(text: str, start: int) -> str:
    """The year that stands directly before a value, or behind it."""
    before, behind = _BEFORE.search(text[:start]), _BEHIND.match(text, start)
    if before and behind and before["year"] != behind["year"]:
        return ""
    found = before or behind
    return found["year"] if found else ""
