"""`lakip extract --html`: the page's picture with the grid over it, the table beside it, and nothing of a document that acts."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Table as Drawn

from extractors.model import Cell, Document, Page, PageKind, Place, Row, Table, TextLine
from pipeline import cli
from pipeline.report import extracted_pictures
from pipeline.report.extracted import Frame, extracted, write_extracted
from pipeline.report.extracted_grid import Numbered, shown_rows
from pipeline.report.extracted_pictures import page_pictures
from tests.hostile.files import without_some
from tests.pdf_fixtures import BUDGET, GRID, TOP, caption, grid, printed, prose, read, space
from tests.report_hostile import HOSTILE, everywhere
from tests.test_report_html import Seen, policy

NOWHERE = Path("tiada.pdf")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A page of prose, one with a table, and a table over two pages."""
    long = [BUDGET[0], *(("1", f"Kegiatan {n}", "1.300.000.000", "1.200.000.000", "92,31") for n in range(60))]
    story = [prose("Kata pengantar."), *(prose("Kalimat biasa.") for _ in range(45))]
    story += [caption("Tabel 3.1 Realisasi Anggaran"), grid(BUDGET), space(), prose("Uraian di antara dua tabel.")]
    story += [caption("Tabel 3.2 Kegiatan"), grid(long, repeatRows=1)]
    return printed(tmp_path, story)


def cell(text: str, *box: float) -> Cell:
    return Cell(text, Place(page=1, bbox=box))  # type: ignore[arg-type]


def page_of(document: Document, source: Path, folder: Path, lang: str = "id", *, bare: bool = True) -> Seen:
    out = folder / "hasil.html"
    write_extracted(document, source, out, Frame(lang, bare=bare, guide=False))
    return Seen(out.read_text(encoding="utf-8"))


def small() -> Document:
    """A document of one page, with a merged header and a line of text."""
    cells = ((cell("Anggaran", 10, 10, 110, 20), cell("", 60, 10, 110, 20)), (cell("1", 10, 20, 60, 30), cell("2.000", 60, 20, 110, 30)))
    rows = tuple(Row(row, Place(page=1, bbox=(10, row[0].place.bbox[1], 110, 30))) for row in cells if row[0].place.bbox)
    table = Table(rows, Place(page=1, bbox=(10, 10, 110, 30)), "Tabel 1 Pagu", Place(page=1, bbox=(10, 2, 80, 9)), "mesin", ("catatan",))
    line = TextLine("Kalimat.", Place(page=1, bbox=(10, 50, 80, 60)))
    return Document("laporan.pdf", "ab", "pdf", (Page(1, 200, 300, PageKind.DIGITAL, 20, "mesin"),), (table, line))


# ------------------------------------------------------------------ what is shown


def test_every_page_is_shown_with_its_picture_its_grid_and_its_table(report: Path, tmp_path: Path) -> None:
    document = read(report)
    shown = extracted(document, report, bare=True)
    assert [run.has_tables for run in shown.runs] == [False, True]
    pages = [page for run in shown.runs for page in run.pages]
    assert [page.number for page in pages] == [page.number for page in document.pages]
    assert all(page.picture and page.picture.src.startswith("data:image/") for page in pages)
    seen = page_of(document, report, tmp_path)
    boxes = sum(cell.box is not None for page in pages for part in page.parts for row in part.rows for cell in row.cells)
    captions = sum(part.caption is not None for page in pages for part in page.parts)
    outlines = sum(len(page.parts) for page in pages)
    lines = sum(len(page.lines) for page in pages)
    assert seen.count("rect") == boxes + captions + outlines + lines
    assert boxes == sum(len(row.cells) for table in document.tables for row in table.rows)
    assert "Tabel 3.1 Realisasi Anggaran" in seen.said
    assert "dibaca oleh pdf" in seen.said
    assert seen.count("img") == len(document.pages)


def test_a_box_is_drawn_where_the_cell_is_printed(tmp_path: Path) -> None:
    path = printed(tmp_path, [Drawn([["a", "b"], ["1", "2"]], colWidths=[100, 100], rowHeights=[40, 40], style=[GRID, TOP])])
    (page,) = extracted(read(path), path, bare=True).runs[0].pages
    boxes = [cell.box for row in page.parts[0].rows for cell in row.cells if cell.box]
    left, top = (A4[0] - 200) / 2, 78
    for box, (x, y) in zip(boxes, [(left, top), (left + 100, top), (left, top + 40), (left + 100, top + 40)], strict=True):
        assert abs(box.x - x) < 2
        assert abs(box.y - y) < 2
        assert abs(box.width - 100) < 2
    outline = page.parts[0].outline
    assert outline is not None
    assert abs(outline.width - 200) < 2
    assert page.picture is not None
    assert abs(page.picture.width / page.picture.height - A4[0] / A4[1]) < 0.01


def test_a_table_over_pages_keeps_its_number_and_says_where_it_goes_on(report: Path, tmp_path: Path) -> None:
    document = read(report)
    pages = [page for run in extracted(document, report, bare=True).runs for page in run.pages]
    second = [part for page in pages for part in page.parts if part.table.number == 2]
    assert len(second) == 2
    assert [part.rows[0].number for part in second] == [1, len(second[0].rows) + 1]
    assert (second[0].after, second[1].before) == (second[1].table.pages[1], second[1].table.pages[0])
    assert second[1].again[0].cells[0].text == "No"
    assert not second[0].again
    said = page_of(document, report, tmp_path).said
    assert f"bersambung ke halaman {second[0].after}" in said
    assert f"lanjutan dari halaman {second[1].before}" in said


def test_pages_without_tables_are_folded_away_or_left_out(report: Path, tmp_path: Path) -> None:
    document = read(report)
    assert page_of(document, report, tmp_path).said.count("tanpa tabel, ") == 1
    seen = page_of(document, report, tmp_path, bare=False)
    assert "Halaman tanpa tabel tidak disertakan: 1." in seen.said
    assert seen.count("img") == len(document.pages) - 1
    assert "p1" not in seen.values("id")


def test_a_merged_cell_spans_what_it_covers_and_has_one_box() -> None:
    rows = small().tables[0].rows
    header, body = shown_rows([Numbered(1, True, rows[0]), Numbered(2, False, rows[1])], small().pages[0])
    assert [(c.text, c.columns, c.box is not None) for c in header.cells] == [("Anggaran", 2, True)]
    assert [(c.text, c.columns, c.rows) for c in body.cells] == [("1", 1, 1), ("2.000", 1, 1)]


def test_a_cell_merged_downwards_ends_where_the_header_ends() -> None:
    texts = (("No", "a"), ("", "b"), ("", "c"))
    rows = [
        Row((cell(one, 0, 10 * y if y else 0, 50, 10 * y + 10 if y else 30), cell(two, 50, 10 * y, 90, 10 * y + 10)), Place(page=1))
        for y, (one, two) in enumerate(texts)
    ]
    page = small().pages[0]
    whole = shown_rows([Numbered(n, False, row) for n, row in enumerate(rows, 1)], page)
    assert [(row.cells[0].text, row.cells[0].rows, len(row.cells)) for row in whole] == [("No", 3, 2), ("b", 1, 1), ("c", 1, 1)]
    cut = shown_rows([Numbered(n, n < 3, row) for n, row in enumerate(rows, 1)], page)
    assert [(row.cells[0].rows, len(row.cells)) for row in cut] == [(2, 2), (1, 1), (1, 2)]


def test_a_box_off_the_page_is_not_drawn_and_its_text_is_still_shown() -> None:
    odd = Row((cell("x", -500, 0, 10, 10), cell("y", float("nan"), 0, 1, 1), Cell("z", Place(page=1))), Place(page=1))
    (row,) = shown_rows([Numbered(1, False, odd)], small().pages[0])
    assert [(c.text, c.box) for c in row.cells] == [("x", None), ("y", None), ("z", None)]


def test_engine_notes_and_problems_are_told(tmp_path: Path) -> None:
    said = page_of(small(), NOWHERE, tmp_path).said
    assert "dibaca oleh mesin" in said
    assert "Catatan: catatan" in said
    assert "Gambar halaman ini tidak dapat dibuat" in said


def test_a_text_file_has_tables_and_no_pictures(tmp_path: Path) -> None:
    table = Table((Row((Cell("Pagu", Place(line=7)), Cell("12", Place(line=7))), Place(line=7)),), Place(line=7))
    document = Document("a.txt", "", "text", (), (table, TextLine("Kalimat.", Place(line=1))))
    seen = page_of(document, NOWHERE, tmp_path)
    assert (seen.count("img"), seen.count("svg")) == (0, 0)
    assert re.search(r"mesin tak bernama 7 ?Pagu ?12 Baris teks di luar tabel: 1 Kalimat\.", seen.said)


def test_pages_that_could_not_be_opened_are_not_said_to_be_blank(tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(without_some(4, range(2, 4)))
    said = page_of(read(source), source, tmp_path).said
    assert said.count("(tidak dibaca)") == 2
    assert "(kosong)" not in said


def test_english_is_a_matter_of_the_frame(tmp_path: Path) -> None:
    seen = page_of(small(), NOWHERE, tmp_path, "en")
    assert "read by mesin" in seen.said
    assert "Tabel 1 Pagu" in seen.said


# ------------------------------------------------------------------ nothing of a document acts


def assert_whole_and_harmless(seen: Seen) -> None:
    assert seen.open == []
    assert (seen.count("script"), seen.count("style"), seen.count("iframe"), seen.count("form")) == (0, 1, 0, 0)
    assert not [name for _, attributes in seen.elements for name in attributes if name.startswith("on") or name in ("style", "srcdoc")]
    assert all(src.startswith("data:image/") for src in seen.values("src"))
    identities = seen.values("id")
    assert len(identities) == len(set(identities))
    assert {href.removeprefix("#") for href in seen.values("href")} <= set(identities)
    assert "script-src 'none'" in policy(seen)
    assert "default-src 'none'" in policy(seen)
    assert "unsafe" not in policy(seen)


def test_a_page_is_whole_in_itself(report: Path, tmp_path: Path) -> None:
    seen = page_of(read(report), report, tmp_path)
    assert_whole_and_harmless(seen)
    text = (tmp_path / "hasil.html").read_text(encoding="utf-8")
    assert not re.search(r"https?:|url\(|@import|<link", re.sub(r"base64,[^\"]*", "", text), re.IGNORECASE)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("lang", ["id", "en"])
def test_whatever_a_document_says_is_shown_as_text(text: str, lang: str, tmp_path: Path) -> None:
    plain = page_of(small(), NOWHERE, tmp_path, lang)
    seen = page_of(everywhere(small(), text), NOWHERE, tmp_path, lang)
    assert_whole_and_harmless(seen)
    tags = {tag for tag, _ in seen.elements}
    assert tags <= {tag for tag, _ in plain.elements} | {"summary", "details", "span"}


def test_a_name_of_a_document_names_no_path(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    (folder / "a..%2f..%2fluar.txt").write_text("No\tPagu\n1\t200\n2\t300\n", encoding="utf-8")
    assert cli.main(["extract", str(folder), "--html", "--out", str(tmp_path / "hasil")]) == cli.DONE
    assert {path.parent for path in tmp_path.rglob("*.html")} == {tmp_path / "hasil"}


def test_the_guide_lies_beside_the_pages_of_a_folder_and_a_single_page_has_none(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("No\tPagu\n1\t200\n2\t300\n", encoding="utf-8")
    for out, found in ((tmp_path / "semua", True), (tmp_path / "satu" / "a.html", False)):
        assert cli.main(["extract", str(source), "--html", "--out", str(out)]) == cli.DONE
        folder = tmp_path / out.relative_to(tmp_path).parts[0]
        assert ('href="panduan.html"' in (folder / "a.html").read_text(encoding="utf-8")) is found
        assert (folder / "panduan.html").is_file() is found


# ------------------------------------------------------------------ pictures that fail


def frozen(sender: Connection, source: str, numbers: Sequence[int]) -> None:
    """A child whose second page never comes."""
    if numbers[0] == 1:
        sender.send_bytes(extracted_pictures._HEAD.pack(*A4, 1, 1) + b"gambar")
        time.sleep(600)
    extracted_pictures.draw_in_child(sender, source, numbers)


def dying(sender: Connection, source: str, numbers: Sequence[int]) -> None:
    """A child that dies of every page."""
    os.kill(os.getpid(), signal.SIGKILL)


def lying(sender: Connection, source: str, numbers: Sequence[int]) -> None:
    """A child taken over by its file, which sends other things than pictures."""
    for _ in numbers:
        sender.send_bytes(extracted_pictures._HEAD.pack(*A4, 1, 1) + b'"><script>alert(1)</script>')


def test_a_page_that_hangs_costs_its_own_picture_only(report: Path) -> None:
    pages = read(report).pages
    assert sorted(page_pictures(report, pages, 10, frozen)) == [page.number for page in pages if page.number != 2]


@pytest.mark.parametrize(("child", "pictures"), [(dying, False), (lying, True)])
def test_a_child_that_fails_or_is_taken_over_harms_no_page(
    child: extracted_pictures.Child, pictures: bool, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.report.extracted.page_pictures", partial(page_pictures, child=child))
    document = read(report)
    seen = page_of(document, report, tmp_path)
    assert_whole_and_harmless(seen)
    assert seen.count("img") == (len(document.pages) if pictures else 0)
    assert seen.count("svg") == len(document.pages)
    assert "alert(1)" not in (tmp_path / "hasil.html").read_text(encoding="utf-8")


def test_a_page_drawn_in_another_size_has_no_picture_under_its_grid(report: Path) -> None:
    pages = [replace(page, width=page.width + 20) for page in read(report).pages]
    assert page_pictures(report, pages) == {}


def test_a_hundred_pages_of_text_stay_small(report: Path) -> None:
    pictures = page_pictures(report, read(report).pages)
    assert 0 < max(len(picture.src) for picture in pictures.values()) < 100_000


# ------------------------------------------------------------------ the command


def test_html_goes_to_a_file_and_stdout_stays_empty(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "satu.html"
    assert cli.main(["extract", str(report), "--html", "--out", str(out)]) == cli.DONE
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"ditulis: {out}\n"
    assert out.is_file()


def test_json_and_html_together_and_json_alone_say_the_same(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(report), "--json", "--html", "--out", str(tmp_path / "hasil"), "--quiet"]) == cli.DONE
    both = capsys.readouterr()
    assert cli.main(["extract", str(report)]) == cli.DONE
    assert both.out == capsys.readouterr().out
    assert both.err == ""
    assert [json.loads(line)["caption"] for line in both.out.splitlines()] == ["Tabel 3.1 Realisasi Anggaran", "Tabel 3.2 Kegiatan"]
    assert (tmp_path / "hasil" / "laporan.html").is_file()


def test_the_same_input_gives_the_same_bytes(report: Path, tmp_path: Path) -> None:
    for name in ("satu.html", "dua.html"):
        assert cli.main(["extract", str(report), "--html", "--out", str(tmp_path / name)]) == cli.DONE
    assert (tmp_path / "satu.html").read_bytes() == (tmp_path / "dua.html").read_bytes()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--out", "x.html"], "--out hanya berlaku bersama --html"),
        (["--html", "--out", "x.html"], "sebutkan folder"),
        (["--html", "--out", "berkas/dalam"], "tidak dapat menulis ke"),
    ],
)
def test_options_that_do_not_fit_are_refused_before_anything_is_read(
    options: list[str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "berkas").write_text("isi", encoding="utf-8")
    assert cli.main(["extract", str(tmp_path), *options]) == cli.WRONG_USE
    told = capsys.readouterr()
    assert told.out == ""
    assert why in told.err


def test_what_could_not_be_read_has_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    assert cli.main(["extract", str(tmp_path / "rusak.pdf"), "--html", "--out", str(tmp_path / "hasil")]) == cli.NONE_READ
    assert "rusak.pdf: " in capsys.readouterr().err
    assert not (tmp_path / "hasil").exists()
