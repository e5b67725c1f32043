"""A figure with three digits behind one separator, `352,390`, that its row shows to be 352 thousand and not 352 and a part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules.compare import is_percent_of
from rules.exact import EXACT
from rules.facts import Baris, Fact, Measure, ReportView
from rules.outcome import HOLDS, Verdict
from rules.quantity import Number, Quantity, Unreadable
from rules.rows import same_year

_ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")
_THREE = 3


@dataclass(frozen=True, slots=True)
class Grouped:
    """A cell whose capaian tells that its separator divides thousands; `right` is it with a dot."""

    fact: Fact
    capaian: Fact
    right: str


def as_thousands(number: Number) -> Number:
    """A number that was read with three decimals, as the whole number that its digits make; others as they are."""
    if not isinstance(number, Quantity) or number.decimals != _THREE or _ONE_GROUP.search(number.text) is None:
        return number
    return replace(number, value=EXACT.multiply(number.value, 1000), decimals=0, column_decimals=0)


def shown(fact: Fact) -> Number:
    """The number of a fact, also of a cell that may be merged."""
    return fact.number.shared or fact.number if isinstance(fact.number, Unreadable) else fact.number


def grouped_thousands(report: ReportView) -> Iterator[Grouped]:
    """Every realisasi or target with one separator before three digits that the row's capaian shows to be of thousands."""
    for _, baris, fact in report.facts():
        if fact.measure in (Measure.TARGET, Measure.KINERJA) and _ONE_GROUP.search(fact.location.text):
            other = Measure.KINERJA if fact.measure == Measure.TARGET else Measure.TARGET
            yield from _proven(baris, fact, same_year(baris, other, fact))


def _proven(baris: Baris, fact: Fact, others: Sequence[Fact]) -> Iterator[Grouped]:
    stated = [capaian for capaian in same_year(baris, Measure.CAPAIAN, fact) if isinstance(shown(capaian), Quantity)]
    if len(stated) != 1 or len(others) != 1:
        return
    pairs = [(shown(fact), shown(others[0])), (as_thousands(shown(fact)), shown(others[0]))]
    turned = [pair if fact.measure == Measure.KINERJA else (pair[1], pair[0]) for pair in pairs]
    as_read, regrouped = (is_percent_of(shown(stated[0]), part, whole).verdict for part, whole in turned)
    told = as_thousands(shown(fact)) is shown(fact) or as_read == Verdict.TEMUAN
    if told and regrouped in HOLDS and not _is_english(fact, stated[0]):
        yield Grouped(fact, stated[0], _ONE_GROUP.sub(lambda group: group.group().replace(",", "."), " ".join(fact.location.text.split())))


def _is_english(fact: Fact, capaian: Fact) -> bool:
    """Whether the row writes its numbers the English way throughout: `1,540` beside `75.00%`."""
    return "," in fact.location.text and "." in capaian.location.text and "," not in capaian.location.text
