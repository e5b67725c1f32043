"""A document as read to a report as facts: the whole of normalization, as one pure function."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import Document
from extractors.unswept import unswept
from pipeline.normalize.grades import grades
from pipeline.normalize.headings import headings
from pipeline.normalize.identity import identity
from pipeline.normalize.naming import names_of
from pipeline.normalize.narrative import mentions, terbilang_of
from pipeline.normalize.printed_lines import printed_lines
from pipeline.normalize.said import said
from pipeline.normalize.scales import scales_of
from pipeline.normalize.sentences import sentences
from pipeline.normalize.sole_indicators import other_keys, said_under_one_key, under_one_key
from pipeline.normalize.tables import tables_of
from rules.facts import ReportView
from rules.nomenclature import Resmi, built_in

# Less is a header and a footer around a picture.
FEWEST_CHARACTERS = 150


@unswept()
def view_of(document: Document, official: Sequence[Resmi] | None = None) -> ReportView:
    """The facts of a document on the common schema, ready for the rules; `official` are the names that hold, ours if none are given."""
    who = identity(document)
    tables, subjects = tables_of(document, who.year)
    prose = sentences(document.blocks)
    titles = headings(document.blocks)
    keys = other_keys(tables)
    return ReportView(
        document=document.name,
        identity=who,
        tables=under_one_key(tables, keys),
        scales=scales_of(document),
        mentions=said_under_one_key(mentions(prose, subjects, who.year), keys),
        terbilang=terbilang_of((*prose, *document.tables)),
        sebutan=grades(prose, tables),
        headings=titles,
        sentences=prose,
        names=names_of(document, tables, (prose, titles), who, built_in() if official is None else official),
        said=said(document, tables, prose),
        lines=printed_lines(document.blocks),
        bare_pages=tuple(page.number for page in document.pages if page.characters < FEWEST_CHARACTERS),
        undrawn_pages=frozenset(page.number for page in document.pages if page.undrawn),
    )
