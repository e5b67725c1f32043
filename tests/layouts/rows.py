"""What is a row: several in one ruled row, one in several, figures and names that wrap, cells that are merged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layouts.case import Layout, Rows, Wanted, as_typed, case
from tests.layouts.draw import PAD, TOP, Frame, Hand, framed, ruled, rulings, strike, write
from tests.pdf_fixtures import drawn


def one(folder: Path, shown: Rows, widths: tuple[float, ...], hand: Hand, wanted: Rows | None = None) -> Layout:
    """A page with one table in a full grid; its rows as drawn are the truth unless others are given."""

    def draw(canvas: Any) -> None:
        ruled(canvas, framed(shown, widths), shown, hand)

    return Layout(drawn(folder, draw), (Wanted(as_typed(wanted or shown)),), ())


@case
def several_rows_in_one_ruled_row(folder: Path) -> Layout:
    """Sub-items with a figure beside each one's first line."""
    shown = (
        ("No", "Uraian", "Pagu (Rp)", "Realisasi (Rp)"),
        (
            "1\n\n\n\n2",
            "a. Pengadaan bibit jati dan\nsengon\nb. Pengadaan pupuk organik\nc. Sewa lahan persemaian\nPatroli terpadu",
            "300.000.000\n\n45.000.000\n18.500.000\n640.000.000",
            "287.350.000\n\n44.980.000\n18.500.000\n512.000.000",
        ),
    )
    wanted = (
        shown[0],
        ("1", "a. Pengadaan bibit jati dan sengon", "300.000.000", "287.350.000"),
        ("", "b. Pengadaan pupuk organik", "45.000.000", "44.980.000"),
        ("", "c. Sewa lahan persemaian", "18.500.000", "18.500.000"),
        ("2", "Patroli terpadu", "640.000.000", "512.000.000"),
    )
    return one(folder, shown, (28, 170, 95, 95), Hand("clrr"), wanted)


@case
def several_indicators_of_one_target(folder: Path) -> Layout:
    """The target wraps beside its three indicators; indicators and their figures make the rows."""
    shown = (
        ("No", "Sasaran", "Indikator", "Target", "Realisasi"),
        (
            "1",
            "Meningkatnya mutu\npelayanan perizinan\nberusaha bagi pelaku\nusaha kecil",
            "1. Nilai kepuasan pemohon\n2. Persentase izin yang terbit\n    tepat waktu\n3. Jumlah pengaduan",
            "88,50\n95\n\n12",
            "89,10\n91\n\n7",
        ),
        ("2", "Tertibnya arsip", "1. Nilai pengawasan arsip", "75,00", "71,20"),
    )
    wanted = (
        shown[0],
        ("1", "Meningkatnya mutu pelayanan perizinan berusaha bagi pelaku usaha kecil", "1. Nilai kepuasan pemohon", "88,50", "89,10"),
        ("", "", "2. Persentase izin yang terbit tepat waktu", "95", "91"),
        ("", "", "3. Jumlah pengaduan", "12", "7"),
        shown[2],
    )
    return one(folder, shown, (28, 120, 160, 60, 60), Hand("cllrr"), wanted)


@case
def several_rows_whose_figures_stand_at_the_last_line(folder: Path) -> Layout:
    """Names of two lines, a figure beside the second one of each."""
    shown = (
        ("Kegiatan", "Volume", "Anggaran (Rp)"),
        (
            "- Pemeliharaan jalan\n  inspeksi hutan\n- Pembuatan sekat\n  bakar\n- Pemasangan papan\n  peringatan",
            "\n14\n\n9\n\n120",
            "\n210.000.000\n\n77.400.000\n\n24.000.000",
        ),
    )
    wanted = (
        shown[0],
        ("- Pemeliharaan jalan inspeksi hutan", "14", "210.000.000"),
        ("- Pembuatan sekat bakar", "9", "77.400.000"),
        ("- Pemasangan papan peringatan", "120", "24.000.000"),
    )
    return one(folder, shown, (140, 60, 95), Hand("lrr"), wanted)


@case
def programme_above_its_activities_in_one_ruled_row(folder: Path) -> Layout:
    """The programme has figures of its own on the first line of the cell."""
    shown = (
        ("Program / Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%"),
        (
            "PROGRAM PERLINDUNGAN HUTAN\n1. Patroli terpadu\n2. Pos pengamanan",
            "715.000.000\n640.000.000\n75.000.000",
            "585.125.000\n512.000.000\n73.125.000",
            "81,84\n80,00\n97,50",
        ),
        ("PROGRAM PENYULUHAN\n1. Sekolah lapang", "90.000.000\n90.000.000", "89.100.000\n89.100.000", "99,00\n99,00"),
    )
    wanted = (
        shown[0],
        ("PROGRAM PERLINDUNGAN HUTAN", "715.000.000", "585.125.000", "81,84"),
        ("1. Patroli terpadu", "640.000.000", "512.000.000", "80,00"),
        ("2. Pos pengamanan", "75.000.000", "73.125.000", "97,50"),
        ("PROGRAM PENYULUHAN", "90.000.000", "89.100.000", "99,00"),
        ("1. Sekolah lapang", "90.000.000", "89.100.000", "99,00"),
    )
    return one(folder, shown, (180, 95, 95, 50), Hand("lrrr"), wanted)


@case
def row_broken_over_two_cells(folder: Path) -> Layout:
    """A rule cuts a name in two: what goes on below it in small letters, with no figure, is no row."""
    shown = (
        ("No", "Kegiatan", "Pagu (Rp)", "Realisasi (Rp)"),
        ("1", "Penyusunan rencana pengelolaan", "118.000.000", "117.250.000"),
        ("", "hutan jangka panjang", "", ""),
        ("2", "Pemetaan batas kawasan", "64.000.000", "60.400.000"),
    )
    wanted = (shown[0], ("1", "Penyusunan rencana pengelolaan hutan jangka panjang", "118.000.000", "117.250.000"), shown[3])
    return one(folder, shown, (28, 180, 95, 95), Hand("clrr"), wanted)


@case
def numbers_over_two_lines(folder: Path) -> Layout:
    """Columns too narrow for their amounts."""
    shown = (
        ("Uraian", "Pagu\n(Rp)", "Realisasi\n(Rp)", "%"),
        ("Belanja pegawai", "12.406.318.\n500", "12.118.940.\n277", "97,68"),
        ("Belanja barang\ndan jasa", "1.234.567.\n890", "1.200.000.\n000", "97,20"),
        ("Belanja modal", "98.000.000", "97.500.000", "99,49"),
    )
    return one(folder, shown, (90, 56, 56, 40), Hand("lrrr"))


@case
def numbers_broken_within_a_group(folder: Path) -> Layout:
    """A word processor breaks where the cell ends, between any two digits."""
    shown = (
        ("Uraian", "Pagu", "Realisasi"),
        ("Bibit", "1.506.190.0\n00", "1.258.896.4\n24"),
        ("Pupuk", "2.750.000.0\n00", "2.749.115.0\n00"),
    )
    wanted = (shown[0], ("Bibit", "1.506.190.000", "1.258.896.424"), ("Pupuk", "2.750.000.000", "2.749.115.000"))
    return one(folder, shown, (60, 55, 55), Hand("lll"), wanted)


@case
def bullets_in_a_cell(folder: Path) -> Layout:
    """Steps of one activity, and one figure half-way down: one row."""
    shown = (
        ("No", "Rencana aksi", "Target", "Anggaran (Rp)"),
        ("1", "• Rapat persiapan\n• Bimbingan teknis\n• Pemantauan di lapangan", "4", "36.750.000"),
        ("2", "• Penyusunan modul\n• Pencetakan", "2", "15.200.000"),
    )
    return one(folder, shown, (28, 160, 50, 95), Hand("clcr", middle=True))


@case
def empty_columns(folder: Path) -> Layout:
    """A column with a header and nothing else, and one with a single remark."""
    shown = (
        ("No", "Uraian", "Target", "Realisasi", "Kendala", "Keterangan"),
        ("1", "Luas persemaian", "12", "12", "", ""),
        ("2", "Jumlah penyuluh", "30", "27", "", "Pensiun"),
        ("3", "Jumlah kelompok binaan", "45", "48", "", ""),
    )
    return one(folder, shown, (28, 140, 50, 55, 60, 70), Hand("clrrll"))


@case
def numbers_in_brackets(folder: Path) -> Layout:
    """What is negative, in brackets; a hole is a dash."""
    shown = (
        ("Uraian", "2022", "2023", "Naik (Turun)", "%"),
        ("Pendapatan", "4.118.750.000", "3.980.100.000", "(138.650.000)", "(3,37)"),
        ("Belanja", "3.702.440.000", "3.815.900.000", "113.460.000", "3,06"),
        ("Hibah", "-", "25.000.000", "25.000.000", "-"),
    )
    return one(folder, shown, (90, 90, 90, 90, 50), Hand("lrrrr"))


@case
def text_that_overflows_its_border(folder: Path) -> Layout:
    """Names reach four points into the next cell, an amount three points into the one before."""
    rows = (("Uraian", "Pagu", "Realisasi"), ("Rehabilitasi lahan", "1.275.000.000", "1.190.880.000"), ("Patroli", "640.000", "512.000"))

    def draw(canvas: Any) -> None:
        frame = framed(rows, (72, 86, 58))
        strike(canvas, rulings(frame))
        canvas.setFont("Helvetica", 8.5)
        for row, (name, budget, spent) in enumerate(rows):
            y = frame.ys[row] - 13
            canvas.drawString(frame.xs[1] + 4 - canvas.stringWidth("Rehabilitasi lahan", "Helvetica", 8.5), y, name)
            canvas.drawRightString(frame.xs[2] - 3 * PAD, y, budget)
            canvas.drawRightString(frame.xs[2] - 3 + canvas.stringWidth("1.190.880.000", "Helvetica", 8.5), y, spent)

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


@case
def cells_merged_down(folder: Path) -> Layout:
    """A target half-way down beside its three indicators; below it a total over two columns."""
    rows = (
        ("No", "Sasaran", "Indikator", "Target", "Realisasi"),
        ("1", "Lestarinya hutan\nlindung", "Luas yang dipulihkan", "1.250", "1.184"),
        ("", "", "Jumlah titik api", "40", "52"),
        ("", "", "Tutupan tajuk", "71,50", "70,90"),
        ("Rata-rata capaian", "", "", "", "94,17"),
    )
    spans = {(1, 0): (3, 1), (1, 1): (3, 1), (4, 0): (1, 4)}

    def draw(canvas: Any) -> None:
        ruled(canvas, framed(rows, (28, 110, 130, 60, 60), spans=spans), rows, Hand("cllrr", middle=True))

    return Layout(drawn(folder, draw), (Wanted(as_typed(rows)),), ())


@case
def headings_across_the_table(folder: Path) -> Layout:
    """Rows whose one cell is as wide as the table."""
    rows = (
        ("Uraian", "Anggaran (Rp)", "Realisasi (Rp)"),
        ("A. BELANJA OPERASI", "", ""),
        ("Belanja pegawai", "12.406.318.500", "12.118.940.277"),
        ("Belanja barang dan jasa", "1.234.567.890", "1.200.000.000"),
        ("B. BELANJA MODAL", "", ""),
        ("Peralatan dan mesin", "98.000.000", "97.500.000"),
    )

    def draw(canvas: Any) -> None:
        ruled(canvas, framed(rows, (170, 100, 100), spans={(1, 0): (1, 3), (4, 0): (1, 3)}), rows, Hand("lrr"))

    return Layout(drawn(folder, draw), (Wanted(rows),), ())


# ------------------------------------------------------------------ columns that move

MOVED = (
    ("No", "Kecamatan", "Luas (ha)", "Biaya (Rp)"),
    *((str(place), f"Wilayah {name}", luas, biaya) for place, name, luas, biaya in (
        (1, "Utara", "412,50", "1.275.000.000"),
        (2, "Selatan", "86,40", "640.000.000"),
        (3, "Timur", "1.184,00", "98.000.000"),
        (4, "Barat", "52,75", "12.406.318.500"),
        (5, "Tengah", "7,10", "45.000.000"),
        (6, "Pesisir", "230,00", "18.500.000"),
        (7, "Lereng", "64,20", "210.000.000"),
        (8, "Lembah", "15,90", "77.400.000"),
    )),
)  # fmt: skip


def _halves(shift: float) -> tuple[Frame, Frame]:
    whole = framed(MOVED, (28, 120, 80, 95), TOP)
    return Frame(whole.xs, whole.ys[:6]), Frame(tuple(x + shift for x in whole.xs), whole.ys[5:])


@case
def column_edges_that_shift_half_way_down(folder: Path) -> Layout:
    """The lower half of the grid stands three points to the right."""

    def draw(canvas: Any) -> None:
        upper, lower = _halves(3)
        ruled(canvas, upper, MOVED[:5], Hand("clrr"))
        ruled(canvas, lower, MOVED[5:], Hand("clrr", header=0))

    return Layout(drawn(folder, draw), (Wanted(MOVED),), ())


@case
def columns_without_rules_that_shift_half_way_down(folder: Path) -> Layout:
    def draw(canvas: Any) -> None:
        upper, lower = _halves(3)
        write(canvas, upper, MOVED[:5], Hand("clrr"))
        write(canvas, lower, MOVED[5:], Hand("clrr", header=0))

    return Layout(drawn(folder, draw), (Wanted(MOVED),), ())
