"""Claims of prose: figures that are said together, and the rows of tables they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.amounts import amounts_of
from rules.belief import INCOME_WORDS
from rules.compare import mean_of, same_value
from rules.exact import EXACT, ZERO
from rules.facts import AMOUNTS, Baris, Fact, Jenis, Measure, Mention, Peran, ReportView, Tabel
from rules.once import once
from rules.outcome import HOLDS
from rules.quantity import PERSEN

TOTAL, RATA_RATA = "total", "rata-rata"
"""The subjects of mentions that speak of the whole report."""

LONGEST_LIST = 6
_AKIP = re.compile(r"\b(?:s?akip|akuntabilitas\s+kinerja)\b", re.IGNORECASE)
_AKIP_SCORE = re.compile(
    r"\bnilai\s+(?:\w+\s+){0,3}(?:s?akip|akuntabilitas\s+kinerja)\b|(?:s?akip|akuntabilitas\s+kinerja)\b.{0,60}\bnilai\b", re.IGNORECASE
)
_CHANGED = re.compile(
    r"\b(?:perubahan|semula|pergeseran)\b|\b(?:menjadi|sebelum|setelah)\b(?=[^.]{0,40}\brp)|\banggaran\s+(?:murni|sebelum|setelah)\b",
    re.IGNORECASE,
)
_AFTER_CHANGE = re.compile(
    r"^(?!.*\b(?:semula|murni|awal|induk|sebelum|menjadi)\b).*\b(?:(?:setelah|sesudah)\s+(?:ada\w*\s+)?|(?:dpa|apbd|anggaran|pagu)\s+)perubahan\b",
    re.IGNORECASE | re.DOTALL,
)
_BUDGET_AND_SPENT = 2
_AMOUNT = re.compile(r"\brp\.?\s?\d", re.IGNORECASE)
_SOURCES = (
    re.compile(r"\b(?:apbn|dekonsentrasi|tugas pem?bantuan|perbantuan)\b", re.IGNORECASE),
    re.compile(r"\b(?:apbd|dak|dau|dbhcht)\b", re.IGNORECASE),
    re.compile(r"\b(?:blud|hibah)\b", re.IGNORECASE),
)
_KINDS = (re.compile(r"(?<!tidak )\blangsung\b", re.IGNORECASE), re.compile(r"\btidak langsung\b", re.IGNORECASE))
_BELANJA = re.compile(r"\bbelanja\s+(operas|modal|pegawai|barang|tidak\s+terduga|tak\s+terduga|transfer|bantuan)", re.IGNORECASE)
_A_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Claim:
    """The mentions of one statement, in order."""

    mentions: tuple[Mention, ...]

    def get(self, measure: Measure) -> Mention | None:
        """What it says of a measure, if it says it once."""
        found = [mention for mention in self.mentions if mention.measure == measure]
        return found[0] if len(found) == 1 else None


@once
def claims(report: ReportView) -> tuple[Claim, ...]:
    """The claims of a report, in order."""
    grouped: dict[int, list[Mention]] = {}
    for mention in report.mentions:
        grouped.setdefault(mention.claim, []).append(mention)
    return tuple(Claim(tuple(found)) for found in grouped.values())


def average_rows(report: ReportView, year: int | None) -> Iterator[tuple[Tabel, Baris, Fact]]:
    """The rows that state an average capaian of a year; one called Total is one where capaian stand."""
    for tabel in report.tables:
        for baris in tabel.baris:
            if baris.peran == Peran.RATA_RATA or (baris.peran == Peran.TOTAL and tabel.jenis == Jenis.CAPAIAN):
                yield from ((tabel, baris, fact) for fact in baris.all(Measure.CAPAIAN) if fact.quantity and years_fit(fact.year, year))


def total_rows(report: ReportView, measure: Measure, year: int | None) -> Iterator[tuple[Tabel, Baris, Fact]]:
    """The rows that state a total of a measure in a year; what is earned is no total of what is spent."""
    for tabel in report.tables:
        for baris in () if any(word in tabel.label.casefold() for word in INCOME_WORDS) else tabel.baris:
            if baris.peran == Peran.TOTAL:
                yield from ((tabel, baris, fact) for fact in baris.all(measure) if fact.quantity and years_fit(fact.year, year))


def years_fit(one: int | None, two: int | None) -> bool:
    """Whether two statements may be of one year; an unknown year agrees with any."""
    return one == two or one is None or two is None


def explained_by_list(report: ReportView, mention: Mention) -> bool:
    """Whether an average is the mean of the figures that follow it: then it speaks of those and not of a table."""
    index = next(i for i, other in enumerate(report.mentions) if other is mention)
    after = [m.quantity for m in report.mentions[index + 1 : index + 1 + LONGEST_LIST]]
    return any(
        mean_of(mention.quantity, after[:count]).verdict in HOLDS
        for count in range(2, len(after) + 1)
        if all(quantity.unit == PERSEN for quantity in after[:count])
    )


def akip_rows(report: ReportView, mention: Mention) -> tuple[tuple[Tabel, Baris], ...]:
    """The rows of the one indicator of the AKIP score, for a sentence that gives the score without naming the indicator."""
    if mention.measure not in (Measure.KINERJA, Measure.TARGET) or mention.quantity.unit or not _AKIP_SCORE.search(mention.location.text):
        return ()
    rows = [(t, b) for t in report.tables for b in t.baris if b.subject.startswith("indikator:") and is_akip(b.name)]
    return tuple(rows) if len({baris.subject for _, baris in rows}) == 1 else ()


def is_akip(name: str) -> bool:
    """Whether an indicator is the score of the evaluation of AKIP."""
    return bool(_AKIP.search(name))


def rows_sharing_an_amount(report: ReportView, claim: Claim) -> tuple[tuple[Tabel, Baris], ...]:
    """The rows that state an amount of a claim to the rupiah: an amount that is no round one names its row.

    Where the claim states several amounts, rows that share more of them come alone.
    """
    stated = [m for m in claim.mentions if m.measure in AMOUNTS and is_telling(m.quantity.value)]
    if not stated:
        return ()
    found = [(tabel, baris, _shared(baris, stated)) for tabel, baris in amounts_of(report).rows_with(m.quantity.value for m in stated)]
    most = max((count for _, _, count in found), default=0)
    return tuple((tabel, baris) for tabel, baris, count in found if count == most) if most else ()


def _shared(baris: Baris, stated: Sequence[Mention]) -> int:
    return len([mention for mention in stated if any([states(fact, mention) for fact in baris.all(mention.measure)])])


def states(fact: Fact, mention: Mention) -> bool:
    """Whether a cell states the amount of a mention, of the same year."""
    return years_fit(fact.year, mention.year) and same_value(fact.number, mention.quantity.value)


def of_changed_budget(sentence: str) -> bool:
    """Whether a sentence speaks of a budget before and after its change: which is meant, is not sure."""
    return bool(_CHANGED.search(sentence))


def is_after_change(sentence: str) -> bool:
    """Whether a sentence speaks of the budget after its change alone, and of what was spent of it: then that is the one meant."""
    return bool(_AFTER_CHANGE.search(sentence)) and len(_AMOUNT.findall(sentence)) <= _BUDGET_AND_SPENT


def of_several_budgets(sentence: str) -> bool:
    """Whether it speaks of several sources or kinds of money, or of a changed budget."""
    sources = sum(bool(pattern.search(sentence)) for pattern in _SOURCES)
    kinds = all(pattern.search(sentence) for pattern in _KINDS)
    belanja = {match.casefold() for match in _BELANJA.findall(sentence)}
    return of_changed_budget(sentence) or sources > 1 or kinds or len(belanja) > 1


def is_telling(amount: Decimal) -> bool:
    """Whether an amount is unlikely to occur twice by chance: a million or more, and not in round millions."""
    return amount >= _A_MILLION and EXACT.remainder(amount, _A_MILLION) != ZERO
