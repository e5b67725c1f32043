"""What is wrong with a declared scale: gaps and overlaps into which values fall, and classes that its source prints otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rules import show
from rules.compare_words import gaps_of, overlaps_of, shown
from rules.exact import EXACT, Interval
from rules.facts import Band, Location, Measure, ReportView, Skala
from rules.outcome import Comparison, Severity, Verdict
from rules.predikat import Scale, declared_scale, followed_regulation, worked_out
from rules.quantity import Quantity
from rules.telling import row_name

SMALLEST_GAP = Decimal("0.1")
"""Between 89,99 and 90 no printed percentage falls."""
SHARED_LABELS = 2
_BULLET = re.compile(r"^[^\w<>≤≥=]+")
_COMPARED = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s?%?\s*([<>])\s*(\d{1,3}(?:[.,]\d{1,2})?)\b\s?%?")
_SAID = {">": "lebih besar", "<": "lebih kecil"}
_HIGHEST_BOTTOM, _LOWEST_TOP = Decimal(90), Decimal(80)


@dataclass(frozen=True, slots=True)
class Defect:
    """What one check of a scale came to; `severity` only for a finding."""

    result: Comparison
    places: tuple[Location, ...]
    message: str = ""
    severity: Severity | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A capaian of the report that a scale should grade, as printed or worked out."""

    number: Quantity
    location: Location
    row: str


def defects(report: ReportView, skala: Skala) -> Iterator[Defect]:
    """Every check of one declared scale; scales that are not for percentages of capaian are left alone."""
    scale = declared_scale(skala)
    if not _grades_percentages(scale):
        return
    regulation = followed_regulation(report, skala)
    if regulation is not None:
        yield _against_source(skala, scale, regulation)
    values = tuple(_values(report))
    yield _gaps(skala, scale, values, regulation)
    yield from _overlaps(skala, scale)
    yield from _turned(skala)


def _turned(skala: Skala) -> Iterator[Defect]:
    """`80 > 100`: a sign between two limits that says of them what is not so."""
    for band in skala.bands:
        printed = _printed(band)
        limits = _COMPARED.match(printed)
        if limits is None:
            continue
        low, sign, high = Decimal(limits[1].replace(",", ".")), limits[2], Decimal(limits[3].replace(",", "."))
        if (low < high) if sign == ">" else (low > high):
            said = f"Kelas {band.label} ditulis {limits.group()}, padahal {limits[1]} tidak {_SAID[sign]} dari {limits[3]}."
            result = Comparison(Verdict.TEMUAN, limits.group(), f"> {min(low, high)} – {max(low, high)}")
            yield Defect(result, (band.location,), said, Severity.RENDAH)


def _grades_percentages(scale: Scale) -> bool:
    lows, highs = [limits.low for _, limits in scale.bands], [limits.high for _, limits in scale.bands]
    return min(lows) <= 0 and max(highs) >= _LOWEST_TOP and min(highs) <= _HIGHEST_BOTTOM


def _against_source(skala: Skala, scale: Scale, regulation: Scale) -> Defect:
    """Class by class against the regulation which the report says it follows."""
    by_label = {regulation.label(name): index for index, (name, _) in enumerate(scale.bands) if regulation.label(name)}
    if len(by_label) < SHARED_LABELS:
        result = Comparison(
            Verdict.TEMUAN,
            "; ".join(scale.printed),
            "; ".join(f"{p} {n}" for p, (n, _) in zip(regulation.printed, regulation.bands, strict=True)),
        )
        said = f"Skala ini disebut mengikuti {regulation.source}, sedangkan kelas dan predikatnya lain."
        return Defect(result, (skala.location, *(band.location for band in skala.bands)), said, Severity.RENDAH, regulation.source)
    wrong = [
        (skala.bands[by_label[name]], printed)
        for (name, limits), printed in zip(regulation.bands, regulation.printed, strict=True)
        if name in by_label and scale.bands[by_label[name]][1] != limits
    ]
    if not wrong:
        result = Comparison(Verdict.LOLOS, "; ".join(scale.printed), "; ".join(regulation.printed))
        return Defect(result, (skala.location,), basis=regulation.source)
    stated = "; ".join(" ".join(band.location.text.split()) for band, _ in wrong)
    expected = "; ".join(printed for _, printed in wrong)
    labels = show.joined(band.label for band, _ in wrong)
    said = f"Skala disebut mengikuti {regulation.source}, yang mencetak kelas {labels} sebagai {expected}; di sini tertulis {stated}."
    places = (*(band.location for band, _ in wrong), skala.location)
    return Defect(Comparison(Verdict.TEMUAN, stated, expected), places, said, Severity.SEDANG, regulation.source)


def _gaps(skala: Skala, scale: Scale, values: tuple[Value, ...], regulation: Scale | None) -> Defect:
    """The gaps of a scale in one: `rendah` where a value of the report falls into one, else only worth knowing."""
    found = list(gaps_of(scale.bands))
    fallen = [value for value in values for gap in found if value.number.value in gap]
    wide = [gap for gap in found if EXACT.subtract(gap.high, gap.low) > SMALLEST_GAP]
    printed = "; ".join(scale.printed)
    if not fallen and not wide:
        return Defect(Comparison(Verdict.LOLOS, printed, ""), (skala.location,))
    gaps = show.joined(_between(gap) for gap in found)
    expected = f"kelas tanpa celah ({gaps})"
    if not fallen:
        own = f", seperti pada {regulation.source}" if regulation is not None else ""
        said = f"Skala tidak memuat nilai {gaps}{own}; tidak ada capaian laporan yang jatuh di sana."
        return Defect(Comparison(Verdict.TEMUAN, printed, expected), _class_places(skala), said, Severity.INFO)
    first = fallen[0]
    said = f"Skala tidak memuat nilai {gaps}; {first.row} dengan {_valued(first)} jatuh di celah itu."
    working = "; ".join(dict.fromkeys(f"{value.row}: {_valued(value)}" for value in fallen))
    places = (*_class_places(skala), *dict.fromkeys(value.location for value in fallen))
    return Defect(Comparison(Verdict.TEMUAN, printed, expected, working=working), places, said, Severity.RENDAH)


def missed_borders(report: ReportView, skala: Skala) -> Defect | None:
    """The borders which both their classes leave out, `> 80` above `< 80`, and on which no capaian of the report stands."""
    scale = declared_scale(skala)
    if not _grades_percentages(scale):
        return None
    points = [gap.low for gap in gaps_of(scale.bands) if gap.low == gap.high]
    stated = {value.number.value for value in _values(report)}
    missed = [point for point in points if point not in stated]
    if not missed:
        return Defect(Comparison(Verdict.LOLOS, "; ".join(scale.printed), ""), (skala.location,))
    beside = [band for band in skala.bands if any(point in (band.limits.low, band.limits.high) for point in missed)]
    values = show.joined(show.number(point) for point in missed)
    printed = "; ".join(_printed(band) for band in beside)
    said = f"Nilai tepat {values} tidak termuat dalam kelas mana pun: {printed}."
    result = Comparison(Verdict.TEMUAN, printed, f"kelas yang memuat {values}")
    return Defect(result, tuple(band.location for band in beside), said)


def _printed(band: Band) -> str:
    return _BULLET.sub("", " ".join(band.location.text.split()))


def _overlaps(skala: Skala, scale: Scale) -> Iterator[Defect]:
    """Classes that share values, be it only their common limit: 80 is then both Baik and Sedang."""
    for one, two, shared in overlaps_of(scale.bands):
        bands = [band for band in skala.bands if band.label in (one, two)]
        printed = " dan ".join(" ".join(band.location.text.split()) for band in bands)
        said = f"Nilai {_between(shared)} masuk dalam {one} dan {two} sekaligus."
        result = Comparison(Verdict.TEMUAN, printed, "kelas yang tidak tumpang tindih")
        yield Defect(result, tuple(band.location for band in bands), said, Severity.RENDAH)


def _class_places(skala: Skala) -> tuple[Location, ...]:
    return tuple(band.location for band in skala.bands)


def _between(gap: Interval) -> str:
    return show.number(gap.low) if gap.low == gap.high else shown(Interval(gap.low, gap.high))


def _valued(value: Value) -> str:
    return show.quantity(value.number.value, value.number, 2)


def _values(report: ReportView) -> Iterator[Value]:
    """Every capaian of the report's year, as printed and as target and realisasi make it."""
    for _, baris, fact in report.facts():
        if fact.measure != Measure.CAPAIAN or fact.year != report.identity.year or fact.quantity is None:
            continue
        made = worked_out(baris, fact)
        yield from (Value(number, fact.location, row_name(baris)) for number in (fact.quantity, made) if number is not None)
