"""Readers that crash, hang, babble or attack: their document has a problem, all others are read."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from extractors.model import Category, Document
from pipeline import ingest, isolation
from tests.hostile import files
from tests.hostile.children import rehearse

if not hasattr(os, "killpg"):
    pytest.skip("needs process groups", allow_module_level=True)

TEXT = b"Laporan Kinerja\nNo\tRp\n1\t1.000\n"


@pytest.fixture(autouse=True)
def rehearsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "Nursery", partial(isolation.Nursery, rehearse))


def read(folder: Path, timeout: int = 30, jobs: int = 2) -> dict[str, Document]:
    documents = ingest.read_all(ingest.collect([folder]).sources, jobs, "auto", timeout, lambda _: None)
    return {document.name: document for document in documents}


@pytest.mark.parametrize(
    ("disaster", "category", "says"),
    [
        ("keluar", Category.CRASHED, "kode 7"),
        ("segfault", Category.CRASHED, "sinyal 11"),
        ("setengah", Category.CRASHED, ""),
        ("ngelantur", Category.CRASHED, ""),
    ],
)
def test_a_reader_that_dies(tmp_path: Path, disaster: str, category: Category, says: str) -> None:
    documents = read(files.put(tmp_path, a_txt=TEXT, **{f"{disaster}_txt": TEXT}, z_txt=TEXT))
    assert list(documents) == sorted(documents)
    (problem,) = documents[f"{disaster}.txt"].problems
    assert problem.category is category
    assert says in problem.message
    assert all(len(documents[name].tables) == 1 for name in ("a.txt", "z.txt"))


def test_a_reader_that_hangs_is_ended_in_time(tmp_path: Path) -> None:
    documents = read(files.put(tmp_path, a_txt=TEXT, macet_txt=TEXT, z_txt=TEXT), timeout=3)
    (problem,) = documents["macet.txt"].problems
    assert problem.category is Category.TIMEOUT
    assert "3 detik" in problem.message
    assert all(len(documents[name].tables) == 1 for name in ("a.txt", "z.txt"))


def test_what_a_reader_started_is_ended_with_it(tmp_path: Path) -> None:
    said = tmp_path / "pid"
    with isolation.Nursery(rehearse) as nursery:
        document = nursery.read(isolation.Task("beranak.txt", str(said), "", "text", "auto"), 4)
    assert document.problems[0].category is Category.TIMEOUT
    assert soon(lambda: not is_running(int(said.read_text())))


def soon(happens: Callable[[], bool]) -> bool:
    """A kill is heard a little later."""
    patience = time.monotonic() + 10
    while not happens() and time.monotonic() < patience:
        time.sleep(0.05)
    return happens()


def is_running(pid: int) -> bool:
    """A process that has ended may stand in the table until somebody asks for it."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_an_answer_that_would_act_is_not_unpickled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "berkas"
    documents = read(files.put(folder, serangan_txt=TEXT))
    assert documents["serangan.txt"].problems
    assert not (tmp_path / "attacked").exists()


def test_out_of_memory_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds in the child: it is set there and asked for there."""
    monkeypatch.undo()
    task = isolation.Task("besar.txt", str(tmp_path / "besar.txt"), "", "text", "auto")
    with (tmp_path / "besar.txt").open("wb") as file:
        file.truncate(isolation.MEMORY)  # sparse: it takes no room on the disk
    with isolation.Nursery() as nursery:
        document = nursery.read(task, 60)
    assert document.problems[0].category is Category.OUT_OF_MEMORY


def test_an_interrupt_ends_all_and_is_handed_on(tmp_path: Path) -> None:
    folder = files.put(tmp_path, a_txt=TEXT, macet_txt=TEXT)

    def interrupt(document: Document) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest.read_all(ingest.collect([folder]).sources, 2, "auto", 300, interrupt)
    assert soon(lambda: not any(isinstance(thread, threading.Timer) for thread in threading.enumerate()))
