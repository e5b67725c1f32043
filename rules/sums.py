"""Every stated sum of a table with its parts: parents over their children, and total rows in all honest readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.compare import sums_to
from rules.exact import EXACT, ZERO
from rules.facts import AMOUNTS, Baris, Fact, Measure, Peran, Tabel
from rules.once import once_each
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import Number, Quantity, Unreadable
from rules.rows import CARRIERS, children, counterpart, empty, holding, in_column, leaves, number_of, tops

COUNTS = (Measure.JUMLAH, Measure.NILAI, Measure.TARGET, Measure.KINERJA)
"""Columns whose numbers sometimes sum and sometimes do not: only the table itself can prove that they do."""

MOST_PARTS = 60
"""No heading gathers more rows than this: a longer search is for a table that was misread."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One stated sum: the row that states it, its cell, its parts in the same column, and what the comparison came to.

    `reading` names which rows a total was taken to sum; it is empty for a parent and its children.
    """

    whole: Baris
    fact: Fact
    parts: tuple[Baris, ...]
    facts: tuple[Fact | None, ...]
    result: Comparison
    reading: str = ""

    @property
    def holds(self) -> bool:
        """Whether the parts make the whole."""
        return self.result.verdict in HOLDS

    @property
    def fails(self) -> bool:
        """Whether the parts do not make the whole."""
        return self.result.verdict == Verdict.TEMUAN

    @property
    def telling(self) -> bool:
        """Whether it holds and says something: two or more parts that are not zero."""
        values = [fact.number.value for fact in self.facts if fact is not None and isinstance(fact.number, Quantity)]
        return self.holds and sum(value != 0 for value in values) > 1


@once_each
def parent_sums(tabel: Tabel) -> tuple[Sum, ...]:
    """Every amount of a row that has rows below it, against the sum of theirs."""
    return tuple(found for baris in tabel.baris if baris.peran in CARRIERS for found in _sums_of(tabel, baris))


def _sums_of(tabel: Tabel, parent: Baris) -> Iterator[Sum]:
    below = tuple(child for child in children(tabel, parent) if child.peran in CARRIERS)
    for fact in parent.facts:
        if fact.measure not in (*AMOUNTS, *COUNTS) or (parent.peran == Peran.JUDUL and empty(fact)):
            continue
        facts = tuple(counterpart(child, fact) for child in below)
        if any(not empty(part) for part in facts):
            yield Sum(parent, fact, below, facts, _compared(fact, facts))


def parent_to_blame(total: Sum, parents: Sequence[Sum]) -> Sum | None:
    """The one summed row that misses its own parts, where the total is right once the sum of those parts stands in its place."""
    wrong = [p for p in parents if p.fails and p.fact.column.measure == total.fact.column.measure and p.whole in total.parts]
    if len(wrong) != 1 or wrong[0].fact not in total.facts:
        return None
    (one,) = wrong
    rest = [number_of(fact) for fact in total.facts if fact is not one.fact]
    return one if sums_to(total.fact.number, [*rest, *(number_of(fact) for fact in one.facts)]).verdict in HOLDS else None


def _compared(whole: Fact, facts: Sequence[Fact | None]) -> Comparison:
    return sums_to(whole.number, [number_of(fact) for fact in facts])


@once_each
def total_sums(tabel: Tabel) -> tuple[Sum, ...]:
    """Every amount of a total row in the first reading that holds, or in the most natural one if none does."""
    totals = [baris for baris in tabel.baris if baris.peran == Peran.TOTAL]
    return tuple(found for baris in totals for found in _totals_of(tabel, baris))


def _totals_of(tabel: Tabel, total: Baris) -> Iterator[Sum]:
    """One row totals the same rows in all its columns: what holds in one tells which rows the others should sum."""
    tried = [_tried(tabel, total, fact) for fact in total.facts if _totalled(fact)]
    best = [_best(every) for every in tried if every]
    told = next((one for one in best if one.telling), None)
    for one in best:
        yield _made(one.whole, one.fact, told.parts, told.reading) if one.fails and told is not None else one


def _totalled(fact: Fact) -> bool:
    return fact.measure in (*AMOUNTS, Measure.JUMLAH, Measure.NILAI) and not isinstance(fact.number, Unreadable)


def _tried(tabel: Tabel, total: Baris, fact: Fact) -> list[Sum]:
    """A total in every reading, each set of rows once."""
    found: dict[tuple[int, ...], Sum] = {}
    for reading, parts in readings(tabel, total, fact.column.index):
        if parts:
            found.setdefault(tuple(part.index for part in parts), _made(total, fact, parts, reading))
    return list(found.values())


def _made(total: Baris, fact: Fact, parts: tuple[Baris, ...], reading: str) -> Sum:
    facts = tuple(in_column(part, fact.column.index) for part in parts)
    return Sum(total, fact, parts, facts, _compared(fact, facts), reading)


def _best(every: Sequence[Sum]) -> Sum:
    """The first that holds exactly, then within a rupiah, then one that a hole leaves open, then the first of all."""
    for verdict in (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TAK_DIPERIKSA):
        for one in every:
            if one.result.verdict == verdict:
                return one
    return every[0]


def readings(tabel: Tabel, total: Baris, column: int) -> Iterator[tuple[str, tuple[Baris, ...]]]:
    """Which rows a total row may sum, the most natural first."""
    others = [row for row in tabel.baris if row.peran == Peran.TOTAL and row.index != total.index and in_column(row, column)]
    earlier = [row for row in others if row.index < total.index]
    last = earlier[-1].index if earlier else -1
    following = min((row.index for row in others if row.index > total.index), default=len(tabel.baris))
    before = holding((row for row in tabel.baris if row.index < total.index), column)
    since = tuple(row for row in before if row.index > last)
    after = holding((row for row in tabel.baris if row.index > total.index), column)
    section = tuple(row for row in after if row.index < following)
    yield "baris sejak jumlah sebelumnya" if earlier else "baris tingkat teratas", tops(tabel, since)
    yield "jumlah-jumlah sebelumnya", tuple(earlier)
    yield "jumlah-jumlah sebelumnya dan baris sesudahnya", (*earlier, *tops(tabel, since))
    yield "baris tingkat teratas", tops(tabel, before)
    yield "baris terinci sejak jumlah sebelumnya", leaves(tabel, since)
    yield "baris terinci", leaves(tabel, before)
    yield "baris", before
    yield "baris tanpa nomor", _unnumbered(tops(tabel, since))
    yield "baris induk", _gathered(tops(tabel, since), column)
    yield "baris di bawahnya", tops(tabel, section)
    yield "baris terinci di bawahnya", leaves(tabel, section)
    yield "baris tanpa nomor di bawahnya", _unnumbered(tops(tabel, section))
    yield "baris induk di bawahnya", _gathered(tops(tabel, section), column)
    yield "semua baris di bawahnya", tops(tabel, after)
    yield "semua baris terinci di bawahnya", leaves(tabel, after)
    yield "jumlah-jumlah di bawahnya", tuple(row for row in others if row.index > total.index)


def _unnumbered(rows: tuple[Baris, ...]) -> tuple[Baris, ...]:
    """The headings among numbered rows: `URUSAN WAJIB` above programs 1 to 7, when no level was read for it."""
    return tuple(row for row in rows if not row.kode)


def _gathered(rows: Sequence[Baris], column: int) -> tuple[Baris, ...]:
    """The rows without those that follow one of which they are the exact sum: its parts, when no level was read for them."""
    kept: list[Baris] = []
    index = 0
    while index < len(rows):
        kept.append(rows[index])
        index += _parts_behind([number_of(in_column(row, column)) for row in rows[index : index + MOST_PARTS]]) + 1
    return tuple(kept)


def _parts_behind(numbers: Sequence[Number]) -> int:
    """How many of the numbers behind the first, two or more, sum to it exactly; none when a hole stands among them."""
    whole, running = numbers[0], ZERO
    for count, number in enumerate(numbers[1:], start=1):
        if isinstance(whole, Unreadable) or isinstance(number, Unreadable) or running > whole.value:
            return 0
        running = EXACT.add(running, number.value)
        if count > 1 and running == whole.value:
            return count
    return 0
