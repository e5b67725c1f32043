"""How amounts of a column end: in sen (`,00`), in a dash (`,-`), or in neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rules.facts import AMOUNTS, Column, Fact, Tabel
from rules.rows import in_column

SEN, DASH, WHOLE = "sen", "strip", "bulat"

_SEN = re.compile(r"\d[.,]\d{2}$")
_DASH = re.compile(r"\d\s?[.,]\s?-{1,2}$")
_FEWEST = 5
_SHARE = 4


@dataclass(frozen=True, slots=True)
class Ending:
    """The amounts of a column that end in a dash where nearly all others end in sen, or the other way; none when all are alike."""

    usual: str
    odd: tuple[Fact, ...]
    first: Fact


def endings_of(tabel: Tabel, column: Column) -> Iterator[Ending]:
    """The ending of a column of five amounts or more in which four of five end alike; whole amounts are no slip of the pen."""
    if column.measure not in AMOUNTS:
        return
    cells = [
        fact
        for row in tabel.baris
        if (fact := in_column(row, column.index)) is not None and fact.quantity is not None and fact.quantity.value
    ]
    kinds = [_kind(fact) for fact in cells]
    usual, most = Counter(kinds).most_common(1)[0] if kinds else (WHOLE, 0)
    if len(cells) < _FEWEST or usual == WHOLE or (_SHARE + 1) * most < _SHARE * len(cells):
        return
    other = DASH if usual == SEN else SEN
    yield Ending(usual, tuple(fact for fact, kind in zip(cells, kinds, strict=True) if kind == other), cells[0])


def as_others(fact: Fact, usual: str) -> str:
    """An amount with the ending that the others have; sen are not cut off."""
    text = " ".join(fact.location.text.split())
    return _DASH.sub(lambda mark: f"{mark.group()[0]},00", text) if usual == SEN else re.sub(r"[.,]00$", ",-", text)


def _kind(fact: Fact) -> str:
    text = fact.location.text.strip()
    return SEN if _SEN.search(text) else DASH if _DASH.search(text) else WHOLE
