"""One and the same grid, drawn in all the ways in which office programs draw one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.lib import colors

from tests.layouts.case import Layout, case
from tests.layouts.draw import PALE, Frame, Hand, Segment, across, band, fill, framed, level, rulings, strike, upright, write
from tests.layouts.figures import KEGIATAN, KEGIATAN_SIDES, KEGIATAN_WIDTHS
from tests.layouts.ruled import WANTED, page
from tests.pdf_fixtures import drawn

MIDDLE = Hand(KEGIATAN_SIDES, middle=True)


@case
def four_strokes_a_cell(folder: Path) -> Layout:
    """Each cell draws its own edges, so that inner ones are drawn twice."""

    def rules(canvas: Any, frame: Frame) -> None:
        for box in frame.boxes().values():
            strike(canvas, _edges(box))

    return page(folder, rules, MIDDLE)


@case
def cells_that_overlap_by_a_hair(folder: Path) -> Layout:
    """Edges of neighbours lie a third of a point apart, and overshoot their corners."""

    def rules(canvas: Any, frame: Frame) -> None:
        for place, (left, bottom, right, top) in enumerate(frame.boxes().values()):
            off = 0.3 if place % 2 else -0.3
            strike(canvas, _edges((left - 0.4 + off, bottom - 0.3, right + 0.4 + off, top + 0.3)))

    return page(folder, rules, MIDDLE)


@case
def rules_that_end_short_of_their_corner(folder: Path) -> Layout:
    def rules(canvas: Any, frame: Frame) -> None:
        for left, bottom, right, top in frame.boxes().values():
            strike(canvas, _edges((left, bottom, right, top), short=0.9))

    return page(folder, rules, MIDDLE)


@case
def rectangles_with_a_stroke(folder: Path) -> Layout:
    def rules(canvas: Any, frame: Frame) -> None:
        canvas.setLineWidth(0.5)
        for left, bottom, right, top in frame.boxes().values():
            canvas.rect(left, bottom, right - left, top - bottom)

    return page(folder, rules, MIDDLE)


@case
def thin_filled_rectangles(folder: Path) -> Layout:
    """As a word processor prints borders: a dot at each corner, between the dots a filled bar half a point thick."""

    def rules(canvas: Any, frame: Frame) -> None:
        for bar in _bars(frame, 0.48):
            fill(canvas, bar, colors.black)

    return page(folder, rules, MIDDLE)


@case
def one_path_for_all_rules(folder: Path) -> Layout:
    def rules(canvas: Any, frame: Frame) -> None:
        path = canvas.beginPath()
        for x0, y0, x1, y1 in rulings(frame):
            path.moveTo(x0, y0)
            path.lineTo(x1, y1)
        canvas.setLineWidth(0.6)
        canvas.drawPath(path)

    return page(folder, rules, MIDDLE)


@case
def double_rules(folder: Path) -> Layout:
    """The outer edge and the rule below the header are double, the others single."""

    def rules(canvas: Any, frame: Frame) -> None:
        strike(canvas, rulings(frame), 0.4)
        strike(canvas, [(x0 - 1.4, y - 1.4, x1 + 1.4, y - 1.4) for x0, y, x1, _ in across(frame, 1, -1)], 0.4)
        strike(canvas, [(x0 - 1.4, y + 1.4, x1 + 1.4, y + 1.4) for x0, y, x1, _ in across(frame, 0)], 0.4)
        strike(canvas, [(x, frame.ys[-1] - 1.4, x, frame.ys[0] + 1.4) for x in (frame.xs[0] - 1.4, frame.xs[-1] + 1.4)], 0.4)

    return page(folder, rules, MIDDLE)


@case
def hairlines(folder: Path) -> Layout:
    """Rules of no width, grey."""
    return page(folder, lambda canvas, frame: strike(canvas, rulings(frame), 0, colors.Color(0.6, 0.6, 0.6)), MIDDLE)


@case
def dashed_rules(folder: Path) -> Layout:
    """Drawn with a dash pattern."""

    def rules(canvas: Any, frame: Frame) -> None:
        canvas.setDash(3, 2)
        strike(canvas, rulings(frame), 0.5)
        canvas.setDash()

    return page(folder, rules, MIDDLE)


@case
def rules_in_small_pieces(folder: Path) -> Layout:
    """A dotted rule as a spreadsheet prints it: a stroke a dot."""

    def rules(canvas: Any, frame: Frame) -> None:
        for x0, y0, x1, y1 in rulings(frame):
            length = x1 - x0 + y1 - y0
            ends = [(start, min(start + 1.2, length)) for start in _steps(length, 2.4)]
            strike(canvas, [(x0 + (a if y0 == y1 else 0), y0 + (a if x0 == x1 else 0), *_end(x0, y0, b, y0 == y1)) for a, b in ends], 0.5)

    return page(folder, rules, MIDDLE)


@case
def rules_and_row_paint(folder: Path) -> Layout:
    """Bands of paint that end a little beside the rules are no second grid."""

    def rules(canvas: Any, frame: Frame) -> None:
        band(canvas, frame, (0,), PALE)
        fill(canvas, (frame.xs[1] + 1, frame.ys[3] + 1.5, frame.xs[3] - 1.5, frame.ys[2] - 1), colors.yellow)
        strike(canvas, rulings(frame))

    return page(folder, rules, MIDDLE)


@case
def highlighted_words(folder: Path) -> Layout:
    """A marker's paint behind the words of some cells is no border."""

    def rules(canvas: Any, frame: Frame) -> None:
        for row in (2, 4):
            fill(canvas, (frame.xs[1] + 3, frame.ys[row] - 14, frame.xs[1] + 70, frame.ys[row] - 3), colors.yellow)
        strike(canvas, [*level(rulings(frame)), *upright(rulings(frame))])

    return page(folder, rules)


# ------------------------------------------------------------------ form objects


@case
def rules_in_a_form_object(folder: Path) -> Layout:
    """The rules lie in a form object, moved and made half as large; the text stands on the page itself."""

    def draw(canvas: Any) -> None:
        frame = framed(KEGIATAN, KEGIATAN_WIDTHS)
        canvas.beginForm("kisi", 0, 0, 2000, 2000)
        strike(canvas, [(2 * x0 - 40, 2 * y0 + 60, 2 * x1 - 40, 2 * y1 + 60) for x0, y0, x1, y1 in rulings(frame)])
        canvas.endForm()
        canvas.saveState()
        canvas.translate(20, -30)
        canvas.scale(0.5, 0.5)
        canvas.doForm("kisi")
        canvas.restoreState()
        write(canvas, frame, KEGIATAN, MIDDLE)

    return Layout(drawn(folder, draw), WANTED, ())


@case
def table_in_a_form_object_within_another(folder: Path) -> Layout:
    """Rules and text both, in a form object that a second one shows."""

    def draw(canvas: Any) -> None:
        frame = framed(KEGIATAN, KEGIATAN_WIDTHS, top=600, left=0)
        canvas.beginForm("tabel", 0, 0, 600, 800)
        strike(canvas, rulings(frame))
        write(canvas, frame, KEGIATAN, MIDDLE)
        canvas.endForm()
        canvas.beginForm("halaman", 0, 0, 600, 800)
        canvas.translate(40, 50)
        canvas.doForm("tabel")
        canvas.endForm()
        canvas.translate(20, 60)
        canvas.doForm("halaman")

    return Layout(drawn(folder, draw), WANTED, ())


# ------------------------------------------------------------------ pieces


def _edges(box: Segment, short: float = 0.0) -> list[Segment]:
    left, bottom, right, top = box
    lying = [(left + short, y, right - short, y) for y in (bottom, top)]
    return lying + [(x, bottom + short, x, top - short) for x in (left, right)]


def _bars(frame: Frame, thick: float) -> Iterator[Segment]:
    for left, bottom, right, top in frame.boxes().values():
        for x in (left, right):
            yield (x, bottom, x + thick, bottom + thick)
            yield (x, top, x + thick, top + thick)
            yield (x, bottom + thick, x + thick, top)
        for y in (bottom, top):
            yield (left + thick, y, right, y + thick)


def _steps(length: float, step: float) -> list[float]:
    return [place * step for place in range(int(length / step) + 1)]


def _end(x: float, y: float, far: float, lying: bool) -> tuple[float, float]:
    return (x + far, y) if lying else (x, y + far)
