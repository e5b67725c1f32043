"""What a printed number word may be: itself, several written together, or a word that differs by a letter or two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from extractors.record import record
from pipeline.normalize.number_words import PARTS, SE, SEN, VARIANTS
from pipeline.normalize.units import is_known

LONGEST_WORD, LONGEST_SLIP = 200, 48
_LEFT_OUT = frozenset({"terbilang", "rp", "saja", "persen", "sebesar"})
_NOT_NEARED = frozenset({SE, SEN, *VARIANTS})
_SHORT, _SHORT_LIMIT, _LONG_LIMIT = 6, 1, 2
_SMALLEST_PIECE = 3


@dataclass(frozen=True, slots=True)
class WordReading:
    """One way to read a printed word: as these parts of number words, with so many letters wrong."""

    parts: tuple[str, ...]
    cost: int


@record
class Token:
    """A printed word with its readings, best first; none when it is no number word at all."""

    printed: str
    readings: tuple[WordReading, ...]

    @property
    def exact(self) -> bool:
        """Whether it is a number word, or several, spelled right."""
        return bool(self.readings) and self.readings[0].cost == 0


def tokens_of(words: str) -> tuple[Token, ...]:
    """The words of a text in order, torn ones joined, and the counted thing at the end left out."""
    clean = re.sub(r"[\W_]+", " ", re.sub(r"(?<=\w)-\s*\n\s*", "", words))
    printed = [word for word in clean.split() if word.lower() not in _LEFT_OUT]
    while printed and printed[-1].lower() not in PARTS and is_known(printed[-1]):
        printed.pop()
    return tuple(Token(word, readings_of(word.lower())) for word in _joined(printed))


def _joined(words: Sequence[str]) -> Iterator[str]:
    """Two pieces that are a number word only together are one word (`sem bilan`)."""
    at = 0
    while at < len(words):
        pair = "".join(words[at : at + 2])
        torn = at + 1 < len(words) and pair.lower() in PARTS and not all(word.lower() in PARTS for word in words[at : at + 2])
        yield pair if torn else words[at]
        at += 2 if torn else 1


@lru_cache(maxsize=4096)
def readings_of(word: str) -> tuple[WordReading, ...]:
    """The readings of one printed word: only exact ones if there are any, else those with the slip in one place."""
    if len(word) > LONGEST_WORD:
        return ()
    exact = tuple(WordReading(parts, 0) for parts in _cut(word))
    if exact or len(word) > LONGEST_SLIP:
        return exact
    found: dict[tuple[str, ...], int] = {}
    for parts, cost in _near(word):
        found[parts] = min(cost, found.get(parts, cost))
    return tuple(WordReading(parts, cost) for parts, cost in sorted(found.items(), key=lambda item: (item[1], item[0])))


@lru_cache(maxsize=4096)
def _cut(letters: str) -> tuple[tuple[str, ...], ...]:
    """Every way to cut letters into number words."""
    if letters in PARTS:
        return (PARTS[letters],)
    cuts = (at for at in range(2, len(letters) - 1) if letters[:at] in PARTS)
    return tuple(dict.fromkeys((*PARTS[letters[:at]], *rest) for at in cuts for rest in _cut(letters[at:])))


def _near(word: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """The word as one misspelt number word, or as a misspelt one written together with proper ones."""
    yield from _misspelt(word)
    for at in range(_SMALLEST_PIECE, len(word) - _SMALLEST_PIECE + 1):
        left, right = word[:at], word[at:]
        yield from (((*proper, *parts), cost) for proper in _cut(left) for parts, cost in _misspelt(right))
        yield from (((*parts, *proper), cost) for proper in _cut(right) for parts, cost in _misspelt(left))


def _misspelt(word: str) -> Iterator[tuple[tuple[str, ...], int]]:
    limit = _SHORT_LIMIT if len(word) <= _SHORT else _LONG_LIMIT
    for known, parts in PARTS.items():
        if known not in _NOT_NEARED and abs(len(known) - len(word)) <= limit:
            cost = OSA.distance(word, known, score_cutoff=limit)
            if cost <= limit:
                yield parts, cost


def text_of(parts: Sequence[str]) -> str:
    """Parts as words: `se` stands together with what it counts."""
    return "".join(part if part == SE else f"{part} " for part in parts).strip()


def is_written(printed: str, parts: Sequence[str]) -> bool:
    """Whether a printed word has exactly the letters of these parts, non-standard variants included."""
    letters = printed.lower()
    for variant, standard in VARIANTS.items():
        letters = letters.replace(variant, standard)
    return letters == "".join(parts)
