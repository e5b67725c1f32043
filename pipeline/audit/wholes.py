"""What the whole of a sum makes together with its like: a total that says that the whole is right, and that its parts are not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.audit.diagnosis_relations import Figure, Kind, Web
from pipeline.audit.diagnosis_words import where
from pipeline.audit.witnesses import Ledger
from rules import show
from rules.exact import EXACT, ZERO, total
from rules.facts import Baris, Fact, Location
from rules.quantity import Quantity
from rules.rows import holding, in_column, named, tops

_FEWEST = 2


def made_together(web: Web, figure: int) -> tuple[str, Location] | None:
    """What a figure makes with its like, as the end of a sentence, and where that stands: a total, a row above them, or another place."""
    known = web.figures[figure]
    if (other := _of_total(web, figure)) is not None:
        return (named(other.baris) if other.baris is not None else where(other)), other.location
    if known.tabel is None or known.fact is None or known.baris is None:
        return None
    column = known.fact.column.index
    cells = [(row, fact) for row in tops(known.tabel, holding(known.tabel.baris, column)) if (fact := in_column(row, column)) is not None]
    amounts = [(row, fact, fact.quantity.value) for row, fact in cells if fact.quantity is not None]
    if len(amounts) < len(cells) or sum(value != 0 for _, _, value in amounts) <= _FEWEST:
        return None
    return _of_row_above(known.baris, amounts) or _elsewhere(web, known, total([value for _, _, value in amounts]))


def _of_total(web: Web, figure: int) -> Figure | None:
    """The total of a sum that holds, and says something."""
    for number in web.of_figure.get(figure, ()):
        one = web.relations[number]
        if one.kind == Kind.SUM and one.holds and figure in one.figures[1:]:
            parts = [web.figures[part].number for part in one.figures[1:]]
            if sum(isinstance(part, Quantity) and part.value != 0 for part in parts) >= _FEWEST:
                return web.figures[one.figures[0]]
    return None


def _of_row_above(baris: Baris, amounts: Sequence[tuple[Baris, Fact, Decimal]]) -> tuple[str, Location] | None:
    """A row of which those behind it, this one among them, are the exact sum: `TOTAL URUSAN WAJIB` above its programs."""
    for place, (row, fact, whole) in enumerate(amounts):
        running, count, passed = ZERO, 0, False
        for other, _, value in amounts[place + 1 :] if row.index < baris.index and whole else ():
            running, count, passed = EXACT.add(running, value), count + 1, passed or other.index == baris.index
            if running >= whole:
                break
        if passed and count >= _FEWEST and running == whole:
            return named(row), fact.location
    return None


def _elsewhere(web: Web, known: Figure, value: Decimal) -> tuple[str, Location] | None:
    """The sum of its column, printed in another place."""
    other = Ledger(web).elsewhere(known, value)
    return (f"{show.printed(other.number)}, yang tertulis {where(other)}", other.location) if other is not None else None
