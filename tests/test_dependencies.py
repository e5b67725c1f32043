"""docs/dependencies.md, the locks and the installed packages say the same; nothing under a licence that we cannot take."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# A release that differs by the version of Python stands twice in a lock.
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def locked(name: str) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for package, release in PIN.findall((ROOT / name).read_text(encoding="utf-8")):
        pins.setdefault(package, set()).add(release)
    return pins


RUNTIME, DEV = locked("requirements.lock"), locked("requirements-dev.lock")


def direct() -> list[str]:
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    return [re.split(r"[<>=\[ ]", line)[0] for line in wanted]


@pytest.mark.parametrize("package", direct())
def test_every_direct_dependency_has_a_row_with_its_release(package: str) -> None:
    assert f"\n| {package} | {', '.join(sorted(DEV[package]))} | " in PAGE


def test_every_other_package_is_listed_by_its_licence() -> None:
    named = set(re.findall(r"[a-z0-9-]+", PAGE.partition("## What these bring with them")[2]))
    assert set(DEV) - set(direct()) <= named


def test_one_environment_serves_both_locks() -> None:
    assert {package: DEV.get(package) for package in RUNTIME} == RUNTIME


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_file_has_a_hash_and_none_an_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=[a-z])", text.strip()))
    assert "://" not in text


@pytest.mark.parametrize("package", sorted(DEV))
def test_no_licence_that_we_cannot_take(package: str) -> None:
    try:
        said = metadata(package)
    except PackageNotFoundError:
        pytest.skip("not for this system")
    short = said.get("License-Expression") or said.get("License", "").partition("\n")[0]
    classes = " ".join(line for line in said.get_all("Classifier", []) if line.startswith("License"))
    assert not re.search(r"\bA?GPL|Affero|General Public", f"{short} {classes}")
