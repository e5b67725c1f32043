"""Stated rises and falls whose size is later / earlier of the row that the sentence names: `meningkat sebesar 105,88 %` of 17 and 18."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from rules.change_readings import says_rise
from rules.compare_change import growth_of, index_of, reversed_sign
from rules.exact import ZERO
from rules.facts import Fact, Location, Measure, ReportView
from rules.once import once
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import Quantity
from rules.titles import plain_words
from rules.told_changes import percent_claims, told_changes

_FEWEST_WORDS = 3
_NUMBERS = re.compile(r"^(?:\d[\d.]*\s+)+")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AsIndex:
    """A stated change against the two years of the row that its sentence names; the sentence comes first."""

    result: Comparison
    places: tuple[Location, ...]
    name: str
    rose: bool


def changes_as_index(report: ReportView) -> Iterator[AsIndex]:
    """Every stated change in percent that is the growth, or else the mere ratio, of the years of the one row named."""
    judged = {told.sentence.text for told in told_changes(report) if told.result.verdict != Verdict.TAK_DIPERIKSA}
    for sentence, claim, stated in percent_claims(report):
        if sentence.text in judged:
            continue
        said, rose = f" {plain_words(sentence.text)} ", says_rise(claim)
        for name, (earlier, later) in _years_of_rows(report):
            if f" {name} " in said and (_value(later) > _value(earlier)) == rose:
                yield from _compared(stated, (earlier, later), sentence.location, rose)


def _compared(stated: Quantity, years: tuple[Fact, Fact], place: Location, rose: bool) -> Iterator[AsIndex]:
    """Nothing where the size is neither: it may be of something else."""
    earlier, later = years
    growth = growth_of(stated if rose else reversed_sign(stated), earlier.number, later.number)
    if growth.verdict in HOLDS or index_of(stated, earlier.number, later.number).verdict in HOLDS:
        yield AsIndex(growth, (place, later.location, earlier.location), _NUMBERS.sub("", later.location.row), rose)


@once
def _years_of_rows(report: ReportView) -> tuple[tuple[str, tuple[Fact, Fact]], ...]:
    """The realisasi of this year and the one before, by the name of their row in plain words."""
    found: dict[str, tuple[Fact, Fact]] = {}
    for baris in (baris for tabel in report.tables for baris in tabel.baris if baris.subject):
        name = plain_words(_NUMBERED.sub("", baris.name))
        if len(name.split()) >= _FEWEST_WORDS:
            for one, two in permutations(baris.all(Measure.KINERJA), 2):
                if one.year and two.year == report.identity.year == one.year + 1 and _value(one) > ZERO and two.quantity is not None:
                    found.setdefault(name, (one, two))
    return tuple(found.items())


def _value(fact: Fact) -> Decimal:
    return fact.quantity.value if fact.quantity is not None else ZERO
