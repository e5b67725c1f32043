"""Things beside each other that are prose, and things that only look like two columns of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layouts.case import Layout, Wanted, case
from tests.layouts.draw import LEFT, TOP, Hand, framed, prose, ruled
from tests.layouts.figures import ASET, ASET_SIDES, ASET_WIDTHS
from tests.layouts.prose import FIRST, SECOND, THIRD
from tests.layouts.text import broken, justified
from tests.pdf_fixtures import drawn

COLUMN, SECOND_LEFT = 220.0, LEFT + 255


@case
def paragraph_that_goes_on_in_the_next_column(folder: Path) -> Layout:
    """Two paragraphs in two columns, the cut within the second one; below them one across the page."""
    lines = [*broken(FIRST, COLUMN), *broken(SECOND, COLUMN)]
    half = len(lines) - 4

    def draw(canvas: Any) -> None:
        first = len(broken(FIRST, COLUMN))
        y = justified(canvas, TOP, lines[:first], LEFT, LEFT + COLUMN)
        low = justified(canvas, y, [*lines[first:half], ""], LEFT, LEFT + COLUMN)
        justified(canvas, TOP, lines[half:], SECOND_LEFT, SECOND_LEFT + COLUMN)
        justified(canvas, low - 20, broken(THIRD, 475), LEFT, LEFT + 475)

    return Layout(drawn(folder, draw), (), paragraphs=(FIRST, SECOND, THIRD))


@case
def table_within_a_column(folder: Path) -> Layout:
    """Below the prose of the left column, beside the prose of the right one: it is read where its column has it."""
    left, right = broken(FIRST, COLUMN), [*broken(SECOND, COLUMN), *broken(THIRD, COLUMN), *broken(FIRST, COLUMN)]

    def draw(canvas: Any) -> None:
        low = justified(canvas, TOP, left, LEFT, LEFT + COLUMN)
        ruled(canvas, framed(ASET, ASET_WIDTHS, low - 4), ASET, Hand(ASET_SIDES))
        justified(canvas, TOP, right, SECOND_LEFT, SECOND_LEFT + COLUMN)

    return Layout(drawn(folder, draw), (Wanted(ASET),), (*left, *right))


@case
def wrapped_words_in_two_columns_of_a_table_without_rules(folder: Path) -> Layout:
    """Problem and remedy side by side, each row begins anew in both columns: its lines are read across."""
    rows = ((FIRST, SECOND), (SECOND, THIRD), (THIRD, FIRST))
    said: list[str] = []
    for pair in rows:
        one, other = (broken(text, 200) for text in pair)
        said += [" ".join(part[place] for part in (one, other) if place < len(part)) for place in range(max(len(one), len(other)))]

    def draw(canvas: Any) -> None:
        y = TOP
        for pair in rows:
            lows = []
            for text, left in zip(pair, (LEFT, SECOND_LEFT), strict=True):
                canvas.setFont("Times-Roman", 11)
                low = y
                for line in broken(text, 200):
                    canvas.drawString(left, low, line)
                    low -= 15
                lows.append(low)
            y = min(lows) - 6

    return Layout(drawn(folder, draw), (), tuple(said))


@case
def two_lists_side_by_side(folder: Path) -> Layout:
    """Short names in two columns, as members of a team are listed: no running prose."""
    said = (
        ("Bagian tata usaha", "menyusun rencana dan laporan"),
        ("Bidang rehabilitasi hutan", "menanam kembali lahan kritis"),
        ("Bidang perlindungan", "mencegah kebakaran lahan"),
        ("Bidang penyuluhan", "membina kelompok tani hutan"),
        ("Balai pembibitan", "menyediakan bibit unggul"),
        ("Balai patroli", "menjaga kawasan hutan lindung"),
    )

    def draw(canvas: Any) -> None:
        for place, (name, duty) in enumerate(said):
            prose(canvas, TOP - 15 * place, name)
            prose(canvas, TOP - 15 * place, duty, left=SECOND_LEFT)

    return Layout(drawn(folder, draw), (), tuple(f"{name} {duty}" for name, duty in said))
