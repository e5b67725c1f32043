"""Tables whose borders were moved in some rows, or set one right below the other: their columns are told by their order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.platypus import PageBreak

from extractors.model import Table
from tests.pdf_fixtures import BUDGET, Rows, as_lists, caption, cells, grid, printed, read

HEADER, *_ = BUDGET
BODY = BUDGET[:-1]
MOVED = (40, 175, 105, 80, 70)
BELOW = (
    ("2.1", "Rehabilitasi Sosial Dasar", "400.000.000", "395.000.000", "98,75"),
    ("", "JUMLAH", "2.000.000.000", "1.890.000.000", "94,50"),
)


def rows_only(rows: Rows, widths: Sequence[float] = MOVED) -> Any:
    """A grid none of whose rows is a header."""
    drawn = grid(rows, widths)
    drawn._cellvalues = grid([HEADER[: len(rows[0])], *rows], widths)._cellvalues[1:]
    return drawn


def tables(folder: Path, *story: Any) -> tuple[Table, ...]:
    return read(printed(folder, [caption("Tabel 3.7 Realisasi Anggaran"), *story])).tables


def test_rows_whose_borders_were_moved_keep_their_columns(tmp_path: Path) -> None:
    """Each lower figure stood half under its own header and half under the next, and fell into a column without a name."""
    (table,) = tables(tmp_path, grid(BODY), rows_only(BELOW))
    assert cells(table) == as_lists((*BODY, *BELOW))


def test_a_column_in_which_the_moved_rows_have_nothing_counts(tmp_path: Path) -> None:
    unnumbered = [("", *row[1:]) for row in BELOW]
    (table,) = tables(tmp_path, grid(BODY), rows_only(unnumbered))
    assert cells(table) == as_lists((*BODY, *unnumbered))


def test_moved_rows_go_on_overleaf(tmp_path: Path) -> None:
    overleaf = (
        ("3", "PROGRAM PEMBERDAYAAN SOSIAL", "90.000.000", "45.000.000", "50,00"),
        ("3.1", "Potensi Sumber", "90.000.000", "45.000.000", "50,00"),
    )
    (table,) = tables(tmp_path, grid(BODY), rows_only(BELOW), PageBreak(), rows_only(overleaf))
    assert cells(table) == as_lists((*BODY, *BELOW, *overleaf))
    assert {row.place.page for row in table.rows[-2:]} == {2}


def test_three_columns_are_moved_where_each_is_over_its_like(tmp_path: Path) -> None:
    upper, lower = ([row[1:4] for row in rows] for rows in (BODY, BELOW))
    (table,) = tables(tmp_path, grid(upper, (210, 90, 90)), rows_only(lower, (190, 100, 100)))
    assert cells(table) == as_lists((*upper, *lower))


def test_merged_cells_are_no_moved_borders(tmp_path: Path) -> None:
    """A name over two columns, and an address over two others: what stands under what is told by the lines."""
    upper, lower = ("Nama", "Jabatan", "Unit"), ("Siti", "Kepala Dinas", "Dinas Sosial, Jalan Merdeka")
    (table,) = tables(tmp_path, grid([upper], (240, 90, 90)), grid([lower], (120, 120, 180)))
    assert cells(table) == [["Nama", "", "Jabatan", "Unit"], ["Siti", "Kepala Dinas", "Dinas Sosial, Jalan Merdeka", ""]]


def test_a_table_with_a_header_of_its_own_right_below_is_another_one(tmp_path: Path) -> None:
    other = (("No", "Sasaran", "Target", "Realisasi", "Capaian"), ("1", "Meningkatnya pelayanan", "80", "76", "95,00"))
    assert [cells(table)[0] for table in tables(tmp_path, grid(BODY), grid(other, MOVED))] == as_lists((BODY[0], other[0]))
