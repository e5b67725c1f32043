"""Findings, outcomes and problems as JSON lines: the files that other programs read."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from extractors.model import Box, Document, Problem
from pipeline.report.files import put
from rules.base import Rule
from rules.facts import Location, ReportView
from rules.outcome import Amendment, Correction, Decision, Diagnosis, Finding, Outcome, Verdict

Json: TypeAlias = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

# Valid in JSON, but not on one line for every reader (U+2028, U+2029, NEL), or control sequences on a terminal.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def findings_of(document: Document, outcomes: Iterable[Outcome], rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """The failed comparisons of a document as findings, in the order given; `rules` by code."""
    seen: Counter[str] = Counter()
    failed = (outcome for outcome in outcomes if outcome.verdict == Verdict.TEMUAN)
    return tuple(_finding(document, outcome, rules[outcome.rule], seen) for outcome in failed)


def write_findings(path: Path, findings: Iterable[Finding]) -> None:
    """`findings.jsonl`."""
    _write(path, map(_finding_record, findings))


def finding_line(finding: Finding) -> str:
    """One finding as a line of the findings file."""
    return line(_finding_record(finding))


def write_outcomes(path: Path, outcomes: Iterable[tuple[str, Outcome]]) -> None:
    """`outcomes.jsonl`: every comparison, with the name of its document."""
    _write(path, (_outcome_record(document, outcome) for document, outcome in outcomes))


def write_problems(path: Path, problems: Iterable[Problem]) -> None:
    """`problems.jsonl`."""
    _write(path, map(_problem_record, problems))


def write_documents(path: Path, reports: Iterable[tuple[Document, ReportView, Iterable[Amendment]]]) -> None:
    """`documents.jsonl`: every document that was read, who reports in it on which year, and what reviewers corrected in it."""
    _write(path, (_document_record(document, view, amended) for document, view, amended in reports))


def _document_record(document: Document, view: ReportView, amended: Iterable[Amendment]) -> dict[str, Json]:
    who = view.identity
    return {
        "document": document.name,
        "document_sha256": document.sha256,
        "kind": who.kind.value,
        "agency": who.agency.value,
        "region": who.region.value,
        "year": who.year,
        "pages": len(document.pages),
        "amended": [_amendment_record(one) for one in amended],
    }


def _amendment_record(one: Amendment) -> dict[str, Json]:
    """A corrected reading; `finding` is the one that was decided, and `gone` are those that are no more."""
    made = one.decision
    said: dict[str, Json] = {"read": one.read, "value": one.value, "by": made.by, "date": made.date, "reason": made.reason}
    return said | {"location": _location_record(one.location), "finding": one.finding, "gone": [finding.id for finding in one.gone]}


def _finding(document: Document, outcome: Outcome, rule: Rule, seen: Counter[str]) -> Finding:
    first = outcome.locations[0] if outcome.locations else None
    printed = (outcome.rule, *_names(first), outcome.stated)
    # Two equal statements on one page are told apart by their order in the report.
    return Finding(
        id=_once(_digest(document.sha256, *_position(first), *printed), seen),
        fingerprint=_once(_digest(*printed), seen),
        document=document.name,
        document_sha256=document.sha256,
        rule=rule.code,
        family=rule.family,
        severity=outcome.severity or rule.severity,
        title=rule.title,
        message=outcome.message or rule.title,
        stated=outcome.stated,
        expected=outcome.expected,
        difference=outcome.difference,
        working=outcome.working,
        basis=outcome.basis or rule.basis,
        locations=outcome.locations,
        reading=outcome.reading,
        corrected=outcome.corrected,
    )


def _position(location: Location | None) -> tuple[str, ...]:
    if location is None:
        return ()
    place = location.place
    return (str(place.page), str(place.line), json.dumps(box(place.bbox)), str(place.part))


def _names(location: Location | None) -> tuple[str, ...]:
    """What still names the same cell when a new submission moves it; line breaks inside a cell move too."""
    if location is None:
        return ()
    return tuple(" ".join(text.split()) for text in (location.table, location.row, location.column, location.text))


def _digest(*parts: str) -> str:
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:16]


def _once(digest: str, seen: Counter[str]) -> str:
    seen[digest] += 1
    return digest if seen[digest] == 1 else _once(_digest(digest, str(seen[digest])), seen)


def _finding_record(finding: Finding) -> dict[str, Json]:
    """The keys of the contract; and the change that explains it, where one does."""
    record: dict[str, Json] = {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "document": finding.document,
        "document_sha256": finding.document_sha256,
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.value,
        "title": finding.title,
        "message": finding.message,
        "stated": finding.stated,
        "expected": finding.expected,
        "difference": finding.difference,
        "working": finding.working,
        "basis": finding.basis,
        "locations": [_location_record(location) for location in finding.locations],
        "reading": finding.reading.value,
        "cause": finding.cause,
        "decision": finding.decision.keputusan.value if finding.decision else None,
    }
    if finding.decision is not None:
        record["decided"] = _decision_record(finding.decision)
    if finding.diagnosis is not None:
        record["diagnosis"] = _diagnosis_record(finding.diagnosis)
    return record | ({"values": finding.values} if finding.values else {}) | _corrected(finding.corrected)


def _decision_record(decision: Decision) -> dict[str, Json]:
    return {"reason": decision.reason, "by": decision.by, "date": decision.date, "value": decision.value, "response": decision.response}


def _corrected(corrections: Iterable[Correction]) -> dict[str, Json]:
    """What a reviewer read otherwise than the engine; no key where nobody did."""
    told: list[Json] = [
        {"page": c.place.page, "line": c.place.line, "bbox": box(c.place.bbox), "read": c.read, "value": c.value, "by": c.by}
        for c in corrections
    ]
    return {"corrected": told} if told else {}


def _diagnosis_record(diagnosis: Diagnosis) -> dict[str, Json]:
    """`left` is there where the proposal does not mend the finding itself."""
    return {
        "slip": diagnosis.slip.value,
        "sentence": diagnosis.sentence,
        "locations": [_location_record(location) for location in diagnosis.places],
        "stated": diagnosis.stated,
        "proposed": diagnosis.proposed,
        "touched": diagnosis.touched,
        "hold_without": diagnosis.before,
        "hold_with": diagnosis.after,
        **({"left": diagnosis.left} if diagnosis.left else {}),
    }


def _outcome_record(document: str, outcome: Outcome) -> dict[str, Json]:
    record: dict[str, Json] = {
        "document": document,
        "rule": outcome.rule,
        "verdict": outcome.verdict.value,
        "stated": outcome.stated,
        "computed": outcome.expected,
        "locations": [_location_record(location) for location in outcome.locations],
        "reason": outcome.reason,
    }
    return record | _corrected(outcome.corrected)


def _problem_record(problem: Problem) -> dict[str, Json]:
    return {
        "document": problem.document,
        "stage": problem.stage,
        "category": problem.category.value,
        "page": problem.page,
        "message": problem.message,
        "advice": problem.advice,
    }


def _location_record(location: Location) -> dict[str, Json]:
    place = location.place
    record: dict[str, Json] = {
        "page": place.page,
        "line": place.line,
        "bbox": box(place.bbox),
        "table": location.table,
        "row": location.row,
        "column": location.column,
        "text": location.text,
    }
    return record if place.part is None else record | {"part": place.part}


def box(edges: Box | None) -> Json:
    """A box to a hundredth of a point; one that is no box (a broken file says NaN) is none."""
    if edges is None or not all(map(math.isfinite, edges)):
        return None
    return [round(edge, 2) + 0.0 for edge in edges]


def _write(path: Path, records: Iterable[dict[str, Json]]) -> None:
    put(path, "".join(f"{line(record)}\n" for record in records).encode("utf-8"))


def line(record: Mapping[str, object]) -> str:
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, allow_nan=False)
    # A half character cannot be written as UTF-8; U+FFFD says that something stood there.
    text = _SURROGATE.sub("\ufffd", text)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
