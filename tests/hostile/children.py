"""What a reading process may do to us; each is a child for `pipeline.isolation.Nursery`, chosen by the document's name."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.isolation import Task, read_in_child


def rehearse(sender: Connection, task: Task) -> None:
    """A disaster named by the document, or an ordinary reading."""
    disaster = DISASTERS.get(Path(task[0]).stem)
    if disaster is None:
        read_in_child(sender, task)
    else:
        disaster(sender, task)


def _leave(sender: Connection, task: Task) -> None:
    os._exit(7)


def _segfault(sender: Connection, task: Task) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _hang(sender: Connection, task: Task) -> None:
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


def _hang_with_a_grandchild(sender: Connection, task: Task) -> None:
    os.setsid()
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Path(task[1]).write_text(str(child.pid))
    time.sleep(600)


def _stop_half_way(sender: Connection, task: Task) -> None:
    os.write(sender.fileno(), b"\0\0\1\0half")
    os._exit(0)


def _babble(sender: Connection, task: Task) -> None:
    sender.send_bytes(b"no pickle at all")


def _attack(sender: Connection, task: Task) -> None:
    sender.send_bytes(pickle.dumps(_Attack()))


class _Attack:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch attacked",)


DISASTERS = {
    "keluar": _leave,
    "segfault": _segfault,
    "macet": _hang,
    "beranak": _hang_with_a_grandchild,
    "setengah": _stop_half_way,
    "ngelantur": _babble,
    "serangan": _attack,
}
