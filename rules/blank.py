"""The cells of a predikat column with what they should grade, and which empty ones may be merged or hold a colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts import Baris, Fact, Peran, Tabel
from rules.predikat import graded_by
from rules.rows import in_column

MERGED = "mungkin sel gabungan"
COLOURED = "kolom kosong seluruhnya: predikatnya mungkin berupa warna atau gambar"


@dataclass(frozen=True, slots=True)
class Blank:
    """One cell of predikat beside a capaian; `doubt` says why an empty one accuses nobody."""

    baris: Baris
    predikat: Fact
    capaian: Fact
    doubt: str = ""


def blanks(tabel: Tabel, column: int) -> Iterator[Blank]:
    """Every cell of a predikat column whose row states a capaian, in order."""
    cells = [(baris, in_column(baris, column)) for baris in tabel.baris if baris.peran == Peran.RINCIAN]
    found = [(baris, fact, graded_by(baris, fact)) for baris, fact in cells if fact is not None]
    graded = [(baris, fact, capaian) for baris, fact, capaian in found if capaian is not None and capaian.quantity]
    colours = _may_be_colours(tabel, column)
    for index, (baris, fact, capaian) in enumerate(graded):
        doubt = COLOURED if colours else MERGED if _may_be_merged(graded, index) else ""
        yield Blank(baris, fact, capaian, "" if fact.label else doubt)


def _may_be_colours(tabel: Tabel, column: int) -> bool:
    """A column named warna, or one of a printed page in which no row has a label."""
    header = next((c.header.casefold() for c in tabel.columns if c.index == column), "")
    cells = [fact for baris in tabel.baris if (fact := in_column(baris, column))]
    paged = any(cell.location.place.page is not None for cell in cells)
    return "warna" in header or (paged and not any(cell.label for cell in cells))


def _may_be_merged(graded: Sequence[tuple[Baris, Fact, Fact]], index: int) -> bool:
    """Another row of the same sasaran has a label; or, where no sasaran is printed, the row above or below has one."""
    baris = graded[index][0]
    if baris.context:
        return any(other.context[:1] == baris.context[:1] and fact.label for other, fact, _ in graded)
    beside = (*graded[max(index - 1, 0) : index], *graded[index + 1 : index + 2])
    return any(fact.label for _, fact, _ in beside)
