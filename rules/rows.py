"""Questions about the rows of one table that several rules ask: names, numbering, which rows a column holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rules.facts import Baris, Fact, Measure, Peran, Tabel, same_block
from rules.once import once_each
from rules.quantity import Hole, Number, Quantity, Unreadable

MEASURE_NAMES = {
    Measure.PAGU: "Pagu",
    Measure.REALISASI: "Realisasi",
    Measure.SISA: "Sisa",
    Measure.SERAPAN: "Persentase realisasi",
    Measure.SISA_PERSEN: "Persentase sisa",
    Measure.TARGET: "Target",
    Measure.KINERJA: "Realisasi",
    Measure.CAPAIAN: "Capaian",
    Measure.CAPAIAN_RENSTRA: "Capaian terhadap target Renstra",
    Measure.JUMLAH: "Jumlah",
    Measure.NILAI: "Angka",
    Measure.PERUBAHAN: "Perubahan",
}
CARRIERS = (Peran.RINCIAN, Peran.JUDUL)
"""The roles of rows that can be parts of a sum: a banner such as "Misi 1" may print its own."""

_ROMAN = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE | re.ASCII)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_LAST_PART = re.compile(r"(?P<stem>.*?)(?P<last>[0-9]+|[A-Za-z]+)[.)]?\s*")


def named(baris: Baris) -> str:
    """A row as people name it: `1.2 Administrasi Keuangan Perangkat Daerah`."""
    return " ".join(f"{baris.kode} {baris.name}".split()) or " ".join(baris.location.row.split()) or "baris tanpa nama"


def figure(fact: Fact) -> str:
    """What a fact is called at the beginning of a sentence: `Pagu`, or the header of a column that we have no word for."""
    word = MEASURE_NAMES.get(fact.measure, "") or f"Angka {fact.column.header or 'tanpa judul kolom'}"
    notes = " ".join(str(note) for note in (fact.column.variant, fact.column.year or "") if note)
    return f"{word} {notes}".strip()


def number_of(fact: Fact | None) -> Number:
    """The number of a fact; a cell that is not there is a hole like an empty one."""
    return fact.number if fact is not None else Unreadable("", Hole.KOSONG)


def empty(fact: Fact | None) -> bool:
    """Whether nothing at all is printed."""
    return fact is None or (isinstance(fact.number, Unreadable) and fact.number.reason == Hole.KOSONG)


def merged(fact: Fact | None) -> bool:
    """Whether a cell may be part of the one above it: empty, or taken for a merged one."""
    return empty(fact) or (fact is not None and isinstance(fact.number, Unreadable) and fact.number.reason == Hole.GABUNGAN)


def children(tabel: Tabel, baris: Baris) -> tuple[Baris, ...]:
    """The rows directly below a row."""
    return _by_parent(tabel).get(baris.index, ())


@once_each
def _by_parent(tabel: Tabel) -> dict[int, tuple[Baris, ...]]:
    below: dict[int, list[Baris]] = {}
    for baris in tabel.baris:
        if baris.parent is not None:
            below.setdefault(baris.parent, []).append(baris)
    return {index: tuple(rows) for index, rows in below.items()}


def in_column(baris: Baris, index: int) -> Fact | None:
    """The fact of a row in one column."""
    for fact in baris.facts:  # asked so often that a generator would cost as much as the answer
        if fact.column.index == index:
            return fact
    return None


def counterpart(baris: Baris, like: Fact) -> Fact | None:
    """The fact of another row that says the same: in the same column, or in the block printed beside it."""
    if baris.group == like.column.group:
        return in_column(baris, like.column.index)
    found = [
        fact for fact in baris.all(like.measure) if fact.column.year == like.column.year and fact.column.variant == like.column.variant
    ]
    return found[0] if len(found) == 1 else None


def same_year(baris: Baris, measure: Measure, like: Fact) -> tuple[Fact, ...]:
    """The facts of a measure that may belong to a fact: same block and year, whichever variant (murni, perubahan).

    A column without a year of its own is of its table's or the report's year.
    """
    found = [f for f in baris.all(measure) if f.column.group == like.column.group and _years_agree(f, like)]
    alike = [f for f in found if same_block(f.column, like.column)]
    return tuple(alike or found)


def _years_agree(one: Fact, two: Fact) -> bool:
    return one.year == two.year or one.year is None or two.year is None


def holding(rows: Iterable[Baris], column: int) -> tuple[Baris, ...]:
    """The rows that could be parts of a sum of a column.

    A banner without a figure is none, nor is a line without a name and a figure: the rest of a row broken over lines.
    """
    found = ((row, in_column(row, column)) for row in rows if row.peran in CARRIERS)
    return tuple(row for row, fact in found if fact is not None and not (empty(fact) and (row.peran == Peran.JUDUL or unnamed(row))))


def unnamed(baris: Baris) -> bool:
    """Whether a row has no name of its own: the one of the row above is kept for people, in brackets."""
    return not baris.name or baris.name.startswith("(")


def tops(tabel: Tabel, rows: Sequence[Baris]) -> tuple[Baris, ...]:
    """Those rows that are part of no other of them."""
    inside = {row.index for row in rows}
    return tuple(row for row in rows if not any(above in inside for above in ancestors(tabel, row)))


def leaves(tabel: Tabel, rows: Sequence[Baris]) -> tuple[Baris, ...]:
    """Those rows that have no other of them as a part."""
    inside = {above for row in rows for above in ancestors(tabel, row)}
    return tuple(row for row in rows if row.index not in inside)


_DEEPEST = 12
"""Reports nest urusan, program, kegiatan, sub kegiatan and belanja; what is deeper was misread."""


def ancestors(tabel: Tabel, baris: Baris) -> tuple[int, ...]:
    """The indices of the rows that a row is part of, nearest first; a circle ends where it closes."""
    found: list[int] = []
    above = baris.parent
    while above is not None and above not in found and len(found) < _DEEPEST:
        found.append(above)
        above = tabel.baris[above].parent
    return tuple(found)


def children_word(tabel: Tabel, parent: Baris, parts: Sequence[Baris]) -> str:
    """What the parts of a row are called, `kegiatan` or `sub kegiatan`; `rincian` where the table does not say."""
    if any(part.group != parent.group for part in parts):
        return "rincian"
    depth = len(ancestors(tabel, parent))
    top = parent if depth == 0 else next(row for row in tabel.baris if row.index == ancestors(tabel, parent)[-1])
    if not top.name.casefold().startswith("program"):
        return "rincian"
    return ("kegiatan", "sub kegiatan")[depth] if depth < 2 else "rincian"


def running(rows: Sequence[Baris]) -> bool:
    """Whether the rows are numbered 1, 2, 3 ... under one stem from the first to the last."""
    return positions(rows) == list(range(1, len(rows) + 1))


def skipping(rows: Sequence[Baris]) -> bool:
    """Whether the rows are numbered and a number is left out; numbers that repeat or begin anew are no gap."""
    counted = positions(rows)
    return any(after > before + 1 for before, after in zip([0, *counted], counted, strict=False))


def positions(rows: Sequence[Baris]) -> list[int]:
    """The last parts of the rows' own numbers; nothing when one has none, or when they are codes.

    Codes (a zero before, four digits, or a first one that is no beginning) skip numbers on purpose: they do not run.
    """
    parts = [_LAST_PART.fullmatch(row.kode.strip()) for row in rows]
    found = [part for part in parts if part is not None]
    official = any(part["last"].startswith("0") or len(part["last"]) > 3 for part in found)
    if len(found) < len(rows) or official or len({part["stem"] for part in found}) > 1:
        return []
    counted = [position_of(part["last"]) for part in found]
    known = [position for position in counted if position is not None]
    return known if len(known) == len(counted) and known[:1] <= [2] else []


def position_of(numeral: str) -> int | None:
    """The place of `3`, `III` or `c` in a list, if it is one."""
    if not numeral.isascii():
        return None
    if numeral.isdigit():
        return int(numeral)
    if _ROMAN.fullmatch(numeral):
        values = [_ROMAN_VALUES[letter] for letter in numeral.casefold()]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return ord(numeral.casefold()) - ord("a") + 1 if len(numeral) == 1 else None


def quantities(numbers: Iterable[Number]) -> tuple[Quantity, ...]:
    """Those that are numbers."""
    return tuple(number for number in numbers if isinstance(number, Quantity))
