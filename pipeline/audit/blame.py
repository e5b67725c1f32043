"""Which operand of a failed comparison is to blame, where the rest of the report bears out the figure that is stated.

A failed comparison says that its figures do not fit, and not which of them is wrong: a parent may be right and one of its parts not,
a percentage right and an amount beside it not. A witness against an operand is another place that gives it the very value with
which the comparison holds: an amount printed elsewhere under the same measure, what another failed comparison needs, or a total
less the other rows of the column. Against a row that repeats another one a sentence speaks that tells otherwise. An operand that is
told again as it stands is borne out. Nobody is named where two could be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice

from extractors.record import record
from pipeline.audit.court import Court, court_of, exact_needs, fitting, holds_with, is_precise
from pipeline.audit.diagnosis_changes import as_printed
from pipeline.audit.diagnosis_copies import Copies
from pipeline.audit.diagnosis_relations import Figure, Kind, Web
from pipeline.audit.diagnosis_values import needs
from pipeline.audit.diagnosis_words import figure_name, lower, relation_title, where
from pipeline.audit.repeated_rows import repeated_by
from pipeline.audit.wholes import top_of
from pipeline.audit.witnesses import Ledger, measure_of, same_subject
from rules import show
from rules.exact import EXACT
from rules.facts import Location
from rules.quantity import Quantity
from rules.slips import TYPED, slip_between

# Comparisons of one row.
_IN_ROW = (Kind.DIFFERENCE, Kind.PERCENT, Kind.REST_PERCENT)
# A total less the other rows is one of so many.
_FEWEST_ROWS = 3


@record
class Blame:
    """A figure taken to be wrong, the value with which the comparison holds, and the witness: what it says ends a sentence."""

    figure: int
    right: Quantity
    said: str
    places: tuple[Location, ...] = ()


def blames(web: Web, failing: Sequence[int], ledger: Ledger) -> Mapping[int, Blame]:
    """The failed relations in which an operand is to blame: those that have a witness of their own, then those that follow from them."""
    court = court_of(web, failing, ledger)
    found: dict[int, Blame] = {}
    for number in failing:
        if (blame := _judged(court, number)) is not None:
            found[number] = blame
    if not found:
        return found
    copies = Copies(web)
    for number in failing:
        blame = found.get(number) or _of_twin(court, copies, number, found) or _of_row(court, number, found)
        if blame is not None:
            found[number] = blame
    return found


def _judged(court: Court, number: int) -> Blame | None:
    """The one operand against which there is a witness."""
    match court.web.relations[number].kind:
        case Kind.PERCENT:
            every = _of_percent(court, number)
        case Kind.SAME:
            every = _of_statement(court, number)
        case _:
            every = _of_amounts(court, number)
    found = [blame for blame in every if not _is_borne_out(court, number, blame)]
    return found[0] if len({(blame.figure, blame.right.value) for blame in found}) == 1 else None


def _is_borne_out(court: Court, number: int, blame: Blame) -> bool:
    """Whether a figure is told again as it stands; or, where its row is compared, worked out or worked with rightly in that row."""
    if court.ledger.bears_out(court.web.figures[blame.figure]):
        return True
    if court.web.relations[number].kind not in _IN_ROW:
        return False
    return any(court.web.relations[other].kind in _IN_ROW for other in court.state.broken_by({blame.figure: blame.right}))


def _blame(court: Court, figure: int, value: Decimal, witness: tuple[str, Location]) -> Iterator[Blame]:
    printed = court.web.figures[figure].number
    if isinstance(printed, Quantity) and printed.value != value:
        yield Blame(figure, as_printed(value, printed), witness[0], (witness[1],))


def _printed(other: Figure) -> tuple[str, Location]:
    return f"dan angka itu tertulis {where(other)}", other.location


# ------------------------------------------------------------------ sums and differences


def _of_amounts(court: Court, number: int) -> Iterator[Blame]:
    for figure, value in exact_needs(court.state, number):
        known = court.web.figures[figure]
        other = next(court.ledger.elsewhere(known, value), None)
        witness = _printed(other) if other is not None else _percentage_of(court, known, value)
        if witness is not None:
            yield from _blame(court, figure, value, witness)


def _percentage_of(court: Court, known: Figure, value: Decimal) -> tuple[str, Location] | None:
    """A percentage that fails beside an amount of the same measure, a single slip away from this one, and would hold with it."""
    for number in court.percentages.get((measure_of(known), value), ()):
        stated = court.web.figures[court.web.relations[number].figures[0]]
        return f"dan {show.printed(stated.number)} {where(stated)} adalah persentase angka itu", stated.location
    return None


# ------------------------------------------------------------------ what a sentence and a table state


def _of_statement(court: Court, number: int) -> Iterator[Blame]:
    """A cell that differs from what a sentence says, in a row that repeats the figures of another one."""
    first, *cells = court.web.relations[number].figures
    said = court.state.numbers[first]
    if court.web.figures[first].mention is None or not isinstance(said, Quantity):
        return
    for cell in cells:
        if (other := repeated_by(court.ledger, court.web.figures[cell])) is not None:
            yield from _blame(court, cell, said.value, (f"dan barisnya mengulang angka yang tertulis {where(other)}", other.location))


# ------------------------------------------------------------------ percentages


def _of_percent(court: Court, number: int) -> Iterator[Blame]:
    for place in (1, 2) if is_precise(court.state, number) else ():
        yield from _told_otherwise(court, number, place)
        yield from _needed_elsewhere(court, number, place)
        yield from _less_the_others(court, number, place)


def _told_otherwise(court: Court, number: int, place: int) -> Iterator[Blame]:
    """An amount printed elsewhere of the same thing, or beside the other operand, or a single slip away: others fit by chance."""
    relation = court.web.relations[number]
    known, beside = (court.web.figures[relation.figures[one]] for one in (place, 3 - place))
    for value in court.ledger.between(measure_of(known), *fitting(court.state, number, place)):
        if holds_with(court.state, number, place, value):
            tied = (other for other in court.ledger.elsewhere(known, value) if _is_tied(court, known, other, beside))
            yield from (blame for other in islice(tied, 1) for blame in _blame(court, relation.figures[place], value, _printed(other)))


def _is_tied(court: Court, known: Figure, other: Figure, beside: Figure) -> bool:
    return same_subject(known, other) or court.ledger.stands_beside(other, beside) or _is_slip_of(known, other)


def _is_slip_of(known: Figure, other: Figure) -> bool:
    """Whether an amount is a single slip away from another, or what both have before their zeros: `128.500.000` for 128.250.000."""
    one, two = known.number, other.number
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    pairs = ((one.value, two.value), (_before_zeros(one.value), _before_zeros(two.value)))
    return any(slip_between(printed, right, 0) in TYPED for printed, right in pairs)


def _needed_elsewhere(court: Court, number: int, place: int) -> Iterator[Blame]:
    """What an operand of a failed sum would have to be, a single slip away."""
    figure = court.web.relations[number].figures[place]
    for value in court.slipped.get((number, place), ()):
        (first, *_) = court.needing[measure_of(court.web.figures[figure]), value]
        whole = court.web.figures[court.web.relations[first].figures[0]]
        said = f"dan {lower(figure_name(whole))} ({show.printed(whole.number)}) memerlukan angka itu sebagai rinciannya"
        yield from _blame(court, figure, value, (said, whole.location))


def _less_the_others(court: Court, number: int, place: int) -> Iterator[Blame]:
    """A total that is told elsewhere, less the other rows of the column."""
    figure = court.web.relations[number].figures[place]
    known = court.web.figures[figure]
    if known.tabel is None or known.baris is None or known.fact is None:
        return
    top = top_of(known.tabel, known.fact.column.index)
    if top is None or known.baris.index not in top.amounts or len(top.amounts) < _FEWEST_ROWS:
        return
    rest = EXACT.subtract(top.total, top.amounts[known.baris.index])
    for whole in court.ledger.between(measure_of(known), *(EXACT.add(rest, end) for end in fitting(court.state, number, place))):
        value, other = EXACT.subtract(whole, rest), next(court.ledger.elsewhere(known, whole), None)
        if other is not None and holds_with(court.state, number, place, value):
            said = f"dan total {show.printed(other.number)} {where(other)} dikurangi baris lainnya menghasilkan angka itu"
            yield from _blame(court, figure, value, (said, other.location))


def _before_zeros(value: Decimal) -> Decimal:
    return Decimal("".join(map(str, value.normalize(EXACT).as_tuple().digits)))


# ------------------------------------------------------------------ what follows


def _of_twin(court: Court, copies: Copies, number: int, found: Mapping[int, Blame]) -> Blame | None:
    """An operand that is to blame elsewhere, or the same figure as one that is: the only kegiatan of its program."""
    for other, blame in found.items():
        for place, figure in enumerate(court.web.relations[number].figures):
            if place and figure in copies.twins(blame.figure) and holds_with(court.state, number, place, blame.right.value):
                follows = Blame(figure, blame.right, *_witness(court, number, other, blame))
                return None if _is_borne_out(court, number, follows) else follows
    return None


def _witness(court: Court, number: int, other: int, blame: Blame) -> tuple[str, tuple[Location, ...]]:
    """The witness of a blame; where that is what this relation states itself, the relation for which it was called."""
    if not {(one.place, one.text) for one in blame.places} & {(one.place, one.text) for one in court.web.relations[number].locations}:
        return blame.said, blame.places
    first = court.web.figures[court.web.relations[other].figures[0]]
    return f"begitu pula {lower(relation_title(court.web, court.web.relations[other]))} ({show.printed(first.number)})", (first.location,)


def _of_row(court: Court, number: int, found: Mapping[int, Blame]) -> Blame | None:
    """A part of a sum that was worked out from a figure to blame: its sisa."""
    for figure, value in exact_needs(court.state, number):
        for blame in found.values():
            if _worked_out(court, figure, blame) == value:
                said = (
                    f"karena {lower(figure_name(court.web.figures[blame.figure]))} agaknya {show.quantity(blame.right.value, blame.right)}"
                )
                return next(_blame(court, figure, value, (said, blame.places[0])), None)
    return None


def _worked_out(court: Court, figure: int, blame: Blame) -> Decimal | None:
    """What a figure would be with another one of its row as it should be, where it is worked out from it."""
    for number in court.web.of_figure.get(blame.figure, ()):
        relation = court.web.relations[number]
        if relation.kind == Kind.DIFFERENCE and relation.holds and figure in relation.figures and figure != blame.figure:
            printed = court.state.printed(number)
            printed[relation.figures.index(blame.figure)] = blame.right
            wanted = relation.figures.index(figure)
            return next((need.value for need in needs(relation.kind, printed) if need.place == wanted), None)
    return None
