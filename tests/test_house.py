"""The house rules' checker catches each breach, in a small checkout that has just this one, and lets good code pass."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import house
import pytest

ROOT = Path(house.__file__).resolve().parent.parent

GOOD_RULE = '''"""Children sum to their parent."""


class JM01(Rule):
    """The pagu of a parent equals the sum of its children.

    Lolos:
        | Uraian | Pagu |
    Temuan:
        | Uraian | Pagu |
    """

    code = "JM01"
    title = "Jumlah anak tidak sama dengan induk"
    family = "jumlah_anak"
    severity = Severity.TINGGI
    basis = "aritmetika"
'''
GOOD_CASES = """\
- name: agrees
  why: the sum is right
  verdict: lolos
- name: differs
  why: one digit
  verdict: temuan
"""
RULE = "rules/catalogue/jm01_jumlah_anak.py"
CASES = "tests/rules/jm01.yaml"


def checkout(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def said_of(folder: Path, files: dict[str, str]) -> list[str]:
    return [str(complaint) for complaint in house.complaints(checkout(folder, files))]


# Each: where, what stands there, and what is said of it.
BREACHES = {
    "float literal": ("rules/a.py", "half = 0.5\n", "the float 0.5"),
    "float call": ("rules/a.py", "x = 1\n\ny = float(x)\n", "rules/a.py:3: the name float"),
    "float type": ("rules/a.py", "def f(x: float) -> None: ...\n", "the name float"),
    "complex": ("rules/deep/a.py", "x = 1j\n", "the float 1j"),
    "math": ("rules/a.py", "from math import isclose\n", "imports math"),
    "numpy": ("rules/a.py", "import numpy.linalg\n", "imports numpy"),
    "bare dataclass": ("extractors/model.py", "@dataclass\nclass A:\n    x: int\n", "the record A lacks frozen=True and slots=True"),
    "unfrozen": ("rules/a.py", "@dataclasses.dataclass(slots=True)\nclass A:\n    x: int\n", "the record A lacks frozen=True"),
    "unslotted": ("pipeline/a.py", "@dataclass(frozen=True)\nclass A:\n    x: int\n", "the record A lacks slots=True"),
    "frozen by name only": ("rules/a.py", "@dataclass(frozen=False, slots=True)\nclass A:\n    x: int\n", "the record A lacks frozen=True"),
    "thawed": ("pipeline/a.py", "@dataclass(slots=True)\nclass A:\n    x: int\n", "the record A lacks frozen=True"),
    "private in rules": ("rules/a.py", "@dataclass(slots=True)\nclass _A:\n    x: int\n", "the record _A lacks frozen=True"),
    "private, unslotted": ("pipeline/a.py", "@dataclass\nclass _A:\n    x: int\n", "the record _A lacks slots=True"),
    "long module": ("pipeline/a.py", "x = 1\n" * 301, "has 301 lines, more than 300"),
    "busy init": ("pipeline/report/__init__.py", "from pipeline.report import html\n", "an __init__ that imports"),
    "busy init, relative": ("rules/__init__.py", "from . import exact\n", "an __init__ that imports"),
    "now": ("pipeline/store.py", "from datetime import datetime\nx = datetime.now()\n", "asks the clock (now)"),
    "now, qualified": ("pipeline/store.py", "import datetime\nx = datetime.datetime.now(datetime.UTC)\n", "asks the clock (now)"),
    "today": ("extractors/a.py", "from datetime import date\nx = date.today()\n", "asks the clock (today)"),
    "time": ("rules/a.py", "from time import time\n", "imports time"),
    "random": ("pipeline/normalize/a.py", "import random\n", "imports random"),
    "uuid": ("pipeline/report/a.py", "import uuid\n", "imports uuid"),
    "urandom": ("pipeline/report/a.py", "import os\nx = os.urandom(4)\n", "asks for chance"),
    "no python": ("rules/a.py", "def\n", "is no Python"),
    "machine path": ("docs/a.md", "one\nsee /" + "home/budi/laporan\n", "docs/a.md:2: names a path of one machine"),
    "root's path": ("Makefile", "PY = /" + "root/bin/python\n", "names a path of one machine"),
    "registry": ("requirements.lock", "--index-" + "url https://example.org/simple\n", "names the address of a package registry"),
    "registry left out": ("a.sh", "uv pip compile --no-emit-index-" + "url a.toml\n", "names the address of a package registry"),
    "registry folder": ("a.sh", "pip install --find-" + "links wheels a\n", "names the address of a package registry"),
    "registry host": ("README.md", "from https://pypi" + ".org/simple\n", "names the address of a package registry"),
    "package folder": ("a.toml", 'find = "file:' + '///srv/wheels"\n', "names the address of a package registry"),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_each_breach_is_caught(breach: str, tmp_path: Path) -> None:
    path, text, expected = BREACHES[breach]
    said = said_of(tmp_path, {path: text})
    assert any(expected in line for line in said), said


# Each: what a whole rule is changed into, and what is said of it.
RULE_BREACHES = {
    "name without code": ({"rules/catalogue/jumlah.py": "x = 1\n"}, "a rule's file is named by its code"),
    "class of another name": ({RULE: GOOD_RULE.replace("class JM01", "class JumlahAnak")}, "holds one class, named JM01"),
    "another code": ({RULE: GOOD_RULE.replace('code = "JM01"', 'code = "JM02"')}, "JM01 says that its code is 'JM02'"),
    "no title": ({RULE: GOOD_RULE.replace("title =", "label =")}, "JM01 lacks title"),
    "no severity": ({RULE: GOOD_RULE.replace("severity =", "weight =")}, "JM01 lacks severity"),
    "empty basis": ({RULE: GOOD_RULE.replace('"aritmetika"', '""')}, "JM01 has an empty basis"),
    "family of its own": ({RULE: GOOD_RULE.replace('"jumlah_anak"', '"jumlah"')}, "JM01 is of no known family: 'jumlah'"),
    "no passing example": ({RULE: GOOD_RULE.replace("Lolos:", "Benar:")}, "has no example 'Lolos:'"),
    "no failing example": ({RULE: GOOD_RULE.replace("Temuan:", "Salah:")}, "has no example 'Temuan:'"),
    "long": ({RULE: GOOD_RULE + "# a line\n" * 80}, "more than 90"),
    "taken code": ({RULE.replace("anak", "cucu"): GOOD_RULE}, "the code JM01 is taken"),
    "verdict without a case": (
        {RULE: GOOD_RULE + "    verdicts = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)\n"},
        "tests/rules/jm01.yaml:1: JM01 can say hampir, and no case shows it",
    ),
    "no finding among the cases": ({CASES: GOOD_CASES.replace("temuan", "lolos")}, "JM01 can say temuan, and no case shows it"),
    "a count of none is no case": ({CASES: "- name: a\n  expect: {lolos: 1, temuan: 0}\n"}, "JM01 can say temuan, and no case shows it"),
    "broken cases": ({CASES: "- [\n"}, "is no YAML"),
    "cases of no rule": ({"tests/rules/jm09.yaml": GOOD_CASES}, "cases of a rule that does not exist"),
}


@pytest.mark.parametrize("breach", RULE_BREACHES)
def test_each_incomplete_rule_is_caught(breach: str, tmp_path: Path) -> None:
    changed, expected = RULE_BREACHES[breach]
    said = said_of(tmp_path, {RULE: GOOD_RULE, CASES: GOOD_CASES} | changed)
    assert any(expected in line for line in said), said


def test_a_rule_without_cases_is_caught(tmp_path: Path) -> None:
    assert said_of(tmp_path, {RULE: GOOD_RULE}) == ["tests/rules/jm01.yaml:1: is missing: the cases of JM01"]


def test_verdicts_count_as_values_and_as_keys(tmp_path: Path) -> None:
    assert said_of(tmp_path, {RULE: GOOD_RULE, CASES: "cases:\n  a: {expect: {lolos: 3}}\n  b: {outcomes: [temuan]}\n"}) == []


def test_good_code_passes(tmp_path: Path) -> None:
    good = {
        RULE: GOOD_RULE,
        CASES: GOOD_CASES,
        "rules/catalogue/__init__.py": '"""One rule a file."""\n',
        "rules/exact.py": "from decimal import Decimal\n\nHALF = Decimal('0.5')\n",
        "rules/facts.py": "@dataclass(frozen=True, slots=True)\nclass Fact:\n    value: Decimal\n",
        "extractors/model.py": "Box = tuple[float, float, float, float]\nZERO = 0.0\n",
        "pipeline/cli.py": "import time\n",
        "pipeline/runner.py": "from time import monotonic\n",
        "pipeline/bench.py": "import time\n",
        "pipeline/store.py": "from datetime import datetime\n\nx = datetime.fromisoformat('2021-12-31')\n",
        "pipeline/tree.py": "@dataclass(slots=True)\nclass _Node:\n    children: list[int]\n",
        "pipeline/camera.py": "@dataclass(slots=True)\nclass Film:\n    left: int\n\n    def take(self):\n        self.left -= 1\n",
        "docs/a.md": "`data/raw`, reports/x.html, and/or, framework/wor" + "k/ is no path of a machine\n",
        "logo.bin": "\0 /" + "root/x",
    }
    assert said_of(tmp_path, good) == []


def test_what_git_ignores_is_not_read(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    files = {".gitignore": "/reports/\n", "reports/a.html": "/" + "root/x\n", "notes.md": "/" + "root/x\n"}
    assert [line.partition(":")[0] for line in said_of(tmp_path, files)] == ["notes.md"]


def test_the_program_prints_and_fails(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts/house.py"), str(checkout(tmp_path, {"rules/a.py": "x = 0.5\n"}))]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "rules/a.py:1: the float 0.5" in ran.stdout
    assert subprocess.run([*command[:-1], str(tmp_path / "docs")], capture_output=True, check=False).returncode == 0
