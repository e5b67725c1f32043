"""The same money told in two sentences: what they share to the rupiah ties them, and the rest must agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from rules.claims import Claim, claims, is_telling, of_several_budgets, years_fit
from rules.compare import equals, is_percent_of, not_checked
from rules.facts import Location, Measure, Mention, ReportView
from rules.outcome import Comparison, Verdict

BUDGETS = "salah satu kalimat menyebut anggaran yang berubah atau beberapa sumber dana"

_TOLD = (Measure.PAGU, Measure.REALISASI, Measure.SERAPAN)
_TWO = 2

Shared: TypeAlias = tuple[Measure, Decimal]


@dataclass(frozen=True, slots=True)
class Twice:
    """A figure of one sentence against that of another; the one taken to be wrong, else the later one, comes first."""

    measure: Measure
    result: Comparison
    places: tuple[Location, ...]


def told_twice(report: ReportView) -> Iterator[Twice]:
    """Every two claims of one thing, each held against the one before it."""
    by_amount: dict[Shared, list[Claim]] = defaultdict(list)
    for claim in claims(report):
        for mention in claim.mentions:
            if mention.measure in (Measure.PAGU, Measure.REALISASI) and is_telling(mention.quantity.value):
                by_amount[mention.measure, mention.quantity.value].append(claim)
    seen: set[tuple[int, int]] = set()
    for found in by_amount.values():
        for one, two in pairwise(found):
            numbers = (one.mentions[0].claim, two.mentions[0].claim)
            if numbers not in seen and _are_of_one_thing(one, two):
                seen.add(numbers)
                yield from _compared(one, two)


def _are_of_one_thing(one: Claim, two: Claim) -> bool:
    """Whether two sentences share both amounts, or one amount and the subject that each names."""
    first, second = one.mentions[0], two.mentions[0]
    if first.location.text == second.location.text or not years_fit(first.year, second.year):
        return False
    shared = sum(_same(one.get(measure), two.get(measure)) for measure in (Measure.PAGU, Measure.REALISASI))
    return shared >= _TWO or (shared > 0 and bool(first.subject) and first.subject == second.subject)


def _same(one: Mention | None, two: Mention | None) -> bool:
    return one is not None and two is not None and one.quantity.value == two.quantity.value


def _compared(one: Claim, two: Claim) -> Iterator[Twice]:
    for measure in _TOLD:
        earlier, later = one.get(measure), two.get(measure)
        if earlier is None or later is None:
            continue
        wrong, right = (earlier, later) if _made(one) == Verdict.TEMUAN != _made(two) else (later, earlier)
        result = equals(wrong.quantity, right.quantity)
        if result.verdict == Verdict.TEMUAN and any(of_several_budgets(m.location.text) for m in (wrong, right)):
            result = not_checked(wrong.quantity, BUDGETS, result.expected)
        yield Twice(measure, result, (wrong.location, right.location))


def _made(claim: Claim) -> Verdict:
    """Whether the percentage of a claim is that of its own amounts."""
    percent, realisasi, pagu = (claim.get(measure) for measure in (Measure.SERAPAN, Measure.REALISASI, Measure.PAGU))
    if percent is None or realisasi is None or pagu is None:
        return Verdict.TAK_DIPERIKSA
    return is_percent_of(percent.quantity, realisasi.quantity, pagu.quantity).verdict
