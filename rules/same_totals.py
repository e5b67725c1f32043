"""Which totals of a report are over the same rows, so that they must be the same."""

from __future__ import annotations

from rules.compare import equals
from rules.facts import Peran, ReportView, Tabel
from rules.outcome import Verdict
from rules.rows import leaves


def same_sets(report: ReportView) -> dict[str, str]:
    """For each table with a total or average: under which name it is compared with those over the same rows."""
    names: dict[str, str] = {}
    known: list[tuple[str, Tabel]] = []
    for tabel in report.tables:
        if not any(baris.peran in (Peran.TOTAL, Peran.RATA_RATA) for baris in tabel.baris):
            continue
        name = next((name for name, other in known if _over_the_same(tabel, other)), f"total:tabel {tabel.id}")
        names[tabel.id] = name
        known.append((name, tabel))
    return names


def _over_the_same(one: Tabel, two: Tabel) -> bool:
    """The same named rows; or as many, half of them the same, and another total that agrees."""
    mine, yours = _leaf_names(one), _leaf_names(two)
    if not mine or len(mine) != len(yours):
        return False
    return mine == yours or (2 * len(mine & yours) >= len(mine) and _shares_a_total(one, two))


def _leaf_names(tabel: Tabel) -> set[str]:
    rows = [baris for baris in tabel.baris if baris.peran == Peran.RINCIAN]
    return {baris.subject for baris in leaves(tabel, rows) if baris.subject}


def _shares_a_total(one: Tabel, two: Tabel) -> bool:
    mine, yours = ([f for b in t.baris if b.peran == Peran.TOTAL for f in b.facts if f.quantity] for t in (one, two))
    return any(
        a.measure == b.measure and a.year == b.year and equals(a.number, b.number).verdict == Verdict.LOLOS for a in mine for b in yours
    )
