"""The findings as SARIF 2.1.0, for programs that show the results of checks beside the file.

A page and a box have no place of their own in SARIF; they stand in the properties of a location, and a line is a region.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from extractors.model import Problem
from pipeline.explain import explain
from pipeline.report.entries import described, numbered, told
from pipeline.report.files import put
from pipeline.report.machine import Json, box
from pipeline.report.pages import ReportResult, RunResult
from pipeline.report.text import clean, short
from pipeline.report.words import words
from rules.base import Rule, all_rules
from rules.facts import Location
from rules.outcome import Finding, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Of one finding; a new way of making it gets a new name.
FINGERPRINT = "lakip/v1"
# What is only worth knowing accuses nobody: a result of another kind than a failure has no level.
_LEVELS = {Severity.TINGGI: "error", Severity.SEDANG: "warning", Severity.RENDAH: "note", Severity.INFO: "none"}
_LONGEST = 2000


def write_sarif(run: RunResult, path: Path) -> None:
    """One log of one run, over all its documents."""
    log: dict[str, Json] = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(run)]}
    put(path, f"{json.dumps(_seen(log), ensure_ascii=False, indent=1, allow_nan=False)}\n".encode())


def _seen(value: Json) -> Json:
    """The same with every unseen character shown."""
    match value:
        case str():
            return clean(value)
        case list():
            return [_seen(item) for item in value]
        case dict():
            return {key: _seen(item) for key, item in value.items()}
        case _:
            return value


def _run(run: RunResult) -> dict[str, Json]:
    rules = {rule.code: _rule(rule) for rule in all_rules()}
    for finding in (f for report in run.reports for f in report.findings):
        rules.setdefault(finding.rule, _unknown_rule(finding))
    codes = {code: index for index, code in enumerate(rules)}
    driver: dict[str, Json] = {
        "name": "lakip",
        "fullName": words("id")["product"],
        "version": run.version,
        "language": "id",
        "rules": list(rules.values()),
    }
    return {
        "tool": {"driver": driver},
        "language": "id",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not run.gates, "toolExecutionNotifications": list(_notes(run.problems))}],
        "artifacts": [_artifact(report) for report in run.reports],
        "results": list(_results(run.reports, codes)),
    }


def _artifact(report: ReportResult) -> dict[str, Json]:
    return {"location": {"uri": uri(report.document.name)}, "hashes": {"sha-256": report.document.sha256}}


def uri(name: str) -> str:
    """The name of a document as a relative URI: no scheme, no host, no way upwards."""
    parts = [quote(part, safe="", errors="replace") for part in name.split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "%3F"


# ------------------------------------------------------------------ rules


def _rule(rule: Rule) -> dict[str, Json]:
    whole = inspect.cleandoc(rule.__doc__ or rule.title)
    return {
        "id": rule.code,
        "shortDescription": _message(rule.title),
        "fullDescription": _message(whole.partition("\n\n")[0]),
        "help": _message(explain(rule)),
        **_configured(rule.severity, rule.family, rule.basis),
    }


def _unknown_rule(finding: Finding) -> dict[str, Json]:
    return {
        "id": finding.rule,
        "shortDescription": _message(finding.title),
        **_configured(finding.severity, finding.family, finding.basis),
    }


def _configured(severity: Severity, family: str, basis: str) -> dict[str, Json]:
    return {
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"family": family, "severity": severity.value, "basis": basis},
    }


# ------------------------------------------------------------------ results


def _results(reports: Sequence[ReportResult], codes: Mapping[str, int]) -> Iterator[dict[str, Json]]:
    for index, report in enumerate(reports):
        artifact: dict[str, Json] = {"uri": uri(report.document.name), "index": index}
        for number, finding in numbered(report.findings):
            yield _result(number, finding, artifact, codes[finding.rule])


def _result(number: str, finding: Finding, artifact: dict[str, Json], rule: int) -> dict[str, Json]:
    spoken = words("id")
    places = [_place(location, artifact, spoken) for location in finding.locations]
    first: list[Json] = [places[0] if places else {"physicalLocation": {"artifactLocation": artifact}}]
    related: list[Json] = [{"id": at, **place} for at, place in enumerate(places[1:], start=1)]
    info = finding.severity == Severity.INFO
    result: dict[str, Json] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "kind": "informational" if info else "fail",
        "level": _LEVELS[finding.severity],
        "message": _message(told(number, finding, spoken) or finding.title),
        "locations": first,
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": _properties(number, finding),
    }
    if related:
        result["relatedLocations"] = related
    if finding.decision is not None and not finding.is_open:
        accepted: dict[str, Json] = {"kind": "external", "status": "accepted", "justification": _justified(finding)}
        result["suppressions"] = [accepted]
    return result


def _justified(finding: Finding) -> str:
    made = finding.decision
    return f"{made.keputusan}: {made.reason} ({made.by}, {made.date})" if made else ""


def _properties(number: str, finding: Finding) -> dict[str, Json]:
    said = {
        "id": finding.id,
        "number": number,
        "severity": finding.severity.value,
        "family": finding.family,
        "stated": finding.stated,
        "expected": finding.expected,
        "difference": finding.difference,
        "working": finding.working,
        "basis": finding.basis,
        "reading": finding.reading.value,
        "cause": finding.cause or "",
        "decision": finding.decision.keputusan.value if finding.decision else "",
    }
    return {key: value for key, value in said.items() if value}


def _place(location: Location, artifact: dict[str, Json], spoken: Mapping[str, str]) -> dict[str, Json]:
    """A line of a text file is a region; a page with its box stands in the properties, and the cell is named in words."""
    place = location.place
    physical: dict[str, Json] = {"artifactLocation": artifact}
    if place.line is not None:
        physical["region"] = {"startLine": max(place.line, 1)}
    said: dict[str, Json] = {"physicalLocation": physical}
    if name := described(location, spoken):
        said["logicalLocations"] = [{"fullyQualifiedName": name}]
    if text := short(location.text, _LONGEST):
        said["message"] = _message(text)
    known: dict[str, Json] = {"page": place.page, "bbox": box(place.bbox), "part": place.part or None}
    properties: dict[str, Json] = {key: value for key, value in known.items() if value is not None}
    if properties:
        said["properties"] = properties
    return said


def _notes(problems: Iterable[Problem]) -> Iterator[Json]:
    """What could not be read, as a remark of the run and no result of a check."""
    for problem in problems:
        properties: dict[str, Json] = {"category": problem.category.value, "stage": problem.stage}
        if problem.page is not None:
            properties["page"] = problem.page
        said: dict[str, Json] = {
            "level": "warning",
            "message": _message(f"{problem.message} {problem.advice}".strip() or problem.category.value),
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(problem.document)}}}],
            "properties": properties,
        }
        yield said


def _message(text: str) -> dict[str, Json]:
    """A text as SARIF shows it as it is: braces would be placeholders, `[x](y)` a link, and an empty text is none."""
    shown = text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": shown if shown.strip() else "–"}
