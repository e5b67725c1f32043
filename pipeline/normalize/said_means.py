"""Averages that a sentence states beside all the figures of which they are made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.normalize.narrative_places import place_of
from pipeline.normalize.number_prose import Found, find_in_prose
from rules.facts import Location, Sentence
from rules.said import Parts
from rules.texts import holds

LONGEST = 700
_FEWEST = 3

_LISTS = re.compile(r"\s*(?:[,;]\s*(?:dan|serta)?|dan|serta)\s*", re.IGNORECASE)
_AVERAGE = re.compile(r"\brata-rata\w*\b", re.IGNORECASE)
# Between the list and its average: `..., adalah`, `) sebesar`, `, sehingga rata-rata nilai per tahun adalah`.
_IS = re.compile(r"\s*\)?\s*,?\s*(?:adalah|ialah|sebesar|=)\s*(?:sebesar\s*)?", re.IGNORECASE)
_COMES_TO = re.compile(r"\s*\)?\s*,?\s*(?:sehingga|jadi|maka|dengan)\b[^.;\d]{0,20}?\brata-rata\w*\b[^.;\d]{0,60}", re.IGNORECASE)
_WEIGHTED = re.compile(r"\b(?:bobot|berbobot|terbobot|tertimbang|dibobot)\b", re.IGNORECASE)


def means(prose: Sequence[Sentence]) -> Iterator[Parts]:
    """Every average right behind a list of three or more figures of its kind; one with weights is no plain mean."""
    for sentence in prose:
        text = sentence.text
        if len(text) <= LONGEST and holds(text, "rata-rata") and not _WEIGHTED.search(text):
            numbers = find_in_prose(text)
            for index in range(_FEWEST, len(numbers)):
                if (parts := _listed(text, numbers, index)) is not None:
                    place = Location(place_of(sentence, numbers[index].start), text)
                    yield Parts(numbers[index].quantity, tuple(part.quantity for part in parts), place)


def _listed(text: str, numbers: Sequence[Found], index: int) -> Sequence[Found] | None:
    """The list right before a figure that is said to be its average."""
    gap = text[numbers[index - 1].end : numbers[index].start]
    first = index - 1
    while first and _LISTS.fullmatch(text[numbers[first - 1].end : numbers[first].start]):
        first -= 1
    parts = numbers[first:index]
    told = _COMES_TO.fullmatch(gap) or (_IS.fullmatch(gap) and _AVERAGE.search(text, 0, parts[0].start))
    units = {one.quantity.unit.casefold() for one in (*parts, numbers[index])}
    return parts if told and len(parts) >= _FEWEST and len(units) == 1 else None
