"""Who may talk to `lakip serve`, and what a report, a file's name or a form can do to its pages: nothing but be shown."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from pipeline import runner
from pipeline.audit.second_reading import Reread
from pipeline.report.text import clean
from pipeline.serve.server import bound
from pipeline.settings import DECISIONS_FILE
from pipeline.stages import Checked
from tests.report_fixtures import result
from tests.report_hostile import HOSTILE, everywhere
from tests.serve_browser import KEY, TICKET, Browser, Office, Page, office, settings
from tests.test_decide import REPORT

OURS = {"htmx.min.js", "serve.js"}
ADDRESSES = {"href", "src", "action", "hx-get"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("meja")
    (folder / "masuk").mkdir()
    (folder / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    with office(folder) as opened:
        yield opened


def stranger(desk: Office, **more: Any) -> Browser:
    return Browser(desk.browser.port, **more)


def friend(desk: Office, **more: Any) -> Browser:
    return Browser(desk.browser.port, cookies=dict(desk.browser.cookies), **more)


# ------------------------------------------------------------------ the key


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/berkas/lakip.css", "/tulis", "/docs", "/openapi.json", "/?kunci=salah", "/?kunci="])
def test_without_the_key_nothing_is_answered(desk: Office, method: str, path: str) -> None:
    page = stranger(desk).ask(method, path)
    assert page.status == 403
    assert page.headers["Set-Cookie"] is None
    if method == "GET":
        assert "lakip serve" in page.text
        assert "Meja pereviu" not in page.text


def test_the_key_goes_from_the_address_into_a_cookie_that_scripts_and_other_sites_do_not_get(desk: Office) -> None:
    page = stranger(desk).ask("GET", f"/?kunci={KEY}")
    assert (page.status, page.headers["Location"]) == (303, "/")
    cookie = page.headers["Set-Cookie"].lower()
    assert {"httponly", "samesite=strict", "path=/"} <= {part.strip() for part in cookie.split(";")}


def test_the_ticket_in_the_address_of_a_browser_that_was_started_opens_once(desk: Office) -> None:
    first = stranger(desk)
    assert first.get(f"/?kunci={TICKET}").status == 200
    assert stranger(desk).get(f"/?kunci={TICKET}").status == 403
    assert first.get(f"/?kunci={TICKET}").status == 200
    assert stranger(desk, cookies={f"lakip-{desk.browser.port}": TICKET}).get("/").status == 403


@pytest.mark.parametrize("cookie", ["", "salah", KEY + "x", KEY[:-1], KEY.upper(), "\u00fc"])
def test_a_wrong_cookie_opens_nothing(desk: Office, cookie: str) -> None:
    visitor = stranger(desk, cookies={f"lakip-{desk.browser.port}": cookie.encode("utf-8").decode("latin-1")})
    assert visitor.get("/").status == 403


def test_the_key_in_the_address_opens_only_the_front_door(desk: Office) -> None:
    assert stranger(desk).get(f"/berkas/lakip.css?kunci={KEY}").status == 403
    assert stranger(desk).ask("POST", f"/?kunci={KEY}").status == 403


def test_only_this_machine_is_listened_to(tmp_path: Path) -> None:
    for port in (0, 45_871):
        with bound(port, settings(tmp_path)) as listening:
            assert listening.getsockname()[0] == "127.0.0.1"


# ------------------------------------------------------------------ names and origins


@pytest.mark.parametrize(
    "host", ["jahat.example", "jahat.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:{port}.jahat.example", "0:{port}"]
)
def test_who_calls_us_by_another_name_gets_nothing_even_with_the_key(desk: Office, host: str) -> None:
    visitor = friend(desk, host=host.format(port=desk.browser.port))
    assert visitor.get("/").status == 403
    assert visitor.ask("GET", f"/?kunci={KEY}").headers["Set-Cookie"] is None


def test_localhost_is_our_name_too(desk: Office) -> None:
    assert friend(desk, host=f"localhost:{desk.browser.port}").get("/").status == 200


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://jahat.example", "http://127.0.0.1", "http://127.0.0.1:1", "https://127.0.0.1:{port}", "http://localhost:{port}"],
)
def test_what_changes_something_must_come_from_our_own_page(desk: Office, origin: str | None) -> None:
    visitor = friend(desk, origin=origin and origin.format(port=desk.browser.port))
    one = desk.browser.get(desk.report()).all('//form[@class="decide"]')[0]
    assert visitor.send(one, "sah", by="A").status == 403
    assert visitor.post("/tulis").status == 403
    assert not (desk.decisions / DECISIONS_FILE).exists()


def test_a_form_that_is_too_large_is_not_read(desk: Office) -> None:
    page = desk.browser.ask("POST", "/laporan/x/temuan/y", urlencode({"reason": "x" * 100_000}).encode())
    many = desk.browser.ask("POST", "/laporan/x/temuan/y", b"&".join(b"a%d=1" % n for n in range(99)))
    assert (page.status, many.status) == (413, 400)
    for one in (page, many):
        assert one.said("//h1") == "Isian ini tidak dapat diterima"
        assert "tidak ada yang disimpan" in one.said("//main")


# ------------------------------------------------------------------ what the page may do


@pytest.mark.parametrize("path", ["/", "report", "/x", "/berkas/serve.js", "403"])
def test_every_answer_confines_the_page(desk: Office, path: str) -> None:
    page = stranger(desk).get("/") if path == "403" else desk.browser.get(desk.report() if path == "report" else path)
    policy = dict(part.strip().partition(" ")[::2] for part in page.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert (policy["script-src"], policy["style-src"], policy["form-action"]) == ("'self'", "'self'", "'self'")
    assert (policy["base-uri"], policy["frame-ancestors"]) == ("'none'", "'none'")
    assert "unsafe" not in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert "server" not in {name.lower() for name in page.headers}


def test_what_the_page_loads_is_our_own_and_htmx_may_not_evaluate(desk: Office) -> None:
    page = desk.browser.get(desk.report())
    harmless(page)
    config = page.all('//meta[@name="htmx-config"]/@content')[0]
    for setting in ('"allowEval":false', '"includeIndicatorStyles":false', '"selfRequestsOnly":true', '"historyCacheSize":0'):
        assert setting in config
    for script in OURS:
        assert desk.browser.get(f"/berkas/{script}").headers["Content-Type"].startswith("text/javascript")


def harmless(page: Page) -> None:
    """Nothing on it runs or leads anywhere but what we put there."""
    scripts = page.all("//script")
    assert {one.get("src").rpartition("/")[2] for one in scripts} == OURS
    assert not any(one.text for one in scripts)
    assert not page.all("//style | //iframe | //object | //embed | //base | //*[@style] | //foreignObject")
    for one in page.all("//*"):
        assert not [name for name in one.attrib if name.startswith("on")]
        for name in ADDRESSES & set(one.attrib):
            assert re.match(r"[?#]|/(?!/)", one.get(name)), one.get(name)


# ------------------------------------------------------------------ hostile reports


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("paged", [True, False], ids=["pages", "lines"])
def test_whatever_a_report_says_is_shown_as_text(text: str, paged: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = everywhere(result(paged), text)
    findings = tuple(replace(finding, id=f"{n:016x}", decision=None, values="") for n, finding in enumerate(made.findings))
    checked = Checked(made.document, made.view, made.outcomes, findings, ("XX01",), ())
    monkeypatch.setattr(runner, "audited", lambda *_: runner.Audited((checked,), Reread(), ()))
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    with office(tmp_path) as desk:
        pages = [desk.browser.get("/"), desk.browser.get(desk.report())]
        typed = text[:500].encode("utf-8", "replace").decode("utf-8")
        typed = typed if typed.split() else "A"
        pages.append(desk.browser.send(pages[1].all('//form[@class="decide"]')[0], "dapat dijelaskan", by=typed, reason=typed))
        assert pages[-1].status == 200
        asked = urlencode({"cari": typed, "diputus": typed, "temuan": typed})
        pages.append(desk.browser.get(f"{desk.report()}?{asked}"))
        shown = " ".join(clean(text).split())[:60]
        for page in pages:
            assert page.status in (200, 409)
            harmless(page)
            assert "{{" not in page.text.replace(shown, "") or "{{" in text
            assert "49" not in page.said("//h1")
        assert shown in pages[1].said("//body")


def test_the_name_of_a_file_is_shown_as_text(tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    name = "<img src=x onerror=alert(1)>&amp;{{7*7}}.txt"
    (tmp_path / "masuk" / name).write_text(REPORT, encoding="utf-8")
    with office(tmp_path) as desk:
        for page in (desk.browser.get("/"), desk.browser.get(desk.report())):
            harmless(page)
            assert name in page.said("//body")


def test_a_report_whose_file_is_gone_is_shown_and_said_to_have_changed(tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    with office(tmp_path) as desk:
        where = desk.report()
        shutil.rmtree(tmp_path / "masuk")
        page = desk.browser.get(where)
        assert page.status == 200
        assert "berubah sejak dibaca" in page.text
