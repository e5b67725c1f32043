"""The lines of a report as they are printed, in reading order: what numbering and structure are judged by."""

from __future__ import annotations

from extractors.model import Place
from extractors.record import record


@record
class PrintedLine:
    """One line of text, or (`table`) the place where a table stands between the lines.

    `text` is the whole line, `nomor` the number or letter it begins with as printed (`6.`, `b)`, `(1)`, `2.1`), `name` what follows.
    `level` is its depth when it is a heading. `zone` says where it only lists parts of the report: `daftar isi`, `sistematika`;
    `rest` that it goes on with the heading or caption above it.
    """

    text: str
    place: Place
    nomor: str = ""
    name: str = ""
    level: int | None = None
    zone: str = ""
    bold: bool = False
    wide: bool = False
    rest: bool = False
    table: bool = False
