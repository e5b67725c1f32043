"""Renders a report as markdown with pipe tables."""

from __future__ import annotations

from .document import CELL_BREAK, LEFT, UP, Block, Formula, Grid, Heading, Items, Mark, Paragraph, Report, Row, Signature


def render(report: Report) -> str:
    """The whole report; a second header row stands under the line that closes the first, since markdown knows only one."""
    lines = [f"# {' '.join(report.title)}", "", *(line for title in report.owner for line in (f"**{title}**", ""))]
    for block in report.blocks:
        if block is Mark.CONTENTS:
            lines += [f"- {heading.listed}" for heading in report.blocks if isinstance(heading, Heading) and heading.level < 2]
            lines.append("")
        elif not isinstance(block, Mark):
            lines += [*_lines(block), ""]
    return "\n".join(lines)


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * (block.level + 2)} {' '.join(block.lines)}"]
        case Paragraph():
            return [block.text]
        case Signature():
            return [f"{line}  " for line in block.lines]
        case Items():
            return list(block.lines)
        case Formula():
            return [f"$$\\text{{{block.left}}} = \\frac{{\\text{{{block.top}}}}}{{\\text{{{block.bottom}}}}} \\times 100$$"]
        case Grid():
            return [*_caption(block), *_table(block), *(["", block.note] if block.note else [])]
        case Mark():
            return []


def _caption(grid: Grid) -> list[str]:
    return [*(f"**{line}**  " for line in grid.caption), ""] if grid.caption else []


def _table(grid: Grid) -> list[str]:
    ruler = "|" + "|".join({"l": " --- ", "c": " :---: ", "r": " ---: "}[column] for column in grid.align) + "|"
    first, *others = (_row(row) for row in grid.header)
    return [first, ruler, *others, *(_row(row) for row in grid.rows)]


def _row(row: Row) -> str:
    cells = ["" if cell in (UP, LEFT) else cell.replace(CELL_BREAK, " ") for cell in row.cells]
    return "| " + " | ".join(f"**{cell}**" if row.bold and cell else cell for cell in cells) + " |"
