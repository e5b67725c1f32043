"""The picture of the page beside a finding: what is framed, and how a cell that a reviewer corrected is told apart."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from pathlib import Path

from PIL import Image

from extractors.model import Document
from pipeline.report.pictures import Picture, camera
from rules.facts import Location
from rules.outcome import Correction
from tests.pdf_fixtures import BUDGET, caption, grid, printed, read


def paper(folder: Path) -> tuple[Document, Path, list[Location]]:
    """A page with a table, and two neighbours in its first row."""
    source = printed(folder, [caption("Tabel 3.1 Realisasi Anggaran"), grid(BUDGET)])
    document = read(source)
    (table,) = document.tables
    return document, source, [Location(cell.place, cell.text) for cell in table.rows[1].cells[2:4]]


def drawn(picture: Picture | None) -> Image.Image:
    assert picture is not None
    return Image.open(io.BytesIO(base64.b64decode(picture.src.partition(",")[2]))).convert("RGB")


def test_the_cell_that_a_reviewer_corrected_has_a_filled_corner(tmp_path: Path) -> None:
    document, source, places = paper(tmp_path)
    made = Correction(places[0].place, "1", places[0].text, "Ani")
    with camera(document, source) as shots:
        plain, marked = shots.take(places), shots.take(places, (made,))
    assert marked is not None and plain is not None
    assert (plain.amended, marked.amended) == ((), (made,))
    one, two = drawn(plain), drawn(marked)
    changed = [at for at in ((x, y) for x in range(one.width) for y in range(one.height)) if one.getpixel(at) != two.getpixel(at)]
    assert len(changed) > 50
    assert len({two.getpixel(at) for at in changed}) == 1


def test_what_was_corrected_elsewhere_is_not_said_of_a_picture(tmp_path: Path) -> None:
    document, source, places = paper(tmp_path)
    elsewhere = replace(places[0].place, page=2)
    with camera(document, source) as shots:
        picture = shots.take(places, (Correction(elsewhere, "1", places[0].text, "Ani"),))
    assert picture is not None
    assert picture.amended == ()
