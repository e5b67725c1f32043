"""Two tables that print the same unit, where every figure of one is a thousand times that of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TypeAlias

from rules.exact import EXACT, rounded_to
from rules.facts import Baris, Fact, Measure, ReportView, Tabel
from rules.once import once
from rules.outcome import Verdict
from rules.quantity import Quantity
from rules.rows import in_column

THOUSAND = Decimal(1000)

_FEWEST = 3
_SMALLEST = Decimal(1000)
_MANY = 5
_TWENTY = Decimal(20)
_COUNTED = (Measure.NILAI, Measure.TARGET, Measure.KINERJA, Measure.JUMLAH)
_IN_BRACKETS = re.compile(r"\(\s*([A-Za-z]{2,12})\s*\)")
_WORD = re.compile(r"[a-z]+")

_Cell: TypeAlias = tuple[str, Fact, str]


@dataclass(frozen=True, slots=True)
class Twins:
    """Two tables with the figures of the same things in the same unit, those taken to be too large first.

    `verdict` is a finding when the first are a thousand times the second.
    """

    one: Tabel
    two: Tabel
    unit: str
    pairs: tuple[tuple[Fact, Fact], ...]
    verdict: Verdict


@once
def unit_twins(report: ReportView) -> tuple[Twins, ...]:
    """Tables that tell of the same things, year and unit; a thousandfold is three or more, and more than half, n and n / 1000."""
    return tuple(_twins([(tabel, cells) for tabel in report.tables if (cells := _cells(tabel))]))


def _twins(told: Sequence[tuple[Tabel, list[_Cell]]]) -> Iterator[Twins]:
    known = {tabel.id: _by_name(cells) for tabel, cells in told}
    for (one, mine), (two, _) in combinations(told, 2):
        yours = known[two.id]
        pairs = [(a, b) for name, a, unit in mine for b in yours.get((name, unit, a.year), ())]
        turned = [(b, a) for a, b in pairs]
        larger, smaller = (_thousandfold(found) for found in (pairs, turned))
        if 2 * max(len(larger), len(smaller)) > len(pairs) and max(len(larger), len(smaller)) >= _FEWEST:
            first, second, found = (one, two, larger) if larger else (two, one, smaller)
            yield Twins(first, second, _unit_of(mine, found), tuple(found), Verdict.TEMUAN)
        elif pairs:
            yield Twins(one, two, "", tuple(pairs), Verdict.LOLOS)


def _by_name(cells: Sequence[_Cell]) -> dict[tuple[str, str, int | None], list[Fact]]:
    found: dict[tuple[str, str, int | None], list[Fact]] = {}
    for name, fact, unit in cells:
        found.setdefault((name, unit, fact.year), []).append(fact)
    return found


def close_twins(report: ReportView) -> Iterator[Twins]:
    """The twins with five pairs or more."""
    yield from (twins for twins in unit_twins(report) if twins.verdict == Verdict.TEMUAN and len(twins.pairs) >= _MANY)


def strays(report: ReportView) -> Iterator[tuple[Twins, Fact, Fact]]:
    """Of two tables with figures n and n / 1000: the pairs that are near it and not it, the smaller figure first."""
    for twins in close_twins(report):
        told = {id(fact) for pair in twins.pairs for fact in pair}
        yours: dict[tuple[str, int | None], list[Fact]] = {}
        for name, fact, _ in _cells(twins.two):
            yours.setdefault((name, fact.year), []).append(fact)
        for large, small in ((a, b) for name, a, _ in _cells(twins.one) for b in yours.get((name, a.year), ())):
            if id(large) not in told and id(small) not in told and _is_nearly(large.quantity, small.quantity):
                yield twins, small, large


def _is_nearly(large: Quantity | None, small: Quantity | None) -> bool:
    """Whether two figures are a thousandfold but for a slip: within a twentieth."""
    if large is None or small is None or small.value < _SMALLEST:
        return False
    gap = EXACT.abs(EXACT.subtract(large.value, EXACT.multiply(small.value, THOUSAND)))
    return EXACT.multiply(gap, _TWENTY) <= large.value


def _thousandfold(pairs: Sequence[tuple[Fact, Fact]]) -> list[tuple[Fact, Fact]]:
    return [(a, b) for a, b in pairs if _is_thousandfold(a.quantity, b.quantity)]


def _unit_of(cells: Sequence[_Cell], pairs: Sequence[tuple[Fact, Fact]]) -> str:
    facts = {id(fact) for pair in pairs for fact in pair}
    return next(unit for _, fact, unit in cells if id(fact) in facts)


def _cells(tabel: Tabel) -> list[_Cell]:
    """The figures of a table with the name of their row and their unit, where a unit is printed."""
    columns = [column for column in tabel.columns if column.measure in _COUNTED]
    found = [(row, fact) for column in columns for row in tabel.baris if (fact := in_column(row, column.index)) is not None]
    told = [(_name(row), fact, _unit(row, fact)) for row, fact in found if fact.quantity is not None and row.name]
    return [cell for cell in told if cell[0] and cell[2]]


def _unit(row: Baris, fact: Fact) -> str:
    in_header = _IN_BRACKETS.findall(fact.column.header)
    return (row.satuan or (in_header[-1] if in_header else "")).casefold()


def _name(row: Baris) -> str:
    return " ".join(_WORD.findall(row.name.casefold()))


def _is_thousandfold(large: Quantity | None, small: Quantity | None) -> bool:
    if large is None or small is None or small.value < _SMALLEST:
        return False
    return EXACT.divide(large.value, THOUSAND) in rounded_to(small.value, small.decimals)


def first_pairs(pairs: Sequence[tuple[Fact, Fact]]) -> tuple[Fact, ...]:
    """The cells of the pairs, those of the large table first."""
    return (*(a for a, _ in pairs), *(b for _, b in pairs))
