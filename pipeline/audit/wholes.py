"""What the whole of a sum makes together with its like: a total that says that the whole is right, and that its parts are not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import accumulate

from extractors.record import record
from pipeline.audit.diagnosis_relations import Figure, Kind, Web
from pipeline.audit.diagnosis_words import where
from pipeline.audit.witnesses import Ledger
from rules import show
from rules.exact import EXACT, total
from rules.facts import Location, Tabel
from rules.once import once_each
from rules.quantity import Quantity
from rules.rows import holding, in_column, named, number_of, tops
from rules.sums import MOST_PARTS

_FEWEST = 2


@record
class Top:
    """The amounts of a column that are part of no other, by their row, and what they make."""

    amounts: Mapping[int, Decimal]
    total: Decimal


def made_together(web: Web, ledger: Ledger, figure: int) -> tuple[str, Location] | None:
    """What a figure makes with its like, as the end of a sentence, and where that stands: a total, a row above them, or another place."""
    known = web.figures[figure]
    if (other := _of_total(web, figure)) is not None:
        return (named(other.baris) if other.baris is not None else where(other)), other.location
    if known.tabel is None or known.fact is None or known.baris is None:
        return None
    top = top_of(known.tabel, known.fact.column.index)
    if top is None or sum(value != 0 for value in top.amounts.values()) <= _FEWEST:
        return None
    return _of_row_above(known.tabel, known, top) or _elsewhere(ledger, known, top.total)


def top_of(tabel: Tabel, column: int) -> Top | None:
    """The rows of a column that are part of no other row; nothing where one of them holds no number."""
    return _tops_of(tabel).get(column)


@once_each
def _tops_of(tabel: Tabel) -> Mapping[int, Top]:
    found: dict[int, Top] = {}
    for column in tabel.columns:
        cells = [(row.index, number_of(in_column(row, column.index))) for row in tops(tabel, holding(tabel.baris, column.index))]
        amounts = {index: number.value for index, number in cells if isinstance(number, Quantity)}
        if len(amounts) == len(cells) > 0:
            found[column.index] = Top(amounts, total(list(amounts.values())))
    return found


def _of_total(web: Web, figure: int) -> Figure | None:
    """The total of a sum that holds, and says something."""
    for number in web.of_figure.get(figure, ()):
        one = web.relations[number]
        if one.kind == Kind.SUM and one.holds and figure in one.figures[1:]:
            parts = [web.figures[part].number for part in one.figures[1:]]
            if sum(isinstance(part, Quantity) and part.value != 0 for part in parts) >= _FEWEST:
                return web.figures[one.figures[0]]
    return None


def _of_row_above(tabel: Tabel, known: Figure, top: Top) -> tuple[str, Location] | None:
    """A row of which those behind it, this one among them, are the exact sum: `TOTAL URUSAN WAJIB` above its programs."""
    rows = list(top.amounts)
    own = rows.index(known.baris.index) if known.baris is not None and known.baris.index in top.amounts else 0
    for place in range(max(own - MOST_PARTS, 0), own):
        whole = top.amounts[rows[place]]
        sums = accumulate((top.amounts[row] for row in rows[place + 1 : place + 1 + MOST_PARTS]), EXACT.add)
        last, made = next(((at, made) for at, made in enumerate(sums, start=place + 1) if made >= whole), (place, whole))
        if last >= max(own, place + _FEWEST) and made == whole:
            above = tabel.baris[rows[place]]
            fact = in_column(above, known.fact.column.index) if known.fact is not None else None
            return named(above), fact.location if fact is not None else above.location
    return None


def _elsewhere(ledger: Ledger, known: Figure, value: Decimal) -> tuple[str, Location] | None:
    """The sum of its column, printed in another place."""
    other = next(ledger.elsewhere(known, value), None)
    return (f"{show.printed(other.number)}, yang tertulis {where(other)}", other.location) if other is not None else None
