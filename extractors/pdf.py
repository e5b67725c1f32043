"""A PDF to a Document: its pages and their kinds, its lines and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from extractors.base import AUTO, STAGE, checked
from extractors.choose import reader_of, reconsidered
from extractors.furniture import cleared
from extractors.guard import problem, quiet
from extractors.model import Category, Document, Page, PageKind, Problem
from extractors.opening import is_truncated, opened
from extractors.pages import PageReading
from extractors.pdfium import document as lean
from extractors.pdfium.table import NAME
from extractors.plumbed import read_pages
from extractors.stitch import join
from extractors.unswept import unswept

Pages = Sequence[tuple[PageReading, tuple[Problem, ...]]]


def read_pdf(name: str, path: Path, sha256: str, engine: str = AUTO) -> Document:
    """The whole report; what cannot be read of it is a problem. An engine that does not exist is a ValueError.

    A file that cannot be opened at all raises what its reader raises; `guard.attempt` makes a problem of that.
    """
    with quiet():
        read, repaired = (_lean(name, path, engine), False) if checked(engine) in (AUTO, NAME) else _plumbed(name, path, engine)
    with unswept():
        pages = tuple(reading.page for reading, _ in read)
        blocks = join(cleared([block for reading, _ in read for block in reading.blocks], pages))
    faults = [fault for _, problems in read for fault in problems]
    lost = [fault.page for fault in faults if fault.category is Category.DAMAGED and fault.page]
    others = (fault for fault in faults if fault.category is not Category.DAMAGED)
    damages = _lost(name, lost, pages) if lost else _damages(name, repaired, is_truncated(path))
    return Document(name, sha256, "pdf", pages, blocks, (*damages, *_scans(name, pages), *others))


def _lean(name: str, path: Path, engine: str) -> Pages:
    """The pages by the lean engine; if no engine is forced, other engines are asked about those that look doubtful."""
    with unswept():  # not the other engines: theirs are circles
        read = lean.read_pages(name, path)
    if engine == NAME:
        return read
    readings = reconsidered(path, [reading for reading, _ in read])
    return [(reading, problems) for reading, (_, problems) in zip(readings, read, strict=True)]


def _plumbed(name: str, path: Path, engine: str) -> tuple[Pages, bool]:
    """The pages by one of the slower engines, and whether the file had to be mended for it."""
    with opened(path) as pdf:
        return read_pages(name, path, pdf.pages, reader_of(engine)), pdf.repaired


def _lost(name: str, lost: Sequence[int], pages: Sequence[Page]) -> Iterator[Problem]:
    """One problem for all the pages that are gone, whatever else is wrong with the file."""
    numbers = ", ".join(_run(run) for run in _runs(lost))
    rest = "halaman lain tetap diperiksa" if len(lost) < len(pages) else "tidak ada halaman lain"
    yield problem(name, Category.DAMAGED, f"Berkas PDF rusak: halaman {numbers} tidak dapat dibaca; {rest}.", lost[0])


def _damages(name: str, repaired: bool, truncated: bool) -> Iterator[Problem]:
    if repaired:
        yield problem(name, Category.DAMAGED, "Berkas PDF rusak; yang masih utuh dibaca setelah susunannya diperbaiki.")
    elif truncated:
        yield problem(name, Category.DAMAGED, "Akhir berkas PDF hilang (mungkin terpotong saat diunduh); yang masih ada dibaca.")


def _scans(name: str, pages: Sequence[Page]) -> Iterator[Problem]:
    """One problem for each run of scanned pages."""
    for numbers in _runs([page.number for page in pages if page.kind is PageKind.SCAN]):
        where = f"Halaman {_run(numbers)}"
        every = len(numbers) == len(pages)
        yield Problem(
            document=name,
            stage=STAGE,
            category=Category.SCAN,
            message=f"{'Seluruh dokumen' if every else where} hasil pindai: hanya gambar, tanpa lapisan teks yang dapat dibaca.",
            advice="Mintalah berkas digital aslinya, atau jalankan OCR lebih dahulu, lalu periksa ulang.",
            page=numbers[0],
        )


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """The numbers, those that follow each other together."""
    return [[number for _, number in run] for _, run in groupby(enumerate(numbers), key=lambda item: item[1] - item[0])]


def _run(numbers: Sequence[int]) -> str:
    return f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]} sampai {numbers[-1]}"
