"""How long it takes to write the reports: of a made-up document of sixty pages with sixty findings, and of a real one with pictures."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median

from extractors.model import Block, Box, Cell, Document, Page, PageKind, Place, Row, Table, TextLine
from pipeline.benchmarks.checking import read
from pipeline.report.formats import FORMATS, Manner, Write
from pipeline.report.pages import ReportResult, RunResult
from pipeline.settings import VERSION
from pipeline.stages import check
from rules.base import all_rules

PAGES, ROWS = 60, 22
_HEADER = ("No", "Program/Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "Realisasi (%)")


@dataclass(frozen=True, slots=True)
class Written:
    """One form: the CPU seconds that it took, the first time and as the median of the others, and how many bytes it has."""

    form: str
    first: float
    again: float
    size: int


def measured(repeat: int, seconds: Callable[[Callable[[], object]], float]) -> Iterator[Written]:
    """Every form that is written for people, in turn; `seconds` says how long some work took."""
    run = RunResult((audited(),), (), (), VERSION)
    with tempfile.TemporaryDirectory() as folder:
        for form, write in FORMATS.items():
            names: set[str] = set()
            work = partial(_written, write, run, Path(folder), names)
            times = [seconds(work) for _ in range(repeat + 1)]
            if names:
                size = sum((Path(folder) / name).stat().st_size for name in names)
                yield Written(form, times[0], median(times[1:] or times), size)


@dataclass(frozen=True, slots=True)
class Pictured:
    """The HTML of one report: the CPU seconds without and with pictures of its pages, and how many bytes it has with them."""

    document: str
    pages: int
    findings: int
    without: float
    seconds: float
    size: int


def pictured(files: Sequence[Path], seconds: Callable[[Callable[[], object]], float]) -> Pictured:
    """The report with most findings, written with the pictures that a reviewer sees beside them."""
    done = [(path, check(read(path), all_rules())) for path in files]
    path, most = max(done, key=lambda one: len(one[1].findings))
    result = ReportResult(most.document, most.view, most.outcomes, most.findings, None)
    with tempfile.TemporaryDirectory() as folder:
        names: set[str] = set()
        runs = [RunResult((one,), (), (), VERSION) for one in (result, replace(result, source=path))]
        without, shown = (seconds(partial(_written, FORMATS["html"], run, Path(folder), names)) for run in runs)
        size = sum((Path(folder) / name).stat().st_size for name in names)
    return Pictured(path.name, len(most.document.pages), len(most.findings), without, shown, size)


def _written(write: Write[RunResult], run: RunResult, folder: Path, names: set[str]) -> None:
    names.update(write(run, folder, Manner()))


def audited() -> ReportResult:
    """The document after its rules have run."""
    done = check(made_up(), all_rules())
    return ReportResult(done.document, done.view, done.outcomes, done.findings[:PAGES], None)


def made_up() -> Document:
    """A budget table on each page, and one percentage of each that does not follow from its row."""
    pages = tuple(Page(number, 595.0, 842.0, PageKind.DIGITAL, 2000, "pdfium") for number in range(1, PAGES + 1))
    return Document("contoh.pdf", "0" * 64, "pdf", pages, tuple(block for page in pages for block in _blocks(page.number)))


def _blocks(page: int) -> Iterator[Block]:
    caption = Place(page=page, bbox=(60.0, 60.0, 540.0, 72.0))
    title = f"Tabel 3.{page} Realisasi Anggaran Bidang {page} Tahun 2023"
    yield TextLine(title, caption)
    rows = [_row(page, 0, _HEADER), *(_row(page, number, _figures(page, number)) for number in range(1, ROWS + 1))]
    yield Table(tuple(rows), Place(page=page, bbox=_box(0)), title, caption, "pdfium")


def _figures(page: int, row: int) -> tuple[str, ...]:
    pagu = 10_000_000 * (row + page) + 123_456 * row
    spent = pagu - 1_000 * row * page
    hundredths = (20_000 * spent + pagu) // (2 * pagu) - (700 if row == 5 else 0)
    percent = f"{hundredths // 100},{hundredths % 100:02}"
    return str(row), f"Kegiatan {page} urutan {row}", *(f"{amount:,}".replace(",", ".") for amount in (pagu, spent)), percent


def _row(page: int, number: int, texts: tuple[str, ...]) -> Row:
    left, top, right, bottom = _box(number)
    width = (right - left) / len(texts)
    boxes = [(left + width * at, top, left + width * (at + 1), bottom) for at in range(len(texts))]
    cells = tuple(Cell(text, Place(page=page, bbox=box)) for text, box in zip(texts, boxes, strict=True))
    return Row(cells, Place(page=page, bbox=(left, top, right, bottom)))


def _box(row: int) -> Box:
    return (60.0, 80.0 + 30.0 * row, 540.0, 110.0 + 30.0 * row)
