"""How far apart glyphs stand: letters spread, joined, kerned apart, raised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.layouts.case import Layout, Wanted, as_typed, case
from tests.layouts.draw import LEFT, PAD, TOP, Frame, Hand, across, framed, level, prose, ruled, rulings, strike, write
from tests.layouts.figures import KEGIATAN, KEGIATAN_SIDES, KEGIATAN_WIDTHS
from tests.pdf_fixtures import drawn

SPREAD = (("Uraian", "Pagu (Rp)"), ("Operasi", "412.500.000"), ("Modal", "98.000.000"), ("JUMLAH", "510.500.000"))


def _spread(folder: Path, total: str, spacing: float, wanted: str) -> Layout:
    def draw(canvas: Any) -> None:
        frame = framed(SPREAD, (150, 90))
        ruled(canvas, frame, (*SPREAD[:-1], ("", SPREAD[-1][1])), Hand("lr"))
        text = canvas.beginText(LEFT + PAD, frame.ys[-2] - PAD - 8.5)
        text.setFont("Helvetica", 8.5)
        text.setCharSpace(spacing)
        text.textOut(total)
        canvas.drawText(text)

    return Layout(drawn(folder, draw), (Wanted((*SPREAD[:-1], (wanted, SPREAD[-1][1]))),), ())


@case
def letters_spread_by_the_font(folder: Path) -> Layout:
    """No space is printed: it is a word."""
    return _spread(folder, "JUMLAH", 6, "JUMLAH")


@case
def two_words_spread_by_the_font(folder: Path) -> Layout:
    """The space between them is one, and spread as the letters are."""
    return _spread(folder, "JUMLAH BELANJA", 3, "JUMLAH BELANJA")


@case
def letters_spread_by_spaces(folder: Path) -> Layout:
    """Spaces are printed: the cell keeps them, as text is kept as printed, and whoever reads words makes one of it."""
    return _spread(folder, "J U M L A H", 0, "J U M L A H")


@case
def figures_spread_by_the_font(folder: Path) -> Layout:
    """A letter's width of white inside an amount, from character spacing alone."""
    rows = (("Uraian", "Pagu (Rp)"), ("Operasi", "412.500.000"), ("Modal", "98.000.000"))

    def draw(canvas: Any) -> None:
        frame = framed(rows, (100, 130))
        ruled(canvas, frame, [(name, "" if place else figure) for place, (name, figure) in enumerate(rows)], Hand("lr"))
        for place in (1, 2):
            text = canvas.beginText(frame.xs[1] + PAD, frame.ys[place] - PAD - 8.5)
            text.setFont("Helvetica", 8.5)
            text.setCharSpace(2)
            text.textOut(rows[place][1])
            canvas.drawText(text)

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def ligatures(folder: Path) -> Layout:
    """One glyph for fi and one for fl: what is typed are two letters."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    rows = (("Aspek", "Nilai"), ("E\ufb01siensi anggaran", "88,20"), ("Re\ufb02eksi kinerja", "74,15"))
    sentence = "Tingkat e\ufb01siensi dan kon\ufb02ik lahan diukur setiap tahun."

    def draw(canvas: Any) -> None:
        canvas.setFont("Vera", 10)
        canvas.drawString(LEFT, TOP + 30, sentence)
        ruled(canvas, framed(rows, (150, 70)), rows, Hand("lr", faces=("Vera", "Vera")))

    wanted = (rows[0], ("Efisiensi anggaran", "88,20"), ("Refleksi kinerja", "74,15"))
    return Layout(drawn(folder, draw), (Wanted(wanted),), ("Tingkat efisiensi dan konflik lahan diukur setiap tahun.",))


# ------------------------------------------------------------------ kerned apart


def _kerned(canvas: Any, x: float, y: float, *parts: str) -> None:
    """The parts shown by one operator, each two pushed apart by a quarter of the type's size; no space is printed."""
    canvas.setFont("Helvetica", 9)
    shown = " -250 ".join(f"({part})" for part in parts)
    canvas._code.append(f"BT {canvas._doc.getInternalFontName('Helvetica')} 9 Tf 1 0 0 1 {x} {y} Tm [{shown}] TJ ET")


def _kerned_page(folder: Path, rules: Any) -> Layout:
    rows = (("Uraian", "Volume", "Biaya"), ("Bibit", "34.092", "1.275.000"), ("Pupuk", "18.500", "986.400"), ("Patok", "7.115", "45.000"))

    def draw(canvas: Any) -> None:
        frame = framed(rows, (90, 60, 80))
        rules(canvas, frame)
        hidden = [list(row) for row in rows]
        hidden[1][1] = hidden[2][2] = ""
        write(canvas, frame, hidden, Hand("lrr"))
        _kerned(canvas, frame.xs[2] - 34, frame.ys[1] - 12.5, "3", "4.092")
        _kerned(canvas, frame.xs[3] - 38, frame.ys[2] - 12.5, "98", "6.400")

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def digit_split_off_by_kerning(folder: Path) -> Layout:
    return _kerned_page(folder, lambda canvas, frame: strike(canvas, rulings(frame)))


@case
def digit_split_off_by_kerning_without_standing_rules(folder: Path) -> Layout:
    return _kerned_page(folder, lambda canvas, frame: strike(canvas, level(rulings(frame))))


@case
def figures_close_together_in_two_columns(folder: Path) -> Layout:
    """The last digit of a column ends four points before the next column's first one: the rule between them keeps them two."""
    rows = (("Kelas", "Nilai"), ("3", "4.092"), ("12", "18.500"), ("7", "986"))

    def draw(canvas: Any) -> None:
        frame = framed(rows, (60, 60))
        strike(canvas, rulings(frame))
        canvas.setFont("Helvetica", 9)
        for place, (first, second) in enumerate(rows):
            y = frame.ys[place] - 12.5
            canvas.drawRightString(frame.xs[1] - 2, y, first)
            canvas.drawString(frame.xs[1] + 2, y, second)

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def figures_close_together_in_two_columns_without_a_rule(folder: Path) -> Layout:
    """No rule stands between them, but each column has its edge and its header: six points of white run down the whole table."""
    rows = (
        ("Wilayah", "Pos", "Luas"),
        ("Utara", "3", "4.092"),
        ("Selatan", "12", "1.850"),
        ("Timur", "7", "2.986"),
        ("Barat", "24", "3.117"),
    )

    def draw(canvas: Any) -> None:
        frame = framed(rows, (80, 40, 46))
        strike(canvas, across(frame, 0, 1, -1))
        canvas.setFont("Helvetica", 9)
        for place, (name, first, second) in enumerate(rows):
            y = frame.ys[place] - 12.5
            canvas.drawString(frame.xs[0] + 2, y, name)
            canvas.drawRightString(frame.xs[2] - 3, y, first)
            canvas.drawString(frame.xs[2] + 3, y, second)

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


# ------------------------------------------------------------------ raised


def _raised(canvas: Any, frame: Frame, place: tuple[int, int], figure: str, mark: str) -> None:
    """A figure whose footnote mark, small and raised, follows it without a gap."""
    row, column = place
    x, y = frame.xs[column] + PAD, frame.ys[row] - PAD - 8.5
    canvas.setFont("Helvetica", 8.5)
    canvas.drawString(x, y, figure)
    width = canvas.stringWidth(figure, "Helvetica", 8.5)
    canvas.setFont("Helvetica", 5.5)
    canvas.drawString(x + width, y + 3.4, mark)


@case
def footnote_mark_on_a_number(folder: Path) -> Layout:
    """1.234 with a small raised 2 is 1.234: the mark is no digit of it, and whoever types the figure leaves it out."""
    rows = (("Uraian", "2022", "2023"), ("Luas rehabilitasi", "1.108", "1.234"), ("Produksi madu", "96,5", "88,1"))
    note = "Angka sementara per Desember."

    def draw(canvas: Any) -> None:
        frame = framed(rows, (110, 70, 70))
        strike(canvas, rulings(frame))
        write(canvas, frame, (rows[0], (rows[1][0], rows[1][1], ""), (rows[2][0], "", rows[2][2])), Hand("lll"))
        _raised(canvas, frame, (1, 2), "1.234", "2")
        _raised(canvas, frame, (2, 1), "96,5", "1")
        prose(canvas, frame.ys[-1] - 20, note)

    return Layout(drawn(folder, draw), (Wanted(rows),), (note,))


@case
def footnote_mark_on_a_whole_column(folder: Path) -> Layout:
    """Every figure of the column has its mark; without them the column's figures would be ten times as large."""
    rows = (("Wilayah", "Luas"), ("Utara", "1.234"), ("Selatan", "987"), ("Timur", "45.108"))

    def draw(canvas: Any) -> None:
        frame = framed(rows, (80, 60))
        strike(canvas, rulings(frame))
        write(canvas, frame, [(name, "" if place else figure) for place, (name, figure) in enumerate(rows)], Hand("ll"))
        for place in (1, 2, 3):
            _raised(canvas, frame, (place, 1), rows[place][1], "3")

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def exponent_of_a_unit(folder: Path) -> Layout:
    """Square metres: the raised 2 belongs to its letter, and the figure in the next cell stays whole."""
    rows = (("Uraian", "Satuan", "Luas"), ("Gedung kantor", "m2", "1.860"), ("Persemaian", "m2", "12.400"))

    def draw(canvas: Any) -> None:
        frame = framed(rows, (110, 50, 70))
        strike(canvas, rulings(frame))
        write(canvas, frame, [(a, b if place == 0 else "", c) for place, (a, b, c) in enumerate(rows)], Hand("lll"))
        for place in (1, 2):
            _raised(canvas, frame, (place, 1), "m", "2")

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def footnote_mark_hardly_raised(folder: Path) -> Layout:
    """A mark with its bracket, two points above the base line: so little that the figure and it are nearly on one line."""
    rows = (("Wilayah", "Luas"), ("Utara", "1.234"), ("Selatan", "987"))

    def draw(canvas: Any) -> None:
        frame = framed(rows, (80, 60))
        strike(canvas, rulings(frame))
        write(canvas, frame, [(name, "" if place == 1 else figure) for place, (name, figure) in enumerate(rows)], Hand("ll"))
        x, y = frame.xs[1] + PAD, frame.ys[1] - PAD - 8.5
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(x, y, "1.234")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(x + canvas.stringWidth("1.234", "Helvetica", 8.5), y + 2, "1)")

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def unit_with_an_exponent_and_more(folder: Path) -> Layout:
    """In a sentence: what follows the raised 2 without a space is one word with it; degrees and minutes lose nothing."""

    def draw(canvas: Any) -> None:
        y = TOP
        for pieces in (
            ("Debit sungai 115 m", "3", "/detik dan luasnya 2.600 m", "2", "."),
            ("Letaknya 7", "0", "50", "1", " lintang selatan."),
        ):
            x = LEFT
            for place, piece in enumerate(pieces):
                raised = place % 2
                size = 7 if raised else 11
                canvas.setFont("Helvetica", size)
                canvas.drawString(x, y + 4 * raised, piece)
                x += canvas.stringWidth(piece, "Helvetica", size)
            y -= 20

    return Layout(drawn(folder, draw), (), ("Debit sungai 115 m3/detik dan luasnya 2.600 m2.", "Letaknya 7 0 50 1 lintang selatan."))


@case
def figures_in_another_type(folder: Path) -> Layout:
    """The total is bold and larger than the rows above it, which neither raises it nor starts another table."""

    def draw(canvas: Any) -> None:
        frame = framed(KEGIATAN, KEGIATAN_WIDTHS)
        strike(canvas, rulings(frame))
        write(canvas, frame, (*KEGIATAN[:-1], ("",) * 5), Hand(KEGIATAN_SIDES))
        last = Frame(frame.xs, frame.ys[-2:])
        write(canvas, last, KEGIATAN[-1:], Hand(KEGIATAN_SIDES, header=0, size=10.5, faces=("Helvetica-Bold", "Helvetica-Bold")))

    return Layout(drawn(folder, draw), (Wanted(as_typed(KEGIATAN)),), ())
