"""All pages of a PDF, which are read so many at a time."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reportlab.platypus import PageBreak

from extractors.model import Category
from extractors.pdfium import document
from extractors.pdfium.engine import Printed, Report
from extractors.pdfium.ink import Taken
from tests.pdf_fixtures import printed, prose, read, space

SAID = {1: "Ikhtisar kinerja.", 2: "Tujuan.", 3: "Realisasi anggaran.", 4: "Capaian indikator.", 5: "Rencana tindak lanjut."}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return printed(tmp_path, [part for said in SAID.values() for part in (space(200), prose(said), PageBreak())])


@pytest.mark.parametrize("at_once", [1, 2, 4, 5, 6])
def test_however_many_pages_are_taken_at_once_all_are_read_in_their_order(
    at_once: int, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "AT_ONCE", at_once)
    assert [(line.place.page, line.text) for line in read(report).lines] == list(SAID.items())


@pytest.mark.parametrize("at_once", [1, 2, 6])
@pytest.mark.parametrize("step", ["taken", "printed_on"])
def test_a_page_that_cannot_be_taken_or_made_words_of_costs_no_other_page(
    step: str, at_once: int, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = getattr(Report, step)

    def fails_on_the_third(report: Report, page: int | Taken) -> Taken | Printed:
        if (page.number if isinstance(page, Taken) else page) == 3:
            raise pypdfium2.PdfiumError("Failed to load page.")
        done: Taken | Printed = works(report, page)
        return done

    monkeypatch.setattr(document, "AT_ONCE", at_once)
    monkeypatch.setattr(Report, step, fails_on_the_third)
    found = read(report)
    assert {line.place.page: line.text for line in found.lines} == {number: said for number, said in SAID.items() if number != 3}
    assert [page.number for page in found.pages] == list(SAID)
    assert [(problem.category, problem.page) for problem in found.problems] == [(Category.DAMAGED, 3)]
