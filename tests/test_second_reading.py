"""Who misreads accuses nobody: the cells of a failed comparison are read again, and what engines read differently is not checked."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from extractors.base import ENGINES
from extractors.guard import problem
from extractors.model import Category, Cell, Document, Page, PageKind, Place, Row, Table, TextLine
from pipeline import cli, ingest, isolation, runner
from pipeline.audit.alignment import Agreement, seen, strips_of
from pipeline.audit.second_reading import Case, Request, Reread, Settled, settled
from rules.facts import Location
from rules.outcome import Outcome, Reading, Verdict
from tests.pdf_fixtures import BUDGET, caption, grid, printed, prose, space

Texts = Sequence[Sequence[str]]
ROWS = (("Uraian", "Pagu"), ("Jumlah", "1.500"), ("Gaji", "1.000"), ("Belanja", "400"))


def table(texts: Texts, engine: str, page: int = 1, height: float = 20.0) -> Table:
    """A table of cells 100 points wide."""
    rows = tuple(
        Row(tuple(Cell(text, place(page, r, c, height)) for c, text in enumerate(row)), Place(page=page)) for r, row in enumerate(texts)
    )
    return Table(rows, Place(page=page, bbox=(0, 0, 100 * len(texts[0]), height * len(texts))), engine=engine)


def place(page: int, row: int, column: int, height: float = 20.0) -> Place:
    return Place(page=page, bbox=(100.0 * column, row * height, 100.0 * column + 100, (row + 1) * height))


def document(*tables: Table, name: str = "laporan.pdf") -> Document:
    numbers = sorted({t.place.page or 0 for t in tables})
    pages = tuple(Page(number, 595, 842, PageKind.DIGITAL, 100, "") for number in numbers)
    return Document(name, "0" * 64, "pdf", pages, tables)


def accusing(one: Document, *cells: tuple[int, int, int]) -> Outcome:
    """A failed comparison of these cells: page, row, column."""
    spots = {cell.place: cell.text for t in one.tables for row in t.rows for cell in row.cells}
    locations = tuple(Location(spot, spots[spot], "Tabel 1") for spot in (place(*cell) for cell in cells))
    return Outcome("JM01", Verdict.TEMUAN, "1.500", "1.400", locations, difference="100", message="Jumlah berbeda.")


class Fakes:
    """Engines that read what they are told to read, and remember what they were asked."""

    def __init__(self, **readings: Sequence[Table]) -> None:
        self.readings: Mapping[str, Sequence[Table]] = readings
        self.asked: list[Request] = []

    def __call__(self, requests: Sequence[Request]) -> list[Document]:
        self.asked += requests
        return [self.answer(request) for request in requests]

    def answer(self, request: Request) -> Document:
        return document(*(t for t in self.readings[request.engine] if t.place.page in request.pages), name=request.document)


def settle(reader: Callable[[Sequence[Request]], Sequence[Document]], first: Document, *outcomes: Outcome, limit: int = 30) -> Settled:
    (one,) = settled([Case(first, outcomes)], limit, reader)
    return one


def misread(texts: Texts, wrong: str, instead: str) -> Texts:
    return [[instead if text == wrong else text for text in row] for row in texts]


@pytest.fixture(autouse=True)
def two_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing else is said, pdfium reads and pdfplumber is asked."""
    monkeypatch.setattr("pipeline.audit.opinions.ORDER", ("pdfium", "pdfplumber"))


SUM = ((1, 1, 1), (1, 2, 1), (1, 3, 1))


def by_pdfium() -> tuple[Document, Outcome]:
    first = document(table(ROWS, "pdfium"))
    return first, accusing(first, *SUM)


# ------------------------------------------------------------------ confirmed, disputed, single


def test_what_another_engine_reads_alike_is_confirmed() -> None:
    first, outcome = by_pdfium()
    fakes = Fakes(pdfplumber=[table(ROWS, "pdfplumber")])
    done = settle(fakes, first, outcome)
    assert done.outcomes == (replace(outcome, reading=Reading.CONFIRMED),)
    assert done.reread == Reread(second=1, confirmed=1)
    assert fakes.asked == [Request("laporan.pdf", "pdfplumber", (1,))]


@pytest.mark.usefixtures("lean")
def test_engines_with_the_same_letters_do_not_confirm_each_other() -> None:
    first = document(table(ROWS, "pdfplumber"))
    done = settle(Fakes(pdfium=[], camelot=[table(ROWS, "camelot")]), first, accusing(first, *SUM))
    assert [outcome.reading for outcome in done.outcomes] == [Reading.SINGLE]


def test_one_digit_read_otherwise_is_disputed_and_shows_both_readings() -> None:
    first, outcome = by_pdfium()
    done = settle(Fakes(pdfplumber=[table(misread(ROWS, "400", "500"), "pdfplumber")]), first, outcome)
    (judged,) = done.outcomes
    assert judged.verdict == Verdict.TAK_DIPERIKSA
    assert judged.reading == Reading.DISPUTED
    assert judged.message == ""
    assert judged.reason == "mesin baca berbeda pendapat: halaman 1 pdfium membaca “400”, pdfplumber membaca “500”"
    assert done.reread == Reread(second=1, disputed=1)


def test_what_did_not_fail_is_not_read_again() -> None:
    first, outcome = by_pdfium()
    fakes = Fakes()
    passed = replace(outcome, verdict=Verdict.LOLOS)
    assert settle(fakes, first, passed).outcomes == (passed,)
    assert fakes.asked == []


def test_a_comparison_with_a_sentence_stays_single_but_its_cell_can_be_disputed() -> None:
    first, outcome = by_pdfium()
    told = replace(outcome, locations=(Location(Place(page=1, bbox=(0, 300, 500, 312)), "Pagu sebesar 1.500."), outcome.locations[0]))
    assert settle(Fakes(pdfplumber=[table(ROWS, "pdfplumber")]), first, told).reread == Reread(second=1, single=1)
    wrong = table(misread(ROWS, "1.500", "1.600"), "pdfplumber")
    assert settle(Fakes(pdfplumber=[wrong]), first, told).reread == Reread(second=1, disputed=1)


def test_text_input_is_read_once() -> None:
    rows = tuple(Row(tuple(Cell(text, Place(line=r)) for text in row), Place(line=r)) for r, row in enumerate(ROWS, start=1))
    first = Document("laporan.txt", "0" * 64, "text", (), (Table(rows, Place(line=1), engine="tsv"),))
    outcome = Outcome("JM01", Verdict.TEMUAN, "1.500", "1.400", (Location(Place(line=2), "1.500"),))
    fakes = Fakes()
    assert settle(fakes, first, outcome).reread == Reread(single=1)
    assert fakes.asked == []


# ------------------------------------------------------------------ the third opinion


@pytest.fixture
def lean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.audit.opinions.ORDER", ("pdfium", "pdfplumber", "camelot"))


WRONG = misread(ROWS, "400", "500")


@pytest.mark.usefixtures("lean")
@pytest.mark.parametrize(
    ("second", "third", "comes_to"),
    [
        (ROWS, None, Reread(second=1, confirmed=1)),
        (WRONG, ROWS, Reread(second=1, third=1, confirmed=1)),
        (WRONG, WRONG, Reread(second=1, third=1, disputed=1)),
        (WRONG, misread(ROWS, "400", "480"), Reread(second=1, third=1, disputed=1)),
        (WRONG, (), Reread(second=1, third=1, disputed=1)),
        ((), ROWS, Reread(second=1, third=1, confirmed=1)),
        ((), WRONG, Reread(second=1, third=1, disputed=1)),
        ((), (), Reread(second=1, third=1, single=1)),
    ],
)
def test_camelot_is_asked_where_two_differ_and_only_a_majority_for_the_first_confirms(
    second: Texts, third: Texts | None, comes_to: Reread
) -> None:
    first, outcome = by_pdfium()
    fakes = Fakes(**{name: [table(t, name)] if t else [] for name, t in (("pdfplumber", second), ("camelot", third)) if t is not None})
    assert settle(fakes, first, outcome).reread == comes_to
    assert [request.engine for request in fakes.asked] == ["pdfplumber", "camelot"][: 1 + comes_to.third]


@pytest.mark.usefixtures("lean")
def test_all_three_readings_are_shown() -> None:
    first, outcome = by_pdfium()
    fakes = Fakes(pdfplumber=[table(WRONG, "pdfplumber")], camelot=[table(misread(ROWS, "400", "480"), "camelot")])
    (judged,) = settle(fakes, first, outcome).outcomes
    assert "pdfium membaca “400”, pdfplumber membaca “500”, camelot membaca “480”" in judged.reason


@pytest.mark.usefixtures("lean")
def test_camelot_has_its_letters_from_pdfplumber_and_cannot_outvote_pdfium_with_it() -> None:
    first = document(table(ROWS, "pdfplumber"))
    fakes = Fakes(pdfium=[table(WRONG, "pdfium")], camelot=[table(ROWS, "camelot")])
    assert settle(fakes, first, accusing(first, *SUM)).reread == Reread(second=1, third=1, disputed=1)


@pytest.mark.usefixtures("lean")
def test_an_engine_that_read_the_table_is_never_asked_about_it() -> None:
    joined = document(replace(table(ROWS, "pdfium+camelot-lattice"), engine="pdfium+camelot-lattice"))
    fakes = Fakes(pdfplumber=[])
    assert settle(fakes, joined, accusing(joined, *SUM)).reread == Reread(second=1, single=1)
    assert [request.engine for request in fakes.asked] == ["pdfplumber"]


# ------------------------------------------------------------------ rows that were lost

WHOLE = (*ROWS[:3], ("Jasa", "100"), *ROWS[3:])


def with_a_gap() -> tuple[Document, Outcome]:
    """The first engine has no row where another one has "Jasa"; all that it has is read right."""
    whole = table(WHOLE, "pdfium")
    first = document(replace(whole, rows=(*whole.rows[:3], *whole.rows[4:])))
    return first, accusing(first, (1, 1, 1), (1, 2, 1), (1, 4, 1))


def test_a_sum_that_lacks_a_row_which_another_engine_has_accuses_nobody() -> None:
    first, outcome = with_a_gap()
    (judged,) = settle(Fakes(pdfplumber=[table(WHOLE, "pdfplumber")]), first, outcome).outcomes
    assert judged.verdict == Verdict.TAK_DIPERIKSA
    assert judged.reason == "mesin baca berbeda pendapat: halaman 1 pdfplumber membaca juga “100” pada kolom itu, pdfium tidak"


def test_the_row_may_be_lost_below_the_last_one_or_above_the_first() -> None:
    """A parent and the one child that is left; the other child is where the next program begins, or where the page ends."""
    texts = (("Uraian", "Pagu"), ("Program", "1.500"), ("Gaji", "1.000"), ("Jasa", "500"), ("Program lain", "700"))
    whole = table(texts, "pdfium")
    for kept in (whole.rows[4:], ()):
        first = document(replace(whole, rows=(*whole.rows[:3], *kept)))
        done = settle(Fakes(pdfplumber=[table(texts, "pdfplumber")]), first, accusing(first, (1, 1, 1), (1, 2, 1)))
        assert done.reread == Reread(second=1, disputed=1)
    first = document(replace(whole, rows=(whole.rows[0], *whole.rows[2:])))
    done = settle(Fakes(pdfplumber=[table(texts, "pdfplumber")]), first, accusing(first, (1, 2, 1), (1, 3, 1)))
    assert done.reread == Reread(second=1, disputed=1)


def test_a_header_that_comes_back_on_the_next_page_is_no_lost_row() -> None:
    texts = (("Uraian", "2016"), ("1", "2"), ("Gaji", "1.000"), ("Jasa", "500"))
    again = table(texts, "pdfium")
    first = document(replace(again, rows=again.rows[2:]))
    done = settle(Fakes(pdfplumber=[table(texts, "pdfplumber")]), first, accusing(first, (1, 2, 1), (1, 3, 1)))
    assert done.reread == Reread(second=1, confirmed=1)


def test_cells_side_by_side_say_nothing_of_other_rows() -> None:
    first, _ = with_a_gap()
    pair = accusing(first, (1, 2, 0), (1, 2, 1))
    assert settle(Fakes(pdfplumber=[table(WHOLE, "pdfplumber")]), first, pair).reread == Reread(second=1, confirmed=1)


@pytest.mark.usefixtures("lean")
@pytest.mark.parametrize(
    ("third", "comes_to"), [(True, Reread(second=1, third=1, confirmed=1)), (False, Reread(second=1, third=1, disputed=1))]
)
def test_a_third_engine_without_that_row_takes_the_first_ones_side(third: bool, comes_to: Reread) -> None:
    first, outcome = with_a_gap()
    lean = replace(first, blocks=tuple(replace(t, engine="pdfium") for t in first.tables))
    alike = [replace(t, engine="camelot") for t in first.tables]
    fakes = Fakes(pdfplumber=[table(WHOLE, "pdfplumber")], camelot=alike if third else [table(WHOLE, "camelot")])
    assert settle(fakes, lean, outcome).reread == comes_to


# ------------------------------------------------------------------ the limit


def test_what_is_beyond_the_limit_is_single() -> None:
    first = document(*(table(ROWS, "pdfium", page) for page in (1, 2, 3)))
    outcomes = [accusing(first, (page, 1, 1), (page, 2, 1)) for page in (1, 2, 3)]
    fakes = Fakes(pdfplumber=[table(ROWS, "pdfplumber", page) for page in (1, 2, 3)])
    done = settle(fakes, first, *outcomes, limit=2)
    assert done.reread == Reread(second=2, confirmed=2, single=1, left_out=1)
    assert [o.reading for o in done.outcomes] == [Reading.CONFIRMED, Reading.CONFIRMED, Reading.SINGLE]
    assert settle(Fakes(), first, *outcomes, limit=0).reread == Reread(single=3, left_out=3)


def test_a_page_is_read_once_for_all_comparisons_on_it() -> None:
    first = document(table(ROWS, "pdfium"))
    fakes = Fakes(pdfplumber=[table(ROWS, "pdfplumber")])
    settle(fakes, first, accusing(first, *SUM), accusing(first, (1, 1, 1)), accusing(first, (1, 2, 1)))
    assert [request.pages for request in fakes.asked] == [(1,)]


def test_what_looks_least_like_a_table_is_read_first_and_then_what_accuses_most() -> None:
    crowded = (("Uraian", "Pagu"), ("Jumlah", "1.500 2.700 3.100"), ("Gaji", "1.000 1,5 7,5"), ("Belanja", "400"))
    first = document(table(ROWS, "pdfium", 1), table(ROWS, "pdfium", 2), table(crowded, "pdfium", 3))
    cells = ((1, 3, 1), (2, 1, 1), (2, 2, 1), (3, 3, 1))
    fakes = Fakes(pdfplumber=[])
    settle(fakes, first, *(accusing(first, cell) for cell in cells), limit=1)
    settle(fakes, first, *(accusing(first, cell) for cell in cells), limit=2)
    assert [request.pages for request in fakes.asked] == [(3,), (2, 3)]


# ------------------------------------------------------------------ aligning


def in_place(texts: Texts, height: float) -> list[Table]:
    return [table(texts, "lain", height=height)]


def test_rows_that_another_engine_does_not_part_are_read_alike() -> None:
    """Both rows in one of its cells, each as a line of its own."""
    joined = in_place((("Uraian", "Pagu"), ("Jumlah\nGaji", "1.500\n1.000")), 40)
    box = (100.0, 40.0, 200.0, 60.0)
    assert seen("1.500", box, strips_of(joined)).agreement == Agreement.SAME
    assert seen("1.600", box, strips_of(joined)).agreement == Agreement.NOTHING


def test_a_label_in_several_cells_is_the_same_label_and_a_figure_in_two_is_not_the_same_figure() -> None:
    parted = in_place((("Program Rehabilitasi", "1.234.567."), ("Sosial", "890")), 10)
    assert seen("Program\nRehabilitasi Sosial", (0.0, 0.0, 100.0, 20.0), strips_of(parted)).agreement == Agreement.SAME
    assert seen("1.234.567.\n890", (100.0, 0.0, 200.0, 20.0), strips_of(parted)).agreement == Agreement.OTHER


@pytest.mark.parametrize(
    ("read", "agreement"),
    [
        ("Rata-rata 100,33", Agreement.SAME),
        ("Jumlah seluruhnya: 100,33", Agreement.SAME),
        ("Rata-rata 100,38", Agreement.OTHER),
        ("Rata-rata 1 100,33", Agreement.OTHER),
        ("Rata-rata - 100,33", Agreement.OTHER),
        ("I 100,33", Agreement.OTHER),
    ],
)
def test_a_figure_with_the_label_of_its_row_in_one_cell_is_the_same_figure(read: str, agreement: Agreement) -> None:
    cells = strips_of(in_place(((read,),), 20))
    assert seen("100,33", (0, 0, 100, 20), cells).agreement == agreement


def test_a_line_of_a_longer_figure_is_not_the_figure() -> None:
    whole = in_place((("Jumlah", "1.234.567.\n890"),), 20)
    assert seen("1.234.567", (100.0, 0.0, 200.0, 10.0), strips_of(whole)).agreement != Agreement.SAME
    assert seen("1.234.567.", (100.0, 0.0, 200.0, 10.0), strips_of(whole)).agreement == Agreement.OTHER
    assert seen("890", (100.0, 10.0, 200.0, 20.0), strips_of(whole)).agreement == Agreement.OTHER


def test_a_digit_that_stands_apart_may_belong_to_the_figure() -> None:
    box = (100.0, 0.0, 200.0, 20.0)
    assert seen("4.092", box, strips_of(in_place((("Jumlah", "3 4.092"),), 20))).agreement == Agreement.OTHER
    assert seen("4.092", box, strips_of(in_place((("Jumlah", "1. 4.092"),), 20))).agreement == Agreement.NOTHING
    assert seen("34.092", box, strips_of(in_place((("Jumlah", "3 4.092"),), 20))).agreement == Agreement.SAME


def test_a_cell_that_holds_half_the_table_has_no_reading_of_one_cell() -> None:
    coarse = in_place((("Indikator Target Realisasi\nGaji 1.000 900 90,00 %",),), 80)
    assert seen("900", (40.0, 40.0, 60.0, 60.0), strips_of(coarse)).agreement == Agreement.NOTHING


def test_a_neighbour_that_says_the_same_confirms_nothing() -> None:
    """The other engine's rows lie a little lower; the row above has the figure that the first engine read."""
    shifted = Table(
        tuple(
            Row((Cell(text, Place(page=1, bbox=(100.0, top, 200.0, top + 20))),), Place(page=1)) for text, top in (("100", 3), ("109", 23))
        ),
        Place(page=1),
    )
    assert seen("100", (100.0, 20.0, 200.0, 40.0), strips_of([shifted])).agreement == Agreement.OTHER


def test_an_empty_cell_is_a_reading_and_no_table_is_none() -> None:
    empty = in_place((("Jumlah", ""),), 20)
    assert seen("100", (100.0, 0.0, 200.0, 20.0), strips_of(empty)).agreement == Agreement.OTHER
    assert seen("", (100.0, 0.0, 200.0, 20.0), strips_of(empty)).agreement == Agreement.SAME
    assert seen("100", (100.0, 0.0, 200.0, 20.0), strips_of([])).agreement == Agreement.NOTHING


def test_white_and_unseen_signs_and_joined_letters_make_no_difference() -> None:
    other = in_place((("E\ufb01siensi rata\u00adrata\u200b", "1.000\u00a0%"),), 20)
    assert seen("Efisiensi\nrata-rata", (0.0, 0.0, 100.0, 20.0), strips_of(other)).agreement == Agreement.SAME
    assert seen("1.000%", (100.0, 0.0, 200.0, 20.0), strips_of(other)).agreement == Agreement.SAME


def test_boxes_that_no_page_has_are_passed_over() -> None:
    far = float("inf")
    boxes = [(0.0, 0.0, far, far), (0.0, float("nan"), 1.0, 1.0), (0.0, -far, 1.0, 1.0), (5.0, 5.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0)]
    odd = Table(tuple(Row((Cell("9", Place(page=1, bbox=box)),), Place(page=1)) for box in boxes), Place(page=1))
    assert seen("1", (0.0, 0.0, 100.0, 20.0), strips_of([odd])).agreement != Agreement.SAME
    for box in boxes:
        assert seen("1", box, strips_of([odd])).agreement != Agreement.SAME


# ------------------------------------------------------------------ engines that fail


def test_a_page_that_an_engine_cannot_read_is_single() -> None:
    first = document(table(ROWS, "pdfium", 1), table(ROWS, "pdfium", 2))
    outcomes = accusing(first, (1, 1, 1)), accusing(first, (2, 1, 1))

    def reader(requests: Sequence[Request]) -> list[Document]:
        failed = problem("laporan.pdf", Category.ENGINE, "gagal", 1)
        return [replace(document(table(ROWS, "pdfplumber", 2)), problems=(failed,)) for _ in requests]

    assert settle(reader, first, *outcomes).reread == Reread(second=1, confirmed=1, single=1)


def test_an_engine_that_dies_leaves_all_single() -> None:
    first, outcome = by_pdfium()

    def reader(requests: Sequence[Request]) -> list[Document]:
        return [Document("laporan.pdf", "", "pdf", (), (), (problem("", Category.ENGINE, "berhenti"),)) for _ in requests]

    assert settle(reader, first, outcome).reread == Reread(single=1)


# ------------------------------------------------------------------ the whole way


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The engines as they are, and a report with a wrong total in a table, and one in a sentence."""
    monkeypatch.setattr("pipeline.audit.opinions.ORDER", ENGINES)
    folder = tmp_path / "raw"
    folder.mkdir()
    rows = [list(row) for row in BUDGET]
    rows[-1][3] = "1.980.000.000"
    said = (
        "Realisasi anggaran pada tahun 2023 sebesar Rp1.890.000.000 (satu miliar sembilan ratus delapan puluh juta rupiah) telah tercapai."
    )
    story = [caption("LAPORAN KINERJA TAHUN 2023"), space(), prose(said), space(), caption("Tabel 3.1 Realisasi Anggaran"), grid(rows)]
    return printed(folder, story)


def findings(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "findings.jsonl").read_text(encoding="utf-8").splitlines()]


def run(report: Path, out: Path, *options: str) -> list[dict[str, object]]:
    assert cli.main(["report", str(report), "--out", str(out), "--timeout", "120", *options]) == cli.DONE
    return findings(out)


def test_a_run_says_how_sure_each_reading_is(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = run(report, tmp_path / "out", "--jobs", "1")
    by_rule = {str(f["rule"]): f["reading"] for f in found}
    assert by_rule["JT01"] == "confirmed"
    assert by_rule["TB01"] == "single"
    talk = capsys.readouterr()
    assert "Pembacaan ulang: 1 halaman dibaca mesin kedua, 0 di antaranya juga mesin ketiga." in talk.err
    page = (tmp_path / "out/laporan.html").read_text(encoding="utf-8")
    assert "Dibaca sama oleh dua mesin baca" in page
    assert "Dibaca oleh satu mesin" in page
    assert run(report, tmp_path / "two", "--jobs", "2") == found
    capsys.readouterr()
    assert cli.main(["check", str(report)]) == cli.DONE
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == found


def test_who_asks_for_one_engine_gets_one_and_0_pages_are_none(report: Path, tmp_path: Path) -> None:
    assert {f["reading"] for f in run(report, tmp_path / "a", "--engine", "pdfplumber", "--format", "jsonl")} == {"single"}
    assert {f["reading"] for f in run(report, tmp_path / "b", "--second-pages", "0", "--format", "jsonl")} == {"single"}


def test_a_disputed_comparison_is_counted_as_not_checked(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrongly(sources: object, requests: Sequence[Request], jobs: int, timeout: int) -> list[Document]:
        read = ingest.read_again(sources, requests, jobs, timeout)  # type: ignore[arg-type]
        return [replace(d, blocks=tuple(_changed(b, "1.980", "1.930") for b in d.blocks)) for d in read]

    monkeypatch.setattr(runner, "ingest", Mixed(ingest, read_again=wrongly))
    found = run(report, tmp_path / "out", "--format", "jsonl")
    assert "JT01" not in {f["rule"] for f in found}
    outcomes = [json.loads(line) for line in (tmp_path / "out/outcomes.jsonl").read_text(encoding="utf-8").splitlines()]
    reasons = [o["reason"] for o in outcomes if o["rule"] == "JT01" and o["verdict"] == "tak_diperiksa"]
    assert any("membaca “1.980.000.000”, " in reason and "membaca “1.930.000.000”" in reason for reason in reasons)


class Mixed:
    """A module with some of its functions replaced."""

    def __init__(self, module: object, **replaced: object) -> None:
        self.__dict__.update(vars(module) | replaced)


def _changed(block: TextLine | Table, old: str, new: str) -> TextLine | Table:
    if isinstance(block, TextLine):
        return block
    rows = (replace(row, cells=tuple(replace(cell, text=cell.text.replace(old, new)) for cell in row.cells)) for row in block.rows)
    return replace(block, rows=tuple(rows))


def dies_the_second_time(sender: Connection, task: isolation.Task) -> None:
    if task.pages:
        os._exit(7)
    isolation.read_in_child(sender, task)


def hangs_the_second_time(sender: Connection, task: isolation.Task) -> None:
    if task.pages:
        time.sleep(600)
    isolation.read_in_child(sender, task)


@pytest.mark.parametrize("child", [dies_the_second_time, hangs_the_second_time])
def test_a_second_reading_that_dies_or_hangs_harms_nothing(
    child: isolation.Child, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "Nursery", partial(isolation.Nursery, child))
    began = time.monotonic()
    assert cli.main(["report", str(report), "--out", str(tmp_path / "out"), "--format", "jsonl", "--timeout", "15"]) == cli.DONE
    assert {f["reading"] for f in findings(tmp_path / "out")} == {"single"}
    assert (tmp_path / "out/problems.jsonl").read_text(encoding="utf-8") == ""
    assert time.monotonic() - began < 120
