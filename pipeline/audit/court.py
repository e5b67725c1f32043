"""What the failed comparisons of a report need, so that one can bear witness in another: the values with which they would hold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extractors.record import record
from pipeline.audit.diagnosis_changes import as_printed
from pipeline.audit.diagnosis_relations import Kind, Web
from pipeline.audit.diagnosis_state import State, state_of
from pipeline.audit.diagnosis_values import needs
from pipeline.audit.witnesses import Ledger, Valued, measure_of
from rules.claims import is_telling
from rules.exact import EXACT, HUNDRED, quotient_shown
from rules.facts import Measure
from rules.outcome import HOLDS
from rules.quantity import Quantity
from rules.slips import slip_between

# A percentage of so many decimals is not made by another amount of the report by chance.
_PRECISE = 2


@record
class Court:
    """A report with its amounts, what its failed comparisons need, and which failed percentages would hold with just that.

    `needing` are sums and differences by the measure and value of an operand; of `slipped` the values, a single slip away, are by
    the relation of a percentage and the place of its operand; `percentages` are the same the other way round.
    """

    web: Web
    state: State
    ledger: Ledger
    needing: Mapping[Valued, Sequence[int]]
    slipped: Mapping[tuple[int, int], Sequence[Decimal]]
    percentages: Mapping[Valued, Sequence[int]]


def court_of(web: Web, failing: Sequence[int], ledger: Ledger) -> Court:
    """A report with some of its failed comparisons, before which its amounts bear witness."""
    state = state_of(web)
    needing: dict[Valued, list[int]] = defaultdict(list)
    for number in failing:
        for figure, value in exact_needs(state, number):
            needing[measure_of(web.figures[figure]), value].append(number)
    slipped: dict[tuple[int, int], list[Decimal]] = defaultdict(list)
    percentages: dict[Valued, list[int]] = defaultdict(list)
    values: dict[Measure | None, list[Decimal]] = defaultdict(list)
    for measure, value in sorted(needing, key=lambda need: need[1]):
        values[measure].append(value)
    for number in (one for one in failing if is_precise(state, one)):
        for place in (1, 2):
            measure = measure_of(web.figures[web.relations[number].figures[place]])
            for value in _within(values[measure], fitting(state, number, place)):
                if _is_slipped(state, number, place, value):
                    slipped[number, place].append(value)
                    percentages[measure, value].append(number)
    return Court(web, state, ledger, needing, slipped, percentages)


def exact_needs(state: State, number: int) -> Iterator[tuple[int, Decimal]]:
    """What each operand of a sum or a difference would have to be."""
    relation = state.web.relations[number]
    if relation.kind in (Kind.SUM, Kind.DIFFERENCE):
        for need in needs(relation.kind, state.printed(number)):
            if need.place and is_telling(need.value):
                yield relation.figures[need.place], need.value


def is_precise(state: State, number: int) -> bool:
    """Whether a relation states a percentage so finely that no other amount makes it by chance."""
    stated = state.printed(number)[0]
    precise = isinstance(stated, Quantity) and stated.decimals >= _PRECISE and stated.value > 0
    return precise and state.web.relations[number].kind == Kind.PERCENT


def _within(values: Sequence[Decimal], ends: tuple[Decimal, Decimal]) -> Sequence[Decimal]:
    return values[bisect_left(values, ends[0]) : bisect_right(values, ends[1])]


def fitting(state: State, number: int, place: int) -> tuple[Decimal, Decimal]:
    """From where to where an operand fits a percentage, and somewhat farther: which of the amounts between do, the comparison says."""
    stated, part, whole = (one for one in state.printed(number) if isinstance(one, Quantity))
    ends = stated.farthest()
    if place == 1:
        return _of_hundred(whole.value, ends.low), _of_hundred(whole.value, ends.high)
    hundredfold = EXACT.multiply(part.value, HUNDRED)
    return quotient_shown(hundredfold, ends.high, 0), quotient_shown(hundredfold, ends.low if ends.low > 0 else stated.value, 0)


def _of_hundred(whole: Decimal, percent: Decimal) -> Decimal:
    return quotient_shown(EXACT.multiply(whole, percent), HUNDRED, 0)


def _is_slipped(state: State, number: int, place: int, value: Decimal) -> bool:
    """Whether an operand is a single slip away from a value with which its percentage holds."""
    own = state.printed(number)[place]
    slip = slip_between(own.value, value, own.decimals) if isinstance(own, Quantity) else None
    return slip is not None and holds_with(state, number, place, value)


def holds_with(state: State, number: int, place: int, value: Decimal) -> bool:
    """Whether a relation holds with another value in one of its places."""
    numbers = state.printed(number)
    own = numbers[place]
    if not isinstance(own, Quantity):
        return False
    numbers[place] = as_printed(value, own)
    return state.web.relations[number].check(numbers).verdict in HOLDS
