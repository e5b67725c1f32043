"""One browser, and one run over the samples, for all tests of the pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import MISSING, installed
from tests.browser.samples import Made, make
from tests.browser.visiting import DESK, Manner, visiting


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's browser; where there is none the test is skipped, but in CI that is a failure."""
    path = installed()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(MISSING)
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def made(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The pages; without a browser they are not made at all."""
    return make(tmp_path_factory.mktemp("halaman"))


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[str, Manner], Page]]:
    """Opens an address in a window of its own; after the test no page may have asked for anything else, nor complained."""
    with ExitStack() as open_windows:

        def visited(address: str, manner: Manner = DESK) -> Page:
            page = open_windows.enter_context(visiting(browser, manner))
            page.goto(address)
            return page

        yield visited
