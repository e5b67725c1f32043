"""Sentences that say how many sasaran or indicators there are and then name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rules.counts_told import NUMBER, value_of
from rules.facts import Location, ReportView
from rules.once import once
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
            names = _named(sentence.text[found.end() : end], _names(report).get(level, {}))
            if names:
                yield Listed(" ".join(found["said"].split()), value_of(found["number"]), level, names, sentence.location)


@once
def _names(report: ReportView) -> dict[str, dict[str, str]]:
    """By level the names of its rows, in plain words and as printed, the longer before the shorter."""
    found: dict[str, dict[str, str]] = {"sasaran": {}, "indikator": {}}
    for baris in (baris for tabel in report.tables for baris in tabel.baris):
        level = baris.subject.partition(":")[0]
        if level in found and len((plain := plain_words(baris.name)).split()) >= _FEWEST:
            found[level][plain] = baris.name
    return {level: dict(sorted(names.items(), key=lambda one: (-len(one[0]), one[0]))) for level, names in found.items()}


def _named(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The names that stand in a text, none within another."""
    rest = f" {plain_words(text)} "
    found: list[str] = []
    for plain, name in names.items():
        if f" {plain} " in rest:
            rest = rest.replace(f" {plain} ", " | ")
            found.append(name)
    return tuple(found)
