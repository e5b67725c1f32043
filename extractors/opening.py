"""Opens a PDF in pdfplumber; one that pdfminer cannot follow is first written anew by pdfium, which mends what it can."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

# The end mark stands within this of the end, unless something was cut off.
TAIL = 2048


@dataclass(frozen=True, slots=True)
class Opened:
    """An open PDF: its pages, and whether it had to be mended first."""

    document: Any
    pages: list[Any]
    repaired: bool


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """The file, open. Raises what pdfplumber raises where even pdfium cannot help."""
    document, repaired = _open(path)
    try:
        yield Opened(document, list(document.pages), repaired)
    finally:
        document.close()


def page_of(path: Path, number: int) -> contextlib.AbstractContextManager[Any]:
    """One page, counted from 1, open as long as the context lasts."""
    return _page(path, number)


@contextlib.contextmanager
def _page(path: Path, number: int) -> Iterator[Any]:
    with opened(path) as pdf:
        if not 1 <= number <= len(pdf.pages):
            raise ValueError(f"Halaman {number} tidak ada; dokumen ini {len(pdf.pages)} halaman.")
        yield pdf.pages[number - 1]


def _open(path: Path) -> tuple[Any, bool]:
    try:
        document = pdfplumber.open(path, raise_unicode_errors=False)
        if document.pages:
            return document, False
        document.close()
    except (PdfminerException, MalformedPDFException) as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise
    return _mended(path), True


def _mended(path: Path) -> Any:
    buffer = io.BytesIO()
    try:
        rescue = pypdfium2.PdfDocument(path)
        try:
            rescue.save(buffer)
        finally:
            rescue.close()
    except pypdfium2.PdfiumError as error:
        raise MalformedPDFException(str(error)) from error
    document = pdfplumber.open(buffer, raise_unicode_errors=False)
    if not document.pages:
        raise MalformedPDFException("no pages")
    return document


def is_truncated(path: Path) -> bool:
    """The end mark of the PDF is missing."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - TAIL))
        return b"%%EOF" not in file.read()
