"""One printed text as the numbers that it may stand for, or the hole that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from html import unescape

from extractors.record import record
from pipeline.normalize.units import SCALES, is_counted, read_unit
from rules.exact import EXACT
from rules.facts import NumberFormat
from rules.quantity import PERSEN, RUPIAH, Hole

LONGEST_TEXT = 400
LONGEST_NUMBER = 60
SEN = 2


@record
class Reading:
    """One way to read a text.

    `decimals` are the printed ones; below zero where a word multiplies (`1,5 juta` is 1.500.000 with -5 decimals, for it
    may stand for anything near). `format` has "" where the text shows no separator. `unit` is `Rp`, `%`, `‰`, the printed
    words, or "".
    """

    value: Decimal
    decimals: int
    format: NumberFormat
    unit: str


@record
class Print:
    """A text taken apart: the digits with their separators, and what stands around them."""

    body: str
    unit: str
    scale: int
    signs: tuple[int, ...]
    bracketed: bool
    money: bool


@lru_cache(maxsize=4_000)
def read(text: str) -> tuple[Reading, ...]:
    """Every reading that a text allows, the Indonesian one first; () when it is no number."""
    taken = take_apart(text)
    return tuple(readings_of(taken)) if taken else ()


def hole(text: str) -> Hole | None:
    """Why a text carries no number: nothing, a dash, a bound, a range or words; None if it can be a number."""
    clean = tidy(text)
    if not clean:
        return Hole.KOSONG
    if _NOTHING.fullmatch(clean):
        return Hole.STRIP
    if read(text):
        return None
    if len(clean) > LONGEST_TEXT:
        return Hole.BUKAN_ANGKA
    if _BOUND.match(clean):
        return Hole.BATAS
    return Hole.RENTANG if _RANGE.search(clean) else Hole.BUKAN_ANGKA


_NUMBER = r"[0-9](?:[0-9.,]{0,40}[0-9])?"
_NOTHING = re.compile(r"(?:rp\.?|idr)?\s*[-_.…=*]+\s*[%]?|nihil|n/?\s?a\.?|n\.a\.?", re.I)
_BOUND = re.compile(r"(?:[<>≤≥±~]=?|=[<>]|min(?:imal|\.)|ma(?:ks|x)(?:imal|\.)|kurang dari|lebih dari|paling)\s*(?:rp\.?)?\s*[0-9]", re.I)
_RANGE = re.compile(
    rf"(?<![0-9.,/-]){_NUMBER}\s*%?\s*(?:-|s\.?/?d\.?|sampai(?: dengan)?|hingga|[<≤]=?)\s*(?:rp\.?\s*)?{_NUMBER}(?![0-9/-])", re.I
)
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,60}>")
_FOOTNOTE = re.compile(r"(?:\s*\*+\)?|(?<![mM])[⁰¹²³⁴-⁹]+\)?)+$")
_BOLD = re.compile(r"^\*\*(.+)\*\*$", re.S)
_SAME = str.maketrans({"−": "-", "–": "-", "—": "-", "‑": "-", "‐": "-", "‒": "-", "\u200b": "", "\u00ad": "", "\ufeff": ""})

_FRAME = re.compile(
    r"""(?P<open>\()?\s* (?:(?P<bullet>-\s+)|(?P<sign>-))? (?P<money>(?:rp|idr)\b\s*\.?\s*|rp(?=[0-9-])|\brp\.(?=[0-9]))? (?P<sign2>-)?\s*
    (?P<body>[0-9](?:[0-9.,\s]*[0-9])?)
    (?P<dash>\s*[.,]?\s*[.,]\s*(?:-{1,2}|=)|\s*[.,](?![0-9]))? (?P<minus>-)?
    (?P<rest>.*)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_WRAPPED = re.compile(r"(?<=[.,][0-9])\s*\n\s*(?=[0-9]{2}\b)|(?<=[.,][0-9]{2})\s*\n\s*(?=[0-9]\b)")
"""A line break inside a group of three: `11.805.00` and `0` on the next line."""
_REMARK = re.compile(r"\(\s*(?:[^()0-9]{0,300}|-?[0-9.,]{1,20}\s*%|[0-9]{1,4}[.,][0-9]{1,2})\s*\)")


def tidy(text: str) -> str:
    """A text without markup, footnote marks, bold asterisks and odd spaces and dashes; its line breaks kept."""
    if len(text) > 4 * LONGEST_TEXT:
        return text
    clean = _MARKUP.sub("", unescape(text)).translate(_SAME).replace("\\%", "%").strip()
    clean = _BOLD.sub(r"\1", clean)
    return _FOOTNOTE.sub("", clean).strip() if any(c.isdigit() and c.isascii() for c in clean) else clean


@lru_cache(maxsize=4_000)
def take_apart(text: str) -> Print | None:
    """The parts of a text that has the look of a number; None when something in it is no part of one."""
    clean = tidy(text)
    found = _FRAME.fullmatch(clean) if len(clean) <= LONGEST_TEXT else None
    if found is None or len(found["body"]) > LONGEST_NUMBER:
        return None
    rest = found["rest"].strip()
    if bracketed := found["open"] is not None:
        if not rest.endswith(")"):
            return None
        rest = rest[:-1].strip()
    scale, unit = _behind(rest)
    dash = (found["dash"] or "").strip()
    if unit is None or (bracketed and unit == PERSEN) or not _tail_fits(found["body"], dash, found["money"] is not None):
        return None
    money = found["money"] is not None or unit == RUPIAH or len(dash) > 1
    if money and unit not in ("", RUPIAH):
        return None
    signs = (-1,) if bracketed else _signs(found, money)
    return Print(found["body"], RUPIAH if money else unit, scale, signs, bracketed, money)


def _behind(rest: str) -> tuple[int, str | None]:
    """The power of ten of a multiplying word and the unit behind the digits, remarks in brackets left out."""
    words = _REMARK.sub(" ", rest, count=1).strip()
    first, *others = words.split(None, 1) or [""]
    for word in (first, first.lower()):
        if word in SCALES:
            return SCALES[word], read_unit("".join(others))
    return 0, read_unit(words)


def _tail_fits(body: str, dash: str, money: bool) -> bool:
    """A comma that lost its dash stands behind an amount; behind two digits it is the number of a list."""
    return len(dash) != 1 or money or len(re.findall(r"[.,]", body)) > 1


def _signs(found: re.Match[str], money: bool) -> tuple[int, ...]:
    """The signs that a number may have: `- 12` may begin with a bullet, and a dash behind rupiah be what is left of `,-`."""
    if found["minus"]:
        return (-1, 1) if money else (-1,)
    if found["bullet"] and not money:
        return (-1, 1)
    return (-1,) if found["bullet"] or found["sign"] or found["sign2"] else (1,)


def readings_of(taken: Print) -> Iterator[Reading]:
    """All readings of a text that was taken apart."""
    options = list(groupings(taken.body))
    if taken.money and not taken.scale:
        options = [option for option in options if is_amount(option[1], option[2])]
    if is_counted(taken.unit) and not taken.scale:
        options = [option for option in options if option[1] == 0] or options
    for digits, decimals, form in options:
        for sign in taken.signs:
            value = Decimal(digits) if sign > 0 or not Decimal(digits) else Decimal(f"-{digits}")
            yield Reading(_multiplied(value, taken.scale), decimals - taken.scale, form, taken.unit)


def _multiplied(value: Decimal, scale: int) -> Decimal:
    """A value times a power of ten; `2,5 triliun` is a whole number."""
    result = EXACT.multiply(value, Decimal(10**scale))
    return EXACT.quantize(result, Decimal(1)) if scale and result == result.to_integral_value() else result


def is_amount(decimals: int, form: NumberFormat) -> bool:
    """Whether money is printed so: whole or with two decimals, others only where both separators show which is which."""
    return decimals in (0, SEN) or ("" not in (form.thousands, form.decimal) and form.thousands != form.decimal)


def groupings(body: str) -> Iterator[tuple[str, int, NumberFormat]]:
    """Every way to understand digits with separators: plain digits, their decimals, and the format.

    Whole digits that begin with a zero are a code, or the end of a torn cell (`000`), and no number.
    """
    whole_body = _WRAPPED.sub("", body)
    groups = [group.strip() for group in re.split(r"[.,]", whole_body)]
    signs = [sign for sign in body if sign in ".,"]
    if any(not group.isdigit() for group in groups) or (len(signs) < 2 and len(body.split()) > 1):
        return
    if not signs:
        if groups[0] == "0" or groups[0][0] != "0":
            yield groups[0], 0, NumberFormat("", "")
        return
    if _grouped(groups, signs):
        yield "".join(groups), 0, NumberFormat(signs[0], "")
    if whole_body != body:
        return
    head, last = groups[:-1], groups[-1]
    whole, thousands = "".join(head), signs[0] if signs[:-1] else ""
    plain = not thousands
    sloppy = thousands == signs[-1] and len(last) == SEN
    if plain or (_grouped(head, signs[:-1]) and (sloppy or thousands != signs[-1])):
        yield f"{whole}.{last}", len(last), NumberFormat(thousands, signs[-1])


def _grouped(groups: list[str], signs: list[str]) -> bool:
    """Whether digits stand in proper groups of three with one sign between them."""
    first, others = groups[0], groups[1:]
    return 1 <= len(first) <= 3 and first[0] != "0" and len(set(signs)) == 1 and all(len(group) == 3 for group in others)
