"""Glyphs to words to lines, all words of a page at once: arrays in reading order, and a `Word` where one is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import overload

import numpy as np
import numpy.typing as npt

from extractors.pdfium.frame import Boxes, turned
from extractors.pdfium.drawn import Mask
from extractors.pdfium.ink import BACK, TWICE, Ink
from extractors.pdfium.walk import Array
from extractors.sheet import Glyph
from extractors.words import BASELINE_DRIFT, OVERLAP, SPACE_GAP, Word

Places = npt.NDArray[np.intp]
Sides = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a page, line by line and from left to right; row `i` of every array is word `i`.

    `boxes` are on the sheet, `flows` where the word stands upright; `lines` numbers the lines from the top. The glyphs of
    word `i` are those from `starts[i]` to `ends[i]` of `signs` and, on the sheet, of `places`; `digits` tells words with a digit.
    """

    text: tuple[str, ...]
    boxes: Boxes
    flows: Boxes
    turns: npt.NDArray[np.int32]
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
        places = chosen.tolist()
        boxes = list(map(tuple, self.boxes[chosen].tolist()))
        flows = list(map(tuple, self.flows[chosen].tolist())) if self.turns.any() else boxes
        texts = [self.text[place] for place in places]
        rest = (self.turns[chosen].tolist(), self.sizes[chosen].tolist(), self.bold[chosen].tolist())
        return list(map(Word, texts, boxes, flows, *rest, map(Letters, repeat(self), places)))


class Letters(Sequence[Glyph]):
    """The glyphs of one word, made when they are looked at: few words are ever cut."""

    __slots__ = ("place", "written")

    def __init__(self, written: Written, place: int) -> None:
        self.written, self.place = written, place

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


def written_on(ink: Ink) -> Written:
    """The words of the page."""
    words, signs, places = ink.glyphs.words, ink.glyphs.signs, ink.glyphs.places
    order, lines = in_lines(words["box"], words["turn"])
    order, lines = _without_doubles(order, lines, words)
    words = words[order]
    first = _touching(words, lines)
    if len(first) < len(words):
        words, lines, kept = _mended(words, lines, first, len(signs))
        signs, places = signs[kept], places[kept]
    text = signs.tobytes().decode("utf-32-le", "replace")
    starts, ends, flows, turns = (np.ascontiguousarray(words[name]) for name in ("start", "end", "box", "turn"))
    return Written(
        text=tuple([text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]),
        boxes=_on_sheet(flows, turns, ink) if turns.any() else flows,
        flows=flows,
        turns=turns,
        sizes=flows[:, 3] - flows[:, 1],
        bold=2 * words["bold"] > ends - starts,
        digits=words["digits"] > 0,
        lines=lines,
        signs=text,
        places=places,
        starts=starts,
        ends=ends,
    )


def _on_sheet(flows: Boxes, turns: npt.NDArray[np.int32], ink: Ink) -> Boxes:
    """Upright boxes, each turned back to where it is on the sheet."""
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
    several = bool((groups != groups[0]).any())
    order = np.lexsort((flow[:, 0], middle, groups) if several else (flow[:, 0], middle))
    left, upper, _, lower = np.ascontiguousarray(flow[order].T)
    group = groups[order]
    anew = np.ones(len(order), bool)
    anew[1:] = _are_apart(upper[1:], lower[1:], upper[:-1], lower[:-1])
    if several:
        anew[1:] |= group[1:] != group[:-1]
    first = np.flatnonzero(anew)[np.cumsum(anew) - 1]
    if _are_apart(upper, lower, upper[first], lower[first]).any():
        anew = _one_by_one(upper.tolist(), lower.tolist(), group.tolist())
    lines = np.cumsum(anew) - 1
    return order[np.lexsort((left, lines))], lines


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


def _without_doubles(order: Places, lines: Places, words: Array) -> tuple[Places, Places]:
    """A word that stands right on top of its neighbour is the same, printed twice."""
    box, length = words["box"][order], (words["end"] - words["start"])[order]
    reach = TWICE * np.minimum(box[1:, 3] - box[1:, 1], box[:-1, 3] - box[:-1, 1])
    near = (lines[1:] == lines[:-1]) & (length[1:] == length[:-1]) & (np.abs(box[1:, 0] - box[:-1, 0]) < reach)
    if near.any():
        near &= np.abs(box[1:] - box[:-1]).max(1) < reach
        kept = np.concatenate([[True], ~near])
        return order[kept], lines[kept]
    return order, lines


def _touching(words: Array, lines: Places) -> Places:
    """Where each word begins, if those that touch on a line are one: a sign split off by kerning may come later in the file."""
    if not len(words):
        return lines
    x0, y0, x1, y1 = np.ascontiguousarray(words["box"].T)
    size = np.minimum((y1 - y0)[1:], (y1 - y0)[:-1])
    gap = x0[1:] - x1[:-1]
    touching = (lines[1:] == lines[:-1]) & (gap <= SPACE_GAP * size) & (gap > -BACK * size) & (np.abs(np.diff(y1)) <= BASELINE_DRIFT * size)
    return np.concatenate([[0], np.flatnonzero(~touching) + 1])


def _mended(words: Array, lines: Places, first: Places, count: int) -> tuple[Array, Places, Places]:
    """Each group of words as one word; and the glyphs in an order in which those of such a word follow each other."""
    kept = [np.arange(count)]
    out = words[first].copy()
    for place, (start, end) in enumerate(zip(first.tolist(), [*first[1:].tolist(), len(words)], strict=True)):
        if end - start > 1:
            group = words[start:end]
            pieces = [np.arange(*span) for span in zip(group["start"].tolist(), group["end"].tolist(), strict=True)]
            length = sum(map(len, pieces))
            box = (*group["box"][:, :2].min(0), *group["box"][:, 2:].max(0))
            turn = int(group["turn"][0])
            out[place] = (box, count, count + length, group["bold"].sum(), group["digits"].sum(), turn, 0)
            kept += pieces
            count += length
    return out, lines[first], np.concatenate(kept)
