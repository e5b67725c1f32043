"""Sentences that carry on a percentage of a table which the table's own amounts refute, or a change worked out from one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules import show
from rules.anew import quotient
from rules.belief import amounts_foot, column_doubt, percent_doubt, shared_doubt
from rules.change_readings import says_rise
from rules.claims import TOTAL, total_rows, years_fit
from rules.compare import agree
from rules.exact import EXACT, ZERO, unit_of
from rules.facts import AMOUNTS, Fact, Location, Measure, Mention, ReportView, Tabel
from rules.outcome import Comparison, Verdict
from rules.percent import Reading, meaning_of, percentages, unclear
from rules.points import gaps_of
from rules.quantity import Quantity
from rules.sums import parent_sums, total_sums
from rules.told_changes import percent_claims

_CENTS, _FINER = 2, 4


@dataclass(frozen=True, slots=True)
class Carried:
    """What a sentence says with what the amounts of the tables give instead; the sentence comes first."""

    result: Comparison
    places: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """How a printed percentage is made of its row, and whether its row surely refutes it."""

    reading: Reading
    refuted: bool


class _Percentages:
    """The percentages of money in the tables of a report, worked out anew for the tables that are asked for."""

    def __init__(self) -> None:
        self._known: dict[str, dict[Location, _Made]] = {}

    def of(self, tabel: Tabel, fact: Fact) -> _Made | None:
        """How a cell is made, if its row has the amounts and it is sure what they are."""
        if tabel.id not in self._known:
            self._known[tabel.id] = dict(_made(tabel))
        return self._known[tabel.id].get(fact.location)


def _made(tabel: Tabel) -> Iterator[tuple[Location, _Made]]:
    footing = amounts_foot((*parent_sums(tabel), *total_sums(tabel)))
    for column in tabel.columns:
        every = percentages(tabel, column) if column.measure == Measure.SERAPAN else ()
        if unclear(every) or column_doubt(column.explicit, [one.verdict for one in every], footing):
            continue
        meaning = meaning_of(every)
        for one in every:
            reading = one.best(meaning)
            doubt = shared_doubt(tabel, one.baris, one.fact) or percent_doubt(one.fact, reading.result.gap)
            if not doubt:
                yield one.fact.location, _Made(reading, reading.result.verdict == Verdict.TEMUAN)


# ------------------------------------------------------------------ percentages that are repeated


def repeated(report: ReportView) -> Iterator[Carried]:
    """Every percentage of money that prose states without amounts and a table too, against the amounts of that table's row."""
    known = _Percentages()
    with_amounts = {mention.claim for mention in report.mentions if mention.measure in AMOUNTS}
    for percent in (m for m in report.mentions if m.measure == Measure.SERAPAN and m.subject and m.claim not in with_amounts):
        cells = [(t, f) for t, f in _cells(report, percent) if agree(percent.quantity, f.number)]
        if cells:
            yield _repeated(percent, [(fact, known.of(tabel, fact)) for tabel, fact in cells])


def _cells(report: ReportView, percent: Mention) -> Iterator[tuple[Tabel, Fact]]:
    if percent.subject == TOTAL:
        yield from ((tabel, fact) for tabel, _, fact in total_rows(report, Measure.SERAPAN, percent.year))
    for tabel, baris in report.of_subject(percent.subject):
        yield from ((tabel, fact) for fact in baris.all(Measure.SERAPAN) if fact.quantity and years_fit(fact.year, percent.year))


def _repeated(percent: Mention, agreeing: Sequence[tuple[Fact, _Made | None]]) -> Carried:
    places = (percent.location, *(fact.location for fact, _ in agreeing))
    made = [one for _, one in agreeing if one is not None and one.refuted]
    if len(made) < len(agreeing):
        printed = show.printed(percent.quantity)
        return Carried(Comparison(Verdict.LOLOS, printed, printed), places)
    reading = made[0].reading
    return Carried(reading.compare(percent.quantity), (*places, reading.part.location, reading.whole.location))


# ------------------------------------------------------------------ changes that are worked out from them


def changes(report: ReportView) -> Iterator[Carried]:
    """Every stated change that is the difference of two percentages of the tables, worked out anew where one of them is refuted."""
    told = percent_claims(report)
    gaps = gaps_of(report) if told else {}
    known = _Percentages()
    for sentence, claim, stated in told:
        size = stated.value if says_rise(claim) else EXACT.subtract(ZERO, stated.value)
        found = gaps.get(size, ())
        if found and len({gap.subject for gap in found}) == 1:
            cells = [(tabel, fact, known.of(tabel, fact)) for tabel, fact in (found[0].later, found[0].earlier)]
            yield _changed(stated, size, cells, sentence.location)


def _changed(stated: Quantity, size: Decimal, cells: Sequence[tuple[Tabel, Fact, _Made | None]], place: Location) -> Carried:
    """From the amounts of both years, where the print of one is refuted by them."""
    if not any(made is not None and made.refuted for _, _, made in cells):
        printed = show.printed(stated)
        return Carried(Comparison(Verdict.LOLOS, printed, printed), (place,))
    later, earlier = (_anew(fact, made) for _, fact, made in cells)
    change = EXACT.subtract(later, earlier)
    shown = show.number(change, _CENTS)
    working = f"{show.number(later, _FINER)} − {show.number(earlier, _FINER)} = {show.number(change, _FINER)}"
    difference = EXACT.abs(EXACT.subtract(size, change))
    verdict = Verdict.TEMUAN if difference > unit_of(stated.decimals) else Verdict.LOLOS
    result = Comparison(verdict, show.printed(stated), f"{shown} poin persen", show.number(difference, _CENTS), working, gap=difference)
    return Carried(result, (place, *(fact.location for _, fact, _ in cells)))


def _anew(fact: Fact, made: _Made | None) -> Decimal:
    """A percentage as its row's amounts give it; as printed where they cannot tell."""
    number = quotient(made.reading.part.number, made.reading.whole.number) if made is not None else fact.number
    return number.value if isinstance(number, Quantity) else ZERO
