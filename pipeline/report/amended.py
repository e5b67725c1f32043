"""The readings that reviewers corrected, as the documents list them: a report's page does not print what they say it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.report.entries import described
from pipeline.report.text import short
from rules.outcome import Amendment, Correction

_TEXT, _REASON, _GONE = 300, 1000, 40


@dataclass(frozen=True, slots=True)
class Amended:
    """A corrected reading: where, what was read, what is taken to stand there, who says so and why, and which findings it ended."""

    place: str
    read: str
    value: str
    by: str
    reason: str
    finding: str
    gone: tuple[str, ...]
    more: int


def amended(amendments: Iterable[Amendment], words: Mapping[str, str]) -> tuple[Amended, ...]:
    """The corrected readings of a report, in the order of their decisions."""
    return tuple(_amended(one, words) for one in amendments)


def told(one: Amended, words: Mapping[str, str]) -> str:
    """A corrected reading in one line, for forms without a table of their own for it."""
    said = _said((one.read, one.value, one.by), words)
    reason = f" ({one.reason})" if one.reason else ""
    more = f" {words['amended_more'].format(n=one.more)}" if one.more else ""
    return f"{one.place}: {said}{reason}. {words['amended_gone']}: {', '.join(one.gone) or '–'}{more}."


def corrected(one: Amendment | Correction, words: Mapping[str, str]) -> str:
    """What was read, and what stands there according to whom."""
    by = one.by if isinstance(one, Correction) else one.decision.by
    return _said((short(one.read, _TEXT), short(one.value, _TEXT), short(by, _TEXT)), words)


def _said(said: tuple[str, str, str], words: Mapping[str, str]) -> str:
    read, value, by = said
    return words["corrected_told"].format(read=read, value=value, by=by)


def _amended(one: Amendment, words: Mapping[str, str]) -> Amended:
    said = one.decision
    return Amended(
        place=described(one.location, words),
        read=short(one.read, _TEXT),
        value=short(one.value, _TEXT),
        by=short(f"{said.by} ({said.date})" if said.date else said.by, _TEXT),
        reason=short(said.reason, _REASON),
        finding=one.finding,
        gone=tuple(f"{finding.rule} {finding.id}" for finding in one.gone[:_GONE]),
        more=max(len(one.gone) - _GONE, 0),
    )
