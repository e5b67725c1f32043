"""A column whose header says of which numbered columns it is worked out: `Realisasi 2016 thdp 2015 (5/4)*100`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.compare import is_percent_of, is_percent_of_ratio, not_checked
from rules.facts import Baris, Column, Fact, Measure, ReportView, Tabel
from rules.outcome import HOLDS, Comparison, Verdict
from rules.rows import in_column

# An asterisk between the brackets and the 100 is taken for markdown and dropped.
_SHARE = re.compile(r"\(\s*\(?(\d{1,2})\)?\s*[/:÷]\s*\(?(\d{1,2})\)?\s*\)\s*[x×*]?\s*100", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\s*(\d{1,2})")
_FEWEST = 2
UNPROVEN = "sebagian besar baris kolom ini tidak mengikuti rumusnya: nomor kolomnya agaknya dihitung lain"


@dataclass(frozen=True, slots=True)
class Worked:
    """A cell of such a column with the two it is worked out of, by the columns' numbers."""

    baris: Baris
    fact: Fact
    part: Fact
    whole: Fact
    formula: str
    result: Comparison


def worked_columns(report: ReportView) -> Iterator[Worked]:
    """The cells of columns of which only the formula tells what they are; most rows must follow it, else it was read wrong."""
    for tabel in report.tables:
        numbered = _by_number(tabel)
        for column in tabel.columns if numbered else ():
            found = list(_cells(tabel, column, numbered)) if column.measure == Measure.LAIN else []
            holding = sum(one.result.verdict in HOLDS for one in found)
            proven = holding >= _FEWEST and 2 * holding > len(found)
            yield from (one if proven or one.result.verdict in HOLDS else _unproven(one) for one in found)


def _by_number(tabel: Tabel) -> dict[int, int]:
    """The place of each column by its number."""
    said = [_NUMBER.match(cell.text.strip()) for cell in tabel.column_numbers]
    return {int(match[1]): place for place, match in reversed(list(enumerate(said))) if match}


def _cells(tabel: Tabel, column: Column, numbered: dict[int, int]) -> Iterator[Worked]:
    formula = _SHARE.search(column.header)
    if formula is None:
        return
    part, whole = (numbered.get(int(number), -1) for number in formula.groups())
    for baris in tabel.rincian(column.group):
        fact, upper, lower = (in_column(baris, index) for index in (column.index, part, whole))
        if fact is not None and upper is not None and lower is not None and fact.quantity is not None:
            result = _compared(fact, upper, lower)
            if result.verdict != Verdict.TAK_DIPERIKSA:
                yield Worked(baris, fact, upper, lower, f"({formula[1]}/{formula[2]}) × 100", result)


def _compared(fact: Fact, upper: Fact, lower: Fact) -> Comparison:
    """As the formula says; of what should fall a report may turn it round without saying so."""
    result = is_percent_of(fact.number, upper.number, lower.number)
    if result.verdict in HOLDS:
        return result
    turned = is_percent_of(fact.number, lower.number, upper.number)
    falling = is_percent_of_ratio(
        fact.number, upper.number, lower.number, lambda p, w: (w + w - p, w), "(2 × {whole} − {part}) / {whole} × 100"
    )
    return next((one for one in (turned, falling) if one.verdict in HOLDS), result)


def _unproven(one: Worked) -> Worked:
    doubted = not_checked(one.fact.number, UNPROVEN, one.result.expected)
    return Worked(one.baris, one.fact, one.part, one.whole, one.formula, doubted)
