"""Printed figures whose separators make no number: a group of six digits, a point behind the last group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.facts import Fact, Measure, ReportView, Tabel
from rules.outcome import Verdict
from rules.quantity import Hole, Unreadable

_FEWEST = 3
_LONGEST = 40
_MONEY_SIGN = re.compile(r"^(?:rp|idr)\.?\s*", re.IGNORECASE)
_TAIL = re.compile(r",-{1,2}$|[.,]\d{1,2}$")
_TRAILING = re.compile(r"[1-9]\d{0,2}(?P<sign>[.,])\d{3}(?:(?P=sign)\d{3})*[.,]")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?P<sign>[.,])\d+(?:(?P=sign)\d+)*")
# A separator left out behind the first group: `57543.679`.
_LONG_FIRST = re.compile(r"(?P<lead>[1-9]\d{0,2})(?P<next>\d{3})(?P<rest>(?P<sign>[.,])\d{3}(?:(?P=sign)\d{3})*)")
_DOUBLED = re.compile(r"(?<=\d)(?P<sign>[.,])[.,](?=\d)")
_THREE = 3
_NOT_COUNTED = (Measure.PREDIKAT, Measure.LAIN)
_UNREAD = (Hole.BUKAN_ANGKA, Hole.GANDA)
THREES = "kelompok ribuan masing-masing tiga angka"


@dataclass(frozen=True, slots=True)
class Malformed:
    """A cell of a column of figures; `expected` is what it should be printed like, "" when nothing is wrong with it."""

    fact: Fact
    expected: str
    verdict: Verdict


def malformed(report: ReportView) -> Iterator[Malformed]:
    """One good cell for each column of figures, and every cell whose digits stand in no proper groups."""
    for tabel in report.tables:
        for column in tabel.columns:
            facts = [fact for baris in tabel.baris for fact in baris.facts if fact.column.index == column.index]
            good = [fact for fact in facts if fact.quantity is not None]
            if column.measure in _NOT_COUNTED or len(good) < _FEWEST:
                continue
            yield Malformed(good[0], "", Verdict.LOLOS)
            yield from (Malformed(fact, right, Verdict.TEMUAN) for fact in facts if (right := _repaired(tabel, fact)))


def _repaired(tabel: Tabel, fact: Fact) -> str:
    """What a cell that could not be read should be printed like; "" when it may be anything but a figure.

    A break of the line or a space within it may be ours and not the report's.
    """
    number, text = fact.number, fact.location.text.strip()
    if not isinstance(number, Unreadable) or number.reason not in _UNREAD or len(text) > _LONGEST:
        return ""
    body = _MONEY_SIGN.sub("", text)
    if not body or re.search(r"\s", body):
        return ""
    lead = text[: len(text) - len(body)]
    if _TRAILING.fullmatch(body):
        return f"{lead}{body[:-1]}"
    tail = _TAIL.search(body)
    whole, rest = (body[: tail.start()], tail.group()) if tail else (body, "")
    if _DOUBLED.search(whole):
        whole = _DOUBLED.sub(r"\g<sign>", whole, count=1)
        return f"{lead}{whole}{rest}" if _in_threes(whole) else ""
    return _regrouped(lead, whole, rest)


def _in_threes(whole: str) -> bool:
    return bool(_GROUPS.fullmatch(whole)) and all(len(group) == _THREE for group in re.split(r"[.,]", whole)[1:])


def _regrouped(lead: str, whole: str, rest: str) -> str:
    """One group that is too long or too short among two or more that are right; of six digits a separator was left out."""
    if first := _LONG_FIRST.fullmatch(whole):
        return f"{lead}{first['lead']}{first['sign']}{first['next']}{first['rest']}{rest}"
    match = _GROUPS.fullmatch(whole)
    if match is None:
        return ""
    groups = re.split(r"[.,]", whole)
    odd = [index for index, group in enumerate(groups) if index and len(group) != _THREE]
    if len(odd) != 1 or sum(len(group) == _THREE for group in groups[1:]) < 1 or sum(map(len, groups)) < 2 * _THREE + 1:
        return ""
    (index,) = odd
    if len(groups[index]) == 2 * _THREE:
        groups[index : index + 1] = [groups[index][:_THREE], groups[index][_THREE:]]
        return f"{lead}{match['sign'].join(groups)}{rest}"
    return THREES if index < len(groups) - 1 or len(groups[index]) > _THREE else ""
