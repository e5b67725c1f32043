"""Abbreviations in brackets behind the words that they stand for, and where the same one follows other words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.normalize.likeness import selisih
from pipeline.normalize.official import LINKS
from rules.facts import Location
from rules.naming import Hal, Ragam, Selisih, merged

_BRACKETS = re.compile(r"\(\s?([A-Z]{3,9})\s?\)")
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[;:.()•]")
_LONGEST = 14
_FEWEST_SAME = 2
_LETTERS_TO_SWAP = 4
_DOMINANT = 2


@dataclass(frozen=True, slots=True)
class _Use:
    """An abbreviation with the words before it, those of no meaning left out; `fits` when they begin with its letters."""

    letters: str
    words: tuple[str, ...]
    said: tuple[str, ...]
    location: Location

    @property
    def expansion(self) -> tuple[str, ...]:
        """As many words as it has letters."""
        return self.words[-len(self.letters) :]

    @property
    def fits(self) -> bool:
        """Whether the words begin with the letters."""
        return "".join(word[0] for word in self.expansion) == self.letters.casefold()


def abbreviations(texts: Sequence[tuple[str, Location]]) -> Iterator[Ragam]:
    """Each abbreviation held against the words that it usually stands for, or against its own letters; one record for one other way."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for text, location in texts:
        if "(" in text:
            for use in _uses(text, location):
                uses[use.letters].append(use)
    yield from merged(one for every in uses.values() for one in _of_letters(every))


def _of_letters(every: Sequence[_Use]) -> Iterator[Ragam]:
    counted = Counter(use.expansion for use in every if use.fits)
    usual = counted.most_common(1)[0][0] if counted else ()
    like = next((use for use in every if use.expansion == usual), None)
    for use in every:
        if not use.fits and (swapped := _swapped(use)):
            yield _exchanged(use, swapped)
        elif like is not None and (use.expansion == usual or counted[usual] >= _DOMINANT * max(counted.get(use.expansion, 0), 1)):
            yield from _against(use, like)


def _uses(text: str, location: Location) -> Iterator[_Use]:
    start = 0
    for match in _BRACKETS.finditer(text):
        for stop in _STOP.finditer(text, start, match.start()):
            start = stop.end()
        said = [word.group() for word in _WORD.finditer(text, start, match.start())][-_LONGEST:]
        start = match.end()
        words = tuple(word.casefold() for word in said if word.casefold() not in LINKS)
        if len(words) >= _FEWEST_SAME:
            yield _Use(match.group(1), words, tuple(said), location)


def _swapped(use: _Use) -> str:
    """The letters as the words have them, where two neighbours of the abbreviation are exchanged; empty otherwise."""
    ours, theirs = use.letters.casefold(), "".join(word[0] for word in use.expansion)
    if len(ours) < _LETTERS_TO_SWAP or len(theirs) != len(ours):
        return ""
    differ = [i for i, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b]
    swapped = (
        len(differ) == 2 and differ[1] == differ[0] + 1 and ours[differ[0]] == theirs[differ[1]] and ours[differ[1]] == theirs[differ[0]]
    )
    return theirs.upper() if swapped else ""


def _against(use: _Use, like: _Use) -> Iterator[Ragam]:
    """The words of one use against the usual ones: as many of them; or one less, where these do not begin with its letters."""
    usual = like.expansion
    if "".join(use.words).endswith("".join(usual)):
        yield Ragam(Hal.SINGKATAN, _shown(use, len(usual)), _shown(like, len(usual)), Selisih(sama=len(usual)), (use.location,))
        return
    counts = (len(usual),) if use.fits else (len(usual), len(usual) - 1)
    found, count = min(((selisih(use.words[-count:], usual), count) for count in counts), key=lambda one: one[0].besar)
    elsewhere = set(found.hilang) & set(use.words[:-count]) or use.location == like.location
    if not elsewhere and 2 * found.sama >= len(usual) and found.sama >= _FEWEST_SAME:
        yield Ragam(Hal.SINGKATAN, _shown(use, count), _shown(like, len(usual)), found, (use.location,), (like.location,), use.letters)


def _exchanged(use: _Use, letters: str) -> Ragam:
    name = _shown(use, len(letters))
    found = Selisih(salah=((use.letters, letters),), sama=len(letters))
    return Ragam(Hal.SINGKATAN, name, name.replace(f"({use.letters})", f"({letters})"), found, (use.location,), kunci=letters)


def _shown(use: _Use, count: int) -> str:
    """The last so many words of meaning as printed, with the abbreviation."""
    kept: list[str] = []
    for word in reversed(use.said):
        meaning = sum(w.casefold() not in LINKS for w in kept)
        if meaning == count:
            break
        kept.append(word)
    return f"{' '.join(reversed(kept))} ({use.letters})"
