"""The lines of a page as strips, from the page's arrays."""

from __future__ import annotations

import numpy as np

from extractors.pdfium.ink import Mask
from extractors.pdfium.written import Places, Written, in_lines
from extractors.segments import COLUMN_GAP, FIGURE_GAP, Segment, Strip
from extractors.values import has_separator, is_value
from extractors.words import Word, hull


def strips_of(written: Written, chosen: Places) -> list[Strip]:
    """The upright ones of the chosen words as strips, from top to bottom."""
    upright = chosen[written.turns[chosen] == 0]
    if not len(upright):
        return []
    order, lines, apart = _lines(written, upright)
    words = written.words(order)
    strips: list[list[list[Word]]] = []
    line_before = -1
    for word, line, wide in zip(words, lines.tolist(), [False, *apart.tolist()], strict=True):
        if line != line_before:
            strips.append([[word]])
            line_before = line
        elif wide:
            strips[-1].append([word])
        else:
            strips[-1][-1].append(word)
    return [_strip(strip) for strip in strips]


def count_of_strips_in_pieces(written: Written, chosen: Places) -> int:
    """How many lines have things side by side."""
    upright = chosen[written.turns[chosen] == 0]
    if not len(upright):
        return 0
    _, lines, apart = _lines(written, upright)
    return len(np.unique(lines[1:][apart]))


def _lines(written: Written, upright: Places) -> tuple[Places, Places, Mask]:
    """The words line by line, the line of each, and whether wide white stands before it (from the second word on)."""
    boxes = written.boxes[upright]
    order, lines = in_lines(boxes, np.zeros(len(upright), np.int8))
    box, place = boxes[order], upright[order]
    size = np.minimum(written.sizes[place][1:], written.sizes[place][:-1])
    white = np.where(lines[1:] == lines[:-1], (box[1:, 0] - box[:-1, 2]) / np.maximum(size, 1.0), 0.0)
    apart = white > COLUMN_GAP
    for near in np.flatnonzero((white > FIGURE_GAP) & ~apart).tolist():
        apart[near] = any(has_separator(text) and is_value(text) for text in (written.text[place[near]], written.text[place[near + 1]]))
    return place, lines, apart


def _strip(segments: list[list[Word]]) -> Strip:
    made = tuple(Segment(tuple(words), hull(word.box for word in words), " ".join(word.text for word in words)) for words in segments)
    return Strip(made, hull(segment.box for segment in made))
