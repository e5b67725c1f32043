"""What explains a wrong percentage: the mean of its parts, a neighbour's figure, two exchanged, two digits swapped.

A hint is a sentence for the message; it accuses nobody by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from rules import show
from rules.compare import mean_of, same_value
from rules.facts import Fact, Peran, ReportView, Tabel
from rules.outcome import HOLDS, Verdict
from rules.percent import Meaning, Percentage
from rules.quantity import Quantity
from rules.rows import children, children_word, holding, in_column, named, number_of, tops

MEAN = "persentase induk dihitung sebagai rata-rata persentase rinciannya"

_NO_CHANCE = Decimal(1_000_000)


def hint(tabel: Tabel, wrong: Percentage, column: Sequence[Percentage], meaning: Meaning | None) -> tuple[str, str]:
    """A sentence that explains a failed percentage, and the cause that it shares with others; two empty texts if none."""
    if sentence := _mean_of_parts(tabel, wrong):
        return sentence, f"{tabel.id}: {MEAN}"
    failed = [one for one in column if one.verdict == Verdict.TEMUAN and one is not wrong]
    for other in failed:
        if _fits(wrong, other, meaning) and _fits(other, wrong, meaning):
            names = sorted((named(wrong.baris), named(other.baris)))
            return f"Angkanya cocok untuk {named(other.baris)}, dan sebaliknya.", f"{tabel.id}: tertukar: {' dan '.join(names)}"
    for neighbour in _neighbours(wrong, column):
        if neighbour.verdict in HOLDS and _value(neighbour) == _value(wrong):
            return f"Angka yang sama tertulis pada baris {named(neighbour.baris)}.", ""
    for candidate in _swapped_digits(wrong):
        if wrong.reading(meaning).compare(candidate).verdict == Verdict.LOLOS:
            return f"Dua angkanya agaknya tertukar tempat: {show.printed(candidate)}.", ""
    return "", ""


def _mean_of_parts(tabel: Tabel, wrong: Percentage) -> str:
    column = wrong.fact.column.index
    if wrong.baris.peran == Peran.TOTAL:
        parts = tops(tabel, holding(tabel.baris, column))
        word = "baris"
    else:
        parts = tuple(child for child in children(tabel, wrong.baris) if in_column(child, column))
        word = children_word(tabel, wrong.baris, parts)
    if len(parts) < 2:
        return ""
    mean = mean_of(wrong.fact.number, [number_of(in_column(part, column)) for part in parts])
    return f"Angka itu sama dengan rata-rata persentase {len(parts)} {word}nya." if mean.verdict in HOLDS else ""


def also_stated(report: ReportView, fact: Fact) -> str:
    """A sentence naming another row of which the same amount is stated: it may have been copied from there."""
    stated = fact.quantity
    if stated is None or stated.value < _NO_CHANCE:
        return ""
    for tabel, baris, other in report.facts():
        if other is not fact and other.measure == fact.measure and same_value(other.number, stated.value):
            return f"Angka yang sama tertulis untuk {named(baris)} di {tabel.label}."
    return ""


def _fits(one: Percentage, other: Percentage, meaning: Meaning | None) -> bool:
    return one.reading(meaning).compare(other.fact.number).verdict in HOLDS


def _neighbours(wrong: Percentage, column: Sequence[Percentage]) -> Iterator[Percentage]:
    """The rows printed just above and below."""
    position = next(index for index, one in enumerate(column) if one is wrong)
    yield from column[max(position - 1, 0) : position]
    yield from column[position + 1 : position + 2]


def _value(one: Percentage) -> Decimal | None:
    return one.fact.quantity.value if one.fact.quantity else None


def _swapped_digits(wrong: Percentage) -> Iterator[Quantity]:
    """The printed number with two neighbouring digits exchanged, across the comma too."""
    stated = wrong.fact.quantity
    if stated is None or stated.value < 0:
        return
    shown = f"{stated.value:.{stated.decimals}f}"
    places = [place for place, sign in enumerate(shown) if sign.isdigit()]
    for one, two in pairwise(places):
        if shown[one] != shown[two]:
            swapped = list(shown)
            swapped[one], swapped[two] = swapped[two], swapped[one]
            value = Decimal("".join(swapped))
            yield replace(stated, value=value, text=show.number(value, stated.decimals))
