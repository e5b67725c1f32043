"""The amounts of a report's tables by their value, so that a sentence's amount need not be held against every row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.facts import AMOUNTS, Baris, ReportView, Tabel
from rules.once import once

# An amount may be one rupiah of rounded sen off.
_NEAR = (-1, 0, 1)


@dataclass(frozen=True, slots=True)
class Amounts:
    """The rows of a report in their order, those that state an amount to the rupiah by it, and those that state a rounded one."""

    rows: Sequence[tuple[Tabel, Baris]]
    exact: Mapping[int, Sequence[int]]
    rounded: Sequence[int]

    def rows_with(self, amounts: Iterable[Decimal]) -> Iterator[tuple[Tabel, Baris]]:
        """The rows that may state one of some amounts, in their order."""
        wanted = (int(amount) + step for amount in amounts for step in _NEAR)
        found = {place for amount in wanted for place in self.exact.get(amount, ())}
        yield from (self.rows[place] for place in sorted({*found, *self.rounded}))


@once
def amounts_of(report: ReportView) -> Amounts:
    """The amounts of a report."""
    rows = [(tabel, baris) for tabel in report.tables for baris in tabel.baris]
    exact: dict[int, list[int]] = defaultdict(list)
    rounded: list[int] = []
    for place, (_, baris) in enumerate(rows):
        for fact in baris.facts:
            if fact.measure not in AMOUNTS or fact.quantity is None:
                continue
            if fact.quantity.exact:
                exact[int(fact.quantity.value)].append(place)
            else:
                rounded.append(place)
    return Amounts(rows, exact, rounded)
