"""A stated value with the cells from which it was worked out anew: what a rule about a column of results finds in a row."""

from __future__ import annotations

from dataclasses import dataclass

from rules.facts import Baris, Fact
from rules.outcome import Comparison, Severity


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The row and its stated fact, the operands, what comparing came to, and a severity other than the rule's usual one."""

    baris: Baris
    fact: Fact
    operands: tuple[Fact, ...]
    result: Comparison
    severity: Severity | None = None
