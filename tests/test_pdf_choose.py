"""Which engine's reading of a page is taken, and why; and what a run says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reportlab.platypus import PageBreak

from extractors import choose, looks
from extractors.base import Engine
from extractors.camelot import Camelot
from extractors.model import Block, Cell, Document, Page, PageKind, Place, Row, Table, TextLine
from extractors.pages import PageReading
from extractors.pdfium.engine import Pdfium, Printed
from extractors.pdfium.page import Search
from extractors.plumber import Plumber
from pipeline import cli, summary
from pipeline.audit.second_reading import Reread
from pipeline.report.pages import ReportResult, RunResult
from pipeline.runner import Ran, Review
from pipeline.settings import VERSION, Settings
from pipeline.stages import nothing_known
from tests.pdf_fixtures import BUDGET, Rows, as_lists, cells, grid, lines, printed, prose, read, space

GOOD = (("No", "Uraian", "Rp"), ("1", "Program A", "1.000.000"), ("2", "Program B", "2.000.000"))
CROWDED = (("No", "Uraian", "Rp"), ("1 2", "Program A Program B", "1.000.000 2.000.000"))
FEWER = (("No", "Uraian", "Rp"), ("1 2", "Program A Program B", "1.000.000 2.000.000"), ("3", "Program C", "3.000.000"))
MORE = (*GOOD, ("3", "Program C", "3.000.000"), ("4", "Program D", "4.000.000"))
SPARSE = tuple((*row, *("" for _ in range(12))) for row in MORE)
STRAY = tuple((*row, "kata" if row[0] == "4" else "") for row in MORE)
SAID = "Realisasi anggaran tahun 2023 disajikan pada tabel berikut ini."


def made(rows: Rows, engine: str) -> Table:
    place = Place(page=1)
    return Table(tuple(Row(tuple(Cell(text, place) for text in row), place) for row in rows), place, engine=engine)


def line(text: str) -> TextLine:
    return TextLine(text, Place(page=1))


# ------------------------------------------------------------------ how a reading looks


@pytest.mark.parametrize(
    "blocks",
    [
        [made(GOOD, "")],
        [made((("Realisasi",), ("86,5 (101,2%)",), ("Rp 1.000.000",)), "")],
        [made((("Target",), ("66,00 – 67,00 %",), ("1.234.567. 890,00",)), "")],
        [made((*((*row, "", "") for row in MORE), ("5", "Program E", "5.000.000", "98,5", "baik")), "")],
        [line("Anggaran sebesar Rp 1.000.000 terserap Rp 900.000,- (90,00%)")] * 9,
        [line("100,00 98,50"), line("90,00 88,50")],
        [],
    ],
    ids=["a table", "remarks", "ranges and broken figures", "a row with more", "prose", "a few figures", "nothing"],
)
def test_what_is_read_right_looks_good(blocks: list[Block]) -> None:
    assert looks.looks_of(blocks).score >= looks.GOOD


@pytest.mark.parametrize(
    ("blocks", "doubt"),
    [
        ([made(CROWDED, "")], "berhimpitan"),
        ([made(SPARSE, "")], "sel kosong"),
        ([made(STRAY, "")], "kolom"),
        ([line(f"{number} Program A 1.000.000 900.000 - 90,00") for number in range(3)], "di luar tabel"),
        ([made(GOOD, ""), *(line(f"{number} Program A 1.000.000 90,00 (baik)") for number in range(3))], "di luar tabel"),
    ],
    ids=["crowded", "sparse", "stray", "no table", "rows beside the table"],
)
def test_what_is_read_wrong_says_what_is_bad(blocks: list[Block], doubt: str) -> None:
    seen = looks.looks_of(blocks)
    assert seen.score < looks.GOOD
    assert doubt in seen.doubt


# ------------------------------------------------------------------ who is asked, and who is believed


class Fakes:
    """What each engine reads of a page of prose, and who was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, first: Rows, second: Rows, third: Rows) -> None:
        self.asked: list[str] = []
        monkeypatch.setattr(Printed, "reading", lambda page, dropped=None: self._lean(page.ink.number, first))
        monkeypatch.setattr(Plumber, "tables_on", lambda *_: self._tables("pdfplumber", second))
        monkeypatch.setattr(Camelot, "tables_on", lambda *_: self._tables("camelot", third))

    def _lean(self, number: int, rows: Rows) -> PageReading:
        tables = tuple(made(rows, "pdfium") for _ in rows[:1])
        return PageReading(Page(number, 595, 842, PageKind.DIGITAL, 100, "pdfium" if tables else ""), tables)

    def _tables(self, engine: str, rows: Rows) -> Sequence[Table]:
        self.asked.append(engine)
        return [made(rows, engine)] if rows else []


@pytest.mark.parametrize(
    ("readings", "asked", "chosen"),
    [
        ((GOOD, CROWDED, CROWDED), "", "pdfium"),
        ((CROWDED, GOOD, GOOD), "pdfplumber", "pdfplumber"),
        ((CROWDED, CROWDED, GOOD), "pdfplumber", "pdfium"),
        ((CROWDED, (), GOOD), "pdfplumber camelot", "camelot"),
        ((CROWDED, FEWER, GOOD), "pdfplumber camelot", "camelot"),
        ((CROWDED, FEWER, CROWDED), "pdfplumber camelot", "pdfplumber"),
        ((CROWDED, (), ()), "pdfplumber camelot", "pdfium"),
        ((FEWER, GOOD[:2], ()), "pdfplumber", "pdfplumber"),
        ((SPARSE, GOOD, GOOD), "pdfplumber camelot", "pdfium"),
    ],
    ids=[
        "the first is good",
        "the second is better",
        "the second sees the same",
        "the second sees nothing, the third is good",
        "the second is a little better, the third is good",
        "the second is the best of the bad",
        "nobody else sees anything",
        "as many figures",
        "the others lost figures",
    ],
)
def test_others_are_asked_about_a_doubtful_page_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, readings: tuple[Rows, Rows, Rows], asked: str, chosen: str
) -> None:
    fakes = Fakes(monkeypatch, *readings)
    document = read(printed(tmp_path, [prose(SAID)]))
    (table,) = document.tables
    assert fakes.asked == asked.split()
    assert document.pages[0].asked == tuple(asked.split())
    assert (table.engine, document.pages[0].engine) == (chosen, chosen)
    assert [note.split(" (")[0] for note in table.notes] == ([f"halaman 1: {chosen} dipilih"] if chosen != "pdfium" else [])


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber", "camelot"])
def test_who_is_forced_reads_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    fakes = Fakes(monkeypatch, CROWDED, CROWDED, CROWDED)
    document = read(printed(tmp_path, [prose(SAID)]), engine)
    assert fakes.asked == ([] if engine == "pdfium" else [engine])
    assert (document.tables[0].engine, document.pages[0].asked) == (engine, ())


def test_so_many_pages_of_a_document_are_asked_about_the_worst_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = [part for _ in range(3) for part in (prose(SAID), PageBreak())]
    Fakes(monkeypatch, CROWDED, (), ())
    lean = Printed.reading
    bad = {2: FEWER}
    monkeypatch.setattr(choose, "MOST_ASKED", 2)
    monkeypatch.setattr(Printed, "reading", lambda page, dropped=None: _swapped(lean(page, dropped), bad))
    document = read(printed(tmp_path, story))
    assert [bool(page.asked) for page in document.pages] == [True, False, True]


def _swapped(reading: PageReading, rows: dict[int, Rows]) -> PageReading:
    number = reading.page.number
    return replace(reading, blocks=(made(rows[number], "pdfium"),)) if number in rows else reading


@pytest.mark.parametrize("failing", [Plumber, Camelot])
@pytest.mark.parametrize("error", [ZeroDivisionError, MemoryError])
def test_an_engine_that_fails_leaves_the_first_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: type[Engine], error: type[Exception]
) -> None:
    def fail(*_: object) -> Sequence[Table]:
        raise error

    Fakes(monkeypatch, CROWDED, (), ())
    monkeypatch.setattr(failing, "tables_on", fail)
    document = read(printed(tmp_path, [prose(SAID)]))
    assert cells(document.tables[0]) == as_lists(CROWDED)
    assert document.problems == ()


def test_a_file_that_others_cannot_open_is_read_by_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    Fakes(monkeypatch, CROWDED, GOOD, GOOD)
    monkeypatch.setattr("extractors.choose.opened", fail)
    document = read(printed(tmp_path, [prose(SAID)]))
    assert (document.tables[0].engine, document.problems) == ("pdfium", ())


def test_the_lines_of_a_page_are_those_outside_the_tables_that_were_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The running header stays out, though the other engine sees one page only."""
    page = [prose(SAID), space(), grid(BUDGET), PageBreak()]
    path = printed(
        tmp_path, [*page, *(prose(f"Uraian ke-{number} dari laporan.") for number in range(90))], running="LKjIP Dinas Sosial 2023"
    )
    found = Search.tables

    def wrongly(search: Search) -> Any:
        tables, free = found(search)
        return [made(CROWDED, "pdfium") for _ in tables], free

    monkeypatch.setattr(Search, "tables", wrongly)
    document = read(path)
    assert [cells(table) for table in document.tables] == [as_lists(BUDGET)]
    assert lines(document)[:3] == [SAID, "Uraian ke-0 dari laporan.", "Uraian ke-1 dari laporan."]


def test_a_page_that_cannot_be_read_is_a_problem_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = printed(tmp_path, [grid(BUDGET), PageBreak(), grid(BUDGET[:3])])
    reading, tables_on = Printed.reading, Plumber.tables_on

    def lean(page: Printed, *dropped: Any) -> PageReading:
        return reading(page, *dropped) if page.ink.number != 1 else _fail()

    def slow(engine: Plumber, sheet: Any, words: Any) -> Sequence[Table]:
        return tables_on(engine, sheet, words) if sheet.number != 1 else _fail()

    monkeypatch.setattr(Printed, "reading", lean)
    monkeypatch.setattr(Plumber, "tables_on", slow)
    for engine in ("auto", "pdfium", "pdfplumber"):
        document = read(path, engine)
        (problem,) = document.problems
        assert (problem.category.value, problem.page) == ("mesin_gagal", 1)
        assert [len(table.rows) for table in document.tables] == [3]


def _fail() -> Any:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    "engine", [Pdfium(), Plumber(), Camelot(), Camelot("hybrid")], ids=lambda engine: f"{engine.name} {getattr(engine, 'flavor', '')}"
)
def test_every_engine_keeps_the_contract(tmp_path: Path, engine: Engine) -> None:
    path = printed(tmp_path, [grid(BUDGET)])
    reading = engine.tables(path, 1)
    assert engine.version
    assert reading.problems == ()
    assert reading == engine.tables(path, 1)
    assert all(len(row.cells) == len(table.rows[0].cells) for table in reading.tables for row in table.rows)
    assert cells(reading.tables[0])[-1][-1] == "94,50"
    assert [problem.page for problem in engine.tables(path, 7).problems] == [7]


# ------------------------------------------------------------------ what a run says of it


def told(*asked: tuple[str, tuple[str, ...]]) -> list[str]:
    """What the summary says of pages with these engines, whose opinions of them were sought."""
    pages = tuple(Page(number, 595, 842, PageKind.DIGITAL, 100, engine, others) for number, (engine, others) in enumerate(asked, 1))
    document = Document("laporan.pdf", "0" * 64, "pdf", pages, (line(SAID),))
    result = RunResult((ReportResult(document, nothing_known(document), (), (), None),), (), (), VERSION)
    settings = Settings((), Path("reports"), None, (), "id", 1, "auto", 60, 30, "never", False, False, False)
    return [said for said in summary.lines(Ran(result, (), (), 0, Reread(), Review()), settings) if "ditanya" in said]


def test_the_summary_says_how_many_pages_others_were_asked_about_and_won() -> None:
    pdfplumber, camelot = ("pdfplumber",), ("pdfplumber", "camelot")
    won = [("pdfplumber", pdfplumber), ("pdfplumber", camelot), ("camelot-lattice", camelot)]
    assert told(("pdfium", ()), ("", ())) == []
    assert told(*won, ("pdfium", pdfplumber), ("pdfium", ())) == [
        "Tabel meragukan: mesin lain ditanya tentang 4 halaman, pada 3 halaman bacaannya dipakai (camelot 1, pdfplumber 2)."
    ]
    assert told(("pdfium", pdfplumber), ("", camelot)) == [
        "Tabel meragukan: mesin lain ditanya tentang 2 halaman, bacaannya tidak ada yang dipakai."
    ]


def test_a_run_asks_about_doubtful_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = printed(tmp_path, [prose(SAID), space(), grid(CROWDED, (40, 200, 120))])
    assert cli.main(["report", str(path), "--out", str(tmp_path / "out"), "--format", "jsonl"]) == cli.DONE
    assert "mesin lain ditanya tentang 1 halaman, bacaannya tidak ada yang dipakai." in capsys.readouterr().err
    assert cli.main(["report", str(path), "--out", str(tmp_path / "out"), "--format", "jsonl", "--engine", "pdfium"]) == cli.DONE
    assert "ditanya" not in capsys.readouterr().err
