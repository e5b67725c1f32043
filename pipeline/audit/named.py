"""What rows, columns and sentences are called, so that they are found again in another submission: their words, whatever the print."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from pipeline.normalize.names import unnumbered
from rules.facts import Baris, Fact, Tabel


def plain(text: str) -> str:
    """A text whatever its spaces and capitals."""
    return " ".join(text.split()).casefold()


def unnumbered_name(text: str) -> str:
    """A name without the number that stands in its own cell: that is another when a row is put in above."""
    return unnumbered(text).casefold()


def letters(text: str) -> str:
    """A title whatever its numbers: the year, or its own number, may be what was repaired."""
    return "".join(sign for sign in text.casefold() if sign.isalpha())


@dataclass(frozen=True, slots=True)
class Renamed:
    """The new words by the old ones: of rows and columns by the letters of their table's title, of sentences by their letters."""

    rows: Mapping[tuple[str, str], str] = field(default_factory=dict)
    columns: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)

    def row(self, table: str, name: str) -> str:
        """What a row of a table with this title is called now."""
        return self.rows.get((letters(table), name), name)

    def under(self, table: Tabel, baris: Baris) -> tuple[str, str]:
        """The words that a row stands under, and its own, as they are now: two programs may have a kegiatan of one name."""
        above = table.baris[baris.parent].name if baris.parent is not None else ""
        title = table.location.table
        return self.row(title, unnumbered_name(above)), self.row(title, unnumbered_name(baris.name))

    def header(self, table: str, name: str) -> str:
        """What a column of a table with this title is headed by now."""
        return self.columns.get((letters(table), plain(name)), plain(name))

    def column(self, table: Tabel, fact: Fact) -> Hashable:
        """What the column of a figure says and is headed by, whichever it is of its table."""
        column = fact.column
        return column.measure, column.group, self.header(table.location.table, column.header), column.variant


NOTHING = Renamed()
