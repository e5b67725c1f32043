"""Numbers and sentences as an Indonesian report prints them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rules.quantity import PERSEN, RUPIAH, Number, Quantity


def number(value: Decimal, decimals: int | None = None) -> str:
    """A number in Indonesian style: dots between thousands, a comma before decimals; its own decimals by default."""
    shown = f"{value:,f}" if decimals is None else f"{value:,.{max(decimals, 0)}f}"
    # Three replacements take a fifth of the time of str.translate.
    return shown.replace(",", " ").replace(".", ",").replace(" ", ".")


def quantity(value: Decimal, like: Quantity, decimals: int | None = None) -> str:
    """A computed value in the unit and with the decimals of a printed one."""
    if like.unit == RUPIAH:
        return rupiah(value)
    shown = number(value, like.decimals if decimals is None else decimals)
    return f"{shown}%" if like.unit == PERSEN else shown


def rupiah(value: Decimal) -> str:
    """An amount without the currency sign, with sen only where there are any."""
    return number(value.to_integral_value()) if value == value.to_integral_value() else number(value, 2)


def printed(value: Number) -> str:
    """The printed text on one line; an empty cell is named as such."""
    text = " ".join(value.text.split())
    return text or "(kosong)"


def joined(words: Iterable[str], last: str = "dan") -> str:
    """a, b dan c."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""
