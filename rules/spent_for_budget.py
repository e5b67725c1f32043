"""Sentences that give what was spent as the budget: the amount stands to the rupiah in the realisasi of a table, and nowhere as pagu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.amounts import amounts_of
from rules.claims import is_telling, years_fit
from rules.compare import equals
from rules.facts import Baris, Fact, Location, Measure, Mention, Peran, ReportView, Tabel
from rules.outcome import Comparison, Severity, Verdict
from rules.rows import same_year

_SPENT = re.compile(r"realisasi|realisir|serap|terpakai|digunakan|dibelanjakan|capaian|sisa", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A budget of a sentence against the pagu of the row whose realisasi it is; the sentence comes first."""

    result: Comparison
    places: tuple[Location, ...]
    tabel: Tabel
    row: Baris
    severity: Severity


def spent_for_budget(report: ReportView) -> Iterator[Mistaken]:
    """Every telling amount that a sentence, which says nothing of spending before it, calls a budget."""
    stated = [m for m in report.mentions if m.measure == Measure.PAGU and is_telling(m.quantity.value)]
    for mention in stated:
        rows = amounts_of(report).rows_with([mention.quantity.value])
        facts = [(t, b, f) for t, b in rows for f in b.facts if _states(f, mention)]
        if any(fact.measure == Measure.PAGU for _, _, fact in facts):
            fact = next(fact for _, _, fact in facts if fact.measure == Measure.PAGU)
            tabel, row = next((t, b) for t, b, f in facts if f is fact)
            yield Mistaken(equals(mention.quantity, fact.number), (mention.location, fact.location), tabel, row, Severity.SEDANG)
        elif not _SPENT.search(mention.location.text.partition(mention.quantity.text)[0]):
            yield from _mistaken(mention, [one for one in facts if one[2].measure == Measure.REALISASI])


def _states(fact: Fact, mention: Mention) -> bool:
    same = fact.quantity is not None and fact.quantity.value == mention.quantity.value
    return same and years_fit(fact.year, mention.year)


def _mistaken(mention: Mention, spent: list[tuple[Tabel, Baris, Fact]]) -> Iterator[Mistaken]:
    """Against the one pagu of the rows that spent so much; of the total, where a total row is among them."""
    budgets = [(t, b, f, same_year(b, Measure.PAGU, f)) for t, b, f in spent]
    known = [(t, b, f, pagu[0]) for t, b, f, pagu in budgets if len(pagu) == 1 and pagu[0].quantity is not None]
    if not known or len({pagu.quantity.value for _, _, _, pagu in known if pagu.quantity is not None}) > 1:
        return
    tabel, row, fact, pagu = next((one for one in known if one[1].peran == Peran.TOTAL), known[0])
    result = equals(mention.quantity, pagu.number)
    if result.verdict == Verdict.TEMUAN:
        severity = Severity.TINGGI if row.peran == Peran.TOTAL else Severity.SEDANG
        yield Mistaken(result, (mention.location, pagu.location, fact.location), tabel, row, severity)
