"""The forms in which two submissions are laid beside each other: one line of FORMATS each, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.report.formats import Manner, Write, once

if TYPE_CHECKING:
    from pipeline.report.compared import Compared

PAGE, TABLE, BOOK, LINES = "perbandingan.html", "perbandingan.csv", "perbandingan.xlsx", "perbandingan.jsonl"
# Beside a run's own list: a comparison clears nothing that a run wrote into the same folder.
LIST = ".ditulis-perbandingan.json"


def _html(done: Compared, out: Path, manner: Manner) -> Iterator[str]:
    from pipeline.report import compared_pages

    compared_pages.write_page(done, out / PAGE, manner.lang)
    yield PAGE


def _xlsx(done: Compared, path: Path) -> None:
    from pipeline.report import compared_sheet

    compared_sheet.write_xlsx(done, path)


def _csv(done: Compared, path: Path) -> None:
    from pipeline.report import compared_pages

    compared_pages.write_csv(done, path)


def _docx(done: Compared, out: Path, manner: Manner) -> Iterator[str]:
    from pipeline.report import compared_word

    return compared_word.write_docx(done, out, manner.day, manner.templates)


def _jsonl(done: Compared, path: Path) -> None:
    from pipeline.report import compared_pages

    compared_pages.write_json(done, path)


FORMATS: Mapping[str, Write[Compared]] = {
    "html": _html,
    "xlsx": once(BOOK, _xlsx),
    "csv": once(TABLE, _csv),
    "docx": _docx,
    "jsonl": once(LINES, _jsonl),
}
DEFAULT_FORMATS = ("html", "xlsx", "csv")
