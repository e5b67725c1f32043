"""Glyphs to words to lines, all words of a page at once: arrays in reading order, and a `Word` where one is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from operator import itemgetter
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
_REACH = np.array([TWICE, SPACE_GAP, BACK, BASELINE_DRIFT])

_new_word = partial(tuple.__new__, Word)


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a page, line by line and from left to right; row `i` of every array is word `i`.

    `pieces` is as walk.c has them (see WORD), with boxes where the word stands upright; `boxes` are on the sheet, `lines` numbers the
    lines from the top. `said` is all of the text with a space between words, that of word `i` is from `froms[i]` to `tos[i]`. `places`
    tells where its glyphs are on the sheet.
    """

    pieces: Array
    boxes: Boxes
    lines: Places
    said: str
    froms: list[int]
    tos: list[int]
    places: Boxes
    leaning: bool

    def __len__(self) -> int:
        return len(self.froms)

    @property
    def turns(self) -> npt.NDArray[np.int32]:
        """How many quarter turns each word leans."""
        turns: npt.NDArray[np.int32] = self.pieces["turn"]
        return turns

    @property
    def flows(self) -> Boxes:
        """Where each word stands upright."""
        flows: Boxes = self.pieces["box"]
        return flows

    def are_bold(self, chosen: Places) -> Mask:
        """Whether most of each of those words is bold."""
        pieces = self.pieces[chosen]
        bold: Mask = 2 * pieces["bold"] > pieces["end"] - pieces["start"]
        return bold

    def text(self, place: int) -> str:
        """One word's."""
        return self.said[self.froms[place] : self.tos[place]]

    def texts(self, places: Sequence[int]) -> list[str]:
        """Those of these words."""
        said, froms, tos = self.said, self.froms, self.tos
        return [said[froms[place] : tos[place]] for place in places]

    def says(self, places: Sequence[int]) -> str:
        """The words of these numbers, which do not fall, with a space between them."""
        first, last = places[0], places[-1]
        if last - first == len(places) - 1:
            return self.said[self.froms[first] : self.tos[last]]
        return " ".join(self.texts(places))

    def words(self, chosen: Places) -> list[Word]:
        """Those words, in that order."""
        places = chosen.tolist()
        boxes = list(map(tuple, self.boxes[chosen].tolist()))
        flows = list(map(tuple, self.flows[chosen].tolist())) if self.leaning else boxes
        sizes = [flow[3] - flow[1] for flow in flows]
        rest = (self.turns[chosen].tolist(), sizes, self.are_bold(chosen).tolist())
        # Past the `__new__` of named tuples, which takes longer than all the rest.
        return list(map(_new_word, zip(self.texts(places), boxes, flows, *rest, map(Letters, repeat(self), places), strict=True)))


class Words(Sequence[Word]):
    """Some words of a page, made when they are looked at."""

    __slots__ = ("_made", "chosen", "written")

    def __init__(self, written: Written, chosen: Places) -> None:
        self.written, self.chosen = written, chosen
        self._made: list[Word] = []

    def __len__(self) -> int:
        return len(self.chosen)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Word]:
        return iter(self._all())

    def _all(self) -> list[Word]:
        self._made = self._made or self.written.words(self.chosen)
        return self._made


class Letters(Sequence[Glyph]):
    """The glyphs of one word, made when they are looked at: few words are ever cut."""

    __slots__ = ("place", "written")

    def __init__(self, written: Written, place: int) -> None:
        self.written, self.place = written, place

    def __len__(self) -> int:
        return self.written.tos[self.place] - self.written.froms[self.place]

    @overload
    def __getitem__(self, index: int) -> Glyph: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Glyph]: ...
    def __getitem__(self, index: int | slice) -> Glyph | Sequence[Glyph]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        piece = self.written.pieces[self.place]
        (_, upper, _, lower), start, end, bold, turn = itemgetter("box", "start", "end", "bold", "turn")(piece)
        x0, y0, x1, y1 = self.written.places[int(start) + index % len(self)].tolist()
        sign = self.written.said[self.written.froms[self.place] + index % len(self)]
        return Glyph(sign, (x0, y0, x1, y1), float(lower - upper), bool(2 * bold > end - start), int(turn))


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
    turns = words["turn"]
    leaning = bool(turns.any())
    boxes = boxes_on_sheet(words["box"], turns, ink.width, ink.height) if leaning else np.ascontiguousarray(words["box"])
    return Written(words, boxes, lines, *_said(words, signs), places, leaning)


def _said(words: Array, signs: Array) -> tuple[str, list[int], list[int]]:
    """What the words say, one after the other with a space between, and where each begins and ends in that."""
    count = len(words)
    if not count:
        return "", [], []
    said, (froms, tos) = np.empty(len(signs) + count, np.uint32), np.empty((2, count), np.int32)
    walker().walk_said(count, *map(start_of, (words, signs, said, froms, tos)))
    return said[: tos[-1]].tobytes().decode("utf-32-le", "replace"), froms.tolist(), tos.tolist()


def boxes_on_sheet(flows: Boxes, turns: npt.NDArray[np.int32], width: float, height: float) -> Boxes:
    """Upright boxes, each turned back to where it is on a sheet of this size."""
    boxes = np.array(flows)
    for turn in range(1, 4):
        leaning = turns == turn
        wide, high = (height, width) if turn % 2 else (width, height)
        boxes[leaning] = turned(boxes[leaning], 4 - turn, wide, high)
    return boxes


def in_lines(flow: Boxes, groups: npt.NDArray[np.integer] | None = None) -> tuple[Places, Places]:
    """The order in which boxes are read, and the number of the line of each: they share one when half of the lower one's height is common.

    Boxes of different groups never share a line; the groups come one after the other.
    """
    count = len(flow)
    order, lines = np.empty((2, count), np.intp)
    named = None if groups is None else start_of(np.ascontiguousarray(groups, np.intp))
    walker().walk_lines(count, start_of(np.ascontiguousarray(flow)), named, *map(start_of, (room(count), order, lines)))
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


def room(count: int) -> Array:
    """Room for walk.c to sort so many boxes in."""
    return np.empty(2 * SPOT * count)


def _read(words: Array) -> tuple[Array, Places, Places]:
    """The words in the order in which they are read, the line of each, and where each begins if those that touch on a line are one.

    A word right on top of its neighbour is the same, printed twice; a sign split off by kerning may come later in the file.
    """
    count = len(words)
    out, (lines, first), counted = np.empty(count, WORD), np.empty((2, count), np.intp), np.empty(2, np.int32)
    outputs = map(start_of, (room(count), out, lines, first, counted))
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
            out[place] = (box, count, count + length, group["bold"].sum(), np.bitwise_or.reduce(group["figure"]), turn, 0)
            kept += pieces
            count += length
    return out, lines[first], np.concatenate(kept)
