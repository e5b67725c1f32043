"""Tables that compare years side by side, and those whose latest year is not the report's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.facts import Column, Measure, ReportView, Tabel
from rules.outcome import Verdict

NO_TWIN = "tidak ada tabel sejenis yang memuat tahun laporan"
OF_EARLIER_YEARS = "judulnya menyebut tahun sebelumnya"

_EARLIER = re.compile(r"sebelum|lalu\b|awal|perkembangan|tren|riwayat|historis|periode", re.IGNORECASE)
_COMPARED = (Measure.TARGET, Measure.KINERJA, Measure.CAPAIAN)


@dataclass(frozen=True, slots=True)
class Years:
    """A table of several years by its columns, what it came to, and the table of its kind that goes up to the report's year."""

    tabel: Tabel
    columns: tuple[Column, ...]
    year: int
    latest: int
    verdict: Verdict
    stated: str
    expected: str = ""
    reason: str = ""
    twin: Tabel | None = None


def compared_years(report: ReportView) -> Iterator[Years]:
    """Every table that sets target and realisasi of two years or more side by side; nothing without the report's year."""
    year = report.identity.year
    if year is None:
        return
    found = [(tabel, columns) for tabel in report.tables if (columns := _of_years(tabel))]
    current = [(tabel, columns) for tabel, columns in found if _latest(columns) == year]
    for tabel, columns in found:
        latest, stated = _latest(columns), "; ".join(column.header for column in columns)
        if latest >= year:
            yield Years(tabel, columns, year, latest, Verdict.LOLOS, stated, stated)
            continue
        twin = next((other for other, theirs in current if _kind(theirs) == _kind(columns)), None)
        reason = OF_EARLIER_YEARS if _EARLIER.search(tabel.label) or tabel.year is not None else "" if twin is not None else NO_TWIN
        verdict = Verdict.TAK_DIPERIKSA if reason else Verdict.TEMUAN
        yield Years(tabel, columns, year, latest, verdict, stated, _shifted(columns, year - latest), reason, twin)


def _of_years(tabel: Tabel) -> tuple[Column, ...]:
    columns = tuple(c for c in tabel.columns if c.measure in _COMPARED and c.year is not None)
    years, measures = {column.year for column in columns}, {column.measure for column in columns}
    return columns if len(years) > 1 and {Measure.TARGET, Measure.KINERJA} <= measures else ()


def _latest(columns: tuple[Column, ...]) -> int:
    return max(column.year for column in columns if column.year is not None)


def _kind(columns: tuple[Column, ...]) -> tuple[tuple[Measure, int], ...]:
    """The measures with their years counted back from the latest: tables alike in this are of one kind."""
    return tuple((column.measure, _latest(columns) - column.year) for column in columns if column.year is not None)


def _shifted(columns: tuple[Column, ...], by: int) -> str:
    said = (column.header.replace(str(column.year), str(column.year + by)) for column in columns if column.year is not None)
    return "; ".join(said)
