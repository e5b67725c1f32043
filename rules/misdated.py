"""Tables whose caption names another year, while their figures are those that the report states of its own year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rules.claims import TOTAL, is_telling
from rules.facts import Baris, Fact, Location, Measure, Peran, ReportView, Tabel
from rules.outcome import Verdict
from rules.slips import has_many_digits
from rules.telling import table_name

_PAIR, _FEWEST, _MANY = 2, 3, 8
_MONEY = (Measure.PAGU, Measure.REALISASI)
# Targets may be the same in two years; what was reached is not, in several rows at once.
_RESULTS = (Measure.KINERJA, Measure.CAPAIAN)
SENTENCE = "kalimat"


@dataclass(frozen=True, slots=True)
class Misdated:
    """A table dated with another year than the report's, beside what states the same figures of that year: `witness`, at `twin`."""

    tabel: Tabel
    witness: str
    twin: Location
    stated: int
    year: int
    places: tuple[Location, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure of the report's year: where it stands, and in what."""

    value: Decimal
    place: Location
    witness: str
    twin: Location


def misdated(report: ReportView) -> Iterator[Misdated]:
    """Every table that is dated with another year and names subjects of which the report's year is told too."""
    year = report.identity.year
    dated = [t for t in report.tables if t.year not in (None, year) and {c.year for c in t.columns} <= {None, year}]
    if year is None or not dated:
        return
    known = _of_the_year(report, year)
    for tabel in dated:
        same, differ = _shared(tabel, known)
        if tabel.year is not None and (same or differ):
            witness, twin = _witness([other for _, other in same]) if same else ("", tabel.location)
            places = tuple(place for mine, other in same for place in (mine.location, other.place))
            verdict = Verdict.TEMUAN if not differ and _is_proof([mine for mine, _ in same]) else Verdict.LOLOS
            yield Misdated(tabel, witness, twin, tabel.year, year, places, verdict)


def _is_proof(same: list[Fact]) -> bool:
    """Whether so many figures cannot be the same in two years by chance."""
    money = [fact.quantity.value for fact in same if fact.measure in _MONEY and fact.quantity is not None]
    results = {fact.quantity.value for fact in same if fact.measure in _RESULTS and fact.quantity is not None}
    both = {fact.measure for fact in same if fact.measure in _MONEY and fact.quantity is not None and is_telling(fact.quantity.value)}
    telling = sum(map(is_telling, money))
    return telling >= _FEWEST or len(money) >= _MANY or len(both) >= _PAIR or sum(map(has_many_digits, results)) >= _FEWEST


def _witness(same: list[_Stated]) -> tuple[str, Location]:
    most = Counter(one.witness for one in same).most_common(1)[0][0]
    return next((one.witness, one.twin) for one in same if one.witness == most)


def _of_the_year(report: ReportView, year: int) -> dict[tuple[str, Measure], list[_Stated]]:
    """What tables and sentences state of the report's year, by subject; a sentence only if it names the year."""
    found: dict[tuple[str, Measure], list[_Stated]] = defaultdict(list)
    for tabel, baris, fact in report.facts():
        name, told = _name(baris), (fact.column.year or tabel.year) == year and fact.measure in (*_MONEY, *_RESULTS)
        if name and told and fact.quantity is not None:
            found[name, fact.measure].append(_Stated(fact.quantity.value, fact.location, table_name(tabel), tabel.location))
    for mention in report.mentions:
        if mention.subject == TOTAL and mention.measure in _MONEY and str(year) in mention.location.text:
            stated = _Stated(mention.quantity.value, mention.location, SENTENCE, mention.location)
            found[TOTAL, mention.measure].append(stated)
    return found


def _shared(tabel: Tabel, known: dict[tuple[str, Measure], list[_Stated]]) -> tuple[list[tuple[Fact, _Stated]], int]:
    """The figures that are stated of the report's year alike, and how many are stated otherwise."""
    same: list[tuple[Fact, _Stated]] = []
    differ = 0
    for baris in tabel.baris:
        for measure in (*_MONEY, *_RESULTS):
            fact, others = baris.get(measure), known.get((_name(baris), measure), [])
            if fact is None or fact.quantity is None or not others:
                continue
            alike = next((other for other in others if other.value == fact.quantity.value), None)
            if alike is None:
                differ += 1
            elif fact.quantity.value > 0:
                same.append((fact, alike))
    return same, differ


def _name(baris: Baris) -> str:
    """The name of a subject without its kind: what one table calls kegiatan another may only list."""
    return TOTAL if baris.peran == Peran.TOTAL else baris.subject.partition(":")[2]
