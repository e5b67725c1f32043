"""What a glyph is worth: printed twice, white, invisible, off the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib import colors

from tests.layouts.case import Layout, Wanted, case
from tests.layouts.draw import BLUE, LEFT, TOP, Hand, band, fill, framed, prose, rulings, strike, write
from tests.layouts.figures import ASET, ASET_SIDES, ASET_WIDTHS
from tests.layouts.several import goods
from tests.pdf_fixtures import drawn

GOODS = (Wanted(ASET),)
TOLD = "Jumlah aset yang dikelola sebanyak 59 unit."


@case
def bold_by_printing_twice(folder: Path) -> Layout:
    """Header, labels and figures, a third of a point apart, in a table and outside."""

    def draw(canvas: Any) -> None:
        for off in (0, 0.3):
            canvas.setFont("Times-Roman", 11)
            canvas.drawString(LEFT + off, TOP + 30, TOLD)
        goods(canvas, TOP)
        goods(canvas, TOP, LEFT + 0.3)

    return Layout(drawn(folder, draw), GOODS, (TOLD,))


@case
def shadow_of_a_title(folder: Path) -> Layout:
    """A grey copy one point lower and to the right, below the black one."""
    title = "LAPORAN KINERJA DINAS KEHUTANAN"

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica-Bold", 20)
        canvas.setFillColor(colors.lightgrey)
        canvas.drawString(81, TOP - 1, title)
        canvas.setFillColor(colors.black)
        canvas.drawString(80, TOP, title)

    return Layout(drawn(folder, draw), (), (title,))


@case
def white_text_on_white_paper(folder: Path) -> Layout:
    """A hidden remark beside the paragraph, another inside a cell."""

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 30, TOLD)
        low = goods(canvas, TOP)
        canvas.setFillColor(colors.white)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(LEFT + 45, TOP - 32, "rahasia")
        canvas.drawString(LEFT, low - 30, "Catatan tersembunyi 987.654")

    return Layout(drawn(folder, draw), GOODS, (TOLD,), absent=("rahasia", "tersembunyi", "987.654"))


@case
def invisible_text(folder: Path) -> Layout:
    """Render mode 3, as a recognised scan carries it below its picture; here no picture covers anything."""

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 30, TOLD)
        low = goods(canvas, TOP)
        text = canvas.beginText(LEFT, low - 30)
        text.setFont("Helvetica", 9)
        text.setTextRenderMode(3)
        text.textOut("Tulisan yang tidak dicetak 987.654")
        canvas.drawText(text)

    return Layout(drawn(folder, draw), GOODS, (TOLD,), absent=("tidak dicetak",))


@case
def white_text_on_a_dark_header(folder: Path) -> Layout:
    def draw(canvas: Any) -> None:
        frame = framed(ASET, ASET_WIDTHS)
        band(canvas, frame, (0,), BLUE)
        strike(canvas, rulings(frame))
        write(canvas, frame, ASET, Hand(ASET_SIDES, header_ink=colors.white))

    return Layout(drawn(folder, draw), GOODS, ())


@case
def white_title_on_a_dark_bar(folder: Path) -> Layout:
    """Outside of any table."""
    title = "CAPAIAN KINERJA TAHUN 2023"

    def draw(canvas: Any) -> None:
        fill(canvas, (LEFT, TOP, 535, TOP + 26), BLUE)
        canvas.setFillColor(colors.white)
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(LEFT + 8, TOP + 9, title)
        prose(canvas, TOP - 25, TOLD)

    return Layout(drawn(folder, draw), (), (title, TOLD))


@case
def text_outside_the_page(folder: Path) -> Layout:
    """Right of it, below it, and half a table's width to the left."""

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 30, TOLD)
        goods(canvas, TOP)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(640, TOP - 14, "di kanan halaman")
        canvas.drawString(LEFT, -30, "di bawah halaman")
        canvas.drawString(-200, TOP - 30, "di kiri halaman")

    return Layout(drawn(folder, draw), GOODS, (TOLD,), absent=("di kanan", "di bawah", "di kiri"))


@case
def text_outside_the_crop_box(folder: Path) -> Layout:
    """On the sheet, but not on the part of it that a viewer shows and a printer prints; the box does not begin at nought."""

    def draw(canvas: Any) -> None:
        canvas.setCropBox((40, 50, 555, 800))
        prose(canvas, TOP + 30, TOLD)
        goods(canvas, TOP)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(LEFT, 820, "tanda potong atas 987.654")
        canvas.drawString(LEFT, 20, "tanda potong bawah")

    return Layout(drawn(folder, draw), GOODS, (TOLD,), absent=("tanda potong",))
