"""Pictures of pages, drawn when they are asked for in a process of its own, and remembered as long as there is room."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from extractors.model import Page
from pipeline.ingest import Source
from pipeline.report.extracted_pictures import PagePicture, page_pictures

_MOST_BYTES = 64 * 1024**2
_AT_ONCE = 2
# Of a report with very many pages the others are drawn when they are asked for.
_MOST_PREPARED, _TOGETHER = 200, 6


class Album:
    """The pictures drawn so far, the latest asked for kept longest."""

    def __init__(self) -> None:
        """Empty."""
        self._pictures: OrderedDict[tuple[str, int], PagePicture | None] = OrderedDict()
        self._prepared: set[str] = set()
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

    def prepare(self, source: Source, pages: Sequence[Page]) -> None:
        """Have these pages drawn in the background, once for each file, so that turning to one shows it at once."""
        with self._lock:
            if source.name in self._prepared:
                return
            self._prepared.add(source.name)
        threading.Thread(target=self._draw, args=(source, list(pages)), daemon=True).start()

    def _draw(self, source: Source, pages: list[Page]) -> None:
        for first in range(0, min(len(pages), _MOST_PREPARED), _TOGETHER):
            with self._lock:
                wanted = [page for page in pages[first : first + _TOGETHER] if (source.name, page.number) not in self._pictures]
            with self._hands:
                drawn = page_pictures(source.path, wanted) if wanted else {}
            with self._lock:
                for page in wanted:
                    self._keep((source.name, page.number), drawn.get(page.number))

    def _keep(self, key: tuple[str, int], picture: PagePicture | None) -> None:
        if key in self._pictures:
            return
        self._pictures[key] = picture
        self._bytes += len(picture.image) if picture else 0
        while self._bytes > _MOST_BYTES and len(self._pictures) > 1:
            _, old = self._pictures.popitem(last=False)
            self._bytes -= len(old.image) if old else 0
