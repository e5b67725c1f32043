"""Names that prose gives with a number (`Indikator Kinerja 2: ...`, `Misi Ke-1 yaitu ...`), held against the report's own lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.normalize.twin_names import difference, words_of
from rules.facts import Baris, Location, Measure, Peran, Tabel
from rules.naming import NUMBERED, Hal, Ragam

_INDICATOR = re.compile(r"\bindikator\s+kinerja\s+(?:utama\s+)?(?P<n>\d{1,2})\s*:\s*(?P<name>\S.{15,250})$", re.IGNORECASE)
_MISSION = re.compile(r"\b[Mm]isi\s+(?:[Kk]e\s?-?\s?)?(?:\d{1,2}|[IVX]{1,4})\s*(?::|\byaitu\b|\badalah\b)\s*[“\"‘']?\s*")
_NAME = re.compile(r"[A-Z][\w/]+(?:[,\s]+(?:(?:dan|yang|serta|di|bagi|untuk|dalam|pada|melalui|dengan)\s+)*[A-Z][\w/]+){3,24}")
_TITLE = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?(?:visi|misi)(?:\s+(?:ke\s?-?\s?)?(?:\d{1,2}|[ivx]{1,4}))?\s*:?\s*|^\W+", re.IGNORECASE)
_NEXT = re.compile(r"\s+serta\s+[Mm]isi\b|\s+dan\s+[Mm]isi\b")
_FIRST = re.compile(r"[^\W\d_]+")
_LONGEST = 220
_FEWEST = 4


def numbered(tables: Sequence[Tabel], texts: Sequence[tuple[str, Location]]) -> Iterator[Ragam]:
    """Each name given with its number, held against the list where it stands."""
    yield from _indicators(tables, texts)
    yield from _missions(texts)


def _indicators(tables: Sequence[Tabel], texts: Sequence[tuple[str, Location]]) -> Iterator[Ragam]:
    """A titled indicator against the row of that number, if no other row is nearer to it."""
    rows = [b for t in tables for b in t.baris if b.peran == Peran.RINCIAN and b.subject.startswith("indikator:") and b.all(Measure.TARGET)]
    by_number = {row.kode.strip("."): row for row in reversed(rows) if row.kode}
    for text, location in texts:
        match = _INDICATOR.search(text)
        row = by_number.get(match["n"]) if match else None
        if match is None or row is None:
            continue
        name = match["name"].strip(" .:*")
        found = difference(name, row.name)
        if found.nihil or (found.sama and not _nearer_to_another(name, row, rows, found.sama)):
            yield Ragam(Hal.INDIKATOR, name, row.name, found, (location,), (row.location,), f"{NUMBERED} {match['n']}")


def _nearer_to_another(name: str, row: Baris, rows: Sequence[Baris], same: int) -> bool:
    return any(other.subject != row.subject and difference(name, other.name).sama >= same for other in rows)


def _missions(texts: Sequence[tuple[str, Location]]) -> Iterator[Ragam]:
    """A misi as a sentence tells it by its number, against short texts that begin with the same word and hold all of its words."""
    told = [
        (_NEXT.split(name.group())[0], place)
        for text, place in texts
        for m in _MISSION.finditer(text)
        for name in [_NAME.match(text, m.end())]
        if name
    ]
    first = {words_of(name)[0] for name, _ in told}
    listed = [(name, words_of(name), place) for name, place in _short(texts) if name.split()[0].casefold() in first] if told else []
    for name, place in told:
        ours = words_of(name)
        for like, theirs, where in listed:
            if len(ours) >= _FEWEST and theirs[0] == ours[0] and frozenset(ours) <= frozenset(theirs):
                yield Ragam(Hal.MISI, name, like, difference(name, like), (place,), (where,), "misi")


def _short(texts: Sequence[tuple[str, Location]]) -> Iterator[tuple[str, Location]]:
    """The short texts that stand by themselves, items of lists, cells, headings, without their number."""
    for text, place in texts:
        name = _TITLE.sub("", text).strip(' ;.:,“”"') if len(text) < _LONGEST else ""
        if _FIRST.match(name):
            yield name, place
