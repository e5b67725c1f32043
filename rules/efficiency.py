"""Stated efficiency against the capaian and the serapan of its row, in every method that reports use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rules.anew import quotient
from rules.belief import percent_doubt, severity_by_points, shared_doubt
from rules.compare import difference_of, equals, not_checked
from rules.compare_change import growth_of, reversed_sign, times_hundred
from rules.exact import HUNDRED, ZERO
from rules.facts import Baris, Fact, Measure, Tabel
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import PERSEN, Number, Quantity
from rules.recomputed import Recomputed
from rules.rows import number_of

UNPROVEN = "cara menghitung efisiensi tidak terbukti oleh baris-baris tabelnya"
OTHERWISE = "cocok menurut cara lain daripada baris-baris lainnya"
NOT_REACHED = "nol boleh berarti tidak dihitung karena target tidak tercapai"

_WHOLE = Quantity(HUNDRED, 0, 12, PERSEN, "100")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Row:
    baris: Baris
    fact: Fact
    capaian: Fact | None
    serapan: Fact

    @property
    def ways(self) -> tuple[Comparison, Comparison]:
        """100 − serapan, and capaian − serapan; a fall below zero is also printed without its sign."""
        achieved = number_of(self.capaian)
        return _difference(self.fact.number, _WHOLE, self.serapan.number), _difference(self.fact.number, achieved, self.serapan.number)

    @property
    def otherwise(self) -> bool:
        """Whether another method explains it: 1 − serapan / capaian as a share or in percent, or one divided by the other."""
        achieved, spent, stated = number_of(self.capaian), self.serapan.number, self.fact.number
        shares = (growth_of(reversed_sign(number), achieved, spent) for number in (stated, times_hundred(stated)))
        ratios = (quotient(achieved, spent), quotient(spent, achieved))
        divided = (equals(number, ratio) for number in (stated, times_hundred(stated)) for ratio in ratios)
        return any(result.verdict in HOLDS for result in (*shares, *divided))


def efficiencies(tabel: Tabel) -> Iterator[Recomputed]:
    """Every stated efficiency of a table, judged by the method that most of its rows prove."""
    rows = [row for baris in tabel.baris for row in _rows_of(baris)]
    counted = [sum(row.ways[way].verdict in HOLDS for row in rows) for way in (0, 1)]
    best = 0 if counted[0] >= counted[1] else 1
    proven = counted[best] >= _FEWEST and 3 * counted[best] >= 2 * len(rows)
    yield from (_judged(tabel, row, best, proven) for row in rows)


def _rows_of(baris: Baris) -> Iterator[_Row]:
    stated, capaian, serapan = (baris.all(measure) for measure in (Measure.EFISIENSI, Measure.CAPAIAN, Measure.SERAPAN))
    if len(stated) == len(serapan) == 1 and len(capaian) <= 1 and stated[0].quantity is not None and serapan[0].quantity is not None:
        yield _Row(baris, stated[0], capaian[0] if capaian else None, serapan[0])


def _judged(tabel: Tabel, row: _Row, best: int, proven: bool) -> Recomputed:
    result = row.ways[best]
    operands = tuple(fact for fact in (row.capaian if best else None, row.serapan) if fact is not None)
    if result.verdict in HOLDS:
        return Recomputed(row.baris, row.fact, operands, result)
    doubt = _doubt(tabel, row, proven)
    if doubt:
        return Recomputed(row.baris, row.fact, operands, not_checked(row.fact.number, doubt, result.expected))
    return Recomputed(row.baris, row.fact, operands, result, severity_by_points(result.gap))


def _doubt(tabel: Tabel, row: _Row, proven: bool) -> str:
    """Why an efficiency that does not follow accuses nobody."""
    if not proven:
        return UNPROVEN
    if row.otherwise or any(way.verdict in HOLDS for way in row.ways):
        return OTHERWISE
    if row.fact.quantity is not None and row.fact.quantity.value == ZERO:
        return NOT_REACHED
    shared = next((doubt for fact in (row.fact, row.serapan) if (doubt := shared_doubt(tabel, row.baris, fact))), "")
    return shared or percent_doubt(row.serapan, ZERO)


def _difference(stated: Number, minuend: Number, subtrahend: Number) -> Comparison:
    result = difference_of(stated, minuend, subtrahend)
    if result.verdict != Verdict.TEMUAN:
        return result
    turned = difference_of(reversed_sign(stated), minuend, subtrahend)
    return turned if turned.verdict in HOLDS else result
