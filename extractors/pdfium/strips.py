"""The lines of a page as strips, from the page's arrays; and what they promise, before any strip is made."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.pdfium.drawn import Mask
from extractors.pdfium.frame import Boxes
from extractors.pdfium.written import Places, Written, in_lines
from extractors.segments import COLUMN_GAP, FIGURE_GAP, LEADERS, Segment, Strip
from extractors.values import has_separator, is_hole, is_value
from extractors.words import Word, hull


@dataclass(frozen=True, slots=True)
class Lines:
    """Upright words line by line: which words, the line of each, and whether a piece of a line begins with it."""

    written: Written
    words: Places
    lines: Places
    begins: Mask

    def strips(self) -> list[Strip]:
        """The lines as strips, from top to bottom."""
        strips: list[list[list[Word]]] = []
        line_before = -1
        words = self.written.words(self.words)
        for word, line, begins in zip(words, self.lines.tolist(), self.begins.tolist(), strict=True):
            if line != line_before:
                strips.append([[word]])
                line_before = line
            elif begins:
                strips[-1].append([word])
            else:
                strips[-1][-1].append(word)
        return [_strip(strip) for strip in strips]

    def pieced(self) -> list[tuple[int, int]]:
        """First word and end of each line that has things side by side."""
        starts = np.flatnonzero(np.diff(self.lines, prepend=-1))
        ends = np.append(starts[1:], len(self.lines))
        several = np.add.reduceat(self.begins.astype(np.intp), starts) > 1 if len(starts) else starts
        return list(zip(starts[several].tolist(), ends[several].tolist(), strict=True))

    def is_tabular(self, start: int, end: int) -> bool:
        """As `Strip.tabular` has it, for the line of these words."""
        pieces = [*(start + np.flatnonzero(self.begins[start:end])).tolist(), end]
        texts = [self.written.text[place] for place in self.words[start:end].tolist()]
        said = [" ".join(texts[one - start : other - start]) for one, other in zip(pieces, pieces[1:], strict=False)]
        figures = any(is_value(text) or is_hole(text) for text in said[1:])
        return figures and not any(LEADERS.search(text) for text in said)

    def is_bold(self, start: int, end: int) -> bool:
        """Every word of the line is bold."""
        return bool(self.written.bold[self.words[start:end]].all())

    def box(self, start: int, end: int) -> Boxes:
        """The box around the line."""
        boxes = self.written.boxes[self.words[start:end]]
        return np.concatenate([boxes[:, :2].min(0), boxes[:, 2:].max(0)])


def lines_on(written: Written, chosen: Places) -> Lines:
    """The upright ones of the chosen words, line by line."""
    upright = chosen[written.turns[chosen] == 0]
    if not len(upright):
        return Lines(written, upright, upright, np.zeros(0, bool))
    boxes = written.boxes[upright]
    order, lines = in_lines(boxes, np.zeros(len(upright), np.int8))
    box, place = boxes[order], upright[order]
    size = np.minimum(written.sizes[place][1:], written.sizes[place][:-1])
    same = lines[1:] == lines[:-1]
    white = np.where(same, (box[1:, 0] - box[:-1, 2]) / np.maximum(size, 1.0), 0.0)
    apart = ~same | (white > COLUMN_GAP)
    for near in np.flatnonzero((white > FIGURE_GAP) & ~apart).tolist():
        apart[near] = any(has_separator(text) and is_value(text) for text in (written.text[place[near]], written.text[place[near + 1]]))
    return Lines(written, place, lines, np.concatenate([[True], apart]))


def _strip(segments: list[list[Word]]) -> Strip:
    made = tuple(Segment(tuple(words), hull(word.box for word in words), " ".join(word.text for word in words)) for words in segments)
    return Strip(made, hull(segment.box for segment in made))
