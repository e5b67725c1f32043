"""Which of several statements of one thing is taken to be right: by the tables that agree, by its own row, by what other places tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from rules.claims import years_fit
from rules.compare import agree, equals, is_percent_of
from rules.facts import Baris, Fact, Jenis, Measure, Mention, Peran, ReportView, Tabel
from rules.once import once
from rules.outcome import HOLDS, Verdict
from rules.predikat import worked_out
from rules.rows import number_of, same_year
from rules.slips import has_many_digits
from rules.statements import Statement

Trust: TypeAlias = tuple[bool, int, bool, bool, bool]
Print: TypeAlias = tuple[Measure, int | None, Decimal]


def most_trusted_first(report: ReportView, clusters: Sequence[Sequence[Statement]]) -> list[Sequence[Statement]]:
    """Clusters of statements that agree among themselves; of those as good the one told again elsewhere, then the earlier."""
    trusts = [trust(cluster) for cluster in clusters]
    tied = trusts.count(max(trusts)) > 1
    ranks = [
        (one, _told_again(report, cluster, clusters) if tied and one == max(trusts) else 0, -min(s.tabel.position for s in cluster))
        for one, cluster in zip(trusts, clusters, strict=True)
    ]
    return [clusters[place] for place in sorted(range(len(clusters)), key=lambda place: ranks[place], reverse=True)]


def trust(cluster: Sequence[Statement]) -> Trust:
    """No percentage that its own row denies comes first, however often it is printed; of the others the one of more tables.

    Then, of a target, that of the perjanjian kinerja; then one whose own row bears it out, or speaks not against it.
    """
    checks = {_own_row(s) for s in cluster}
    agreed = any(s.fact.measure == Measure.TARGET and s.tabel.jenis == Jenis.PERJANJIAN_KINERJA for s in cluster)
    denied = Verdict.TEMUAN in checks
    bears_out = Verdict.LOLOS in checks and not denied
    worked = cluster[0].fact.measure in (Measure.CAPAIAN, Measure.SERAPAN)
    misprinted = worked and denied and Verdict.LOLOS not in checks
    return not misprinted, len({s.tabel.id for s in cluster}), agreed, bears_out, not denied


def _own_row(statement: Statement) -> Verdict:
    """Whether the other figures of the row fit: capaian with realisasi / target, serapan with realisasi / pagu."""
    baris, fact = statement.baris, statement.fact
    if baris.peran != Peran.RINCIAN:  # an average or a total is not worked out of its own row
        return Verdict.TAK_DIPERIKSA
    if fact.measure in (Measure.CAPAIAN, Measure.TARGET, Measure.KINERJA):
        stated = [f for f in same_year(baris, Measure.CAPAIAN, fact) if f.quantity is not None]
        made = worked_out(baris, stated[0]) if len(stated) == 1 else None
        return equals(stated[0].number, made).verdict if made is not None else _by_years(baris, fact)
    parts = [same_year(baris, measure, fact) for measure in (Measure.SERAPAN, Measure.REALISASI, Measure.PAGU)]
    if any(len(part) != 1 for part in parts):
        return Verdict.TAK_DIPERIKSA
    serapan, realisasi, pagu = (number_of(part[0]) for part in parts)
    return is_percent_of(serapan, realisasi, pagu).verdict


def _by_years(baris: Baris, fact: Fact) -> Verdict:
    """Whether the only percentage of a row without targets is what was reached in one year of what was in the year before."""
    reached, percents = baris.all(Measure.KINERJA), baris.all(Measure.CAPAIAN)
    if fact not in reached or (len(reached), len(percents)) != (2, 1) or baris.all(Measure.TARGET):
        return Verdict.TAK_DIPERIKSA
    earlier, later = sorted(reached, key=lambda one: one.year or 0)
    made = is_percent_of(percents[0].number, later.number, earlier.number)
    return Verdict.LOLOS if made.verdict in HOLDS else Verdict.TAK_DIPERIKSA


# ------------------------------------------------------------------ what other places tell


def _told_again(report: ReportView, cluster: Sequence[Statement], clusters: Sequence[Sequence[Statement]]) -> int:
    """How many sentences, and rows of tables that are not held against each other, tell a figure of these rows."""
    compared = {s.tabel.id for every in clusters for s in every}
    said = {(m.location, m.quantity.value) for s in cluster for m in report.mentions if _says(m, s)}
    rows = {(tabel.id, baris.index) for s in cluster for tabel, baris in _rows_like(report, s) if tabel.id not in compared}
    return len(said) + len(rows)


def _says(mention: Mention, statement: Statement) -> bool:
    same = mention.subject == statement.baris.subject and mention.measure == statement.fact.measure
    return same and years_fit(mention.year, statement.fact.year) and agree(mention.quantity, statement.fact.number)


def _rows_like(report: ReportView, statement: Statement) -> Iterator[tuple[Tabel, Baris]]:
    """The rows under nearly the same name with a figure of the row that hardly stands there by chance."""
    prints = _prints(report)
    for fact in statement.baris.facts:
        if fact.year == statement.fact.year and fact.quantity is not None and has_many_digits(fact.quantity.value):
            same = prints.get((fact.measure, fact.year, fact.quantity.value), ())
            yield from ((tabel, baris) for tabel, baris in same if _named_alike(baris, statement.baris))


def _named_alike(one: Baris, other: Baris) -> bool:
    """Whether half of the words of two names are the same."""
    mine, yours = (frozenset(row.subject.partition(":")[2].split()) for row in (one, other))
    return 2 * len(mine & yours) >= len(mine | yours) > 0


@once
def _prints(report: ReportView) -> Mapping[Print, Sequence[tuple[Tabel, Baris]]]:
    """The rows of a report by the figures that they print."""
    found: dict[Print, list[tuple[Tabel, Baris]]] = defaultdict(list)
    for tabel, baris, fact in report.facts():
        if fact.quantity is not None:
            found[fact.measure, fact.year, fact.quantity.value].append((tabel, baris))
    return found
