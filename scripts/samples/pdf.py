"""Renders a report as a PDF that looks as if a word processor had made it: cover, running header, page numbers, daftar isi."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph, Spacer, Table
from reportlab.platypus.tableofcontents import TableOfContents

from . import document, pages, tables
from .document import Block, Formula, Grid, Heading, Items, Mark, Output, Report, Signature
from .look import Look, look_of

_MARGIN = 56.0
_LISTED, _CAPTIONED = "TOCEntry", "TableEntry"


def render(report: Report, output: Output) -> bytes:
    """The PDF's bytes: no clock in them, and nothing compressed, since two zlibs may pack the same text differently."""
    rl_config.invariant = 1
    look = look_of(output.font)
    size = landscape(A4) if output.landscape else A4
    width, height = size[0] - 2 * _MARGIN, size[1] - 2 * _MARGIN - 16
    buffer = BytesIO()
    frame = Frame(_MARGIN, _MARGIN + 4, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    doc = BaseDocTemplate(buffer, pagesize=size, title=report.running, author=report.owner[0], pageCompression=0)
    doc.body_starts = 2
    doc.addPageTemplates(
        [
            PageTemplate("cover", [frame], onPage=partial(pages.cover, (report.title, report.owner), look)),
            PageTemplate("text", [frame], onPageEnd=partial(pages.furniture, report.running, look)),
        ]
    )
    doc.afterFlowable = partial(_note_place, doc)
    doc.multiBuild([NextPageTemplate("text"), Spacer(1, 1), PageBreak(), *_story(report, look, output, (width, doc))])
    return buffer.getvalue()


def _note_place(doc: Any, flowable: Any) -> None:
    if isinstance(flowable, _BodyStart):
        doc.body_starts = doc.page
    kind, level, text = getattr(flowable, "listed", (None, 0, ""))
    if kind:
        doc.notify(kind, (level, text, doc.page))


class _BodyStart(Spacer):  # type: ignore[misc]
    """An invisible mark: from its page on the pages count in arabic numbers."""


def _story(report: Report, look: Look, output: Output, place: tuple[float, Any]) -> Iterator[Any]:
    held: list[Any] = []
    for block in report.blocks:
        if isinstance(block, Heading):
            held += _heading(block, look)
            continue
        parts = list(_table(block, look, output, place[0]) if isinstance(block, Grid) else _other(block, look, place[1]))
        if not isinstance(block, Mark):
            yield CondPageBreak(sum(_height(part, place[0]) for part in held) + _need(block, parts, place[0]))
        yield from (*held, *parts)
        held = []


def _other(block: Block, look: Look, doc: Any) -> Iterator[Any]:
    return _marked(block, look, doc) if isinstance(block, Mark) else _text(block, look)


def _need(block: Block, parts: list[Any], width: float) -> float:
    """What must fit on the page together with the headings above it: a table's caption and first rows, else two lines."""
    if not isinstance(block, Grid):
        return 36
    made = next(index for index, part in enumerate(parts) if isinstance(part, Table))
    return sum(_height(part, width) for part in parts[:made]) + tables.first_height(parts[made], block, width) + 4


def _height(part: Any, width: float) -> float:
    return float(part.wrap(width, 10_000)[1]) + float(part.getSpaceBefore()) + float(part.getSpaceAfter())


def _marked(mark: Mark, look: Look, doc: Any) -> Iterator[Any]:
    match mark:
        case Mark.PAGE:
            yield PageBreak()
        case Mark.BODY:
            yield from (PageBreak(), _BodyStart(1, 0))
        case Mark.CONTENTS | Mark.TABLES:
            yield TableOfContents(
                levelStyles=[look.listed(level) for level in range(3)],
                dotsMinLevel=0,
                notifyKind=_LISTED if mark is Mark.CONTENTS else _CAPTIONED,
                formatter=lambda page: pages.label(page, doc.body_starts),
            )


def _text(block: Block, look: Look) -> Iterator[Any]:
    match block:
        case document.Paragraph():
            yield Paragraph(look.markup(block.text), look.body)
        case Signature():
            yield Spacer(1, 18)
            yield from (Paragraph(look.markup(line), look.signature) for line in block.lines)
        case Items():
            yield from (_item(line, look) for line in block.lines)
            yield Spacer(1, 4)
        case Formula():
            yield tables.formula(block, look)


def _heading(heading: Heading, look: Look) -> Iterator[Any]:
    style = look.headings[heading.level]
    shown = Paragraph("<br/>".join(look.markup(part) for part in heading.lines), style)
    if heading.level < 2:
        shown.listed = (_LISTED, heading.level, look.markup(heading.listed))
    yield shown


def _item(line: str, look: Look) -> Any:
    number, _, rest = line.partition(" ")
    return Paragraph(look.markup(rest), look.item, bulletText=number)


def _table(grid: Grid, look: Look, output: Output, width: float) -> Iterator[Any]:
    for index, line in enumerate(grid.caption):
        caption = Paragraph(look.markup(line), look.caption)
        if not index:
            caption.listed = (_CAPTIONED, 0, look.markup(" ".join(grid.caption)))
        yield caption
    yield Spacer(1, 3)
    yield tables.table(grid, look, output.layout == "ruled", width)
    if grid.note:
        yield Paragraph(look.markup(grid.note), look.note)
    yield Spacer(1, 10)
