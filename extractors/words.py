"""Glyphs to words to lines, in reading order, whichever way the text leans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.model import Box
from extractors.sheet import Glyph, Sheet, turned

# Shares of the type size: a gap that is a space though none was printed, and one that can be a printed space.
WORD_GAP = 0.2
SPACE_GAP = 0.06
BASELINE_DRIFT = 0.35
# Text that was spaced out by its typist keeps its spaces; a wider hole is still one space in a line.
OVERLAP = 0.5


class Word(NamedTuple):
    """A run of glyphs; `flow` is its box in the frame in which it stands upright, `box` where it is on the sheet.

    A tuple, since a page has hundreds. `bold` if most of it is; `glyphs` may be made only when they are asked for.
    """

    text: str
    box: Box
    flow: Box
    turn: int
    size: float
    bold: bool
    glyphs: Sequence[Glyph]


class Line(NamedTuple):
    """Words on one baseline, from left to right; `text` has one space between them, `box` is where they are on the sheet."""

    words: tuple[Word, ...]
    text: str
    box: Box

    @property
    def bold(self) -> bool:
        """Most of its signs are bold."""
        return mostly_bold(self.words)


def line_of(words: Sequence[Word]) -> Line:
    """The line that these words make; there must be one."""
    return Line(tuple(words), " ".join([word.text for word in words]), hull([word.box for word in words]))


def hull(boxes: Iterable[Box]) -> Box:
    """The smallest box around all; there must be one."""
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return (min(x0s), min(y0s), max(x1s), max(y1s)) if len(x0s) > 1 else (x0s[0], y0s[0], x1s[0], y1s[0])


def mostly_bold(words: Iterable[Word]) -> bool:
    """More than half of the signs are bold."""
    weights = [(len(word.text), word.bold) for word in words]
    return 2 * sum(weight for weight, bold in weights if bold) > sum(weight for weight, _ in weights)


def words_of(sheet: Sheet) -> list[Word]:
    """Every word of the sheet, those of the main direction first."""
    found: list[Word] = []
    for turn in range(4):
        placed = [(turned(glyph.box, turn, sheet.width, sheet.height), glyph) for glyph in sheet.glyphs if glyph.turn == turn]
        for row in _baselines(placed):
            found += (word_of(run, turn) for run in _runs(row))
    return found


def word_of(glyphs: Sequence[tuple[Box, Glyph]], turn: int) -> Word:
    """A word of these glyphs, each with its place in the upright frame."""
    signs = tuple(glyph for _, glyph in glyphs)
    return Word(
        text="".join(glyph.text for glyph in signs),
        box=hull(glyph.box for glyph in signs),
        flow=hull(box for box, _ in glyphs),
        turn=turn,
        size=signs[0].size,
        bold=2 * sum(glyph.bold for glyph in signs) > len(signs),
        glyphs=signs,
    )


def _baselines(placed: list[tuple[Box, Glyph]]) -> Iterator[list[tuple[Box, Glyph]]]:
    """Glyphs that stand on one line, each line from left to right."""
    row: list[tuple[Box, Glyph]] = []
    for box, glyph in sorted(placed, key=lambda item: (item[0][3], item[0][0])):
        if row and box[3] - row[0][0][3] > BASELINE_DRIFT * max(glyph.size, 1.0):
            yield sorted(row, key=lambda item: item[0][0])
            row = []
        row.append((box, glyph))
    if row:
        yield sorted(row, key=lambda item: item[0][0])


def _runs(row: list[tuple[Box, Glyph]]) -> Iterator[list[tuple[Box, Glyph]]]:
    """A row of glyphs, cut at gaps; a printed space makes a narrower gap a cut, but only where there is one."""
    spaces = [(box[0] + box[2]) / 2 for box, glyph in row if glyph.text.isspace()]
    run: list[tuple[Box, Glyph]] = []
    for box, glyph in row:
        if glyph.text.isspace():
            continue
        if run and _apart(run[-1], (box, glyph), spaces):
            yield run
            run = []
        run.append((box, glyph))
    if run:
        yield run


def _apart(left: tuple[Box, Glyph], right: tuple[Box, Glyph], spaces: Sequence[float]) -> bool:
    size = max(min(left[1].size, right[1].size), 1.0)
    gap = right[0][0] - left[0][2]
    if gap > WORD_GAP * size:
        return True
    place = bisect_left(spaces, left[0][2] - SPACE_GAP * size)
    return gap > SPACE_GAP * size and place < len(spaces) and spaces[place] < right[0][0] + SPACE_GAP * size


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words to lines, from top to bottom: words share a line when half of the lower one's height is common."""
    words = tuple(words)
    if len(words) < 2:
        return [Line(words, word.text, word.box) for word in words]
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.turn, word.flow[1] + word.flow[3], word.flow[0])):
        if lines and lines[-1][0].turn == word.turn and _share(lines[-1][0].flow, word.flow) >= OVERLAP:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [line_of(sorted(line, key=lambda word: word.flow[0])) for line in lines]


def _share(one: Box, other: Box) -> float:
    lower = max(min(one[3] - one[1], other[3] - other[1]), 0.1)
    return (min(one[3], other[3]) - max(one[1], other[1])) / lower
