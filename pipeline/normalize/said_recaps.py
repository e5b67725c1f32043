"""Tables that count indicators or sasaran by their predikat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Document, Row, Table
from pipeline.normalize.names import plain
from rules.facts import Location
from rules.said import Counted, Recap

FEWEST = 2
MOST_HEADER_ROWS = 2

_COUNTS = re.compile(r"(?:jumlah|banyaknya)\s+(?:indikator|sasaran|ik[us]?|tujuan)(?:\s+\w+){0,2}", re.IGNORECASE)
_LABELS = re.compile(r"(?:predikat|kategori|krite?ria|kinerja|interpretasi)(?:\s+\w+){0,2}", re.IGNORECASE)
_TOTAL = re.compile(r"(?:jumlah|total)\b.*", re.IGNORECASE)


def recaps(document: Document) -> Iterator[Recap]:
    """Every table with a column of predikat and one that counts, each count a whole number."""
    for position, table in enumerate(document.tables):
        for index, header in enumerate(table.rows[:MOST_HEADER_ROWS]):
            labels, counts = _column(header, _LABELS), _column(header, _COUNTS)
            if labels is not None and counts is not None:
                rows = list(_rows(table, index, labels, counts))
                if len(rows) >= FEWEST and len({row.label for row in rows}) == len(rows):
                    yield Recap(tuple(rows), position)
                break


def _column(header: Row, pattern: re.Pattern[str]) -> int | None:
    found = [index for index, cell in enumerate(header.cells) if pattern.fullmatch(plain(cell.text))]
    return found[0] if len(found) == 1 else None


def _rows(table: Table, head: int, labels: int, counts: int) -> Iterator[Counted]:
    """The rows below the header that names both columns."""
    header = plain(table.rows[head].cells[counts].text)
    for row in table.rows[head + 1 :]:
        label, count = plain(row.cells[labels].text), plain(row.cells[counts].text)
        if label and count.isdecimal() and len(count) <= 3 and not _TOTAL.fullmatch(label):
            yield Counted(label, int(count), Location(row.cells[counts].place, count, table.caption, label, header))
