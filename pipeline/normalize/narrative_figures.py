"""The figures of a sentence, each with what it is said to be: the step before they are grouped into claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.record import record
from pipeline.normalize import terbilang
from pipeline.normalize.narrative_cues import (
    BARE_PERCENT,
    MEASURES,
    Cue,
    Kind,
    cues_in,
    is_reached,
    kind_of,
    noun_behind,
    of_renstra,
    states_nothing,
)
from pipeline.normalize.narrative_years import stated_after, stated_before, without_fiscal_years
from pipeline.normalize.numbers import find_in_prose
from rules.facts import Measure
from rules.quantity import PERSEN, RUPIAH, Quantity

LONGEST_SENTENCE = 4000
# A percentage without its sign, and an amount without its Rp, are taken for one within these bounds only.
HIGHEST_BARE_PERCENT = Decimal(200)
WHOLE = Decimal(100)
LOWEST_BARE_AMOUNT = Decimal(1_000_000)
_SHORT = 12

_JOINS = re.compile(
    r"[\s,.;:=-]*(?:(?:atau|yaitu|yakni|setara|dengan|sebesar|sekitar|mencapai|persentase|prosentase)\s+){0,4}\(?\s*", re.IGNORECASE
)
_OR = re.compile(r"\batau\b|\(\s*$", re.IGNORECASE)
_OF = re.compile(r"[\s,)]*dari\s+(?:total\s+|jumlah\s+|sebesar\s+)?", re.IGNORECASE)
_PART_OF = re.compile(r"\bdari\b", re.IGNORECASE)
_IN_BRACKET = re.compile(r"(?<!mencapai)(?<!sebesar)(?<!yaitu)(?<!yakni)\s*\(\s*$", re.IGNORECASE)
_WORKED = re.compile(r"[=/×÷+]\s*$|\bx\s*$")
_WORKED_ON = re.compile(r"\s?\)?\s?[=×÷+]|\s?x\s?\d|\s?/\s?\d")
_PRICE = re.compile(r"[\s,-]{0,4}(?:/\s?\w|per\s\w)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s?(?:\(\w[\w ]{0,20}\)\s?)?(?:indikator|sasaran|program|kegiatan|sub|misi|tujuan|jenis|komodit"
    r"|kategori|tahun|bulan|triwulan|bidang|kali)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:untuk|selama|setiap|atas|terhadap|pada|di|bagi|dalam)\s*$", re.IGNORECASE)
_GOES_ON = re.compile(r"\.{1,2}\d|,\d")
_TORN_AMOUNT = re.compile(r"\brp[\s.,]*$", re.IGNORECASE)
# Two amounts side by side: the row of a table that was not seen as one.
_ROW = re.compile(r"\d(?:[.,]\d{3}){2,4}(?:,\d\d)?\s+\d{1,3}(?:[.,]\d{3}){2,4}")
# Behind a figure, that it became another one: it is of some earlier time.
_BECAME = re.compile(r"[^.,;:()]{0,40}\bmenjadi\b", re.IGNORECASE)
# In a sentence with `Nilai ... sebesar 80`, that the value was reached and is no aim.
_SHOWN = re.compile(
    r"\b(?:adalah|menunjuk\w*|memperoleh|mendapat\w*|meraih|diperoleh|di\s?nilai|hasil|evaluasi|predikat|kategori|mencapai|tercapai)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\bmasing\s?-\s?masing\b|\bberturut\b", re.IGNORECASE)

_SAID_OTHERWISE: dict[tuple[Measure, Kind], Measure] = {
    (Measure.REALISASI, Kind.PERCENT): Measure.SERAPAN,
    (Measure.SERAPAN, Kind.MONEY): Measure.REALISASI,
    (Measure.KINERJA, Kind.PERCENT): Measure.CAPAIAN,
}
_OF_RENSTRA = {Measure.TARGET: Measure.TARGET_RENSTRA, Measure.CAPAIAN: Measure.CAPAIAN_RENSTRA}
_MONEY = (Measure.PAGU, Measure.REALISASI, Measure.SISA)


@record
class Figure:
    """A figure of a sentence: what it says, its span with the words in brackets behind it, and its stated year.

    `told` is where the word stands that says what it is. `part_of` marks what the last figure is part of (`dari target 68`).
    """

    measure: Measure
    quantity: Quantity
    start: int
    end: int
    told: int
    year: int | None
    words: str
    part_of: bool


@record
class _Raw:
    """A number of a sentence, with the words in brackets behind it, the text before it, and the noun right behind it (`97 % fisik`)."""

    start: int
    end: int
    quantity: Quantity
    words: str
    gap: str
    reach: int
    noun: Cue | None


def figures(text: str, masked: str, report_year: int | None) -> Iterator[Figure]:
    """The figures of a sentence that say what they are; `masked` is the same text with the names in it blanked."""
    if len(text) > LONGEST_SENTENCE or _ROW.search(text):
        return
    before: list[Figure] = []
    shown = bool(_SHOWN.search(text))
    pending: int | None = None
    for raw in _numbers(text, without_fiscal_years(masked)):
        cues = () if _IN_BRACKET.search(raw.gap) else cues_in(raw.gap)
        told = None if _says_nothing(text, raw) else _said(raw, cues, before, shown=shown)
        pending = stated_before(raw.gap, report_year, cues[-1].end if cues else 0) or pending
        if told is None:
            before = [figure for figure in before if figure.measure == Measure.TARGET]
            continue
        year = stated_after(text, raw.end) or pending
        where = raw.reach + _telling(raw.quantity, cues).start if cues and raw.noun is None else raw.start
        before.append(Figure(*told, raw.start, raw.end, where, year, raw.words, bool(_PART_OF.search(raw.gap))))
        pending = None
        yield before[-1]


def _numbers(text: str, reading: str) -> Iterator[_Raw]:
    spans = {found.start: (found.end, found.quantity, "") for found in find_in_prose(text)}
    spans |= {pair.start: (pair.words_end + 1, pair.quantity, pair.words) for pair in terbilang.find(text)}
    reach = 0
    for start in sorted(spans):
        end, quantity, words = spans[start]
        noun = noun_behind(reading, end, reading[reach:start]) if quantity.unit == PERSEN else None
        yield _Raw(start, end, quantity, words, reading[reach:start], reach, noun)
        reach = noun.end if noun is not None else end


def _says_nothing(text: str, raw: _Raw) -> bool:
    """Whether a number is no statement: an operand, a count, one of several, or the old value of what became another one."""
    was = stated_after(text, raw.end) is None and _BECAME.match(text, raw.end)
    return bool(was or _EACH.search(raw.gap)) or _is_worked(text, raw)


def _is_worked(text: str, raw: _Raw) -> bool:
    """Whether a number is misprinted, an operand of a worked formula, a price per piece or month, or counts things (`3 sasaran`)."""
    price = raw.quantity.unit == RUPIAH and _PRICE.match(text, raw.end)
    counted = not raw.quantity.unit and not raw.quantity.decimals and _COUNTED.match(text, raw.end)
    worked = _WORKED.search(text, max(0, raw.start - 4), raw.start) or _WORKED_ON.match(text, raw.end)
    return bool(price or counted or worked or _GOES_ON.match(text, raw.end))


def _said(raw: _Raw, cues: Sequence[Cue], before: Sequence[Figure], *, shown: bool) -> tuple[Measure, Quantity] | None:
    """What a number says it is, by the last word before it that tells, else as another way of saying the last one."""
    if raw.noun is not None:
        return MEASURES[raw.noun.name][Kind.PERCENT], raw.quantity
    if not cues:
        return _said_otherwise(raw, before)
    cue = _telling(raw.quantity, cues)
    if cue.name == "nilai" and not shown:
        return None
    aside = kind_of(raw.quantity.unit) == Kind.OTHER and _ASIDE.search(raw.gap)
    if aside or states_nothing(raw.gap, cue) or (raw.quantity.unit != RUPIAH and _TORN_AMOUNT.search(raw.gap)):
        return None
    quantity = _with_unit(raw.quantity, cue)
    kind = kind_of(quantity.unit)
    measure = MEASURES.get(cue.name, {}).get(kind)
    if measure == Measure.TARGET and is_reached(raw.gap[cue.end :]):
        measure = Measure.CAPAIAN if kind == Kind.PERCENT else Measure.KINERJA
    if measure in (Measure.CAPAIAN, Measure.KINERJA) and _is_of_money(cue, kind, before):
        measure = Measure.SERAPAN
    if measure in _OF_RENSTRA and of_renstra(raw.gap):
        measure = _OF_RENSTRA[measure]
    return (measure, quantity) if measure is not None else None


def _telling(quantity: Quantity, cues: Sequence[Cue]) -> Cue:
    """The word that tells: the last one, but not the source in `realisasi dari dana APBD`, nor the verb in `realisasi fisik tercapai`."""
    if len(cues) < 2:
        return cues[-1]
    last, before = cues[-1], cues[-2]
    source = quantity.unit == PERSEN and last.name == "pagu"
    named = last.name == "nilai" and (before.name == "efisiensi" or kind_of(quantity.unit) != Kind.OTHER)
    verb = last.name == "tercapai" and last.start - before.end <= _SHORT and before.name not in ("target", "ditetapkan")
    return before if source or verb or named else last


def _is_of_money(cue: Cue, kind: Kind, before: Sequence[Figure]) -> bool:
    """Whether a percentage is of the amount before it: `realisasi 98 %`, `persentase capaian 96,03 %` behind an amount in rupiah."""
    told = cue.name == "capaian_persen" or (cue.name == "realisasi" and "kinerja" not in cue.printed.casefold())
    return told and kind == Kind.PERCENT and bool(before) and before[-1].measure in _MONEY


def _said_otherwise(raw: _Raw, before: Sequence[Figure]) -> tuple[Measure, Quantity] | None:
    """A number that only says the last one in another way (`atau 98,2 %`), or what that is part of (`dari 201.875.000`)."""
    if not before:
        return None
    last = before[-1]
    if last.measure == Measure.REALISASI and _OF.fullmatch(raw.gap) and (amount := _amount(raw.quantity)):
        return Measure.PAGU, amount
    if not _JOINS.fullmatch(raw.gap):
        return None
    quantity = raw.quantity
    if last.measure == Measure.REALISASI and _OR.search(raw.gap) and _is_bare_percent(quantity):
        quantity = replace(quantity, unit=PERSEN)
    measure = _SAID_OTHERWISE.get((last.measure, kind_of(quantity.unit)))
    has_target = any(figure.measure == Measure.TARGET for figure in before)
    if measure == Measure.CAPAIAN and not (has_target and _OR.search(raw.gap)):
        return None
    return (measure, quantity) if measure is not None else None


def _with_unit(quantity: Quantity, cue: Cue) -> Quantity:
    """The quantity with the unit that the word before it gives: `Keuangan 98,8`, `realisasi sebesar 95.074.000`."""
    if cue.name in BARE_PERCENT and _is_bare_percent(quantity):
        return replace(quantity, unit=PERSEN)
    if Kind.MONEY in MEASURES.get(cue.name, {}) and (amount := _amount(quantity)):
        return amount
    return quantity


def _is_bare_percent(quantity: Quantity) -> bool:
    return not quantity.unit and quantity.value <= HIGHEST_BARE_PERCENT and (quantity.decimals > 0 or quantity.value == WHOLE)


def _amount(quantity: Quantity) -> Quantity | None:
    """An amount that lacks its Rp: two groups of three digits or more."""
    if quantity.unit == RUPIAH:
        return quantity
    bare = not quantity.unit and quantity.value >= LOWEST_BARE_AMOUNT and len(re.findall(r"\.\d{3}", quantity.text)) > 1
    return replace(quantity, unit=RUPIAH) if bare else None
