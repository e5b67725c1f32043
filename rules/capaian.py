"""What a capaian may have been worked out by: the formulas in use, in the order in which they are tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from rules import show
from rules.compare import Ratio, first_hole, is_limited_percent, is_percent_of_ratio, is_positive, not_checked, same_value
from rules.exact import EXACT, HALF, ZERO, Interval, point
from rules.facts import Baris, Column, Fact, Measure, Tabel
from rules.outcome import HOLDS, Comparison, Verdict
from rules.percent import Formula
from rules.quantity import Number, Quantity, Unreadable
from rules.rows import CARRIERS, in_column, same_year
from rules.thousands import as_thousands

_TWO = Decimal(2)
_BASES = (["100"], ["1000"], ["1.000"], ["10.000"], ["100.000"])

NEGATIVE_WORDS = (
    "angka kematian", "kasus", "prevalensi", "kemiskinan", "penduduk miskin", "pengangguran", "temuan", "keluhan", "stunting",
    "inflasi", "gini", "emisi", "kehilangan", "kecelakaan", "pelanggaran", "kriminalitas", "keterlambatan",
)  # fmt: skip
"""Less of these is better (formulas in use, `arah_negatif_petunjuk`); a `penurunan` of them is better when there is more of it."""

_MAY_FALL = re.compile(
    r"\b(?:turun|menurun\w*|penurunan|berkurang\w*|pengurangan|kasus|kematian|kemiskinan|miskin|pengangguran|kehilangan|keterlambatan|serangan|prevalensi"
    r"|angka|rasio|temuan|keluhan|pelanggaran|pengaduan|stunting|inflasi|kesenjangan|ketimpangan|kerusakan|waktu|lama|hari|menit|emisi|korban|kejadian|konflik)\b",
    re.IGNORECASE,
)

POSITIVE_WORDS = (
    "sakip", "akip", "akuntabilitas", "kepuasan", "opini", "meningkat", "peningkatan", "terpenuhi", "terlayani", "tertangani",
    "ditindaklanjuti",
)  # fmt: skip
"""More of these is better, so that only realisasi / target is right."""

MEASURED_UNITS = frozenset(
    {"", "%", "persen", "persentase", "nilai", "indeks", "poin", "point", "skor", "angka", "rasio", "predikat", "kategori"}
)
"""Units whose whole numbers may have been rounded; 15 kelompok are 15."""


def _achieved(realisasi: Interval, target: Interval) -> tuple[Interval, Interval]:
    return realisasi, target


def _mirrored(realisasi: Interval, target: Interval) -> tuple[Interval, Interval]:
    return target.times(_TWO) - realisasi, target


def _inverted(realisasi: Interval, target: Interval) -> tuple[Interval, Interval]:
    return target, realisasi


ACHIEVED = Formula("realisasi / target", "{part} / {whole} × 100", _achieved, "Capaian")
MIRRORED = Formula("(2 × target − realisasi) / target", "(2 × {whole} − {part}) / {whole} × 100", _mirrored, "Capaian")
INVERTED = Formula("target / realisasi", "{whole} / {part} × 100", _inverted, "Capaian")
FORMULAS = (ACHIEVED, MIRRORED, INVERTED)


TARGETS = {Measure.CAPAIAN: Measure.TARGET, Measure.CAPAIAN_RENSTRA: Measure.TARGET_RENSTRA}
"""Which target each kind of capaian is measured by."""


@dataclass(frozen=True, slots=True)
class Capaian:
    """One printed capaian with its target and realisasi, and what the first formula that explains it came to.

    `hint` says which other target of the row the figure was worked out with, if one explains it.
    """

    baris: Baris
    fact: Fact
    target: Fact
    realisasi: Fact
    result: Comparison
    hint: str = ""


def capaians(tabel: Tabel, column: Column) -> tuple[Capaian, ...]:
    """The capaian of a column that have a target and a realisasi of their year in their row; averages and totals are none."""
    cells = [(baris, in_column(baris, column.index)) for baris in tabel.baris if baris.peran in CARRIERS]
    printed = [(baris, fact) for baris, fact in cells if fact is not None and not isinstance(fact.number, Unreadable)]
    return tuple(found for baris, fact in printed for found in _capaian(baris, fact))


def _capaian(baris: Baris, fact: Fact) -> Iterator[Capaian]:
    targets = same_year(baris, TARGETS[fact.measure], fact)
    achieved = same_year(baris, Measure.KINERJA, fact)
    if not targets or not achieved:
        return
    target, realisasi = targets[-1], achieved[-1]
    if len(targets) > 1 or len(achieved) > 1:
        yield Capaian(baris, fact, target, realisasi, not_checked(fact.number, "lebih dari satu target atau realisasi untuk capaian ini"))
    else:
        result = compared(baris, fact.number, realisasi.number, target.number)
        hint = _other_target(baris, fact, realisasi) if result.verdict == Verdict.TEMUAN else ""
        yield Capaian(baris, fact, target, realisasi, result, hint)


def _other_target(baris: Baris, fact: Fact, realisasi: Fact) -> str:
    """The target of the other kind, if it alone explains the figure: the year's where the Renstra's is meant, or the reverse."""
    others = [f for measure in TARGETS.values() if measure != TARGETS[fact.measure] for f in same_year(baris, measure, fact)]
    fitting = [f for f in others if is_positive(f.number) and ACHIEVED.compare(fact.number, realisasi.number, f.number).verdict in HOLDS]
    if len(fitting) != 1:
        return ""
    return f"Angka itu cocok dengan {fitting[0].column.header} {show.printed(fitting[0].number)}."


def compared(baris: Baris, stated: Number, realisasi: Number, target: Number) -> Comparison:
    """A stated capaian by the first formula that explains it; if none does, by the usual one with the workings of all."""
    if doubt := _uncheckable(stated, realisasi, target):
        return not_checked(stated, doubt)
    tried: list[Comparison] = []
    nearly: Comparison | None = None
    for method, one in _tried(baris, stated, realisasi, target):
        if one.verdict == Verdict.LOLOS:
            return replace(one, method=method)
        if one.verdict == Verdict.HAMPIR and nearly is None:
            nearly = replace(one, method=method)
        tried.append(one)
    if nearly is not None:
        return nearly
    if any(ACHIEVED.compare(stated, *pair).verdict in HOLDS for pair in _regrouped(realisasi, target)):
        return not_checked(stated, "pemisah ribuan atau desimal target dan realisasi bisa dibaca dua cara")
    usual = tried[FORMULAS.index(_usual(baris))]
    workings = (one.working for one in (usual, *tried) if one.verdict == Verdict.TEMUAN)
    return replace(usual, method=_usual(baris).name, working="; ".join(dict.fromkeys(workings)))


def _usual(baris: Baris) -> Formula:
    """The formula that a reader expects for an indicator of this name."""
    return MIRRORED if less_is_better(baris) else ACHIEVED


def _uncheckable(stated: Number, realisasi: Number, target: Number) -> str:
    """Why no formula can be tried on these figures."""
    if not is_positive(target) or not is_positive(realisasi, or_zero=True):
        return first_hole(target, realisasi) or "target nol atau angka negatif: rumusnya tidak tentu"
    if _per_so_many(target) or _per_so_many(realisasi):
        return "angka itu hanya pembagi sebuah rasio"
    if not is_positive(realisasi) and not same_value(stated, ZERO):
        return "realisasi nol: rumusnya tidak tentu"
    if _unit_of(target) != _unit_of(realisasi) and _unit_of(target) and _unit_of(realisasi):
        return "satuan target dan realisasi berbeda"
    return ""


def _regrouped(realisasi: Number, target: Number) -> Iterator[tuple[Number, Number]]:
    """The two as read otherwise: `352,390` is 352 thousand where the capaian holds only so."""
    part, whole = as_thousands(realisasi), as_thousands(target)
    yield from (pair for pair in ((part, target), (realisasi, whole), (part, whole)) if pair != (realisasi, target))


def _tried(baris: Baris, stated: Number, realisasi: Number, target: Number) -> Iterator[tuple[str, Comparison]]:
    """Each formula as it stands, then limited to 100; for less-is-better a limit counts only where the name says so."""
    exact = (_counted(realisasi, baris), _decided(target))
    figures = (stated, realisasi, target)
    for formula in (ACHIEVED,) if more_is_better(baris) else FORMULAS:
        yield formula.name, is_percent_of_ratio(*figures, _with_exact(formula.ratio, *exact), formula.text)
    for formula in FORMULAS if less_is_better(baris) else (ACHIEVED,):
        result = is_limited_percent(*figures, formula.ratio, formula.text)
        if result.verdict == Verdict.LOLOS:
            yield f"{formula.name}, dibatasi 0 sampai 100", result


def may_fall(text: str) -> bool:
    """Whether a text may speak of what should become less: wider than `less_is_better`, for doubts and not for formulas."""
    return _MAY_FALL.search(text) is not None


def less_is_better(baris: Baris) -> bool:
    """Whether the name of an indicator says that less is better."""
    return _leans(baris.name)[0]


def more_is_better(baris: Baris) -> bool:
    """Whether the name of an indicator says that more is better."""
    return _leans(baris.name)[1]


@lru_cache(maxsize=1024)
def _leans(name: str) -> tuple[bool, bool]:
    """Whether a name says that less is better, and whether it says that more is."""
    said = name.casefold()
    bad, good = (any(word in said for word in words) for words in (NEGATIVE_WORDS, POSITIVE_WORDS))
    return bad and not good and not any(word in said for word in ("penurunan", "menurun")), good and not bad


def _per_so_many(number: Number) -> bool:
    """Whether a number is only what a rate is per: the `100.000 KH` of `89/ 100.000 KH`, broken over lines."""
    return number.text.split()[:1] in _BASES and _unit_of(number) in ("kh", "kelahiran", "penduduk", "kelahiran hidup")


def _unit_of(number: Number) -> str:
    return number.unit.casefold().strip() if isinstance(number, Quantity) else ""


def _counted(number: Number, baris: Baris) -> bool:
    """Whether a whole number counts things, and so was not rounded."""
    unit = _unit_of(number) or baris.satuan.casefold().strip()
    return isinstance(number, Quantity) and number.decimals == 0 and unit not in MEASURED_UNITS


def _decided(number: Number) -> bool:
    """Whether a target stands for itself: a whole number was set so, a count or 100 %."""
    return isinstance(number, Quantity) and number.decimals == 0


def _with_exact(ratio: Ratio, part_is_exact: bool, whole_is_exact: bool) -> Ratio:
    def made(part: Interval, whole: Interval) -> tuple[Interval, Interval]:
        return ratio(_middle(part) if part_is_exact else part, _middle(whole) if whole_is_exact else whole)

    return made


def _middle(interval: Interval) -> Interval:
    """A rounding interval lies around the printed number."""
    return point(EXACT.multiply(EXACT.add(interval.low, interval.high), HALF))
