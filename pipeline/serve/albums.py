"""Pictures of pages, drawn when they are asked for in a process of its own, and remembered as long as there is room."""

from __future__ import annotations

import threading
from collections import OrderedDict

from extractors.model import Page
from pipeline.ingest import Source
from pipeline.report.extracted_pictures import PagePicture, page_pictures

_MOST_BYTES = 64 * 1024**2
_AT_ONCE = 2


class Album:
    """The pictures drawn so far, the latest asked for kept longest."""

    def __init__(self) -> None:
        """Empty."""
        self._pictures: OrderedDict[tuple[str, int], PagePicture | None] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()
        self._hands = threading.BoundedSemaphore(_AT_ONCE)

    def picture(self, source: Source, page: Page) -> PagePicture | None:
        """A page; None where it cannot be drawn."""
        key = (source.name, page.number)
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        with self._hands:
            found = page_pictures(source.path, [page]).get(page.number)
        with self._lock:
            self._keep(key, found)
        return found

    def _keep(self, key: tuple[str, int], picture: PagePicture | None) -> None:
        if key in self._pictures:
            return
        self._pictures[key] = picture
        self._bytes += len(picture.image) if picture else 0
        while self._bytes > _MOST_BYTES and len(self._pictures) > 1:
            _, old = self._pictures.popitem(last=False)
            self._bytes -= len(old.image) if old else 0
