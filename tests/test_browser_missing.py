"""Without a browser the tests of the pages are skipped and say what to do; in CI that is a failure."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(("ci", "code", "said"), [("", 0, "1 skipped"), ("true", 1, "1 error")], ids=["at home", "in CI"])
def test_a_missing_browser_is_told(ci: str, code: int, said: str) -> None:
    tests = "tests/browser/test_index_page.py"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests, "-k", "not_read"]
    ran = subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": "", "CI": ci}, capture_output=True, text=True, check=False)
    assert (ran.returncode, said in ran.stdout) == (code, True), ran.stdout
    assert "apt-get install chromium" in ran.stdout
