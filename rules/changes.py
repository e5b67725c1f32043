"""Columns that state a rise or fall, against the values of the two years or versions between which it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias

from rules.belief import severity_by_points, shared_doubt
from rules.capaian import less_is_better, may_fall
from rules.compare import not_checked
from rules.compare_change import change_of, growth_of, index_of, reversed_sign
from rules.facts import AMOUNTS, Baris, Column, Fact, Measure, Tabel
from rules.outcome import HOLDS, Comparison, Severity, Verdict
from rules.quantity import Hole, Number, Quantity, Unreadable
from rules.recomputed import Recomputed
from rules.rows import in_column
from rules.slips import MANY_DIGITS, has_many_digits

UNPROVEN = "arti kolom perubahan tidak terbukti"
OTHERWISE = "cocok menurut cara lain daripada baris-baris lainnya"
SIGN = "tandanya terbalik"

_FEWEST, _SHORT = 3, 5
# A figure of so many digits is met by chance by no difference of two others.
_LONG = 5
_MOST_PAIRS = 40
_VARIANTS = ("murni", "perubahan")
_NO_VALUES = (Measure.PERUBAHAN, Measure.PREDIKAT)
_MISSING = Unreadable("", Hole.KOSONG)

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


class _Changes:
    """The stated changes of a column with their rows; what each way to read them comes to is worked out once."""

    def __init__(self, cells: Sequence[tuple[Baris, Fact]]) -> None:
        self.cells = cells
        self._numbers = [{fact.column.index: fact.number for fact in reversed(row.facts)} for row, _ in cells]
        self._results: dict[_Way, Sequence[Comparison]] = {}

    def by(self, way: _Way) -> Sequence[Comparison]:
        """What the stated change of each row comes to in this way."""
        if way not in self._results:
            self._results[way] = [self._compared(way, at) for at in range(len(self.cells))] if way.signed else self._unsigned(way)
        return self._results[way]

    def turned(self, way: _Way, at: int) -> Comparison:
        """The same for one row, as if its change were printed with the other sign."""
        return self._compared(way, at, turned=True)

    def holds_in_any(self, ways: Sequence[_Way], at: int) -> bool:
        """Whether the change of one row holds in some way, with its own sign or with the other."""
        return any((self.by(way)[at] if way.signed else self.turned(way, at)).verdict in HOLDS for way in ways)

    def proving(self, way: _Way) -> list[Quantity]:
        """The changes that hold and are not zero: of values that stand still any reading holds."""
        held = [fact for (_, fact), result in zip(self.cells, self.by(way), strict=True) if result.verdict in HOLDS]
        return [fact.quantity for fact in held if fact.quantity is not None and fact.quantity.value != 0]

    def _unsigned(self, way: _Way) -> Sequence[Comparison]:
        made = list(self.by(replace(way, signed=True)))
        for at, result in enumerate(made):
            if result.verdict == Verdict.TEMUAN and (turned := self.turned(way, at)).verdict in HOLDS:
                made[at] = turned
        return made

    def _compared(self, way: _Way, at: int, *, turned: bool = False) -> Comparison:
        stated = self.cells[at][1].number
        earlier, later = (self._numbers[at].get(index, _MISSING) for index in (way.earlier, way.later))
        return way.compare(reversed_sign(stated) if turned else stated, earlier, later)


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


def _of_column(tabel: Tabel, cells: Sequence[tuple[Baris, Fact]], ways: Sequence[_Way]) -> Iterator[Recomputed]:
    changes = _Changes(cells)
    way = _best(changes, [way for way in ways if way.signed])
    if way is None or not _is_proven(changes, way):
        way = _best(changes, ways)
    if way is None:
        yield from (Recomputed(row, fact, (), not_checked(fact.number, UNPROVEN)) for row, fact in cells if ways)
        return
    known = _Context(tabel, changes, ways, _is_proven(changes, way), _signs_are_meant(changes, way), _is_minus_a_fall(changes, way))
    for at in range(len(cells)):
        yield _judged(known, way, at)


def _best(changes: _Changes, ways: Sequence[_Way]) -> _Way | None:
    """The first of the ways that explain most rows; none that explains fewer than three, or than a short column's few long figures."""
    counted = [(len(changes.proving(way)), -index) for index, way in enumerate(ways)]
    most, best = max(counted, default=(0, 0))
    if 0 < most < _FEWEST and len(changes.cells) <= _SHORT:
        figures = {quantity.value for quantity in changes.proving(ways[-best])}
        told = all(has_many_digits(figure, MANY_DIGITS if most == _FEWEST - 1 else _LONG) for figure in figures)
        return ways[-best] if len(figures) == most and told else None
    return ways[-best] if most >= _FEWEST else None


def _is_proven(changes: _Changes, way: _Way) -> bool:
    """Whether a way explains two of three rows that can be checked; most of them are enough where three are of figures with many digits."""
    verdicts = [result.verdict for result in changes.by(way)]
    held, checked = sum(verdict in HOLDS for verdict in verdicts), sum(verdict != Verdict.TAK_DIPERIKSA for verdict in verdicts)
    telling = sum(map(has_many_digits, {quantity.value for quantity in changes.proving(way)}))
    return 3 * held >= 2 * checked or (telling >= _FEWEST and 2 * held > checked)


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of a column: its changes, all ways to read them, whether one is proven, its signs are meant, a minus is a fall."""

    tabel: Tabel
    changes: _Changes
    ways: Sequence[_Way]
    proven: bool
    signs: bool
    minus: bool


def _signs_are_meant(changes: _Changes, way: _Way) -> bool:
    """Whether the column prints falls that hold with their sign: one beside a rise that holds, or two."""
    signs = [quantity.value > 0 for quantity in changes.proving(way)]
    return way.signed and (len(set(signs)) > 1 or signs.count(False) > 1)


def _is_minus_a_fall(changes: _Changes, way: _Way) -> bool:
    """Whether a row prints a rise without a minus or a fall with it, and none prints a fall without."""
    strict = replace(way, signed=True)
    pairs = zip(changes.cells, changes.by(strict), changes.by(way), strict=True)
    turned = [fact for (_, fact), signed, loose in pairs if signed.verdict not in HOLDS and loose.verdict in HOLDS]
    falls = any(fact.quantity is not None and fact.quantity.value > 0 for fact in turned)
    return not falls and any(has_many_digits(quantity.value) for quantity in changes.proving(strict))


def _judged(known: _Context, way: _Way, at: int) -> Recomputed:
    row, fact = known.changes.cells[at]
    operands = tuple(f for f in (in_column(row, way.later), in_column(row, way.earlier)) if f is not None)
    below = fact.quantity is not None and fact.quantity.value < 0
    fallen = below and known.minus and not less_is_better(row)
    result = known.changes.by(replace(way, signed=True) if fallen else way)[at]
    if result.verdict != Verdict.TEMUAN:
        return Recomputed(row, fact, operands, result)
    minus = known.proven and below and (way.signed or fallen)
    if not may_fall(row.name) and (known.signs or minus) and known.changes.turned(way, at).verdict in HOLDS:
        return Recomputed(row, fact, operands, replace(result, method=SIGN), Severity.TINGGI)
    otherwise = known.changes.holds_in_any(known.ways, at)
    doubt = UNPROVEN if not known.proven else OTHERWISE if otherwise else shared_doubt(known.tabel, row, fact)
    if doubt:
        return Recomputed(row, fact, operands, not_checked(fact.number, doubt, result.expected))
    of_amounts = way.compare is change_of and any(operand.measure in AMOUNTS for operand in operands)
    return Recomputed(row, fact, operands, result, Severity.SEDANG if of_amounts else severity_by_points(result.gap))
