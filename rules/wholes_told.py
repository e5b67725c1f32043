"""What sentences say is the capaian of all sasaran of the agency: told twice, it is one figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.claims import average_rows, explained_by_list
from rules.compare import equals
from rules.dates import ANY_YEAR
from rules.facts import Identity, Location, Measure, Mention, ReportView
from rules.outcome import Comparison
from rules.quantity import PERSEN

_WHOSE = re.compile(r"\b(?P<called>capaian\s+(?:kinerja\s+sasaran|sasaran\s+kinerja|sasaran))\s+(?P<who>[^\W\d_]+)", re.IGNORECASE)
_OF_A_PART = re.compile(
    r"\b(?:pada|untuk|dalam|dari\s+target|terhadap|berdasarkan)\s+(?:\w+\s+)?"
    r"(?:tujuan|misi|program|kegiatan|indikator|perspektif|aspek|urusan|bidang|triwulan|semester|tabel|sasaran\s+(?!kinerja))\b"
    r"|\b(?:renstra|rpjmd|jangka\s+menengah|nasional|rata-?\s?rata\s+(?:provinsi|nasional))\b",
    re.IGNORECASE,
)
_SMALL = frozenset({"dan", "serta", "atau", "di"})


@dataclass(frozen=True, slots=True)
class Whole:
    """A capaian of the agency in one sentence against that of the sentence before; `called` is how it is called there."""

    called: str
    result: Comparison
    places: tuple[Location, Location]


def wholes_told(report: ReportView) -> Iterator[Whole]:
    """Every capaian of all sasaran that a sentence gives the agency by name, held against the first; with an average row BN01 does so."""
    told = [(called, mention) for mention in report.mentions if (called := _called(report, mention))]
    if len(told) < 2 or any(True for _ in average_rows(report, report.identity.year)):
        return
    _, first = told[0]
    for called, mention in told[1:]:
        if mention.location.text != first.location.text:
            yield Whole(called, equals(mention.quantity, first.quantity), (mention.location, first.location))


def _called(report: ReportView, mention: Mention) -> str:
    """`Capaian kinerja sasaran Dinas`, where the figure is that of all sasaran in the report's year; else nothing."""
    if mention.measure != Measure.CAPAIAN or mention.subject or mention.quantity.unit != PERSEN or mention.year != report.identity.year:
        return ""
    text = mention.location.text
    matches = list(_WHOSE.finditer(text.partition(mention.quantity.text)[0]))
    if len(matches) != 1 or not _is_agency(matches[0]["who"], report.identity) or not set(ANY_YEAR.findall(text)) <= {str(mention.year)}:
        return ""
    if _OF_A_PART.search(text) or explained_by_list(report, mention):
        return ""
    return " ".join(f"{matches[0]['called'].capitalize()} {matches[0]['who']}".split())


def _is_agency(word: str, who: Identity) -> bool:
    """Whether a word begins the agency's name, or is its initials."""
    words = [part for part in who.agency.value.split() if part.casefold() not in _SMALL]
    return bool(words) and word.casefold() in (words[0].casefold(), "".join(part[0] for part in words).casefold())
