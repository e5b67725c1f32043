"""Rows whose parent is not printed: a block of kegiatan without its PROGRAM row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rules import show
from rules.facts import Baris, Fact, Location, Measure, Peran, ReportView, Susunan, Tabel
from rules.outcome import HOLDS
from rules.rows import children
from rules.sums import Sum, total_sums

_PROVEN = (Susunan.NAMA, Susunan.HITUNGAN, Susunan.NOMOR, Susunan.KODE)


@dataclass(frozen=True, slots=True)
class Orphan:
    """The first row of a block without parent; `parent` is the one that another table prints, `needed` a total that counts it."""

    baris: Baris
    places: tuple[Location, ...]
    parent: tuple[Tabel, Baris] | None
    needed: Sum | None


def orphans(report: ReportView, tabel: Tabel) -> Iterator[Orphan]:
    """The blocks of a proven layout that stand under no parent, after a row that is one."""
    if tabel.susunan not in _PROVEN:
        return
    total = next((one for one in total_sums(tabel) if one.result.verdict in HOLDS and one.fact.measure == Measure.PAGU), None)
    seen_top, before = False, False
    for baris in tabel.baris:
        if baris.peran != Peran.RINCIAN:
            continue
        alone = baris.level > 0 and baris.parent is None
        if alone and seen_top and not before:
            needed = total if total is not None and any(part.index == baris.index for part in total.parts) else None
            yield Orphan(baris, _places(tabel, baris), _parent_elsewhere(report, tabel, baris), needed)
        seen_top = seen_top or baris.level == 0
        before = alone if baris.parent is None else before


def _places(tabel: Tabel, baris: Baris) -> tuple[Location, ...]:
    return (baris.location, *(child.location for child in children(tabel, baris)))


def _parent_elsewhere(report: ReportView, tabel: Tabel, baris: Baris) -> tuple[Tabel, Baris] | None:
    """The row above the same row in another table."""
    for other, row in report.of_subject(baris.subject):
        if other.id != tabel.id and row.parent is not None:
            above = next((b for b in other.baris if b.index == row.parent), None)
            if above is not None:
                return other, above
    return None


def has_levels(tabel: Tabel) -> bool:
    """Whether a table shows parents and parts in a proven layout."""
    return tabel.susunan in _PROVEN and any(baris.parent is not None for baris in tabel.baris)


def amount_of(baris: Baris) -> str:
    """The pagu of a row as printed, if it has one."""
    fact: Fact | None = next((f for f in baris.all(Measure.PAGU) if f.quantity is not None), None)
    return show.rupiah(fact.quantity.value) if fact is not None and fact.quantity is not None else ""
