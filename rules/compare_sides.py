"""On which side of a hundred a capaian lies, beside `rules.compare`."""

from __future__ import annotations

from decimal import Decimal

from rules import show
from rules.exact import EXACT, HUNDRED
from rules.outcome import Comparison, Verdict
from rules.quantity import Quantity

NEARLY = Decimal("99.5")
"""From here on a capaian is a hundred in whole percents: nobody is wrong who calls its target reached."""


def reaches(capaian: Quantity) -> Comparison:
    """A capaian of a hundred or more; one that rounds to it is `hampir`."""
    verdict = Verdict.LOLOS if capaian.value >= HUNDRED else Verdict.HAMPIR if capaian.value >= NEARLY else Verdict.TEMUAN
    return _said(verdict, capaian, f"{show.printed(capaian)} < 100%")


def falls_short(capaian: Quantity) -> Comparison:
    """A capaian below a hundred; one that may have been rounded up to it is `hampir`."""
    below = capaian.value < HUNDRED
    verdict = Verdict.LOLOS if below else Verdict.HAMPIR if capaian.interval().low < HUNDRED else Verdict.TEMUAN
    return _said(verdict, capaian, f"{show.printed(capaian)} ≥ 100%")


def _said(verdict: Verdict, capaian: Quantity, working: str) -> Comparison:
    gap = EXACT.abs(EXACT.subtract(HUNDRED, capaian.value))
    return Comparison(verdict, show.printed(capaian), "100%", show.number(gap), working, gap=gap)
