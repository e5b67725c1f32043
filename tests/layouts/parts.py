"""The parts of a text: what is a heading of it and what only looks like one, where its lists begin and end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.layouts.case import Layout, case
from tests.layouts.draw import LEFT, TOP, prose
from tests.layouts.prose import FIRST, RIGHT, SECOND, THIRD, running
from tests.layouts.text import broken, justified
from tests.pdf_fixtures import drawn


@case
def names_in_bold_within_a_paragraph(folder: Path) -> Layout:
    """They fill whole lines of it, and one begins with a capital: neither headings nor paragraphs of their own."""
    lines = (
        ("Pada tahun berjalan dinas melaksanakan kegiatan yang tercantum dalam dokumen anggaran, antara lain", False),
        ("Pembinaan Kelompok Tani Hutan di Desa Penyangga Kawasan Hutan Lindung dan Pengadaan", True),
        ("Bibit Unggul bagi Hutan Rakyat, yang seluruhnya dilaksanakan oleh bidang rehabilitasi dengan", True),
        ("dukungan balai pembibitan. Seluruh kegiatan selesai sebelum akhir tahun.", False),
    )

    def draw(canvas: Any) -> None:
        y = running(canvas, TOP, FIRST)
        for text, bold in lines:
            canvas.setFont("Times-Bold" if bold else "Times-Roman", 11)
            words = text.split()
            width = sum(stringWidth(word, "Times-Bold" if bold else "Times-Roman", 11) for word in words)
            gap = (RIGHT - LEFT - width) / (len(words) - 1) if text != lines[-1][0] else 3
            x = LEFT
            for word in words:
                canvas.drawString(x, y, word)
                x += stringWidth(word, "Times-Bold" if bold else "Times-Roman", 11) + gap
            y -= 15

    return Layout(drawn(folder, draw), paragraphs=(FIRST, " ".join(text for text, _ in lines)), headings=())


@case
def list_numbered_without_spaces_and_prose_below_it(folder: Path) -> Layout:
    """`10.Balai` is an item as `9. Balai` is; what begins at the margin below the last one, without a stop, is no part of it."""
    items = ("8. Balai pembibitan", "9. Balai patroli", "10.Balai penyuluhan kehutanan", "11.Balai pengolahan hasil hutan bukan kayu")

    def draw(canvas: Any) -> None:
        y = running(canvas, TOP, FIRST)
        for item in items:
            prose(canvas, y, item, left=LEFT + 18)
            y -= 15
        running(canvas, y, THIRD)

    return Layout(drawn(folder, draw), paragraphs=(FIRST, *items, THIRD), headings=())


@case
def chapter_whose_name_wraps(folder: Path) -> Layout:
    """Two centred lines below its number are its name; the section's title at the margin is not, though it is in capitals too."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Times-Bold", 14)
        for y, line in ((770, "BAB II"), (752, "PERENCANAAN DAN PERJANJIAN KINERJA"), (734, "DINAS KEHUTANAN")):
            canvas.drawCentredString(297, y, line)
        canvas.setFont("Times-Bold", 12)
        canvas.drawString(LEFT, 714, "LATAR BELAKANG")
        running(canvas, 690, FIRST)

    headings = (("BAB II", "PERENCANAAN DAN PERJANJIAN KINERJA DINAS KEHUTANAN", 0), ("", "LATAR BELAKANG", 1))
    return Layout(drawn(folder, draw), paragraphs=(FIRST,), headings=headings)


@case
def chapter_in_the_running_title(folder: Path) -> Layout:
    """`BAB III` at one height of every page is furniture; the chapter's own heading stands below it, on the first page."""

    def draw(canvas: Any) -> None:
        for page, text in enumerate((FIRST, SECOND, THIRD)):
            canvas.setFont("Helvetica-Oblique", 8)
            canvas.drawRightString(RIGHT, 805, "BAB III")
            y = 740.0
            if page == 0:
                canvas.setFont("Times-Bold", 14)
                canvas.drawCentredString(297, 770, "BAB III")
                canvas.drawCentredString(297, 752, "AKUNTABILITAS KINERJA")
                y = 715.0
            justified(canvas, y, broken(text, RIGHT - LEFT), LEFT, RIGHT)
            canvas.drawCentredString(297, 30, f"BAB III - {page + 1}")
            canvas.showPage()

    return Layout(drawn(folder, draw), paragraphs=(FIRST, SECOND, THIRD), headings=(("BAB III", "AKUNTABILITAS KINERJA", 0),))


@case
def contents_and_outline_without_leaders(folder: Path) -> Layout:
    """A table of contents in spaced letters, page numbers at the edge; later an outline of the chapters, some of them items of a list."""
    contents = (
        ("BAB I PENDAHULUAN", "1"),
        ("1.1 Latar Belakang", "1"),
        ("1.2 Sistematika Penulisan", "2"),
        ("BAB II PERENCANAAN KINERJA", "3"),
        ("2.1 Rencana Strategis", "3"),
    )
    first, second = ("1. BAB I PENDAHULUAN", "1.1 Latar Belakang", "1.2 Sistematika Penulisan"), ("2. BAB II PERENCANAAN", "2.1 Renstra")

    def titled(canvas: Any, y: float, text: str) -> None:
        canvas.setFont("Times-Bold", 12)
        canvas.drawString(LEFT, y, text)

    def chapter(canvas: Any, number: str, name: str) -> None:
        canvas.setFont("Times-Bold", 14)
        canvas.drawCentredString(297, 760, number)
        canvas.drawCentredString(297, 742, name)

    def draw(canvas: Any) -> None:
        canvas.setFont("Times-Bold", 14)
        canvas.drawCentredString(297, 760, "D A F T A R   I S I")
        for place, (name, page) in enumerate(contents):
            prose(canvas, 720 - 16 * place, name)
            canvas.drawRightString(RIGHT, 720 - 16 * place, page)
        canvas.showPage()
        chapter(canvas, "BAB I", "PENDAHULUAN")
        titled(canvas, 710, "1.1 Latar Belakang")
        running(canvas, 690, FIRST)
        titled(canvas, 600, "1.2 Sistematika Penulisan")
        for place, name in enumerate((*first, *second)):
            prose(canvas, 580 - 16 * place, name)
        canvas.showPage()
        chapter(canvas, "BAB II", "PERENCANAAN KINERJA")
        titled(canvas, 710, "2.1 Rencana Strategis")
        running(canvas, 690, SECOND)

    headings = (
        ("", "DAFTAR ISI", 0),
        ("BAB I", "PENDAHULUAN", 0),
        ("1.1", "Latar Belakang", 1),
        ("1.2", "Sistematika Penulisan", 1),
        ("BAB II", "PERENCANAAN KINERJA", 0),
        ("2.1", "Rencana Strategis", 1),
    )
    return Layout(drawn(folder, draw), paragraphs=(FIRST, SECOND), headings=headings)
