"""Sisa of a row: what is left of its pagu; and which row to blame when only the total row itself is sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rules import show
from rules.compare import difference_of
from rules.facts import AMOUNTS, Baris, Fact, Measure
from rules.outcome import HOLDS, Comparison, Verdict
from rules.rows import named, same_year
from rules.sums import Sum

# Murni, pergeseran, perubahan, and each of them once more beside it.
_MOST = 6
_ORDER = (*HOLDS, Verdict.TAK_DIPERIKSA, Verdict.TEMUAN)


@dataclass(frozen=True, slots=True)
class Rest:
    """One sisa against pagu minus realisasi of its row, with the operands that fit best."""

    baris: Baris
    fact: Fact
    pagu: Fact
    realisasi: Fact
    result: Comparison


@dataclass(frozen=True, slots=True)
class Blame:
    """The cell that makes a column miss its total, and the sentence that says so."""

    fact: Fact
    sentence: str


def rests(baris: Baris) -> Iterator[Rest]:
    """Each sisa of a row that has a pagu and a realisasi beside it; an empty cell says nothing."""
    for fact in baris.all(Measure.SISA):
        found = list(_candidates(baris, fact))
        if found:
            yield min(found, key=lambda rest: _ORDER.index(rest.result.verdict))


def _candidates(baris: Baris, fact: Fact) -> Iterator[Rest]:
    """Every pagu of the block, the last variant first; what is overspent may be printed with or without its sign."""
    for pagu, spent in product(reversed(_nearest(baris, Measure.PAGU, fact)), _nearest(baris, Measure.REALISASI, fact)):
        yield Rest(baris, fact, pagu, spent, difference_of(fact.number, pagu.number, spent.number))
        yield Rest(baris, fact, pagu, spent, difference_of(fact.number, spent.number, pagu.number))


def _nearest(baris: Baris, measure: Measure, fact: Fact) -> Sequence[Fact]:
    """The facts of a measure that stand nearest to a sisa, in the order of the columns; a row has few that could be meant."""
    found = same_year(baris, measure, fact)
    nearest = sorted(found, key=lambda one: abs(one.column.index - fact.column.index))[:_MOST]
    return sorted(nearest, key=lambda one: one.column.index)


def row_to_blame(total: Sum) -> Blame | None:
    """The one row whose own sisa is wrong, where a total misses its column but agrees with the other totals of its row."""
    own = [rest for rest in rests(total.whole) if total.fact in (rest.fact, rest.pagu, rest.realisasi)]
    if total.fact.measure not in AMOUNTS or not own or own[0].result.verdict not in HOLDS:
        return None
    wrong = [rest for part in total.parts for rest in rests(part) if rest.result.verdict == Verdict.TEMUAN]
    if len(wrong) != 1:
        return None
    rest = wrong[0]
    like = next((f for f in (rest.fact, rest.pagu, rest.realisasi) if f.column.index == total.fact.column.index), rest.fact)
    sentence = (
        f"Total itu cocok dengan total pagu dikurangi total realisasi; yang keliru agaknya baris {named(rest.baris)}: sisanya "
        f"tertulis {show.printed(rest.fact.number)}, sedangkan {rest.result.working}."
    )
    return Blame(like, sentence)
