"""Pictures of whole pages, drawn in a process of its own: a page that hangs or crashes it costs that page's picture and no more."""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import struct
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from extractors.model import Page
from pipeline.report.pictures import data_address, packed, same_size

# Where to send, the file, the numbers of the pages.
Child = Callable[[Connection, str, Sequence[int]], None]

SECONDS = 15
MOST_PAGES = 600
# A document whose pages keep failing is left alone: each may have cost its time limit.
_MOST_FAILURES = 3
_MEMORY = 2 * 1024**3
_LARGEST = 2 * 1024**2
# A hundred pages of these stay under 10 MB, as text in the page and all.
_BYTES = 70_000
_PIXELS = 1_500_000
_LONGEST, _SHARPEST = 4000, 2.2
_COLOURS = 8
# Before the picture: width and height of the page in points, then of the picture in pixels.
_HEAD = struct.Struct("<ddHH")


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it is drawn, with its size in pixels."""

    image: bytes
    width: int
    height: int

    @property
    def src(self) -> str:
        """It as a data address."""
        return data_address(self.image)


def page_pictures(source: Path, pages: Sequence[Page], seconds: float = SECONDS, child: Child | None = None) -> Mapping[int, PagePicture]:
    """The pictures by page number; a page that could not be drawn in time, or is measured otherwise than drawn, has none.

    Another `child` than the one that draws is what tests rehearse disasters with.
    """
    wanted = list(pages[:MOST_PAGES])
    found: dict[int, PagePicture] = {}
    for _ in range(_MOST_FAILURES):
        if not wanted:
            break
        answers = dict(_drawn(source, [page.number for page in wanted], seconds, child or draw_in_child))
        found |= {page.number: picture for page in wanted if (picture := _picture(answers.get(page.number, b""), page))}
        wanted = wanted[len(answers) + 1 :]
    return found


def _drawn(source: Path, numbers: Sequence[int], seconds: float, child: Child) -> Iterator[tuple[int, bytes]]:
    """What the child sends for one page after the other, until it fails or lets one page wait too long."""
    methods = multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=child, args=(sender, str(source), list(numbers)), daemon=True)
    process.start()
    sender.close()
    try:
        with closing(receiver):
            for number in numbers:
                if not receiver.poll(seconds):
                    return
                yield number, receiver.recv_bytes(_LARGEST)
    except (EOFError, OSError):
        return
    finally:
        process.kill()
        process.join()


def _picture(answer: bytes, page: Page) -> PagePicture | None:
    """The child may have been taken over by the file that it draws: nothing that it sends is more than a picture."""
    if len(answer) <= _HEAD.size:
        return None
    width, height, across, down = _HEAD.unpack_from(answer)
    return PagePicture(answer[_HEAD.size :], across, down) if same_size((width, height), page) else None


# ------------------------------------------------------------------ in the child


def draw_in_child(sender: Connection, source: str, numbers: Sequence[int]) -> None:
    """Send a picture for every page, or nothing where there is none."""
    _confine()
    with closing(sender), closing(pypdfium2.PdfDocument(source)) as pdf:
        for number in numbers:
            sender.send_bytes(_drawing(pdf, number))


def _drawing(pdf: Any, number: int) -> bytes:
    try:
        sheet = pdf[number - 1]
        width, height = sheet.get_size()
        scale = min(_SHARPEST, math.sqrt(_PIXELS / (width * height)), _LONGEST / max(width, height))
        full = sheet.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        sheet.close()
        flat = full.quantize(_COLOURS, dither=Image.Dither.NONE)
        return _HEAD.pack(width, height, full.width, full.height) + packed(flat, full, _BYTES)
    except (pypdfium2.PdfiumError, ArithmeticError, IndexError, OSError, ValueError, MemoryError, struct.error):
        return b""


def _confine() -> None:
    """A bounded memory and no voice; Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
