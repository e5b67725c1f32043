"""Work done one after the other in the main thread, where a time limit can interrupt it, while other threads answer the browser."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable

Job = Callable[[], None]

_NOW, _LATER = 0, 1
_GLANCE = 0.2


class Workshop:
    """Jobs in the order in which they came; those for which somebody waits go before the others."""

    def __init__(self) -> None:
        """Nothing to do yet."""
        self._jobs: queue.PriorityQueue[tuple[int, int, Job]] = queue.PriorityQueue()
        self._count = itertools.count()
        self._closed = threading.Event()

    def put(self, job: Job, *, awaited: bool = False) -> None:
        """Have a job done."""
        self._jobs.put((_NOW if awaited else _LATER, next(self._count), job))

    def close(self) -> None:
        """End the work after the job that runs."""
        self._closed.set()

    def work(self) -> None:
        """Do jobs until closed. A job must not raise what it can tell otherwise: what it raises ends the work."""
        while not self._closed.is_set():
            try:
                _, _, job = self._jobs.get(timeout=_GLANCE)
            except queue.Empty:
                continue
            job()
