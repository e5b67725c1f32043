"""`lakip serve` as a process: it is killed in the middle, and nothing that it answered is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from pipeline.settings import DECISIONS_FILE
from tests.serve_browser import Browser, Office, findings_of
from tests.test_decide import REPORT

_PATIENCE = 60


@contextmanager
def started(folder: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], Office, str]]:
    """The process, a browser that was given the address, and the address."""
    command = [sys.executable, "-m", "pipeline.cli", "serve", str(folder / "masuk"), "--no-open", "--quiet"]
    places = ["--decisions", str(folder / "keputusan"), "--out", str(folder / "out"), "--second-pages", "0"]
    process = subprocess.Popen([*command, *places, *more], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        where = urlsplit(address)
        browser = Browser(where.port or 0)
        browser.get(f"/?{where.query}")
        yield process, Office(folder, browser), address
    finally:
        process.kill()
        process.wait(_PATIENCE)
        if process.stdout:
            process.stdout.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def test_what_was_answered_is_there_after_a_kill_and_a_torn_line_costs_itself_only(folder: Path) -> None:
    with started(folder) as (process, desk, first):
        form = desk.browser.get(desk.report()).all('//form[@class="decide"]')[0]
        assert desk.browser.send(form, "dapat dijelaskan", by="Ani", reason="Luncuran").status == 200
        process.send_signal(signal.SIGKILL)
        process.wait(_PATIENCE)
    with (folder / "keputusan" / DECISIONS_FILE).open("ab") as file:
        file.write(b'{"finding": "putus di te')
    with started(folder) as (_, desk, second):
        page = desk.browser.get(desk.report())
        assert "1 dari 2 diputuskan" in page.text
        assert "Luncuran" in desk.browser.get(f"{desk.report()}?temuan={findings_of(page)[0]}").text
        form = page.all('//form[@class="decide"]')[0]
        assert desk.browser.send(form, "sah", by="Ani").status == 200
        assert "baris 2 rusak" in desk.browser.get("/").text
        lines = (folder / "keputusan" / DECISIONS_FILE).read_bytes().splitlines()
        assert [json.loads(line)["decision"] for line in (lines[0], lines[2])] == ["dapat dijelaskan", "sah"]
    one, two = urlsplit(first), urlsplit(second)
    assert one.port == two.port
    assert parse_qs(one.query) != parse_qs(two.query)


def test_two_servers_on_the_same_decisions_see_what_the_other_recorded(folder: Path) -> None:
    with started(folder) as (_, desk, one), started(folder) as (_, beside, two):
        assert urlsplit(one).port != urlsplit(two).port
        where = desk.report()
        beside.report()
        old = beside.browser.get(where).all('//form[@class="decide"]')[0]
        desk.browser.send(desk.browser.get(where).all('//form[@class="decide"]')[0], "sah", by="Ani")
        assert "1 dari 2 diputuskan" in beside.browser.get(where).text
        assert beside.browser.send(old, "dapat dijelaskan", by="Budi", reason="x").status == 409


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to(folder: Path, number: signal.Signals) -> None:
    with started(folder) as (process, desk, _):
        desk.report()
        process.send_signal(number)
        assert process.wait(_PATIENCE) == 0


def test_a_port_that_is_taken_is_refused(folder: Path) -> None:
    with started(folder) as (_, desk, _):
        command = [sys.executable, "-m", "pipeline.cli", "serve", str(folder / "masuk"), "--no-open", "--port", str(desk.browser.port)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE, cwd=folder, env=_environment())
        assert done.returncode == 2
        assert "--port" in done.stderr


def _environment() -> dict[str, str]:
    root = str(Path(__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": root}


def test_an_empty_folder_is_nothing_to_serve(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "serve", str(tmp_path), "--no-open"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    assert done.returncode == 2
    assert "tidak ada berkas" in done.stderr


def test_no_other_command_loads_a_web_server() -> None:
    loaded = "import sys, pipeline.cli, pipeline.runner, pipeline.summary"
    code = f"{loaded}; sys.exit(bool({{'fastapi', 'starlette', 'uvicorn'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=_PATIENCE).returncode == 0
