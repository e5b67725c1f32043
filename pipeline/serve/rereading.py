"""Remembers what other engines read of a page, so that checking a report anew does not have it read anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.model import Document
from pipeline.audit.second_reading import Reader, Request


class Memory:
    """A reader that asks another one for those pages only that it never answered."""

    def __init__(self, reader: Reader) -> None:
        """Nothing is known yet."""
        self._reader = reader
        self._known: dict[tuple[str, str, int], Document] = {}

    def __call__(self, requests: Sequence[Request]) -> list[Document]:
        """The tables of the pages of each request."""
        asked = [(at, left) for at, request in enumerate(requests) if (left := self._left(request)).pages]
        read = self._reader([left for _, left in asked]) if asked else ()
        failed = {at: answer for (at, left), answer in zip(asked, read, strict=True) if not self._kept(left, answer)}
        return [failed.get(at) or self._answer(request) for at, request in enumerate(requests)]

    def _left(self, request: Request) -> Request:
        return replace(request, pages=tuple(page for page in request.pages if (request.document, request.engine, page) not in self._known))

    def _kept(self, request: Request, answer: Document) -> bool:
        """What is known of each page from now on; a problem of the whole document says nothing of any."""
        if any(problem.page is None for problem in answer.problems):
            return False
        for page in request.pages:
            tables = tuple(table for table in answer.tables if table.place.page == page)
            problems = tuple(problem for problem in answer.problems if problem.page == page)
            self._known[request.document, request.engine, page] = replace(answer, blocks=tables, problems=problems)
        return True

    def _answer(self, request: Request) -> Document:
        parts = [self._known[request.document, request.engine, page] for page in request.pages]
        blocks = tuple(block for part in parts for block in part.blocks)
        return replace(parts[0], blocks=blocks, problems=tuple(problem for part in parts for problem in part.problems))
