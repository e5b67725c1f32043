"""Which smallest changes might explain the failed comparisons of a report: one value, two exchanged, one row more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from pipeline.audit.diagnosis_copies import Copies
from pipeline.audit.diagnosis_relations import Kind, Relation
from pipeline.audit.diagnosis_state import Change, State
from pipeline.audit.diagnosis_values import Need, needs
from rules import show
from rules.exact import EXACT, ZERO, total
from rules.facts import Measure, Tabel
from rules.outcome import Slip
from rules.quantity import Quantity
from rules.slips import decimals_of, slip_between

# Comparisons within a row; only those name so few figures that exchanging any two of them can be tried.
IN_ROW = (Kind.PERCENT, Kind.REST_PERCENT, Kind.DIFFERENCE, Kind.CAPAIAN, Kind.LIMIT, Kind.CHANGE)
# So many rows of a table may fail before exchanges among them are no longer looked for: it was misread.
_MOST_ROWS = 24
# So many parts of one sum, and so many slips among them, are tried together.
_MOST_SLIPS = 60


def single_changes(state: State, copies: Copies, relation: int) -> Iterator[Change]:
    """One figure of a failed comparison, alone or wherever the same figure is bound to it, with the value it needs."""
    one = state.web.relations[relation]
    for need in needs(one.kind, state.printed(relation)):
        figure = one.figures[need.place]
        if need.value > 0 or one.kind in (Kind.DIFFERENCE, Kind.CHANGE):
            yield changed(state, copies, (figure,), need)
            if len(twins := copies.twins(figure)) > 1:
                yield changed(state, copies, twins, need)
    if one.kind in (Kind.PERCENT, Kind.CAPAIAN):
        yield from _taken_for(state, copies, one.figures[1:])


def _taken_for(state: State, copies: Copies, operands: Sequence[int]) -> Iterator[Change]:
    """An operand of a percentage that should be another figure of its subject: the target of the year, not of the plan.

    It may as well be that the percentage was worked out with the wrong one of two right targets.
    """
    for figure in operands:
        printed = state.numbers[figure]
        if isinstance(printed, Quantity):
            yield from (Change(((figure, as_printed(value, printed)),), Slip.SALINAN, weak=True) for value in copies.otherwise(figure))


def changed(state: State, copies: Copies, figures: Sequence[int], need: Need) -> Change:
    """Some figures that print the same with another value."""
    printed = [state.numbers[figure] for figure in figures]
    values = tuple((f, as_printed(need.value, n)) for f, n in zip(figures, printed, strict=True) if isinstance(n, Quantity))
    return Change(values, _slip(copies, figures, values[0][1], printed[0]), need.weak)


def _slip(copies: Copies, figures: Sequence[int], right: Quantity, printed: object) -> Slip:
    if not isinstance(printed, Quantity):
        return Slip.LAIN
    if copies.of_neighbour(figures):
        return Slip.TETANGGA
    typed = slip_between(printed.value, right.value, printed.decimals)
    return typed or (Slip.SALINAN if copies.of_elsewhere(figures) else Slip.LAIN)


def as_printed(value: Decimal, like: Quantity) -> Quantity:
    """A worked-out value as it would be printed in the place of another."""
    decimals = max(like.decimals, decimals_of(value)) if like.decimals >= 0 else like.decimals
    shaped = replace(like, value=value, decimals=decimals, column_decimals=max(like.column_decimals, decimals))
    said = show.quantity(value, shaped)
    return replace(shaped, text=said if "%" in like.text else said.removesuffix("%"))


def exchanges(state: State, failing: Iterable[int]) -> Iterator[Change]:
    """Two figures of failed comparisons within rows, in one row or in one column, each in the other's place."""
    columns: dict[tuple[str, int], set[int]] = defaultdict(set)
    pairs: set[tuple[int, int]] = set()
    for number in failing:
        relation = state.web.relations[number]
        if relation.kind not in (*IN_ROW, Kind.SAME):
            continue
        for figure in relation.figures:
            known = state.web.figures[figure]
            if known.tabel is not None and known.fact is not None:
                columns[known.tabel.id, known.fact.column.index].add(figure)
        if relation.kind in IN_ROW:
            pairs.update((one, two) for one, two in combinations(sorted(relation.figures), 2))
    for figures in columns.values():
        if len(figures) <= _MOST_ROWS:
            pairs.update(combinations(sorted(figures), 2))
    yield from (change for one, two in sorted(pairs | set(_across_sums(state, failing))) if (change := _exchange(state, one, two)))


def _across_sums(state: State, failing: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Parts of two sums of one column, one as much too high as the other is too low."""
    sums = [(state.web.relations[number], gap) for number in failing if (gap := gap_of(state, number)) is not None]
    by_gap: dict[Decimal, list[Relation]] = defaultdict(list)
    for relation, gap in sums:
        by_gap[gap].append(relation)
    for relation, gap in sums:
        for other in by_gap.get(EXACT.minus(gap), ()) if gap > 0 else ():
            at = {_value(state, figure): figure for figure in other.figures[1:]}
            for figure in relation.figures[1:]:
                value = _value(state, figure)
                twin = at.get(EXACT.add(value, gap)) if value is not None else None
                if twin is not None and _column(state, figure) == _column(state, twin):
                    yield min(figure, twin), max(figure, twin)


def _column(state: State, figure: int) -> tuple[str, int] | None:
    known = state.web.figures[figure]
    return (known.tabel.id, known.fact.column.index) if known.tabel is not None and known.fact is not None else None


def _value(state: State, figure: int) -> Decimal | None:
    number = state.numbers[figure]
    return number.value if isinstance(number, Quantity) else None


def _exchange(state: State, one: int, two: int) -> Change | None:
    a, b = state.numbers[one], state.numbers[two]
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.value == b.value:
        return None
    return Change(((one, as_printed(b.value, a)), (two, as_printed(a.value, b))), Slip.BERTUKAR)


def gap_of(state: State, relation: int) -> Decimal | None:
    """How much a failed sum states more than its parts make."""
    one, numbers = state.web.relations[relation], state.printed(relation)
    printed = [number for number in numbers if isinstance(number, Quantity)]
    if one.kind != Kind.SUM or len(printed) < len(numbers) or len(printed) < 2:
        return None
    return EXACT.subtract(printed[0].value, total([part.value for part in printed[1:]]))


def missing_rows(state: State, failing: Iterable[int]) -> Iterator[Change]:
    """One part too few in the sums of one row: a pagu with a realisasi within it; or the same gap under one name in two tables."""
    rows: dict[tuple[str, int], list[tuple[int, Decimal]]] = defaultdict(list)
    names: dict[tuple[str, Measure, Decimal], list[tuple[int, Decimal]]] = defaultdict(list)
    for number in failing:
        gap, whole = gap_of(state, number), state.web.figures[state.web.relations[number].figures[0]]
        if gap is None or gap <= 0 or whole.tabel is None or whole.baris is None or whole.fact is None:
            continue
        rows[whole.tabel.id, whole.baris.index].append((number, gap))
        if whole.baris.subject:
            names[whole.baris.subject, whole.fact.measure, gap].append((number, gap))
    for found in rows.values():
        if len(found) > 1 and _is_a_row(state, found):
            yield _row(state, found)
    for found in names.values():
        tables = [tabel.id for number, _ in found if (tabel := _whole_table(state, number)) is not None]
        if len(found) > 1 and len(set(tables)) == len(found):
            yield _row(state, found)


def _whole_table(state: State, relation: int) -> Tabel | None:
    return state.web.figures[state.web.relations[relation].figures[0]].tabel


def _row(state: State, found: Sequence[tuple[int, Decimal]]) -> Change:
    rows = [(number, whole, gap) for number, gap in found if isinstance(whole := state.printed(number)[0], Quantity)]
    return Change((), Slip.BARIS_HILANG, rows=tuple((number, as_printed(gap, whole)) for number, whole, gap in rows))


def _is_a_row(state: State, found: Sequence[tuple[int, Decimal]]) -> bool:
    """Whether what is missing could be one row: no realisasi or sisa above its pagu, and they make it up where all are there."""
    gaps: dict[Measure, list[Decimal]] = defaultdict(list)
    for number, gap in found:
        fact = state.web.figures[state.web.relations[number].figures[0]].fact
        if fact is not None:
            gaps[fact.measure].append(gap)
    pagu = gaps.get(Measure.PAGU, [])
    others = [gap for measure in (Measure.REALISASI, Measure.SISA) for gap in gaps.get(measure, [])]
    return bool(pagu) and all(gap <= max(pagu) for gap in others)


def joint_changes(state: State, copies: Copies, failing: Sequence[int]) -> Iterator[Change]:
    """Rows of one failed sum, each with a slip that mends its own percentage: two of them, or all, mend the sum together."""
    slips: dict[int, list[Need]] = defaultdict(list)
    for number in failing:
        one = state.web.relations[number]
        if one.kind in (Kind.PERCENT, Kind.CAPAIAN):
            for need in needs(one.kind, state.printed(number)):
                if need.weak:
                    slips[one.figures[need.place]].append(need)
    for number in failing:
        gap = gap_of(state, number)
        if gap is not None:
            yield from _pairs_making(state, copies, [f for f in state.web.relations[number].figures[1:] if f in slips], (slips, gap))


def _pairs_making(state: State, copies: Copies, figures: Sequence[int], wanted: tuple[dict[int, list[Need]], Decimal]) -> Iterator[Change]:
    slips, gap = wanted
    steps = [(figure, need) for figure in figures for need in slips[figure]]
    together = list(combinations(steps, 2)) if len(steps) <= _MOST_SLIPS else []
    for chosen in (*together, *([tuple(steps)] if len(steps) > 2 else [])):
        own = {figure for figure, _ in chosen}
        if len(own) == len(chosen) and total([_step(state, *one) for one in chosen]) == gap:
            parts = [changed(state, copies, (figure,), need) for figure, need in sorted(chosen, key=lambda one: one[0])]
            yield Change(tuple(value for part in parts for value in part.values), parts[0].slip, parts=tuple(parts))


def _step(state: State, figure: int, need: Need) -> Decimal:
    """How much a figure goes up with what it needs."""
    return EXACT.subtract(need.value, _value(state, figure) or ZERO)
