"""More than one thing on a page: tables beside and below each other, beside pictures and charts, and whose caption is whose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader

from tests.layouts.case import Layout, Wanted, as_typed, case
from tests.layouts.draw import BLUE, LEFT, PALE, TOP, Hand, across, caption, fill, framed, prose, ruled, strike, write
from tests.layouts.figures import (
    ASET,
    ASET_SIDES,
    ASET_WIDTHS,
    KEGIATAN,
    KEGIATAN_SIDES,
    KEGIATAN_WIDTHS,
    PEGAWAI,
    PEGAWAI_SIDES,
    PEGAWAI_WIDTHS,
)
from tests.pdf_fixtures import drawn

STAFF, GOODS, WORK = Wanted(PEGAWAI), Wanted(ASET), Wanted(as_typed(KEGIATAN))


def staff(canvas: Any, top: float, left: float = LEFT) -> float:
    """Pegawai in a full grid; the height of its foot."""
    frame = framed(PEGAWAI, PEGAWAI_WIDTHS, top, left)
    ruled(canvas, frame, PEGAWAI, Hand(PEGAWAI_SIDES))
    return frame.ys[-1]


def goods(canvas: Any, top: float, left: float = LEFT) -> float:
    """Aset in a full grid; the height of its foot."""
    frame = framed(ASET, ASET_WIDTHS, top, left)
    ruled(canvas, frame, ASET, Hand(ASET_SIDES))
    return frame.ys[-1]


def work(canvas: Any, top: float) -> float:
    """Kegiatan in a full grid; the height of its foot."""
    frame = framed(KEGIATAN, KEGIATAN_WIDTHS, top)
    ruled(canvas, frame, KEGIATAN, Hand(KEGIATAN_SIDES))
    return frame.ys[-1]


@case
def side_by_side(folder: Path) -> Layout:
    """Two grids of their own row heights, twenty points apart."""

    def draw(canvas: Any) -> None:
        staff(canvas, TOP)
        frame = framed(ASET, ASET_WIDTHS, TOP - 6, LEFT + 230)
        ruled(canvas, frame, ASET, Hand(ASET_SIDES, middle=True))

    return Layout(drawn(folder, draw), (STAFF, GOODS), ())


@case
def side_by_side_with_captions(folder: Path) -> Layout:
    """Both begin at one height, each below a caption of its own."""

    def draw(canvas: Any) -> None:
        caption(canvas, TOP + 10, "Tabel 2.1 Pegawai", middle=LEFT + 105)
        caption(canvas, TOP + 10, "Tabel 2.2 Aset", middle=LEFT + 347)
        staff(canvas, TOP)
        goods(canvas, TOP, LEFT + 240)

    wanted = (Wanted(PEGAWAI, "Tabel 2.1 Pegawai"), Wanted(ASET, "Tabel 2.2 Aset"))
    return Layout(drawn(folder, draw), wanted, ())


@case
def side_by_side_with_lying_rules(folder: Path) -> Layout:
    def draw(canvas: Any) -> None:
        for rows, widths, sides, left in ((PEGAWAI, PEGAWAI_WIDTHS, PEGAWAI_SIDES, LEFT), (ASET, ASET_WIDTHS, ASET_SIDES, LEFT + 250)):
            frame = framed(rows, widths, TOP, left)
            strike(canvas, across(frame, 0, 1, -1))
            write(canvas, frame, rows, Hand(sides))

    return Layout(drawn(folder, draw), (STAFF, GOODS), ())


@case
def three_on_a_page(folder: Path) -> Layout:
    """With a sentence between the first two, and only white between the last two."""
    between = "Aset yang dikelola menurut jenisnya adalah sebagai berikut."

    def draw(canvas: Any) -> None:
        low = staff(canvas, TOP)
        low = prose(canvas, low - 24, between)
        low = goods(canvas, low)
        work(canvas, low - 16)

    return Layout(drawn(folder, draw), (STAFF, GOODS, WORK), (between,))


@case
def two_without_rules_below_each_other(folder: Path) -> Layout:
    between = "Aset yang dikelola menurut jenisnya adalah sebagai berikut."

    def draw(canvas: Any) -> None:
        frame = framed(PEGAWAI, PEGAWAI_WIDTHS)
        write(canvas, frame, PEGAWAI, Hand(PEGAWAI_SIDES))
        low = prose(canvas, frame.ys[-1] - 20, between)
        write(canvas, framed(ASET, ASET_WIDTHS, low - 4), ASET, Hand(ASET_SIDES))

    return Layout(drawn(folder, draw), (STAFF, GOODS), (between,))


# ------------------------------------------------------------------ pictures


def chart(canvas: Any, left: float, bottom: float) -> None:
    """Bars on ruled paper with a framed legend: lines and figures in rows and columns, and no table."""
    canvas.setFont("Helvetica", 7)
    for place in range(6):
        y = bottom + place * 24
        strike(canvas, [(left, y, left + 180, y)], 0.4, colors.grey)
        canvas.drawRightString(left - 4, y - 2, str(place * 20))
    strike(canvas, [(left, bottom, left, bottom + 130)])
    for place, (year, target, reached) in enumerate((("2021", 80, 72), ("2022", 90, 95), ("2023", 100, 88))):
        x = left + 15 + place * 58
        fill(canvas, (x, bottom, x + 18, bottom + target * 1.2), BLUE)
        fill(canvas, (x + 18, bottom, x + 36, bottom + reached * 1.2), PALE)
        canvas.drawCentredString(x + 9, bottom + target * 1.2 + 2, str(target))
        canvas.drawCentredString(x + 27, bottom + reached * 1.2 + 2, str(reached))
        canvas.drawCentredString(x + 18, bottom - 10, year)
    canvas.rect(left + 40, bottom - 34, 110, 14)
    for x, ink, text in ((45, BLUE, "Target"), (100, PALE, "Realisasi")):
        fill(canvas, (left + x, bottom - 30, left + x + 6, bottom - 24), ink)
        canvas.drawString(left + x + 9, bottom - 30, text)


@case
def beside_a_bar_chart(folder: Path) -> Layout:
    def draw(canvas: Any) -> None:
        staff(canvas, TOP)
        chart(canvas, LEFT + 270, TOP - 130)

    return Layout(drawn(folder, draw), (STAFF,))


@case
def above_a_bar_chart(folder: Path) -> Layout:
    def draw(canvas: Any) -> None:
        low = work(canvas, TOP)
        chart(canvas, LEFT + 120, low - 180)
        caption(canvas, low - 235, "Gambar 3.1 Capaian Tiga Tahun")

    return Layout(drawn(folder, draw), (WORK,))


@case
def bar_chart_alone(folder: Path) -> Layout:
    told = "Capaian tiga tahun terakhir digambarkan pada grafik berikut."

    def draw(canvas: Any) -> None:
        prose(canvas, TOP, told)
        chart(canvas, LEFT + 120, TOP - 200)

    return Layout(drawn(folder, draw))


@case
def lying_bars_with_labels(folder: Path) -> Layout:
    """A chart whose labels stand below each other, each with a figure at the end of its bar."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 8)
        for place, (name, share) in enumerate((("Utara", 91), ("Selatan", 64), ("Timur", 77), ("Barat", 38), ("Tengah", 55))):
            y = TOP - 22 * place
            canvas.drawRightString(130, y, name)
            fill(canvas, (136, y - 3, 136 + 3 * share, y + 9), BLUE)
            canvas.drawString(140 + 3 * share, y, str(share))
        strike(canvas, [(136 + 60 * place, TOP - 100, 136 + 60 * place, TOP + 14) for place in range(6)], 0.4, colors.grey)
        for place in range(6):
            canvas.drawCentredString(136 + 60 * place, TOP - 112, str(20 * place))

    return Layout(drawn(folder, draw))


@case
def beside_a_picture(folder: Path) -> Layout:
    """A photograph in a frame, with a line of words below it."""
    below = "Penanaman bibit oleh kelompok tani"

    def draw(canvas: Any) -> None:
        goods(canvas, TOP)
        photo = Image.new("RGB", (60, 40), (90, 130, 80))
        photo.paste((200, 220, 240), (0, 0, 60, 15))
        canvas.drawImage(ImageReader(photo), LEFT + 250, TOP - 110, 165, 110)
        canvas.rect(LEFT + 248, TOP - 112, 169, 114)
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(LEFT + 332, TOP - 124, below)

    return Layout(drawn(folder, draw), (GOODS,), (below,))


@case
def boxes_of_an_organisation(folder: Path) -> Layout:
    """Who reports to whom: framed names and the lines between them are no table."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 8)
        boxes = [(247, 700, "Kepala Dinas"), (380, 640, "Sekretaris"), (60, 560, "Bidang Bina Usaha"), (190, 560, "Bidang Konservasi")]
        boxes += [(320, 560, "Bidang Penyuluhan"), (450, 560, "Bidang Tata Ruang")]
        for x, y, name in boxes:
            canvas.rect(x, y, 100, 24)
            canvas.drawCentredString(x + 50, y + 9, name)
        strike(canvas, [(297, 600, 297, 700), (297, 652, 380, 652), (110, 600, 500, 600)])
        strike(canvas, [(x, 584, x, 600) for x in (110, 240, 370, 500)])

    return Layout(drawn(folder, draw))


@case
def page_in_a_frame(folder: Path) -> Layout:
    """A double frame around the whole page, as a cover or an annex has it, is no cell."""
    told = "Rincian kegiatan tahun 2023 menurut dokumen pelaksanaan anggaran."

    def draw(canvas: Any) -> None:
        canvas.rect(30, 30, 535, 782)
        canvas.rect(33, 33, 529, 776)
        prose(canvas, TOP + 30, told)
        work(canvas, TOP)

    return Layout(drawn(folder, draw), (WORK,), (told,))
