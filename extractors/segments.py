"""Lines cut where the white is wide: what stands side by side, as the cells of a table do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.model import Box
from extractors.record import record
from extractors.values import has_separator, is_enumerator, is_hole, is_value
from extractors.words import Line, Word, hull, lines_of

# Shares of the type size: white between columns, and between a figure and its neighbour.
COLUMN_GAP = 0.8
FIGURE_GAP = 0.3
NARROWEST_GAP = 2.0
# One row in so many may run over a border.
ROWS_TO_ONE_CROSSING = 16
CAPTION = re.compile(r"\W*(?:(?:tabel|table|gambar|grafik|bab)\b|sumber\b[^:]{0,12}:)", re.IGNORECASE)
_PAGE = re.compile(r"\d{1,3}|[ivxl]{1,6}", re.IGNORECASE)
LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")


@record
class Segment:
    """Words of a line that stand together."""

    words: Sequence[Word]
    box: Box
    text: str

    @property
    def figure(self) -> bool:
        """It is a figure, or a dash in place of one."""
        return is_value(self.text) or is_hole(self.text)


@record
class Strip:
    """A line of the page as its segments."""

    segments: tuple[Segment, ...]
    box: Box

    @property
    def tabular(self) -> bool:
        """Two things side by side, the later ones with a figure among them; a line of a list of contents is none."""
        figures = sum(segment.figure for segment in self.segments[1:])
        return figures > 1 or (figures == 1 and not any(LEADERS.search(segment.text) for segment in self.segments))

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def size(self) -> float:
        """How high it is."""
        return max(self.box[3] - self.box[1], 1.0)


def strips_of(words: Iterable[Word]) -> list[Strip]:
    """The upright lines, from top to bottom, cut into segments."""
    return [Strip(tuple(segments_of(line)), line.box) for line in lines_of(word for word in words if word.turn == 0)]


def segments_of(line: Line) -> list[Segment]:
    """The line, cut where the white is wide."""
    runs: list[list[Word]] = []
    for word in line.words:
        if runs and not _apart(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_segment(run) for run in runs]


def _segment(run: list[Word]) -> Segment:
    return Segment(tuple(run), hull(word.box for word in run), " ".join(word.text for word in run))


def between(strips: Iterable[Strip], left: float, right: float) -> list[Strip]:
    """What of the lines reaches in between these places, whole segments; a line that does not is left out."""
    found = []
    for strip in strips:
        if strip.box[0] >= left and strip.box[2] <= right:
            found.append(strip)
        elif inner := tuple(part for part in strip.segments if part.box[2] > left and part.box[0] < right):
            found.append(strip if len(inner) == len(strip.segments) else Strip(inner, hull(part.box for part in inner)))
    return found


def _apart(left: Word, right: Word) -> bool:
    size = min(left.size, right.size)
    gap = right.box[0] - left.box[2]
    figures = any(has_separator(word.text) and is_value(word.text) for word in (left, right))
    return gap > COLUMN_GAP * size or (figures and gap > FIGURE_GAP * size)


def columns_of(rows: Sequence[Strip]) -> list[tuple[float, float]]:
    """The x ranges of the columns: divided by white that almost no row crosses."""
    crossings = len(rows) // ROWS_TO_ONE_CROSSING
    points = sorted((x, step) for row in rows for segment in row.segments for x, step in ((segment.box[0], 1), (segment.box[2], -1)))
    columns: list[tuple[float, float]] = []
    depth, start = 0, 0.0
    for x, step in points:
        before, depth = depth, depth + step
        if before <= crossings < depth:
            start = columns.pop()[0] if columns and x - columns[-1][1] < NARROWEST_GAP else x
        elif depth <= crossings < before:
            columns.append((start, x))
    return columns


def is_contents(rows: Sequence[Strip]) -> bool:
    """A list of contents: titles with page numbers at the ends of the lines, which hardly ever fall, and no other figures."""
    titled = sum(any(letter.isalpha() for part in strip.segments[:-1] for letter in part.text) for strip in rows)
    inner = sum(any(part.figure for part in strip.segments[1:-1]) for strip in rows)
    if 2 * titled < len(rows) or 2 * inner > len(rows):
        return False
    ends = [strip.segments[-1].text for strip in rows if len(strip.segments) > 1]
    others = [part.text for strip in rows for part in strip.segments[:-1] if part.figure]
    if any(has_separator(text) and not is_enumerator(text) for text in others) or not all(_PAGE.fullmatch(text) for text in ends):
        return False
    numbers = [int(text) for text in ends if text.isdigit()]
    falls = sum(below < above for above, below in pairwise(numbers))
    return len(numbers) >= 2 and 3 * falls <= len(numbers)
