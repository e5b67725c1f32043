"""Reads back what a run wrote for other programs: the findings, and which reports they are of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.audit.decisions import About
from pipeline.decision_store import location_of, text_of
from rules.outcome import Finding, Reading, Severity


@dataclass(frozen=True, slots=True)
class Earlier:
    """A run as it was written: its findings, and its reports by the name of their document."""

    findings: tuple[Finding, ...]
    reports: Mapping[str, About]

    def about(self, finding: Finding) -> About:
        """Which report a finding is of."""
        return self.reports.get(finding.document) or About(finding.document, finding.document_sha256)


def earlier(folder: Path) -> Earlier:
    """What the last run wrote into a folder; nothing where it wrote none. Raises OSError where it cannot be read."""
    reports = {one.document: one for record in _records(folder / "documents.jsonl") if (one := _about(record))}
    findings = (_finding(record) for record in _records(folder / "findings.jsonl"))
    return Earlier(tuple(one for one in findings if one), reports)


def _records(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a file, a line each; a line that is none is passed over."""
    if not path.is_file():
        return
    for text in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        try:
            record = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield record


def _about(record: Mapping[str, object]) -> About | None:
    year = record.get("year")
    try:
        return About(
            text_of(record, "document"),
            text_of(record, "document_sha256"),
            text_of(record, "agency"),
            text_of(record, "region"),
            year if isinstance(year, int) else None,
        )
    except TypeError:
        return None


def _finding(record: Mapping[str, object]) -> Finding | None:
    """A finding without its decision and diagnosis: what a new decision needs."""
    places, cause = record.get("locations"), record.get("cause")
    try:
        return Finding(
            id=text_of(record, "id"),
            fingerprint=text_of(record, "fingerprint"),
            document=text_of(record, "document"),
            document_sha256=text_of(record, "document_sha256"),
            rule=text_of(record, "rule"),
            family=text_of(record, "family"),
            severity=Severity(text_of(record, "severity")),
            title=text_of(record, "title"),
            message=text_of(record, "message"),
            stated=text_of(record, "stated"),
            expected=text_of(record, "expected"),
            difference=text_of(record, "difference"),
            working=text_of(record, "working"),
            basis=text_of(record, "basis"),
            locations=tuple(map(location_of, places)) if isinstance(places, list) else (),
            reading=Reading(text_of(record, "reading")),
            cause=cause if isinstance(cause, str) else None,
            values=text_of(record, "values") if "values" in record else "",
        )
    except (ValueError, TypeError, IndexError):
        return None
