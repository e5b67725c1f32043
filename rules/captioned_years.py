"""The period that a caption names, against the years of the columns under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.dates import YEAR
from rules.facts import Location, ReportView, Tabel
from rules.outcome import Verdict

_PERIOD = re.compile(
    rf"({YEAR})\s*(?:[-–/]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|dan|dengan|dibanding(?:kan)?(?:\s+dengan)?)\s*(?:tahun\s+)?({YEAR})",
    re.IGNORECASE,
)
_PLAN = re.compile(r"renstra|rpjmd|rpjpd|\brpd\b|rencana|periode|jangka menengah", re.IGNORECASE)
_FURTHEST = 2


@dataclass(frozen=True, slots=True)
class Captioned:
    """A caption's period beside that of the columns."""

    tabel: Tabel
    stated: tuple[int, int]
    columns: tuple[int, int]
    places: tuple[Location, ...]
    verdict: Verdict


def captioned_years(report: ReportView) -> Iterator[Captioned]:
    """Every table whose caption names one period and whose columns are of years.

    Only a period as long as that of the columns, moved by a year or two, contradicts them; any other may mean something else.
    """
    for tabel in report.tables:
        periods = _PERIOD.findall(tabel.judul)
        dated = [c for c in tabel.columns if c.year is not None]
        years = sorted({c.year for c in dated if c.year is not None})
        if len(periods) != 1 or len(years) <= 1 or _PLAN.search(tabel.judul):
            continue
        stated, shown = (int(periods[0][0]), int(periods[0][1])), (years[0], years[-1])
        moved = stated[0] - shown[0]
        if stated[1] - stated[0] == shown[1] - shown[0] and abs(moved) <= _FURTHEST:
            places = tuple(dict.fromkeys(c.location for c in dated if c.location is not None))
            yield Captioned(tabel, stated, shown, places, Verdict.TEMUAN if moved else Verdict.LOLOS)
