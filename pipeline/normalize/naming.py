"""Every name of a report that can be held against another: official names, and one thing under two names."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import Document
from pipeline.normalize.official import official_names
from rules.facts import Heading, Identity, Sentence, Tabel
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
    return Names(resmi=official_names(document, tables, (*prose, *headings), who, official))
