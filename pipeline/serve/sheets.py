"""The page beside a finding: its picture with the cells to click, or of a text file the lines around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from extractors.model import Block, Document, Page, Table
from pipeline.report.evidence import Mark
from pipeline.report.extracted_grid import Rect, rect
from pipeline.report.text import one_line, pieces, short
from pipeline.serve.wishes import Wish
from rules.facts import Location
from rules.outcome import Finding

_AROUND = 22
_TITLE = 300


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a page. `mark` says what it is to the finding that is looked at; one that leads nowhere has no `link`."""

    box: Rect
    text: str
    mark: str
    link: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a PDF: its size in points, and what can be pointed at on it; other pages have their count of findings."""

    number: int
    width: float
    height: float
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Bit:
    """A cell, or a stretch of a line, of a text file; `place` counts the places of the finding that is looked at."""

    text: str
    mark: str = ""
    link: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text file; of a table a row with its cells."""

    number: int
    cells: tuple[tuple[Bit, ...], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines in a row: the rows of one table, or text."""

    table: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines of a text file, and where to go for those before and after."""

    stretches: tuple[Stretch, ...]
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with the number under which it is listed."""

    number: str
    finding: Finding


def sheet_of(document: Document, page: Page, listed: Sequence[Numbered], looked_at: Finding | None, wish: Wish) -> Sheet:
    """A page with every cell on it: those of findings lead to them, those compared with the one looked at can be chosen."""
    own = _of_finding(page, looked_at, wish)
    taken = {spot.box for spot in own}
    others = [spot for spot in _of_others(page, listed, looked_at, wish) if spot.box not in taken]
    taken |= {spot.box for spot in others}
    cells = [spot for spot in _cells(document, page) if spot.box not in taken]
    return Sheet(page.number, round(page.width, 1), round(page.height, 1), (*cells, *others, *reversed(own)))


def pages_of(finding: Finding) -> tuple[int, ...]:
    """The pages on which a finding stands, the wrong cell's first."""
    return tuple(dict.fromkeys(one.place.page for one in finding.locations if one.place.page is not None))


def _of_finding(page: Page, finding: Finding | None, wish: Wish) -> list[Spot]:
    found: dict[Rect, Spot] = {}
    for at, location in enumerate(finding.locations if finding else (), start=1):
        box = rect(location.place.bbox, page) if location.place.page == page.number else None
        if box is not None:
            mark = Mark.WRONG if at == 1 else Mark.OPERAND
            found.setdefault(box, Spot(box, short(location.text, _TITLE), mark, wish.on(at), str(at)))
    return list(found.values())


def _of_others(page: Page, listed: Iterable[Numbered], looked_at: Finding | None, wish: Wish) -> Iterator[Spot]:
    seen: set[Rect] = set()
    for one in listed:
        first = one.finding.locations[0] if one.finding.locations else None
        box = rect(first.place.bbox, page) if first and first.place.page == page.number else None
        if first is None or box is None or box in seen or (looked_at and one.finding.id == looked_at.id):
            continue
        seen.add(box)
        done = "decided" if one.finding.decision else "open"
        yield Spot(box, short(f"{one.finding.title}: {first.text}", _TITLE), done, wish.of(one.finding.id), one.number)


def _cells(document: Document, page: Page) -> Iterator[Spot]:
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                box = rect(cell.place.bbox, page) if cell.text.strip() and cell.place.page == page.number else None
                if box is not None:
                    yield Spot(box, short(cell.text, _TITLE), "")


# ------------------------------------------------------------------ text files


def lines_of(document: Document, listed: Sequence[Numbered], looked_at: Finding | None, wish: Wish) -> Lines:
    """The lines around the one that is wanted: that of the finding, unless another is asked for."""
    every = [line for at, block in enumerate(document.blocks) for line in _printed(at, block)]
    wanted = wish.page if wish.page is not None else _line_of(looked_at)
    middle = next((at for at, line in enumerate(every) if line.number >= wanted), max(len(every) - 1, 0))
    first, last = max(middle - _AROUND, 0), min(middle + _AROUND + 1, len(every))
    marks = _text_marks(listed, looked_at, wish)
    shown = tuple(
        Stretch(table >= 0, tuple(_line(line, marks, looked_at) for line in lines))
        for table, lines in groupby(every[first:last], key=lambda line: line.table)
    )
    before = every[max(first - _AROUND, 0)].number if first else None
    return Lines(shown, before, every[min(last + _AROUND, len(every) - 1)].number if last < len(every) else None)


class _Printed(NamedTuple):
    """A line with the texts on it; `table` tells tables apart, and is -1 for text."""

    number: int
    texts: tuple[str, ...]
    table: int


def _printed(at: int, block: Block) -> Iterator[_Printed]:
    if isinstance(block, Table):
        for row in block.rows:
            yield _Printed(row.place.line or 0, tuple(cell.text for cell in row.cells), at)
    else:
        yield _Printed(block.place.line or 0, (block.text,), -1)


def _line_of(finding: Finding | None) -> int:
    return (finding.locations[0].place.line or 0) if finding and finding.locations else 0


_Marks = dict[tuple[int, str], Bit]


def _text_marks(listed: Iterable[Numbered], looked_at: Finding | None, wish: Wish) -> _Marks:
    marks: _Marks = {}
    for at, location in enumerate(looked_at.locations if looked_at else (), start=1):
        marks.setdefault(_spot(location), Bit("", Mark.WRONG if at == 1 else Mark.OPERAND, wish.on(at), at))
    for one in listed:
        for location in one.finding.locations[:1]:
            marks.setdefault(_spot(location), Bit("", "decided" if one.finding.decision else "open", wish.of(one.finding.id)))
    return marks


def _spot(location: Location) -> tuple[int, str]:
    return location.place.line or 0, one_line(location.text)


def _line(line: _Printed, marks: _Marks, looked_at: Finding | None) -> Line:
    return Line(line.number, tuple(_bits(line.number, text, marks, looked_at) for text in line.texts))


def _bits(number: int, text: str, marks: _Marks, looked_at: Finding | None) -> tuple[Bit, ...]:
    """A cell with its mark; of a sentence only the figure is marked, where it stands once."""
    mark = marks.get((number, one_line(text))) or _of_sentence(number, text, marks)
    if mark is None:
        return (Bit(text),)
    wanted = looked_at.stated if looked_at and mark.mark == Mark.WRONG else ""
    parts = pieces(text, wanted, len(text) + 1) if wanted and one_line(text) != one_line(wanted) else ()
    if any(part.marked for part in parts):
        return tuple(replace(mark, text=part.text) if part.marked else Bit(part.text) for part in parts)
    return (replace(mark, text=text),)


def _of_sentence(number: int, text: str, marks: _Marks) -> Bit | None:
    """The mark of a sentence that begins on this line."""
    return next((mark for (line, whole), mark in marks.items() if line == number and text and text in whole), None)
