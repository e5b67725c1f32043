"""Stated efficiency against what the report says elsewhere: the capaian of its tables, and its own condition of 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules.compare import at_most, difference_of
from rules.exact import HUNDRED
from rules.facts import Fact, Measure, Peran, ReportView, Sentence, Tabel
from rules.once import once
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import PERSEN, Number, Quantity, Unreadable
from rules.statements import Statement, Ties, gathered, ties

_FULL = r"100(?:,0{1,2})?\s?\)?\s?(?:%|persen)"
_AT_LEAST = r"(?:lebih\s+(?:besar|dari)|sekurang-kurangnya|minimal|paling\s+sedikit|≥|tercapai|mencapai)"
_CONDITION = re.compile(
    rf"efisiensi[^.]{{0,120}}\b(?:dihitung|diukur|diperhitungkan|ditentukan)\b[^.]{{0,60}}\b(?:apabila|jika|bila|bagi|hanya)\b[^.]{{0,80}}{_FULL}"
    rf"|{_AT_LEAST}[^.]{{0,40}}{_FULL}[^.]{{0,40}}\b(?:dihitung|diperhitungkan|ditentukan)\b[^.]{{0,30}}efisiensi",
    re.IGNORECASE,
)
WHOLE = Quantity(HUNDRED, 0, 12, PERSEN, "100%")


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated efficiency with the capaian and serapan of its printed row, and the capaian that another table states, if it does."""

    tabel: Tabel
    efisiensi: Fact
    capaian: Statement
    serapan: Fact
    elsewhere: Statement | None

    @property
    def as_printed(self) -> Comparison:
        """The efficiency against the figures beside it."""
        return difference_of(self.efisiensi.number, self.capaian.fact.number, self.serapan.number)

    @property
    def of_hundred(self) -> Comparison:
        """The efficiency against 100 − serapan, for which the capaian does not count."""
        return difference_of(self.efisiensi.number, WHOLE, self.serapan.number)

    @property
    def true_capaian(self) -> Statement:
        """The capaian of the tables of capaian; the one beside the efficiency where they state none."""
        return self.elsewhere or self.capaian

    @property
    def by_true_capaian(self) -> Comparison:
        """The efficiency against the capaian of the tables of capaian, worked out to the decimals of its operands."""
        capaian, serapan = self.true_capaian.fact.number, self.serapan.number
        result, finer = (difference_of(number, capaian, serapan) for number in (self.efisiensi.number, self._finest()))
        return replace(result, expected=finer.expected, working=finer.working)

    def _finest(self) -> Number:
        """The efficiency with as many decimals as the finest of the row: only to show what it should be."""
        stated = self.efisiensi.number
        shown = [n.decimals for n in (stated, self.true_capaian.fact.number, self.serapan.number) if isinstance(n, Quantity)]
        return replace(stated, decimals=max(shown)) if isinstance(stated, Quantity) else stated


@once
def claims(report: ReportView) -> tuple[tuple[Claim, ...], ...]:
    """For each table of efficiency its claims, where a printed row has one efficiency, one serapan and one capaian of a named thing."""
    tables = [tabel for tabel in report.tables if any(column.measure == Measure.EFISIENSI for column in tabel.columns)]
    if not tables:
        return ()
    found = gathered(report)
    by_subject: dict[str, list[Statement]] = {}
    for (subject, measure, year, variant), group in found.items():
        if measure == Measure.CAPAIAN and year == report.identity.year and not variant:
            by_subject.setdefault(subject, []).extend(s for s in group if s.quantity is not None)
    tied = ties(report)
    return tuple(tuple(_claims_of(tabel, by_subject, tied)) for tabel in tables)


def reckons_by_capaian(every: Sequence[Claim]) -> bool:
    """Whether a table's efficiency is capaian − serapan: some row can be read so alone, and none as 100 − serapan alone."""
    by_capaian = [c.as_printed.verdict in HOLDS for c in every]
    of_hundred = [c.of_hundred.verdict in HOLDS for c in every]
    alone = [one and not two for one, two in zip(by_capaian, of_hundred, strict=True)]
    return any(alone) and all(one or not two for one, two in zip(by_capaian, of_hundred, strict=True))


def condition_of(report: ReportView) -> Sentence | None:
    """The sentence by which a report reckons efficiency only where the target was reached."""
    return next((s for s in report.sentences if "efisiensi" in s.text.casefold() and _CONDITION.search(s.text)), None)


def falls_short(claim: Claim) -> bool:
    """Whether the capaian is below 100 beyond rounding."""
    return at_most(WHOLE, claim.true_capaian.fact.number).verdict == Verdict.TEMUAN


def _claims_of(tabel: Tabel, by_subject: dict[str, list[Statement]], tied: Ties) -> Iterator[Claim]:
    printed: dict[int, list[Statement]] = {}
    for row in tabel.baris:
        if row.peran == Peran.RINCIAN:
            printed.setdefault(row.source_row, []).extend(Statement(tabel, row, shown) for fact in row.facts if (shown := _shown(fact)))
    for cells in printed.values():
        stated, capaian, serapan = (
            [s for s in cells if s.fact.measure == measure] for measure in (Measure.EFISIENSI, Measure.CAPAIAN, Measure.SERAPAN)
        )
        if len(stated) == len(capaian) == len(serapan) == 1 and capaian[0].baris.subject:
            yield Claim(tabel, stated[0].fact, capaian[0], serapan[0].fact, _elsewhere(capaian[0], by_subject, tied))


def _shown(fact: Fact) -> Fact | None:
    """A fact with its number; that of a cell merged over the programs of an indicator is the indicator's."""
    shared = fact.number.shared if isinstance(fact.number, Unreadable) else None
    return fact if fact.quantity is not None else replace(fact, number=shared) if shared is not None else None


def _elsewhere(own: Statement, by_subject: dict[str, list[Statement]], tied: Ties) -> Statement | None:
    """What the other tables state of the same thing, when they are of one mind and surely of the same year."""
    others = [s for s in by_subject.get(own.baris.subject, ()) if s.tabel.id != own.tabel.id]
    sure = all(s.agrees(others[0]) and tied.tied(s, own) and not tied.doubtful(s) for s in others)
    return others[0] if others and sure and not tied.doubtful(own) else None
