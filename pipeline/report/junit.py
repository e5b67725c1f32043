"""The findings as JUnit XML: a suite a document, a case a rule; for programs that count what passed and what failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from extractors.model import Problem
from pipeline.report.entries import described
from pipeline.report.files import put
from pipeline.report.pages import ReportResult, RunResult
from pipeline.report.text import clean, short
from pipeline.report.words import words
from rules.base import all_rules
from rules.outcome import Finding, Severity, Verdict

_LONGEST = 2000
_COUNTED = ("failure", "error", "skipped")


def write_junit(run: RunResult, path: Path) -> None:
    """One file over all documents; what could not be read is an error of its own suite."""
    root = ElementTree.Element("testsuites", {"name": "lakip"})
    codes = {rule.code: rule.title for rule in all_rules()}
    for report in run.reports:
        _suite(root, report.document.name, _cases(report, codes))
    known = {report.document.name for report in run.reports}
    lost: dict[str, list[Problem]] = {}
    for problem in run.problems:
        if problem.document not in known:
            lost.setdefault(problem.document, []).append(problem)
    for name, problems in lost.items():
        _suite(root, name, [_unread(name, problems)])
    root.attrib |= _counts(list(root.iter("testcase")))
    ElementTree.indent(root)
    put(path, ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _suite(root: ElementTree.Element, name: str, cases: Sequence[ElementTree.Element]) -> None:
    suite = ElementTree.SubElement(root, "testsuite", {"name": _text(name), **_counts(cases)})
    suite.extend(cases)


def _counts(cases: Sequence[ElementTree.Element]) -> dict[str, str]:
    found = Counter(kind for case in cases for kind in _COUNTED if case.find(kind) is not None)
    return {"tests": str(len(cases)), "failures": str(found["failure"]), "errors": str(found["error"]), "skipped": str(found["skipped"])}


def _cases(report: ReportResult, titles: Mapping[str, str]) -> list[ElementTree.Element]:
    if not report.document.blocks:
        return [_unread(report.document.name, report.document.problems)]
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.rule, []).append(finding)
    compared = Counter((outcome.rule, outcome.verdict == Verdict.TAK_DIPERIKSA) for outcome in report.outcomes)
    names = dict(titles) | {code: findings[0].title for code, findings in found.items() if code not in titles}
    return [
        _case(report.document.name, f"{code} {title}", found.get(code, ()), (compared[code, False], compared[code, True]))
        for code, title in names.items()
    ]


def _case(document: str, name: str, findings: Sequence[Finding], counts: tuple[int, int]) -> ElementTree.Element:
    """One rule on one document. What is decided or only worth knowing is told, and fails nothing."""
    case = ElementTree.Element("testcase", {"name": _text(name), "classname": _text(document)})
    compared, unchecked = counts
    failing = [finding for finding in findings if finding.is_open and finding.severity != Severity.INFO]
    if failing:
        told = {"message": f"{len(failing)} temuan: {_text(failing[0].message or failing[0].title)}", "type": _worst(failing)}
        ElementTree.SubElement(case, "failure", told).text = "\n\n".join(map(_paragraph, failing))
    elif not compared:
        why = f"{unchecked} perbandingan tidak diperiksa" if unchecked else "tidak ada yang dapat dibandingkan"
        ElementTree.SubElement(case, "skipped", {"message": why})
    if rest := [finding for finding in findings if finding not in failing]:
        ElementTree.SubElement(case, "system-out").text = "\n\n".join(map(_paragraph, rest))
    return case


def _worst(findings: Sequence[Finding]) -> str:
    return next(severity.value for severity in Severity if any(finding.severity == severity for finding in findings))


def _paragraph(finding: Finding) -> str:
    return "\n".join(filter(None, _told(finding)))


def _told(finding: Finding) -> Iterator[str]:
    spoken = words("id")
    place = described(finding.locations[0], spoken) if finding.locations else spoken["whole_report"]
    yield f"[{finding.severity}] {_text(finding.message or finding.title)}"
    yield f"{spoken['where']}: {_text(place)}"
    yield f"{spoken['stated']}: {_text(finding.stated) or '–'}; {spoken['expected_or_other'].lower()}: {_text(finding.expected) or '–'}"
    yield f"{spoken['working']}: {_text(finding.working)}" if finding.working else ""
    if made := finding.decision:
        yield f"{spoken['decision']}: {made.keputusan} ({_text(made.by)}, {_text(made.date)}): {_text(made.reason)}"
    yield f"ID: {_text(finding.id)}"


def _unread(document: str, problems: Sequence[Problem]) -> ElementTree.Element:
    case = ElementTree.Element("testcase", {"name": "berkas terbaca", "classname": _text(document)})
    told = [_text(f"{problem.message} {problem.advice}") for problem in problems] or ["tidak ada isi yang terbaca"]
    kind = problems[0].category.value if problems else "tidak_terbaca"
    ElementTree.SubElement(case, "error", {"message": told[0], "type": kind}).text = "\n".join(told)
    return case


def _text(text: str) -> str:
    """A text on one line, of signs that XML may hold."""
    return clean(short(text, _LONGEST))
