"""What a drawn page is and what must be read on it: tables as a careful person would type them, lines, paragraphs, headings.

The convention is that of the gold tables: the text of a merged cell stands in its top left cell and the cells it covers are
empty, lines in a cell are joined by a space, a number that wraps is joined without one, several logical rows inside one ruled
row are several rows, a table that goes on over pages is one table with its header once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Rows: TypeAlias = Sequence[Sequence[str]]

# An amount with its dots in the right places: what two lines of a cell make when a number is broken between them.
_WHOLE = re.compile(r"\(?-?(?:Rp\.? ?)?\d{1,3}(?:\.\d{3})+(?:,\d{1,2}|,-)?\)?")
_FIGURE = re.compile(r"\(?-?(?:Rp\.? ?)?\d[\d.,]*%?\)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One table: its rows, its caption ("" for none) and the page of each row (empty when all stand on the first)."""

    rows: Rows
    caption: str = ""
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A PDF and the truth about it; None means that a case does not ask.

    `lines` are the printed lines outside tables in reading order, `paragraphs` what they make, `headings` number, text and
    level, `absent` what nobody sees on paper. With `loose` a table may be claimed, but no figure in it: a form is not data.
    """

    path: Path
    tables: tuple[Wanted, ...] = ()
    lines: tuple[str, ...] | None = None
    paragraphs: tuple[str, ...] | None = None
    headings: tuple[tuple[str, str, int], ...] | None = None
    absent: tuple[str, ...] = ()
    loose: bool = False


Case: TypeAlias = Callable[[Path], Layout]

CASES: dict[str, Case] = {}


def case(draws: Case) -> Case:
    """Enters a function that draws a page under its own name."""
    if draws.__name__ in CASES:
        raise ValueError(f"two cases are named {draws.__name__}")
    CASES[draws.__name__] = draws
    return draws


def typed(text: str) -> str:
    """A cell's text as one would type it: its lines joined by a space, or without one where they break a number."""
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    glued = "".join(lines)
    return glued if len(lines) > 1 and _WHOLE.fullmatch(glued) else " ".join(lines)


def as_typed(rows: Rows) -> list[list[str]]:
    """Rows whose cells hold the line breaks of the page, as they would be typed."""
    return [[typed(text) for text in row] for row in rows]


def is_figure(text: str) -> bool:
    """Whether a cell would be taken for data."""
    return bool(_FIGURE.fullmatch(text.strip()))
