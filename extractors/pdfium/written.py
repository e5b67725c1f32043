"""Glyphs to words to lines, all words of a page at once: arrays in reading order, and a `Word` where one is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
import numpy.typing as npt

from extractors.pdfium.frame import Boxes, turned
from extractors.pdfium.drawn import Mask
from extractors.pdfium.ink import Ink
from extractors.sheet import Glyph
from extractors.words import BASELINE_DRIFT, OVERLAP, SPACE_GAP, WORD_GAP, Word

Places = npt.NDArray[np.intp]
Sides = npt.NDArray[np.float64]
# Shares of the type size: a sign that stands farther back than the first begins anew, one printed twice is nearer than the second.
BACK = 0.5
TWICE = 0.15
MOST_TWICE = 1.5
BLANK = 32
ZERO, TEN = 48, 10


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a page, line by line and from left to right; row `i` of every array is word `i`.

    `boxes` are on the sheet, `flows` where the word stands upright; `lines` numbers the lines from the top. The glyphs of
    word `i` are those from `starts[i]` to `ends[i]` of `signs` and, on the sheet, of `places`; `digits` tells words with a digit.
    """

    text: tuple[str, ...]
    boxes: Boxes
    flows: Boxes
    turns: npt.NDArray[np.int8]
    sizes: Sides
    bold: Mask
    digits: Mask
    lines: Places
    signs: str
    places: Boxes
    starts: Places
    ends: Places

    def words(self, chosen: Places) -> list[Word]:
        """Those words, in that order."""
        boxes, flows = self.boxes[chosen].tolist(), self.flows[chosen].tolist()
        rest = zip(self.turns[chosen].tolist(), self.sizes[chosen].tolist(), self.bold[chosen].tolist(), chosen.tolist(), strict=True)
        return [
            Word(self.text[place], tuple(box), tuple(flow), turn, size, bold, Letters(self, place))
            for box, flow, (turn, size, bold, place) in zip(boxes, flows, rest, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Letters(Sequence[Glyph]):
    """The glyphs of one word, made when they are looked at: few words are ever cut."""

    written: Written
    place: int

    def __len__(self) -> int:
        return int(self.written.ends[self.place] - self.written.starts[self.place])

    @overload
    def __getitem__(self, index: int) -> Glyph: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Glyph]: ...
    def __getitem__(self, index: int | slice) -> Glyph | Sequence[Glyph]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        at = int(self.written.starts[self.place]) + index % len(self)
        x0, y0, x1, y1 = self.written.places[at].tolist()
        size, bold, turn = float(self.written.sizes[self.place]), bool(self.written.bold[self.place]), int(self.written.turns[self.place])
        return Glyph(self.written.signs[at], (x0, y0, x1, y1), size, bold, turn)


@dataclass(frozen=True, slots=True)
class _Runs:
    """Words as they come in the file: the glyphs that are seen, where each word begins and ends among them, its upright box."""

    glyphs: Places
    starts: Places
    ends: Places
    flows: Boxes
    turns: npt.NDArray[np.int8]


def written_on(ink: Ink) -> Written:
    """The words of the page."""
    runs = [_runs(ink, turn) for turn in (range(4) if ink.leans.any() else (0,))]
    shifts = np.cumsum([0, *(len(run.glyphs) for run in runs)]).tolist()
    glyphs = np.concatenate([run.glyphs for run in runs])
    starts = np.concatenate([run.starts + shift for run, shift in zip(runs, shifts, strict=False)])
    ends = np.concatenate([run.ends + shift for run, shift in zip(runs, shifts, strict=False)])
    flows, turns = np.concatenate([run.flows for run in runs]), np.concatenate([run.turns for run in runs])
    order, lines = in_lines(flows, turns)
    order, lines = _without_doubles(order, lines, flows, ends - starts)
    groups = _touching(order, lines, flows)
    if len(groups) < len(order):
        order, lines, glyphs, starts, ends, flows, turns = _mended(order, lines, groups, _Runs(glyphs, starts, ends, flows, turns))
    starts, ends, flows, turns = starts[order], ends[order], flows[order], turns[order]
    signs = ink.codes[glyphs].astype("<u4").tobytes().decode("utf-32-le", "replace")
    return Written(
        text=tuple([signs[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]),
        boxes=_on_sheet(flows, turns, ink),
        flows=flows,
        turns=turns,
        sizes=flows[:, 3] - flows[:, 1],
        bold=_most(ink.bold[glyphs], starts, ends),
        digits=_most((ink.codes[glyphs] - ZERO) < TEN, starts, ends, share=0),
        lines=lines,
        signs=signs,
        places=ink.boxes[glyphs],
        starts=starts,
        ends=ends,
    )


def _runs(ink: Ink, turn: int) -> _Runs:
    """The words that lean this way."""
    glyphs = np.flatnonzero((ink.codes != BLANK) & (ink.leans == turn))
    if not len(glyphs):
        return _Runs(glyphs, glyphs, glyphs, np.zeros((0, 4)), np.zeros(0, np.int8))
    flow = turned(ink.boxes[glyphs], turn, ink.width, ink.height)
    codes = ink.codes[glyphs]
    once = _once(codes, flow)
    if not once.all():
        glyphs, flow = glyphs[once], flow[once]
    x0, y0, x1, y1 = np.ascontiguousarray(flow.T)
    size = np.maximum(y1 - y0, 1.0)
    least = np.minimum(size[1:], size[:-1])
    gap = x0[1:] - x1[:-1]
    spaced = np.diff(glyphs) > 1  # a printed space stood between
    apart = gap > np.where(spaced, SPACE_GAP, WORD_GAP) * least
    apart |= (np.abs(np.diff(y1)) > BASELINE_DRIFT * least) | (gap < -BACK * least)
    starts = np.concatenate([[0], np.flatnonzero(apart) + 1])
    hulls = np.column_stack([
        np.minimum.reduceat(x0, starts), np.minimum.reduceat(y0, starts), np.maximum.reduceat(x1, starts), np.maximum.reduceat(y1, starts),
    ])  # fmt: skip
    return _Runs(glyphs, starts, np.append(starts[1:], len(glyphs)), hulls, np.full(len(starts), turn, np.int8))


def _once(codes: npt.NDArray[np.uint32], flow: Boxes) -> Mask:
    """Each sign once: bold may be made by printing every sign twice, a hair apart."""
    once = np.ones(len(codes), bool)
    alike = np.flatnonzero(codes[1:] == codes[:-1])
    near = np.minimum(MOST_TWICE, TWICE * (flow[alike, 3] - flow[alike, 1]))
    once[alike[np.abs(flow[alike + 1, :2] - flow[alike, :2]).max(1, initial=0) < near] + 1] = False
    return once


def _most(mask: Mask, starts: Places, ends: Places, share: int = 1) -> Mask:
    """Whether more than half of each word's glyphs have it; with a share of 0, any of them."""
    if not mask.any():
        return np.zeros(len(starts), bool)
    counted = np.concatenate([[0], np.cumsum(mask)])
    found = counted[ends] - counted[starts]
    return 2 * found > share * (ends - starts)


def _on_sheet(flows: Boxes, turns: npt.NDArray[np.int8], ink: Ink) -> Boxes:
    """Upright boxes, each turned back to where it is on the sheet."""
    if not turns.any():
        return flows
    boxes = flows.copy()
    for turn in range(1, 4):
        leaning = turns == turn
        width, height = (ink.height, ink.width) if turn % 2 else (ink.width, ink.height)
        boxes[leaning] = turned(flows[leaning], 4 - turn, width, height)
    return boxes


def in_lines(flow: Boxes, groups: npt.NDArray[np.integer]) -> tuple[Places, Places]:
    """The order in which boxes are read, and the number of the line of each: they share one when half of the lower one's height is common.

    Boxes of different groups never share a line; the groups come one after the other.
    """
    if not len(flow):
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    middle = flow[:, 1] + flow[:, 3]
    order = np.lexsort((flow[:, 0], middle, groups))
    upper, lower, group = flow[order, 1], flow[order, 3], groups[order]
    anew = np.concatenate([[True], _are_apart(upper[1:], lower[1:], upper[:-1], lower[:-1]) | (group[1:] != group[:-1])])
    first = np.flatnonzero(anew)[np.cumsum(anew) - 1]
    if _are_apart(upper, lower, upper[first], lower[first]).any():
        anew = _one_by_one(upper.tolist(), lower.tolist(), group.tolist())
    lines = np.cumsum(anew) - 1
    across = np.lexsort((flow[order, 0], lines))
    return order[across], lines


def _are_apart(upper: Sides, lower: Sides, other_upper: Sides, other_lower: Sides) -> Mask:
    """Less than half of the lower one's height is common."""
    common = np.minimum(lower, other_lower) - np.maximum(upper, other_upper)
    return common < OVERLAP * np.maximum(np.minimum(lower - upper, other_lower - other_upper), 0.1)


def _one_by_one(upper: list[float], lower: list[float], group: list[int]) -> Mask:
    """Where lines begin, if words stand on steps so small that each touches the next: all of a line must touch its first word."""
    anew = np.zeros(len(upper), bool)
    first = 0
    for place in range(len(upper)):
        common = min(lower[place], lower[first]) - max(upper[place], upper[first])
        height = max(min(lower[place] - upper[place], lower[first] - upper[first]), 0.1)
        if place == 0 or group[place] != group[first] or common < OVERLAP * height:
            anew[place] = True
            first = place
    return anew


def _without_doubles(order: Places, lines: Places, flows: Boxes, lengths: Places) -> tuple[Places, Places]:
    """A word that stands right on top of its neighbour is the same, printed twice."""
    box, length = flows[order], lengths[order]
    reach = TWICE * np.minimum(box[1:, 3] - box[1:, 1], box[:-1, 3] - box[:-1, 1])
    near = (lines[1:] == lines[:-1]) & (length[1:] == length[:-1]) & (np.abs(box[1:, 0] - box[:-1, 0]) < reach)
    if near.any():
        near &= np.abs(box[1:] - box[:-1]).max(1) < reach
        kept = np.concatenate([[True], ~near])
        return order[kept], lines[kept]
    return order, lines


def _touching(order: Places, lines: Places, flows: Boxes) -> Places:
    """Where each word begins, if those that touch on a line are one: a sign split off by kerning may come later in the file."""
    _, y0, x1, y1 = box = np.ascontiguousarray(flows[order].T)
    size = np.minimum((y1 - y0)[1:], (y1 - y0)[:-1])
    gap = box[0][1:] - x1[:-1]
    touching = (lines[1:] == lines[:-1]) & (gap <= SPACE_GAP * size) & (gap > -BACK * size) & (np.abs(np.diff(y1)) <= BASELINE_DRIFT * size)
    return np.concatenate([[0], np.flatnonzero(~touching) + 1]) if len(order) else order


def _mended(order: Places, lines: Places, groups: Places, runs: _Runs) -> tuple[Places, Places, Places, Places, Places, Boxes, npt.NDArray[np.int8]]:
    """Each group of words as one word, its glyphs one after the other; those of single words stay where they are."""
    glyphs, starts, ends = runs.glyphs, runs.starts[order].copy(), runs.ends[order].copy()
    added = len(glyphs)
    more = [glyphs]
    for first, end in zip(groups.tolist(), [*groups[1:].tolist(), len(order)], strict=True):
        if end - first > 1:
            pieces = [glyphs[start:stop] for start, stop in zip(starts[first:end], ends[first:end], strict=True)]
            length = sum(map(len, pieces))
            more += pieces
            starts[first], ends[first] = added, added + length
            added += length
    flow = runs.flows[order]
    hulls = np.concatenate([np.minimum.reduceat(flow[:, :2], groups), np.maximum.reduceat(flow[:, 2:], groups)], axis=1)
    return np.arange(len(groups)), lines[groups], np.concatenate(more), starts[groups], ends[groups], hulls, runs.turns[order][groups]
