"""What a sentence says is left, lacking or in excess, beside the two figures of which it is the difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.normalize.narrative_places import place_of
from pipeline.normalize.number_prose import Found, find_in_prose
from rules.facts import Location, Sentence
from rules.said import Difference
from rules.texts import holds

LONGEST = 700
_CUES = ("tinggal", "menyisakan", "kekurangan", "kelebihan", "selisih", "surplus", "defisit", "kesenjangan", "dikurangi")

_AS = r"(?:(?:sebesar|sebanyak|sejumlah|adalah|hanya|sekitar)\s+){0,2}"
# Right before the difference, or right behind it.
_BEFORE = re.compile(
    rf"\b(?:tinggal|menyisakan|(?:dengan\s+)?(?:kekurangan|kelebihan|selisih)(?:nya)?|surplus|defisit|kesenjangan)\s+{_AS}$", re.IGNORECASE
)
_IS_DIFFERENCE = re.compile(r"\W{0,3}\s*(?:yang\s+)?merupakan\s+selisih\b[^.;\d]{0,60}$", re.IGNORECASE)
_OF_TWO = re.compile(r"\s*(?:dan|dengan)\s+(?:[a-z]+\s+){0,4}", re.IGNORECASE)
_LESS = re.compile(r"\s*(?:orang\s+)?dikurangi?\s+(?:dengan\s+)?(?:[a-z]+\s+){0,4}", re.IGNORECASE)
_NOUN = re.compile(r"\s([^\W\d_]{3,})")
_OTHERWISE = re.compile(
    r"\b(?:sekitar|kurang\s+lebih|rata-rata|masing-masing|setiap|per|di\s?antaranya|antara\s+lain|ditambah|kecuali|termasuk|setelah\s+di\w+)\b",
    re.IGNORECASE,
)


def differences(prose: Sequence[Sentence]) -> Iterator[Difference]:
    """Every difference of the only two other figures of its unit in the sentence; where more are told it may be of others."""
    for sentence in prose:
        text = sentence.text
        if len(text) > LONGEST or not holds(text, *_CUES) or _OTHERWISE.search(text):
            continue
        numbers = find_in_prose(text)
        for index, found in enumerate(numbers):
            if (pair := _pair(text, numbers, index)) is not None:
                high, low = sorted((one.quantity for one in pair), key=lambda quantity: quantity.value, reverse=True)
                yield Difference(found.quantity, high, low, Location(place_of(sentence, found.start), text))


def _pair(text: str, numbers: Sequence[Found], index: int) -> tuple[Found, Found] | None:
    found, kind = numbers[index], _kind(text, numbers[index])
    others = [one for place, one in enumerate(numbers) if place != index and _kind(text, one) == kind]
    if len(others) != 2 or not kind:
        return None
    one, two = others
    between = text[one.end : two.start] if one.end <= two.start else ""
    told = _BEFORE.search(text[numbers[index - 1].end if index else 0 : found.start])
    named = found.end <= one.start and _IS_DIFFERENCE.search(text[found.end : one.start]) and _OF_TWO.fullmatch(between)
    return (one, two) if told or named or _LESS.fullmatch(between) else None


def _kind(text: str, found: Found) -> str:
    """What a figure counts: its unit, or the noun behind it."""
    noun = _NOUN.match(text, found.end)
    return found.quantity.unit.casefold() or (noun[1].casefold() if noun else "")
