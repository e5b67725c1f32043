"""Which of several statements of one measure a cell is: murni or perubahan, of which plan, of which source of money."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.facts import AMOUNTS, Fact, Measure, Tabel
from rules.once import once_each

_MONEY = (*AMOUNTS, Measure.SERAPAN, Measure.FISIK)
_RENSTRA = "renstra"
_PLANS = (
    (_RENSTRA, re.compile(r"renstra|rencana strategi|rpjmd|rpjpd|\brpd\b|jangka menengah|indikatif", re.IGNORECASE)),
    ("rencana tahunan", re.compile(r"rencana kinerja|\brkt\b|\brenja\b|\brkpd\b|rencana aksi", re.IGNORECASE)),
)
_VARIANTS = (
    ("murni", re.compile(r"\bmurni\b|sebelum\s+(?:perubahan|pergeseran)", re.IGNORECASE)),
    ("perubahan", re.compile(r"\bperubahan\b|pergeseran", re.IGNORECASE)),
)
_SOURCES = re.compile(
    r"dekonsentrasi|tugas pembantuan|perbantuan|\bapbn\b|\bapbd\b|\bdak\b|\bdau\b|dbhcht|\bblud\b|hibah|\bloan\b", re.IGNORECASE
)
_MANY = 3


def variant_of(tabel: Tabel, fact: Fact) -> str:
    """Murni or perubahan, which plan, which source of money; statements of different variants are not compared."""
    if fact.measure in (Measure.TARGET_RENSTRA, Measure.CAPAIAN_RENSTRA):
        # The target at the end of the plan is not the plan's target of this year: only the same words say the same.
        return "".join(re.findall(r"[a-z]", fact.column.header.casefold()))
    caption = _captioned(tabel)
    if fact.measure in (Measure.TARGET, Measure.PAGU) and (caption.plan or _plans_years(tabel, fact.measure)):
        return caption.plan or _RENSTRA
    sources = caption.sources if fact.measure in _MONEY else ()
    return " ".join([fact.column.variant or caption.variant, *sources])


@dataclass(frozen=True, slots=True)
class _Captioned:
    """What the caption of a table says of all its cells: the plan they are of, murni or perubahan, the sources of money."""

    plan: str
    variant: str
    sources: tuple[str, ...]


@once_each
def _captioned(tabel: Tabel) -> _Captioned:
    plan = next((name for name, pattern in _PLANS if pattern.search(tabel.label)), "")
    variant = next((name for name, pattern in _VARIANTS if pattern.search(tabel.judul)), "")
    return _Captioned(plan, variant, tuple(sorted({word.casefold() for word in _SOURCES.findall(tabel.label)})))


def is_planned(tabel: Tabel, fact: Fact) -> bool:
    """Whether a cell states a target of a plan of several years and not what was agreed for the year."""
    if fact.measure == Measure.TARGET_RENSTRA:
        return False
    return fact.measure == Measure.TARGET and (_captioned(tabel).plan == _RENSTRA or _plans_years(tabel, fact.measure))


def is_beside_plan(tabel: Tabel) -> bool:
    """Whether the caption of a table sets the year beside a plan of several years: its percentages are of that plan's targets."""
    return _captioned(tabel).plan == _RENSTRA


def _plans_years(tabel: Tabel, measure: Measure) -> bool:
    """Targets of many years side by side and nothing achieved: a plan."""
    years = {column.year for column in tabel.columns if column.measure == measure and column.year is not None}
    return len(years) >= _MANY and not any(column.measure in (Measure.KINERJA, Measure.REALISASI) for column in tabel.columns)
