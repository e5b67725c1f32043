"""Many short texts as one: a word is sought in all of them at once, before any pattern is tried on the few that hold it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from rules.facts import ReportView, Sentence
from rules.once import once


class Texts:
    """Texts in their order, without regard to case; a text that breaks lines is still one."""

    def __init__(self, texts: Iterable[str]) -> None:
        folded = [text.casefold() for text in texts]
        self._whole = "\n".join(folded)
        self._starts = list(accumulate((len(text) + 1 for text in folded), initial=0))

    def first(self, patterns: Iterable[re.Pattern[str]]) -> int | None:
        """The index of the first text in which one of the patterns stands; one that begins with letters is sought quickest."""
        first: int | None = None
        for pattern in patterns:
            before = len(self._whole) if first is None else self._starts[first]
            if match := pattern.search(self._whole, 0, before):
                first = self._index(match.start())
        return first

    def holding(self, *words: str) -> list[int]:
        """The indices of the texts that hold one of the words, which are given in lower case and in one line."""
        return sorted({index for word in words for index in self._with(word)})

    def matching(self, pattern: re.Pattern[str]) -> list[int]:
        """The indices of the texts in which a pattern may stand: it is tried on all in lower case, and may reach into the next text.

        A pattern that begins with letters and heeds case is found quickest.
        """
        return sorted({self._index(at) for match in pattern.finditer(self._whole) for at in (match.start(), match.end() - 1)})

    def _with(self, word: str) -> Iterator[int]:
        at = self._whole.find(word)
        while at >= 0:
            index = self._index(at)
            yield index
            at = self._whole.find(word, self._starts[index + 1])

    def _index(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1


def holds(text: str, *words: str) -> bool:
    """Whether one text holds one of the words, given in lower case: the quick question before a pattern is tried on it."""
    folded = text.casefold()
    return any(word in folded for word in words)


@once
def prose(report: ReportView) -> Texts:
    """The sentences of a report, in order."""
    return Texts(sentence.text for sentence in report.sentences)


def sentences_with(report: ReportView, *words: str) -> list[Sentence]:
    """The sentences that hold one of the words, in order."""
    return [report.sentences[index] for index in prose(report).holding(*words)]


def places_with(report: ReportView, *words: str) -> list[int]:
    """The same as indices, for who looks at the neighbours too."""
    return prose(report).holding(*words)


def places_matching(report: ReportView, pattern: re.Pattern[str]) -> list[int]:
    """The indices of the sentences in which a pattern, written for lower case, may stand."""
    return prose(report).matching(pattern)
