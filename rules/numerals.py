"""Numbers and letters before items and headings: what place in a list they say, and how the right one would be printed."""

from __future__ import annotations

import re
from functools import lru_cache

from rules.rows import position_of

_CORE = re.compile(r"\(?(?P<core>\d{1,2}|[A-Za-z]|[ivxIVX]{2,5})(?:[.)]|\)\.)")
_ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ALPHABET = 26


@lru_cache(maxsize=1024)
def readings(nomor: str) -> tuple[tuple[str, int], ...]:
    """The shape and place of a marker: `3.` is ("1.", 3); `i.` may be the ninth letter or the first Roman number."""
    match = _CORE.fullmatch(nomor)
    if match is None:
        return ()
    core = match["core"]
    if core.isdigit():
        return ((nomor.replace(core, "1"), int(core)),)
    letter, roman = ("A", "I") if core.isupper() else ("a", "i")
    found: list[tuple[str, int]] = []
    if len(core) == 1:
        found.append((nomor.replace(core, letter), ord(core.casefold()) - ord("a") + 1))
    place = position_of(core)
    if place is not None and not set(core.casefold()) - set("ivx"):
        found.append((nomor.replace(core, roman), place))
    return tuple(found)


def marker(style: str, place: int) -> str:
    """A marker of a shape: ("a)", 3) is `c)`; "" for a letter beyond the alphabet."""
    shapes = {"1": str(place), "A": _letter(place), "a": _letter(place).lower(), "I": roman(place), "i": roman(place).lower()}
    sign = next((sign for sign in shapes if sign in style), "")
    return style.replace(sign, shapes[sign]) if sign and shapes[sign] else ""


def roman(place: int) -> str:
    """A Roman number in capitals."""
    said, left = "", place
    for value, sign in _ROMANS:
        said += sign * (left // value)
        left %= value
    return said.upper()


def _letter(place: int) -> str:
    return chr(ord("A") + place - 1) if 1 <= place <= _ALPHABET else ""
