"""A real `lakip serve` in threads of the test, and a browser without scripts: it follows links, fills in forms and keeps cookies."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import lxml.html

from pipeline import ingest
from pipeline.serve.desk import Ears
from pipeline.serve.server import Opening, bound, serve
from pipeline.serve.workshop import Workshop
from pipeline.settings import Settings

KEY, TICKET = "kunci-dari-pengujian", "karcis-dari-pengujian"
DAY = "2026-03-05"
_PATIENCE = 20
_REDIRECTS = (302, 303, 307)


@dataclass
class Page:
    """An answer."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes
    path: str

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def tree(self) -> Any:
        return lxml.html.fromstring(self.body)

    def all(self, path: str) -> list[Any]:
        return list(self.tree.xpath(path))

    def said(self, path: str) -> str:
        """The text of all that a path finds, on one line."""
        return " ".join(" ".join(one.text_content().split()) for one in self.all(path))


@dataclass
class Browser:
    """Keeps its cookies; `host` and `origin` can be made others than ours."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    host: str = ""
    origin: str | None = ""

    def ask(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Page:
        """One request, without following where it leads."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        own = f"127.0.0.1:{self.port}"
        sent = {"Host": self.host or own, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            if self.origin is not None:
                sent["Origin"] = self.origin or f"http://{own}"
        connection.request(method, path, body, sent | dict(headers or {}))
        answer = connection.getresponse()
        page = Page(answer.status, answer.headers, answer.read(), path)
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return page

    def get(self, path: str) -> Page:
        """A page, wherever it leads."""
        return self._followed(self.ask("GET", path))

    def post(self, path: str, **fields: str) -> Page:
        """Send fields as a form would."""
        return self._followed(self.ask("POST", path, urlencode(fields).encode("ascii")))

    def send(self, form: Any, button: str = "", **filled: str) -> Page:
        """Send a form of a page, some of its fields filled in, by the button of that value."""
        fields = {name: value for name, value in form.form_values() if name != "kind"} | filled
        if button:
            fields["kind"] = button
        return self.post(form.get("action"), **fields)

    def _followed(self, page: Page) -> Page:
        if page.status not in _REDIRECTS:
            return page
        where = urlsplit(page.headers["Location"])
        return self.get(f"{where.path}?{where.query}" if where.query else where.path)


@dataclass
class Office:
    """A folder with reports, decisions, and the page that is open on them."""

    folder: Path
    browser: Browser

    @property
    def decisions(self) -> Path:
        return self.folder / "keputusan"

    def report(self, name: str = "") -> str:
        """The address of a report, once it was read."""
        for _ in range(600):
            page = self.browser.get("/")
            if 'class="state waiting' not in page.text:
                break
            threading.Event().wait(0.05)
        rows = page.all('//table//tr[th[@scope="row"]/a]')
        (link,) = [row.xpath("th/a/@href")[0] for row in rows if name in row.text_content()]
        return str(link)


def settings(folder: Path, *paths: Path, lang: str = "id") -> Settings:
    """How a test reads: one engine, one document at a time."""
    return Settings(
        paths=paths or (folder / "masuk",),
        out=folder / "out",
        clean=None,
        formats=("html", "jsonl"),
        lang=lang,
        jobs=1,
        engine="pdfium",
        timeout=60,
        second_pages=0,
        fail_on="never",
        cache=False,
        quiet=True,
        data_docs=False,
        decisions=folder / "keputusan",
    )


@contextmanager
def office(folder: Path, *, admitted: bool = True, lang: str = "id") -> Iterator[Office]:
    """Serve the reports of the folder's `masuk`."""
    told = settings(folder, lang=lang)
    workshop, opened = Workshop(), threading.Event()
    listening = bound(0, told)
    opening = Opening(listening, KEY, TICKET, lambda: DAY, Ears(lambda _: None, lambda _: None), lambda *_: opened.set())
    thread = threading.Thread(target=serve, args=(ingest.collect(told.paths), told, opening, workshop), daemon=True)
    thread.start()
    assert opened.wait(_PATIENCE)
    browser = Browser(listening.getsockname()[1])
    if admitted:
        browser.get(f"/?kunci={KEY}")
    try:
        yield Office(folder, browser)
    finally:
        workshop.close()
        thread.join(_PATIENCE)
        listening.close()


def findings_of(page: Page) -> list[str]:
    """The findings listed on a page, by id, in order."""
    links = page.all('//ol[@id="found"]//a/@href')
    return [match[1] for link in links if (match := re.search(r"temuan=([0-9a-f]+)", link))]
