"""Two figures of one table that stand exchanged in another: the target of Susu beside Telur, and that of Telur beside Susu."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from rules.compare import equals
from rules.differences import trust
from rules.facts import Fact, Measure, Peran, ReportView, Tabel
from rules.headed import items_of
from rules.outcome import Verdict
from rules.statements import Statement, gathered, units_agree

_COMPARED = (Measure.TARGET, Measure.KINERJA, Measure.CAPAIAN, Measure.NILAI, Measure.JUMLAH, Measure.PAGU, Measure.REALISASI)
_AGREEING = 3
_HOLDS = (Verdict.LOLOS, Verdict.HAMPIR)

_Said: TypeAlias = tuple[Measure, int | None, str]
_Groups: TypeAlias = list[dict[_Said, Statement]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two rows whose figures are exchanged between two tables: each statement taken to be wrong with its counterpart."""

    pairs: tuple[tuple[Statement, Statement], ...]
    wrong: Tabel


def exchanges(report: ReportView) -> Iterator[Exchange]:
    """Every exchange between two tables that agree in three or more other figures; what is compared one by one elsewhere is left out."""
    compared = {id(s.fact): key for key, group in gathered(report).items() for s in group}
    told = [(tabel, _groups(tabel)) for tabel in report.tables]
    told = [(tabel, groups) for tabel, groups in told if groups]
    for (_, mine), (_, yours) in combinations(told, 2):
        shared = [pairs for one in mine for two in yours if (pairs := _shared(one, two))]
        agreeing = sum(_same(a.fact, b.fact) for pairs in shared for a, b in pairs)
        if agreeing >= _AGREEING:
            yield from (found for pairs in shared for found in _exchanged(pairs, compared))


def _groups(tabel: Tabel) -> _Groups:
    """The figures of the items under each heading, by what they say of which thing; the rows under no heading are one group."""
    headed = items_of(tabel)
    below = {row.index for rows in headed.values() for row in rows}
    rest = tuple(row for row in tabel.baris if row.peran == Peran.RINCIAN and row.index not in below)
    found: _Groups = []
    for rows in (*headed.values(), rest):
        group: dict[_Said, list[Statement]] = defaultdict(list)
        for row in rows:
            for fact in row.facts:
                if row.subject and fact.quantity is not None and fact.measure in _COMPARED and not fact.column.variant:
                    group[fact.measure, fact.year, row.subject.partition(":")[2]].append(Statement(tabel, row, fact))
        if single := {said: every[0] for said, every in group.items() if len(every) == 1}:
            found.append(single)
    return found


def _shared(one: dict[_Said, Statement], two: dict[_Said, Statement]) -> list[tuple[Statement, Statement]]:
    return [(statement, two[said]) for said, statement in one.items() if said in two]


def _same(one: Fact, two: Fact) -> bool:
    return equals(one.number, two.number).verdict in _HOLDS


def _exchanged(pairs: Sequence[tuple[Statement, Statement]], compared: dict[int, object]) -> Iterator[Exchange]:
    """The pairs of one group that differ, two by two, where each figure stands in the other's place."""
    differing = [(a, b) for a, b in pairs if not _same(a.fact, b.fact) and not _compared_elsewhere(a, b, compared)]
    for (a, b), (c, d) in combinations(differing, 2):
        alike = a.fact.measure == c.fact.measure and a.fact.year == c.fact.year and _of_one_kind(a, c) and _of_one_kind(a, b)
        if alike and _same(a.fact, d.fact) and _same(b.fact, c.fact):
            right_first = trust([a]) >= trust([b])
            found = ((b, a), (d, c)) if right_first else ((a, b), (c, d))
            yield Exchange(found, found[0][0].tabel)


def _compared_elsewhere(one: Statement, two: Statement, compared: dict[int, object]) -> bool:
    keys = (compared.get(id(one.fact)), compared.get(id(two.fact)))
    return keys[0] is not None and keys[0] == keys[1]


def _of_one_kind(one: Statement, two: Statement) -> bool:
    return one.quantity is not None and two.quantity is not None and units_agree(one.quantity, two.quantity)
