"""RT03 in print: a merged percentage at the end of a page may cover programs that stand overleaf."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.platypus import PageBreak

from pipeline.normalize.report import view_of
from rules.merged_share import merged_shares
from tests.pdf_fixtures import caption, grid, printed, prose, read

EFFICIENCY = (
    ("Indikator Kinerja", "Capaian Kinerja (%)", "Program", "Penyerapan Anggaran (%)", "Efisiensi (%)"),
    ("Cakupan Penanganan PMKS", "95,43", "Program Pemberdayaan Sosial", "65,20", "30,23"),
    ("", "", "Program Rehabilitasi Sosial", "", ""),
)
BUDGET = (
    ("No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "Realisasi (%)"),
    ("1", "Program Pemberdayaan Sosial", "100.000.000", "50.000.000", "50,00"),
    ("2", "Program Rehabilitasi Sosial", "400.000.000", "286.000.000", "71,50"),
    ("3", "Program Penanganan Bencana", "200.000.000", "160.000.000", "80,00"),
)
MERGED = [("GRID", (0, 0), (-1, -1), 0.5, "black")]


def shares(folder: Path, *between: Any) -> int:
    """How many merged percentages are compared, with this between the table of efficiency and that of the budget."""
    story = [
        prose("LAPORAN KINERJA DINAS SOSIAL TAHUN 2021"),
        caption("Tabel 3.5 Efisiensi Penggunaan Sumber Daya Tahun 2021"),
        grid(EFFICIENCY, (120, 70, 150, 70, 60), MERGED),
        *between,
        caption("Tabel 3.7 Realisasi Anggaran Tahun 2021"),
        grid(BUDGET, (30, 200, 90, 90, 60), MERGED),
    ]
    return len(list(merged_shares(view_of(read(printed(folder, story))))))


def test_the_end_of_a_page_leaves_open_which_programs_are_meant(tmp_path: Path) -> None:
    """A report of 2021 had two of its six programs overleaf; the four on the page were said to make another percentage."""
    assert shares(tmp_path, PageBreak(), prose("Program Penanganan Bencana")) == 0


def test_what_stands_below_on_the_page_ends_the_table(tmp_path: Path) -> None:
    assert shares(tmp_path, prose("Efisiensi itu berasal dari sisa pengadaan barang dan jasa.")) == 1
