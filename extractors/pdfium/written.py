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
# Shares of the type size: a sign that stands farther back than the first begins anew, one printed twice is nearer than the second.
BACK = 0.5
TWICE = 0.15
MOST_TWICE = 1.5
SPACE = " "


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a page, line by line and from left to right; row `i` of every array is word `i`.

    `boxes` are on the sheet, `flows` where the word stands upright; `lines` numbers the lines from the top; the glyphs of
    word `i` are `signs[offsets[i]:offsets[i + 1]]`, in the sheet's frame in `places`.
    """

    text: tuple[str, ...]
    boxes: Boxes
    flows: Boxes
    turns: npt.NDArray[np.int8]
    sizes: npt.NDArray[np.float64]
    bold: Mask
    lines: Places
    signs: str
    places: Boxes
    offsets: Places

    def word(self, place: int) -> Word:
        """Word number `place`."""
        x0, y0, x1, y1 = self.boxes[place].tolist()
        a, b, c, d = self.flows[place].tolist()
        turn, size, bold = int(self.turns[place]), float(self.sizes[place]), bool(self.bold[place])
        return Word(self.text[place], (x0, y0, x1, y1), (a, b, c, d), turn, size, bold, Letters(self, place))

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
        return int(self.written.offsets[self.place + 1] - self.written.offsets[self.place])

    @overload
    def __getitem__(self, index: int) -> Glyph: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Glyph]: ...
    def __getitem__(self, index: int | slice) -> Glyph | Sequence[Glyph]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        at = int(self.written.offsets[self.place]) + index % len(self)
        x0, y0, x1, y1 = self.written.places[at].tolist()
        size, bold, turn = float(self.written.sizes[self.place]), bool(self.written.bold[self.place]), int(self.written.turns[self.place])
        return Glyph(self.written.signs[at], (x0, y0, x1, y1), size, bold, turn)


def written_on(ink: Ink) -> Written:
    """The words of the page."""
    codes = np.frombuffer(ink.text.encode("utf-32-le"), np.uint32)
    parts = [_words(ink, codes, turn) for turn in range(4) if (ink.leans == turn).any()]
    return _joined(ink, codes, [part for part in parts if len(part[0])])


_Part = tuple[Places, Places, Boxes, int]


def _words(ink: Ink, codes: npt.NDArray[np.uint32], turn: int) -> _Part:
    """Glyphs that lean this way: those that are seen, where a word begins among them, their upright boxes."""
    chosen = np.flatnonzero(ink.leans == turn)
    boxes = ink.boxes[chosen]
    flow = turned(tuple(boxes.T), turn, ink.width, ink.height) if turn else boxes
    blank = codes[chosen] == 32
    spaces = np.cumsum(blank)[~blank]
    seen, flow = chosen[~blank], flow[~blank]
    if not len(seen):
        return seen, np.zeros(0, np.intp), flow, turn
    once = _once(codes[seen], flow)
    if not once.all():
        seen, flow, spaces = seen[once], flow[once], spaces[once]
    x0, _, x1, y1 = flow.T
    size = np.maximum(flow[:, 3] - flow[:, 1], 1.0)
    least = np.minimum(size[1:], size[:-1])
    gap = x0[1:] - x1[:-1]
    apart = gap > np.where(spaces[1:] > spaces[:-1], SPACE_GAP, WORD_GAP) * least
    anew = (np.abs(y1[1:] - y1[:-1]) > BASELINE_DRIFT * least) | (gap < -BACK * least)
    return seen, np.concatenate([[0], np.flatnonzero(apart | anew) + 1]), flow, turn


def _once(codes: npt.NDArray[np.uint32], flow: Boxes) -> Mask:
    """Each sign once: bold may be made by printing every sign twice, a hair apart."""
    near = np.minimum(MOST_TWICE, TWICE * (flow[1:, 3] - flow[1:, 1]))
    twice = (codes[1:] == codes[:-1]) & (np.abs(flow[1:, :2] - flow[:-1, :2]).max(1) < near)
    return np.concatenate([[True], ~twice])


def _joined(ink: Ink, codes: npt.NDArray[np.uint32], parts: Sequence[_Part]) -> Written:
    """The words of all directions in reading order: those of the main direction first."""
    glyphs, starts, flows, turns, lengths = [], [], [], [], []
    before = 0
    for seen, begins, flow, turn in parts:
        glyphs.append(seen)
        starts.append(begins + before)
        lengths.append(np.diff(np.append(begins, len(seen))))
        flows.append(_hulls(flow, begins))
        turns.append(np.full(len(begins), turn, np.int8))
        before += len(seen)
    if not parts:
        none = np.zeros(0, np.intp)
        return Written((), _NO_BOXES, _NO_BOXES, np.zeros(0, np.int8), np.zeros(0), np.zeros(0, bool), none, "", _NO_BOXES, np.zeros(1, np.intp))
    seen, begins, length = np.concatenate(glyphs), np.concatenate(starts), np.concatenate(lengths)
    flow, turn_of = np.concatenate(flows), np.concatenate(turns)
    order, lines = in_lines(flow, turn_of)
    order, lines, length_of = _mended(order, lines, flow, length, turn_of)
    taken = np.repeat(begins[order] - np.concatenate([[0], np.cumsum(length[order])[:-1]]), length[order]) + np.arange(length[order].sum())
    seen = seen[taken]
    offsets = np.concatenate([[0], np.cumsum(length_of)])
    places = ink.boxes[seen]
    begins = offsets[:-1]
    boxes = _hulls(places, begins)
    turn_of = ink.leans[seen[begins]]
    signs = codes[seen].astype("<u4").tobytes().decode("utf-32-le", "replace")
    ends = offsets.tolist()
    flows_of = boxes.copy()
    for turn in range(1, 4):
        leaning = turn_of == turn
        if leaning.any():
            flows_of[leaning] = turned(tuple(boxes[leaning].T), turn, ink.width, ink.height)
    return Written(
        text=tuple([signs[start:end] for start, end in zip(ends, ends[1:], strict=False)]),
        boxes=boxes,
        flows=flows_of,
        turns=turn_of,
        sizes=flows_of[:, 3] - flows_of[:, 1],
        bold=np.add.reduceat(ink.bold[seen].astype(np.intp), begins) * 2 > length_of,
        lines=lines,
        signs=signs,
        places=places,
        offsets=offsets,
    )


_NO_BOXES: Boxes = np.zeros((0, 4))


def _hulls(boxes: Boxes, starts: Places) -> Boxes:
    """The box around each run of boxes."""
    low, high = np.minimum.reduceat(boxes[:, :2], starts), np.maximum.reduceat(boxes[:, 2:], starts)
    return np.concatenate([low, high], axis=1)


def in_lines(flow: Boxes, groups: npt.NDArray[np.integer]) -> tuple[Places, Places]:
    """The order in which boxes are read, and the number of the line of each: they share one when half of the lower one's height is common.

    Boxes of different groups never share a line; the groups come one after the other.
    """
    middle = flow[:, 1] + flow[:, 3]
    order = np.lexsort((flow[:, 0], middle, groups))
    upper, lower, group = flow[order, 1], flow[order, 3], groups[order]
    common = np.minimum(lower[1:], lower[:-1]) - np.maximum(upper[1:], upper[:-1])
    height = np.maximum(np.minimum(lower[1:] - upper[1:], lower[:-1] - upper[:-1]), 0.1)
    lines = np.concatenate([[0], np.cumsum((common < OVERLAP * height) | (group[1:] != group[:-1]))])
    across = np.lexsort((flow[order, 0], lines))
    return order[across], lines


def _mended(order: Places, lines: Places, flow: Boxes, length: Places, turns: npt.NDArray[np.int8]) -> tuple[Places, Places, Places]:
    """Words that touch on a line are one: a sign that kerning split off may come much later in the file.

    A word that stands right on top of its neighbour is the same, printed twice. Gives the order, the line of each word, and
    the number of glyphs of each.
    """
    box = flow[order]
    size = np.minimum(box[1:, 3] - box[1:, 1], box[:-1, 3] - box[:-1, 1])
    gap = box[1:, 0] - box[:-1, 2]
    same = lines[1:] == lines[:-1]
    level = np.abs(box[1:, 3] - box[:-1, 3]) <= BASELINE_DRIFT * size
    twice = same & (np.abs(box[1:] - box[:-1]).max(1) < TWICE * size) & (length[order][1:] == length[order][:-1])
    if twice.any():
        kept = np.concatenate([[True], ~twice])
        return _mended(order[kept], lines[kept], flow, length, turns)
    touching = same & level & (gap <= SPACE_GAP * size) & (gap > -BACK * size)
    starts = np.concatenate([[0], np.flatnonzero(~touching) + 1])
    return order, lines[starts], np.add.reduceat(length[order], starts)


