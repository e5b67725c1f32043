"""Tables that the sentences of a report go through row by row: what a sentence of such a list says of a row is meant to be that row's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum, auto

from rules.claims import years_fit
from rules.exact import EXACT, ZERO
from rules.facts import AMOUNTS, Measure, Mention, ReportView, Tabel
from rules.once import once
from rules.scope import of_a_part
from rules.titles import plain_words

_THOUSAND = Decimal(1000)
_MANY = 5
_LEAD = re.compile(r"(?:[0-9a-z]{1,3} )?(?:(?:pada|untuk|sub|kegiatan|program) ){0,3}")


class _Kind(Enum):
    """What an amount is to the cell of its row; of those that are the same, TO_THE_RUPIAH are no whole thousands."""

    SAME = auto()
    TO_THE_RUPIAH = auto()
    ROUNDED = auto()
    OTHER = auto()


def repeats_rows(report: ReportView, mention: Mention, tables: Iterable[Tabel]) -> bool:
    """Whether an amount is all that a sentence begins with beside the name of its row, in a list of such sentences that follows a table."""
    counts = _counts(report)
    keys = [(tabel.id, mention.measure) for tabel in tables]
    many = any(counts[*key, _Kind.SAME] >= _MANY * max(1, counts[*key, _Kind.OTHER]) for key in keys)
    return many and _begins_with_its_row(report, mention)


def told_to_the_rupiah(report: ReportView, measure: Measure, tables: Iterable[Tabel]) -> bool:
    """Whether sentences give the amounts of one of these tables to the rupiah, nearly all of them, and do not round."""
    counts = _counts(report)
    keys = [(tabel.id, measure) for tabel in tables]
    return any(counts[*key, _Kind.TO_THE_RUPIAH] >= _MANY * max(1, counts[*key, _Kind.ROUNDED]) for key in keys)


def is_cut_to_thousands(amount: Decimal, exact: Decimal) -> bool:
    """Whether an amount of whole thousands is the other without what that has beyond them."""
    return EXACT.remainder(amount, _THOUSAND) == ZERO and ZERO < EXACT.abs(EXACT.subtract(amount, exact)) < _THOUSAND


def _begins_with_its_row(report: ReportView, mention: Mention) -> bool:
    """Whether the sentence begins with the name of its row in the very words of the table, and nothing before the amount limits it."""
    before = mention.location.text.partition(mention.quantity.text)[0]
    name = plain_words(mention.subject_name)
    lead, found, between = plain_words(before).partition(name)
    if not name or not found or not _LEAD.fullmatch(lead) or "rp" in between.split():
        return False
    return not of_a_part(before, mention.subject_name, report.identity)


@once
def _counts(report: ReportView) -> Counter[tuple[str, Measure, _Kind]]:
    """How many amounts of prose there are of each kind, by table and measure."""
    return Counter(
        (table, mention.measure, kind)
        for mention in report.mentions
        if mention.measure in AMOUNTS
        for table, stated in _by_table(report, mention).items()
        for kind in _kinds(mention.quantity.value, stated)
    )


def _by_table(report: ReportView, mention: Mention) -> dict[str, list[Decimal]]:
    """What each table states of the measure, for the row and the year that a sentence speaks of."""
    found: dict[str, list[Decimal]] = defaultdict(list)
    for tabel, baris in report.of_subject(mention.subject):
        for fact in baris.all(mention.measure):
            if fact.quantity is not None and years_fit(fact.year, mention.year):
                found[tabel.id].append(fact.quantity.value)
    return found


def _kinds(amount: Decimal, stated: Sequence[Decimal]) -> tuple[_Kind, ...]:
    if amount in stated:
        return (_Kind.SAME,) if EXACT.remainder(amount, _THOUSAND) == ZERO else (_Kind.SAME, _Kind.TO_THE_RUPIAH)
    return (_Kind.ROUNDED,) if any(is_cut_to_thousands(amount, exact) for exact in stated) else (_Kind.OTHER,)
