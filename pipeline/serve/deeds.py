"""What a reviewer does at the desk: decides of a finding, or takes a decision back. Recorded, or refused with a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline import decision_store
from pipeline.audit.decisions import Ruling, Undone, ruling, values_of
from pipeline.deciding import Subject, decided, kind_of, of_one_cause, undone
from pipeline.decision_store import Recorded
from pipeline.refusals import RefusedError
from pipeline.serve.desk import Desk, Look, Report, State
from rules.outcome import Decision, Finding, Keputusan

_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Asked:
    """A form as it was sent. `values` and `seen` say what finding, with which decision, the reviewer had before the eyes."""

    kind: str = ""
    reason: str = ""
    by: str = ""
    value: str = ""
    response: str = ""
    place: int = 1
    same_cause: bool = False
    values: str = ""
    seen: str = ""


NOTHING_ASKED = Asked()


def asked_of(fields: Mapping[str, str]) -> Asked:
    """The fields of a form; what is missing is empty."""
    said = {name: " ".join(fields.get(name, "")[:_LONGEST].split()) for name in ("kind", "reason", "by", "value", "response")}
    place = fields.get("place", "")
    return Asked(
        **said,
        place=int(place) if place.isascii() and place.isdigit() and len(place) <= len(str(_LONGEST)) else 1,
        same_cause="same_cause" in fields,
        values=fields.get("values", ""),
        seen=fields.get("seen", ""),
    )


def mark_of(decision: Decision | None) -> str:
    """A decision as a form remembers which one it showed."""
    return hashlib.sha256(repr(decision).encode("utf-8", "backslashreplace")).hexdigest()[:16] if decision else ""


def decide(desk: Desk, key: str, finding: str, asked: Asked, today: str) -> tuple[Ruling, ...]:
    """Record a decision. Raises RefusedError, and OSError where it cannot be written."""
    kind = kind_of(asked.kind) if asked.kind else None
    if kind is None:
        raise RefusedError("no_kind")
    if not asked.by:
        raise RefusedError("nameless")
    if asked.same_cause and asked.value and kind == Keputusan.SALAH_BACA:
        raise RefusedError("value_for_several")
    decision = Decision(kind, asked.reason, asked.by, today, asked.value if kind == Keputusan.SALAH_BACA else "", asked.response)

    def plan(recorded: Recorded) -> Sequence[Ruling]:
        report = _settled(desk.look_with(recorded), key)
        found = _unchanged(report, finding, asked)
        known = {one.id: _subject(one, report) for one in report.findings if one.decision is None or one.id == finding}
        wanted = of_one_cause(known[found.id], known) if asked.same_cause else (known[found.id],)
        return [decided(one, decision, asked.place) for one in wanted]

    return decision_store.add(desk.decisions, plan)


def undo(desk: Desk, key: str, finding: str, asked: Asked, today: str) -> tuple[Ruling, ...]:
    """Take a decision back, also one whose finding is gone. Raises RefusedError, and OSError where it cannot be written."""
    if not asked.by:
        raise RefusedError("nameless")

    def plan(recorded: Recorded) -> Sequence[Ruling]:
        report = desk.look_with(recorded).report(key)
        made = next((one for one in _rulings(report, recorded) if one.finding == finding), None)
        if made is None:  # before the report is checked nobody knows which decisions stand on it
            raise RefusedError("busy" if report and not report.settled else "undone_already")
        if asked.seen != mark_of(made.decision):
            raise RefusedError("replaced")
        along = _with_it(made, report, recorded) if asked.same_cause and report else ()
        return [undone(Subject(one, ()), recorded, Undone(asked.by, asked.reason, today)) for one in (made, *along)]

    return decision_store.add(desk.decisions, plan)


def decided_alike(finding: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The others of the same cause on which the same was decided, word for word."""
    others = [one for one in findings if one.cause and one.cause == finding.cause and one.id != finding.id]
    return tuple(one for one in others if one.decision == finding.decision)


def _with_it(made: Ruling, report: Report, recorded: Recorded) -> list[Ruling]:
    found = next((one for one in report.findings if one.id == made.finding), None)
    alike = {one.id for one in decided_alike(found, report.findings)} if found else set()
    return list({one.finding: one for one in _rulings(report, recorded) if one.finding in alike}.values())


def _rulings(report: Report | None, recorded: Recorded) -> list[Ruling]:
    """The decisions that stand on a report: those on its findings, those carried out, those that hold no longer."""
    if report is None:
        return []
    held = {finding.fingerprint: finding for finding in report.findings if finding.decision}
    shown = {*report.carried, *(one.ruling for one in report.stale)}
    on = [one for one in recorded.standing if one.fingerprint in held and one.decision == held[one.fingerprint].decision]
    named = [replace(one, finding=held[one.fingerprint].id, about=report.about) for one in on]
    return [*named, *(one for one in recorded.standing if one in shown)]


def _settled(look: Look, key: str) -> Report:
    report = look.report(key)
    if report is None or report.state == State.UNREAD:
        raise RefusedError("uncheckable")
    if not report.settled:
        raise RefusedError("busy")
    return report


def _unchanged(report: Report, finding: str, asked: Asked) -> Finding:
    """The finding, if it is still as the reviewer saw it."""
    found = next((one for one in report.findings if one.id == finding), None)
    if found is None:
        raise RefusedError("gone")
    if asked.values != values_of(found):
        raise RefusedError("other_values")
    if asked.seen != mark_of(found.decision):
        now = found.decision
        raise RefusedError("decided_since", kind=now.keputusan, by=now.by) if now else RefusedError("undone_since")
    return found


def _subject(finding: Finding, report: Report) -> Subject:
    return Subject(ruling(finding, report.about, None), finding.locations, finding.cause)
