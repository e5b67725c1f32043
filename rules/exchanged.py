"""Two figures of one table that stand exchanged in another: the target of Susu beside Telur, and that of Telur beside Susu."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from rules.compare import same_print
from rules.facts import Measure, Peran, ReportView, Tabel
from rules.headed import items_of
from rules.statements import Statement, gathered, units_agree
from rules.trusted import trust

_COMPARED = (Measure.TARGET, Measure.KINERJA, Measure.CAPAIAN, Measure.NILAI, Measure.JUMLAH, Measure.PAGU, Measure.REALISASI)
_AGREEING = 3

_Said: TypeAlias = tuple[Measure, int | None, str]
_Groups: TypeAlias = list[dict[_Said, Statement]]
_Places: TypeAlias = dict[_Said, list[tuple[int, Statement]]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two rows whose figures are exchanged between two tables: each statement taken to be wrong with its counterpart.

    Without `wrong` nothing is exchanged, and `pairs` holds one figure on which the two tables agree.
    """

    pairs: tuple[tuple[Statement, Statement], ...]
    wrong: Tabel | None


def exchanges(report: ReportView) -> Iterator[Exchange]:
    """Every exchange between two tables that agree in three or more other figures, or that there is none.

    What is compared one by one elsewhere is left out.
    """
    compared = {id(s.fact): key for key, group in gathered(report).items() for s in group}
    told = [groups for tabel in report.tables if (groups := _groups(tabel))]
    indexed = [_places(groups) for groups in told]
    for one, two in combinations(range(len(told)), 2):
        shared = _shared(told[one], indexed[two])
        agreeing = [pair for pairs in shared for pair in pairs if _same(pair[0], pair[1])]
        if len(agreeing) >= _AGREEING:
            found = [exchange for pairs in shared for exchange in _exchanged(pairs, compared)]
            yield from found or [Exchange((agreeing[0],), None)]


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


def _places(groups: _Groups) -> _Places:
    """Where each figure stands: in which groups of a table, and its statement there."""
    found: _Places = defaultdict(list)
    for at, group in enumerate(groups):
        for said, statement in group.items():
            found[said].append((at, statement))
    return found


def _shared(groups: _Groups, places: _Places) -> list[list[tuple[Statement, Statement]]]:
    """The figures that a group of one table has in common with a group of the other."""
    found: dict[tuple[int, int], list[tuple[Statement, Statement]]] = defaultdict(list)
    for mine, group in enumerate(groups):
        for said, statement in group.items():
            for yours, other in places.get(said, ()):
                found[mine, yours].append((statement, other))
    return list(found.values())


def _same(one: Statement, two: Statement) -> bool:
    return same_print(one.fact.number, two.fact.number)


def _exchanged(pairs: Sequence[tuple[Statement, Statement]], compared: Mapping[int, object]) -> Iterator[Exchange]:
    """The pairs of one group that differ, two by two, where each figure stands in the other's place."""
    differing = [(a, b) for a, b in pairs if not _same(a, b) and not _compared_elsewhere(a, b, compared)]
    for (a, b), (c, d) in combinations(differing, 2):
        alike = a.fact.measure == c.fact.measure and a.fact.year == c.fact.year and _of_one_kind(a, c) and _of_one_kind(a, b)
        if alike and _same(a, d) and _same(b, c):
            right_first = (trust([a]), -a.tabel.position) >= (trust([b]), -b.tabel.position)
            found = ((b, a), (d, c)) if right_first else ((a, b), (c, d))
            yield Exchange(found, found[0][0].tabel)


def _compared_elsewhere(one: Statement, two: Statement, compared: Mapping[int, object]) -> bool:
    keys = (compared.get(id(one.fact)), compared.get(id(two.fact)))
    return keys[0] is not None and keys[0] == keys[1]


def _of_one_kind(one: Statement, two: Statement) -> bool:
    return one.quantity is not None and two.quantity is not None and units_agree(one.quantity, two.quantity)
