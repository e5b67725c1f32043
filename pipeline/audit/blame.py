"""Which operand of a failed comparison is to blame, where the rest of the report bears out the figure that is stated.

A failed comparison says that its figures do not fit, and not which of them is wrong: a parent may be right and one of its parts not,
a percentage right and an amount beside it not. A witness against an operand is another place that gives it the very value with
which the comparison holds: an amount printed elsewhere under the same measure, what another failed comparison needs, or a total
less the other rows of the column. An operand that is told again as it stands is borne out. Nobody is named where two could be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extractors.record import record
from pipeline.audit.diagnosis_changes import as_printed
from pipeline.audit.diagnosis_copies import Copies
from pipeline.audit.diagnosis_relations import Figure, Kind, Web
from pipeline.audit.diagnosis_state import State, state_of
from pipeline.audit.diagnosis_values import needs
from pipeline.audit.diagnosis_words import figure_name, lower, where
from pipeline.audit.witnesses import Ledger, measure_of
from rules import show
from rules.claims import is_telling
from rules.exact import EXACT, HUNDRED, quotient_shown, total
from rules.facts import Location, Measure
from rules.outcome import HOLDS
from rules.quantity import Quantity
from rules.rows import holding, in_column, number_of, tops
from rules.slips import slip_between

# A percentage of so many decimals is not made by another amount of the report by chance.
_PRECISE = 2
# An amount printed of something else is the right one only where it is as near as this part of the one that stands there.
_NEAR = 10


@record
class Blame:
    """A figure taken to be wrong, the value with which the comparison holds, and the witness: what it says ends a sentence."""

    figure: int
    right: Quantity
    said: str
    places: tuple[Location, ...] = ()


@record
class Court:
    """Failed comparisons of a report, its amounts, and which of the comparisons need an operand to be of which value."""

    web: Web
    state: State
    failing: tuple[int, ...]
    ledger: Ledger
    needing: Mapping[tuple[Measure | None, Decimal], Sequence[int]]


def blames(web: Web, failing: Sequence[int]) -> Mapping[int, Blame]:
    """The failed relations in which an operand is to blame: those that have a witness of their own, then those that follow from them."""
    court = _court(web, failing)
    found: dict[int, Blame] = {}
    for number in failing:
        if (blame := _judged(court, number)) is not None:
            found[number] = blame
    copies = Copies(web)
    for number in failing if found else ():
        blame = found.get(number) or _of_twin(court, copies, number, found) or _of_row(court, number, found)
        if blame is not None:
            found[number] = blame
    return found


def _court(web: Web, failing: Sequence[int]) -> Court:
    state = state_of(web)
    needing: dict[tuple[Measure | None, Decimal], list[int]] = defaultdict(list)
    for number in failing:
        for figure, value in _exact(state, number):
            needing[measure_of(web.figures[figure]), value].append(number)
    return Court(web, state, tuple(failing), Ledger(web), needing)


def _judged(court: Court, number: int) -> Blame | None:
    """The one operand against which there is a witness."""
    every = _of_percent(court, number) if court.web.relations[number].kind == Kind.PERCENT else _of_amounts(court, number)
    found = [blame for blame in every if not court.ledger.bears_out(court.web.figures[blame.figure])]
    return found[0] if len({(blame.figure, blame.right.value) for blame in found}) == 1 else None


def _blame(court: Court, figure: int, value: Decimal, witness: tuple[str, Location]) -> Iterator[Blame]:
    printed = court.web.figures[figure].number
    if isinstance(printed, Quantity) and printed.value != value:
        yield Blame(figure, as_printed(value, printed), witness[0], (witness[1],))


def _printed(court: Court, known: Figure, value: Decimal) -> tuple[str, Location] | None:
    other = court.ledger.elsewhere(known, value)
    return (f"dan angka itu tertulis {where(other)}", other.location) if other is not None else None


# ------------------------------------------------------------------ sums and differences


def _exact(state: State, number: int) -> Iterator[tuple[int, Decimal]]:
    """What each operand of a sum or a difference would have to be."""
    relation = state.web.relations[number]
    if relation.kind in (Kind.SUM, Kind.DIFFERENCE):
        for need in needs(relation.kind, state.printed(number)):
            if need.place and is_telling(need.value):
                yield relation.figures[need.place], need.value


def _of_amounts(court: Court, number: int) -> Iterator[Blame]:
    for figure, value in _exact(court.state, number):
        known = court.web.figures[figure]
        witness = _printed(court, known, value) or _percentage_of(court, known, value)
        if witness is not None:
            yield from _blame(court, figure, value, witness)


def _percentage_of(court: Court, known: Figure, value: Decimal) -> tuple[str, Location] | None:
    """A percentage that fails beside an amount of the same measure, and would hold with this one: a single slip away."""
    for number in court.failing:
        relation = court.web.relations[number]
        if relation.kind != Kind.PERCENT or known.location in relation.locations:
            continue
        for place in (1, 2):
            if measure_of(court.web.figures[relation.figures[place]]) == measure_of(known) and _is_slipped(court, number, place, value):
                stated = court.web.figures[relation.figures[0]]
                return f"dan {show.printed(stated.number)} {where(stated)} adalah persentase angka itu", stated.location
    return None


# ------------------------------------------------------------------ percentages


def _of_percent(court: Court, number: int) -> Iterator[Blame]:
    stated = court.state.printed(number)[0]
    if not isinstance(stated, Quantity) or stated.decimals < _PRECISE or stated.value <= 0:
        return
    for place in (1, 2):
        yield from _told_otherwise(court, number, place)
        yield from _needed_elsewhere(court, number, place)
        yield from _less_the_others(court, number, place)


def _told_otherwise(court: Court, number: int, place: int) -> Iterator[Blame]:
    """An amount near the one that stands there, printed elsewhere."""
    figure = court.web.relations[number].figures[place]
    known = court.web.figures[figure]
    for value in court.ledger.between(measure_of(known), *_fitting(court, number, place)):
        witness = _printed(court, known, value) if _is_near(known, value) and _holds(court, number, place, value) else None
        if witness is not None:
            yield from _blame(court, figure, value, witness)


def _needed_elsewhere(court: Court, number: int, place: int) -> Iterator[Blame]:
    """What an operand of a failed sum would have to be, a single slip away."""
    figure = court.web.relations[number].figures[place]
    for (measure, value), sums in court.needing.items():
        if measure == measure_of(court.web.figures[figure]) and _is_slipped(court, number, place, value):
            whole = court.web.figures[court.web.relations[sums[0]].figures[0]]
            said = f"dan {lower(figure_name(whole))} ({show.printed(whole.number)}) memerlukan angka itu sebagai rinciannya"
            yield from _blame(court, figure, value, (said, whole.location))


def _less_the_others(court: Court, number: int, place: int) -> Iterator[Blame]:
    """A total that is told elsewhere, less the other rows of the column."""
    figure = court.web.relations[number].figures[place]
    known = court.web.figures[figure]
    if known.tabel is None or known.baris is None or known.fact is None:
        return
    rows = tops(known.tabel, holding(known.tabel.baris, known.fact.column.index))
    others = [number_of(in_column(row, known.fact.column.index)) for row in rows if row.index != known.baris.index]
    amounts = [one.value for one in others if isinstance(one, Quantity)]
    if len(others) == len(rows) or len(others) < 2 or len(amounts) < len(others):
        return
    rest = total(amounts)
    for whole in court.ledger.between(measure_of(known), *(EXACT.add(rest, end) for end in _fitting(court, number, place))):
        value, other = EXACT.subtract(whole, rest), court.ledger.elsewhere(known, whole)
        if other is not None and _holds(court, number, place, value):
            said = f"dan total {show.printed(other.number)} {where(other)} dikurangi baris lainnya menghasilkan angka itu"
            yield from _blame(court, figure, value, (said, other.location))


def _fitting(court: Court, number: int, place: int) -> tuple[Decimal, Decimal]:
    """From where to where an operand fits a percentage, and somewhat farther: which of the amounts between do, the comparison says."""
    stated, part, whole = (one for one in court.state.printed(number) if isinstance(one, Quantity))
    ends = stated.farthest()
    if place == 1:
        return _of_hundred(whole.value, ends.low), _of_hundred(whole.value, ends.high)
    hundredfold = EXACT.multiply(part.value, HUNDRED)
    return quotient_shown(hundredfold, ends.high, 0), quotient_shown(hundredfold, ends.low if ends.low > 0 else stated.value, 0)


def _of_hundred(whole: Decimal, percent: Decimal) -> Decimal:
    return quotient_shown(EXACT.multiply(whole, percent), HUNDRED, 0)


def _is_near(known: Figure, value: Decimal) -> bool:
    own = known.number.value if isinstance(known.number, Quantity) else value
    return EXACT.multiply(_NEAR, EXACT.abs(EXACT.subtract(own, value))) <= own


def _is_slipped(court: Court, number: int, place: int, value: Decimal) -> bool:
    """Whether an operand is a single slip away from a value with which its percentage holds."""
    own = court.state.printed(number)[place]
    slip = slip_between(own.value, value, own.decimals) if isinstance(own, Quantity) else None
    return slip is not None and _holds(court, number, place, value)


def _holds(court: Court, number: int, place: int, value: Decimal) -> bool:
    numbers = court.state.printed(number)
    own = numbers[place]
    if not isinstance(own, Quantity):
        return False
    numbers[place] = as_printed(value, own)
    return court.web.relations[number].check(numbers).verdict in HOLDS


# ------------------------------------------------------------------ what follows


def _of_twin(court: Court, copies: Copies, number: int, found: Mapping[int, Blame]) -> Blame | None:
    """An operand that is to blame elsewhere, or the same figure as one that is: the only kegiatan of its program."""
    for other, blame in found.items():
        for place, figure in enumerate(court.web.relations[number].figures):
            if place and figure in copies.twins(blame.figure) and _holds(court, number, place, blame.right.value):
                return Blame(figure, blame.right, *_witness(court, number, other, blame))
    return None


def _witness(court: Court, number: int, other: int, blame: Blame) -> tuple[str, tuple[Location, ...]]:
    """The witness of a blame; where that is what this relation states itself, the relation for which it was called."""
    if not {(one.place, one.text) for one in blame.places} & {(one.place, one.text) for one in court.web.relations[number].locations}:
        return blame.said, blame.places
    first = court.web.figures[court.web.relations[other].figures[0]]
    return f"begitu pula {lower(figure_name(first))} ({show.printed(first.number)})", (first.location,)


def _of_row(court: Court, number: int, found: Mapping[int, Blame]) -> Blame | None:
    """A part of a sum that was worked out from a figure to blame: its sisa."""
    for figure, value in _exact(court.state, number):
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
