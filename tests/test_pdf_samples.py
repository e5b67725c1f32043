"""The sample PDFs of data/raw are read back cell by cell as scripts/samples/data has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.document import CELL_BREAK, LEFT, UP, Grid, Report, load

from extractors.model import Table
from tests.pdf_fixtures import read

ROOT = Path(__file__).resolve().parent.parent
RAW = ROOT / "data" / "raw"
SAMPLES = [(load(path), output.file) for path in sorted((ROOT / "scripts/samples/data").glob("*.yaml")) for output in load(path).outputs]
PDFS = [pytest.param(report, file, id=file) for report, file in SAMPLES if file.endswith(".pdf")]


def letters(text: str) -> str:
    """The text without white, since a cell may wrap where a word is broken."""
    return "".join(text.split())


def meant(grid: Grid) -> list[list[str]]:
    rows = [*grid.header, *grid.rows]
    return [["" if cell in (UP, LEFT) else letters(cell.replace(CELL_BREAK, " ")) for cell in row.cells] for row in rows]


def found(table: Table) -> list[list[str]]:
    return [[letters(cell.text) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(("report", "file"), PDFS)
def test_every_table_is_read_as_it_was_written(report: Report, file: str) -> None:
    document = read(RAW / file)
    grids = [block for block in report.blocks if isinstance(block, Grid)]
    assert document.problems == ()
    assert [found(table) for table in document.tables] == [meant(grid) for grid in grids]
    captions = [(table.caption, " ".join(grid.caption)) for table, grid in zip(document.tables, grids, strict=True) if grid.caption]
    assert [one for one, _ in captions] == [other for _, other in captions]
