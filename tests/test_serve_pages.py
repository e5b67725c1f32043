"""The page of a PDF on the reviewer's desk: its picture, the cells on it, and what is remembered so that it comes at once."""

from __future__ import annotations

import errno
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.model import Category, Document, Page, PageKind, Place, Problem, Row, Table
from pipeline import ingest
from pipeline.audit.second_reading import Request
from pipeline.ingest import Source
from pipeline.report.extracted_pictures import PagePicture
from pipeline.serve import albums
from pipeline.serve.albums import Album
from pipeline.serve.rereading import Memory
from pipeline.serve.serve_words import _WORDS, words
from pipeline.serve.workshop import Workshop
from tests.serve_browser import Office, findings_of, office

SAMPLE = Path(__file__).resolve().parent.parent / "data/raw/03_dinsos_barito_kuala_2024.pdf"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("meja")
    (folder / "masuk").mkdir()
    shutil.copy(SAMPLE, folder / "masuk")
    with office(folder) as opened:
        yield opened


def test_the_page_of_a_finding_is_drawn_with_its_cell_framed(desk: Office) -> None:
    page = desk.browser.get(desk.report())
    (source,) = page.all('//div[@class="sheet"]/img/@src')
    picture = desk.browser.get(source)
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.body.startswith(b"\x89PNG")
    (wrong,) = page.all('//a[@class="point salah"]//title')
    assert wrong.text == page.said('//div[@class="stated"]/dd')
    (frame,) = page.all('//a[@class="point salah"]//rect')
    width, height = map(float, page.all("//div[@class='sheet']/svg")[0].get("viewbox").split()[2:])
    assert 0 < float(frame.get("x")) < float(frame.get("x")) + float(frame.get("width")) < width
    assert 0 < float(frame.get("y")) < float(frame.get("y")) + float(frame.get("height")) < height


def test_every_finding_of_the_page_can_be_clicked(desk: Office) -> None:
    page = desk.browser.get(desk.report())
    others = page.all('//a[@class="point open"]/@href')
    assert others
    for link in others:
        there = desk.browser.get(link)
        assert there.all('//a[@class="point salah"]')
        assert there.said('//ol[@id="found"]//a[@aria-current]') != page.said('//ol[@id="found"]//a[@aria-current]')


def test_every_page_of_the_report_can_be_turned_to_beside_the_same_finding(desk: Office) -> None:
    page = desk.browser.get(f"{desk.report()}?hal=1")
    title = page.said("//h2")
    assert not page.all('//nav[@class="turn"]/a[text()="←"]')
    for _ in range(30):
        following = page.all('//nav[@class="turn"]/a[text()="→"]/@href')
        if not following:
            break
        page = desk.browser.get(following[0])
        assert page.said("//h2") == title
    number = page.said('//nav[@class="turn"]/strong')
    assert number == f"Halaman {number.split()[1]} dari {number.split()[1]}"


def test_all_findings_of_a_cause_are_decided_at_once_where_that_is_asked(desk: Office) -> None:
    where = desk.report()
    for finding in findings_of(desk.browser.get(where)):
        page = desk.browser.get(f"{where}?temuan={finding}")
        if same := page.all('//input[@name="same_cause"]'):
            break
    else:
        pytest.fail("no two findings have one cause")
    before = len(page.all('//ol[@id="found"]//a[contains(@class, "decided")]'))
    more = int(page.said('//label[@class="tick"][input[@name="same_cause"]]').split()[2])
    form = page.all('//form[@class="decide"]')[0]
    page = desk.browser.send(form, "sah", by="Ani", same_cause=same[0].get("value"))
    assert len(page.all('//ol[@id="found"]//a[contains(@class, "decided")]')) == before + 1 + more
    page = desk.browser.send(page.all('//form[@class="undo"]')[0])
    assert len(page.all('//ol[@id="found"]//a[contains(@class, "decided")]')) == before


# ------------------------------------------------------------------ what is remembered


def table(page: int) -> Table:
    return Table((Row((), Place(page=page)),), Place(page=page))


class Engine:
    """Reads a table a page and remembers what it was asked; page 9 it cannot read, and of "rusak.pdf" nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, ...]] = []

    def __call__(self, requests: Sequence[Request]) -> list[Document]:
        self.asked += [request.pages for request in requests]
        return [self._read(request) for request in requests]

    def _read(self, request: Request) -> Document:
        pages = [None] if request.document == "rusak.pdf" else [page for page in request.pages if page == 9]
        problems = tuple(Problem(request.document, "extract", Category.ENGINE, "", "", page) for page in pages)
        tables = tuple(table(page) for page in request.pages if page != 9 and pages != [None])
        return Document(request.document, "", "pdf", (), tables, problems)


def test_a_page_is_read_again_once() -> None:
    engine = Engine()
    memory = Memory(engine)
    request = Request("a.pdf", "pdfplumber", (2, 3))
    assert memory([request]) == Engine()([request])
    wider = replace(request, pages=(1, 2, 3, 9))
    assert memory([wider, request]) == Engine()([wider, request])
    assert memory([wider]) == Engine()([wider])
    assert engine.asked == [(2, 3), (1, 9)]
    assert memory([replace(request, engine="camelot")])[0].tables
    assert engine.asked[2:] == [(2, 3)]


def test_a_document_that_could_not_be_read_again_is_tried_anew() -> None:
    engine = Engine()
    memory = Memory(engine)
    request = Request("rusak.pdf", "pdfplumber", (2,))
    for _ in range(2):
        assert memory([request]) == Engine()([request])
    assert engine.asked == [(2,), (2,)]


class Easel:
    """Draws pages for an album, except those that it fails at; remembers which it was asked for."""

    def __init__(self, *fails: int) -> None:
        self.fails = set(fails)
        self.asked: list[int] = []

    def __call__(self, path: Path, pages: Sequence[Page]) -> dict[int, PagePicture]:
        self.asked += [page.number for page in pages]
        return {page.number: PagePicture(b"x" * 40, 1, 1) for page in pages if page.number not in self.fails}


def drawing(monkeypatch: pytest.MonkeyPatch, easel: Callable[..., object]) -> Album:
    monkeypatch.setattr(albums, "page_pictures", easel)
    return Album()


def file(name: str) -> Source:
    (source,) = ingest.collect([SAMPLE]).sources
    return replace(source, name=name)


def sheets(count: int) -> list[Page]:
    return [Page(number, 595, 842, PageKind.DIGITAL) for number in range(1, count + 1)]


def prepared(album: Album, source: Source, pages: Sequence[Page]) -> None:
    """Once all that could be drawn ahead is drawn."""
    before = set(threading.enumerate())
    album.prepare(source, pages)
    for thread in set(threading.enumerate()) - before:
        thread.join(20)


def test_pictures_are_drawn_once_and_the_oldest_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(albums, "_MOST_BYTES", 100)
    easel = Easel()
    album, pages = drawing(monkeypatch, easel), sheets(4)
    for at in (0, 1, 0, 2, 2, 3, 0, 2):
        assert album.picture(file("a.pdf"), pages[at])
    assert easel.asked == [1, 2, 3, 4, 1, 3]


def test_the_page_that_somebody_looks_at_does_not_wait_for_those_drawn_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    many_drawn, go_on = threading.Event(), threading.Event()

    def draw(path: Path, pages: Sequence[Page]) -> dict[int, PagePicture]:
        if len(pages) > 1:
            many_drawn.set()
            assert go_on.wait(20)
        return Easel()(path, pages)

    album, answered, others = drawing(monkeypatch, draw), threading.Event(), set(threading.enumerate())
    for name in "abc":
        album.prepare(file(name), sheets(6))
    assert many_drawn.wait(20)
    threading.Thread(target=lambda: (album.picture(file("d"), sheets(1)[0]), answered.set()), daemon=True).start()
    assert answered.wait(5)
    go_on.set()
    for thread in set(threading.enumerate()) - others:  # none goes on drawing into the next test
        thread.join(20)


def test_a_page_that_was_not_tried_or_failed_once_is_tried_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    easel = Easel(2, 3, 4)
    album, pages = drawing(monkeypatch, easel), sheets(4)
    prepared(album, file("a.pdf"), pages)
    assert album.picture(file("a.pdf"), pages[1]) is None
    easel.fails = {3}
    assert [bool(album.picture(file("a.pdf"), page)) for page in pages] == [True, True, False, True]
    assert easel.asked == [1, 2, 3, 4, 2, 2, 3, 4]


def test_where_no_process_can_be_had_to_draw_in_a_page_has_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    album = drawing(monkeypatch, refused)
    prepared(album, file("a.pdf"), sheets(2))
    assert album.picture(file("a.pdf"), sheets(1)[0]) is None


def test_who_waits_is_served_before_what_was_planned_and_closing_ends_the_work() -> None:
    workshop, done = Workshop(), []
    for name in "ab":
        workshop.put(lambda name=name: done.append(name))
    workshop.put(lambda: done.append("c"), awaited=True)
    workshop.put(workshop.close)
    workshop.put(lambda: done.append("d"))
    workshop.work()
    assert done == ["c", "a", "b"]


def test_every_word_of_the_desk_is_there_in_both_languages() -> None:
    assert set(words("id")) == set(words("en"))
    assert all(pair[0] and pair[1] for pair in _WORDS.values())
