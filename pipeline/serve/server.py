"""Runs the page: the server answers in a thread of its own, reports are read in others, and the main thread checks them."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

import uvicorn

from pipeline.ingest import Collected
from pipeline.serve.albums import Album
from pipeline.serve.app import Front, application
from pipeline.serve.desk import Desk, Ears
from pipeline.serve.guard import ADDRESS, Door, Guard
from pipeline.serve.workshop import Workshop
from pipeline.serve.writing import Writer
from pipeline.settings import Settings

# Ports that no system hands out by itself (and below those that Linux and Windows do).
_FIRST_PORT, _PORTS = 20_000, 12_000
_FAREWELL = 3.0


@dataclass(frozen=True, slots=True)
class Opening:
    """How the page is opened: its socket, key and ticket, the day of a decision, who hears of what, and of the addresses.

    The first address is for people, the second for a browser that is started and opens the page once.
    """

    listening: socket.socket
    key: str
    ticket: str
    today: Callable[[], str]
    ears: Ears
    opened: Callable[[str, str], None]


def serve(collected: Collected, settings: Settings, opening: Opening, workshop: Workshop) -> None:
    """Serve until interrupted, or until the workshop is closed."""
    door = Door(opening.listening.getsockname()[1], opening.key, opening.ticket)
    desk = Desk(collected, settings, workshop, opening.ears)
    front = Front(desk, Album(), Writer(settings), opening.today, settings.lang)
    config = uvicorn.Config(Guard(application(front), door), log_config=None, access_log=False, server_header=False, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [opening.listening]}, daemon=True)
    thread.start()
    desk.start()
    opening.opened(door.address(door.key), door.address(door.ticket))
    try:
        with _ended_politely():
            workshop.work()
    finally:
        server.should_exit = True
        thread.join(_FAREWELL)


def bound(port: int, settings: Settings) -> socket.socket:
    """A socket on this machine's own address. Raises OSError where this very port was asked for and is taken.

    Unless one is asked for it is the same for the same decisions: tabs that are open find the page again, with what was typed there
    and not yet sent; or any that is free.
    """
    if port:
        return _bound(port)
    folder = str(settings.decisions.absolute() if settings.decisions else "")
    usual = _FIRST_PORT + int.from_bytes(hashlib.sha256(folder.encode("utf-8", "surrogateescape")).digest()[:4], "big") % _PORTS
    try:
        return _bound(usual)
    except OSError:
        return _bound(0)


def _bound(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would let two listen at once
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((ADDRESS, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


@contextmanager
def _ended_politely() -> Iterator[None]:
    """What ends the process ends it as Ctrl-C does: children that read are ended too. Only the main thread can hear of it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupted(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupted)
    try:
        yield
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)
