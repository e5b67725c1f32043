"""How the head of an inspectorate reads the index: the worst report on top, what was not read, and any other order."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.samples import LOST, Made

Visit = Callable[..., Page]


def test_the_worst_report_stands_first_and_a_heading_sorts_again(made: Made, visit: Visit) -> None:
    page = visit(made.address("index"))

    def order() -> list[str]:
        return [name[:2] for name in page.locator(".batch tbody:not(.lost) .filename").all_inner_texts()]

    assert order() == ["02", "05", "06"]
    expect(page.locator(".batch thead th[aria-sort=descending]")).to_contain_text("Tinggi")
    page.get_by_role("button", name="Lolos").click()
    assert order() == ["06", "05", "02"]
    page.get_by_role("button", name="Lolos").click()
    assert order() == ["02", "05", "06"]


def test_a_file_that_was_not_read_is_named_with_the_reason(made: Made, visit: Visit) -> None:
    page = visit(made.address("index"))
    page.get_by_role("link", name="1 Berkas tidak terbaca").click()
    expect(page.locator("#lost")).to_contain_text(LOST)
    expect(page.locator("#lost")).to_contain_text("Berkas rusak")


def test_a_report_opens_from_the_index_and_leads_back(made: Made, visit: Visit) -> None:
    page = visit(made.address("index"))
    page.locator(".batch tbody a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dinas Sosial")
    assert page.title() == "Dinas Sosial Kabupaten Kutai Kartanegara 2021 – Temuan"
    page.get_by_role("link", name="Kembali ke rekapitulasi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rekapitulasi pemeriksaan laporan kinerja")
