"""Keeps a file that is open from other processes, as the system at hand does it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    # There what is locked cannot even be read by others: a byte far behind all that is ever written stands for the file.
    _BYTE = 2**30

    @contextmanager
    def locked(file: BinaryIO, *, alone: bool) -> Iterator[None]:
        """Nobody else locks it meanwhile; here readers too wait for each other. Raises OSError where that takes too long."""
        del alone
        _byte(file, msvcrt.LK_LOCK)
        try:
            yield
        finally:
            _byte(file, msvcrt.LK_UNLCK)

    def _byte(file: BinaryIO, mode: int) -> None:
        number = file.fileno()
        before = os.lseek(number, 0, os.SEEK_CUR)
        os.lseek(number, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(number, mode, 1)
        finally:
            os.lseek(number, before, os.SEEK_SET)

else:
    import fcntl

    @contextmanager
    def locked(file: BinaryIO, *, alone: bool) -> Iterator[None]:
        """Nobody else writes meanwhile, nor reads where it is held alone, until it is closed. Raises OSError where it has no locks."""
        fcntl.flock(file, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
