"""Tables whose caption names an earlier year, while their amounts are those of the report's year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rules.claims import is_telling
from rules.facts import Baris, Fact, Location, Measure, ReportView, Tabel
from rules.outcome import Verdict

_FEWEST, _MANY = 3, 8
_MONEY = (Measure.PAGU, Measure.REALISASI)


@dataclass(frozen=True, slots=True)
class Misdated:
    """A table dated before the report's year, beside the table of that year which states the same amounts."""

    tabel: Tabel
    twin: Tabel
    stated: int
    year: int
    places: tuple[Location, ...]
    verdict: Verdict


def misdated(report: ReportView) -> Iterator[Misdated]:
    """Every table of money that is dated before the report's year and names subjects of a table of that year."""
    year = report.identity.year
    if year is None:
        return
    tables = [tabel for tabel in report.tables if not any(c.year is not None for c in tabel.columns)]
    current = [tabel for tabel in tables if tabel.year == year]
    for tabel in tables:
        if tabel.year is not None and tabel.year < year:
            found = [(twin, _shared(tabel, twin)) for twin in current]
            best = max(found, key=lambda pair: len(pair[1][0]), default=None)
            if best is not None and (best[1][0] or best[1][1]):
                twin, (same, differ) = best
                telling = sum(mine.quantity is not None and is_telling(mine.quantity.value) for mine, _ in same)
                proven = not differ and (telling >= _FEWEST or len(same) >= _MANY)
                verdict = Verdict.TEMUAN if proven else Verdict.LOLOS
                yield Misdated(tabel, twin, tabel.year, year, tuple(one.location for pair in same for one in pair), verdict)


def _shared(one: Tabel, two: Tabel) -> tuple[list[tuple[Fact, Fact]], int]:
    """The amounts of the same subject that two tables state alike, and how many they state otherwise."""
    same: list[tuple[Fact, Fact]] = []
    differ = 0
    theirs = {_name(baris): baris for baris in two.baris if baris.subject}
    for baris in one.baris:
        other = theirs.get(_name(baris)) if baris.subject else None
        for measure in _MONEY if other is not None else ():
            mine, yours = baris.get(measure), other.get(measure) if other is not None else None
            if mine is None or yours is None or mine.quantity is None or yours.quantity is None:
                continue
            if mine.quantity.value != yours.quantity.value:
                differ += 1
            elif mine.quantity.value > 0:
                same.append((mine, yours))
    return same, differ


def _name(baris: Baris) -> str:
    """The name of a subject without its kind: what one table calls kegiatan another may only list."""
    return baris.subject.partition(":")[2]
