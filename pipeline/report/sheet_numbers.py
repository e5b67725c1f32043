"""Which cells of a table are numbers in the workbook, and in which format they look as they are printed."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from pipeline.report.evidence import Atlas, Spot
from pipeline.report.sheet_parts import Kit, Sheet
from rules.quantity import Quantity
from rules.slips import decimals_of

Key = TypeVar("Key", bound=Hashable)
WIDEST_TABLE = 500
_MOST_FORMATS = 120
"""Excel opens a workbook with some two hundred number formats of its own."""

_DIGITS = 15
"""A float keeps so many digits exactly, and a spreadsheet shows no more."""

_FIGURE = re.compile(r"(?P<before>[^\d(-]*)(?P<open>\(?)(?P<minus>-?)(?P<figure>\d[\d.,]*\d|\d)(?P<close>\)?)(?P<after>\D*)")
# What may stand around a figure within a number format; anything else keeps its cell a text.
_AFFIX = re.compile(r"[A-Za-z .,:%*-]{0,20}")
# A figure too long for its column goes on in the next line.
_BROKEN = re.compile(r"(?<=\d) (?=[\d.,])|(?<=\d[.,]) (?=\d)")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell that is a number: its value, the format that shows it, and whether that is how it is printed."""

    value: Decimal
    number_format: str
    as_printed: bool


def numbers_of(atlas: Atlas) -> Mapping[Spot, Shown]:
    """The cells whose number is exactly what is printed in them; those in thousands or with a longer figure stay texts."""
    return figures(_printed(atlas))


def figures(printed: Iterable[tuple[Key, Quantity, str]]) -> Mapping[Key, Shown]:
    """What of these, each a number and its printed text, can stand as a number in one workbook; a key counts once."""
    found: dict[Key, Shown] = {}
    formats: set[str] = set()
    for key, quantity, text in printed:
        shown = _shown(quantity, text) if key not in found else None
        if shown is not None and (shown.number_format in formats or len(formats) < _MOST_FORMATS):
            formats.add(shown.number_format)
            found[key] = shown
    return found


def format_of(decimals: int, unit: str = "") -> str:
    """The number format of a figure with so many decimals, and what stands behind it."""
    return "#,##0" + _fraction(decimals) + _quoted(unit)


def write_figure(kit: Kit, sheet: Sheet, at: tuple[int, int], figure: tuple[Shown, str], style: str) -> None:
    """A figure as a number that looks as it is printed; where it cannot look so, a comment tells how it does."""
    shown, text = figure
    kit.number(sheet, at, shown.value, kit.shape(style, shown.number_format))
    if not shown.as_printed:
        kit.comment(sheet, at, f"{kit.words['printed']}: {text}")


def less(one: str, two: str, decimals: int) -> str:
    """The formula of the difference of two cells, whose numbers have so many decimals."""
    return f"=ROUND({one}-{two},{decimals})" if decimals else f"={one}-{two}"


def _printed(atlas: Atlas) -> Iterator[tuple[Spot, Quantity, str]]:
    for fact in (fact for tabel in atlas.known.values() for baris in tabel.baris for fact in baris.facts):
        spot = atlas.facts.get(fact.location)
        if spot is not None and spot.column is not None and spot.column < WIDEST_TABLE and fact.quantity is not None:
            yield spot, fact.quantity, fact.location.text


def _shown(quantity: Quantity, text: str) -> Shown | None:
    printed = _FIGURE.fullmatch(_BROKEN.sub("", " ".join(text[:200].split())))
    if printed is None or not (_AFFIX.fullmatch(printed["before"]) and _AFFIX.fullmatch(printed["after"])):
        return None
    figure = printed["figure"]
    digits = re.sub(r"\D", "", figure)
    decimals = max(quantity.decimals, decimals_of(quantity.value))
    value = f"{quantity.value.copy_abs():.{decimals}f}"
    if value.replace(".", "") != digits or len(digits.lstrip("0")) > _DIGITS:
        return None
    grouped = _GROUPED.fullmatch(figure) is not None
    body = ("#,##0" if grouped else "0") + _fraction(decimals)
    before, after = _quoted(printed["before"]), _quoted(printed["after"])
    if bool(printed["open"]) != bool(printed["close"]):
        return None
    bracketed = f"{before}({body}){after}"
    number_format = f"{bracketed};{bracketed}" if printed["open"] else f"{before}{body}{after}"
    as_printed = (grouped or _PLAIN.fullmatch(figure) is not None) and ("," in figure) == (decimals > 0)
    return Shown(quantity.value, number_format, as_printed)


def _quoted(affix: str) -> str:
    return f'"{affix}"' if affix else ""


def _fraction(decimals: int) -> str:
    return f".{'0' * decimals}" if decimals else ""
