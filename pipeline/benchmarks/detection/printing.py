"""A generated report as a file: text, markdown or PDF, by the renderers of the sample reports."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from samples import markdown, pdf, plain
from samples.document import Block, Grid, Heading, Output, Paragraph, Report, Row

from pipeline.benchmarks.detection.compose import Made
from pipeline.benchmarks.detection.model import Line, filled


def content(made: Made, printed: Sequence[str], lost: Collection[Line], form: str) -> bytes:
    """The report's bytes with its figures printed so, and without the rows that got lost."""
    blocks = tuple(_block(place, block, printed, lost) for place, block in enumerate(made.draft.blocks))
    title = ("LAPORAN KINERJA INSTANSI PEMERINTAH", f"TAHUN {made.year}")
    owner = (made.agency.upper(), made.region.upper())
    report = Report((), title, owner, f"Laporan Kinerja {made.agency} Tahun {made.year}", blocks)
    match form:
        case "txt":
            return plain.render(report).encode()
        case "md":
            return markdown.render(report).encode()
        case _:
            return pdf.render(report, Output("laporan.pdf", form, "sans", True))


def _block(place: int, block: Block, printed: Sequence[str], lost: Collection[Line]) -> Block:
    match block:
        case Paragraph():
            return Paragraph(filled(block.text, printed))
        case Grid():
            gone = {line.row for line in lost if line.grid == place}
            rows = tuple(_row(row, printed) for number, row in enumerate(block.rows) if number not in gone)
            return replace(block, caption=tuple(filled(line, printed) for line in block.caption), rows=rows)
        case Heading() | _:
            return block


def _row(row: Row, printed: Sequence[str]) -> Row:
    return replace(row, cells=tuple(filled(cell, printed) for cell in row.cells))
