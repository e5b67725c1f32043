"""Whose caption is whose: above, below, over two lines, close to two tables, beside each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layouts.case import Layout, Wanted, case
from tests.layouts.draw import LEFT, TOP, caption, prose
from tests.layouts.figures import ASET, PEGAWAI
from tests.layouts.several import WORK, goods, staff, work
from tests.pdf_fixtures import drawn


@case
def caption_above(folder: Path) -> Layout:
    """And a source below, which is a line of its own."""
    source = "Sumber: Bidang Keuangan, data diolah."

    def draw(canvas: Any) -> None:
        caption(canvas, TOP + 8, "Tabel 3.2 Realisasi Kegiatan Tahun 2023")
        low = work(canvas, TOP)
        canvas.setFont("Helvetica-Oblique", 8)
        canvas.drawString(LEFT, low - 11, source)

    return Layout(drawn(folder, draw), (Wanted(WORK.rows, "Tabel 3.2 Realisasi Kegiatan Tahun 2023"),), (source,))


@case
def caption_below(folder: Path) -> Layout:
    told = "Bagian ini menguraikan pelaksanaan kegiatan."

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 40, told)
        low = work(canvas, TOP)
        caption(canvas, low - 14, "Tabel 3.2 Realisasi Kegiatan Tahun 2023")
        prose(canvas, low - 60, told)

    return Layout(drawn(folder, draw), (Wanted(WORK.rows, "Tabel 3.2 Realisasi Kegiatan Tahun 2023"),), (told, told))


@case
def caption_with_a_stop_after_its_word(folder: Path) -> Layout:
    def draw(canvas: Any) -> None:
        caption(canvas, TOP + 8, "Tabel. 3.1 Realisasi Kegiatan")
        work(canvas, TOP)

    return Layout(drawn(folder, draw), (Wanted(WORK.rows, "Tabel. 3.1 Realisasi Kegiatan"),), ())


@case
def caption_that_ends_with_a_full_stop(folder: Path) -> Layout:
    """Its second line hangs behind the number, and is as long as a sentence."""
    first, second = "Tabel 12.", "Realisasi kegiatan yang menunjang kinerja"
    last = "badan menurut bidang kerjanya tahun 2023."

    def draw(canvas: Any) -> None:
        caption(canvas, TOP + 21, f"{first} {second}", middle=LEFT + 140)
        canvas.drawString(LEFT + 75, TOP + 8, last)
        work(canvas, TOP)

    return Layout(drawn(folder, draw), (Wanted(WORK.rows, f"{first} {second} {last}"),), ())


@case
def caption_of_two_lines(folder: Path) -> Layout:
    """The number on a line of its own, the title below it."""
    told = "Rincian realisasi disajikan berikut ini."

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 55, told)
        caption(canvas, TOP + 21, "Tabel 3.12", "Realisasi Kegiatan Menurut Bidang")
        work(canvas, TOP)

    return Layout(drawn(folder, draw), (Wanted(WORK.rows, "Tabel 3.12 Realisasi Kegiatan Menurut Bidang"),), (told,))


@case
def caption_that_wraps(folder: Path) -> Layout:
    def draw(canvas: Any) -> None:
        caption(canvas, TOP + 21, "Tabel 3.3 Perbandingan Pagu dan Realisasi Anggaran Kegiatan Pembinaan dan", "Pengawasan Hutan Rakyat")
        work(canvas, TOP)

    title = "Tabel 3.3 Perbandingan Pagu dan Realisasi Anggaran Kegiatan Pembinaan dan Pengawasan Hutan Rakyat"
    return Layout(drawn(folder, draw), (Wanted(WORK.rows, title),), ())


@case
def captions_above_two_close_tables(folder: Path) -> Layout:
    """The second caption stands as near to the first table as to its own."""

    def draw(canvas: Any) -> None:
        caption(canvas, TOP + 8, "Tabel 3.2 Pegawai", middle=LEFT + 105)
        low = staff(canvas, TOP)
        caption(canvas, low - 17, "Tabel 3.3 Aset", middle=LEFT + 105)
        goods(canvas, low - 26)

    return Layout(drawn(folder, draw), (Wanted(PEGAWAI, "Tabel 3.2 Pegawai"), Wanted(ASET, "Tabel 3.3 Aset")), ())


@case
def captions_below_two_tables(folder: Path) -> Layout:
    """Each caption right below its table; the second one is the page's last line, and the first table has nothing above it."""

    def draw(canvas: Any) -> None:
        low = staff(canvas, TOP)
        caption(canvas, low - 13, "Tabel 3.2 Pegawai", middle=LEFT + 105)
        low = goods(canvas, low - 60)
        caption(canvas, low - 13, "Tabel 3.3 Aset", middle=LEFT + 105)

    return Layout(drawn(folder, draw), (Wanted(PEGAWAI, "Tabel 3.2 Pegawai"), Wanted(ASET, "Tabel 3.3 Aset")), ())


@case
def captions_of_two_lines_side_by_side(folder: Path) -> Layout:
    """Number and title on lines of their own above each of two tables, and a sentence across the page above both."""
    told = "Pegawai dan aset dinas pada akhir tahun disajikan menurut golongan dan menurut jenisnya sebagai berikut."

    def draw(canvas: Any) -> None:
        prose(canvas, TOP + 60, told)
        caption(canvas, TOP + 21, "Tabel 2.1", "Pegawai Menurut Golongan", middle=LEFT + 105)
        caption(canvas, TOP + 21, "Tabel 2.2", "Aset Menurut Jenis", middle=LEFT + 347)
        staff(canvas, TOP)
        goods(canvas, TOP, LEFT + 240)

    wanted = (Wanted(PEGAWAI, "Tabel 2.1 Pegawai Menurut Golongan"), Wanted(ASET, "Tabel 2.2 Aset Menurut Jenis"))
    return Layout(drawn(folder, draw), wanted, (told,))


@case
def caption_that_touches_the_table_before_it(folder: Path) -> Layout:
    """The first table has no caption; what stands right below it, and not far above the second one, is the second one's."""

    def draw(canvas: Any) -> None:
        low = staff(canvas, TOP)
        caption(canvas, low - 11, "Tabel 3.3 Aset", middle=LEFT + 105)
        goods(canvas, low - 30)

    return Layout(drawn(folder, draw), (Wanted(PEGAWAI), Wanted(ASET, "Tabel 3.3 Aset")), ())
