"""The line between other people's files and ours: whatever a library raises over a file becomes a typed problem."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException
from pypdfium2 import PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD

from extractors.base import STAGE, Reading
from extractors.model import Category, Document, Problem, Table
from extractors.opening import page_of
from extractors.sheet import Sheet, sheet_of
from extractors.words import Word, words_of

Result = TypeVar("Result")

# No file can cause these: we are broken, and that is to be seen.
OURS = (NameError, ImportError)

_ADVICE = {
    Category.ENCRYPTED: "Mintalah salinan tanpa kata sandi, atau buka berkas itu lalu simpan ulang (cetak ke PDF) tanpa sandi.",
    Category.DAMAGED: "Unduh atau mintalah ulang berkasnya; bila dapat dibuka di komputer lain, simpan ulang sebagai PDF baru.",
    Category.UNREADABLE: "Periksa apakah berkasnya masih ada dan boleh dibaca, lalu jalankan ulang.",
    Category.OUT_OF_MEMORY: "Pecahlah dokumen menjadi beberapa bagian, lalu periksa satu per satu.",
    Category.ENGINE: "Simpan ulang dokumen sebagai PDF baru, lalu periksa ulang; bila tetap gagal, laporkan berkas ini.",
}


def attempt(document: str, sha256: str, kind: str, work: Callable[[], Document]) -> Document:
    """What `work` reads, or a document that says why it could not be read. A wrong argument (ValueError of ours) is not caught here."""
    try:
        with quiet():
            return work()
    except OURS:
        raise
    except MemoryError:
        found = problem(document, Category.OUT_OF_MEMORY, "Memori tidak cukup untuk membaca dokumen ini.")
    except Exception as error:  # noqa: BLE001  a foreign file can make its reader raise anything
        found = _diagnosed(document, error)
    return Document(document, sha256, kind, (), (), (found,))


def read_page(path: Path, number: int, tables_on: Callable[[Sheet, list[Word]], list[Table]]) -> Reading:
    """The tables of one page of a file; what fails is a problem of that page."""

    def work() -> tuple[Table, ...]:
        with quiet(), page_of(path, number) as page:
            sheet = sheet_of(path, page)
        return tuple(tables_on(sheet, words_of(sheet)))

    def nothing() -> tuple[Table, ...]:
        return ()

    return Reading(*of_page(path.name, number, work, nothing))


def of_page(document: str, page: int, work: Callable[[], Result], otherwise: Callable[[], Result]) -> tuple[Result, tuple[Problem, ...]]:
    """What `work` reads of one page; if it fails, what `otherwise` gives, and the problem. The other pages go on."""
    try:
        return work(), ()
    except OURS:
        raise
    except MemoryError:
        message = f"Memori tidak cukup untuk membaca halaman {page}; halaman lain tetap diperiksa."
        return otherwise(), (problem(document, Category.OUT_OF_MEMORY, message, page),)
    except Exception as error:  # noqa: BLE001  the same, for one page
        category = Category.DAMAGED if isinstance(error, PdfiumError) else Category.ENGINE
        message = f"Halaman {page} tidak dapat dibaca ({type(error).__name__}); halaman lain tetap diperiksa."
        return otherwise(), (problem(document, category, message, page),)


def problem(document: str, category: Category, message: str, page: int | None = None) -> Problem:
    """A problem with the advice that belongs to its category."""
    return Problem(document, STAGE, category, message, _ADVICE[category], page)


def _diagnosed(document: str, error: Exception) -> Problem:
    cause = _root(error)
    code = cause.err_code if isinstance(cause, PdfiumError) else None
    if isinstance(cause, PDFPasswordIncorrect) or code == FPDF_ERR_PASSWORD:
        return problem(document, Category.ENCRYPTED, "Dokumen dikunci dengan kata sandi, sehingga isinya tidak dapat dibaca.")
    if code is not None or isinstance(cause, PSException | PDFSyntaxError | PdfminerException | MalformedPDFException | EOFError):
        return problem(document, Category.DAMAGED, "Berkas PDF rusak atau terpotong, sehingga isinya tidak dapat dibaca.")
    if isinstance(cause, OSError):
        return problem(document, Category.UNREADABLE, f"Berkas tidak dapat dibuka ({cause.strerror or type(cause).__name__}).")
    return problem(document, Category.ENGINE, f"Pembacaan dokumen gagal ({type(cause).__name__}).")


def _root(error: Exception) -> Exception:
    """pdfplumber wraps what pdfminer raised."""
    if isinstance(error, PdfminerException) and error.args and isinstance(error.args[0], Exception):
        return error.args[0]
    return error


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """The libraries' remarks on a file are kept off the terminal; what matters comes back as a problem."""
    loggers = [logging.getLogger(name) for name in ("pdfminer", "pdfplumber", "playa", "camelot", "pypdfium2")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
