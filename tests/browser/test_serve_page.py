"""The reviewer's desk in a real browser: keys, clicks, tabs, a kill in the middle; nobody hindered, nothing fetched from elsewhere."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.visiting import DESK, NO_SCRIPTS, NOTHING_WIDER, PHONE, Manner, hindrances
from tests.serve_browser import KEY, Office, office
from tests.test_decide import REPORT
from tests.test_report_sheet_formulas import BUDGET
from tests.test_serve_pages import SAMPLE
from tests.test_serve_process import started

WHO = "A. Pereviu"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Office]:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    shutil.copy(SAMPLE, tmp_path / "masuk")
    with office(tmp_path) as opened:
        opened.report("laporan.txt")
        yield opened


class Window:
    """Opens windows on a desk, which may ask for nothing but its pages."""

    def __init__(self, visit: Callable[..., Page], desk: Office) -> None:
        self._visit, self._desk = visit, desk
        self.base = f"http://127.0.0.1:{desk.browser.port}"

    def report(self, name: str) -> str:
        """The address of a report."""
        return self._desk.report(name)

    def open(self, report: str = "", manner: Manner = DESK) -> Page:
        asks = Manner(manner.width, manner.height, manner.scripts, (f"{self.base}/",))
        page = self._visit(f"{self.base}/?kunci={KEY}", asks)
        if report:
            page.goto(self.base + self._desk.report(report))
        return page


@pytest.fixture
def window(visit: Callable[..., Page], desk: Office) -> Window:
    return Window(visit, desk)


def shows(page: Page, path: str, text: str) -> None:
    """Waits until the page says so, and until its script has seen it too."""
    expect(page.locator(f"#desk[data-ready] {path}")).to_have_text(text)


def stated(page: Page) -> str:
    return page.locator(".work .stated dd").inner_text()


def message(page: Page) -> str:
    return page.locator(".message-bar:visible").first.inner_text()


@pytest.mark.parametrize("manner", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("report", ["", "laporan.txt", SAMPLE.name], ids=["batch", "text", "pdf"])
def test_nobody_is_hindered_and_nothing_is_cut_off(report: str, manner: Manner, window: Window) -> None:
    page = window.open(report, manner)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert hindrances(page) == []
    assert page.evaluate(NOTHING_WIDER)


def test_the_guide_opens_with_its_pictures(window: Window) -> None:
    page = window.open("laporan.txt")
    page.locator("a[href='/panduan.html']").click()
    expect(page.locator("h1")).to_have_text("Panduan pereviu")
    assert page.locator(".shot").evaluate_all("all => all.length && all.every((one) => one.complete && one.naturalWidth)")
    assert hindrances(page) == []
    assert page.evaluate(NOTHING_WIDER)


@pytest.mark.parametrize("comes", [True, False], ids=["late", "never"])
def test_while_the_picture_of_a_page_is_made_the_page_says_so(comes: bool, window: Window) -> None:
    """Frames over nothing look as if the page were blank."""
    page = window.open("", DESK)
    held: list[Route] = []
    page.route("**/gambar/**", lambda route: held.append(route))
    page.goto(window.base + window.report(SAMPLE.name), wait_until="commit")
    sign = page.locator(".sheet .loading span")
    expect(sign).to_be_in_viewport()
    for route in held:
        route.continue_() if comes else route.fulfill(body="", content_type="image/png")
    if comes:
        expect(page.locator(".sheet img")).to_have_js_property("complete", True)
        covered = "(one) => { const b = one.getBoundingClientRect(); return document.elementsFromPoint(b.x + b.width / 2, b.y + 4)"
        assert page.locator(".sheet .loading span").evaluate(f"{covered}.findIndex((e) => e.tagName === 'IMG') >= 0; }}")
    else:
        expect(sign).to_have_count(0)


@pytest.fixture
def of_one_cause(tmp_path: Path, visit: Callable[..., Page]) -> Iterator[Page]:
    """A report far down in whose file one figure breaks several comparisons."""
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text("Kata pengantar.\n" * 1000 + BUDGET.replace("700.448.500", "697.448.500"), encoding="utf-8")
    with office(tmp_path) as desk:
        yield Window(visit, desk).open("laporan.txt")


def test_what_was_decided_stands_within_the_list(of_one_cause: Page) -> None:
    page = of_one_cause
    page.fill("[name=by]", WHO)
    page.fill("[name=reason]", "Luncuran")
    page.locator("[name=same_cause]").check()
    page.locator(".act.dapat-dijelaskan").click()
    expect(page.locator("#found .symptom .dapat-dijelaskan").first).to_be_visible()
    beyond = "all => all.filter((one) => one.getBoundingClientRect().right > one.closest('a').getBoundingClientRect().right)"
    assert page.locator("#found .verdict").evaluate_all(f"{beyond}.length") == 0


def test_findings_are_decided_and_taken_back_with_one_key_each(window: Window) -> None:
    page = window.open("laporan.txt")
    shows(page, ".progress", "0 dari 2 diputuskan")
    page.keyboard.press("1")
    expect(page.locator("[name=by]")).to_be_focused()
    page.keyboard.type(WHO)
    page.keyboard.press("Enter")
    shows(page, ".progress", "1 dari 2 diputuskan")
    assert stated(page) == "45,00"
    page.keyboard.press("k")
    shows(page, ".work .stated dd", "75,00")
    page.keyboard.press("j")
    shows(page, ".work .stated dd", "45,00")
    page.keyboard.press("3")
    expect(page.locator("[name=reason]")).to_be_focused()
    page.keyboard.type("j k 1 u / ? Luncuran")
    assert stated(page) == "45,00"
    page.keyboard.press("Enter")
    shows(page, ".progress", "2 dari 2 diputuskan")
    assert "dapat dijelaskan" in message(page)
    page.keyboard.press("u")
    shows(page, ".progress", "1 dari 2 diputuskan")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("-45,00")
    page.keyboard.press("Enter")
    expect(page.locator("#found a")).to_have_count(1)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help dl")).to_be_visible()


def test_a_double_click_decides_one_finding_and_not_the_next(window: Window) -> None:
    page = window.open("laporan.txt")
    page.fill("[name=by]", WHO)
    page.locator(".act.sah").click()
    shows(page, ".progress", "1 dari 2 diputuskan")
    spot = page.locator(".act.sah").bounding_box()
    assert spot
    page.mouse.move(spot["x"] + 9, spot["y"] + 9)
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    page.reload()
    shows(page, ".progress", "1 dari 2 diputuskan")
    page.locator(".act.sah").dblclick()
    shows(page, ".progress", "2 dari 2 diputuskan")
    assert page.locator(".message-bar.refused:visible").count() == 0


def test_while_a_decision_is_sent_no_other_is_made_and_afterwards_it_can_be_sent_again(window: Window) -> None:
    page = window.open("laporan.txt")
    page.fill("[name=by]", WHO)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/temuan/*", hold)
    page.locator(".act.sah").click()
    expect(page.locator(".verdicts .act:disabled")).to_have_count(3)
    held[0].fulfill(status=204)  # nothing comes of it
    expect(page.locator(".verdicts .act:disabled")).to_have_count(0)
    page.unroute("**/temuan/*")
    page.locator(".act.sah").click()
    shows(page, ".progress", "1 dari 2 diputuskan")


def test_a_reading_is_corrected_by_clicking_the_cell_and_the_report_is_checked_at_once(window: Window) -> None:
    page = window.open("laporan.txt")
    page.fill("[name=by]", WHO)
    page.fill("[name=reason]", "Noda pada naskah")
    shows(page, ".progress", "0 dari 2 diputuskan")
    page.locator("a.point.pembanding", has_text="100").click()
    expect(page.locator("[name=value]")).to_be_focused()
    assert page.input_value("[name=reason]") == "Noda pada naskah"
    page.keyboard.type("150")
    page.keyboard.press("Enter")
    expect(page.locator("#found a")).to_have_count(1)
    assert "Temuan yang hilang: 1." in message(page)
    page.keyboard.press("u")
    expect(page.locator("#found a")).to_have_count(2)


def test_the_cell_of_a_page_leads_to_its_finding_and_is_brought_into_view(window: Window) -> None:
    page = window.open(SAMPLE.name)
    expect(page.locator("a.point.salah")).to_be_in_viewport()
    assert page.locator(".sheet img").evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 500
    before = page.locator("#looked").inner_text(), stated(page)
    page.locator("a.point.open rect").first.click()
    expect(page.locator(".found a[aria-current]")).to_be_in_viewport()
    page.wait_for_url("**temuan=*")
    expect(page.locator("a.point.salah")).to_be_in_viewport()
    assert (page.locator("#looked").inner_text(), stated(page)) != before
    page.go_back()
    shows(page, ".work .stated dd", before[1])


def test_what_one_tab_decides_the_other_shows_and_does_not_overwrite(window: Window) -> None:
    page = window.open("laporan.txt")
    other = page.context.new_page()
    other.goto(page.url)
    page.fill("[name=by]", WHO)
    page.click(".act.sah")
    shows(page, ".progress", "1 dari 2 diputuskan")
    other.fill("[name=by]", "B. Lain")
    other.fill("[name=reason]", "Luncuran")
    other.click(".act.dapat-dijelaskan")
    expect(other.locator(".message-bar.refused:visible")).to_contain_text("sudah diubah")
    assert other.input_value("[name=reason]") == "Luncuran"
    other.reload()
    shows(other, ".progress", "1 dari 2 diputuskan")


def test_without_scripts_the_same_is_done_with_plain_forms(window: Window) -> None:
    page = window.open("laporan.txt", NO_SCRIPTS)
    page.fill("[name=by]", WHO)
    page.click(".act.sah")
    page.fill("[name=reason]", "Luncuran")
    assert page.input_value("[name=by]") == WHO
    page.click(".act.dapat-dijelaskan")
    assert page.locator(".progress").inner_text() == "2 dari 2 diputuskan"
    page.locator(".message-bar form button").click()
    assert page.locator(".progress").inner_text() == "1 dari 2 diputuskan"
    page.fill("#search", "45,00")
    page.locator(".search button").click()
    assert page.locator("#found a").count() == 1


def test_a_kill_in_the_middle_costs_neither_a_decision_nor_what_was_typed(tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    with closing(browser.new_context()) as context:
        page = context.new_page()
        with started(tmp_path) as (process, desk, address):
            where = desk.report()
            page.goto(address)
            page.goto(address.partition("/?")[0] + where)
            page.fill("[name=by]", WHO)
            page.click(".act.sah")
            shows(page, ".progress", "1 dari 2 diputuskan")
            page.keyboard.press("3")
            page.keyboard.type("Setengah diketik")
            process.send_signal(signal.SIGKILL)
            process.wait(60)
            page.keyboard.press("Enter")
            expect(page.locator("#unsent")).to_be_visible()
        with started(tmp_path) as (_, desk, address):
            desk.report()
            page.keyboard.press("Enter")
            expect(page.locator("#locked")).to_be_visible()
            context.new_page().goto(address)
            page.reload()
            shows(page, ".progress", "1 dari 2 diputuskan")
            assert page.input_value("[name=reason]") == "Setengah diketik"
            page.click(".act.dapat-dijelaskan")
            shows(page, ".progress", "2 dari 2 diputuskan")
            assert page.evaluate("Object.keys(localStorage).filter((key) => key !== 'lakip:oleh')") == []
