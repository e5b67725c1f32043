"""A scale printed as lines and not as a table: `Lebih dari 100 % : Sangat Baik`, `80 s/d 100 % = Baik (B)`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from extractors.model import Block, TextLine
from pipeline.normalize.names import plain
from rules.exact import Interval
from rules.facts import Band, Location
from rules.reference import load

FEWEST = 3
LONGEST_LINE = 70

_MARKER = re.compile(r"^\s*(?:[-–•\uf0b7\uf0a7]\s*|\(?[a-z0-9]{1,2}[.)]\s+)")
_JOINS = re.compile(r"\s*(?:[:=]|dengan\s+(?:sebutan|kategori|predikat)|adalah|kategori)?\s*$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SIGNED = re.compile(r"[<>≤≥–—-]|s\s*[./]?\s*d\b|atas|bawah|lebih|kurang|sampai", re.IGNORECASE)


def scales_in_lines(blocks: Sequence[Block], limits_of: Callable[[str], Interval | None]) -> Iterator[tuple[int, tuple[Band, ...]]]:
    """Runs of three or more lines that each print a class with its predikat, with the index of their first block."""
    run: list[Band] = []
    start = 0
    for index, block in enumerate(blocks):
        band = _band(block, limits_of) if isinstance(block, TextLine) else None
        if band is not None and all(band.label.casefold() != other.label.casefold() for other in run):
            start = start if run else index
            run.append(band)
            continue
        if len(run) >= FEWEST:
            yield start, tuple(run)
        run, start = ([band], index) if band is not None else ([], index)
    if len(run) >= FEWEST:
        yield start, tuple(run)


def _band(line: TextLine, limits_of: Callable[[str], Interval | None]) -> Band | None:
    """The class of one line; the predikat stands at its end."""
    if _DIGIT.search(line.text) is None:
        return None
    text = plain(_MARKER.sub("", line.text))
    match = _label_at_end().search(text) if len(text) <= LONGEST_LINE else None
    if match is None:
        return None
    before = _JOINS.sub("", text[: match.start()])
    for said in (before, before.rpartition(":")[2].strip()):
        limits = limits_of(said) if _SIGNED.search(said) else None
        if limits is not None:
            return Band(match["label"], limits, Location(line.place, line.text, "", match["label"], "interval"))
    return None


@cache
def _label_at_end() -> re.Pattern[str]:
    spellings = load.table("skala")["labels"]
    words = sorted(
        {name for long, short in spellings.items() for name in (long, *short) if len(name) > 3}, key=lambda word: (-len(word), word)
    )
    labels = "|".join(word.replace(" ", r"\s+") for word in words)
    return re.compile(rf"\b(?P<label>{labels})\s*(?:\(\s*[A-Za-z ]{{1,4}}\s*\))?\s*[.;,]?$", re.IGNORECASE)
