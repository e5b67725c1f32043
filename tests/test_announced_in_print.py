"""KL02 in print: what a sentence announces may be a picture, unless the pages behind it hold nothing but text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reportlab.graphics.shapes import Drawing, Polygon
from reportlab.platypus import PageBreak

from pipeline.normalize.report import view_of
from rules.outcome import Verdict
from rules.unfinished import announcements
from tests.pdf_fixtures import printed, prose, read, space

ABOVE = (
    prose("<b>1. Kerangka Pengukuran Kinerja</b>"),
    prose("Kinerja dinas diukur dengan membandingkan target dan realisasi setiap indikator."),
    prose("<b>2. Kinerja Sasaran Strategis</b>"),
    prose("Capaian kinerja program dan kegiatan dinas disajikan sebagai berikut :"),
    PageBreak(),
)
BELOW = (prose("<b>3. Evaluasi dan Realisasi Anggaran</b>"), prose("Realisasi anggaran dinas diuraikan menurut program dan kegiatannya."))
WHITE = (space(300), PageBreak())


def picture() -> Drawing:
    """A chart, as far as a reader of text can tell."""
    drawing = Drawing(200, 120)
    drawing.add(Polygon([0, 0, 60, 100, 120, 30, 200, 110, 200, 0]))
    return drawing


def found(folder: Path, *story: Any) -> list[str]:
    """What is said of the announcements that nothing follows."""
    path = printed(folder, list(story), running="Laporan Kinerja Dinas Sosial Tahun 2016")
    return [one.message for one in announcements(view_of(read(path))) if one.result.verdict == Verdict.TEMUAN]


def test_white_pages_and_the_next_part_are_all_that_follows(tmp_path: Path) -> None:
    (message,) = found(tmp_path, *ABOVE, *WHITE, *WHITE, *BELOW)
    assert "yang mengikutinya 2 halaman kosong dan judul “3. Evaluasi dan Realisasi Anggaran”" in message


@pytest.mark.parametrize("at", [0, 1])
def test_a_picture_behind_it_may_be_what_was_announced(tmp_path: Path, at: int) -> None:
    pages: list[Any] = [*WHITE, *WHITE]
    pages.insert(2 * at, picture())
    assert found(tmp_path, *ABOVE, *pages, *BELOW) == []


def test_the_report_ends_in_white_pages(tmp_path: Path) -> None:
    (message,) = found(tmp_path, *BELOW, *ABOVE, *WHITE, *WHITE)
    assert message.endswith("yang mengikutinya 2 halaman kosong.")


def test_the_report_ends_in_a_picture(tmp_path: Path) -> None:
    assert found(tmp_path, *BELOW, *ABOVE, picture(), PageBreak(), *WHITE) == []


def test_a_file_that_ends_with_the_announcement_may_go_on_in_another(tmp_path: Path) -> None:
    assert found(tmp_path, *BELOW, *ABOVE) == []
