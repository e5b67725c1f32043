"""Headers of two, three and four rows, spanning and upright ones; with a second page that repeats them or does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.layouts.case import Layout, Wanted, as_typed, case
from tests.layouts.draw import PAD, TOP, Frame, Hand, Spans, framed, ruled, rulings, strike, write
from tests.pdf_fixtures import drawn

TWO = (("No", "Program", "Anggaran", "", "Fisik", ""), ("", "", "Pagu (Rp)", "Realisasi (Rp)", "Target", "Realisasi"))
TWO_SPANS = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (1, 2)}
TWO_BODY = (
    ("1", "Perlindungan hutan", "715.000.000", "585.125.000", "100", "92"),
    ("2", "Penyuluhan", "90.000.000", "89.100.000", "100", "100"),
    ("3", "Perhutanan sosial", "1.361.400.000", "1.277.280.000", "80", "76"),
    ("4", "Penunjang urusan", "12.406.318.500", "12.118.940.277", "100", "99"),
)
TWO_WIDTHS = (28, 130, 90, 90, 55, 60)
TWO_SIDES = "clrrrr"

THREE = (
    ("Sasaran", "Capaian Kinerja", "", "", ""),
    ("", "Tahun 2022", "", "Tahun 2023", ""),
    ("", "Target", "Realisasi", "Target", "Realisasi"),
)
THREE_SPANS = {(0, 0): (3, 1), (0, 1): (1, 4), (1, 1): (1, 2), (1, 3): (1, 2)}
THREE_BODY = (
    ("Tutupan hutan rakyat", "1.100", "1.084", "1.250", "1.184"),
    ("Titik api", "60", "71", "40", "52"),
    ("Pendapatan kelompok", "16.000.000", "15.210.000", "18.500.000", "17.925.000"),
)
THREE_WIDTHS = (130, 80, 80, 80, 80)
THREE_SIDES = "lrrrr"

FOUR = (
    ("Urusan", "Rencana dan Pelaksanaan", "", "", "", ""),
    ("", "Rencana", "", "", "Pelaksanaan", ""),
    ("", "Keuangan", "", "Fisik\n(%)", "Keuangan", ""),
    ("", "Awal (Rp)", "Perubahan (Rp)", "", "Rp", "%"),
)
FOUR_SPANS = {(0, 0): (4, 1), (0, 1): (1, 5), (1, 1): (1, 3), (1, 4): (1, 2), (2, 1): (1, 2), (2, 3): (2, 1), (2, 4): (1, 2)}
FOUR_BODY = (
    ("Kehutanan", "2.300.000.000", "2.413.900.000", "100", "2.187.494.650", "90,62"),
    ("Pertanian", "1.150.000.000", "1.234.567.890", "95", "1.200.000.000", "97,20"),
)
FOUR_WIDTHS = (80, 85, 85, 50, 85, 50)
FOUR_SIDES = "lrrrrr"


def over_pages(folder: Path, header: Any, spans: Spans, body: Any, shape: tuple[Any, str, bool]) -> Layout:
    """A table whose second half stands at the top of a second page; `shape` is widths, sides and whether the header is repeated."""
    widths, sides, again = shape
    half = len(body) // 2
    second = (*header, *body[half:]) if again else body[half:]

    def draw(canvas: Any) -> None:
        low = framed((*header, *body[:half]), widths, spans=spans)
        lowered = framed((*header, *body[:half]), widths, top=TOP - low.ys[-1] + 70, spans=spans)
        ruled(canvas, lowered, (*header, *body[:half]), Hand(sides, header=len(header)))
        canvas.showPage()
        ruled(canvas, framed(second, widths, spans=spans if again else None), second, Hand(sides, header=len(header) if again else 0))

    pages = (1,) * (len(header) + half) + (2,) * (len(body) - half)
    return Layout(drawn(folder, draw), (Wanted(as_typed((*header, *body)), pages=pages),), ())


@case
def header_of_two_rows_repeated_overleaf(folder: Path) -> Layout:
    return over_pages(folder, TWO, TWO_SPANS, TWO_BODY, (TWO_WIDTHS, TWO_SIDES, True))


@case
def header_of_two_rows_missing_overleaf(folder: Path) -> Layout:
    return over_pages(folder, TWO, TWO_SPANS, TWO_BODY, (TWO_WIDTHS, TWO_SIDES, False))


@case
def header_of_three_rows_repeated_overleaf(folder: Path) -> Layout:
    return over_pages(folder, THREE, THREE_SPANS, THREE_BODY, (THREE_WIDTHS, THREE_SIDES, True))


@case
def header_of_three_rows_missing_overleaf(folder: Path) -> Layout:
    return over_pages(folder, THREE, THREE_SPANS, THREE_BODY, (THREE_WIDTHS, THREE_SIDES, False))


@case
def header_of_four_rows(folder: Path) -> Layout:
    """Cells of the header that span columns, and one that spans two of its rows in the middle."""

    def draw(canvas: Any) -> None:
        ruled(canvas, framed((*FOUR, *FOUR_BODY), FOUR_WIDTHS, spans=FOUR_SPANS), (*FOUR, *FOUR_BODY), Hand(FOUR_SIDES, header=4))

    return Layout(drawn(folder, draw), (Wanted(as_typed((*FOUR, *FOUR_BODY))),), ())


@case
def header_of_four_rows_repeated_overleaf(folder: Path) -> Layout:
    return over_pages(folder, FOUR, FOUR_SPANS, FOUR_BODY, (FOUR_WIDTHS, FOUR_SIDES, True))


@case
def header_of_four_rows_missing_overleaf(folder: Path) -> Layout:
    return over_pages(folder, FOUR, FOUR_SPANS, FOUR_BODY, (FOUR_WIDTHS, FOUR_SIDES, False))


@case
def header_of_one_row_whose_numbers_are_repeated_overleaf(folder: Path) -> Layout:
    """Of the header, only the row of column numbers stands at the top of the second page: it is furniture there."""
    rows = (("No", "Uraian", "Target", "Realisasi"), ("(1)", "(2)", "(3)", "(4)"), ("1", "Luas persemaian", "12", "11"))
    rest = (("(1)", "(2)", "(3)", "(4)"), ("2", "Jumlah penyuluh", "30", "27"), ("3", "Jumlah kelompok", "45", "48"))
    widths = (40, 200, 80, 80)

    def draw(canvas: Any) -> None:
        ruled(canvas, framed(rows, widths, top=150), rows, Hand("clrr", header=2))
        canvas.showPage()
        ruled(canvas, framed(rest, widths), rest, Hand("clrr"))

    return Layout(drawn(folder, draw), (Wanted((*rows, *rest[1:]), pages=(1, 1, 1, 2, 2)),), ())


@case
def nested_header_with_lying_rules(folder: Path) -> Layout:
    """No rule stands; a short one lies below each heading that spans two columns."""
    rows = (*TWO, *TWO_BODY)

    def draw(canvas: Any) -> None:
        frame = framed(rows, TWO_WIDTHS, spans=TWO_SPANS)
        x0, x1 = frame.xs[0], frame.xs[-1]
        strike(canvas, [(x0, y, x1, y) for y in (frame.ys[0], frame.ys[2], frame.ys[-1])])
        strike(canvas, [(frame.xs[a] + 3, frame.ys[1], frame.xs[b] - 3, frame.ys[1]) for a, b in ((2, 4), (4, 6))])
        write(canvas, frame, rows, Hand(TWO_SIDES, header=2))

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def header_that_spans_rows_and_columns(folder: Path) -> Layout:
    """The first cell takes two rows and two columns."""
    rows = (("Kelompok Belanja", "", "Pagu", "Sisa"), ("", "", "(Rp)", "(Rp)"), ("5.1", "Operasi", "412.500.000", "14.285.350"))
    rows = (*rows, ("5.2", "Modal", "98.000.000", "500.000"))

    def draw(canvas: Any) -> None:
        ruled(canvas, framed(rows, (40, 130, 90, 90), spans={(0, 0): (2, 2)}), rows, Hand("clrr", header=2))

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


# ------------------------------------------------------------------ upright headers


def _upright(canvas: Any, frame: Frame, texts: Sequence[str], turn: int) -> None:
    """Header texts on their side: 90 reads upward, 270 downward."""
    canvas.setFont("Helvetica-Bold", 8.5)
    for column, text in enumerate(texts):
        lines = text.split("\n")
        for place, line in enumerate(lines):
            off = (place - (len(lines) - 1) / 2) * 10
            x = (frame.xs[column] + frame.xs[column + 1]) / 2
            canvas.saveState()
            if turn == 90:
                canvas.translate(x + 3 + off, frame.ys[1] + PAD)
            else:
                canvas.translate(x - 3 - off, frame.ys[0] - PAD)
            canvas.rotate(turn)
            canvas.drawString(0, 0, line)
            canvas.restoreState()


def _page_with_upright_header(folder: Path, turn: int) -> Layout:
    head = ("Kecamatan", "Target\nSemester I", "Realisasi\nSemester I", "Kelompok Binaan", "Persentase")
    body = (
        ("Wilayah Utara", "45", "41", "12", "91,11"),
        ("Wilayah Selatan", "30", "30", "9", "100,00"),
        ("Wilayah Timur", "24", "18", "6", "75,00"),
    )
    rows = (head, *body)

    def draw(canvas: Any) -> None:
        plain = framed(rows, (110, 34, 34, 34, 40))
        frame = Frame(plain.xs, (plain.ys[0] + 70, *plain.ys[1:]))
        strike(canvas, rulings(frame))
        write(canvas, frame, (("", "", "", "", ""), *body), Hand("lrrrr"))
        _upright(canvas, frame, head, turn)

    return Layout(drawn(folder, draw), (Wanted(as_typed(rows)),), ())


@case
def upright_header_cells(folder: Path) -> Layout:
    return _page_with_upright_header(folder, 90)


@case
def upright_header_cells_that_read_downward(folder: Path) -> Layout:
    return _page_with_upright_header(folder, 270)
