"""The lines of a page as strips, from the page's arrays; and what they promise, before any strip is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extractors.model import Box
from extractors.pdfium.drawn import Mask
from extractors.pdfium.walk import BEGUN, ROW, UNSURE, Array, start_of, walker
from extractors.pdfium.written import Places, Words, Written, hulls, room
from extractors.segments import COLUMN_GAP, FIGURE_GAP, LEADERS, Segment, Strip
from extractors.values import has_separator, is_hole, is_value

_WHITE = np.array([COLUMN_GAP, FIGURE_GAP])


@dataclass(frozen=True, slots=True)
class Lines:
    """Words line by line: which words, the line of each, whether a piece of a line begins with it; and the lines (see ROW in walk.py)."""

    written: Written
    words: Places
    lines: Places
    begins: Mask
    rows: Array

    def strips(self) -> list[Strip]:
        """The lines as strips, from top to bottom."""
        if not len(self.words):
            return []
        written, places = self.written, self.words.tolist()
        starts = self.begins.nonzero()[0]
        spans = pairwise([*starts.tolist(), len(places)])
        segments = [
            Segment(Words(written, self.words[start:end]), box, written.says(places[start:end]))
            for (start, end), box in zip(spans, map(tuple, hulls(written.boxes[self.words], starts).tolist()), strict=True)
        ]
        spans = pairwise([*starts.searchsorted(self.rows["start"]).tolist(), len(segments)])
        return [
            Strip(tuple(segments[start:end]), box) for (start, end), box in zip(spans, map(tuple, self.rows["box"].tolist()), strict=True)
        ]

    def pieced(self) -> Array:
        """Those of the rows that have things side by side."""
        if not len(self.rows):
            return self.rows
        several = np.add.reduceat(self.begins, self.rows["start"], dtype=np.intp) > 1
        return self.rows[several]

    def outside(self, frames: Sequence[Box]) -> Lines:
        """The lines without the words in these frames."""
        return _lines(self.written, self.words, None, frames)

    def between(self, top: float, bottom: float) -> tuple[int, int]:
        """How many lines stand between these heights, and how many of them have things side by side."""
        found = []
        for rows in (self.rows, self.pieced()):
            middle = (rows["box"][:, 1] + rows["box"][:, 3]) / 2
            found.append(int(np.count_nonzero((top < middle) & (middle < bottom))))
        return found[0], found[1]

    def are_tabular(self, rows: Array) -> Iterator[bool]:
        """As `Strip.tabular` has it, for each of these rows."""
        places, says = self.words.tolist(), self.written.says
        starts = [*self.begins.nonzero()[0].tolist(), len(places)]
        bounds = (np.searchsorted(starts, rows[side]).tolist() for side in ("start", "end"))
        for first, end in zip(*bounds, strict=True):
            said = [says(places[one:other]) for one, other in pairwise(starts[first : end + 1])]
            figures = sum([is_value(text) or is_hole(text) for text in said[1:]])
            yield figures > 1 or (figures == 1 and not any(LEADERS.search(text) for text in said))


def lines_on(written: Written, chosen: Places, lines: Places | None = None) -> Lines:
    """The upright ones of the chosen words, line by line; if the lines are known, the words come in their order."""
    return _lines(written, chosen, lines)


def leaning_on(written: Written, chosen: Places) -> Lines:
    """Those of the chosen words that lean, line by line."""
    return _lines(written, chosen, None, leaning=True)


def _lines(written: Written, chosen: Places, known: Places | None, frames: Sequence[Box] = (), *, leaning: bool = False) -> Lines:
    count = len(chosen)
    (places, lines), begins = np.empty((2, count), np.intp), np.empty(count, np.uint8)
    rows, counted = np.empty(count, ROW), np.empty(2, np.int32)
    named = None if known is None else start_of(known)
    framed = np.array(frames, np.float64)
    inputs = (start_of(chosen), named, leaning, len(frames), *map(start_of, (framed, written.boxes, written.pieces, _WHITE)))
    walker().walk_rows(count, *inputs, *map(start_of, (room(count), places, lines, begins, rows, counted)))
    kept, found = counted.tolist()
    places, begins = places[:kept], begins[:kept]
    for place in (begins == UNSURE).nonzero()[0].tolist():
        begins[place] = any(has_separator(text) and is_value(text) for text in map(written.text, places[place - 1 : place + 1].tolist()))
    return Lines(written, places, lines[:kept], begins == BEGUN, rows[:found])
