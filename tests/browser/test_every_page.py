"""Every kind of page, in both languages, on a desk and on a phone: nothing hinders, nothing is cut off, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.samples import GUIDE, LANGUAGES, PAGES, Made
from tests.browser.visiting import DESK, NO_SCRIPTS, NOTHING_WIDER, PHONE, hindrances

Visit = Callable[..., Page]
# What only a script can serve is there only with it.
BY_SCRIPT = "#filter, .fold"


# Each language in one size is enough for axe, which looks at every element of a page; each size for what is cut off.
LOOKED_AT = {"id": DESK, "en": PHONE}


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_hinders_and_nothing_is_wider_than_the_window(name: str, lang: str, made: Made, visit: Visit) -> None:
    page = visit(made.address(name, lang), LOOKED_AT[lang])
    assert page.locator("html").get_attribute("lang") == ("id" if name == GUIDE else lang)
    assert "default-src 'none'" in (page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or "")
    assert hindrances(page) == []
    for manner in (DESK, PHONE):
        page.set_viewport_size({"width": manner.width, "height": manner.height})
        assert page.evaluate(NOTHING_WIDER), manner


@pytest.mark.parametrize("name", PAGES)
def test_without_scripts_the_same_is_said(name: str, made: Made, visit: Visit) -> None:
    address = made.address(name)
    with_scripts, without = visit(address), visit(address, NO_SCRIPTS)
    assert not without.locator(BY_SCRIPT).filter(visible=True).count()
    with_scripts.locator(BY_SCRIPT).evaluate_all("added => added.forEach((one) => one.remove())")
    assert without.locator("main").inner_text() == with_scripts.locator("main").inner_text()
