"""Percentages of sentences held against the two figures said beside them, in every honest reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.compare import Ratio, is_percent_of_ratio, is_positive, not_checked
from rules.exact import HUNDRED, Interval, point
from rules.facts import ReportView
from rules.outcome import Comparison, Verdict
from rules.quantity import PERSEN, Quantity
from rules.said import Share

ROUGHLY = "kalimatnya menyebut angka kira-kira"
NO_SHARE = "bagian atau keseluruhannya nol"

_ONE_POINT = Decimal(1)
_HOLDS = (Verdict.LOLOS, Verdict.HAMPIR)


@dataclass(frozen=True, slots=True)
class Judged:
    """One share with what it came to."""

    share: Share
    result: Comparison


def judged(report: ReportView) -> Iterator[Judged]:
    """Every percentage of a sentence that stands beside its part and its whole."""
    for share in report.said.shares:
        yield Judged(share, _result(share))


def _result(share: Share) -> Comparison:
    if not is_positive(share.part) or not is_positive(share.whole):
        return not_checked(share.percent, NO_SHARE)
    tried = list(_readings(share))
    held = next((one for one in tried if one.verdict in _HOLDS), None)
    if held is not None:
        return held
    if share.about and tried[0].gap <= _ONE_POINT:
        return not_checked(share.percent, ROUGHLY, tried[0].expected)
    return tried[0]


def _readings(share: Share) -> Iterator[Comparison]:
    """Part of whole first; what is left of it; for a target also the formulas of what should fall, and one kept at 100."""
    plain = _compared(share, lambda p, w: (p, w), "{part} / {whole} × 100")
    rest = _compared(share, lambda p, w: (w - p, w), "({whole} − {part}) / {whole} × 100")
    yield from (rest, plain) if share.rest else (plain, rest)
    yield _compared(share, lambda p, w: (w, p), "{whole} / {part} × 100")
    if share.of_target:
        yield _compared(share, lambda p, w: (w.times(Decimal(2)) - p, w), "(2 × {whole} − {part}) / {whole} × 100")
        if share.percent.value == HUNDRED and share.part.value > share.whole.value:
            yield replace(plain, verdict=Verdict.LOLOS)


def _compared(share: Share, ratio: Ratio, formula: str) -> Comparison:
    """Whole numbers stand for themselves: 1.162 samples are no rounding of others."""
    part, whole = _exactly(share.part), _exactly(share.whole)

    def exact(p: Interval, w: Interval) -> tuple[Interval, Interval]:
        return ratio(part or p, whole or w)

    return is_percent_of_ratio(share.percent, share.part, share.whole, exact, formula)


def _exactly(quantity: Quantity) -> Interval | None:
    return point(quantity.value) if quantity.decimals == 0 and quantity.unit != PERSEN else None
