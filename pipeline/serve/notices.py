"""What the page says of a decision just made: what was recorded, what came of it, and how to take it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.audit.decisions import Ruling
from pipeline.serve.deeds import decided_alike, mark_of
from pipeline.serve.desk import Desk, Report
from pipeline.serve.shown import Effect, effect_of
from pipeline.serve.wishes import Wish
from rules.outcome import Decision, Finding


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence; `seen` goes into the form that takes the decision back, and is empty where there is nothing to take back.

    `along`: how many others of the same cause were decided with it, and are taken back with it.
    """

    text: str
    seen: str = ""
    along: int = 0
    effect: Effect | None = None


def notice_of(desk: Desk, report: Report, wish: Wish, words: Mapping[str, str]) -> Notice | None:
    """What became of the finding that was decided or undone; nothing where nothing is known of it."""
    finding = wish.done
    carried = next((one for one in report.carried if one.finding == finding), None)
    if carried is not None:
        return _of_correction(desk, report, carried, words)
    found = next((one for one in report.findings if one.id == finding), None)
    if found is None:
        return None
    if found.decision is None:
        return Notice(words["s_undone"])
    others = decided_alike(found, report.findings) if wish.along else ()
    return _of_decision(found, found.decision, len(others), words)


def _of_decision(finding: Finding, made: Decision, along: int, words: Mapping[str, str]) -> Notice:
    if made.value:
        return Notice(words["s_uncarried"], mark_of(made))
    said = words["s_recorded"].format(title=f"{finding.rule} {finding.title}", kind=words[f"decision.{made.keputusan.value}"].lower())
    return Notice(f"{said} {words['s_along'].format(n=along)}" if along else said, mark_of(made), along)


def _of_correction(desk: Desk, report: Report, carried: Ruling, words: Mapping[str, str]) -> Notice:
    before = desk.without(report.key, carried.finding)
    effect = effect_of(before, report.checked) if before and report.checked else None
    return Notice(words["s_recorded_gone"], mark_of(carried.decision), effect=effect)
