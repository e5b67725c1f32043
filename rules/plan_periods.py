"""The years of the plan of five years, RPJMD or Renstra, as sentences name them: no longer than five years, and one plan with one end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from rules.dates import TERM
from rules.facts import Location, Sentence
from rules.outcome import Comparison, Verdict

# Between the plan and its years nothing but the words of its name: `Rencana Strategis Dinas Sosial Kota Sukamaju Tahun 2013-2018`.
_NAMED = re.compile(
    r"\b(?P<plan>(?i:rpjmd?|rencana\s+pembangunan\s+jangka\s+menengah|renstra|rencana\s+strategi[sk]))"
    r"(?:\s+(?!Nasional|Kementr?erian|Transisi|Desa\b)(?:[A-Z(][\w./-]*\)?|dan|daerah|tahun|periode)){0,14}"
    rf"\s+(?i:{TERM})"
)
_LONGEST = 5
_MANY = 3

_Term: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Period:
    """One period that sentences give a plan, with all its places."""

    plan: str
    result: Comparison
    places: tuple[Location, ...]
    too_long: bool = False


def plan_periods(prose: Iterable[Sentence]) -> Iterator[Period]:
    """Every period of the RPJMD and of the Renstra that sentences in which periods stand tell."""
    said: dict[str, dict[_Term, list[Location]]] = {"RPJMD": defaultdict(list), "Renstra": defaultdict(list)}
    for sentence in prose:
        for found in _NAMED.finditer(sentence.text):
            plan = "Renstra" if "str" in found["plan"].casefold() else "RPJMD"
            term = int(found["from"]), int(found["to"])
            if term[0] < term[1]:
                said[plan][term].append(sentence.location)
    for plan, terms in said.items():
        for term, places in terms.items():
            yield _judged(plan, term, places, terms)


def _judged(plan: str, term: _Term, places: list[Location], terms: dict[_Term, list[Location]]) -> Period:
    """A period against the one that begins alike and stands in several more sentences; else against the longest that a plan may have."""
    first, last = term
    others = [(len(at), other) for other, at in terms.items() if other[0] == first and other != term and other[1] - first <= _LONGEST]
    often, other = max(others, default=(0, term))
    if often >= _MANY * len(places):
        result = Comparison(Verdict.TEMUAN, f"{first}-{last}", f"{other[0]}-{other[1]}")
        return Period(plan, result, (*places, *terms[other]))
    if last - first > _LONGEST:
        return Period(plan, Comparison(Verdict.TEMUAN, f"{first}-{last}", "paling lama lima tahun"), tuple(places), too_long=True)
    return Period(plan, Comparison(Verdict.LOLOS, f"{first}-{last}", f"{first}-{last}"), tuple(places))
