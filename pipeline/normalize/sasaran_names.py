"""Sasaran that stand at the same place of two lists under names that are mostly the same, and nowhere side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractors.model import Table
from pipeline.normalize.headers import columns, header_rows
from pipeline.normalize.names import plain
from pipeline.normalize.twin_names import difference, is_piece, words_of
from rules.facts import Location, Tabel
from rules.naming import ORDER, Hal, Ragam

# Sasaran of the region, or of a program, stand beside those of the agency and are alike on purpose.
_OF_OTHERS = re.compile(r"rpjmd|rpd|daerah|pemda|bupati|gubernur|wali|program|kegiatan")
_FEWEST = 2
_FEWEST_SAME = 3


@dataclass(frozen=True, slots=True)
class _Sasaran:
    """One sasaran of a list."""

    name: str
    joined: str
    location: Location


def sasaran_names(tables: Sequence[tuple[Table, Tabel]], year: int | None, told: Sequence[Ragam]) -> Iterator[Ragam]:
    """The sasaran of each list held against that of the same place in another; those that one list prints both are two.

    Each pair of names once, the rarer against the other; none of which `told` says already that it has two names.
    """
    of_year = [table for table, tabel in tables if tabel.year in (None, year)]
    lists = [found for table in of_year if len(found := _list(table)) >= _FEWEST]
    together = {frozenset((one.joined, two.joined)) for every in lists for one, two in combinations(every, 2)}
    known = {
        "".join(words_of(name)) for one in told if one.hal == Hal.SASARAN and not one.selisih.nihil for name in (one.tertulis, one.mestinya)
    }
    places: dict[str, list[_Sasaran]] = defaultdict(list)
    for one in (one for every in lists for one in every):
        places[one.joined].append(one)
    pairs: dict[frozenset[str], int] = {}
    for ours, theirs in combinations(lists, 2):
        here, there = ({one.joined for one in every} for every in (ours, theirs))
        for place, (one, two) in enumerate(zip(ours, theirs, strict=False), start=1):
            pair = frozenset((one.joined, two.joined))
            apart = one.joined in there or two.joined in here or pair in together or pair & known
            if not apart:
                pairs.setdefault(pair, place)
    for pair, place in pairs.items():
        rare, usual = sorted((places[joined] for joined in pair), key=lambda every: (len(every), every[0].joined))
        yield from _held(rare, usual, place)


def _held(rare: Sequence[_Sasaran], usual: Sequence[_Sasaran], place: int) -> Iterator[Ragam]:
    name, like = rare[0].name, usual[0].name
    found = difference(name, like)
    if found.sama >= _FEWEST_SAME and not found.nihil and not is_piece(name, like):
        locations, acuan = (tuple(one.location for one in every) for every in (rare, usual))
        yield Ragam(Hal.SASARAN, name, like, found, locations, acuan, f"{ORDER} ke-{place}")


def _list(table: Table) -> list[_Sasaran]:
    """The sasaran of a table in order, each once; what begins with no capital goes on from another page."""
    head = header_rows(table)
    every = columns(table, head) if head else ()
    own = [
        c.index for c in every if c.path.startswith("sasaran") and not _OF_OTHERS.search(c.path) and c.meaning.kind in ("sasaran", "uraian")
    ]
    index = next(iter(own), None)
    if index is None:
        return []
    found: dict[str, _Sasaran] = {}
    for row in table.rows[head:]:
        name = plain(row.cells[index].text)
        joined = "".join(words_of(name))
        if name[:1].isupper() and len(words_of(name)) > _FEWEST:
            found.setdefault(joined, _Sasaran(name, joined, Location(row.cells[index].place, name, table.caption, name)))
    return list(found.values())
