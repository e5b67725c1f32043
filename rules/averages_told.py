"""What sentences say is the average of the report, where no table has an average row: the one that its rows bear out is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.claims import RATA_RATA, average_rows, explained_by_list, years_fit
from rules.compare import equals, mean_of
from rules.facts import Location, Measure, Mention, ReportView, Tabel
from rules.outcome import HOLDS, Comparison
from rules.rows import holding, in_column, leaves, number_of
from rules.telling import table_name

FEWEST = 3

_OF_A_TABLE = re.compile(r"\btabel\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Averaged:
    """An average that a sentence states, against the one that another sentence states and the rows of a table make."""

    result: Comparison
    places: tuple[Location, Location]
    table: str


def averages_told(report: ReportView) -> Iterator[Averaged]:
    """Every stated average of the report's year but the one borne out; nothing when rows bear out none."""
    stated = [mention for mention in report.mentions if _is_of_the_report(report, mention)]
    if len(stated) < 2 or any(True for _ in average_rows(report, report.identity.year)):
        return
    borne_out = next(((m, tabel) for m in stated for tabel in report.tables if _mean_of_rows(tabel, m)), None)
    if borne_out is None:
        return
    right, tabel = borne_out
    for mention in stated:
        if mention is not right and mention.location.text != right.location.text:
            yield Averaged(equals(mention.quantity, right.quantity), (mention.location, right.location), table_name(tabel))


def _is_of_the_report(report: ReportView, mention: Mention) -> bool:
    """Whether a figure is the average of all; one of `tabel 5`, or of the figures that follow it, may be another one."""
    of_all = mention.subject == RATA_RATA and mention.measure == Measure.CAPAIAN and mention.year == report.identity.year
    return of_all and not _OF_A_TABLE.search(mention.location.text) and not explained_by_list(report, mention)


def _mean_of_rows(tabel: Tabel, mention: Mention) -> bool:
    """Whether the capaian of a table's rows, in one column, have the stated mean."""
    for column in tabel.columns:
        if column.measure != Measure.CAPAIAN or not years_fit(column.year, mention.year):
            continue
        rows = leaves(tabel, holding(tabel.baris, column.index))
        numbers = [number_of(in_column(row, column.index)) for row in rows]
        if len(numbers) >= FEWEST and mean_of(mention.quantity, numbers).verdict in HOLDS:
            return True
    return False
