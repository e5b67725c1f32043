"""How long checking takes once a report is read: facts made of it, rules run on them, causes sought behind what failed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from extractors.model import Document
from extractors.pdf import read_pdf
from pipeline.audit.diagnosis import with_causes
from pipeline.normalize.report import view_of
from pipeline.report.machine import findings_of
from pipeline.stages import outcomes_of
from rules.base import Rule, all_rules
from rules.facts import ReportView
from rules.outcome import Outcome

# So many pages has the report for which the limit is told.
USUAL_PAGES = 60
Clock = Callable[[Callable[[], Any]], tuple[Any, float, float]]


@dataclass(frozen=True, slots=True)
class Checking:
    """CPU seconds of one report: from what was read to facts, from facts to outcomes, from outcomes to findings with causes."""

    document: str
    pages: int
    normalize: float
    rules: float
    causes: float

    @property
    def facts_to_findings(self) -> float:
        """What the limit is about."""
        return self.rules + self.causes

    @property
    def of_usual(self) -> float:
        """The same for a report of the usual length."""
        return self.facts_to_findings * USUAL_PAGES / max(self.pages, 1)


def read(path: Path) -> Document:
    """A document as our engine reads it."""
    return read_pdf(path.name, path, hashlib.sha256(path.read_bytes()).hexdigest(), "pdfium")


def checking(path: Path, repeat: int, clock: Clock) -> Checking:
    """The medians of one report, read once and checked several times."""
    document, rules = read(path), all_rules()
    families, by_code = {rule.code: rule.family for rule in rules}, {rule.code: rule for rule in rules}
    taken: list[tuple[float, float, float]] = []
    for _ in range(max(repeat, 1)):
        view, normalize, _ = clock(partial(view_of, document))
        outcomes, ruled, _ = clock(partial(_outcomes, view, rules))
        found, told, _ = clock(partial(findings_of, document, outcomes, by_code))
        _, caused, _ = clock(partial(with_causes, found, outcomes, view, families))
        taken.append((normalize, ruled, told + caused))
    normalize, ruled, caused = (median(column) for column in zip(*taken, strict=True))
    return Checking(path.name, len(document.pages), normalize, ruled, caused)


def _outcomes(view: ReportView, rules: Sequence[Rule]) -> tuple[Outcome, ...]:
    return tuple(outcome for found in outcomes_of(view, rules, []).values() for outcome in found)


def in_all(found: Sequence[Checking]) -> Checking:
    """All reports as one."""
    return Checking(
        "total",
        sum(one.pages for one in found),
        sum(one.normalize for one in found),
        sum(one.rules for one in found),
        sum(one.causes for one in found),
    )
