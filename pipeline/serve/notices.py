"""What the page says of a decision just made: what was recorded, what came of it, and how to take it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.audit.decisions import Ruling
from pipeline.serve.deeds import mark_of
from pipeline.serve.desk import Desk, Report
from pipeline.serve.shown import Effect, effect_of
from rules.outcome import Decision, Finding


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence; `seen` goes into the form that takes the decision back, and is empty where there is nothing to take back."""

    text: str
    seen: str = ""
    effect: Effect | None = None


def notice_of(desk: Desk, report: Report, finding: str, words: Mapping[str, str]) -> Notice | None:
    """What became of a finding that was decided or undone; nothing where nothing is known of it."""
    carried = next((one for one in report.carried if one.finding == finding), None)
    if carried is not None:
        return _of_correction(desk, report, carried, words)
    found = next((one for one in report.findings if one.id == finding), None)
    if found is None:
        return None
    return _of_decision(found, found.decision, words) if found.decision else Notice(words["s_undone"])


def _of_decision(finding: Finding, made: Decision, words: Mapping[str, str]) -> Notice:
    if made.value:
        return Notice(words["s_uncarried"], mark_of(made))
    said = words["s_recorded"].format(title=f"{finding.rule} {finding.title}", kind=words[f"decision.{made.keputusan.value}"].lower())
    return Notice(said, mark_of(made))


def _of_correction(desk: Desk, report: Report, carried: Ruling, words: Mapping[str, str]) -> Notice:
    before = desk.without(report.key, carried.finding)
    effect = effect_of(before, report.findings) if before is not None else None
    return Notice(words["s_recorded_gone"], mark_of(carried.decision), effect)
