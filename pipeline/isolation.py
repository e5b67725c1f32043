"""One process per document: it may crash, hang or eat all memory, and the others do not notice.

The children come from a fork server that has the engines loaded, which makes a process cost some 30 ms instead of 400.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, NamedTuple, Self

from extractors.model import Category, Document, Problem

STAGE = "extract"
MEMORY = 4 * 1024**3
# What a child may send back, pickled; a report of 3,000 pages is a tenth of it.
LARGEST_ANSWER = 512 * 1024**2
LOADED_BEFORE = ["pipeline.reading"]


class Task(NamedTuple):
    """What a child is to read: a whole document, or the tables of some pages of a PDF."""

    name: str
    path: str
    sha256: str
    kind: str
    engine: str
    pages: tuple[int, ...] = ()


Child = Callable[[Connection, Task], None]

# Whoever starts a child asks all others whether they have ended, and a child says so but once: starting and asking take turns.
_ROLL_CALL = threading.Lock()


class Nursery:
    """The children of one run, so that none outlives it."""

    def __init__(self, child: Child | None = None) -> None:
        """A fork server where there is one (it starts with the first child), new interpreters elsewhere.

        Another `child` than the reader of documents is what tests rehearse disasters with.
        """
        self._child = child or read_in_child
        methods = multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            self._context.set_forkserver_preload(LOADED_BEFORE)
        self._running: set[BaseProcess] = set()
        self._lock = threading.Lock()
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end_all()

    def end_all(self) -> None:
        """End every child that still runs, and start no more."""
        with self._lock:
            self._ended = True
            running = list(self._running)
        for process in running:
            _kill(process)

    def read(self, task: Task, timeout: float) -> Document:
        """What the child read; a document that says what happened if it did not answer in time, or not at all."""
        receiver, sender = self._context.Pipe(duplex=False)
        process = self._context.Process(target=self._child, args=(sender, task), daemon=True)
        with self._lock:
            if self._ended:
                return _failed(task, Category.CRASHED, "Pembacaan dihentikan sebelum dokumen ini mulai dibaca.")
            with _ROLL_CALL:
                process.start()
            self._running.add(process)
        sender.close()
        late = threading.Event()
        clock = threading.Timer(timeout, _too_late, (late, process))
        clock.start()
        try:
            answer = _answer(receiver)
            if answer is None:
                _kill(process)  # and what the child may have started
            code = _ended(process)
        except BaseException:
            _kill(process)
            raise
        finally:
            clock.cancel()
            receiver.close()
            with self._lock:
                self._running.discard(process)
        if answer is None:
            return _explained(task, late.is_set(), timeout, code)
        return answer


def _ended(process: BaseProcess) -> int | None:
    """Waits for the end of a child, and says with what code or signal it ended."""
    wait([process.sentinel])
    with _ROLL_CALL:
        process.join()
        return process.exitcode


def _too_late(late: threading.Event, process: BaseProcess) -> None:
    late.set()
    _kill(process)


def _kill(process: BaseProcess) -> None:
    """The child and its own children: it leads a process group, once it has come so far."""
    if process.pid is None:
        return
    if not hasattr(os, "killpg"):
        process.kill()
        return
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(process.pid, signal.SIGKILL)


def _answer(receiver: Connection) -> Document | None:
    try:
        return _unpickled(receiver.recv_bytes(LARGEST_ANSWER))
    except (EOFError, OSError, pickle.UnpicklingError):
        return None


class _OnlyRecords(pickle.Unpickler):
    """A child that a hostile file has taken over can send records, and nothing that acts."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        if module_name != Document.__module__:
            raise pickle.UnpicklingError(f"{module_name}.{global_name}")
        return super().find_class(module_name, global_name)


def _unpickled(answer: bytes) -> Document:
    document = _OnlyRecords(io.BytesIO(answer)).load()
    if not isinstance(document, Document):
        raise pickle.UnpicklingError(type(document).__name__)
    return document


# ------------------------------------------------------------------ when there is no answer


def _explained(task: Task, late: bool, timeout: float, code: int | None) -> Document:
    if late:
        return _failed(task, Category.TIMEOUT, f"Dokumen belum selesai dibaca setelah {timeout:g} detik; pembacaan dihentikan.")
    why = f"sinyal {-code}" if code is not None and code < 0 else f"kode {code}"
    return _failed(task, Category.CRASHED, f"Proses pembaca berhenti mendadak ({why}) pada dokumen ini.")


_ADVICE = {
    Category.TIMEOUT: "Naikkan batasnya dengan --timeout, atau pecahlah dokumennya.",
    Category.CRASHED: "Simpan ulang dokumen sebagai PDF baru, lalu periksa ulang; dokumen lain tidak terpengaruh.",
    Category.OUT_OF_MEMORY: "Pecahlah dokumen menjadi beberapa bagian, lalu periksa satu per satu.",
}


def _failed(task: Task, category: Category, message: str) -> Document:
    problem = Problem(task.name, STAGE, category, message, _ADVICE[category])
    return Document(task.name, task.sha256, task.kind, (), (), (problem,))


# ------------------------------------------------------------------ in the child


def read_in_child(sender: Connection, task: Task) -> None:
    """What a child does: confine itself, read one document or some of its pages, send it back."""
    _confine()
    from pipeline.reading import read_document

    try:
        answer = pickle.dumps(read_document(task), protocol=5)
    except MemoryError:
        answer = pickle.dumps(_failed(task, Category.OUT_OF_MEMORY, "Memori tidak cukup untuk membaca dokumen ini."), protocol=5)
    if len(answer) > LARGEST_ANSWER:
        answer = pickle.dumps(_failed(task, Category.OUT_OF_MEMORY, "Hasil pembacaan dokumen ini terlalu besar."), protocol=5)
    sender.send_bytes(answer)
    sender.close()


def _confine() -> None:
    """A group of its own, a bounded memory, and no voice: what libraries print is not for the user's terminal."""
    if hasattr(os, "setsid"):
        os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
