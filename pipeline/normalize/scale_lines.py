"""A scale printed as lines and not as a table: `Lebih dari 100 % : Sangat Baik`, `80 s/d 100 % = Baik (B)`.

The line may be a whole sentence, which goes on in the next: `a. Persentase capaian > 100 %, maka kinerja dinyatakan sangat` / `baik.`
"""

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
LONGEST_SENTENCE = 150

_MARKER = re.compile(r"^\s*(?:[-–•\uf0b7\uf0a7]\s*|\(?[a-z0-9]{1,2}[.)]\s+)")
_JOINS = re.compile(r"\s*(?:[:=]|dengan\s+(?:sebutan|kategori|predikat)|adalah|kategori)?\s*$", re.IGNORECASE)
_CONDITION = re.compile(
    r"^(?:(?:apabila|jika|bila|nilai|skor|tingkat|rata-rata|p(?:er|ro)sentase|(?:pen)?capaian|realisasi|kinerja)\s+)*(?P<limits>.*?\d.*?),?\s+maka\s",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r",?\s+maka\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SIGNED = re.compile(r"[<>≤≥–—-]|s\s*[./]?\s*d\b|atas|bawah|lebih|kurang|sampai", re.IGNORECASE)


def scales_in_lines(blocks: Sequence[Block], limits_of: Callable[[str], Interval | None]) -> Iterator[tuple[int, tuple[Band, ...]]]:
    """Runs of three or more lines that each print a class with its predikat, with the index of their first block."""
    run: list[Band] = []
    start = 0
    rest = -1
    for index in range(len(blocks)):
        if index == rest:
            continue
        band, lines = _printed(blocks, index, limits_of)
        rest = index + 1 if lines > 1 else -1
        if band is not None and all(band.label.casefold() != other.label.casefold() for other in run):
            start = start if run else index
            run.append(band)
            continue
        if len(run) >= FEWEST:
            yield start, tuple(run)
        run, start = ([band], index) if band is not None else ([], index)
    if len(run) >= FEWEST:
        yield start, tuple(run)


def _printed(blocks: Sequence[Block], index: int, limits_of: Callable[[str], Interval | None]) -> tuple[Band | None, int]:
    """The class that begins in a line, and how many lines it takes."""
    line = blocks[index]
    if not isinstance(line, TextLine):
        return None, 1
    below = next(iter(blocks[index + 1 : index + 2]), None)
    if _goes_on(line) and isinstance(below, TextLine) and not _MARKER.match(below.text):
        band = _band(line, f"{line.text} {below.text}", limits_of)
        if band is not None:
            return band, 2
    return _band(line, line.text, limits_of), 1


def _goes_on(line: TextLine) -> bool:
    """Whether an item says in a sentence what follows of a figure, which may end in the next line."""
    return " maka " in line.text and bool(_MARKER.match(line.text)) and bool(_CONDITION.match(_MARKER.sub("", line.text)))


def _band(line: TextLine, said: str, limits_of: Callable[[str], Interval | None]) -> Band | None:
    """The class of one line, or of the sentence that it begins; the predikat stands at its end."""
    if _DIGIT.search(said) is None:
        return None
    text = plain(_MARKER.sub("", said))
    condition = _CONDITION.match(text)
    match = _label_at_end().search(text) if len(text) <= (LONGEST_SENTENCE if condition else LONGEST_LINE) else None
    if match is None:
        return None
    before = condition["limits"] if condition else _JOINS.sub("", text[: match.start()])
    for part in (before, before.rpartition(":")[2].strip()):
        limits = limits_of(part) if _SIGNED.search(part) else None
        if limits is not None:
            printed = _FOLLOWS.split(line.text)[0] if condition else line.text
            return Band(match["label"], limits, Location(line.place, printed, "", match["label"], "interval"))
    return None


@cache
def _label_at_end() -> re.Pattern[str]:
    spellings = load.table("skala")["labels"]
    words = sorted(
        {name for long, short in spellings.items() for name in (long, *short) if len(name) > 3}, key=lambda word: (-len(word), word)
    )
    labels = "|".join(word.replace(" ", r"\s+") for word in words)
    return re.compile(rf"\b(?P<label>{labels})\s*(?:\(\s*[A-Za-z ]{{1,4}}\s*\))?\s*[.;,]?$", re.IGNORECASE)
