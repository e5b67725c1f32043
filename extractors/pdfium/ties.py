"""Words that belong to the one on their left: the rest of a figure that kerning cut off, an exponent; and marks that belong to none."""

from __future__ import annotations

import re

import numpy as np

from extractors.pdfium.walk import CLOSE_FIGURE, RAISED, Array
from extractors.words import BASELINE_DRIFT, SPACE_GAP

# An amount with its points in the right places.
_AMOUNT = re.compile(r"[(-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[(-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_UNIT = re.compile(r"(?:.*[\d.,/(])?[kKhHdDcCmM]?[mM]")
_EXPONENT = re.compile(r"[23]")
_FIGURE = re.compile(r".*\d%?")
_MARK = re.compile(r"(?:[1-9]\d?|[a-z])\)|[1-9]\d?|\*{1,3}\)?")
# Of the type size: no farther from each other are the parts of a figure.
NEAR = 0.5
# A raised figure after ten is its power.
_POWER_BASE = "10"


def united(words: Array, lines: Array, first: Array, signs: Array) -> tuple[Array, Array]:
    """Where words begin once such rests are part of theirs, and which of them are marks: a figure with its mark would be another.

    `first` tells where each word begins among the pieces; the marks are counted among the new words.
    """
    texts = _Texts(words, first, signs)
    joined, marks = np.zeros(len(first), bool), np.zeros(len(first), bool)
    for place in np.flatnonzero(words["tie"][first]).tolist():
        tie = int(words["tie"][first[place]])
        if place == 0 or lines[first[place]] != lines[first[place - 1]]:
            continue
        left, own = texts[place - 1], texts[place]
        if tie & CLOSE_FIGURE:
            joined[place] = _is_near(words[first[place] - 1], words[first[place]]) and bool(_AMOUNT.fullmatch(left + own))
        elif _UNIT.fullmatch(left) and _EXPONENT.fullmatch(own):
            joined[place] = True
            if place + 1 < len(first) and _goes_on(words[first[place - 1 : place + 2]]):
                joined[place + 1] = True
        elif _FIGURE.fullmatch(left) and _MARK.fullmatch(own):
            is_power = left == _POWER_BASE and own.isdigit()
            marks[place] = not is_power and not _follows_raised(words, first, place)
    return first[~joined], np.flatnonzero(marks[~joined])


def _follows_raised(words: Array, first: Array, place: int) -> bool:
    """Degrees and minutes: what is raised comes twice, with a figure between."""
    return place > 1 and bool(words["tie"][first[place - 2]] & RAISED)


class _Texts:
    """What words of several pieces say."""

    def __init__(self, words: Array, first: Array, signs: Array) -> None:
        self.words, self.signs, self.bounds = words, signs, [*first.tolist(), len(words)]

    def __getitem__(self, place: int) -> str:
        pieces = self.words[self.bounds[place] : self.bounds[place + 1]]
        spans = zip(pieces["start"].tolist(), pieces["end"].tolist(), strict=True)
        return "".join(self.signs[start:end].tobytes().decode("utf-32-le", "replace") for start, end in spans)


def _is_near(left: Array, own: Array) -> bool:
    """What stands on the left on the page is what came before in the file."""
    x1, (x0, y0, _, y1) = left["box"][2], own["box"]
    return bool(0 <= x0 - x1 <= NEAR * (y1 - y0))


def _goes_on(words: Array) -> bool:
    """The third word stands right beside the raised second one, on the base line of the first: `m2/hari`."""
    whole, mark, rest = words["box"]
    size = min(whole[3] - whole[1], rest[3] - rest[1])
    return bool(abs(rest[0] - mark[2]) <= SPACE_GAP * size and abs(rest[3] - whole[3]) <= BASELINE_DRIFT * size)
