"""What `lakip extract` makes of documents that were read: lines of JSON, or a page of HTML each."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from extractors.model import Document
from pipeline import outputs
from pipeline.extract_options import folder_of, is_page, target
from pipeline.ingest import Source
from pipeline.normalize.headers import header_rows
from pipeline.report import machine
from pipeline.report.extracted import Frame, write_extracted
from pipeline.report.files import safe_stems
from pipeline.report.html import write_guide
from pipeline.settings import Settings


class Extraction:
    """One run of the command: `say` prints data, `talk` tells people."""

    def __init__(self, arguments: argparse.Namespace, say: Callable[[str], None], talk: Callable[[str], None]) -> None:
        """The options are those of `extract_options`."""
        self._arguments = arguments
        self._say = say
        self._talk = talk
        self._read: list[tuple[Source, Document]] = []

    def take(self, document: Document, source: Source, settings: Settings) -> int:
        """Print the tables of a document, unless only pages are wanted, and keep it for its page; always 0."""
        del settings
        if self._arguments.html:
            self._read.append((source, document))
        if self._arguments.json or not self._arguments.html:
            for line in json_lines(document):
                self._say(line)
        return 0

    def write_pages(self) -> bool:
        """Write the page of every document that was kept, and tell where; False if one cannot be written."""
        out = target(self._arguments)
        alone = is_page(out)
        frame = Frame(self._arguments.lang, bare=not self._arguments.tables_only, guide=not alone)
        stems = safe_stems(source.name for source, _ in self._read)
        for source, document in self._read:
            if not document.pages and not document.blocks:
                continue
            path = out if alone else out / f"{stems[source.name]}.html"
            try:
                write_extracted(document, source.path, path, frame)
                if not alone:  # who names one file wants no other beside it
                    write_guide(out)
            except OSError as error:
                self._talk(str(outputs.not_written(folder_of(out), error.errno or 0)))
                return False
            if not self._arguments.quiet:
                self._talk(f"ditulis: {path}")
        return True


def json_lines(document: Document) -> Iterator[str]:
    """One table a line, header rows counted, merged cells with their text in the top-left one."""
    for table in document.tables:
        rows = [{"page": row.place.page, "cells": [cell.text for cell in row.cells]} for row in table.rows]
        said = {"document": document.name, "caption": table.caption, "engine": table.engine, "header_rows": header_rows(table)}
        yield machine.line({**said, "rows": rows})
