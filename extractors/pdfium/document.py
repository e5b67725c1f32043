"""All pages of a PDF: what is printed on each is read first, so that what comes back in their margins is known before tables are sought."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from extractors.furniture import FEWEST_SIDE_BY_SIDE, LOOKED_AT, Mark, comes_back, is_furniture, margin_of, outside, repeated
from extractors.guard import of_page
from extractors.model import Box, Problem
from extractors.pages import PageReading, unread
from extractors.pdfium.engine import Printed, Report, opened
from extractors.pdfium.strips import lines_on
from extractors.pdfium.walk import ROW, start_of, walker
from extractors.pdfium.written import Places, starts_of
from extractors.sheet import Sheet

# Lines of one cell are less than so many line heights apart; a row is looked for in so many.
CLOSE = 1.4
MOST_LINES = 5
# pdfium's code and ours push each other out of the processor's cache, so each has so many pages at a time. With all pages of a
# long report it is no faster, and what pdfium says of them takes more memory.
AT_ONCE = 16


class MarginLine(NamedTuple):
    """A line near an edge of the page as it reads upright, and which words are on it: the first one, and the end.

    `leans` if the rest of the page does not read that way: its edges are then those of the page lying.
    """

    text: str
    box: Box
    words: tuple[int, int]
    leans: bool


_Faults = tuple[Problem, ...]
_Read = tuple[PageReading, _Faults]


def read_pages(name: str, path: Path) -> list[_Read]:
    """Every page, and what could not be read of it."""
    with opened(path) as report:
        numbers = range(1, len(report) + 1)
        batches = (numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE))
        printed = deque(chain.from_iterable(_printed(name, report, batch) for batch in batches))
    often = _often([page for page, _ in printed if page])
    # What was printed on a page is let go once that is read.
    return [_reading(name, number, *printed.popleft(), often) for number in numbers]


def _printed(name: str, report: Report, numbers: Sequence[int]) -> Iterator[tuple[Printed | None, _Faults]]:
    """What is printed on these pages: all of them are taken from pdfium before the first is made words and rulings of."""
    taken = [of_page(name, number, partial(report.taken, number), lambda: None) for number in numbers]
    for number, (page, faults) in zip(numbers, taken, strict=True):
        yield of_page(name, number, partial(report.printed_on, page), lambda: None) if page else (None, faults)


def _often(pages: Sequence[Printed]) -> frozenset[Mark]:
    """What comes back in the margins of some of the pages, at even distances."""
    return repeated([margins for page in pages[:: max(len(pages) // LOOKED_AT, 1)] if (margins := _margins(page))[1]])


def _reading(name: str, number: int, page: Printed | None, faults: _Faults, often: frozenset[Mark]) -> _Read:
    if page is None:
        return unread(number), faults
    return of_page(name, number, partial(_cleared, page, often), partial(unread, number))


def _cleared(page: Printed, often: frozenset[Mark]) -> PageReading:
    """The page's reading without its furniture, and where that stood."""
    dropped = _furniture(page, often)
    reading = page.reading(_words_of(dropped))
    return replace(reading, furniture=tuple(page.sheet.back(_on_sheet(page, line).box) for line in dropped)) if dropped else reading


def _margins(page: Printed) -> tuple[Sheet, list[MarginLine]]:
    """The lines in the margins that are not in a table: a table's header may come back at the top of each page.

    Three things side by side are a header of a table without rules.
    """
    near = [line for line in _margin_lines(page) if not line.leans]
    if not near:
        return page.sheet, []
    lines = [line for line, count in zip(near, _pieces(page, near), strict=True) if count < FEWEST_SIDE_BY_SIDE]
    return page.sheet, outside(_off_rows(page, lines), page.grids.frames) if lines else []


def _pieces(page: Printed, lines: Sequence[MarginLine]) -> list[int]:
    """How many things stand side by side on each of these upright lines."""
    words = _words_of(lines)
    upright = lines_on(page.written, words, page.written.lines[words])
    pieces: list[int] = np.add.reduceat(upright.begins, upright.rows["start"], dtype=np.intp).tolist()
    return pieces


def _off_rows(page: Printed, lines: Sequence[MarginLine]) -> list[MarginLine]:
    """Those of the lines that are of no row's cell: above and below them no three things stand side by side, line upon line."""
    starts = starts_of(page.written.lines) if lines else np.zeros(0, np.intp)
    places = np.searchsorted(starts, [line.words[0] for line in lines]).tolist()
    return [line for line, place in zip(lines, places, strict=True) if line.leans or not _is_of_row(page, place)]


def _is_of_row(page: Printed, place: int) -> bool:
    return any(_meets_row(page, _lines_from(page, place, step)) for step in (1, -1))


def _meets_row(page: Printed, lines: Iterator[MarginLine]) -> bool:
    for line, other in pairwise(islice(lines, MOST_LINES)):
        apart = abs(other.box[1] + other.box[3] - line.box[1] - line.box[3]) / 2
        if other.leans or apart > CLOSE * (line.box[3] - line.box[1]):
            return False
        if _pieces(page, [other])[0] >= FEWEST_SIDE_BY_SIDE:
            return True
    return False


def _lines_from(page: Printed, place: int, step: int) -> Iterator[MarginLine]:
    """The line of this number and those that follow it down or up the page."""
    ends = [*starts_of(page.written.lines).tolist(), len(page.written)]
    while 0 <= place < len(ends) - 1:
        yield _line_of(page, ends[place], ends[place + 1])
        place += step


def _line_of(page: Printed, start: int, end: int) -> MarginLine:
    written = page.written
    flows = written.flows[start:end]
    box = (*flows[:, :2].min(0).tolist(), *flows[:, 2:].max(0).tolist())
    return MarginLine(written.says(range(start, end)), box, (start, end), bool(written.turns[start] % 2))


def _margin_lines(page: Printed) -> Iterator[MarginLine]:
    """The lines near the upper and the lower edge, of what reads upright and of what leans."""
    written, width, height = page.written, page.ink.width, page.ink.height
    count = len(written)
    rows, margins = np.empty(count, ROW), np.array([margin_of(height), margin_of(width), height, width])
    near = rows[: walker().walk_margins(count, *map(start_of, (written.pieces, written.lines, margins, rows))) if count else 0]
    spans, boxes = zip(near["start"].tolist(), near["end"].tolist(), strict=True), map(tuple, near["box"].tolist())
    for (start, end), box, leaning in zip(spans, boxes, near["bold"].tolist(), strict=True):
        yield MarginLine(written.says(range(start, end)), box, (start, end), bool(leaning))


def _furniture(page: Printed, often: frozenset[Mark]) -> list[MarginLine]:
    """Running headers, running footers and page numbers; what stands in a grid is the grid's.

    A figure that only looks like a page's number may be the rest of a cell.
    """
    sheet = page.sheet
    lying = replace(sheet, width=sheet.height, height=sheet.width) if page.written.leaning else sheet
    found = [line for line in _margin_lines(page) if is_furniture(line, lying if line.leans else sheet, often)]
    if found and (any(line.leans for line in found) or _are_between_rulings(page, found)):
        found = [line for line in found if outside([_on_sheet(page, line)], page.grids.frames)]
    alone = [line for line in found if not comes_back(line, lying if line.leans else sheet, often)]
    of_rows = set(alone).difference(_off_rows(page, alone))
    return [line for line in found if line not in of_rows]


def _words_of(lines: Sequence[MarginLine]) -> Places:
    return np.concatenate([np.arange(*line.words) for line in lines]) if lines else np.zeros(0, np.intp)


def _are_between_rulings(page: Printed, lines: Sequence[MarginLine]) -> bool:
    """Upright strokes pass beside one of the lines: a figure in the last row of a table looks like a page number."""
    x0, y0, x1, y1 = page.ink.rules.T
    upright = x1 - x0 < y1 - y0
    y0, y1 = y0[upright], y1[upright]
    middles = ((line.box[1] + line.box[3]) / 2 for line in lines)
    return bool(len(y0)) and any(((y0 <= middle) & (middle <= y1)).any() for middle in middles)


def _on_sheet(page: Printed, line: MarginLine) -> MarginLine:
    if not page.written.leaning:
        return line
    boxes = page.written.boxes[slice(*line.words)]
    (x0, y0), (x1, y1) = boxes[:, :2].min(0).tolist(), boxes[:, 2:].max(0).tolist()
    return line._replace(box=(x0, y0, x1, y1))
