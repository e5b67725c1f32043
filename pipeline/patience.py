"""A limit on how long one document may be thought about: what runs over it is given up, and the others go on."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OutOfPatienceError(Exception):
    """The limit is over."""


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raise OutOfPatienceError inside when so many seconds are over.

    Only where a timer can interrupt: in the main thread of a system that has one; elsewhere there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(signum: int, frame: FrameType | None) -> None:
        del signum, frame
        raise OutOfPatienceError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
