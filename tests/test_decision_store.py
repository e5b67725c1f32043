"""The file of decisions is only ever added to: two writers, a crash and a stranger's line cost no decision."""

from __future__ import annotations

import json
import multiprocessing
import os
import runpy
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline import decision_store, file_lock
from pipeline.audit.decisions import About, Ruling, Undone, ruling
from pipeline.decision_store import Recorded, add, load
from pipeline.settings import DECISIONS_FILE
from rules.outcome import Decision, Keputusan
from tests.report_fixtures import result
from tests.report_hostile import HOSTILE

REPORT = About("laporan.pdf", "a" * 64, "Dinas Sosial", "Kabupaten Contoh", 2023)
FINDINGS = result(paged=True).findings


def made(number: int = 0, by: str = "A", **others: str) -> Ruling:
    return ruling(FINDINGS[number], REPORT, Decision(Keputusan.SALAH_BACA, "x", by, "2024-03-01", **others))


def record(folder: Path, *rulings: Ruling) -> None:
    add(folder, lambda _: rulings)


def test_where_nothing_was_decided_nothing_is_read_or_made(tmp_path: Path) -> None:
    assert load(None) == load(tmp_path / "tiada") == Recorded()
    assert not (tmp_path / "tiada").exists()


def test_where_there_is_no_fcntl_a_byte_behind_all_that_is_written_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int, int]] = []

    def locking(number: int, mode: str, count: int) -> None:
        asked.append((mode, os.lseek(number, 0, os.SEEK_CUR), count))

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_LOCK="lock", LK_UNLCK="unlock", locking=locking))
    there = runpy.run_path(file_lock.__file__)
    monkeypatch.undo()
    monkeypatch.setattr(decision_store, "locked", there["locked"])
    for number in (0, 4):
        record(tmp_path, made(number))
    assert load(tmp_path) == Recorded((made(0), made(4)))
    assert asked == [("lock", 2**30, 1), ("unlock", 2**30, 1)] * 3


def test_what_is_recorded_is_read_again(tmp_path: Path) -> None:
    one, two = made(value="1.234", response="akan diperbaiki"), replace(made(4), spot=None)
    record(tmp_path / "baru" / "folder", one, two)
    assert load(tmp_path / "baru" / "folder") == Recorded((one, two))


def test_undoing_adds_a_line_and_takes_none_away(tmp_path: Path) -> None:
    record(tmp_path, made())
    before = (tmp_path / DECISIONS_FILE).read_bytes()
    record(tmp_path, replace(made(), decision=None, undone=Undone("B", "keliru", "2024-03-02")))
    after = (tmp_path / DECISIONS_FILE).read_bytes()
    assert after.startswith(before)
    assert json.loads(after.splitlines()[-1])["decision"] == "batal"
    last = json.loads(after.splitlines()[-1])
    assert (last["by"], last["reason"], last["date"]) == ("B", "keliru", "2024-03-02")
    assert load(tmp_path).standing == ()


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_last_line_that_a_crash_cut_short_costs_that_line_only(cut: int, tmp_path: Path) -> None:
    record(tmp_path, made(0))
    record(tmp_path, made(1))
    path = tmp_path / DECISIONS_FILE
    path.write_bytes(path.read_bytes()[: -cut - 1])
    assert load(tmp_path) == Recorded((made(0),), (2,))
    record(tmp_path, made(2))
    assert load(tmp_path) == Recorded((made(0), made(2)), (2,))


def test_a_last_line_without_its_end_is_a_line(tmp_path: Path) -> None:
    record(tmp_path, made(0))
    path = tmp_path / DECISIONS_FILE
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    record(tmp_path, made(1))
    assert load(tmp_path) == Recorded((made(0), made(1)))


LINES = (b"{}", b"[]", b"null", b"\xff\xfe", b'"x"', b"[" * 100_000, b'{"decision": "entah"}', b'{"decision": ["sah"]}', b"1e999")


@pytest.mark.parametrize("line", LINES, ids=[repr(line[:30]) for line in LINES])
def test_a_line_that_is_no_decision_is_passed_over_and_said(line: bytes, tmp_path: Path) -> None:
    (tmp_path / DECISIONS_FILE).write_bytes(line + b"\n")
    record(tmp_path, made())
    assert load(tmp_path) == Recorded((made(),), (1,))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_is_written_into_a_reason_stays_one_line(text: str, tmp_path: Path) -> None:
    record(tmp_path, made(by=text), made(1))
    found = load(tmp_path)
    assert not found.damaged
    assert len(found.standing) == 2


def _writer(folder: str, number: int) -> None:
    for count in range(25):
        record(Path(folder), made(by=f"{number}-{count}" + "x" * 5000))


def test_two_who_write_at_once_write_whole_lines(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_writer, args=(str(tmp_path), number)) for number in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lines = (tmp_path / DECISIONS_FILE).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 50
    assert {json.loads(line)["by"].rstrip("x") for line in lines} == {f"{n}-{c}" for n in range(2) for c in range(25)}
