"""How a reviewer works in the page of a report: finds, filters, moves by keyboard, collapses, passes on a link, prints."""

from __future__ import annotations

import re
from collections.abc import Callable

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.samples import REPORT, Made
from tests.browser.visiting import DESK, NO_SCRIPTS, PHONE

Visit = Callable[..., Page]


@pytest.fixture
def page(made: Made, visit: Visit) -> Page:
    return visit(made.address(REPORT), DESK)


def shown(page: Page) -> int:
    return page.locator(".entry").filter(visible=True).count()


def leads(page: Page) -> list[str]:
    return [str(name) for name in page.locator(".entry .finding.lead").evaluate_all("all => all.map((one) => one.id)")]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_all_words_must_occur_and_minus_excludes(page: Page) -> None:
    every, query = shown(page), page.get_by_label("Cari")
    query.fill("tabel 3.5")
    some = shown(page)
    assert 0 < some < every
    query.fill("tabel 3.5 -efisiensi")
    assert shown(page) < some
    for text in page.locator(".entry").filter(visible=True).all_inner_texts():
        assert "tabel" in text.lower()
        assert "efisiensi" not in text.lower()
    query.fill('"tabel 3.5 efisiensi penggunaan"')
    assert 0 < shown(page) <= some
    query.fill('"kata yang tidak ada"')
    assert shown(page) == 0
    assert page.locator(".band").filter(visible=True).count() == 0
    expect(page.locator("#shown")).to_have_text(f"0 dari {every} entri ditampilkan")


def test_what_is_only_said_of_the_buttons_is_not_searched(page: Page) -> None:
    every, query = shown(page), page.get_by_label("Cari")
    query.fill("rincian")
    assert 0 < shown(page) < every
    for said in ('"rincian temuan"', '"tautan temuan"'):
        query.fill(said)
        assert shown(page) == 0


def test_a_filter_leaves_one_severity_and_one_kind(page: Page) -> None:
    for name in ("Sedang", "Rendah", "Info"):
        page.locator("#filter").get_by_label(name).uncheck()
    severities = page.locator(".entry").filter(visible=True).evaluate_all("all => all.map((one) => one.dataset.severity)")
    assert set(severities) == {"tinggi"}
    page.locator("#kind").select_option("rata_rata")
    assert shown(page) == 1
    expect(page.locator("#filter")).to_have_class(re.compile("partial"))


def test_keys_go_from_finding_to_finding_and_past_those_that_are_hidden(page: Page) -> None:
    order = leads(page)
    for wanted in (order[0], order[1], order[2]):
        page.keyboard.press("j")
        assert focused(page) == wanted
    page.keyboard.press("k")
    assert focused(page) == order[1]
    page.get_by_label("Cari").fill("rata-rata")
    page.locator("h1").click()
    visible = set(page.locator(".entry .finding.lead").filter(visible=True).evaluate_all("all => all.map((one) => one.id)"))
    page.keyboard.press("j")
    assert focused(page) in visible
    assert page.locator(f"#{focused(page)}").bounding_box() is not None


def test_below_the_last_finding_the_key_for_the_one_before_goes_to_it(page: Page) -> None:
    page.set_viewport_size({"width": 1366, "height": 300})
    page.locator(".checksum").scroll_into_view_if_needed()
    page.keyboard.press("j")
    assert focused(page) == ""
    page.keyboard.press("k")
    assert focused(page) == leads(page)[-1]


def test_what_has_the_focus_is_not_under_the_filter(page: Page) -> None:
    for _ in range(4):
        page.keyboard.press("j")
    bar, lead = page.locator("#filter").bounding_box(), page.locator(f"#{focused(page)}").bounding_box()
    assert bar
    assert lead
    assert lead["y"] >= bar["y"] + bar["height"]


def test_slash_searches_and_a_letter_in_the_search_is_a_letter(page: Page) -> None:
    page.keyboard.press("/")
    assert focused(page) == "query"
    page.keyboard.type("jok?")
    expect(page.get_by_label("Cari")).to_have_value("jok?")
    assert not page.locator("#help").is_visible()


def test_the_list_of_keys_opens_closes_and_turns_them_off(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Pintasan papan ketik")).to_be_visible()
    page.get_by_label("Pintasan aktif").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    before = focused(page)
    page.keyboard.press("j")
    assert focused(page) == before
    page.get_by_role("button", name="Pintasan").click()
    page.get_by_label("Pintasan aktif").check()
    page.get_by_role("button", name="Tutup").click()
    page.locator("h1").click()
    page.keyboard.press("j")
    assert focused(page) == leads(page)[0]


def test_an_entry_collapses_to_its_first_lines_and_prints_whole_all_the_same(page: Page) -> None:
    entry = page.locator(".entry").first
    button = entry.get_by_role("button", name="Rincian temuan 1", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(entry.locator(".message").first).to_be_visible()
    expect(entry.locator(".values").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(entry.locator(".values").first).to_be_visible()
    page.emulate_media(media="screen")
    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(entry.locator(".values").first).to_be_visible()
    page.get_by_role("button", name="Ciutkan semua").click()
    assert page.locator(".values").filter(visible=True).count() == 0
    page.keyboard.press("Shift+O")
    assert page.locator(".values").filter(visible=True).count() > 0


@pytest.mark.parametrize("allowed", [True, False], ids=["clipboard", "no clipboard"])
def test_a_link_to_a_finding_is_copied_and_opens_it_even_filtered_and_collapsed(allowed: bool, page: Page, made: Made) -> None:
    """Where a browser keeps the clipboard from a page on the disk, the link is copied in the old way."""
    if allowed:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    else:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('tidak boleh')) }")
    page.locator(".symptom a.anchor").first.click()
    expect(page.locator("#said")).to_have_text("Tautan disalin.")
    query = page.get_by_label("Cari")
    query.press("Control+V")
    address = query.input_value()
    assert re.fullmatch(re.escape(made.address(REPORT)) + "#t-[0-9a-f]{16}", address)
    target = page.locator("#" + address.partition("#")[2])
    page.evaluate("location.hash = ''")
    page.get_by_role("button", name="Ciutkan semua").click()
    assert shown(page) == 0
    page.evaluate("(to) => { location.hash = to }", "#" + address.partition("#")[2])
    expect(target).to_be_in_viewport()
    assert target.evaluate("one => one.matches(':target')")
    assert shown(page) > 1


def test_a_link_followed_again_opens_what_has_been_filtered_or_collapsed_since(page: Page) -> None:
    link = page.locator(".pages a").first
    target = page.locator(link.get_attribute("href") or "")
    link.click()
    expect(target).to_be_in_viewport()
    page.get_by_role("button", name="Ciutkan semua").click()
    link.click()
    expect(target.locator(".values")).to_be_in_viewport()
    page.get_by_label("Cari").fill('"kata yang tidak ada"')
    link.click()
    expect(target).to_be_in_viewport()
    assert shown(page) > 1


def test_the_count_of_a_severity_leads_to_its_findings_even_filtered(page: Page) -> None:
    for severity in ("Tinggi", "Sedang"):
        page.get_by_label("Cari").fill('"kata yang tidak ada"')
        page.locator(".severities a", has_text=severity).click()
        expect(page.locator(".band", has_text=severity)).to_be_in_viewport()
    assert shown(page) > 1


def test_the_page_map_leads_to_the_first_finding_of_each_page(page: Page) -> None:
    spots = page.locator(".pages li")
    assert spots.count() == 12
    for spot in page.locator(".pages a").all():
        number = re.match(r"Halaman (\d+): (\d+) temuan, terberat \w+", spot.inner_text())
        target = page.locator(spot.get_attribute("href") or "")
        assert number
        expect(target.locator(".place").first).to_contain_text(re.compile(rf"Halaman {number[1]}\b"))


def test_the_figures_behind_a_chart_open_as_a_table(page: Page) -> None:
    chart = page.get_by_role("figure", name="Serapan anggaran menurut program (%)")
    assert not chart.locator("table").is_visible()
    chart.get_by_text("Angkanya sebagai tabel").click()
    rows = chart.locator("tbody tr")
    assert rows.count() == chart.locator(".bars li:not(.axis)").count() > 1
    expect(rows.first).to_contain_text("10.875.718.854,00")


@pytest.mark.parametrize("manner", [DESK, PHONE, NO_SCRIPTS], ids=["desk", "phone", "no scripts"])
def test_it_prints_on_a4_and_cuts_no_finding_in_two(manner: object, made: Made, visit: Visit) -> None:
    """A word at the head of each card and heading tells on which page it begins; its ID, the last thing on a card, where it ends."""
    page = visit(made.address(REPORT), manner)
    page.locator(".finding > header").evaluate_all("all => all.forEach((one) => one.append(`AWAL${one.parentElement.id.slice(2)}`))")
    page.locator(".family").evaluate_all(
        "all => all.forEach((one) => one.append(` JUDUL${one.parentElement.querySelector('.finding').id.slice(2)}`))"
    )
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = [re.sub(r"\s+", "", sheet.get_textpage().get_text_range()) for sheet in document]
    assert {tuple(map(round, sheet.get_size())) for sheet in document} == {(595, 842)}

    def sheets(word: str) -> list[int]:
        return [number for number, text in enumerate(texts) if word in text]

    found = [name.removeprefix("t-") for name in page.locator(".finding").evaluate_all("all => all.map((one) => one.id)")]
    assert len(found) > 30
    for name in found:
        assert sheets(f"AWAL{name}") == sheets(f"ID{name}") != [], name
    for name in {match for text in texts for match in re.findall("JUDUL([0-9a-f]{16})", text)}:
        assert sheets(f"JUDUL{name}") == sheets(f"AWAL{name}"), name


def test_what_is_filtered_is_printed_and_said_to_be_a_part(page: Page) -> None:
    every = shown(page)
    page.get_by_label("Cari").fill("rata-rata")
    text = "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)))
    assert shown(page) < every
    assert f"{shown(page)} dari {every} entri ditampilkan" in " ".join(text.split())
