"""Real reports, where they are at hand beside the project: true tables of their pages against what is read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from extractors.guard import read_page
from extractors.plumber import Plumber

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = sorted((SHARED / "gold" / "tables").glob("*.json"))
REASON = "needs ../shared with the true tables of real reports, which is not here: nothing was checked against real reports"

if not GOLD:
    pytest.skip(REASON, allow_module_level=True)

NUMBER = re.compile(r"\(?-?(?:Rp\.?)?\d[\d.,]*\d(?:,-)?%?\)?")


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_figures_of_a_true_table_stand_in_cells_of_their_own(path: Path) -> None:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    pdf = SHARED / "corpus" / "pdf" / gold["file"]
    read = [table for page in gold["pages"] for table in read_page(pdf, page, Plumber().tables_on).tables]
    rows = [[letters(cell.text) for cell in row.cells] for table in read for row in table.rows]
    whole = sum(_is_there(row, rows) for row in gold["rows"][gold["header_rows"] :])
    assert whole >= 0.9 * len(gold["rows"][gold["header_rows"] :])


def _is_there(gold: list[str], rows: list[list[str]]) -> bool:
    """All figures of the true row stand in one row, in the same order."""
    figures = [letters(cell) for cell in gold if NUMBER.fullmatch(letters(cell))]
    return any(figures == [cell for cell in row if cell in figures][: len(figures)] for row in rows)
