"""A printed comparison such as `35 : 65` against the amounts of its column, divided as its row names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rules import show
from rules.anew import summed
from rules.compare import is_percent_of, not_checked
from rules.exact import EXACT, HUNDRED, quotient_shown
from rules.facts import Baris, Fact, Peran, Tabel
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import PERSEN, Quantity
from rules.rows import in_column

UNPROVEN = "tidak ada kolom yang membuktikan baris mana yang diperbandingkan"

_NAMED = re.compile(
    r"(?:perbandingan|rasio|proporsi|komposisi)\s+(?P<one>.{1,200}?)\s+(?:dan|terhadap|dengan|:)\s+(?P<two>.{1,200})", re.IGNORECASE
)
_SHARES = re.compile(r"(\d{1,3}(?:,\d{1,2})?)\s*:\s*[`´']?\s*(\d{1,3}(?:,\d{1,2})?)")
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Share:
    """A printed comparison, the amounts on its two sides, and what comparing came to."""

    baris: Baris
    fact: Fact
    left: tuple[Fact, ...]
    right: tuple[Fact, ...]
    result: Comparison


def shares_of(tabel: Tabel) -> Iterator[Share]:
    """Every comparison of two named parts; nothing is said where the rows' names do not divide the column, or no column bears it out."""
    for baris in tabel.baris:
        named = _NAMED.search(baris.name)
        if named is None:
            continue
        sides = _sides(tabel, baris, _words(named["one"]), _words(named["two"]))
        found = [share for fact in baris.facts for share in _share(baris, fact, sides)] if sides else []
        proven = any(share.result.verdict in HOLDS for share in found)
        for share in found:
            doubted = not_checked(share.fact.number, UNPROVEN, share.result.expected)
            yield share if proven or share.result.verdict != Verdict.TEMUAN else replace(share, result=doubted)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _sides(tabel: Tabel, baris: Baris, one: frozenset[str], two: frozenset[str]) -> tuple[tuple[Baris, ...], tuple[Baris, ...]] | None:
    """The rows above, cut in two so that those named on each side stand on it; None unless there is one such cut."""
    rows = [row for row in tabel.baris if row.index < baris.index and row.peran == Peran.RINCIAN and row.group == baris.group]
    marks = [(bool(_words(row.name) & (one - two)), bool(_words(row.name) & (two - one))) for row in rows]
    cuts = [cut for cut in range(1, len(rows)) if _divides(marks, cut)]
    return (tuple(rows[: cuts[0]]), tuple(rows[cuts[0] :])) if len(cuts) == 1 else None


def _divides(marks: Sequence[tuple[bool, bool]], cut: int) -> bool:
    before, after = marks[:cut], marks[cut:]
    named = any(one for one, _ in before) and any(two for _, two in after)
    return named and not any(two for _, two in before) and not any(one for one, _ in after)


def _share(baris: Baris, fact: Fact, sides: tuple[tuple[Baris, ...], tuple[Baris, ...]]) -> Iterator[Share]:
    match = _SHARES.search(fact.location.text)
    left, right = (tuple(cell for row in side if (cell := in_column(row, fact.column.index)) and cell.quantity) for side in sides)
    if match is None or (len(left), len(right)) != (len(sides[0]), len(sides[1])):
        return
    one, two = (Decimal(text.replace(",", ".")) for text in match.groups())
    if EXACT.add(one, two) != HUNDRED:
        return
    decimals = max(len(text.partition(",")[2]) for text in match.groups())
    stated = Quantity(one, decimals, decimals, PERSEN, " ".join(fact.location.text.split()))
    amounts = [cell.quantity for cell in left if cell.quantity], [cell.quantity for cell in (*left, *right) if cell.quantity]
    part, whole = (summed(side) for side in amounts)
    result = is_percent_of(stated, part, whole)
    if isinstance(part, Quantity) and isinstance(whole, Quantity) and whole.value > 0:
        share = quotient_shown(EXACT.multiply(part.value, HUNDRED), whole.value, decimals)
        result = replace(result, expected=f"{show.number(share)} : {show.number(EXACT.subtract(HUNDRED, share))}")
    yield Share(baris, fact, left, right, result)
