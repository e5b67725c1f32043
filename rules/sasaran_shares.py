"""The serapan of a sasaran, as one table states it, against the kegiatan that another table lists under that sasaran with their amounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules.anew import summed
from rules.compare import is_percent_of, mean_of
from rules.facts import Baris, Column, Fact, Measure, Peran, ReportView, Tabel
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import Quantity, Unreadable
from rules.rows import in_column
from rules.titles import plain_words

_FEWEST = 2
_MONEY = (Measure.PAGU, Measure.REALISASI)


@dataclass(frozen=True, slots=True)
class SasaranShare:
    """A printed serapan with its sasaran and the kegiatan under it; held to their amounts together, and to the mean of their percentages.

    `sure` says that the serapan of others in the same column follow from their kegiatan, and how this one should be made is known.
    """

    sasaran: str
    fact: Fact
    tabel: Tabel
    parts: tuple[Fact, ...]
    pooled: Comparison
    mean: Comparison | None
    sure: bool = True

    @property
    def holds(self) -> bool:
        """Whether either reading gives the figure."""
        return any(one is not None and one.verdict in HOLDS for one in (self.pooled, self.mean))


@dataclass(frozen=True, slots=True)
class _Kegiatan:
    """The amounts of the kegiatan under one sasaran, and their percentages where all have one."""

    pagu: tuple[Fact, ...]
    realisasi: tuple[Fact, ...]
    serapan: tuple[Fact, ...]


def sasaran_shares(report: ReportView) -> Iterator[SasaranShare]:
    """Every serapan that a table without amounts gives a sasaran, where one other table lists its kegiatan."""
    stating = [(t, c) for t in report.tables for c in t.columns if c.measure == Measure.SERAPAN and not _has_amounts(t)]
    told = [(tabel, cells) for tabel, column in stating if len(cells := _by_sasaran(tabel, column)) > _FEWEST]
    if not told:
        return
    listing = [(tabel, kegiatan) for tabel in report.tables if _has_amounts(tabel) and (kegiatan := _listed(tabel, report.identity.year))]
    for _, cells in told:
        of = [(tabel, kegiatan) for tabel, kegiatan in listing if cells.keys() <= kegiatan.keys()]
        if len(of) == 1:
            yield from _judged(cells, *of[0])


def _has_amounts(tabel: Tabel) -> bool:
    measures = {column.measure for column in tabel.columns}
    return all(measure in measures for measure in _MONEY)


def _by_sasaran(tabel: Tabel, column: Column) -> dict[str, tuple[str, Fact]]:
    """The one number of each sasaran in a column; none where a sasaran has several, or a row stands under no sasaran."""
    rows = [row for row in tabel.baris if row.peran == Peran.RINCIAN and row.group == column.group]
    found: dict[str, tuple[str, Fact]] = {}
    for row in rows:
        fact = _printed(in_column(row, column.index))
        if not row.context or (fact is not None and plain_words(row.context[0]) in found):
            return {}
        if fact is not None:
            found[plain_words(row.context[0])] = (row.context[0], fact)
    return found


def _printed(fact: Fact | None) -> Fact | None:
    """A cell with its number, which may stand in a cell merged over the rows below."""
    if fact is not None and isinstance(fact.number, Unreadable):
        return replace(fact, number=fact.number.shared) if fact.number.shared is not None else None
    return fact


def _listed(tabel: Tabel, year: int | None) -> dict[str, _Kegiatan]:
    """The kegiatan of each sasaran; none where one of them has no amounts or stands under no sasaran."""
    parents = {row.parent for row in tabel.baris}
    rows = [row for row in tabel.baris if row.peran == Peran.RINCIAN and row.index not in parents]
    found: dict[str, list[Baris]] = defaultdict(list)
    for row in rows:
        if not row.context or any(_one(row, measure, year) is None for measure in _MONEY):
            return {}
        found[plain_words(row.context[0])].append(row)
    return {name: _kegiatan(of, year) for name, of in found.items()}


def _kegiatan(rows: Sequence[Baris], year: int | None) -> _Kegiatan:
    stated = [[fact for row in rows if (fact := _one(row, measure, year)) is not None] for measure in (*_MONEY, Measure.SERAPAN)]
    return _Kegiatan(tuple(stated[0]), tuple(stated[1]), tuple(stated[2]) if len(stated[2]) == len(rows) else ())


def _one(row: Baris, measure: Measure, year: int | None) -> Fact | None:
    found = [fact for fact in row.all(measure) if fact.quantity is not None and fact.year == year]
    return found[0] if len(found) == 1 else None


def _judged(cells: dict[str, tuple[str, Fact]], tabel: Tabel, kegiatan: dict[str, _Kegiatan]) -> Iterator[SasaranShare]:
    found = [_compared(tabel, sasaran, fact, kegiatan[name]) for name, (sasaran, fact) in cells.items()]
    held = sum(one.holds for one in found)
    sure = held >= _FEWEST and held > len(found) - held
    for one in found:
        yield SasaranShare(one.sasaran, one.fact, one.tabel, one.parts, one.pooled, one.mean, sure)


def _compared(tabel: Tabel, sasaran: str, fact: Fact, of: _Kegiatan) -> SasaranShare:
    pooled = is_percent_of(fact.number, summed(_quantities(of.realisasi)), summed(_quantities(of.pagu)))
    mean = mean_of(fact.number, _quantities(of.serapan)) if len(of.serapan) > 1 else None
    return SasaranShare(sasaran, fact, tabel, (*of.realisasi, *of.pagu), pooled, mean)


def _quantities(facts: Sequence[Fact]) -> list[Quantity]:
    return [fact.quantity for fact in facts if fact.quantity is not None]


def best_of(one: SasaranShare) -> Comparison:
    """The reading that explains the figure best; the amounts together where none does."""
    readings = [result for result in (one.pooled, one.mean) if result is not None]
    order = (Verdict.LOLOS, Verdict.HAMPIR)
    return next((result for verdict in order for result in readings if result.verdict == verdict), one.pooled)
