"""Every name of a report that can be held against another: official names, and one thing under two names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.model import Document, Table
from pipeline.normalize.abbreviations import abbreviations
from pipeline.normalize.numbered_names import numbered
from pipeline.normalize.official import official_names
from pipeline.normalize.own_names import own_names
from pipeline.normalize.regulations import cited
from pipeline.normalize.sasaran_names import sasaran_names
from pipeline.normalize.twin_names import twins
from pipeline.normalize.unit_names import unit_names
from rules.facts import Heading, Identity, Location, Sentence, Tabel
from rules.naming import Names
from rules.nomenclature import Resmi


def names_of(
    document: Document,
    tables: Sequence[Tabel],
    text: tuple[Sequence[Sentence], Sequence[Heading]],
    who: Identity,
    official: Sequence[Resmi],
) -> Names:
    """The names of a report; `text` are its sentences and its headings."""
    prose, headings = text
    lines: Sequence[Sentence | Heading] = (*prose, *headings)
    said = [*((one.text, one.location) for one in lines), *_cells(document.tables)]
    twin = tuple(twins(tables, who.year))
    return Names(
        resmi=official_names(document, tables, lines, who, official),
        ragam=(
            *cited(prose),
            *own_names(document.lines, prose, who),
            *abbreviations(said),
            *unit_names(said),
            *twin,
            *sasaran_names(list(zip(document.tables, tables, strict=True)), who.year, twin),
            *numbered(tables, said),
        ),
    )


def _cells(tables: Sequence[Table]) -> Iterator[tuple[str, Location]]:
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                text = " ".join(cell.text.split())
                if text:
                    yield text, Location(cell.place, text, table.caption)
