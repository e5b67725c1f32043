"""Pages that lie: landscape, /Rotate, text turned on an upright page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape

from tests.layouts.case import Layout, Wanted, as_typed, case
from tests.layouts.draw import Frame, Hand, across, caption, framed, prose, ruled, strike, write
from tests.layouts.figures import KEGIATAN, KEGIATAN_SIDES, KEGIATAN_WIDTHS
from tests.pdf_fixtures import drawn

WIDTH, HEIGHT = A4
# reportlab is told the size that the reader sees: it turns the sheet itself when the page is rotated.
SEEN = landscape(A4)

WIDE = (
    ("No", "Indikator Kinerja", "Satuan", "Target", "TW I", "TW II", "TW III", "TW IV", "Realisasi", "Capaian (%)"),
    ("1", "Luas hutan rakyat yang\nditanami kembali", "Hektare", "1.250", "210", "388", "301", "285", "1.184", "94,72"),
    ("2", "Jumlah titik api", "Titik", "40", "4", "9", "31", "8", "52", "70,00"),
    ("3", "Kelompok tani hutan yang\nnaik kelas", "Kelompok", "45", "6", "14", "20", "8", "48", "106,67"),
)
WIDE_WIDTHS = (30, 160, 65, 65, 55, 55, 55, 55, 75, 75)
WIDE_HAND = Hand("clcrrrrrrr")
INTRODUCTION = "Capaian setiap indikator menurut triwulan adalah sebagai berikut."
CAPTION = "Tabel 3.6 Capaian Triwulanan"


def told(canvas: Any) -> Frame:
    """A sentence and a caption on a page that is wider than high; where the wide table goes below them."""
    prose(canvas, 530, INTRODUCTION)
    caption(canvas, 505, CAPTION, middle=HEIGHT / 2)
    return framed(WIDE, WIDE_WIDTHS, top=495)


def wide(canvas: Any) -> None:
    """The wide table in a full grid."""
    ruled(canvas, told(canvas), WIDE, WIDE_HAND)


def wide_with_lying_rules_only(canvas: Any) -> None:
    """The wide table with a rule above and below its header and one below its last row."""
    frame = told(canvas)
    strike(canvas, across(frame, 0, 1, -1))
    write(canvas, frame, WIDE, WIDE_HAND)


LAID = {
    0: lambda canvas: None,
    90: lambda canvas: (canvas.rotate(90), canvas.translate(0, -WIDTH)),
    180: lambda canvas: (canvas.rotate(180), canvas.translate(-HEIGHT, -WIDTH)),
    270: lambda canvas: (canvas.rotate(270), canvas.translate(-HEIGHT, 0)),
}
WIDE_WANTED = (Wanted(as_typed(WIDE), CAPTION),)


def rotated(folder: Path, angle: int, picture: Callable[[Any], None] = wide) -> Layout:
    """The wide page, drawn so that it is upright once the viewer has turned it by /Rotate."""

    def draw(canvas: Any) -> None:
        canvas.setPageRotation(angle)
        LAID[angle](canvas)
        picture(canvas)

    return Layout(drawn(folder, draw, SEEN), WIDE_WANTED, (INTRODUCTION,))


@case
def landscape_page(folder: Path) -> Layout:
    return rotated(folder, 0)


@case
def rotate_90(folder: Path) -> Layout:
    return rotated(folder, 90)


@case
def rotate_180(folder: Path) -> Layout:
    return rotated(folder, 180)


@case
def rotate_270(folder: Path) -> Layout:
    return rotated(folder, 270)


@case
def rotate_90_with_lying_rules_only(folder: Path) -> Layout:
    """Which rules lie and which stand is said after the page has been turned."""
    return rotated(folder, 90, wide_with_lying_rules_only)


@case
def rotate_90_over_two_pages(folder: Path) -> Layout:
    """A turned page with a wide table, its rest on a second one."""
    rest = (
        ("4", "Luas persemaian", "Hektare", "12", "3", "3", "3", "3", "12", "100,00"),
        ("5", "Penyuluh", "Orang", "30", "27", "27", "27", "27", "27", "90,00"),
    )

    def draw(canvas: Any) -> None:
        for rows, top in ((WIDE, 150), ((WIDE[0], *rest), 540)):
            canvas.setPageRotation(90)
            LAID[90](canvas)
            ruled(canvas, framed(rows, WIDE_WIDTHS, top=top), rows, WIDE_HAND)
            canvas.showPage()

    return Layout(drawn(folder, draw, SEEN), (Wanted(as_typed((*WIDE, *rest)), pages=(1, 1, 1, 1, 2, 2)),), ())


def turned(folder: Path, angle: int, picture: Callable[[Any], None]) -> Layout:
    """The whole page's text on its side, and no /Rotate."""

    def draw(canvas: Any) -> None:
        LAID[angle](canvas)
        picture(canvas)

    return Layout(drawn(folder, draw), WIDE_WANTED, (INTRODUCTION,))


@case
def text_turned_by_90_without_rotate(folder: Path) -> Layout:
    return turned(folder, 90, wide)


@case
def text_turned_by_270_without_rotate(folder: Path) -> Layout:
    return turned(folder, 270, wide)


@case
def turned_text_without_standing_rules(folder: Path) -> Layout:
    return turned(folder, 90, wide_with_lying_rules_only)


@case
def turned_table_among_upright_pages(folder: Path) -> Layout:
    """Three pages, the second one on its side; running title and number stand upright on all of them."""
    sentence = "Pelaksanaan kegiatan dilaporkan setiap triwulan kepada kepala dinas."

    def draw(canvas: Any) -> None:
        for page in (1, 2, 3):
            canvas.setFont("Helvetica", 8)
            canvas.drawString(60, 810, "Laporan Kinerja Dinas Kehutanan")
            canvas.drawCentredString(WIDTH / 2, 28, str(page))
            if page == 2:
                LAID[90](canvas)
                caption(canvas, 505, CAPTION, middle=HEIGHT / 2)
                ruled(canvas, framed(WIDE, WIDE_WIDTHS, top=495), WIDE, WIDE_HAND)
            else:
                ruled(canvas, framed(KEGIATAN, KEGIATAN_WIDTHS, top=600), KEGIATAN, Hand(KEGIATAN_SIDES))
                prose(canvas, 700, sentence)
            canvas.showPage()

    first, last = (Wanted(as_typed(KEGIATAN), pages=(page,) * 6) for page in (1, 3))
    return Layout(drawn(folder, draw), (first, Wanted(as_typed(WIDE), CAPTION, (2,) * 4), last), (sentence, sentence))
