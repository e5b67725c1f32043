"""Renders a report as text: tab-separated tables, captions above them, the marks that a conversion from PDF leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

from .document import CELL_BREAK, LEFT, UP, Block, Formula, Grid, Heading, Items, Mark, Paragraph, Report, Row, Signature

_BREAK = ["", ""]


def render(report: Report) -> str:
    """The whole report; paragraphs are one line each, as text taken from a PDF usually is."""
    lines = [*_BREAK, *(line for title in report.title + report.owner for line in (title, "")), *_BREAK]
    for block in report.blocks:
        if block is Mark.CONTENTS:
            lines += [f"{block.listed} {'.' * 12}" for block in report.blocks if isinstance(block, Heading) and block.level < 2]
        elif isinstance(block, Mark):
            lines += _BREAK
        else:
            lines += [*_lines(block), ""]
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return list(block.lines)
        case Paragraph():
            return [block.text]
        case Signature():
            return list(block.lines)
        case Items():
            return [f"- {line}" if line[0].islower() and line[1] in ".)" else line for line in block.lines]
        case Formula():
            return [f"$${block.left} = \\frac{{{block.top}}}{{{block.bottom}}} \\times {block.factor.replace('%', chr(92) + '%')}$$"]
        case Grid():
            return [*block.caption, "", *_table(block), *([block.note] if block.note else [])]
        case Mark():
            return []


def _table(grid: Grid) -> Iterator[str]:
    header = ["\t".join(_bare(row)) for row in grid.header]
    yield from header
    for row in grid.rows:
        if row.breaks:
            yield from (*_BREAK, *header)
        if any(CELL_BREAK in cell for cell in row.cells):
            before, after = _halves(row)
            yield "\t".join(before)
            yield from (*_BREAK, *header)
            yield "\t".join(after)
        else:
            yield "\t".join(_marked(row))


def _halves(row: Row) -> tuple[list[str], list[str]]:
    pairs = [cell.partition(CELL_BREAK) for cell in _bare(row)]
    return [before for before, _, _ in pairs], [after for _, _, after in pairs]


def _marked(row: Row) -> list[str]:
    return [f"<b>{cell}</b>" if row.bold and cell else cell for cell in _bare(row)]


def _bare(row: Row) -> list[str]:
    return ["" if cell in (UP, LEFT) else cell for cell in row.cells]
