"""Parts that a sentence lists with their whole, against the table in which the same parts are rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.compare import equals, same_value
from rules.compare_counts import counts_to
from rules.facts import Baris, Column, Fact, Location, Peran, ReportView, Tabel
from rules.outcome import Comparison, Verdict
from rules.quantity import Quantity
from rules.rows import in_column
from rules.said import Parts

_LEAST = Decimal(10_000)
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A part in a sentence beside the cell of its row: `words` name it as the table does."""

    result: Comparison
    words: str
    tabel: Tabel
    places: tuple[Location, Location]


def listed_parts(report: ReportView) -> Iterator[Listed]:
    """Every part of a sentence that foots, in the column where a sister of it stands with the very same value."""
    footing = [one for one in report.said.parts if one.names and counts_to(one.whole, one.parts).verdict == Verdict.LOLOS]
    for tabel in report.tables if footing else ():
        names = [(row, _words(row)) for row in tabel.baris if row.peran == Peran.RINCIAN]
        rows = [[[row for row, words in names if name and name <= words] for name in one.names] for one in footing]
        for column in tabel.columns:
            for one, named in zip(footing, rows, strict=True):
                yield from _in_column(tabel, column, one, named)


def _in_column(tabel: Tabel, column: Column, said: Parts, called: Sequence[Sequence[Baris]]) -> Iterator[Listed]:
    """`called` are the rows of the table that each of the parts may name."""
    named = [[(row, cell) for row in rows if (cell := in_column(row, column.index)) is not None] for rows in called]
    here = [[cell for _, cell in rows if _says(cell, part)] for rows, part in zip(named, said.parts, strict=True)]
    if not any(here):
        return
    for part, rows, found in zip(said.parts, named, here, strict=True):
        if found:
            yield _listed(tabel, said, part, rows[0][0], found[0])
        elif len(rows) == 1 and isinstance(rows[0][1].number, Quantity) and part.value >= _LEAST:
            yield _listed(tabel, said, part, *rows[0])


def _says(cell: Fact, part: Quantity) -> bool:
    return part.value >= _LEAST and same_value(cell.number, part.value)


def _words(row: Baris) -> set[str]:
    return set(_WORD.findall(row.name.casefold()))


def _listed(tabel: Tabel, said: Parts, part: Quantity, row: Baris, cell: Fact) -> Listed:
    return Listed(equals(part, cell.number), " ".join(row.name.split()), tabel, (said.location, cell.location))
