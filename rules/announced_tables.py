"""Sentences that say how many sasaran the table right below them has, and give the number of its indicators."""

from __future__ import annotations

from collections.abc import Iterator

from rules.announced_counts import ANNOUNCED, counts_more
from rules.counts_told import value_of
from rules.facts import Peran, ReportView, Tabel
from rules.list_slips import where_printed
from rules.numbering import Numbered
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine
from rules.telling import table_name
from rules.titles import plain_words

_SASARAN = "sasaran"


def announced_tables(report: ReportView) -> Iterator[Numbered]:
    """Every number of sasaran that a line ending in a colon gives the table below it."""
    tables = sorted(report.tables, key=lambda tabel: tabel.position)
    above = (report.lines[index - 1] for index, line in enumerate(report.lines) if line.table and index)
    first = bool(report.lines) and report.lines[0].table
    for line, tabel in zip(above, tables[first:], strict=False):
        if line.text.endswith(":") and _SASARAN in line.text.casefold():
            yield from _compared(line, tabel)


def _compared(line: PrintedLine, tabel: Tabel) -> Iterator[Numbered]:
    """The number of its indicators is not that of its sasaran; any other may be of more than this table."""
    found = ANNOUNCED.search(line.text)
    if found is None or found["noun"].casefold() != _SASARAN or counts_more(found):
        return
    rows = [row for row in tabel.baris if row.peran == Peran.RINCIAN]
    sasaran = {plain_words(row.context[0]) for row in rows if row.context}
    indikator = {row.subject for row in rows if row.subject.startswith("indikator:")}
    if not sasaran or not all(row.context and row.subject in indikator for row in rows):
        return
    words = " ".join(line.text[found.start() : found.end("rest")].split())
    places = (where_printed(line), tabel.location)
    number, count = value_of(found["number"]), len(sasaran)
    if number == count:
        yield Numbered(Comparison(Verdict.LOLOS, words, str(count)), places)
    elif number == len(indikator):
        message = f"Kalimat menyebut {words}, sedangkan {table_name(tabel)} di bawahnya memuat {count} sasaran dengan {number} indikator."
        yield Numbered(Comparison(Verdict.TEMUAN, words, f"{count} sasaran"), places, message, Severity.SEDANG)
