"""Makers of files that a folder of reports may hold."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pypdf
from pypdf.generic import NullObject
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "Realisasi Program Rehabilitasi Sosial Rp1.234.567.890"


def report(pages: int = 3) -> bytes:
    """A sound PDF with one sentence a page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in range(pages):
        canvas.drawString(72, 700, f"{SENTENCE} halaman {page + 1}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def encrypted(user: str, owner: str, algorithm: str = "AES-256") -> bytes:
    """The same, locked."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(report())))
    writer.encrypt(user, owner, algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def without_pages() -> bytes:
    """A PDF that has no page."""
    buffer = io.BytesIO()
    pypdf.PdfWriter().write(buffer)
    return buffer.getvalue()


def without_some(pages: int, lost: range) -> bytes:
    """A PDF with null in the place of some of its pages, numbered from one."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(report(pages)))
    for number in lost:
        writer.root_object["/Pages"]["/Kids"][number - 1] = NullObject()
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def truncated(tenths: int) -> bytes:
    """So many tenths of a report, as a broken download leaves them."""
    whole = report()
    return whole[: len(whole) * tenths // 10]


def noise(size: int = 5000) -> bytes:
    """Bytes of no meaning, the same ones each time."""
    return random.Random(7).randbytes(size)


def word() -> bytes:
    """The outside of a Word file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return buffer.getvalue()


def scan(pages: int = 2, stamped: str = "") -> bytes:
    """Pages that are one picture each."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    for _ in range(pages):
        canvas.drawInlineImage(picture(), 0, 0, 595, 842)
        canvas.drawString(500, 20, stamped)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def picture():  # type: ignore[no-untyped-def]
    """A grey picture."""
    from PIL import Image

    return Image.new("L", (60, 84), 200)


def put(folder: Path, **files: bytes) -> Path:
    """The files in a folder; `a_pdf=b"..."` becomes a.pdf."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_bytes(content)
    return folder
