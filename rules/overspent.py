"""Each realisasi of a table beside the highest pagu of its row, with the reason why it may not be accused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules.belief import MISREAD_COLUMN, overspent_doubt
from rules.compare import at_most
from rules.facts import Baris, Fact, Measure, Peran, Tabel
from rules.outcome import Comparison, Verdict
from rules.quantity import Unreadable
from rules.rows import ancestors, same_year

FOLLOWS = "mengikuti baris rinciannya yang sudah ditandai"

_ORDER = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TAK_DIPERIKSA, Verdict.TEMUAN)


@dataclass(frozen=True, slots=True)
class Spent:
    """One realisasi, the pagu that allows most for it, what the comparison came to, and why it may not be believed."""

    baris: Baris
    fact: Fact
    pagu: Fact
    result: Comparison
    doubt: str = ""


def spendings(tabel: Tabel) -> tuple[Spent, ...]:
    """Every realisasi of money in a table; an empty cell says nothing."""
    found = [one for baris in tabel.baris if baris.peran != Peran.RATA_RATA for one in _spendings(baris)]
    over = [one for one in found if one.result.verdict == Verdict.TEMUAN]
    return tuple(replace(one, doubt=_doubt(tabel, one, found, over)) if one in over else one for one in found)


def _spendings(baris: Baris) -> Iterator[Spent]:
    for fact in baris.all(Measure.REALISASI):
        pagus = same_year(baris, Measure.PAGU, fact)
        every = [Spent(baris, fact, pagu, at_most(fact.number, pagu.number)) for pagu in reversed(pagus)]
        if every and not isinstance(fact.number, Unreadable):
            yield min(every, key=lambda one: _ORDER.index(one.result.verdict))


def _doubt(tabel: Tabel, one: Spent, found: Sequence[Spent], over: Sequence[Spent]) -> str:
    column = one.fact.column.index
    beside = [other for other in found if other.fact.column.index == column]
    exceeding = [other for other in over if other.fact.column.index == column]
    if 2 * len(exceeding) > len(beside) > 1:
        return MISREAD_COLUMN
    if any(_part_of(tabel, other.baris, one.baris) for other in exceeding):
        return FOLLOWS
    return overspent_doubt(one.baris, tabel, one.pagu.number, one.result.gap)


def _part_of(tabel: Tabel, part: Baris, whole: Baris) -> bool:
    """Whether a row counts in another: below it, or in the column that a total row sums."""
    if whole.peran == Peran.TOTAL:
        return part.peran != Peran.TOTAL
    return whole.index in ancestors(tabel, part)
