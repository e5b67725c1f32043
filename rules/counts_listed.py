"""Sentences that say how many sasaran or indicators there are and then name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.counts_told import NUMBER, value_of
from rules.facts import Location, ReportView
from rules.texts import sentences_with
from rules.titles import plain_words

_COUNTED = re.compile(
    rf"\b(?P<said>(?P<number>{NUMBER})\s*(?:\(\w+\)\s*)?(?P<level>sasaran|indikator)(?:\s+(?:strategis|kinerja|utama|sasaran|tujuan)){{0,2}})\s*"
    r",?\s*(?:yaitu|yakni|adalah|antara\s+lain)\b",
    re.IGNORECASE,
)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """A stated number of sasaran or indicators, and how many of the tables' names the sentence goes on to give."""

    words: str
    number: int
    level: str
    names: tuple[str, ...]
    location: Location


def listed(report: ReportView) -> Iterator[Listed]:
    """Every such sentence in which the tables' names stand, up to the next number of that kind."""
    for sentence in sentences_with(report, "sasaran", "indikator"):
        every = list(_COUNTED.finditer(sentence.text))
        for place, found in enumerate(every):
            end = every[place + 1].start() if place + 1 < len(every) else len(sentence.text)
            level = found["level"].casefold()
            names = _named(sentence.text[found.end() : end], report, f"{level}:")
            if names:
                yield Listed(" ".join(found["said"].split()), value_of(found["number"]), level, names, sentence.location)


def _named(text: str, report: ReportView, prefix: str) -> tuple[str, ...]:
    """The names of rows of a level that stand in a text, the longer before the shorter, none within another."""
    rest = f" {plain_words(text)} "
    names = {plain_words(baris.name): baris.name for tabel in report.tables for baris in tabel.baris if baris.subject.startswith(prefix)}
    found: list[str] = []
    for plain in sorted(names, key=lambda name: (-len(name), name)):
        if len(plain.split()) >= _FEWEST and f" {plain} " in rest:
            rest = rest.replace(f" {plain} ", " | ")
            found.append(names[plain])
    return tuple(found)
