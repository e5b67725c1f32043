"""Efficiency by the formula of the ministry of finance, 1 − serapan / capaian: printed as a share or in percent, and its limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rules.anew import quotient
from rules.compare_change import CENTS, growth_of, reversed_sign, times_hundred
from rules.efficiency_claims import Claim, claims
from rules.exact import EXACT, HUNDRED, quotient_shown
from rules.facts import ReportView, Sentence
from rules.outcome import HOLDS
from rules.quantity import Number, Quantity
from rules.texts import sentences_with

_LIMITS = re.compile(
    r"batas\s+(?:maksimal|atas|tertinggi)\b[^.]{0,60}efisiensi[^.\d]{0,40}(?P<high>\d{1,3})\s?%[^.]{0,60}batas\s+(?:minimal|bawah|terendah)[^.\d-]{0,30}-\s?(?P<low>\d{1,3})\s?%",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Share:
    """A stated efficiency that is 1 − serapan / capaian: `percent` what it is in percent, `as_share` whether it is printed as a share."""

    claim: Claim
    percent: Decimal
    as_share: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of efficiency that a report states, in percent."""

    low: Decimal
    high: Decimal
    sentence: Sentence


def shares(report: ReportView) -> Iterator[Share]:
    """The efficiencies which only that formula gives, of the figures printed beside them."""
    for every in claims(report):
        for claim in every:
            capaian, serapan, stated = claim.capaian.fact.number, claim.serapan.number, claim.efisiensi.number
            ways = [_follows(number, capaian, serapan) for number in (stated, times_hundred(stated))]
            ratio = quotient(serapan, capaian)
            if ways.count(True) == 1 and isinstance(ratio, Quantity):
                percent = quotient_shown(EXACT.subtract(HUNDRED, ratio.value), Decimal(1), CENTS)
                yield Share(claim, percent, ways[1])


def limits_of(report: ReportView) -> Limits | None:
    """The limits that a sentence of the report states."""
    for sentence in sentences_with(report, "efisiensi"):
        if match := _LIMITS.search(sentence.text):
            return Limits(-Decimal(match["low"]), Decimal(match["high"]), sentence)
    return None


def _follows(stated: Number, capaian: Number, serapan: Number) -> bool:
    return growth_of(reversed_sign(stated), capaian, serapan).verdict in HOLDS
