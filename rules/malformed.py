"""Printed figures whose separators make no number: a group of six digits, a point behind the last group, two points side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules import show
from rules.facts import Fact, Location, Measure, ReportView
from rules.outcome import Verdict
from rules.quantity import Hole, Unreadable
from rules.texts import sentences_with

_FEWEST = 3
_LONGEST = 40
_MONEY_SIGN = re.compile(r"^(?:rp|idr)\.?\s*", re.IGNORECASE)
_TAIL = re.compile(r",-{1,2}$|[.,]\d{1,2}$")
_TRAILING = re.compile(r"[1-9]\d{0,2}(?P<sign>[.,])\d{3}(?:(?P=sign)\d{3})*[.,]")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?P<sign>[.,])\d+(?:(?P=sign)\d+)*")
# A separator left out behind the first group: `57543.679`.
_LONG_FIRST = re.compile(r"(?P<lead>[1-9]\d{0,2})(?P<next>\d{3})(?P<rest>(?P<sign>[.,])\d{3}(?:(?P=sign)\d{3})*)")
# With a comma for the decimals a point stands between thousands, whatever the group behind it is like.
_BOTH_SIGNS = re.compile(r"[1-9]\d{0,2}\.(?:\d{1,2}|\d{4,5}),\d{1,2}")
_AMOUNT = re.compile(r"\b[Rr][Pp]\.?\s?\d(?:[\d.,]*\d)?(?:,-)?(?![\d/])")
_ODD = re.compile(r"[.,][.,]\d|\d{4}|[.,]\d{1,2}[.,]\d")
_DOUBLED = re.compile(r"(?<=\d)(?P<sign>[.,])[.,](?=\d)")
# A separator left out behind the first group of an amount with decimals: `227.199732,00`.
_LONG_LAST = re.compile(r"(?P<lead>[1-9]\d{0,2}\.\d{3})(?P<next>\d{3})(?P<rest>,\d{1,2})")
_THREE = 3
_NOT_COUNTED = (Measure.PREDIKAT, Measure.LAIN)
_UNREAD = (Hole.BUKAN_ANGKA, Hole.GANDA)
THREES = "kelompok ribuan masing-masing tiga angka"


@dataclass(frozen=True, slots=True)
class Malformed:
    """A printed figure; `expected` is what it should be printed like, "" when nothing is wrong with it."""

    printed: str
    location: Location
    expected: str
    verdict: Verdict


def malformed(report: ReportView) -> Iterator[Malformed]:
    """One good cell for each column of figures, and every cell, and amount of prose, whose digits stand in no proper groups."""
    for tabel in report.tables:
        for column in tabel.columns:
            facts = [fact for baris in tabel.baris for fact in baris.facts if fact.column.index == column.index]
            good = [fact for fact in facts if fact.quantity is not None]
            if column.measure in _NOT_COUNTED:
                continue
            of_figures = len(good) >= _FEWEST
            if of_figures:
                yield Malformed(show.printed(good[0].number), good[0].location, "", Verdict.LOLOS)
            for fact in facts:
                if (right := _of_cell(fact)) and (of_figures or _BOTH_SIGNS.fullmatch(fact.location.text.strip())):
                    yield Malformed(show.printed(fact.number), fact.location, right, Verdict.TEMUAN)
    yield from _in_prose(report)


def _in_prose(report: ReportView) -> Iterator[Malformed]:
    """The amounts of sentences: what stands behind Rp is one."""
    for sentence in sentences_with(report, "rp"):
        for match in _AMOUNT.finditer(sentence.text):
            if _ODD.search(match.group()) and (right := _repaired(match.group())):
                yield Malformed(match.group(), sentence.location, right, Verdict.TEMUAN)


def _of_cell(fact: Fact) -> str:
    """What a cell that could not be read should be printed like."""
    number, text = fact.number, fact.location.text.strip()
    unread = isinstance(number, Unreadable) and number.reason in _UNREAD and len(text) <= _LONGEST
    return _repaired(text) if unread else ""


def _repaired(text: str) -> str:
    """What a figure should be printed like; "" when nothing is wrong with it, or it may be anything but a figure.

    A break of the line or a space within it may be ours and not the report's.
    """
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
    if last := _LONG_LAST.fullmatch(f"{whole}{rest}"):
        return f"{lead}{last['lead']}.{last['next']}{last['rest']}"
    match = _GROUPS.fullmatch(whole)
    if match is None:
        return ""
    if _BOTH_SIGNS.fullmatch(f"{whole}{rest}"):
        return THREES
    groups = re.split(r"[.,]", whole)
    odd = [index for index, group in enumerate(groups) if index and len(group) != _THREE]
    if len(odd) != 1 or sum(len(group) == _THREE for group in groups[1:]) < 1 or sum(map(len, groups)) < 2 * _THREE + 1:
        return ""
    (index,) = odd
    if len(groups[index]) == 2 * _THREE:
        groups[index : index + 1] = [groups[index][:_THREE], groups[index][_THREE:]]
        return f"{lead}{match['sign'].join(groups)}{rest}"
    return THREES if index < len(groups) - 1 or len(groups[index]) > _THREE else ""
