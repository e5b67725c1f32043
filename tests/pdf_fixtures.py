"""Small PDFs as offices make them, and what the extractor says of them as plain rows of text."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Drawn

from extractors.model import Document, Table, TextLine
from extractors.pdf import read_pdf

CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=9.6)
BOLD = ParagraphStyle("bold", CELL, fontName="Helvetica-Bold")
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=15)
CAPTION = ParagraphStyle("caption", fontName="Helvetica-Bold", fontSize=10, leading=12, alignment=1)
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")

Rows = Sequence[Sequence[str]]

BUDGET = (
    ("No", "Program / Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%"),
    ("1", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH", "1.300.000.000", "1.200.000.000", "92,31"),
    ("1.1", "Administrasi Keuangan Perangkat Daerah", "1.000.000.000", "950.000.000", "95,00"),
    ("1.2", "Administrasi Umum Perangkat Daerah", "300.000.000", "250.000.000", "83,33"),
    ("2", "PROGRAM REHABILITASI SOSIAL", "700.000.000", "690.000.000", "98,57"),
    ("", "JUMLAH", "2.000.000.000", "1.890.000.000", "94,50"),
)
WIDTHS = (30, 210, 90, 90, 40)


def grid(rows: Rows, widths: Sequence[float] = WIDTHS, style: Sequence[Any] = (GRID, TOP), **more: Any) -> Drawn:
    """A table whose cells wrap; the first row is bold."""
    cells = [[Paragraph(text, BOLD if place == 0 else CELL) for text in row] for place, row in enumerate(rows)]
    return Drawn(cells, colWidths=list(widths), style=list(style), **more)


def caption(text: str) -> Paragraph:
    """One centred bold line."""
    return Paragraph(text, CAPTION)


def prose(text: str) -> Paragraph:
    """A paragraph of body text."""
    return Paragraph(text, BODY)


def space(height: float = 12) -> Spacer:
    """White."""
    return Spacer(1, height)


def printed(folder: Path, story: Sequence[Any], size: tuple[float, float] = A4, running: str = "") -> Path:
    """The story as a PDF; `running` is a header with a line under it, and page numbers stand at the foot."""
    path = folder / "laporan.pdf"

    def furniture(canvas: Canvas, doc: Any) -> None:
        if running:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(62, size[1] - 44, running)
            canvas.line(62, size[1] - 49, size[0] - 62, size[1] - 49)
            canvas.drawCentredString(size[0] / 2, 36, str(doc.page))

    document = SimpleDocTemplate(str(path), pagesize=size, topMargin=72, bottomMargin=60, leftMargin=62, rightMargin=62, invariant=1)
    document.build(list(story), onFirstPage=furniture, onLaterPages=furniture)
    return path


def drawn(folder: Path, draw: Any, size: tuple[float, float] = A4) -> Path:
    """A PDF of what `draw` does to a canvas."""
    path = folder / "laporan.pdf"
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    draw(canvas)
    canvas.save()
    path.write_bytes(buffer.getvalue())
    return path


def read(path: Path, engine: str = "auto") -> Document:
    """The document."""
    return read_pdf(path.name, path, "0" * 64, engine)


def cells(table: Table) -> list[list[str]]:
    """The texts of a table, line breaks as spaces."""
    return [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]


def lines(document: Document) -> list[str]:
    """The lines outside tables."""
    return [block.text for block in document.blocks if isinstance(block, TextLine)]


def as_lists(rows: Rows) -> list[list[str]]:
    """Rows as `cells` gives them."""
    return [list(row) for row in rows]
