"""Columns that state a rise or fall, against the values of the two years or versions between which it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias

from rules.belief import severity_by_points, shared_doubt
from rules.compare import not_checked
from rules.compare_change import change_of, growth_of, index_of, reversed_sign
from rules.facts import AMOUNTS, Baris, Column, Fact, Measure, Tabel
from rules.outcome import HOLDS, Comparison, Severity, Verdict
from rules.quantity import Number
from rules.recomputed import Recomputed
from rules.rows import in_column, number_of
from rules.slips import is_telling

UNPROVEN = "arti kolom perubahan tidak terbukti"
OTHERWISE = "cocok menurut cara lain daripada baris-baris lainnya"
SIGN = "tandanya terbalik"

_FEWEST, _SHORT = 3, 5
_MOST_PAIRS = 40
_VARIANTS = ("murni", "perubahan")
_NO_VALUES = (Measure.PERUBAHAN, Measure.PREDIKAT)

Compare: TypeAlias = Callable[[Number, Number, Number], Comparison]
METHODS: tuple[tuple[str, Compare], ...] = (("selisih", change_of), ("pertumbuhan", growth_of), ("perbandingan", index_of))


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to read a column of changes: between which columns, by which method, a fall printed with its sign or without."""

    earlier: int
    later: int
    method: str
    compare: Compare
    signed: bool

    def on(self, baris: Baris, stated: Number) -> Comparison:
        """What the stated change of a row comes to in this way."""
        earlier, later = number_of(in_column(baris, self.earlier)), number_of(in_column(baris, self.later))
        result = self.compare(stated, earlier, later)
        if self.signed or result.verdict != Verdict.TEMUAN:
            return result
        turned = self.compare(reversed_sign(stated), earlier, later)
        return turned if turned.verdict in HOLDS else result


def changes_of(tabel: Tabel) -> Iterator[Recomputed]:
    """Every stated change of a table, as far as most rows of its column prove what the column means."""
    for column in tabel.columns:
        if column.measure == Measure.PERUBAHAN:
            rows = [(row, fact) for row in tabel.baris if (fact := in_column(row, column.index)) is not None and fact.quantity is not None]
            yield from _of_column(tabel, rows, list(_ways(tabel, column)))


def _ways(tabel: Tabel, column: Column) -> Iterator[_Way]:
    """Every way in which a column could be meant."""
    values = [c for c in tabel.columns if c.group == column.group and c.measure not in _NO_VALUES]
    pairs = [(a.index, b.index) for a, b in product(values, values) if _alike(a, b) and _follows(a, b)][:_MOST_PAIRS]
    for signed in (True, False):
        for (earlier, later), (name, compare) in product(pairs, METHODS):
            yield _Way(earlier, later, name, compare, signed)


def _alike(one: Column, two: Column) -> bool:
    """Whether two columns are of one measure, or both of percentages: `% realisasi 2015` beside `2016 > %`."""
    return one.measure == two.measure or all("%" in c.header or "persen" in c.header.casefold() for c in (one, two))


def _follows(one: Column, two: Column) -> bool:
    """Whether the second column is of a later year, or of the changed budget of the same."""
    if one.year != two.year:
        return one.year is not None and two.year is not None and one.year < two.year
    return (one.variant, two.variant) == _VARIANTS


def _of_column(tabel: Tabel, rows: Sequence[tuple[Baris, Fact]], ways: Sequence[_Way]) -> Iterator[Recomputed]:
    way = _best(rows, [way for way in ways if way.signed])
    if way is None or not _is_proven(rows, way):
        way = _best(rows, ways)
    if way is None:
        yield from (Recomputed(row, fact, (), not_checked(fact.number, UNPROVEN)) for row, fact in rows if ways)
        return
    known = _Context(ways, _is_proven(rows, way), _signs_are_meant(rows, way))
    for row, fact in rows:
        yield _judged(tabel, (row, fact), way, known)


def _best(rows: Sequence[tuple[Baris, Fact]], ways: Sequence[_Way]) -> _Way | None:
    """The first of the ways that explain most rows; none that explains fewer than three, or than two of a short column's long figures."""
    counted = [(len(_proving(rows, way)), -index) for index, way in enumerate(ways)]
    most, best = max(counted, default=(0, 0))
    if most == _FEWEST - 1 and len(rows) <= _SHORT:
        figures = [fact.quantity.value for fact in _proving(rows, ways[-best]) if fact.quantity is not None]
        return ways[-best] if len(set(figures)) == most and all(is_telling(figure) for figure in figures) else None
    return ways[-best] if most >= _FEWEST else None


def _is_proven(rows: Sequence[tuple[Baris, Fact]], way: _Way) -> bool:
    """Whether a way explains two of three rows that can be checked."""
    verdicts = [way.on(row, fact.number).verdict for row, fact in rows]
    return 3 * sum(verdict in HOLDS for verdict in verdicts) >= 2 * sum(verdict != Verdict.TAK_DIPERIKSA for verdict in verdicts)


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of a column: all ways to read it, whether one is proven, and whether its signs are meant."""

    ways: Sequence[_Way]
    proven: bool
    signs: bool


def _proving(rows: Sequence[tuple[Baris, Fact]], way: _Way) -> list[Fact]:
    """The changes that hold and are not zero: of values that stand still any reading holds."""
    held = [fact for row, fact in rows if way.on(row, fact.number).verdict in HOLDS]
    return [fact for fact in held if fact.quantity is not None and fact.quantity.value != 0]


def _signs_are_meant(rows: Sequence[tuple[Baris, Fact]], way: _Way) -> bool:
    """Whether the column prints falls that hold with their sign: one beside a rise that holds, or two."""
    signs = [fact.quantity.value > 0 for fact in _proving(rows, way) if fact.quantity is not None]
    return way.signed and (len(set(signs)) > 1 or signs.count(False) > 1)


def _judged(tabel: Tabel, cell: tuple[Baris, Fact], way: _Way, known: _Context) -> Recomputed:
    row, fact = cell
    operands = tuple(f for f in (in_column(row, way.later), in_column(row, way.earlier)) if f is not None)
    result = way.on(row, fact.number)
    if result.verdict != Verdict.TEMUAN:
        return Recomputed(row, fact, operands, result)
    turned = way.compare(reversed_sign(fact.number), *(number_of(in_column(row, index)) for index in (way.earlier, way.later)))
    minus = way.signed and known.proven and fact.quantity is not None and fact.quantity.value < 0
    if turned.verdict in HOLDS and (known.signs or minus):
        return Recomputed(row, fact, operands, replace(result, method=SIGN), Severity.TINGGI)
    otherwise = any(other.on(row, fact.number).verdict in HOLDS for other in known.ways)
    doubt = UNPROVEN if not known.proven else OTHERWISE if otherwise else shared_doubt(tabel, row, fact)
    if doubt:
        return Recomputed(row, fact, operands, not_checked(fact.number, doubt, result.expected))
    of_amounts = way.compare is change_of and any(operand.measure in AMOUNTS for operand in operands)
    return Recomputed(row, fact, operands, result, Severity.SEDANG if of_amounts else severity_by_points(result.gap))
