"""Dotted numbers of headings: 2.1, 2.2, 2.3, each once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules.facts import Heading, ReportView
from rules.numbering import Numbered
from rules.outcome import Comparison, Severity, Verdict

_DOTTED = re.compile(r"(?P<stem>\d{1,2}(?:\.\d{1,2})*)\.(?P<last>\d{1,2})\.?")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_FEWEST = 3


def doubled_headings(report: ReportView) -> Iterator[Numbered]:
    """The headings under each number that begins with 1, in order; the one number that stands still where all others run."""
    by_stem: dict[str, list[tuple[int, Heading]]] = defaultdict(list)
    for heading in report.headings:
        match = _DOTTED.fullmatch(heading.nomor.strip())
        if match is not None:
            by_stem[match["stem"]].append((int(match["last"]), heading))
    for found in by_stem.values():
        if len(found) >= _FEWEST and found[0][0] == 1:
            yield from _judged(found)


def _judged(found: Sequence[tuple[int, Heading]]) -> Iterator[Numbered]:
    steps = [after - before for (before, _), (after, _) in pairwise(found)]
    if set(steps) == {1}:
        first, last = found[0][1], found[-1][1]
        yield Numbered(Comparison(Verdict.LOLOS, f"{first.nomor}–{last.nomor}", ""), (first.location,))
    elif sorted(steps) == [0] + [1] * (len(steps) - 1):
        index = steps.index(0)
        one, two = found[index][1], found[index + 1][1]
        if not _WORDS.findall(one.text) or alike(one, two):
            return
        right = f"{two.nomor.rstrip('.').rpartition('.')[0]}.{found[index + 1][0] + 1}"
        message = f"Nomor {two.nomor} dipakai untuk dua judul: “{one.text}” dan “{two.text}”."
        yield Numbered(Comparison(Verdict.TEMUAN, two.nomor, right), (two.location, one.location), message, Severity.RENDAH)


def alike(one: Heading, two: Heading) -> bool:
    """The same title printed again, as at the top of a page: more than half of the words are common."""
    mine, yours = ({word.casefold() for word in _WORDS.findall(heading.text)} for heading in (one, two))
    return 2 * len(mine & yours) > min(len(mine), len(yours))
