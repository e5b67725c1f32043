"""`make bench`: what it reckons, whom it asks in which order, and what it prints. How long anything takes is not tested."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.model import Document
from pipeline import bench
from pipeline.benchmarks import accuracy, memory, printed, reports
from pipeline.benchmarks.contenders import LEAN, PLUMBER, TEXT, Contender, Read
from pipeline.benchmarks.figures import Sample, Whole, ratio, spread, summaries, with_tables
from tests import pdf_fixtures as pdf


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """One page with a ruled table under two lines of prose."""
    return pdf.printed(tmp_path, [pdf.prose("Realisasi anggaran."), pdf.space(), pdf.grid(pdf.BUDGET)])


def sample(contender: str, page: int, cpu: float, tables: int | None = 0) -> Sample:
    return Sample("a.pdf", page, contender, cpu, cpu * 2, tables)


# ------------------------------------------------------------------ figures


@pytest.mark.parametrize(
    ("pages", "wanted", "chosen"),
    [(10, 1, [6]), (10, 2, [3, 8]), (9, 3, [2, 5, 8]), (3, 3, [1, 2, 3]), (3, 5, [1, 2, 3]), (3, 0, [1, 2, 3]), (1, 1, [1]), (0, 4, [])],
)
def test_pages_are_spread_over_the_document(pages: int, wanted: int, chosen: list[int]) -> None:
    assert spread(pages, wanted) == chosen


def test_spread_pages_are_all_different_and_there() -> None:
    for pages in range(1, 40):
        for wanted in range(1, pages):
            chosen = spread(pages, wanted)
            assert len(set(chosen)) == wanted
            assert chosen[0] >= 1
            assert chosen[-1] <= pages


def test_medians_totals_and_ratios() -> None:
    base = [sample("text", page, cpu) for page, cpu in ((1, 1.0), (2, 2.0), (3, 5.0))]
    slow = [sample("slow", page, cpu) for page, cpu in ((1, 10.0), (2, 40.0), (3, 30.0))]
    text, other = summaries([*base, *slow], "text")
    assert (text.contender, text.cpu, text.wall, text.total, text.ratio, text.ratio_of_totals) == ("text", 2.0, 4.0, 8.0, 1.0, 1.0)
    # By page 10, 20 and 6 times the base; 80 seconds to 8.
    assert (other.pages, other.cpu, other.total, other.ratio, other.ratio_of_totals) == (3, 30.0, 80.0, 10.0, 10.0)


def test_ratios_compare_only_pages_that_both_could_read() -> None:
    base = [sample("text", 1, 1.0), sample("text", 2, 3.0, None), sample("text", 3, 2.0)]
    other = [sample("slow", 1, 4.0), sample("slow", 2, 100.0), sample("slow", 3, 50.0, None)]
    slow = summaries([*base, *other], "text")[1]
    assert (slow.pages, slow.failed, slow.ratio, slow.ratio_of_totals) == (2, 1, 4.0, 4.0)
    assert slow.total == 104.0


def test_nothing_to_compare_with_is_no_ratio() -> None:
    alone = summaries([sample("slow", 1, 4.0, None)], "text")[0]
    assert (alone.pages, alone.cpu, alone.ratio, alone.ratio_of_totals) == (0, 0.0, 0.0, 0.0)
    assert ratio(3.0, 0.0) == 0.0


def test_pages_with_tables_are_those_of_the_judge() -> None:
    samples = [
        sample("ours", 1, 1.0, 2),
        sample("ours", 2, 1.0, 0),
        sample("ours", 3, 1.0, None),
        sample("other", 1, 1.0),
        sample("other", 2, 1.0, 3),
    ]
    assert [(one.contender, one.page) for one in with_tables(samples, "ours")] == [("ours", 1), ("other", 1)]


# ------------------------------------------------------------------ measuring


def contender(name: str, turns: list[str], quick: bool = False, breaks_on: int = 0) -> Contender:
    """One that notes when it has its turn, and sees as many tables as the page's number."""

    @contextlib.contextmanager
    def opened(path: Path) -> Iterator[Read]:
        def read(number: int) -> int:
            turns.append(f"{name}{number}")
            if number == breaks_on:
                raise ValueError(path.name)
            return number

        yield read

    return Contender(name, "json", opened, lambda number: [[["x"]]] * number, quick)


def three_pages(folder: Path) -> Path:
    def draw(canvas: pdf.Canvas) -> None:
        for number in range(3):
            canvas.drawString(72, 700, f"Halaman {number}")
            canvas.showPage()

    return pdf.drawn(folder, draw)


def test_every_page_is_read_by_all_in_turn_before_the_next(tmp_path: Path) -> None:
    turns: list[str] = []
    found = bench.sampled(three_pages(tmp_path), [contender("a", turns), contender("b", turns), contender("c", turns)], 0, 1)
    assert turns == ["a1", "b1", "c1", "b2", "c2", "a2", "c3", "a3", "b3"]
    assert [(one.contender, one.page, one.tables) for one in found] == [(name, page, page) for name in "abc" for page in (1, 2, 3)]


def test_a_quick_one_is_read_several_times_and_counts_once(tmp_path: Path) -> None:
    turns: list[str] = []
    found = bench.sampled(three_pages(tmp_path), [contender("q", turns, quick=True), contender("s", turns)], 1, 3)
    assert turns == ["q2", "s2", "q2", "q2"]
    assert [(one.contender, one.page) for one in found] == [("q", 2), ("s", 2)]


def test_a_page_that_one_cannot_read_stops_nobody(tmp_path: Path) -> None:
    found = bench.sampled(three_pages(tmp_path), [contender("a", [], breaks_on=2), contender("b", [])], 0, 1)
    assert {(one.contender, one.page): one.tables for one in found} == {
        ("a", 1): 1,
        ("a", 2): None,
        ("a", 3): 3,
        ("b", 1): 1,
        ("b", 2): 2,
        ("b", 3): 3,
    }


def test_a_whole_document_is_read_in_turn_with_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[str] = []
    monkeypatch.setattr(bench, "text_of", lambda path, pages: turns.append(f"{path.name} {pages}"))
    monkeypatch.setattr(bench, "read_pdf", lambda name, path, sha256, engine: turns.append(f"{name} {engine}"))
    measured = bench.whole(three_pages(tmp_path), 2)
    assert turns == ["laporan.pdf 3", "laporan.pdf pdfium"] * 2
    assert (measured.document, measured.pages) == ("laporan.pdf", 3)


def test_the_engines_read_what_is_on_the_page(report: Path) -> None:
    with TEXT.opened(report) as read:
        assert "Realisasi anggaran." in read(1)
    with PLUMBER.opened(report) as read:
        tables = PLUMBER.tables(read(1))
    assert [[cell.replace("\n", " ") for cell in row] for row in tables[0]] == pdf.as_lists(pdf.BUDGET)


def test_an_engine_that_is_not_installed_is_not_there() -> None:
    assert TEXT.is_there
    assert not Contender("x", "no_such_engine", TEXT.opened, TEXT.tables).is_there
    assert not Contender("x", "json.no_such_part", TEXT.opened, TEXT.tables).is_there


def test_memory_is_that_of_a_process_of_its_own(report: Path) -> None:
    peak = memory.peak_of(TEXT.name, report, [1])
    assert peak.pages == 1
    assert peak.loaded is not None
    assert peak.peak is not None
    assert 1 < peak.loaded <= peak.peak


def test_memory_of_what_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    assert memory.peak_of(TEXT.name, tmp_path / "tidak-ada.pdf", [1, 2]) == memory.Peak(TEXT.name, 2, None, None)


# ------------------------------------------------------------------ accuracy

# Says of every figure how many tables, rows and documents it was given.
SCORER = """
import json, pathlib, sys
gold = list(pathlib.Path(sys.argv[1]).glob("*.json"))
said = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
rows = [row for table in said for row in table["rows"]]
pages = sorted({row["page"] for row in rows})
assert {table["document"] for table in said} == {"laporan.pdf"}
print(f"{len(gold)} tables: recall 0.{len(said)} (1/2)  own cell 0.{len(rows)}", end="  ")
print(f"precision 0.{pages[0]} (3/4)  GriTS-Con 0.{len(rows[0]['cells'])}")
"""


def gold_folder(folder: Path) -> Path:
    for name, file in (("ada", "laporan.pdf"), ("lain", "tidak-ada.pdf")):
        (folder / f"{name}.json").write_text(json.dumps({"name": name, "file": file, "pages": [1], "rows": [["a"]]}), encoding="utf-8")
    return folder


def test_accuracy_is_what_the_scorer_says_of_the_gold_that_is_there(report: Path, tmp_path: Path) -> None:
    gold = accuracy.gold_in(gold_folder(tmp_path), tmp_path)
    assert (gold.missing, [file.name for file in gold.files], dict(gold.pages)) == (1, ["ada.json"], {report: [1]})
    scorer = tmp_path / "scorer.py"
    scorer.write_text(SCORER, encoding="utf-8")
    assert accuracy.score(PLUMBER, gold, scorer) == accuracy.Score(PLUMBER.name, 1, "0.1", "0.6", "0.1", "0.5")


def test_our_engine_is_scored_as_the_pipeline_reads_the_report(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engines = []

    def read_pdf(name: str, path: Path, sha256: str, engine: str) -> Document:
        engines.append((name, len(sha256), engine))
        return pdf.read(path, "pdfplumber")

    monkeypatch.setattr(accuracy, "read_pdf", read_pdf)
    scorer = tmp_path / "scorer.py"
    scorer.write_text(SCORER, encoding="utf-8")
    gold = accuracy.gold_in(gold_folder(tmp_path), report.parent)
    assert accuracy.score(LEAN, gold, scorer) == accuracy.Score(LEAN.name, 1, "0.1", "0.6", "0.1", "0.5")
    assert engines == [("laporan.pdf", 64, "pdfium")]


def test_a_scorer_that_says_nothing_gives_no_score(report: Path, tmp_path: Path) -> None:
    scorer = tmp_path / "scorer.py"
    scorer.write_text("raise SystemExit('nothing')", encoding="utf-8")
    assert accuracy.score(PLUMBER, accuracy.gold_in(gold_folder(tmp_path), report.parent), scorer) is None


# ------------------------------------------------------------------ printing and options


def test_pages_as_text_and_as_markdown() -> None:
    samples = [sample("text", 1, 0.002), sample("ours", 1, 0.004), sample("other", 1, 0.2), sample("other", 2, 0.2, None)]
    table = printed.of_pages("All pages", summaries(samples, "text"), "ours")
    assert table.rows[1:] == (
        ("ours", "1", "4.0", "8.0", "0.00", "2.0", "2.0", "1.0"),
        ("other", "1", "200.0", "400.0", "0.20", "100.0", "100.0", "50.0"),
    )
    assert table.remark == "other failed on 1 pages"
    assert "| other | 1 | 200.0 | 400.0 | 0.20 | 100.0 | 100.0 | 50.0 |" in printed.as_markdown(table)
    title, _, header, first, *_ = printed.as_text(table).splitlines()
    assert (title, header.split("  ")[0], first.split()[0]) == ("All pages", "engine", "text")
    assert len(header) == len(first)


def test_without_our_engine_nothing_is_said_of_it() -> None:
    table = printed.of_pages("All pages", summaries([sample("text", 1, 0.002)], "text"), "ours")
    assert table.rows == (("text", "1", "2.0", "4.0", "0.00", "1.0", "1.0", "-"),)


def test_whole_documents() -> None:
    wholes = [Whole("a.pdf", 10, 1.0, 2.0, 2.0, 4.0), Whole("b.pdf", 30, 3.0, 3.0, 12.0, 12.0)]
    table = printed.of_wholes(wholes)
    assert table.rows[0] == ("a.pdf", "10", "1.00", "2.00", "2.00", "4.00", "2.00")
    assert table.rows[-1] == ("total", "40", "4.00", "14.00", "5.00", "16.00", "3.50")
    assert table.remark == "Ratio of CPU seconds over 2 documents: median 3.00, least 2.00, most 4.00, of totals 3.50."
    assert printed.of_wholes_in_short(wholes).rows == table.rows[-1:]


def test_a_child_that_failed_has_no_memory() -> None:
    table = printed.of_peaks("a.pdf", 90, [memory.Peak("text", 90, 20.4, 31.6), memory.Peak("other", 12, None, None)])
    assert table.rows == (("text", "90", "20", "32"), ("other", "12", "-", "-"))


def test_the_run_measures_a_folder(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--only", PLUMBER.name, "--parts", "pages,memory", "--repeat", "1"]
    assert bench.main([str(report.parent), *options]) == 0
    said = capsys.readouterr().out
    assert [line.split("  ")[0] for line in said.splitlines()[2:5]] == ["engine", TEXT.name, PLUMBER.name]
    assert "Peak memory on the longest report" in said
    assert report.name in said
    assert f"Not measured: {LEAN.name}" in said


def test_markdown_names_no_document(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([str(report.parent), "--only", PLUMBER.name, "--parts", "pages,memory", "--markdown"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("### All pages\n\n| engine |")
    assert report.name not in said


def test_a_folder_without_reports_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([str(tmp_path)]) == 2
    assert capsys.readouterr().out == f"no PDF in {tmp_path}\n"


@pytest.mark.parametrize("options", [["--only", "tidak-ada"], ["--parts", "pages,lain"], ["--pages", "dua"]])
def test_options_that_mean_nothing_are_refused(options: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        bench.main(options)
    assert refused.value.code == 2


def test_the_writing_of_the_reports_is_measured_on_sixty_pages_with_sixty_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert (len(reports.audited().findings), len(reports.made_up().pages)) == (reports.PAGES, reports.PAGES)
    assert bench.main([str(bench.SAMPLES), "--parts", "reports", "--repeat", "0", "--limit", "1"]) == 0
    said = capsys.readouterr().out
    assert all(f"\n{form} " in said for form in ("html", "xlsx", "docx", "total"))
    assert "with them the HTML of" in said
