"""The lines of a page as strips, from the page's arrays; and what they promise, before any strip is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extractors.model import Box
from extractors.pdfium.drawn import Mask
from extractors.pdfium.filled import inside
from extractors.pdfium.written import Places, Written, hulls, in_lines, starts_of
from extractors.segments import COLUMN_GAP, FIGURE_GAP, LEADERS, Segment, Strip
from extractors.values import has_separator, is_hole, is_value
from extractors.words import hull


@dataclass(frozen=True, slots=True)
class Lines:
    """Upright words line by line: which words, the line of each, and whether a piece of a line begins with it."""

    written: Written
    words: Places
    lines: Places
    begins: Mask

    def strips(self) -> list[Strip]:
        """The lines as strips, from top to bottom."""
        if not len(self.words):
            return []
        written, places = self.written, self.words.tolist()
        words, texts, boxes = written.words(self.words), [written.text[place] for place in places], written.boxes[self.words]
        starts, lines = np.flatnonzero(self.begins), starts_of(self.lines)
        spans = pairwise([*starts.tolist(), len(words)])
        segments = [
            Segment(tuple(words[start:end]), box, texts[start] if end == start + 1 else " ".join(texts[start:end]))
            for (start, end), box in zip(spans, map(tuple, hulls(boxes, starts).tolist()), strict=True)
        ]
        spans = pairwise([*np.searchsorted(starts, lines).tolist(), len(segments)])
        return [
            Strip(tuple(segments[start:end]), box)
            for (start, end), box in zip(spans, map(tuple, hulls(boxes, lines).tolist()), strict=True)
        ]

    def pieced(self) -> list[tuple[int, int]]:
        """First word and end of each line that has things side by side."""
        starts = starts_of(self.lines)
        ends = np.append(starts[1:], len(self.lines))
        several = np.add.reduceat(self.begins.astype(np.intp), starts) > 1 if len(starts) else starts
        return list(zip(starts[several].tolist(), ends[several].tolist(), strict=True))

    def outside(self, frames: Sequence[Box]) -> Lines:
        """The lines without the words in these frames."""
        boxes = self.written.boxes[self.words]
        taken = np.zeros(len(self.words), bool)
        for frame in frames:
            taken |= inside(boxes, frame)
        return lines_on(self.written, self.words[~taken])

    def between(self, top: float, bottom: float) -> tuple[int, int]:
        """How many lines stand between these heights, and how many of them have things side by side."""
        starts = starts_of(self.lines)
        if not len(starts):
            return 0, 0
        boxes = self.written.boxes[self.words]
        middle = (np.minimum.reduceat(boxes[:, 1], starts) + np.maximum.reduceat(boxes[:, 3], starts)) / 2
        inside = (top < middle) & (middle < bottom)
        several = inside & (np.add.reduceat(self.begins.astype(np.intp), starts) > 1)
        return int(inside.sum()), int(several.sum())

    def is_tabular(self, start: int, end: int) -> bool:
        """As `Strip.tabular` has it, for the line of these words."""
        texts = [self.written.text[place] for place in self.words[start:end].tolist()]
        pieces = [*self.begins[start:end].nonzero()[0].tolist(), end - start]
        said = [" ".join(texts[one:other]) for one, other in pairwise(pieces)]
        figures = sum(is_value(text) or is_hole(text) for text in said[1:])
        return figures > 1 or (figures == 1 and not any(LEADERS.search(text) for text in said))

    def is_bold(self, start: int, end: int) -> bool:
        """Every word of the line is bold."""
        return bool(self.written.bold[self.words[start:end]].all())

    def box(self, start: int, end: int) -> Box:
        """The box around the line."""
        return hull(self.written.boxes[self.words[start:end]].tolist())


def lines_on(written: Written, chosen: Places, lines: Places | None = None) -> Lines:
    """The upright ones of the chosen words, line by line; if the lines are known, the words come in their order."""
    upright = written.turns[chosen] == 0
    place = chosen[upright]
    if not len(place):
        return Lines(written, place, place, np.zeros(0, bool))
    if lines is None:
        order, lines = in_lines(written.boxes[place])
        place = place[order]
    else:
        lines = lines[upright]
    box = written.boxes[place]
    size = np.minimum(written.sizes[place][1:], written.sizes[place][:-1])
    same = lines[1:] == lines[:-1]
    white = np.where(same, (box[1:, 0] - box[:-1, 2]) / np.maximum(size, 1.0), 0.0)
    apart = ~same | (white > COLUMN_GAP)
    digits = written.digits[place]
    for near in np.flatnonzero((white > FIGURE_GAP) & ~apart & (digits[1:] | digits[:-1])).tolist():
        apart[near] = any(has_separator(text) and is_value(text) for text in (written.text[place[near]], written.text[place[near + 1]]))
    return Lines(written, place, lines, np.concatenate([[True], apart]))
