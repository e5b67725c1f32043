"""What the index over a batch shows: every report in one line, totals, dominating errors, and what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.model import Problem
from pipeline.report.charts import Segment, Stack, stacks
from pipeline.report.pages import RunResult, Summary, Tally, summary_of, tally_sum
from rules.outcome import Finding, Severity


@dataclass(frozen=True, slots=True)
class Line:
    """A report in the batch: where its page is, its summary, and its findings by severity as a bar."""

    link: str
    summary: Summary
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of which nothing could be read, with the reason; `link` when there is a page on it all the same."""

    file: str
    link: str
    category: str
    message: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of check over the batch: its findings, labelled with its code, and in how many reports."""

    found: Stack
    reports: int


@dataclass(frozen=True, slots=True)
class BatchPage:
    """The index, ready for its template; `partial` are documents without findings that are no whole reports."""

    lines: tuple[Line, ...]
    partial: tuple[Line, ...]
    unread: tuple[Unread, ...]
    total: Tally
    severities: Mapping[str, int]
    kinds: tuple[Kind, ...]
    problems: tuple[Problem, ...]
    pages_read: int
    pages_unread: int
    gates: tuple[str, ...]


def batch_page(run: RunResult, stems: Mapping[str, str], lang: str) -> BatchPage:
    """The index of a run."""
    problems = dict.fromkeys((*run.problems, *(p for result in run.reports for p in result.document.problems)))
    by_document: dict[str, list[Problem]] = {}
    for problem in problems:
        by_document.setdefault(problem.document, []).append(problem)
    names = [result.document.name for result in run.reports]
    every = tuple(
        Line(f"{stems[name]}.html", summary_of(result, by_document.get(name, ()), lang))
        for name, result in zip(names, run.reports, strict=True)
    )
    read = _worst_first(line for line in every if line.summary.readable)
    apart = tuple(line for line in read if line.summary.partial and line.summary.is_clean)
    unread = {line.summary.file: line.link for line in every if not line.summary.readable}
    unread |= {name: "" for name in by_document if name not in names}
    return BatchPage(
        lines=tuple(line for line in read if line not in apart),
        partial=apart,
        unread=tuple(_unread(name, link, by_document.get(name, ())) for name, link in unread.items()),
        total=tally_sum(line.summary.total for line in read),
        severities={severity.value: sum(line.summary.severities[severity.value] for line in read) for severity in Severity},
        kinds=_kinds(run),
        problems=tuple(problems),
        pages_read=sum(line.summary.pages.read for line in read),
        pages_unread=sum(line.summary.pages.unread_count for line in read),
        gates=run.gates,
    )


def _unread(name: str, link: str, problems: Sequence[Problem]) -> Unread:
    first = problems[0] if problems else None
    return Unread(name, link, first.category.value if first else "", first.message if first else "")


def _worst_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    ordered = sorted(lines, key=lambda line: [-line.summary.severities[severity.value] for severity in Severity])
    drawn = stacks([("", line.summary.severities) for line in ordered])
    return tuple(replace(line, segments=stack.segments) for line, stack in zip(ordered, drawn, strict=True))


def _kinds(run: RunResult) -> tuple[Kind, ...]:
    found: dict[str, list[Finding]] = {}
    for finding in (finding for result in run.reports for finding in result.findings if finding.is_open):
        found.setdefault(finding.family, []).append(finding)
    most_first = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    drawn = stacks([(family, Counter(finding.severity.value for finding in alike)) for family, alike in most_first])
    return tuple(Kind(stack, len({finding.document for finding in found[stack.label]})) for stack in drawn)
