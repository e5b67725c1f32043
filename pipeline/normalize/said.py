"""The claims of prose that are more than a figure, gathered for the rules."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import Document
from pipeline.normalize.said_formulas import formulas, pending
from pipeline.normalize.said_parts import parts, sums
from pipeline.normalize.said_recaps import recaps, told_recaps
from pipeline.normalize.said_reckoned import reckoned
from pipeline.normalize.said_results import efficient, judgements
from pipeline.normalize.said_shares import shares
from pipeline.normalize.said_splits import splits
from pipeline.normalize.said_workings import workings
from pipeline.normalize.said_years import changed_laws, compared_years, dated_laws, falls
from rules.facts import Sentence, Tabel
from rules.said import Said


def said(document: Document, tables: Sequence[Tabel], prose: Sequence[Sentence]) -> Said:
    """What the sentences of a report, and some cells of its tables, claim: kind by kind."""
    return Said(
        shares=tuple(shares(prose)),
        judgements=judgements(document, tables, prose),
        compared_years=tuple(compared_years(prose)),
        dated_laws=tuple(dated_laws(prose)),
        changed_laws=tuple(changed_laws(prose)),
        formulas=tuple(formulas(document.blocks, prose)),
        pending=tuple(pending(prose)),
        parts=(*parts(prose), *sums(prose), *splits(prose)),
        falls=tuple(falls(prose)),
        recaps=(*recaps(document), *told_recaps(prose)),
        efficient=tuple(efficient(prose)),
        workings=tuple(workings(document.blocks)),
        reckoned=tuple(reckoned(prose)),
    )
