"""Numbers in words: read with their slips named, written in the standard spelling, found behind their numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod
from typing import TypeAlias

from pipeline.normalize.number_prose import Candidate, candidates, quantity_of
from pipeline.normalize.number_words import DIGITS, MULTIPLIERS, RUPIAH, SE, spell, value_of
from pipeline.normalize.word_slips import Token, is_written, text_of, tokens_of
from rules.quantity import Quantity

__all__ = ["Pair", "Spelled", "find", "is_terbilang", "read", "spell"]


@dataclass(frozen=True, slots=True)
class Spelled:
    """What words say.

    `value` is None when they cannot be read as one number; `misspelt` are the printed words that were read as another,
    each with that reading; `currency` says that they are rupiah.
    """

    value: Decimal | None
    misspelt: tuple[tuple[str, str], ...]
    currency: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A numeral and the words in brackets behind it: both spans, the numeral's quantity, the words as printed."""

    start: int
    end: int
    quantity: Quantity
    words_start: int
    words_end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Option:
    """One reading of all words: the parts of each, the letters that are wrong, and the value."""

    parts: tuple[tuple[str, ...], ...]
    cost: int
    value: Decimal


_Parts: TypeAlias = tuple[tuple[str, ...], ...]

LONGEST, MOST_WORDS = 1000, 60
MOST_COMBINATIONS = 4000
_BRACKET = re.compile(r"\(([^()]{2,400})\)")
_BETWEEN = re.compile(r"[\s.,=*-]*")


def read(words: str, *, numeral: Decimal | None = None) -> Spelled:
    """The number that words spell, tolerant of case, spaces and slips.

    A slip whose best reading is unique is read so and listed; with a `numeral` beside the words, a slip that can be read
    as the numeral is. Words that are spelled right are never changed: they say what they say.
    """
    tokens = tokens_of(words) if len(words) <= LONGEST else ()
    best = _best(list(_options(tokens)), numeral) if _readable(tokens) else None
    if best is None:
        return Spelled(None, (), any(RUPIAH in reading.parts for token in tokens for reading in token.readings[:1]))
    slips = tuple(
        (token.printed, text_of(parts)) for token, parts in zip(tokens, best.parts, strict=True) if not is_written(token.printed, parts)
    )
    return Spelled(best.value, slips, any(RUPIAH in parts for parts in best.parts))


def find(text: str) -> tuple[Pair, ...]:
    """Every numeral with number words in brackets behind it, in a sentence or a cell.

    Words of which none is spelled right are taken for number words only if they can be read as the numeral.
    """
    brackets = [match for match in _BRACKET.finditer(text) if is_terbilang(match[1])]
    numerals = list(candidates(text)) if brackets else []
    pairs = (_pair(match, numerals, text) for match in brackets)
    return tuple(pair for pair in pairs if pair)


def is_terbilang(words: str) -> bool:
    """Whether at least half of the words are number words or near ones, and one of them counts something."""
    tokens = tokens_of(words)
    near = [token for token in tokens if token.readings]
    counting = any(part in DIGITS or part == SE for token in near for reading in token.readings for part in reading.parts)
    return counting and 2 * len(near) >= len(tokens) and len(tokens) <= MOST_WORDS


def _pair(bracket: re.Match[str], numerals: Sequence[Candidate], text: str) -> Pair | None:
    before = [numeral for numeral in numerals if numeral.end <= bracket.start()]
    if not before or not _BETWEEN.fullmatch(text, before[-1].end, bracket.start()):
        return None
    numeral, words = before[-1], bracket[1]
    agreeing = [reading for reading in numeral.readings if read(words, numeral=reading.value).value == reading.value]
    plain = len({reading.value for reading in numeral.readings}) == 1 and any(token.exact for token in tokens_of(words))
    if not agreeing and not plain:
        return None
    quantity = quantity_of(numeral, (agreeing or numeral.readings)[0])
    return Pair(numeral.start, numeral.end, quantity, bracket.start(1), bracket.end(1), words)


def _readable(tokens: Sequence[Token]) -> bool:
    return 0 < len(tokens) <= MOST_WORDS and all(token.readings for token in tokens)


def _options(tokens: Sequence[Token]) -> Iterator[_Option]:
    """Every reading of all words that is a number; none when there are too many to try."""
    if prod(len(token.readings) for token in tokens) > MOST_COMBINATIONS:
        return
    for chosen in product(*(token.readings for token in tokens)):
        parts = tuple(reading.parts for reading in chosen)
        cost = sum(reading.cost for reading in chosen)
        value = value_of([part for word in parts for part in word])
        if value is not None:
            yield _Option(parts, cost, value)
        else:
            yield from (_Option(moved, cost + 1, found) for moved, found in _with_se_moved(parts))


def _with_se_moved(words: _Parts) -> Iterator[tuple[_Parts, Decimal]]:
    """The readings in which one `se` stands before another word: `puluhse ribu ratusenam` is puluh ribu seratus enam."""
    flat = [(at, part) for at, word in enumerate(words) for part in word]
    for index, (_, part) in enumerate(flat):
        if part != SE:
            continue
        rest = flat[:index] + flat[index + 1 :]
        for target, (word, multiplier) in enumerate(rest):
            if multiplier not in MULTIPLIERS or target == index:
                continue
            moved = [*rest[:target], (word, SE), *rest[target:]]
            value = value_of([piece for _, piece in moved])
            if value is not None:
                yield tuple(tuple(piece for at, piece in moved if at == number) for number in range(len(words))), value


def _best(options: Sequence[_Option], numeral: Decimal | None) -> _Option | None:
    """The reading with the fewest wrong letters if it is the only such value; where letters are wrong, the numeral's first."""
    if not options:
        return None
    least = min(option.cost for option in options)
    allowed = [option for option in options if option.cost == 0] if least == 0 else list(options)
    agreeing = [option for option in allowed if option.value == numeral]
    best = sorted(agreeing or [option for option in allowed if option.cost == least], key=lambda option: option.cost)
    return best[0] if len({option.value for option in best}) == 1 else None
