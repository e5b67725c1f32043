"""Tables by what sets their cells off: all rules, some rules, paint, nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib import colors

from tests.layouts.case import Layout, Wanted, as_typed, case
from tests.layouts.draw import (
    BLUE,
    PALE,
    TOP,
    Frame,
    Hand,
    across,
    band,
    fill,
    framed,
    level,
    prose,
    ruled,
    rulings,
    strike,
    upright,
    write,
)
from tests.layouts.figures import KEGIATAN, KEGIATAN_SIDES, KEGIATAN_WIDTHS, KINERJA, KINERJA_SIDES, KINERJA_WIDTHS
from tests.pdf_fixtures import drawn

HAND = Hand(KEGIATAN_SIDES)
WANTED = (Wanted(as_typed(KEGIATAN)),)
INTRODUCTION = "Pelaksanaan kegiatan selama tahun berjalan dirinci sebagai berikut."
CONCLUSION = "Rincian tersebut menjadi dasar perencanaan tahun berikutnya."


def page(folder: Path, rules: Any, hand: Hand = HAND) -> Layout:
    """The table of kegiatan between two sentences; `rules` draws, below the text, what sets its cells off."""

    def draw(canvas: Any) -> None:
        frame = framed(KEGIATAN, KEGIATAN_WIDTHS)
        prose(canvas, TOP + 24, INTRODUCTION)
        rules(canvas, frame)
        write(canvas, frame, KEGIATAN, hand)
        prose(canvas, frame.ys[-1] - 30, CONCLUSION)

    return Layout(drawn(folder, draw), WANTED, (INTRODUCTION, CONCLUSION))


@case
def full_grid(folder: Path) -> Layout:
    """Numbers and figures half-way down beside names of two lines."""
    return page(folder, lambda canvas, frame: strike(canvas, rulings(frame)), Hand(KEGIATAN_SIDES, middle=True))


@case
def full_grid_with_numbers_of_columns(folder: Path) -> Layout:
    rows = (KEGIATAN[0], ("(1)", "(2)", "(3)", "(4)", "(5)"), *KEGIATAN[1:])

    def draw(canvas: Any) -> None:
        ruled(canvas, framed(rows, KEGIATAN_WIDTHS), rows, Hand(KEGIATAN_SIDES, header=2))

    return Layout(drawn(folder, draw), (Wanted(as_typed(rows)),), ())


@case
def full_grid_of_narrow_cells(folder: Path) -> Layout:
    """One point between a figure and its border, and another to the text in the next cell."""
    rows = (("Uraian", "Pagu", "Sumber"), ("Bibit jati", "412.500.000", "DAK fisik"), ("Bibit sengon", "86.400.000", "DBH"))

    def draw(canvas: Any) -> None:
        frame = framed(rows, (58, 52, 46))
        strike(canvas, rulings(frame))
        canvas.setFont("Helvetica", 9)
        for row, texts in enumerate(rows):
            y = frame.ys[row] - 13
            canvas.drawString(frame.xs[0] + 1, y, texts[0])
            canvas.drawRightString(frame.xs[2] - 1, y, texts[1])
            canvas.drawString(frame.xs[2] + 1, y, texts[2])

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def open_sides(folder: Path) -> Layout:
    """A grid without a rule at its left and at its right."""
    return page(
        folder,
        lambda canvas, frame: strike(
            canvas, [one for one in rulings(frame) if one[1] == one[3] or one[0] not in (frame.xs[0], frame.xs[-1])]
        ),
    )


@case
def horizontal_rules(folder: Path) -> Layout:
    return page(folder, lambda canvas, frame: strike(canvas, level(rulings(frame))))


@case
def horizontal_rules_with_gaps(folder: Path) -> Layout:
    """The rule of each column ends before the next one's begins."""

    def rules(canvas: Any, frame: Frame) -> None:
        for left, right in zip(frame.xs, frame.xs[1:], strict=False):
            strike(canvas, [(left + 2.5, y, right - 2.5, y) for y in frame.ys])

    return page(folder, rules)


@case
def header_and_bottom_rules(folder: Path) -> Layout:
    return page(folder, lambda canvas, frame: strike(canvas, across(frame, 0, 1, -1)))


@case
def header_and_bottom_rules_with_figures_half_way(folder: Path) -> Layout:
    """Figures stand beside the gap between the two lines of a name."""
    return page(folder, lambda canvas, frame: strike(canvas, across(frame, 0, 1, -2, -1)), Hand(KEGIATAN_SIDES, middle=True))


@case
def no_rules(folder: Path) -> Layout:
    return page(folder, lambda canvas, frame: None)


@case
def no_rules_and_columns_of_words(folder: Path) -> Layout:
    """Two columns of words that wrap, each row set off from the next by a little white only."""

    def draw(canvas: Any) -> None:
        write(canvas, framed(KINERJA, KINERJA_WIDTHS), KINERJA, Hand(KINERJA_SIDES))

    return Layout(drawn(folder, draw), (Wanted(as_typed(KINERJA)),), ())


@case
def zebra(folder: Path) -> Layout:
    """Every second row on a pale band, no rule anywhere."""

    def rules(canvas: Any, frame: Frame) -> None:
        band(canvas, frame, (0,), BLUE)
        band(canvas, frame, (2, 4), PALE)

    return page(folder, rules, Hand(KEGIATAN_SIDES, header_ink=colors.white))


@case
def zebra_painted_cell_by_cell(folder: Path) -> Layout:
    def rules(canvas: Any, frame: Frame) -> None:
        for (row, _), box in frame.boxes().items():
            fill(canvas, box, BLUE if row == 0 else (PALE, colors.white)[row % 2])

    return page(folder, rules, Hand(KEGIATAN_SIDES, header_ink=colors.white, middle=True))


@case
def missing_row_rules(folder: Path) -> Layout:
    """Columns, header and outer edge are ruled; the rows of the body are not."""
    return page(folder, lambda canvas, frame: strike(canvas, [*upright(rulings(frame)), *across(frame, 0, 1, -1)]))


@case
def some_row_rules_missing(folder: Path) -> Layout:
    """Two of the rules between rows were forgotten."""
    return page(folder, lambda canvas, frame: strike(canvas, [*upright(rulings(frame)), *across(frame, 0, 1, 2, 5, 6)]))


@case
def white_rules_on_paint(folder: Path) -> Layout:
    """On a painted ground a white rule is as good as a black one."""

    def rules(canvas: Any, frame: Frame) -> None:
        band(canvas, frame, (0,), BLUE)
        band(canvas, frame, range(1, 6), PALE)
        strike(canvas, rulings(frame), 1, colors.white)

    return page(folder, rules, Hand(KEGIATAN_SIDES, header_ink=colors.white, middle=True))


@case
def white_row_rules_on_paint(folder: Path) -> Layout:
    """White rules between the rows, none between the columns."""

    def rules(canvas: Any, frame: Frame) -> None:
        band(canvas, frame, range(6), PALE)
        strike(canvas, level(rulings(frame)), 1.2, colors.white)

    return page(folder, rules, Hand(KEGIATAN_SIDES, middle=True))


@case
def white_gaps_between_painted_cells(folder: Path) -> Layout:
    def rules(canvas: Any, frame: Frame) -> None:
        for left, bottom, right, top in frame.boxes().values():
            fill(canvas, (left + 0.8, bottom + 0.8, right - 0.8, top - 0.8), PALE)

    return page(folder, rules, Hand(KEGIATAN_SIDES, middle=True))
