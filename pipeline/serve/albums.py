"""Pictures of pages, drawn when they are asked for in a process of its own, and remembered as long as there is room."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence

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
        self._pictures: OrderedDict[tuple[str, int], PagePicture] = OrderedDict()
        self._prepared: set[str] = set()
        self._bytes = 0
        self._lock = threading.Lock()
        self._hands = threading.BoundedSemaphore(_AT_ONCE)
        # One report at a time is drawn ahead: the other hand is for the page that somebody looks at.
        self._ahead = threading.Lock()

    def picture(self, source: Source, page: Page) -> PagePicture | None:
        """A page; None where it cannot be drawn now."""
        key = (source.name, page.number)
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        return self._drawn(source, [page]).get(page.number)

    def prepare(self, source: Source, pages: Sequence[Page]) -> None:
        """Have these pages drawn in the background, once for each file, so that turning to one shows it at once."""
        with self._lock:
            if source.name in self._prepared:
                return
            self._prepared.add(source.name)
        threading.Thread(target=self._draw_ahead, args=(source, list(pages)), daemon=True).start()

    def _draw_ahead(self, source: Source, pages: list[Page]) -> None:
        with self._ahead:
            for first in range(0, min(len(pages), _MOST_PREPARED), _TOGETHER):
                with self._lock:
                    wanted = [page for page in pages[first : first + _TOGETHER] if (source.name, page.number) not in self._pictures]
                if wanted:
                    self._drawn(source, wanted)

    def _drawn(self, source: Source, pages: Sequence[Page]) -> Mapping[int, PagePicture]:
        """What could be drawn of these pages, and only that is remembered: the others may not even have been tried."""
        try:
            with self._hands:
                found = page_pictures(source.path, pages)
        except OSError:  # no process to draw in can be had now
            return {}
        with self._lock:
            for number, picture in found.items():
                self._keep((source.name, number), picture)
        return found

    def _keep(self, key: tuple[str, int], picture: PagePicture) -> None:
        if key in self._pictures:
            return
        self._pictures[key] = picture
        self._bytes += len(picture.image)
        while self._bytes > _MOST_BYTES and len(self._pictures) > 1:
            _, old = self._pictures.popitem(last=False)
            self._bytes -= len(old.image)
