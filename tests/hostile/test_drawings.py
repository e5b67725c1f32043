"""Drawings that are no tables: thousands of strokes, tiles and steps cost neither the page nor the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_fixtures import cells, drawn, lines, read

WORDS = "Realisasi anggaran tahun 2021"


def dashes(canvas: Canvas) -> None:
    for place in range(10_000):
        x, y = 20 + 5.5 * (place % 100), 20 + 8 * (place // 100)
        canvas.line(x, y, x + (1 if place % 2 else 0), y + (0 if place % 2 else 7))


def hatching(canvas: Canvas) -> None:
    for place in range(4_000):
        canvas.line(20 + 0.13 * place, 20 + (place % 7), 20 + 0.13 * place, 700 + (place % 5))


def tiles(canvas: Canvas) -> None:
    for place in range(5_000):
        canvas.setFillGray(0.3 + 0.1 * (place % 5))
        canvas.rect(20 + 7 * (place % 80), 20 + 11 * (place // 80), 7, 11, stroke=0, fill=1)


def steps(canvas: Canvas) -> None:
    for place in range(300):
        canvas.line(20, 20 + 2.6 * place, 40 + 1.8 * place, 20 + 2.6 * place)
        canvas.line(40 + 1.8 * place, 20 + 2.6 * place, 40 + 1.8 * place, 23 + 2.6 * place)


@pytest.mark.parametrize("drawing", [dashes, hatching, tiles, steps])
def test_a_drawing_costs_no_text(drawing: Callable[[Canvas], None], tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 815, WORDS)
        drawing(canvas)

    document = read(drawn(tmp_path, draw), "pdfium")
    assert document.problems == ()
    assert lines(document) == [WORDS]


@pytest.mark.parametrize("far", [0, 1_000_000], ids=["as it is", "and a stroke that leaves the paper"])
def test_two_tables_side_by_side_stay_two(far: float, tmp_path: Path) -> None:
    """A stroke a thousand pages long once made all gaps between rulings look closed."""

    def draw(canvas: Canvas) -> None:
        if far:
            canvas.line(0, 790, far, 790)
        for left, names in ((60, ("Pagu", "100.000")), (330, ("Sisa", "25.000"))):
            for y in (700, 680, 660):
                canvas.line(left, y, left + 200, y)
            for x in (0, 100, 200):
                canvas.line(left + x, 660, left + x, 700)
            for row, y in enumerate((686, 666)):
                canvas.drawString(left + 5, y, f"Uraian {row}")
                canvas.drawString(left + 105, y, names[row])

    found = [cells(table) for table in read(drawn(tmp_path, draw), "pdfium").tables]
    assert found == [[["Uraian 0", "Pagu"], ["Uraian 1", "100.000"]], [["Uraian 0", "Sisa"], ["Uraian 1", "25.000"]]]
