"""The grammar of Indonesian number words: standard words to a value, a value to standard words, a run of letters to words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from types import MappingProxyType

from rules.exact import EXACT

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
SCALES = (("triliun", 12), ("miliar", 9), ("juta", 6), ("ribu", 3))
MULTIPLIERS = ("puluh", "belas", "ratus", "ribu", "juta", "miliar", "triliun")
KOMA, SEN, RUPIAH, SE = "koma", "sen", "rupiah", "se"
LARGEST = 10**15

_VALUES = MappingProxyType({word: value for value, word in enumerate(DIGITS)})
VARIANTS = MappingProxyType({"milyar": "miliar", "trilyun": "triliun", "kosong": "nol"})
"""Words that are not the standard ones but say the same."""
PARTS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {word: (word,) for word in (*DIGITS, *MULTIPLIERS, KOMA, SEN, RUPIAH, SE)}
    | {word: (same,) for word, same in VARIANTS.items()}
    | {f"{SE}{word}": (SE, word) for word in MULTIPLIERS}
    | {f"{SE}{word}": (SE, same) for word, same in VARIANTS.items() if same in MULTIPLIERS}
)
"""Every proper word with the parts of which it is made: `seratus` is `se` and `ratus`."""


_MOST_DECIMALS = 20


def value_of(parts: Sequence[str]) -> Decimal | None:
    """The number that parts of words make, `rupiah` and sen included; None when they are not put together as numbers are."""
    if RUPIAH in parts:
        at = parts.index(RUPIAH)
        whole, rest = _with_koma(parts[:at]), list(parts[at + 1 :])
        if whole is None or not rest:
            return whole
        cents = _below_thousand(rest[:-1]) if rest[-1] == SEN else None
        return None if cents is None or not 0 < cents < 100 else EXACT.add(whole, Decimal(cents).scaleb(-2))
    return _with_koma(parts)


def _with_koma(parts: Sequence[str]) -> Decimal | None:
    if KOMA not in parts:
        whole = _whole(list(parts))
        return None if whole is None else Decimal(whole)
    at = parts.index(KOMA)
    behind, power = _without_scale(list(parts[at + 1 :]))
    whole, digits = _whole(list(parts[:at])), _digits(behind)
    return None if whole is None or not 0 < len(digits) <= _MOST_DECIMALS else Decimal(f"{whole}.{digits}E{power}")


def _without_scale(parts: list[str]) -> tuple[list[str], int]:
    """The words behind `koma` without the scale that ends them, and its power: in `satu koma lima miliar` it is of the whole."""
    power = next((power for word, power in SCALES if parts[1:] and parts[-1] == word), 0)
    return (parts[:-1], power) if power else (parts, 0)


def _digits(parts: list[str]) -> str:
    """The digits behind `koma`: one by one, or zeros and then a number (`nol lima`, `tujuh puluh delapan`)."""
    if parts and all(part in _VALUES for part in parts):
        return "".join(str(_VALUES[part]) for part in parts)
    zeros = 0
    while zeros < len(parts) and parts[zeros] == DIGITS[0]:
        zeros += 1
    value = _whole(parts[zeros:])
    return "" if not value else "0" * zeros + str(value)


def _whole(parts: list[str]) -> int | None:
    """A whole number from the largest scale to the smallest; a scale twice or out of order is none."""
    if parts == [DIGITS[0]]:
        return 0
    total, rest = 0, parts
    for word, power in SCALES:
        if word not in rest:
            continue
        at = rest.index(word)
        count = _thousands(rest[:at]) if power == 12 else _count(rest[:at])
        if count is None:
            return None
        total, rest = total + count * 10**power, rest[at + 1 :]
    last = _below_thousand(rest) if rest else 0
    return None if last is None or not parts else total + last


def _count(parts: list[str]) -> int | None:
    """How many thousands, millions: `se` alone is one of them."""
    return 1 if parts == [SE] else _below_thousand(parts)


def _thousands(parts: list[str]) -> int | None:
    """Trillions may be counted in thousands: seribu triliun."""
    if "ribu" not in parts:
        return _count(parts)
    at = parts.index("ribu")
    count, last = _count(parts[:at]), _below_thousand(parts[at + 1 :]) if parts[at + 1 :] else 0
    return None if count is None or last is None else count * 1000 + last


def _below_thousand(parts: list[str]) -> int | None:
    """1 to 999."""
    rest, hundreds = parts, 0
    if "ratus" in rest:
        at = rest.index("ratus")
        found = _one(rest[:at])
        if found is None:
            return None
        hundreds, rest = found * 100, rest[at + 1 :]
        if not rest:
            return hundreds
    tens = _below_hundred(rest)
    return None if tens is None else hundreds + tens


def _below_hundred(parts: list[str]) -> int | None:
    """1 to 99."""
    match parts:
        case [word]:
            return _one([word]) if word != SE else None
        case [count, "belas"]:
            one = _one([count])
            return None if one is None else 10 + one
        case [count, "puluh", *rest]:
            tens = _one([count])
            ones = _below_hundred(rest) if rest else 0
            return None if tens is None or ones is None or ones > 9 else tens * 10 + ones
        case _:
            return None


def _one(parts: list[str]) -> int | None:
    """A digit of its own, or `se`; zero counts nothing."""
    if parts == [SE]:
        return 1
    return (_VALUES.get(parts[0]) or None) if len(parts) == 1 else None


def spell(value: int) -> str:
    """The standard spelling of a whole number up to a thousand trillions, without currency."""
    if not 0 <= value <= LARGEST:
        raise ValueError(f"{value} cannot be spelled")
    if value == 0:
        return DIGITS[0]
    words: list[str] = []
    for word, power in SCALES:
        count, value = divmod(value, 10**power)
        if count:
            words.append(f"{SE}{word}" if count == 1 and word == "ribu" else f"{spell(count)} {word}")
    return " ".join([*words, *_spell_below_thousand(value)])


def _spell_below_thousand(value: int) -> list[str]:
    hundreds, rest = divmod(value, 100)
    words = [_times(hundreds, "ratus")] if hundreds else []
    if 10 < rest < 20:
        return [*words, _times(rest - 10, "belas")]
    tens, ones = divmod(rest, 10)
    return words + ([_times(tens, "puluh")] if tens else []) + ([DIGITS[ones]] if ones else [])


def _times(count: int, word: str) -> str:
    return f"{SE}{word}" if count == 1 else f"{DIGITS[count]} {word}"
