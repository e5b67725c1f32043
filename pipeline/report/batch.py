"""What the index over a batch shows: every report in one line, totals, dominating errors, and what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.model import Problem
from pipeline.report.pages import RunResult, Summary, Tally, summary_of, tally_sum
from rules.outcome import Severity


@dataclass(frozen=True, slots=True)
class Line:
    """A report in the batch: where its page is, and its summary."""

    link: str
    summary: Summary
    problems: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of check over the batch: its findings by severity, and in how many reports."""

    family: str
    findings: int
    reports: int
    severities: Mapping[str, int]
    share: int


@dataclass(frozen=True, slots=True)
class BatchPage:
    """The index, ready for its template. `unread` counts the files of which nothing could be read."""

    lines: tuple[Line, ...]
    total: Tally
    severities: Mapping[str, int]
    kinds: tuple[Kind, ...]
    problems: tuple[Problem, ...]
    unread: int
    pages: int
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
    lines = tuple(
        Line(f"{stems[name]}.html", summary_of(result, by_document.get(name, ()), lang), len(by_document.get(name, ())))
        for name, result in zip(names, run.reports, strict=True)
    )
    return BatchPage(
        lines=lines,
        total=tally_sum(line.summary.total for line in lines),
        severities={severity.value: sum(line.summary.severities[severity.value] for line in lines) for severity in Severity},
        kinds=_kinds(run),
        problems=tuple(problems),
        unread=len(by_document.keys() - set(names)) + sum(not line.summary.readable for line in lines),
        pages=sum(line.summary.pages.total for line in lines),
        pages_read=sum(line.summary.pages.read for line in lines),
        pages_unread=sum(line.summary.pages.unread_count for line in lines),
        gates=run.gates,
    )


def _kinds(run: RunResult) -> tuple[Kind, ...]:
    found = [finding for result in run.reports for finding in result.findings]
    counts = Counter(finding.family for finding in found)
    most = max(counts.values(), default=1)
    return tuple(
        Kind(
            family=family,
            findings=count,
            reports=len({finding.document for finding in found if finding.family == family}),
            severities=_by_severity([finding.severity for finding in found if finding.family == family]),
            share=round(100 * count / most),
        )
        for family, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _by_severity(found: Sequence[Severity]) -> Mapping[str, int]:
    counts = Counter(found)
    return {severity.value: counts[severity] for severity in Severity}
