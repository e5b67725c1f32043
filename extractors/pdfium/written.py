"""Glyphs to words to lines, all words of a page at once: arrays in reading order, and a `Word` where one is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import overload

import numpy as np
import numpy.typing as npt

from extractors.pdfium.drawn import Mask
from extractors.pdfium.frame import Boxes, turned
from extractors.pdfium.ink import BACK, TWICE, Ink
from extractors.pdfium.ties import united
from extractors.pdfium.walk import SPOT, WORD, Array, start_of, walker
from extractors.sheet import Glyph
from extractors.words import BASELINE_DRIFT, SPACE_GAP, Word

Places = npt.NDArray[np.intp]
Sides = npt.NDArray[np.float64]
_REACH = np.array([TWICE, SPACE_GAP, BACK, BASELINE_DRIFT])

_new_word = partial(tuple.__new__, Word)


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
        # Past the `__new__` of named tuples, which takes longer than all the rest.
        return list(map(_new_word, zip(texts, boxes, flows, *rest, map(Letters, repeat(self), places), strict=True)))


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
    signs, places = ink.glyphs.signs, ink.glyphs.places
    words, lines, first = _read(ink.glyphs.words)
    marks = None
    if words["tie"].any():
        first, marks = united(words, lines, first, signs)
    if len(first) < len(words):
        words, lines, kept = _mended(words, lines, first, len(signs))
        signs, places = signs[kept], places[kept]
    if marks is not None and len(marks):
        words, lines = np.delete(words, marks), np.delete(lines, marks)
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


def in_lines(flow: Boxes, groups: npt.NDArray[np.integer] | None = None) -> tuple[Places, Places]:
    """The order in which boxes are read, and the number of the line of each: they share one when half of the lower one's height is common.

    Boxes of different groups never share a line; the groups come one after the other.
    """
    count = len(flow)
    order, lines = np.empty((2, count), np.intp)
    named = None if groups is None else start_of(np.ascontiguousarray(groups, np.intp))
    walker().walk_lines(count, start_of(np.ascontiguousarray(flow)), named, *map(start_of, (_spots(count), order, lines)))
    return order, lines


def starts_of(numbers: npt.NDArray[np.integer]) -> Places:
    """Where each run of the same number begins; one of -1 at the very front has no beginning."""
    anew = np.empty(len(numbers), bool)
    anew[:1] = numbers[:1] != -1
    np.not_equal(numbers[1:], numbers[:-1], out=anew[1:])
    return anew.nonzero()[0]


def hulls(boxes: Boxes, starts: Places) -> Boxes:
    """The box around each run of boxes, from these starts; there must be one."""
    out = np.empty((len(starts), 4))
    np.minimum.reduceat(boxes[:, :2], starts, out=out[:, :2])
    np.maximum.reduceat(boxes[:, 2:], starts, out=out[:, 2:])
    return out


def _spots(count: int) -> Array:
    """Room to sort so many boxes."""
    return np.empty(2 * SPOT * count)


def _read(words: Array) -> tuple[Array, Places, Places]:
    """The words in the order in which they are read, the line of each, and where each begins if those that touch on a line are one.

    A word right on top of its neighbour is the same, printed twice; a sign split off by kerning may come later in the file.
    """
    count = len(words)
    out, (lines, first), counted = np.empty(count, WORD), np.empty((2, count), np.intp), np.empty(2, np.int32)
    outputs = map(start_of, (_spots(count), out, lines, first, counted))
    walker().walk_written(count, start_of(words), start_of(_REACH), *outputs)
    kept, whole = counted.tolist()
    return out[:kept], lines[:kept], first[:whole]


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
