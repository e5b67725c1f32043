"""Figures of sentences that name no subject but the table they are taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.model import Place
from rules.claims import years_fit
from rules.compare import agree, equals, not_checked
from rules.facts import Fact, Location, Mention, Peran, ReportView, Tabel
from rules.narration_cells import PERFORMANCE
from rules.outcome import Comparison, Verdict

_TABLE = re.compile(r"\btab(?:el|le)\s*\.?\s*(?P<nomor>\d+(?:\.\d+)*)", re.IGNORECASE)
OTHER_CELL = "angka itu ada pada kolom lain dari baris yang sama; kalimatnya dapat dibaca begitu"

# Pages, or lines of a text, between a table and the sentence that explains it.
_NEAR = 15


@dataclass(frozen=True, slots=True)
class Referred:
    """A figure of a sentence with the cell of the table to which the sentence refers."""

    mention: Mention
    result: Comparison
    fact: Fact
    tabel: Tabel


def referred(report: ReportView) -> Iterator[Referred]:
    """Every figure without a subject, in a sentence that refers to the table of one row right above it."""
    for mention in report.mentions:
        if mention.subject or mention.measure not in PERFORMANCE or not years_fit(mention.year, report.identity.year):
            continue
        named = {found["nomor"] for found in _TABLE.finditer(mention.location.text)}
        tabel = _table_above(report, mention.location) if len(named) == 1 else None
        rows = tabel.rincian() if tabel is not None and tabel.nomor in named else ()
        if tabel is None or len(rows) != 1 or any(baris.peran == Peran.TOTAL for baris in tabel.baris):
            continue
        facts = [fact for fact in rows[0].all(mention.measure) if fact.quantity is not None and years_fit(fact.year, report.identity.year)]
        if len(facts) == 1:
            yield Referred(mention, _compared(mention, facts[0], rows[0].facts), facts[0], tabel)


def _table_above(report: ReportView, location: Location) -> Tabel | None:
    """The last numbered table above a place, if it is near."""
    above = [tabel for tabel in report.tables if tabel.nomor and _is_above(tabel.location.place, location.place)]
    last = max(above, key=lambda tabel: tabel.position, default=None)
    return last if last is not None and _leaf(location.place) - _leaf(last.location.place) <= _NEAR else None


def _is_above(one: Place, two: Place) -> bool:
    if one.page is not None and one.page == two.page:
        return one.bbox is not None and two.bbox is not None and one.bbox[1] < two.bbox[1]
    return 0 < _leaf(one) < _leaf(two)


def _leaf(place: Place) -> int:
    """The page of a print, the line of a text."""
    return place.page or place.line or 0


def _compared(mention: Mention, fact: Fact, row: Sequence[Fact]) -> Comparison:
    """Against the cell of that measure; a figure of another cell of the row is what a word of the sentence may mean."""
    result = equals(mention.quantity, fact.number)
    other = any(agree(mention.quantity, one.number) for one in row)
    return not_checked(mention.quantity, OTHER_CELL, result.expected) if result.verdict == Verdict.TEMUAN and other else result
