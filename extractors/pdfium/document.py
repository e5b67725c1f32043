"""All pages of a PDF: what is printed on each is read first, so that what comes back in their margins is known before tables are sought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from extractors.furniture import Mark, in_margin, is_furniture, outside, repeated
from extractors.guard import of_page
from extractors.model import Problem
from extractors.pages import PageReading, unread
from extractors.pdfium.engine import Printed, Report, opened
from extractors.pdfium.page import frames_of
from extractors.pdfium.written import Places
from extractors.segments import segments_of
from extractors.sheet import Sheet
from extractors.words import Line

# So many pages, spread over the report, say what its running headers are.
LOOKED_AT = 12
FEWEST_SIDE_BY_SIDE = 3

_Read = tuple[PageReading, tuple[Problem, ...]]


def read_pages(name: str, path: Path) -> list[_Read]:
    """Every page, and what could not be read of it."""
    with opened(path) as report:
        printed = [_printed(name, report, number) for number in range(1, len(report) + 1)]
    pages = [page for page, _ in printed if page]
    often = repeated([margins for page in pages[:: max(len(pages) // LOOKED_AT, 1)] if (margins := _margins(page))[1]])
    return [_reading(name, number, page, faults, often) for number, (page, faults) in enumerate(printed, 1)]


def _printed(name: str, report: Report, number: int) -> tuple[Printed | None, tuple[Problem, ...]]:
    return of_page(name, number, partial(report.printed, number), lambda: None)


def _reading(name: str, number: int, page: Printed | None, faults: tuple[Problem, ...], often: frozenset[Mark]) -> _Read:
    if page is None:
        return unread(number), faults
    return of_page(name, number, lambda: page.reading(_furniture(page, often)), partial(unread, number))


def _margins(page: Printed) -> tuple[Sheet, list[Line]]:
    """The lines in the margins that are not in a table: a table's header may come back at the top of each page.

    Three things side by side are a header of a table without rules.
    """
    lines = [line for line, _ in _margin_lines(page) if len(segments_of(line)) < FEWEST_SIDE_BY_SIDE]
    return page.sheet, outside(lines, frames_of(page.ink)) if lines else []


def _margin_lines(page: Printed) -> Iterator[tuple[Line, Places]]:
    """The lines near the upper and the lower edge, and which words are on them."""
    written = page.written
    if not len(written.text):
        return
    starts = np.flatnonzero(np.diff(written.lines, prepend=-1))
    upper, lower = np.minimum.reduceat(written.boxes[:, 1], starts), np.maximum.reduceat(written.boxes[:, 3], starts)
    ends = np.append(starts[1:], len(written.text))
    for top, bottom, start, end in zip(upper.tolist(), lower.tolist(), starts.tolist(), ends.tolist(), strict=True):
        if in_margin((0.0, top, 0.0, bottom), page.ink.height):
            words = np.arange(start, end)
            yield Line(tuple(written.words(words))), words


def _furniture(page: Printed, often: frozenset[Mark]) -> Places:
    """The words of running headers, running footers and page numbers."""
    found: Sequence[Places] = [words for line, words in _margin_lines(page) if is_furniture(line, page.sheet, often)]
    return np.concatenate(found) if found else np.zeros(0, np.intp)
