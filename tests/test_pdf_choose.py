"""Which engine reads a page, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from extractors import choose
from extractors.camelot import Camelot
from extractors.model import Cell, Place, Row, Table
from extractors.plumber import Plumber
from tests.pdf_fixtures import BUDGET, Rows, cells, grid, printed, read

GOOD = (("No", "Uraian", "Rp"), ("1", "Program A", "1.000.000"), ("2", "Program B", "2.000.000"))
CROWDED = (("No", "Uraian", "Rp"), ("1 2", "Program A Program B", "1.000.000 2.000.000"))
MORE = (*GOOD, ("3", "Program C", "3.000.000"), ("4", "Program D", "4.000.000"))
SPARSE = tuple((*row, *("" for _ in range(12))) for row in MORE)
STRAY = tuple((*row, "kata" if row[0] == "4" else "") for row in MORE)


def made(rows: Rows, engine: str) -> Table:
    place = Place(page=1)
    return Table(tuple(Row(tuple(Cell(text, place) for text in row), place) for row in rows), place, engine=engine)


def test_a_good_table_looks_good() -> None:
    assert choose.looks_of([made(GOOD, "")]).score == 1


@pytest.mark.parametrize(("rows", "doubt"), [(CROWDED, "berhimpitan"), (SPARSE, "sel kosong"), (STRAY, "kolom")])
def test_a_bad_table_says_what_is_bad(rows: Rows, doubt: str) -> None:
    looks = choose.looks_of([made(rows, "")])
    assert looks.score < choose.GOOD
    assert doubt in looks.doubt


def test_a_remark_beside_a_figure_is_not_crowded() -> None:
    assert choose.looks_of([made((("Realisasi",), ("86,5 (101,2%)",), ("Rp 1.000.000",)), "")]).score == 1


@pytest.mark.parametrize(
    ("first", "second", "chosen"),
    [(GOOD, CROWDED, "pdfplumber"), (CROWDED, GOOD, "camelot"), (CROWDED, CROWDED, "pdfplumber"), (CROWDED, (), "pdfplumber")],
    ids=["the first is good", "the second is better", "the second is as bad", "the second sees nothing"],
)
def test_the_second_engine_is_asked_about_a_doubtful_table_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: Rows, second: Rows, chosen: str
) -> None:
    asked: list[str] = []

    def says(engine: str, rows: Rows) -> Any:
        def tables_on(*_: object) -> Sequence[Table]:
            asked.append(engine)
            return [made(rows, engine)] if rows else []

        return tables_on

    monkeypatch.setattr(Plumber, "tables_on", says("pdfplumber", first))
    monkeypatch.setattr(Camelot, "tables_on", says("camelot", second))
    (table,) = read(printed(tmp_path, [grid(BUDGET)])).tables
    assert table.engine == chosen
    assert asked == (["pdfplumber"] if first is GOOD else ["pdfplumber", "camelot"])
    assert bool(table.notes) == (chosen == "camelot")


def test_a_second_engine_that_fails_leaves_the_first_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Sequence[Table]:
        raise ZeroDivisionError

    monkeypatch.setattr(Plumber, "tables_on", lambda *_: [made(CROWDED, "pdfplumber")])
    monkeypatch.setattr(Camelot, "tables_on", fail)
    document = read(printed(tmp_path, [grid(BUDGET)]))
    assert cells(document.tables[0]) == [list(row) for row in CROWDED]
    assert document.problems == ()


def test_a_page_that_cannot_be_read_is_a_problem_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab.platypus import PageBreak

    path = printed(tmp_path, [grid(BUDGET), PageBreak(), grid(BUDGET[:3])])
    tables_on = Plumber.tables_on

    def fail(engine: Plumber, sheet: Any, words: Any) -> Sequence[Table]:
        if sheet.number == 1:
            raise ZeroDivisionError
        return tables_on(engine, sheet, words)

    monkeypatch.setattr(Plumber, "tables_on", fail)
    document = read(path)
    (problem,) = document.problems
    assert (problem.category.value, problem.page) == ("mesin_gagal", 1)
    assert [len(table.rows) for table in document.tables] == [3]


@pytest.mark.parametrize(
    "engine", [Plumber(), Camelot(), Camelot("hybrid")], ids=lambda engine: f"{engine.name} {getattr(engine, 'flavor', '')}"
)
def test_every_engine_keeps_the_contract(tmp_path: Path, engine: Plumber | Camelot) -> None:
    path = printed(tmp_path, [grid(BUDGET)])
    reading = engine.tables(path, 1)
    assert engine.version
    assert reading.problems == ()
    assert reading == engine.tables(path, 1)
    assert all(len(row.cells) == len(table.rows[0].cells) for table in reading.tables for row in table.rows)
    assert cells(reading.tables[0])[-1][-1] == "94,50"
    assert [problem.page for problem in engine.tables(path, 7).problems] == [7]
