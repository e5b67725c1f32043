"""`make reconcile` fails for what stops the job and only for that, and `make clean` spares what people made."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--no-print-directory", "-C", str(folder), "-f", str(ROOT / "Makefile"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("code", "succeeds"), [(0, True), (1, True), (3, True), (2, False), (4, False), (130, False), (70, False)])
def test_exit_codes_of_reconcile(code: int, succeeds: bool, tmp_path: Path) -> None:
    ran = make(tmp_path, "reconcile", "RUN=@true", f"LAKIP=sh -c 'exit {code}'")
    assert (ran.returncode == 0) == succeeds, ran.stderr


def test_reconcile_takes_a_folder_with_a_space_and_more_options(tmp_path: Path) -> None:
    ran = make(tmp_path, "reconcile", "RUN=@true", "LAKIP=printf '<%s>'", "RAW=laporan 2021", "ARGS=--lang en")
    assert ran.stdout == "<reconcile><laporan 2021><--out><reports><--clean><data/clean><--lang><en>"


def test_help_comes_first_and_names_both_commands(tmp_path: Path) -> None:
    said = make(tmp_path).stdout
    assert "make reconcile" in said
    assert "make test" in said


def test_clean_spares_reports_of_others_and_decisions(tmp_path: Path) -> None:
    kept = [
        "extractors/pdfium/walk-0123456789ab.so",
        "data/raw/a.pdf",
        "data/raw/__pycache__/a.txt",
        "reports/decisions.jsonl",
        "reports/decisions-2021/a.csv",
        "data/decisions.csv",
        "decisions/decisions.jsonl",
        "x.py",
    ]
    gone = ["reports/index.html", "reports/data_docs/index.html", "data/clean/tables.parquet", ".mypy_cache/a", "rules/__pycache__/a.pyc"]
    for name in (*kept, *gone):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__", "samples"))
    assert make(tmp_path, "clean").returncode == 0
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file() and "scripts" not in path.parts}
    assert left == set(kept)
    assert make(tmp_path, "distclean").returncode == 0
    assert not (tmp_path / kept[0]).exists()
    assert all((tmp_path / name).exists() for name in kept[1:])
