"""Where words begin and end among the characters of a page: what walk.c does there, in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from extractors.pdfium import walk

BLANK, HYPHEN, LOST = 0x20, 0x2D, 0xFFFD
ZERO, TEN = 48, 10
POINTS = (0x2C, 0x2E)
PERCENT = 0x25
FEWEST_SPREAD = 3
SMALL, RISE = 0.8, 0.15


class Text(NamedTuple):
    """All characters: their signs, where each stands upright, its run, and how many spaces pdfium made up before it."""

    signs: walk.Array
    flows: walk.Array
    runs: walk.Array
    made: walk.Array


class Reach(NamedTuple):
    """By what words are cut, in shares of the type size: see walk.c."""

    word_gap: float
    made_gap: float
    space_gap: float
    drift: float
    back: float
    twice: float
    most_twice: float
    figure_gap: float
    most_spread: float


def cleaned(codes: walk.Array) -> walk.Array:
    """Control characters as spaces, what has no meaning as a replacement character; pdfium marks a hyphen at the end of a line."""
    out = np.where((codes == 2) | (codes == 0xAD), HYPHEN, codes)
    out = np.where((out < BLANK) | (out == 0xA0) | ((out >= 127) & (out < 160)), BLANK, out)
    lost = ((out >= 0xD800) & (out < 0xE000)) | (out == 0xFFFE) | (out == 0xFFFF) | (out > 0x10FFFF)
    return np.where(lost, LOST, out).astype(np.uint32)


def figure_in(signs: walk.Array) -> int:
    """Which parts of a figure are among the signs."""
    digits, points = (signs - ZERO < TEN).any(), np.isin(signs, (*POINTS, PERCENT)).any()
    return walk.DIGIT * int(digits) | walk.SEPARATOR * int(points)


def words_of(text: Text, chosen: walk.Array, measures: Sequence[float]) -> tuple[walk.Array, list[tuple[int, int, int]]]:
    """Which of the chosen signs are seen, each once and without the spaces; where words begin and end among them, and their ties."""
    reach = Reach(*measures)
    wide = text.flows[:, 2] > text.flows[:, 0]
    seen = chosen[text.signs[chosen] != BLANK]
    if not len(seen):
        return seen, []
    among = np.zeros(len(text.signs), bool)
    among[chosen] = text.signs[chosen] == BLANK
    spaces, made = np.cumsum(among & wide), np.cumsum(among & ~wide) + text.made
    flows, one, other = text.flows, seen[:-1], seen[1:]
    near = np.minimum(reach.most_twice, reach.twice * (flows[one, 3] - flows[one, 1]))
    again = (text.signs[one] == text.signs[other]) & (np.abs(flows[other, :2] - flows[one, :2]).max(1, initial=0) < near)
    same = (text.runs[one] == text.runs[other]) & (flows[one] == flows[other]).all(1)
    left = np.concatenate([[True], ~again | same])
    seen, same = seen[left], np.concatenate([[False], same])[left][1:]
    one, other = seen[:-1], seen[1:]
    size = np.maximum(flows[seen, 3] - flows[seen, 1], 1.0)
    least, most = np.minimum(size[1:], size[:-1]), np.maximum(size[1:], size[:-1])
    gap, drift = flows[other, 0] - flows[one, 2], np.abs(flows[other, 3] - flows[one, 3])
    blank = spaces[other] > spaces[one]
    within = (text.runs[one] == text.runs[other]) & ~blank
    gap = gap - _spreads(text, other, within & ~same & (gap > reach.word_gap * least), reach)
    digits = text.signs[seen] - ZERO < TEN
    figures = digits | np.isin(text.signs[seen], POINTS)
    between = np.where((made[other] > made[one]) & ~(digits[1:] & digits[:-1]), reach.made_gap, reach.word_gap)
    off = (drift > reach.drift * least) | ((least < SMALL * most) & (drift > RISE * most)) | (gap < -reach.back * least)
    apart = ~same & (off | (gap > np.where(blank, reach.space_gap, between) * least))
    ties = ~off & within & (gap <= reach.figure_gap * least) & figures[1:] & figures[:-1]
    begins = [0, *(np.flatnonzero(apart) + 1).tolist()]
    tied = [0, *np.where(ties[apart], walk.CLOSE_FIGURE, 0).tolist()]
    return seen, [(start, end, tie) for (start, end), tie in zip(pairwise([*begins, len(seen)]), tied, strict=True)]


def _spreads(text: Text, other: walk.Array, asked: walk.Array, reach: Reach) -> walk.Array:
    """How far the run of each of these signs is spread, where that is asked."""
    out = np.zeros(len(other))
    known: dict[int, float] = {}
    for place in np.flatnonzero(asked).tolist():
        run = int(text.runs[other[place]])
        if run not in known:
            known[run] = _spread(text, np.flatnonzero(text.runs == run), reach)
        out[place] = known[run]
    return out


def _spread(text: Text, signs: walk.Array, reach: Reach) -> float:
    gaps: list[float] = []
    size, blank, worded = 1.0, False, False
    last: list[float] = []
    for sign, flow in zip(text.signs[signs].tolist(), text.flows[signs].tolist(), strict=True):
        if sign == BLANK:
            blank |= flow[2] > flow[0]
            continue
        if last and not blank:
            size = min(max(flow[3] - flow[1], 1.0), max(last[3] - last[1], 1.0))
            gaps.append(flow[0] - last[2])
            if gaps[-1] <= reach.word_gap * size:
                return 0.0
        worded |= not ZERO <= sign < ZERO + TEN
        last, blank = flow, False
    spread = len(gaps) >= FEWEST_SPREAD and worded and min(gaps) <= reach.most_spread * size
    return min(gaps) if spread else 0.0
