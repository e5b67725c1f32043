"""Percentages with their reckoning in brackets behind them: `134,32 % (92,71% / 69,02% × 100 = 134,32%)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.normalize.narrative_places import place_of
from pipeline.normalize.number_prose import Found, find_in_prose
from rules.facts import Location, Sentence
from rules.quantity import PERSEN
from rules.said import Reckoned

LONGEST = 1500

_MAY_HOLD = re.compile(r"(?:%|persen)\s?\([^()]{0,200}\d\s?%?\s?[/:×x*][^()]{0,200}=\s?\d[\d.,]*\s?(?:%|persen)\s?\)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s?\(([^()]{0,400})\)")


def reckoned(prose: Sequence[Sentence]) -> Iterator[Reckoned]:
    """Every percentage whose reckoning follows in brackets and ends with `= so many percent`."""
    for sentence in prose:
        text = sentence.text
        if len(text) > LONGEST or not _MAY_HOLD.search(text):
            continue
        numbers = find_in_prose(text)
        for stated in numbers:
            brackets = _BRACKETS.match(text, stated.end) if stated.quantity.unit == PERSEN else None
            result = _result(text, numbers, brackets) if brackets else None
            if result is not None:
                place = Location(place_of(sentence, stated.start), text)
                yield Reckoned(stated.quantity, result.quantity, place)


def _result(text: str, numbers: Sequence[Found], brackets: re.Match[str]) -> Found | None:
    """The percentage that ends the brackets, right behind a sign of equality; several such signs but the last are steps."""
    within = [found for found in numbers if brackets.start(1) <= found.start and found.end <= brackets.end(1)]
    if len(within) <= 2:
        return None
    before, last = within[-2:]
    if last.quantity.unit != PERSEN or text[last.end : brackets.end(1)].strip():
        return None
    return last if text[before.end : last.start].rstrip().endswith("=") else None
