"""A document as read to a report as facts: the whole of normalization, as one pure function."""

from __future__ import annotations

from extractors.model import Document
from pipeline.normalize.grades import grades
from pipeline.normalize.headings import headings
from pipeline.normalize.identity import identity
from pipeline.normalize.narrative import mentions, terbilang_of
from pipeline.normalize.said import said
from pipeline.normalize.scales import scales_of
from pipeline.normalize.sentences import sentences
from pipeline.normalize.tables import tables_of
from rules.facts import ReportView


def view_of(document: Document) -> ReportView:
    """The facts of a document on the common schema, ready for the rules."""
    who = identity(document)
    tables, subjects = tables_of(document, who.year)
    prose = sentences(document.blocks)
    return ReportView(
        document=document.name,
        identity=who,
        tables=tables,
        scales=scales_of(document),
        mentions=mentions(prose, subjects, who.year),
        terbilang=terbilang_of(document.blocks),
        sebutan=grades(prose, tables),
        headings=headings(document.blocks),
        sentences=prose,
        said=said(document, tables, prose),
    )
