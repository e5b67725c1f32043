"""What looks like a figure in a table: only the look, the reading of it is the normalizer's."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,2}|\.\d\d)?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2}|,\d\d)?|\d+(?:[.,]\d+)?)"
_FIGURE = rf"(?:[<>≤≥±~=]\s*)?-?\s*(?:Rp\.?\s*)?-?{_NUMBER}(?:\s*,\s*-|,\s*–|,=|[.,])?\s*[%‰]?"
_VALUE = re.compile(rf"{_FIGURE}(?:\s*\(?[A-Z]{{1,2}}\)?|\s*[a-zA-Z][a-zA-Z/]{{0,11}})?(?:\*+\)?)?|\(\s*{_FIGURE}\s*\)")
_RANGE = re.compile(rf"{_FIGURE}\s*(?:[-–—≤<>]|s\.?/?d\.?|sampai)\s*{_FIGURE}")
_BROKEN = re.compile(r"(?:Rp\.?\s*)?-?\d{1,3}(?:[.,]\d{3})*[.,](?P<last>\d{0,2})")
_COMPLETES = re.compile(r"\d{3}(?!\d)")
_HOLE = re.compile(r"(?:[-–—]|n/?a|nihil)(?:\s?\*{1,3}\)?)?", re.IGNORECASE)
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[IVX]{1,5})[.)]?|\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_BULLET = r"[-–—•·▪❖➢✓*\uf000-\uf0ff]"
_MARKER = re.compile(rf"{_BULLET}(?:\s|$)|(?:\(?(?:\d{{1,2}}|[a-zA-Z]|[IVX]{{1,5}})[.)]|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?)\s+\S")
_AMOUNT = re.compile(r"\d[.,]\d|\d\s*%")


# The same texts are asked about at every step of a table's making; those that begin with a letter, most of them, are told by that.
_remembered = lru_cache(maxsize=4096)


def is_value(text: str) -> bool:
    """A complete figure, alone or with its unit, or a range of figures: `1.234.567,-`, `98,10 %`, `> 80`, `33 LPK`, `51 - 65`."""
    first = text[:1]
    return (not first.isalpha() or first == "R") and _is_value(text)


@_remembered
def _is_value(text: str) -> bool:
    bare = text.strip()
    return bool(_VALUE.fullmatch(bare) or _RANGE.fullmatch(bare))


def goes_on(text: str, below: str) -> bool:
    """A figure broken at the end of its line: the line below brings the digits that its last group lacks."""
    if text.rstrip().endswith(",") and below.strip() in ("-", "–"):
        return True
    broken = _BROKEN.fullmatch(text.strip())
    if broken is None or not _COMPLETES.match(broken["last"] + below.strip()):
        return False
    return is_value(text.strip() + below.strip())


def is_hole(text: str) -> bool:
    """A dash or its like where a figure would stand."""
    first = text[:1]
    return (not first.isalpha() or first in "nN") and _is_hole(text)


@_remembered
def _is_hole(text: str) -> bool:
    return bool(_HOLE.fullmatch(text.strip()))


def is_enumerator(text: str) -> bool:
    """A row's number or letter: `1`, `2.`, `a)`, `IV`, `1.2.3`."""
    return bool(_ENUMERATOR.fullmatch(text.strip()))


def starts_item(text: str) -> bool:
    """Text that begins with a bullet or a running number."""
    return bool(_MARKER.match(text.strip()))


@_remembered
def has_separator(text: str) -> bool:
    """A figure with a decimal or thousands separator or a percent sign: no page number and no year."""
    return bool(_AMOUNT.search(text))


def is_currency(text: str) -> bool:
    """The sign of the rupiah without an amount."""
    return len(text) < 8 and text.strip().rstrip(".:").lower() == "rp"


def has_digits(text: str) -> bool:
    """Some digit is in it."""
    return any(letter.isdigit() for letter in text)
