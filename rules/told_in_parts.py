"""A budget told whole and then in parts: sentences whose pagu make up that of another one to the rupiah."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.claims import Claim, claims, is_telling, years_fit
from rules.compare import is_percent_of, not_checked, sums_to
from rules.exact import EXACT
from rules.facts import Location, Measure, Mention, ReportView
from rules.outcome import Comparison, Verdict

PARTS_FAIL = "persentase jumlah itu sendiri cocok, sedangkan persentase sebuah rinciannya tidak: rincian itu yang diperiksa"
# A program has no more kegiatan than these, nor a report.
MOST_PARTS = 150
_ONE = re.compile(r"(?:\b1\b|\bsatu\b|\bsebuah\b)\W{0,3}(?:\w+\W{1,3}){0,2}kegiatan\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InParts:
    """What a sentence says was spent of a budget, against the sentences that tell its parts; the whole comes first in the places."""

    whole: Mention
    parts: tuple[Mention, ...]
    result: Comparison
    places: tuple[Location, ...]


def told_in_parts(report: ReportView) -> Iterator[InParts]:
    """Every realisasi of a budget whose parts are told one after the other, behind it or before it, and leave nothing out."""
    budgets = [claim for claim in claims(report) if claim.get(Measure.PAGU) is not None]
    stating: dict[Decimal, list[Claim]] = defaultdict(list)
    for claim in budgets:
        stating[_pagu(claim)].append(claim)
    seen: set[tuple[int, int]] = set()
    for every in (budgets, budgets[::-1]):
        for place, claim in enumerate(every):
            parts = _parts(claim, every[place + 1 : place + 1 + MOST_PARTS])
            for whole in stating[_pagu(claim)] if parts else ():
                pair = (whole.mentions[0].claim, min(part.mentions[0].claim for part in parts))
                if pair not in seen and whole not in parts:
                    seen.add(pair)
                    yield from _held_against(whole, parts)


def _pagu(claim: Claim) -> Decimal:
    pagu = claim.get(Measure.PAGU)
    return pagu.quantity.value if pagu is not None else Decimal(0)


def _parts(whole: Claim, following: Sequence[Claim]) -> tuple[Claim, ...]:
    """The next sentences whose pagu add up to that of the whole; a single one where the whole says that there is but one kegiatan."""
    amount, reached = _pagu(whole), Decimal(0)
    if not is_telling(amount):
        return ()
    for count, part in enumerate(following, start=1):
        reached = EXACT.add(reached, _pagu(part))
        if reached >= amount or not years_fit(whole.mentions[0].year, part.mentions[0].year):
            complete = reached == amount and (count > 1 or bool(_ONE.search(whole.mentions[0].location.text)))
            return tuple(following[:count]) if complete else ()
    return ()


def _held_against(whole: Claim, parts: Sequence[Claim]) -> Iterator[InParts]:
    spent = whole.get(Measure.REALISASI)
    told = [part.get(Measure.REALISASI) for part in parts]
    each = tuple(mention for mention in told if mention is not None)
    if spent is not None and len(each) == len(told) and years_fit(whole.mentions[0].year, parts[0].mentions[0].year):
        result = sums_to(spent.quantity, [mention.quantity for mention in each])
        if result.verdict == Verdict.TEMUAN and _fits(whole) and not all(map(_fits, parts)):
            result = not_checked(spent.quantity, PARTS_FAIL, result.expected)
        yield InParts(spent, each, result, (spent.location, *(mention.location for mention in each)))


def _fits(claim: Claim) -> bool:
    """Whether a sentence that gives a percentage of its budget gives the right one."""
    spent, pagu, percent = (claim.get(measure) for measure in (Measure.REALISASI, Measure.PAGU, Measure.SERAPAN))
    if spent is None or pagu is None or percent is None:
        return percent is None
    return is_percent_of(percent.quantity, spent.quantity, pagu.quantity).verdict != Verdict.TEMUAN
