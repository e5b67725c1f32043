"""Words into the cells of a net, all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np

from extractors.grid import LOOSE_SIGNS
from extractors.model import Box
from extractors.pdfium.drawn import Mask
from extractors.pdfium.frame import Boxes
from extractors.pdfium.net import Floats, Net
from extractors.pdfium.walk import start_of, walker
from extractors.pdfium.written import Places, Written, in_lines, room, starts_of
from extractors.segments import COLUMN_GAP, FIGURE_GAP
from extractors.values import has_separator, is_currency, is_value
from extractors.words import Word, word_of

# A word may overhang its cell by so much before it is looked at sign by sign.
OVERHANG = 1.0


@dataclass(frozen=True, slots=True)
class Filled:
    """A net with the words that stand in it, cell by cell in reading order: each word's text, cell, and line in the cell.

    `words` says which words of the page they are; a negative number means one of the `parts` of words that were cut.
    """

    net: Net
    written: Written
    words: Places
    parts: tuple[Word, ...]
    text: tuple[str, ...]
    boxes: Boxes
    bold: Mask
    cells: Places
    lines: Places

    def in_cells(self) -> Iterator[tuple[int, int, int]]:
        """Each cell that has words: its number, and where its words begin and end."""
        starts = starts_of(self.cells).tolist()
        yield from zip(self.cells[starts].tolist(), starts, [*starts[1:], len(self.cells)], strict=True)

    def texts(self) -> dict[int, list[str]]:
        """The lines of each cell that has words."""
        found: dict[int, list[str]] = defaultdict(list)
        starts = starts_of(self.lines).tolist() if self.text else []
        homes = self.cells[starts].tolist()
        for home, start, end in zip(homes, starts, [*starts[1:], len(self.text)], strict=False):
            found[home].append(self.text[start] if end == start + 1 else " ".join(self.text[start:end]))
        return found

    def line_places(self) -> tuple[Places, Floats, Floats]:
        """Of each line its cell, its height on the page, and how high it is."""
        starts = starts_of(self.lines)
        upper, lower = np.minimum.reduceat(self.boxes[:, 1], starts), np.maximum.reduceat(self.boxes[:, 3], starts)
        return self.cells[starts], (upper + lower) / 2, lower - upper

    def word_lists(self, rows: Sequence[int] | None = None) -> dict[int, tuple[Word, ...]]:
        """The words of each cell that has some; of cells that begin in these rows only, or of all."""
        spans = list(self.in_cells())
        if rows is not None:
            _, columns = self.net.shape
            spans = [span for span in spans if span[0] // columns in rows]
        wanted = np.concatenate([self.words[start:end] for _, start, end in spans])
        whole = iter(self.written.words(wanted[wanted >= 0]))
        words = iter([next(whole) if place >= 0 else self.parts[-place - 1] for place in wanted.tolist()])
        return {cell: tuple(islice(words, end - start)) for cell, start, end in spans}

    def gaps(self) -> int:
        """How many figures stand in a cell to the right of something else, as if a border lacked between them."""
        x0, x1 = self.boxes[1:, 0], self.boxes[:-1, 2]
        size = np.minimum(self.boxes[1:, 3] - self.boxes[1:, 1], self.boxes[:-1, 3] - self.boxes[:-1, 1])
        white = np.where(self.lines[1:] == self.lines[:-1], (x0 - x1) / np.maximum(size, 1.0), 0.0)
        spans, lines = white.tolist(), self.lines.tolist()
        return sum(self._is_piece(place + 1, spans, lines) for place in np.flatnonzero(white > FIGURE_GAP).tolist())

    def _is_piece(self, start: int, white: Sequence[float], lines: Sequence[int]) -> bool:
        """A figure begins with this word, and wide white or a figure stands before it."""
        text, line = self.text, lines[start]
        if white[start - 1] <= COLUMN_GAP and not any(has_separator(word) and is_value(word) for word in text[start - 1 : start + 1]):
            return False
        if is_currency(text[start - 1]) and (start == 1 or lines[start - 2] != line):
            return False
        if is_value(text[start]):
            return True
        end = start + 1
        while end < len(text) and lines[end] == line and white[end - 1] <= COLUMN_GAP:
            end += 1
        return end > start + 1 and is_value(" ".join(text[start:end]))


def filled(net: Net, written: Written, free: Places) -> Filled:
    """The net with those of the free words that stand in it."""
    return _at_once(net, written, free) or _piece_by_piece(net, written, free)


def _at_once(net: Net, written: Written, free: Places) -> Filled | None:
    """The net filled, if words stand in it and no border cuts one."""
    count, (rows, columns) = len(free), net.shape
    (words, cells, lines), flows, bold = np.empty((3, count), np.intp), np.empty((count, 4)), np.empty(count, bool)
    inputs = (*map(start_of, (free, written.boxes, written.pieces)), rows, columns)
    edges = map(start_of, (net.xs, net.ys, np.ascontiguousarray(net.owner)))
    outputs = map(start_of, (room(count), np.empty(2 * count, np.intp), words, cells, lines, flows, bold))
    kept = walker().walk_filled(count, *inputs, *edges, OVERHANG, *outputs)
    if kept < 1:
        return None
    words = words[:kept]
    text = tuple(written.texts(words.tolist()))
    return Filled(net, written, words, (), text, flows[:kept], bold[:kept], cells[:kept], lines[:kept])


def _piece_by_piece(net: Net, written: Written, free: Places) -> Filled:
    """The net filled; a word that a border cuts is looked at sign by sign."""
    chosen = free[inside(written.boxes[free], net.frame)]
    boxes = written.boxes[chosen]
    y = (boxes[:, 1] + boxes[:, 3]) / 2
    x = np.array([(boxes[:, 0] + boxes[:, 2]) / 2, boxes[:, 0] + OVERHANG, boxes[:, 2] - OVERHANG])
    homes, left, right = net.cells_at(x, y)
    over = (left != homes) | (right != homes)
    cut = over & (written.turns[chosen] == 0)
    parts = [part for word in written.words(chosen[cut]) for part in _parts(word, net)]
    words = np.concatenate([chosen[~cut], -1 - np.arange(len(parts))])
    homes = np.concatenate([homes[~cut], np.array([home for home, _ in parts], np.intp)])
    flows = np.concatenate([written.flows[chosen[~cut]], np.array([word.flow for _, word in parts]).reshape(-1, 4)])
    turns = np.concatenate([written.turns[chosen[~cut]], np.zeros(len(parts), np.int8)])
    pieces = tuple(word for _, word in parts)
    if not len(words):
        return Filled(net, written, words, pieces, (), flows, np.zeros(0, bool), homes, homes)
    order, lines = in_lines(flows, homes * 4 + turns)
    words = words[order]
    return Filled(
        net, written, words, pieces,
        text=tuple([written.text(place) if place >= 0 else pieces[-place - 1].text for place in words.tolist()]),
        boxes=flows[order],
        bold=np.concatenate([written.are_bold(chosen[~cut]), np.array([word.bold for word in pieces], bool)])[order],
        cells=homes[order],
        lines=lines,
    )  # fmt: skip


def inside(boxes: Boxes, frame: Box) -> Mask:
    """Whether the middle of each box is in the frame."""
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    x0, y0, x1, y1 = frame
    return (x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)


def _parts(word: Word, net: Net) -> Iterator[tuple[int, Word]]:
    """The word, cut where its signs stand in different cells; loose signs stay with the rest."""
    boxes = np.array([glyph.box for glyph in word.glyphs])
    homes = net.cells_at((boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2).tolist()
    cuts = [0, *(place for place in range(1, len(homes)) if homes[place] != homes[place - 1]), len(homes)]
    pieces = [(end - start, start, end) for start, end in pairwise(cuts)]
    if _is_one(pieces):
        yield homes[max(pieces, key=lambda piece: piece[0])[1]], word
        return
    for _, start, end in pieces:
        glyphs = [word.glyphs[place] for place in range(start, end)]
        yield homes[start], word_of([(glyph.box, glyph) for glyph in glyphs], word.turn)


def _is_one(pieces: Sequence[tuple[int, int, int]]) -> bool:
    """All pieces but the longest are loose signs, or there is only one."""
    lengths = sorted(length for length, _, _ in pieces)
    return len(lengths) == 1 or lengths[-2] <= LOOSE_SIGNS < lengths[-1]
