"""Which cells of the tables a claim of prose speaks of: those of its rows, of its measure and of its year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rules.claims import RATA_RATA, TOTAL, Claim, akip_rows, average_rows, rows_sharing_an_amount, states, total_rows, years_fit
from rules.compare import agree
from rules.exact import HUNDRED, ZERO
from rules.facts import AMOUNTS, Baris, Fact, Measure, Mention, ReportView, Tabel
from rules.predikat import worked_out
from rules.statements import compares_years
from rules.variants import is_beside_plan, is_planned

PERFORMANCE = (Measure.TARGET, Measure.KINERJA, Measure.CAPAIAN, Measure.TARGET_RENSTRA, Measure.CAPAIAN_RENSTRA)
_SEVERAL = 2

Cell: TypeAlias = tuple[Tabel, Baris, Fact]


@dataclass(frozen=True, slots=True)
class Tie:
    """The rows that a claim speaks of: `sure` when an amount of the claim stands in them, `named` when its words leave no choice."""

    rows: tuple[tuple[Tabel, Baris], ...]
    sure: bool
    named: bool = False


def tie_of(report: ReportView, claim: Claim) -> Tie:
    """The rows that share an amount with the claim; else those of its subject."""
    subject = next((m.subject for m in claim.mentions if m.subject), "")
    named = report.of_subject(subject)
    sharing = rows_sharing_an_amount(report, claim)
    if sharing:
        both = tuple(row for row in sharing if row[1].subject == subject)
        return Tie(both or sharing, sure=True)
    borne_out = tuple(row for row in named if _states_an_amount(row[1], claim))
    if named or subject:
        return Tie(borne_out or named, sure=bool(borne_out))
    return Tie(akip_rows(report, claim.mentions[0]), sure=False, named=True)


def _states_an_amount(baris: Baris, claim: Claim) -> bool:
    """Whether a row that is named has an amount of the claim, be it a round one: the name and the budget together leave no doubt."""
    return any(states(fact, mention) for mention in claim.mentions if mention.measure in AMOUNTS for fact in baris.all(mention.measure))


def stated_of(report: ReportView, mention: Mention, tie: Tie) -> tuple[Cell, ...]:
    """The cells that state the measure of a mention in its year; those that only may be of that year where there are no others."""
    found = tuple(_may_state(report, mention, tie))
    sure = tuple(cell for cell in found if _of_its_year(cell, mention)) if mention.measure in PERFORMANCE else ()
    return sure or found


def also_stated(report: ReportView, mention: Mention, tie: Tie) -> bool:
    """Whether a cell that only may be of the year meant states the figure."""
    return any(agree(mention.quantity, fact.number) for _, _, fact in _may_state(report, mention, tie))


def _of_its_year(cell: Cell, mention: Mention) -> bool:
    """Whether a cell is surely of the year meant: not one of a plan of several years, nor of several cells told apart by nothing."""
    tabel, baris, fact = cell
    alike = [f for f in baris.all(fact.measure) if f.year == fact.year and f.column.group == fact.column.group]
    return fact.year == mention.year and len(alike) == 1 and not is_planned(tabel, fact)


def _may_state(report: ReportView, mention: Mention, tie: Tie) -> Iterator[Cell]:
    if mention.subject == RATA_RATA:
        # An average of capaian says nothing of money, nor of targets.
        if mention.measure in (Measure.CAPAIAN, Measure.KINERJA):
            yield from average_rows(report, mention.year)
    elif mention.subject == TOTAL and not tie.sure:
        yield from total_rows(report, mention.measure, mention.year)
    else:
        for tabel, baris in tie.rows:
            stated = (f for f in baris.all(mention.measure) if f.quantity and years_fit(f.year, mention.year))
            yield from ((tabel, baris, fact) for fact in stated if not is_of_another(tabel, fact))


def is_of_another(tabel: Tabel, fact: Fact) -> bool:
    """Whether a percentage is of the year before, or of a plan of several years, and no capaian of the year's target."""
    return fact.measure == Measure.CAPAIAN and (compares_years(tabel) or is_beside_plan(tabel))


def meant_row(report: ReportView, claim: Claim, tie: Tie) -> tuple[Tabel, Baris] | None:
    """Another row than those named in which all the figures of a claim stand: a slip in the name and not in the figures.

    Only for several figures of performance of which one is no round 100 or 0, since those stand everywhere.
    """
    stated = [m for m in claim.mentions if m.measure in PERFORMANCE]
    telling = any(m.quantity.value not in (ZERO, HUNDRED) for m in stated)
    if tie.sure or not telling or len({m.measure for m in stated}) < _SEVERAL:
        return None
    named = {baris.subject for _, baris in tie.rows}
    rows = [(t, b) for t in report.tables for b in t.baris if b.subject and b.subject not in named]
    return next((row for row in rows if states_all(row, stated)), None)


def states_all(row: tuple[Tabel, Baris], stated: Sequence[Mention]) -> bool:
    """Whether a row states each of the figures, in its year."""
    return all(any(agree(m.quantity, f.number) for f in _of_year(row[1], m)) or implied(row[1], m) for m in stated)


def implied(baris: Baris, mention: Mention) -> Fact | None:
    """The empty cell of a capaian whose row states the figure all the same, by its realisasi and target."""
    empty = [fact for fact in _of_year(baris, mention) if mention.measure == Measure.CAPAIAN and fact.quantity is None]
    made = ((fact, worked_out(baris, fact)) for fact in empty)
    return next((fact for fact, value in made if value is not None and agree(mention.quantity, value)), None)


def _of_year(baris: Baris, mention: Mention) -> list[Fact]:
    return [fact for fact in baris.all(mention.measure) if years_fit(fact.year, mention.year)]
