"""Every layout that an engine must read: pages drawn by ourselves, each with its tables, captions, lines and paragraphs.

`python -m tests.layouts NAME FOLDER` draws one of them to look at, and says what is wanted and what is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from extractors.model import Document
from tests.layouts.case import Layout
from tests.layouts.catalogue import CASES
from tests.layouts.reading import wanted_and_read
from tests.pdf_fixtures import read

ENGINES = ("auto",)


@dataclass(frozen=True, slots=True)
class Read:
    """A case, drawn and read."""

    layout: Layout
    document: Document


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("layouts")


@pytest.fixture(params=[pytest.param((name, engine), id=f"{name}-{engine}") for name in CASES for engine in ENGINES], scope="module")
def page(request: pytest.FixtureRequest, folder: Path) -> Read:
    name, engine = request.param
    place = folder / f"{name}-{engine}"
    place.mkdir()
    layout = CASES[name](place)
    return Read(layout, read(layout.path, engine))


def test_what_is_read(page: Read) -> None:
    told = wanted_and_read(page.layout, page.document)
    assert {what: said for what, (_, said) in told.items()} == {what: wanted for what, (wanted, _) in told.items()}


def test_every_place_is_on_its_page(page: Read) -> None:
    sizes = {one.number: (one.width, one.height) for one in page.document.pages}
    places = [(line.place, line.text) for line in page.document.lines]
    places += [(cell.place, cell.text) for table in page.document.tables for row in table.rows for cell in row.cells]
    assert places or not page.document.pages[0].characters
    for place, text in places:
        assert place.bbox is not None, text
        width, height = sizes[place.page or 0]
        left, top, right, bottom = place.bbox
        assert -1 <= left <= right <= width + 1, text
        assert -1 <= top <= bottom <= height + 1, text


def test_no_row_is_ragged(page: Read) -> None:
    assert all(len({len(row.cells) for row in table.rows}) == 1 for table in page.document.tables)
