"""Tables that go on over a page break: broken rows, merged cells, furniture between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layouts.case import Layout, Rows, Wanted, as_typed, case
from tests.layouts.draw import Frame, Hand, across, caption, framed, prose, ruled, rulings, strike, upright, write
from tests.layouts.figures import KEGIATAN, KEGIATAN_SIDES, KEGIATAN_WIDTHS
from tests.pdf_fixtures import drawn

GROUPED = (
    ("Sasaran", "Kegiatan", "Pagu (Rp)", "Realisasi (Rp)"),
    ("Lestarinya kawasan\nhutan lindung", "Patroli terpadu", "640.000.000", "512.000.000"),
    ("", "Pos pengamanan", "75.000.000", "73.125.000"),
)
GROUPED_REST = (
    ("", "Papan peringatan", "24.000.000", "24.000.000"),
    ("", "Sekat bakar", "77.400.000", "70.900.000"),
    ("Naiknya pendapatan\nkelompok", "Sekolah lapang", "90.000.000", "89.100.000"),
)
GROUPED_WIDTHS = (120, 140, 95, 95)
GROUPED_WANTED = Wanted(as_typed((*GROUPED, *GROUPED_REST)), pages=(1, 1, 1, 2, 2, 2))


def grouped(folder: Path, overleaf: Any) -> Layout:
    """A merged first column on the first page; `overleaf` draws the rules of the second one."""

    def draw(canvas: Any) -> None:
        ruled(canvas, framed(GROUPED, GROUPED_WIDTHS, top=140, spans={(1, 0): (2, 1)}), GROUPED, Hand("llrr"))
        canvas.showPage()
        frame = framed(GROUPED_REST, GROUPED_WIDTHS, spans={(0, 0): (2, 1)})
        strike(canvas, overleaf(frame))
        write(canvas, frame, GROUPED_REST, Hand("llrr", header=0))

    return Layout(drawn(folder, draw), (GROUPED_WANTED,), ())


@case
def merged_column_that_goes_on_overleaf(folder: Path) -> Layout:
    """The second page ends the merged cell of the first, empty there, without rules between its rows."""
    return grouped(folder, rulings)


@case
def merged_column_whose_rules_are_missing_overleaf(folder: Path) -> Layout:
    """Neither the merged cell's left rule nor the one above it is drawn again: the grid seems to lack a column at first."""

    def rules(frame: Frame) -> list[tuple[float, float, float, float]]:
        left, second, low = frame.xs[0], frame.xs[1], frame.ys[2]
        kept = [one for one in rulings(frame) if one[0] != left]
        kept += [(second, y, frame.xs[-1], y) for y in frame.ys[:2]]
        return [*kept, (left, low, frame.xs[-1], low), (left, frame.ys[3], frame.xs[-1], frame.ys[3]), (left, frame.ys[3], left, low)]

    return grouped(folder, rules)


def broken(folder: Path, shape: tuple[Rows, Rows, Rows], again: bool) -> Layout:
    """Rows at the foot of a page, rows at the head of the next, and what they mean; with or without the header once more."""
    first, second, wanted = shape
    shown = (first[0], *second) if again else second

    def draw(canvas: Any) -> None:
        ruled(canvas, framed(first, KEGIATAN_WIDTHS, top=170), first, Hand(KEGIATAN_SIDES))
        canvas.showPage()
        ruled(canvas, framed(shown, KEGIATAN_WIDTHS), shown, Hand(KEGIATAN_SIDES, header=1 if again else 0))

    pages = (1,) * len(first) + (2,) * (len(wanted) - len(first))
    return Layout(drawn(folder, draw), (Wanted(as_typed(wanted), pages=pages),), ())


BROKEN = (
    (*KEGIATAN[:3], ("3", "Pelatihan pengolahan", "86.400.000", "86.400.000", "100,00")),
    (("", "madu hutan dan rotan", "", "", ""), *KEGIATAN[4:]),
    KEGIATAN,
)


@case
def row_broken_over_two_pages(folder: Path) -> Layout:
    """The rest of a name stands in a ruled row of its own overleaf; the row is the first page's."""
    return broken(folder, BROKEN, again=False)


@case
def row_broken_below_a_repeated_header(folder: Path) -> Layout:
    return broken(folder, BROKEN, again=True)


@case
def row_broken_in_two_columns(folder: Path) -> Layout:
    """Name and amounts are both cut: the last digits of the amounts stand overleaf."""
    first = (*KEGIATAN[:3], ("3", "Pelatihan pengolahan", "86.400.", "85.900.", "99,42"))
    second = (("", "madu hutan dan rotan", "000", "000", ""), *KEGIATAN[4:])
    whole = ("3", "Pelatihan pengolahan madu hutan dan rotan", "86.400.000", "85.900.000", "99,42")
    return broken(folder, (first, second, (*KEGIATAN[:3], whole, *KEGIATAN[4:])), again=False)


@case
def caption_at_the_foot_and_table_overleaf(folder: Path) -> Layout:
    def draw(canvas: Any) -> None:
        prose(canvas, 130, "Anggaran setiap kegiatan disajikan pada tabel berikut ini.")
        caption(canvas, 90, "Tabel 3.4 Anggaran Kegiatan")
        canvas.showPage()
        ruled(canvas, framed(KEGIATAN, KEGIATAN_WIDTHS), KEGIATAN, Hand(KEGIATAN_SIDES))

    wanted = Wanted(as_typed(KEGIATAN), "Tabel 3.4 Anggaran Kegiatan", (2,) * 6)
    return Layout(drawn(folder, draw), (wanted,), ("Anggaran setiap kegiatan disajikan pada tabel berikut ini.",))


@case
def table_at_the_top_right_below_a_paragraph(folder: Path) -> Layout:
    """The paragraph ends on the line above the table, closer to it than two rows are to each other."""
    told = ("Seluruh kegiatan telah dilaksanakan menurut jadwal, kecuali patroli yang tertunda karena", "cuaca dan kebakaran lahan:")

    def draw(canvas: Any) -> None:
        y = prose(canvas, 790, *told)
        ruled(canvas, framed(KEGIATAN, KEGIATAN_WIDTHS, top=y + 9), KEGIATAN, Hand(KEGIATAN_SIDES))

    return Layout(drawn(folder, draw), (Wanted(as_typed(KEGIATAN)),), told)


@case
def table_without_rules_right_below_a_paragraph(folder: Path) -> Layout:
    told = ("Seluruh kegiatan telah dilaksanakan menurut jadwal, kecuali patroli yang tertunda karena", "cuaca dan kebakaran lahan:")

    def draw(canvas: Any) -> None:
        y = prose(canvas, 790, *told)
        frame = framed(KEGIATAN, KEGIATAN_WIDTHS, top=y + 9)
        strike(canvas, across(frame, 1, -1))
        write(canvas, frame, KEGIATAN, Hand(KEGIATAN_SIDES))

    return Layout(drawn(folder, draw), (Wanted(as_typed(KEGIATAN)),), told)


# ------------------------------------------------------------------ furniture

HEAD = ("No", "Nama Kelompok Tani Hutan", "Anggota", "Bantuan (Rp)")
MEMBERS = tuple(
    (str(place), f"Kelompok Wana {place}", str(11 + place * 7 % 23), f"{place * 1250:,}.000".replace(",", ".")) for place in range(1, 138)
)
FULL = 39
MANY_WIDTHS = (40, 220, 70, 110)


def _furniture(canvas: Any, page: int) -> None:
    """As a book has it: the office on even pages, the report on odd ones, the number at the outer edge, a rule below and above."""
    canvas.setFont("Helvetica", 8)
    if page % 2:
        canvas.drawRightString(535, 805, "Laporan Kinerja Tahun 2023")
        canvas.drawRightString(535, 30, f"Halaman {page} dari 4")
    else:
        canvas.drawString(60, 805, "Dinas Kehutanan dan Lingkungan")
        canvas.drawString(60, 30, f"Halaman {page} dari 4")
    canvas.line(60, 800, 535, 800)
    canvas.line(60, 42, 535, 42)


@case
def furniture_around_a_table_over_four_pages(folder: Path) -> Layout:
    """A running title and a page number touch the table at its top and its foot; a sentence follows its end."""

    def draw(canvas: Any) -> None:
        for page in (1, 2, 3, 4):
            rows = (HEAD, *MEMBERS[(page - 1) * FULL : page * FULL])
            _furniture(canvas, page)
            frame = framed(rows, MANY_WIDTHS, top=793)
            ruled(canvas, frame, rows, Hand("clrr"))
            if page == 4:
                prose(canvas, frame.ys[-1] - 25, "Bantuan tersebut disalurkan dalam dua tahap.")
            canvas.showPage()

    pages = (1, *(1 + place // FULL for place in range(len(MEMBERS))))
    return Layout(drawn(folder, draw), (Wanted((HEAD, *MEMBERS), pages=pages),), ("Bantuan tersebut disalurkan dalam dua tahap.",))


@case
def table_without_row_rules_over_two_pages(folder: Path) -> Layout:
    """Columns are ruled to the foot of the page, and no rule closes the table there; the header comes once."""

    def draw(canvas: Any) -> None:
        for page, part in ((1, (HEAD, *MEMBERS[:36])), (2, MEMBERS[36:50])):
            frame = framed(part, MANY_WIDTHS, top=770)
            strike(canvas, [*upright(rulings(frame)), *(across(frame, 0, 1) if page == 1 else across(frame, -1))])
            write(canvas, frame, part, Hand("clrr", header=1 if page == 1 else 0))
            canvas.showPage()

    pages = (1,) * 37 + (2,) * 14
    return Layout(drawn(folder, draw), (Wanted((HEAD, *MEMBERS[:50]), pages=pages),), ())
