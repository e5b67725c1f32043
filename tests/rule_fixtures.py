"""Reports for the tests of rules: from a text through the real extractor and normalizer, and the cases of tests/rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from extractors.plain_text import read_text
from pipeline.normalize.report import view_of
from rules.facts import ReportView
from rules.outcome import Outcome, Verdict

CASES = Path(__file__).resolve().parent / "rules"
_CASE_KEYS = {"name", "why", "report", "expect"}


def report_of(text: str) -> ReportView:
    """What the pipeline makes of a report given as text."""
    return view_of(read_text("contoh.txt", "0" * 64, text.encode()))


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of a case's `expect`: a verdict, and what else must be said with it; texts need only be contained.

    `count` is how many outcomes there must be of the kind; without it at least one.
    """

    verdict: str
    stated: str | None = None
    expected: str | None = None
    row: str | None = None
    column: str | None = None
    reason: str | None = None
    message: str | None = None
    working: str | None = None
    severity: str | None = None
    count: int | None = None

    def fits(self, outcome: Outcome) -> bool:
        """Whether an outcome is of the kind."""
        first = outcome.locations[0] if outcome.locations else None
        exact = ((self.verdict, outcome.verdict), (self.stated, outcome.stated), (self.expected, outcome.expected))
        held = (
            (self.row, first.row if first else ""),
            (self.column, first.column if first else ""),
            (self.reason, outcome.reason),
            (self.message, outcome.message),
            (self.working, outcome.working),
            (self.severity, outcome.severity or ""),
        )
        return all(said in (None, found) for said, found in exact) and all(said is None or said in found for said, found in held)


@dataclass(frozen=True, slots=True)
class Case:
    """One small report and what a rule must say of it."""

    code: str
    name: str
    why: str
    report: str
    expect: tuple[Expected, ...] = field(default=())

    def complaints(self, outcomes: Sequence[Outcome]) -> Iterator[str]:
        """What is not as expected: a kind that is missing or too many, and every finding that nobody expects."""
        for one in self.expect:
            found = sum(one.fits(outcome) for outcome in outcomes)
            if found != one.count if one.count is not None else not found:
                yield f"expected {'at least one' if one.count is None else one.count} {one}, found {found}"
        for outcome in outcomes:
            if outcome.verdict == Verdict.TEMUAN and not any(one.fits(outcome) for one in self.expect):
                yield f"unexpected finding: {outcome.message}"


def cases() -> list[Case]:
    """Every case of tests/rules/<code>.yaml: a list of mappings with name, why, report and expect."""
    return [case for path in sorted(CASES.glob("*.yaml")) for case in _cases(path)]


def _cases(path: Path) -> Iterator[Case]:
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        yield _case(path.stem.upper(), entry)


def _case(code: str, entry: dict[str, Any]) -> Case:
    if entry.keys() != _CASE_KEYS:
        raise ValueError(f"{code}: a case has {sorted(_CASE_KEYS)}, not {sorted(entry)}")
    return Case(code, entry["name"], entry["why"], entry["report"], tuple(_expected(one) for one in entry["expect"]))


def _expected(entry: dict[str, Any]) -> Expected:
    """An unknown key is a mistake in the case and raises."""
    texts = {key: str(value) for key, value in entry.items() if key != "count"}
    return Expected(**texts, count=entry.get("count"))
