"""The claims of prose that are more than a figure, gathered for the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractors.model import Document
from pipeline.normalize.said_differences import differences
from pipeline.normalize.said_formulas import formulas, pending
from pipeline.normalize.said_means import means
from pipeline.normalize.said_parts import parts, sums
from pipeline.normalize.said_recaps import recaps, told_recaps
from pipeline.normalize.said_reckoned import reckoned
from pipeline.normalize.said_results import efficient, judgements
from pipeline.normalize.said_shares import shares
from pipeline.normalize.said_splits import splits
from pipeline.normalize.said_totals import totals
from pipeline.normalize.said_workings import workings
from pipeline.normalize.said_years import changed_laws, compared_years, dated_laws, falls
from rules.facts import Location, Sentence, Tabel
from rules.said import Parts, Said


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
        parts=tuple(_once((*parts(prose), *sums(prose), *splits(prose), *totals(prose)))),
        means=tuple(means(prose)),
        differences=tuple(differences(prose)),
        falls=tuple(falls(prose)),
        recaps=(*recaps(document), *told_recaps(prose)),
        efficient=tuple(efficient(prose)),
        workings=tuple(workings(document.blocks)),
        reckoned=tuple(reckoned(prose)),
    )


def _once(found: Iterable[Parts]) -> Iterable[Parts]:
    """What is read in two ways is one claim, in the first of them."""
    claims: dict[tuple[Location, Decimal], Parts] = {}
    for one in found:
        claims.setdefault((one.location, one.whole.value), one)
    return claims.values()
