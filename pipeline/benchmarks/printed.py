"""The figures as tables: for a terminal, and for docs/benchmark.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.benchmarks.accuracy import Score
from pipeline.benchmarks.checking import USUAL_PAGES, Checking, in_all
from pipeline.benchmarks.figures import Summary, Whole, ratio
from pipeline.benchmarks.memory import Peak
from pipeline.benchmarks.reports import Pictured, Written

NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Printed:
    """A table with its title and a remark below; the first column is text, the others are numbers."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remark: str = ""


def as_text(table: Printed) -> str:
    """Columns of the same width."""
    widths = [max(map(len, column)) for column in zip(table.header, *table.rows, strict=True)]
    lines = ["  ".join(_padded(cell, place, widths) for place, cell in enumerate(row)).rstrip() for row in (table.header, *table.rows)]
    return "\n".join([table.title, "", *lines, *(["", table.remark] if table.remark else [])]) + "\n"


def _padded(cell: str, place: int, widths: Sequence[int]) -> str:
    return cell.rjust(widths[place]) if place else cell.ljust(widths[place])


def as_markdown(table: Printed) -> str:
    """A heading, a table, a remark."""
    rule = ["---", *["--:"] * (len(table.header) - 1)]
    lines = ["| " + " | ".join(row) + " |" for row in (table.header, rule, *table.rows)]
    return "\n".join([f"### {table.title}", "", *lines, *(["", table.remark] if table.remark else [])]) + "\n"


def of_pages(title: str, summaries: Sequence[Summary], ours: str) -> Printed:
    """CPU and wall time a page, as multiples of the text alone, and how much faster we are."""
    own = next((one for one in summaries if one.contender == ours), None)
    rows = []
    for one in summaries:
        faster = ratio(one.ratio_of_totals, own.ratio_of_totals) if own else 0
        times = (_ms(one.cpu), _ms(one.wall), f"{one.total:.2f}", f"{one.ratio:.1f}", f"{one.ratio_of_totals:.1f}")
        rows.append((one.contender, str(one.pages), *times, f"{faster:.1f}" if faster else NOTHING))
    failed = [f"{one.contender} failed on {one.failed} pages" for one in summaries if one.failed]
    header = ("engine", "pages", "CPU ms, median", "wall ms, median", "CPU s, total", "x text, median", "x text, totals", "x ours, totals")
    return Printed(title, header, tuple(rows), "; ".join(failed))


def of_wholes(wholes: Sequence[Whole]) -> Printed:
    """One line a document, and what they come to."""
    header = ("document", "pages", "text CPU s", "engine CPU s", "text wall s", "engine wall s", "x text")
    rows = [(one.document[:48], str(one.pages), *map(_s, _times(one)), f"{one.ratio:.2f}") for one in wholes]
    sums = [sum(column) for column in zip(*map(_times, wholes), strict=True)]
    rows.append(("total", str(sum(one.pages for one in wholes)), *map(_s, sums), f"{ratio(sums[1], sums[0]):.2f}"))
    return Printed("Whole documents", header, tuple(rows), _said_of(wholes, ratio(sums[1], sums[0])))


def of_wholes_in_short(wholes: Sequence[Whole]) -> Printed:
    """The same without the names of the documents."""
    full = of_wholes(wholes)
    return Printed(full.title, full.header, full.rows[-1:], full.remark)


def _times(one: Whole) -> tuple[float, float, float, float]:
    return one.text_cpu, one.cpu, one.text_wall, one.wall


def _said_of(wholes: Sequence[Whole], of_totals: float) -> str:
    ratios = sorted(one.ratio for one in wholes)
    shares = f"median {median(ratios):.2f}, least {ratios[0]:.2f}, most {ratios[-1]:.2f}, of totals {of_totals:.2f}"
    return f"Ratio of CPU seconds over {len(wholes)} documents: {shares}."


def of_checking(found: Sequence[Checking], is_short: bool) -> Printed:
    """One line a report, and what they come to."""
    header = ("document", "pages", "normalize ms", "rules ms", "causes ms", "facts to findings ms", f"the same of {USUAL_PAGES} pages")
    shown = [in_all(found)] if is_short else [*found, in_all(found)]
    rows = tuple(
        (one.document[:48], str(one.pages), *map(_ms, (one.normalize, one.rules, one.causes, one.facts_to_findings, one.of_usual)))
        for one in shown
    )
    long = [one for one in found if one.pages >= USUAL_PAGES // 2] or found
    spread = sorted(one.of_usual for one in long)
    remark = (
        f"CPU; facts to findings of {USUAL_PAGES} pages, over the {len(long)} reports with {USUAL_PAGES // 2} pages or more: "
        f"median {_ms(median(spread))} ms, most {_ms(spread[-1])} ms."
    )
    return Printed("Checking", header, rows, remark)


def of_peaks(document: str, pages: int, peaks: Sequence[Peak]) -> Printed:
    """Memory on one report."""
    rows = tuple((one.contender, str(one.pages), _mb(one.loaded), _mb(one.peak)) for one in peaks)
    remark = (
        f"Each in a process of its own; {document}, {pages} pages. Fewer pages than that: spread over it, so the peak is a lower bound."
    )
    return Printed("Peak memory on the longest report", ("engine", "pages read", "MB, loaded", "MB, peak"), rows, remark)


def of_scores(title: str, scores: Sequence[Score], missing: int) -> Printed:
    """Accuracy on gold tables."""
    rows = tuple((one.contender, str(one.tables), one.recall, one.own_cell, one.precision, one.grits) for one in scores)
    remark = f"{missing} gold tables are left out: their report is not in the folder." if missing else ""
    return Printed(title, ("engine", "tables", "right row", "own cell", "precision", "GriTS-Con"), rows, remark)


def of_reports(pages: int, written: Sequence[Written], real: Pictured) -> Printed:
    """How long the reports of one document take to write."""
    rows = [(one.form, f"{one.first:.2f}", f"{one.again:.2f}", f"{one.size / 1024:.0f}") for one in written]
    sums = (f"{sum(one.first for one in written):.2f}", f"{sum(one.again for one in written):.2f}")
    rows.append(("total", *sums, f"{sum(one.size for one in written) / 1024:.0f}"))
    remark = (
        "`first` includes loading what a form is written with. No pictures of pages; with them the HTML of "
        f"{real.document} ({real.pages} pages, {real.findings} findings) takes {real.seconds:.2f} s instead of {real.without:.2f}, "
        f"{real.size / 1024:.0f} kB."
    )
    title = f"Reports of a document of {pages} pages with {pages} findings"
    return Printed(title, ("form", "CPU s, first", "CPU s, again", "kB"), tuple(rows), remark)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"


def _s(seconds: float) -> str:
    return f"{seconds:.2f}"


def _mb(size: float | None) -> str:
    return NOTHING if size is None else f"{size:.0f}"
