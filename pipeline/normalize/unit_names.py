"""Units of the agency (seksi, subbagian, subbidang, balai) that the report names in two ways which differ in one word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from pipeline.normalize.likeness import selisih
from pipeline.normalize.official import LINKS
from rules.facts import Location
from rules.naming import Hal, Ragam, Selisih

_HEAD = re.compile(r"\b(?P<head>seksi|sub\s?bagian|sub\s?bidang|balai|kasubbag|kasi)\s+(?=[A-Z])", re.IGNORECASE)
_HEADS = {"kasubbag": "subbagian", "kasi": "seksi"}
_WORD = re.compile(r"[^\W\d_]+")
_NAME_WORD = re.compile(r"[,&/\s]*(?:(?:dan|serta|di|pada|untuk|antar)\s+)?(?P<word>[^\W\d_]+)")
_ENDS = LINKS | {"seksi", "sub", "subbagian", "subbidang", "bagian", "bidang", "balai", "kepala"}
_FEWEST_SAME = 2
_LONGEST = 12


@dataclass(slots=True)
class _Unit:
    """One way in which a unit is named."""

    shown: str
    words: tuple[str, ...]
    places: list[Location] = field(default_factory=list)


def unit_names(texts: Sequence[tuple[str, Location]]) -> Iterator[Ragam]:
    """Each unit named in two ways, the rarer one held against the other."""
    named: dict[str, dict[str, _Unit]] = defaultdict(dict)
    for text, location in texts:
        for match in _HEAD.finditer(text):
            words = _name(text, match.end())
            if len(words) >= _FEWEST_SAME:
                head = re.sub(r"\s", "", match["head"].casefold())
                shown = text[match.start() : words[-1].end()]
                folded = tuple(word.group("word").casefold() for word in words)
                unit = named[_HEADS.get(head, head)].setdefault("".join(folded), _Unit(" ".join(shown.split()), folded))
                unit.places.append(location)
    for every in named.values():
        yield from _variants(list(every.values()))


def _name(text: str, start: int) -> list[re.Match[str]]:
    """The words of a name: capital ones, and what joins them."""
    found: list[re.Match[str]] = []
    while len(found) < _LONGEST:
        match = _NAME_WORD.match(text, found[-1].end() if found else start)
        if match is None or not match["word"][0].isupper() or match["word"].casefold() in _ENDS:
            break
        found.append(match)
    return found


def _variants(every: Sequence[_Unit]) -> Iterator[Ragam]:
    for unit, others in zip(every, _near(every), strict=True):
        for other in others:
            found = selisih(unit.words, other.words)
            one_letter = all(OSA.distance(*pair) == 1 for pair in found.salah)
            if one_letter and found.sama >= _FEWEST_SAME and len(found.salah) + len(found.hilang) + len(found.lebih) == 1:
                yield Ragam(Hal.UNIT, unit.shown, other.shown, found, tuple(unit.places), tuple(other.places))
        if len(unit.places) > 1:
            yield Ragam(Hal.UNIT, unit.shown, unit.shown, Selisih(sama=len(unit.words)), tuple(unit.places))


def _near(every: Sequence[_Unit]) -> Iterator[list[_Unit]]:
    """For each unit those that may differ from it in one word: left out of one or of both, the same letters remain."""
    whole = ["".join(unit.words) for unit in every]
    shorter = [{"".join((*unit.words[:i], *unit.words[i + 1 :])) for i in range(len(unit.words))} for unit in every]
    buckets: dict[str, list[int]] = defaultdict(list)
    for index, (name, less) in enumerate(zip(whole, shorter, strict=True)):
        for letters in {name, *less}:
            buckets[letters].append(index)
    for index, unit in enumerate(every):
        others = {other for letters in (whole[index], *shorter[index]) for other in buckets[letters]} - {index}
        yield [
            every[other]
            for other in sorted(others)
            if abs(len(unit.words) - len(every[other].words)) <= 1
            and (
                whole[index] in shorter[other]
                or whole[other] in shorter[index]
                # Hundreds of units may share all words but one.
                or OSA.distance(whole[index], whole[other], score_cutoff=1) <= 1
            )
        ]
