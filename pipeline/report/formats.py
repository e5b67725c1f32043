"""The forms in which a run is written for people and for other programs: one line of FORMATS each.

A form writes into the output folder and says which files it wrote. What it takes is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from pipeline.refusals import RefusedError
from pipeline.report import leftovers

if TYPE_CHECKING:
    from pipeline.report.pages import ReportResult, RunResult


class UnusableTemplateError(RefusedError):
    """A Word template that cannot be filled in; which and why."""

    def __init__(self, template: Path, why: Exception) -> None:
        """The template, and what its engine says of it."""
        super().__init__("unusable_template", template=template, why=why)


@dataclass(frozen=True, slots=True)
class Manner:
    """How forms are written: the language of the frame, the day that stands on documents, and an office's own templates."""

    lang: str = "id"
    day: str = ""
    templates: Path | None = None


Made = TypeVar("Made")
# What was made, the folder and the manner; the names of the files come back.
Write: TypeAlias = Callable[[Made, Path, Manner], Iterator[str]]


def write(made: Made, forms: Iterable[Write[Made]], out: Path, manner: Manner, listed: str = leftovers.LIST) -> None:
    """In each of these forms; what an earlier run left there goes. `listed` is the list of what was written."""
    earlier = leftovers.remembered(out, listed)
    leftovers.clear(out, earlier, frozenset(name for form in forms for name in form(made, out, manner)), listed)


def once(name: str, write: Callable[[Made, Path], None]) -> Write[Made]:
    """One file for all that was made."""

    def written(made: Made, out: Path, manner: Manner) -> Iterator[str]:
        del manner
        write(made, out / name)
        yield name

    return written


def _html(run: RunResult, out: Path, manner: Manner) -> Iterator[str]:
    from pipeline.report import html

    html.write_html(run, out, manner.lang)
    yield "index.html"
    yield "panduan.html"
    yield from (f"{stem}.html" for stem in _stems(run).values())


def _xlsx(result: ReportResult, path: Path) -> None:
    from pipeline.report import sheet

    sheet.write_xlsx(result, path)


def _csv(run: RunResult, path: Path) -> None:
    from pipeline.report import delimited

    delimited.write_csv(run, path)


def _sarif(run: RunResult, path: Path) -> None:
    from pipeline.report import sarif

    sarif.write_sarif(run, path)


def _junit(run: RunResult, path: Path) -> None:
    from pipeline.report import junit

    junit.write_junit(run, path)


def _docx(run: RunResult, out: Path, manner: Manner) -> Iterator[str]:
    from pipeline.report import word

    stems = _stems(run)
    for result in run.reports:
        yield from word.write_docx(result, out, stems[result.document.name], manner.day, manner.templates)


def _jsonl(run: RunResult, out: Path, manner: Manner) -> Iterator[str]:
    """Always written, with every comparison and problem: other stages read it."""
    del run, out, manner
    yield from ()


def _each(ending: str, write: Callable[[ReportResult, Path], None]) -> Write[RunResult]:
    """One file a document."""

    def written(run: RunResult, out: Path, manner: Manner) -> Iterator[str]:
        del manner
        stems = _stems(run)
        for result in run.reports:
            name = f"{stems[result.document.name]}.{ending}"
            write(result, out / name)
            yield name

    return written


def _stems(run: RunResult) -> Mapping[str, str]:
    from pipeline.report.files import safe_stems

    return safe_stems(result.document.name for result in run.reports)


FORMATS: Mapping[str, Write[RunResult]] = {
    "html": _html,
    "xlsx": _each("xlsx", _xlsx),
    "csv": once("findings.csv", _csv),
    "docx": _docx,
    "jsonl": _jsonl,
    "sarif": once("findings.sarif", _sarif),
    "junit": once("findings.junit.xml", _junit),
}
DEFAULT_FORMATS = ("html", "xlsx", "jsonl")
