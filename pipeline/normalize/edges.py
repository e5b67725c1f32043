"""Where the lines of a paged report begin and end, and how far apart they are: of the report, and of a column of prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from extractors.model import Box
from pipeline.normalize.reading import Line


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual: the right and the left edge of lines, and the pitch from line to line."""

    right: float
    left: float
    pitch: float


def layout_of(lines: Sequence[Line | None]) -> Layout:
    """What is usual in a report; nothing but noughts in text input."""
    boxes = [line.place.bbox for line in lines if line is not None and line.place.bbox is not None]
    if not boxes:
        return Layout(0.0, 0.0, 0.0)
    rights = sorted(box[2] for box in boxes)
    pitches = [b[1] - a[1] for a, b in pairwise(boxes) if 0 < b[1] - a[1] < 4 * (a[3] - a[1])]
    left = sorted(box[0] for box in boxes)[len(boxes) // 10]
    return Layout(rights[len(rights) * 9 // 10], left, median(pitches) if pitches else 12.0)


def is_next_column(before: Line, after: Line) -> bool:
    """Whether reading goes from the foot of a column to the head of the one on its right."""
    one, other = before.place.bbox, after.place.bbox
    return one is not None and other is not None and before.place.page == after.place.page and other[3] < one[1] and other[0] > one[2]


def column_layouts(lines: Sequence[Line | None], usual: Layout) -> dict[int, Layout]:
    """By the block of each line that stands in a column of prose, the edges of that column."""
    found: dict[int, Layout] = {}
    for place, (last, first) in enumerate(pairwise(lines), 1):
        if last is None or first is None or not is_next_column(last, first):
            continue
        left, top = _box(first)[:2]
        on_left = list(_run(reversed(lines[:place]), first, (0.0, top - usual.pitch, left)))
        edge = max(_box(line)[2] for line in on_left)
        on_right = list(_run(lines[place:], first, (edge, top - usual.pitch, inf)))
        for column in (on_left, on_right):
            boxes = [_box(line) for line in column]
            edges = Layout(max(box[2] for box in boxes), min(box[0] for box in boxes), usual.pitch)
            found.update({line.index: edges for line in column})
    return found


def _run(lines: Iterable[Line | None], first: Line, within: tuple[float, float, float]) -> Iterator[Line]:
    """The lines as far as they are on the page of the first one, between these sides and below that height."""
    left, top, right = within
    for line in lines:
        if line is None or line.place.page != first.place.page:
            return
        box = _box(line)
        if not (box[0] >= left and box[1] > top and box[2] <= right):
            return
        yield line


def _box(line: Line) -> Box:
    return line.place.bbox or (0.0, 0.0, 0.0, 0.0)
