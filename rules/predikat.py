"""On which scale a predikat stands: one that the report declares, else that of a regulation which the report names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from extractors.model import Place
from rules.anew import quotient
from rules.exact import ZERO, Interval
from rules.facts import Baris, Fact, Location, Measure, Mention, ReportView, Sebutan, Sentence, Skala, Tabel
from rules.quantity import Quantity
from rules.reference import load
from rules.rows import same_year
from rules.texts import sentences_with

ABOVE = 15
"""How many lines above its caption a scale is introduced; in paged input: on its page or the one before."""

_OF_SCALES = ("skala", "kriteria", "kritria", "predikat", "kategori", "katagori", "peringkat", "penilaian")
_BULLET = re.compile(r"^[^\w<>≤≥=]+")
_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Scale:
    """Classes in order with their limits; `basis` is the regulation they come from, or how the report declares them."""

    source: str
    basis: str
    bands: tuple[tuple[str, Interval], ...]
    printed: tuple[str, ...] = ()
    places: tuple[Location, ...] = ()

    def label(self, said: str) -> str:
        """The class that a printed label means, in the scale's own spelling; empty when it has none such."""
        plain = _plain(said)
        same = [name for name, _ in self.bands if _plain(name) == plain]
        alike = [name for name, _ in self.bands if _canonical(_plain(name)) == _canonical(plain)]
        return (same or alike or [""])[0] if plain else ""


def scales_with(report: ReportView, label: str, before: int | None = None) -> tuple[Scale, ...]:
    """The scales that know a label: declared ones, the nearest before a table (its position) first; else of named regulations."""
    declared = [(_position(report, skala), declared_scale(skala)) for skala in report.scales]
    knowing = [(at, scale) for at, scale in declared if scale.label(label)]
    if before is not None:
        ahead = [(at, scale) for at, scale in knowing if at < before]
        knowing = ahead[-1:] or knowing[:1]
    if knowing:
        return tuple(scale for _, scale in knowing)
    return tuple(scale for scale in named_regulations(report) if scale.label(label))


def all_declared(report: ReportView) -> tuple[Scale, ...]:
    """The scales that a report declares, in order."""
    return tuple(declared_scale(skala) for skala in report.scales)


def named_regulations(report: ReportView) -> tuple[Scale, ...]:
    """The scales of regulations that a sentence of the report names where it speaks of a scale."""
    said = [sentence.text.casefold() for sentence in sentences_with(report, *_OF_SCALES)]
    found = regulations("capaian", report.identity.year)
    return tuple(scale for scale, names in found if any(_names(names, text) for text in said))


def followed_regulation(report: ReportView, skala: Skala) -> Scale | None:
    """The regulation whose scale a declared one says it follows: by its caption, else by the nearest sentence above that names one."""
    introduced = [s.text for s in sentences_with(report, *_OF_SCALES) if _is_above(s, skala.location)]
    for text in (skala.source, skala.location.text, *reversed(introduced)):
        for scale, names in regulations("capaian", None):
            if _names(names, text.casefold()):
                return scale
    return None


def _is_above(sentence: Sentence, caption: Location) -> bool:
    one, two = sentence.location.place, caption.place
    if one.page is not None and two.page is not None:
        above = one.page < two.page or one.bbox is None or two.bbox is None or one.bbox[1] <= two.bbox[1]
        return two.page - 1 <= one.page <= two.page and above
    return one.line is not None and two.line is not None and two.line - ABOVE <= one.line <= two.line


@cache
def regulations(about: str, year: int | None) -> tuple[tuple[Scale, tuple[str, ...]], ...]:
    """The scales of regulations on a matter that were in force in a year, each with the patterns of its name."""
    entries = [entry for entry in load.table("skala")["scales"] if entry["about"] == about and _in_force(entry, year)]
    return tuple((_lawful(entry), tuple(entry["names"])) for entry in entries)


def _in_force(entry: dict[str, Any], year: int | None) -> bool:
    first, last = entry["years"]
    return year is None or (first <= year and (last is None or year <= last))


def _lawful(entry: dict[str, Any]) -> Scale:
    bands = []
    for band in entry["bands"]:
        low, high = (Decimal(str(limit)) for limit in band["limits"])
        bands.append((str(band["label"]), Interval(low, high, low_open=entry["open_below"] and low > ZERO)))
    return Scale(entry["source"], entry["source"], tuple(bands), printed=tuple(str(band["printed"]) for band in entry["bands"]))


def declared_scale(skala: Skala) -> Scale:
    """A scale that a report declares."""
    bands = tuple((band.label, band.limits) for band in skala.bands)
    printed = tuple(_BULLET.sub("", " ".join(band.location.text.split())) for band in skala.bands)
    places = tuple(band.location for band in skala.bands)
    return Scale(skala.source or "skala laporan", "skala yang dinyatakan laporan", bands, printed, places)


def _position(report: ReportView, skala: Skala) -> int:
    """The position of the scale's table; of a scale printed in lines that of the last table above it."""
    own = [tabel.position for tabel in report.tables if tabel.id == skala.table]
    above = [tabel.position for tabel in report.tables if _stands_above(tabel.location.place, skala.location.place)]
    return max(own or above, default=-1)


def _stands_above(one: Place, two: Place) -> bool:
    if one.page is not None and two.page is not None:
        return (one.page, one.bbox[1] if one.bbox else 0) < (two.page, two.bbox[1] if two.bbox else 0)
    return one.line is not None and two.line is not None and one.line < two.line


def _names(patterns: Sequence[str], text: str) -> bool:
    return any(re.search(pattern, text) for pattern in patterns)


def _plain(label: str) -> str:
    return " ".join(re.findall(r"[a-z]+", _BRACKETS.sub(" ", label).casefold())) or " ".join(re.findall(r"[a-z]+", label.casefold()))


@cache
def _spellings() -> dict[str, str]:
    return {short: long for long, shorts in load.table("skala")["labels"].items() for short in shorts}


def _canonical(plain: str) -> str:
    return _spellings().get(plain, plain)


def graded_by(baris: Baris, predikat: Fact) -> Fact | None:
    """The capaian that a predikat of a row grades: the nearest to its left in the same block, else the only one."""
    found = [fact for fact in baris.all(Measure.CAPAIAN) if fact.column.group == predikat.column.group]
    left = [fact for fact in found if fact.column.index < predikat.column.index]
    return left[-1] if left else found[0] if len(found) == 1 else None


def worked_out(baris: Baris, capaian: Fact) -> Quantity | None:
    """The capaian as realisasi / target gives it, where the row has one of each."""
    targets, achieved = same_year(baris, Measure.TARGET, capaian), same_year(baris, Measure.KINERJA, capaian)
    if len(targets) != 1 or len(achieved) != 1:
        return None
    made = quotient(achieved[0].number, targets[0].number)
    return made if isinstance(made, Quantity) else None


def mention_of(report: ReportView, sebutan: Sebutan) -> Mention | None:
    """What prose says of the number that is given a predikat, if it was understood."""
    same = [m for m in report.mentions if m.quantity.value == sebutan.quantity.value and m.location.text in sebutan.location.text]
    return same[0] if same else None


def tables_with_predikat(report: ReportView) -> Iterator[tuple[Tabel, int]]:
    """Every column of predikat with its table."""
    for tabel in report.tables:
        for column in tabel.columns:
            if column.measure == Measure.PREDIKAT:
                yield tabel, column.index
