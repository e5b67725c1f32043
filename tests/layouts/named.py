"""Tables with a rule above and below their header only, whose names stand where none of their column's texts do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layouts.case import Layout, Wanted, case
from tests.layouts.draw import Hand, Spans, across, framed, prose, strike, write
from tests.layouts.text import broken, justified
from tests.pdf_fixtures import drawn

QUARTERS = (("No", "Indikator", "Target", "Realisasi", "", "", ""), ("", "", "", "TW I", "TW II", "TW III", "TW IV"))
QUARTER_SPANS = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (1, 4)}
QUARTER_BODY = (
    ("1", "Luas lahan yang ditanami", "82,63", "12,69", "28,39", "45,91", "60,41"),
    ("2", "Kelompok tani yang dibina", "63,69", "9,33", "20,89", "33,78", "44,45"),
    ("3", "Bibit yang disalurkan", "1.400", "328", "734", "1.186", "1.561"),
)
QUARTER_WIDTHS = (30, 130, 60, 65, 65, 65, 65)
HEAD = ("No", "Program", "Pagu", "Realisasi (Rp)", "Sisa (Rp)", "%")
NUMBERS = ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)")
PROGRAMS = (
    ("1", "Rehabilitasi Hutan dan Lahan Kritis", "61.696.544", "55.131.958", "6.564.586", "89,36"),
    ("2", "Perlindungan Hutan", "18.212.600", "14.430.868", "3.781.732", "79,24"),
    ("3", "Penyuluhan", "148.757.950", "139.563.843", "9.194.107", "93,82"),
)
TOTAL = ("", "Jumlah", "228.667.094", "209.126.669", "19.540.425", "91,45")
WIDTHS = (40, 150, 100, 90, 80, 60)
SIDES = "clrrrr"
WIDE = "Pada program rehabilitasi hutan dan lahan kritis dialokasikan anggaran sebesar Rp61.696.544 dan terealisasi sebesar Rp55.131.958."


def _page(folder: Path, rows: Any, widths: Any, hand: Hand, spans: Spans | None = None) -> Layout:
    """The table with its two rules."""

    def draw(canvas: Any) -> None:
        frame = framed(rows, widths, spans=spans)
        strike(canvas, across(frame, 0, hand.header))
        write(canvas, frame, rows, hand)

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def name_over_the_white_between_two_columns(folder: Path) -> Layout:
    """A name over four columns of narrow figures is above none of them."""
    return _page(folder, (*QUARTERS, *QUARTER_BODY), QUARTER_WIDTHS, Hand("clccccc", header=2), QUARTER_SPANS)


@case
def numbered_names_over_the_middle_of_figures_at_the_edge(folder: Path) -> Layout:
    """The number of a column stands over none of its figures, the column's name over some."""
    return _page(folder, (HEAD, NUMBERS, *PROGRAMS, TOTAL), WIDTHS, Hand(SIDES, header=2))


@case
def numbered_columns_below_a_name_over_several(folder: Path) -> Layout:
    """Numbers below names of one row and of two: all of them are the third row."""
    head = (("No", "Program", "Anggaran", "", "Fisik (%)"), ("", "", "Pagu", "Realisasi", ""), ("(1)", "(2)", "(3)", "(4)", "(5)"))
    rows = (*head, *((*row[:4], row[5]) for row in PROGRAMS))
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (2, 1)}
    return _page(folder, rows, (40, 150, 100, 90, 80), Hand("clrrr", header=3), spans)


@case
def short_texts_far_from_the_name_in_their_middle(folder: Path) -> Layout:
    """Of a wide column only its total came overleaf, at its left edge."""
    return _page(folder, (HEAD, TOTAL), (40, 180, 75, 75, 75, 40), Hand(SIDES))


@case
def names_that_are_shorter_overleaf(folder: Path) -> Layout:
    """The white beside the names is wider there: the columns part elsewhere, but their header is the same."""
    long = ("1", "Rehabilitasi hutan dan lahan kritis di daerah aliran sungai", *PROGRAMS[0][2:])
    widths = (40, 240, 75, 75, 75, 40)

    def draw(canvas: Any) -> None:
        for rows in ((HEAD, long, *PROGRAMS[1:]), (HEAD, ("4", "Patroli", *PROGRAMS[0][2:]), TOTAL)):
            frame = framed(rows, widths, left=25)
            strike(canvas, across(frame, 0, 1))
            write(canvas, frame, rows, Hand(SIDES))
            canvas.showPage()

    body = (long, *PROGRAMS[1:], ("4", "Patroli", *PROGRAMS[0][2:]), TOTAL)
    return Layout(drawn(folder, draw), (Wanted((HEAD, *body), pages=(1, 1, 1, 1, 2, 2)),), ())


@case
def justified_line_with_wide_gaps_right_below_a_table(folder: Path) -> Layout:
    """Its words stand as far apart as columns do, but all equally far."""
    rows = (HEAD, *PROGRAMS, TOTAL)
    lines = broken(WIDE, 440)

    def draw(canvas: Any) -> None:
        frame = framed(rows, WIDTHS)
        strike(canvas, across(frame, 0, 1))
        write(canvas, frame, rows, Hand(SIDES))
        words = lines[0].split()
        first, rest = " ".join(words[:9]), " ".join([*words[9:], *lines[1:]])
        justified(canvas, frame.ys[-1] - 16, [first, rest], frame.xs[0] + 20, frame.xs[-1])

    words = WIDE.split()
    return Layout(drawn(folder, draw), (Wanted(rows),), (" ".join(words[:9]), " ".join(words[9:])))


@case
def short_sentence_right_below_a_table(folder: Path) -> Layout:
    """It begins beside the rows' numbers and ends above the first amounts; only its type tells that it is no name."""
    rows = (HEAD, *PROGRAMS)
    told = "Dinas melaksanakan 3 (tiga) program."

    def draw(canvas: Any) -> None:
        frame = framed(rows, WIDTHS)
        strike(canvas, across(frame, 0, 1))
        write(canvas, frame, rows, Hand(SIDES))
        prose(canvas, frame.ys[-1] - 16, told, left=frame.xs[0] + 30)

    return Layout(drawn(folder, draw), (Wanted(rows),), (told,))


# ------------------------------------------------------------------ in the margins

LONG_HEAD = ("Kode", "Kegiatan", "Pagu", "Bertambah /\n(Berkurang)", "Realisasi")
LONG_WIDTHS = (60, 150, 90, 90, 90)
FULL = 25


def _activity(place: int) -> tuple[str, ...]:
    return f"2.23.03.\n{place:02}", f"Kegiatan pembibitan {place}", f"{place}.250.000", "0", f"{place}.125.000"


@case
def lines_of_wrapped_cells_in_the_margins(folder: Path) -> Layout:
    """At the head of each page a name on two lines beside names on one; at its foot the end of a code, above the page's number."""
    activities = [_activity(place) for place in range(11, 11 + 2 * FULL + 3)]

    def draw(canvas: Any) -> None:
        for page in (1, 2, 3):
            canvas.setFont("Helvetica", 8)
            canvas.drawString(60, 812, "Laporan Kinerja Tahun 2023")
            canvas.drawCentredString(300, 20, str(page))
            rows = (LONG_HEAD, *activities[(page - 1) * FULL : page * FULL])
            frame = framed(rows, LONG_WIDTHS, top=795)
            strike(canvas, across(frame, 0, 1))
            write(canvas, frame, rows, Hand("clrrr"))
            canvas.showPage()

    pages = (1, *(1 + place // FULL for place in range(len(activities))))
    return Layout(drawn(folder, draw), (Wanted((LONG_HEAD, *activities), pages=pages),), ())
