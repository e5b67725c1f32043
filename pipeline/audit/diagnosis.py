"""Symptoms of one cause share its id: a method used in a whole table, or one cell that several comparisons touch."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rules.facts import Location
from rules.outcome import Finding, Outcome, Verdict


def with_causes(findings: Sequence[Finding], outcomes: Iterable[Outcome]) -> tuple[Finding, ...]:
    """The findings, each with the id of its cause where two or more share one.

    A hint that a rule gave (`persentase induk = rata-rata anak, Tabel 3.7`) counts first; then findings whose wrong cell
    is the same cell. Nothing else is grouped here, and no symptom is hidden.
    """
    hints = _hints(outcomes)
    groups = [_cause_key(finding, hints) for finding in findings]
    shared = Counter(group for group in groups if group)
    return tuple(
        replace(finding, cause=_id(finding.document, group)) if shared[group] > 1 else finding
        for finding, group in zip(findings, groups, strict=True)
    )


def _hints(outcomes: Iterable[Outcome]) -> Mapping[tuple[str, tuple[Location, ...]], str]:
    hints: dict[tuple[str, tuple[Location, ...]], str] = defaultdict(str)
    for outcome in outcomes:
        if outcome.verdict == Verdict.TEMUAN and outcome.cause_hint:
            hints[outcome.rule, outcome.locations] = outcome.cause_hint
    return hints


def _cause_key(finding: Finding, hints: Mapping[tuple[str, tuple[Location, ...]], str]) -> str:
    hint = hints.get((finding.rule, finding.locations), "")
    if hint or not finding.locations:
        return hint
    first = finding.locations[0]
    # A cell holds one figure; a sentence holds many, so that there the figure counts too.
    figure = "" if first.table else finding.stated
    return repr((first.place, first.column, first.text, figure))


def _id(document: str, group: str) -> str:
    return "sebab-" + hashlib.sha256(f"{document}\0{group}".encode()).hexdigest()[:12]
