"""What a reviewer said of a finding, as the documents print it."""

from __future__ import annotations

from dataclasses import dataclass

from rules.outcome import Finding, Keputusan

DECISIONS = tuple(kind.value for kind in Keputusan)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, why, by whom, what really stands there, and what the agency said; empty where nobody decided."""

    decision: str = ""
    reason: str = ""
    by: str = ""
    value: str = ""
    response: str = ""


def decided(finding: Finding) -> Decided:
    """What was said of a finding."""
    said = finding.decision
    return Decided(said.keputusan.value, said.reason, said.by, said.value, said.response) if said else Decided()
