"""A visit to a page: what it asked for and complained of is kept, and checked when the visit is over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

# From the disk a page needs nothing but itself; its pictures are part of it.
ON_DISK = ("file:", "data:")
NOTHING_WIDER = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is looked at: the size of the window, with scripts or without, and where it may ask for something."""

    width: int = 1366
    height: int = 768
    scripts: bool = True
    may_ask: tuple[str, ...] = ON_DISK


DESK = Manner()
PHONE = Manner(390, 844)
NO_SCRIPTS = Manner(scripts=False)


@contextmanager
def visiting(browser: Browser, manner: Manner = DESK) -> Iterator[Page]:
    """An empty page in a window of its own; fails afterwards where it asked for what it must not, or the console complained."""
    refused: list[str] = []
    complaints: list[str] = []

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.abort()

    context = browser.new_context(
        viewport={"width": manner.width, "height": manner.height},
        java_script_enabled=manner.scripts,
        service_workers="block",
        reduced_motion="reduce",
        locale="id-ID",
    )
    context.route(lambda url: not url.startswith(manner.may_ask), refuse)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_default_timeout(60_000)
    try:
        yield page
        assert (refused, complaints) == ([], [])
    finally:
        context.close()


def hindrances(page: Page) -> list[str]:
    """What axe finds on a page that hinders people, by WCAG 2.2 up to AA and by good practice: the rule and the first element of each."""
    violations = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
    return [f"{found['id']}: {found['help']}: {found['nodes'][0]['html'][:200]}" for found in violations]
