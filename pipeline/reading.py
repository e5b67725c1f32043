"""What a child process does: read one document by its kind."""

from __future__ import annotations

from pathlib import Path

from extractors.guard import attempt
from extractors.model import Document
from extractors.pdf import read_pdf
from extractors.plain_text import read_text
from pipeline.sniff import PDF


def read_document(task: tuple[str, str, str, str, str]) -> Document:
    """Name, path, hash, kind, engine: the document, or one that says why it could not be read."""
    name, path, sha256, kind, engine = task
    if kind == PDF:
        return attempt(name, sha256, kind, lambda: read_pdf(name, Path(path), sha256, engine))
    return attempt(name, sha256, kind, lambda: read_text(name, sha256, Path(path).read_bytes()))
