"""Changes whose size stands right behind the word, and whose two values the sentence puts in their places.

`meningkat 2,72 poin dari 83,40 menjadi 86,12`, `dari Rp A menjadi Rp B, atau bertambah Rp C`, `1.250 orang, bertambah 150 orang
dibanding tahun 2022 yang berjumlah 1.100 orang`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.change_readings import (
    SEVERAL,
    WAY,
    Level,
    Told,
    compared_change,
    is_of_points,
    levels_of,
    names_another,
    quantity_said,
    same_unit,
    says_rise,
    turned,
)
from rules.change_words import FALL, LONGEST, NO_UNIT, NUMBER, PERCENT, POINTS, RISE, TURNS
from rules.compare import not_checked
from rules.dates import ANY_YEAR
from rules.exact import ZERO
from rules.facts import Sentence
from rules.outcome import HOLDS
from rules.quantity import RUPIAH

_YEAR = r"(?:\b[a-z]+\s+(?:19|20)\d{2}\b[^.;\d]{0,30}?)?"
_AS = r"(?:(?:sebesar|sebanyak|sejumlah|angka|nilai|skor|posisi)\s+){0,2}"
_SINCE = (
    r"(?:dari(?=\s+(?:[a-z]+\s+){0,2}(?:tahun|sebelumnya)\b)|(?:jika\s+)?di\s?banding\w*)"
    r"\b[^.;\d]{0,60}?\b(?:tahun\s+\d{4}|tahun\s+lalu|sebelumnya)\b[^.;\d]{0,40}?"
)


def _value(name: str) -> str:
    """A figure with the sign of money before it, or its unit behind."""
    return rf"(?<![\w.,/–-])(?P<{name}_money>rp\.?\s?)?(?P<{name}>{NUMBER})(?:\s?(?P<{name}_unit>%|[a-z]+[23]?))?"


def _dated(name: str) -> str:
    """A year and the figure of that year behind it."""
    return rf"\btahun\s+(?P<{name}_year>\d{{4}})\b[^.;\d]{{0,40}}?{_value(name)}"


_SIZE = rf"\b(?P<verb>{RISE}|{FALL})(?P<between>\s+)(?:(?:sebesar|sebanyak|sejumlah)\s+)?{_value('size')}(?!\s*(?:per|setiap|tiap)\b)"
_FROM_TO = rf"\b(?:dari|semula)\s+{_AS}{_value('first')}[^.;\d]{{0,40}}?{_YEAR}\bmenjadi\s+{_AS}{_value('last')}"
_FORMS = (
    re.compile(rf"{_SIZE}(?:\s*(?:atau|\()\s*\d{{1,3}}(?:,\d{{1,2}})?\s?%\)?)?[^.;\d]{{0,25}}?{_FROM_TO}", re.IGNORECASE),
    re.compile(rf"{_FROM_TO}[^.;\d]{{0,30}}?{_YEAR}(?:[,(]|\batau\b|\bsehingga\b)[^.;\d]{{0,30}}?{_SIZE}", re.IGNORECASE),
    re.compile(
        rf"{_dated('first')}[^.;\d]{{0,50}}?{_dated('last')}[^.;\d]{{0,30}}?(?:,|\batau\b|\bsehingga\b|\bterjadi\b|\bberarti\b)[^.;\d]{{0,30}}?{_SIZE}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_value('last')}[^.;\d]{{0,30}}?{_SIZE}[^.;\d]{{0,15}}?\b{_SINCE}{_value('first')}", re.IGNORECASE),
)
_BEFORE_FIGURE = re.compile(r"\s(?:rp\.?\s?)?(?=\d)")
_INTRODUCES = (" sebesar", " sebanyak", " sejumlah")
# A value, by how much it rose, and what it became: not for sizes in percent, of which the base may be another one.
_BECAME = re.compile(
    rf"{_value('first')}[^.;\d]{{0,60}}?{_SIZE}[^.;\d]{{0,20}}?(?:\bsehingga\b|\bhingga\b|,)?\s*\bmenjadi\s+{_AS}{_value('last')}",
    re.IGNORECASE,
)
_CAUSE = re.compile(r"\b(?:karena|akibat|berasal|dari(?=[^.;\d]*\b(?:dari|menjadi)\b))\b", re.IGNORECASE)
_MONEY = re.compile(r"\brp\.?\s?\d", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:sekitar|kurang\s+lebih|hampir|rata-rata|target|ditargetkan)\b", re.IGNORECASE)


def direct_change(sentence: Sentence) -> Iterator[Told]:
    """The change that a sentence tells in one of these forms; one told roughly, or of a target, is passed over."""
    if len(sentence.text) > LONGEST or not _has_size_behind(sentence.text.casefold()):
        return
    claim = next((found for form in (*_FORMS, _BECAME) if (found := form.search(sentence.text)) is not None), None)
    if claim is None or _is_of_another(sentence.text, claim):
        return
    size, first, last = (_level(claim, name) for name in ("size", "first", "last"))
    years = claim.groupdict()
    if (years.get("first_year") or "") > (years.get("last_year") or ""):
        first, last = last, first
    if not _is_comparable(size, first, last):
        return
    rose, rises = says_rise(claim), last.value.value > first.value.value
    if _names_others(sentence.text, size, (first, last)):
        yield Told(sentence, not_checked(size.value, SEVERAL), rose, (sentence.location,))
        return
    result, reading = compared_change(size.value, (first.value, last.value), rose, first.unit or last.unit)
    if result is None:
        return
    if result.verdict in HOLDS and rose != rises:
        result, reading = turned(claim, (first, last), result), WAY
    yield Told(sentence, result, rose, (sentence.location,), reading, is_of_points(size.value, first.unit, result))


def _is_of_another(text: str, claim: re.Match[str]) -> bool:
    """Whether it is told roughly, or a new thing is named before the verb (`..., sehingga produksi naik`), or a part of the change."""
    if _ABOUT.search(claim.group()) or (claim.re is _BECAME and (claim["size_unit"] or "").casefold() in PERCENT):
        return True
    starts = [claim.start(name) for name in ("first", "last")]
    if claim.start("verb") > max(starts):
        return names_another(text, max(claim.end(name) for name in ("first", "last")), claim.start("verb"))
    behind = text[claim.end("size") : min(start for start in starts if start > claim.start("size"))]
    return _CAUSE.search(behind) is not None


def _has_size_behind(text: str) -> bool:
    """Whether a figure stands right behind a word of a rise or fall: asked first, for few sentences with such a word have that."""
    for found in _BEFORE_FIGURE.finditer(text):
        end = found.start()
        if text.endswith(_INTRODUCES, 0, end):
            end = text.rindex(" ", 0, end)
        if text.endswith(TURNS, 0, end):
            return True
    return False


def _names_others(text: str, size: Level, values: tuple[Level, Level]) -> bool:
    """Whether there are more values of the kind: then the change may be of one of them, or of a part."""
    unit = values[0].unit or values[1].unit
    if unit.startswith(RUPIAH):
        return len(_MONEY.findall(text)) > len(values) + (size.unit == unit)
    own = {one.value.value for one in (size, *values)}
    return any(same_unit(one.unit, unit) or not one.unit for one in levels_of(text, (0, 0)) if one.value.value not in own)


def _level(claim: re.Match[str], name: str) -> Level:
    word = (claim[f"{name}_unit"] or "").casefold()
    scaled = word if claim[f"{name}_money"] and word not in NO_UNIT else ""
    unit = f"{RUPIAH} {scaled}".strip() if claim[f"{name}_money"] else "" if word in NO_UNIT else word
    return Level(quantity_said(claim[name], unit), unit, claim.start(name))


def _is_comparable(size: Level, first: Level, last: Level) -> bool:
    """Two values of one kind that differ and are above zero, and a size of that kind, in percent, or in points."""
    if first.value.value == last.value.value or min(first.value.value, last.value.value) <= ZERO:
        return False
    unit = first.unit or last.unit
    bare = not unit.startswith(RUPIAH) and "" in (first.unit, last.unit)
    alike = same_unit(first.unit, last.unit) or (bare and not any(ANY_YEAR.fullmatch(one.value.text) for one in (first, last)))
    return alike and (size.unit in PERCENT or size.unit == unit or (size.unit in POINTS and (not unit or unit in (*PERCENT, *POINTS))))
