"""What kind of document it is: by its titles, and for a report by the chapter that only reports have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.model import Place
from extractors.record import record
from pipeline.normalize.identity_words import KINDS, REPORTS
from rules.facts import Location, Stated

TITLE_WEIGHT = 5
OFTEN = 3
LONGEST_TITLE = 120


@record
class Line:
    """A printed line or a cell; `weight` is what it counts, `part` tells the cells apart from each other and from prose."""

    text: str
    place: Place
    weight: int
    title: bool
    part: int


def kind_of(lines: Sequence[Line]) -> Stated:
    """The kind whose words stand in titles: on the cover, in capitals, or in a line that returns on every page."""
    printed = Counter(line.text.casefold() for line in lines)
    scores: Counter[str] = Counter()
    first: dict[str, Line] = {}
    for position, line in enumerate(lines):
        shown = line.weight > 1 or line.text.isupper() or printed[line.text.casefold()] >= OFTEN
        if not shown or len(line.text) > LONGEST_TITLE:
            continue
        following = lines[position + 1] if position + 1 < len(lines) and line.title else line
        joined = f"{line.text} {following.text}"
        rank = next((rank for rank, (_, pattern) in enumerate(KINDS) if pattern.search(joined)), None)
        if rank is not None:
            kind, pattern = KINDS[rank]
            scores[kind] += line.weight * (TITLE_WEIGHT if line.text.isupper() else 1) * (len(KINDS) - rank)
            first.setdefault(kind, line if pattern.search(line.text) else following)
    chapter = _chapter_of_account(lines)
    named = any(kind in REPORTS and not _ACCOUNT.match(line.text) for kind, line in first.items())
    if chapter is not None and not named:
        scores, first = _reports_spoken_of(lines, chapter)
    reports = [kind for kind in scores if kind in REPORTS]
    candidates = reports if chapter is not None else list(scores)
    if not candidates:
        return Stated("", None)
    best = max(candidates, key=lambda kind: scores[kind])
    return Stated(best, Location(first[best].place, first[best].text))


_CHAPTER = re.compile(r"^bab\.?\s*(?:iii|3)\b(?P<title>.*)$", re.IGNORECASE)
_ACCOUNT = re.compile(r"^[\W\d]*akuntabilitas\s+kinerja\b", re.IGNORECASE)


def _chapter_of_account(lines: Sequence[Line]) -> Line | None:
    """`BAB III AKUNTABILITAS KINERJA`, in the table of contents or over the chapter: only a report has it."""
    for line, following in pairwise(lines):
        chapter = _CHAPTER.match(line.text)
        if chapter is not None and _ACCOUNT.match(chapter["title"].strip(" .:-") or following.text):
            return line
    return None


def _reports_spoken_of(lines: Sequence[Line], chapter: Line) -> tuple[Counter[str], dict[str, Line]]:
    """What a report whose titles do not say it calls itself in its text."""
    scores: Counter[str] = Counter({"Laporan Kinerja": 1})
    first: dict[str, Line] = {}
    for line in lines:
        kind = next((kind for kind, pattern in KINDS if kind in REPORTS and pattern.search(line.text)), None)
        if kind is not None and not _ACCOUNT.match(line.text):
            scores[kind] += 1
            first.setdefault(kind, line)
    first.setdefault("Laporan Kinerja", chapter)
    return scores, first
