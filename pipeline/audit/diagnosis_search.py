"""The search for the smallest changes that explain the failed comparisons: the most telling first, none where two are as good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.audit.diagnosis_changes import IN_ROW, exchanges, joint_changes, missing_rows, single_changes
from pipeline.audit.diagnosis_copies import Copies
from pipeline.audit.diagnosis_relations import Kind, Relation, Web
from pipeline.audit.diagnosis_state import Change, State, state_of
from rules import show
from rules.exact import unit_of
from rules.outcome import Slip
from rules.quantity import Number, Quantity
from rules.slips import TYPED

# So many failed comparisons of one report are explained; a report of which more fail was misread.
_MOST_FAILING = 400
# A percentage of so many decimals, and so many of its last units off, fits another operand by chance in one case of thirty.
_PRECISE, _FAR = 2, 100


@dataclass(frozen=True, slots=True)
class Explanation:
    """A change with the failed relations that it mends (`fixed`), and those within its rows that were worked out from the slip.

    Of the `touched` relations in which the changed figures take part, `before` hold without it and those in `held` with it.
    `printed` are the changed figures as they stand.
    """

    change: Change
    fixed: tuple[int, ...]
    derived: tuple[int, ...]
    printed: tuple[Number, ...]
    before: int
    held: tuple[int, ...]
    touched: int

    @property
    def says_more(self) -> bool:
        """Whether it says more than its one finding does: it explains several, or names a slip."""
        return len(self.fixed) > 1 or (self.change.slip != Slip.LAIN and not self.change.weak)


@dataclass(frozen=True, slots=True)
class Explained:
    """The explanations that are told, the most telling first, and the report with all of them taken over."""

    explanations: tuple[Explanation, ...]
    state: State


def explanations(web: Web) -> Explained:
    """The changes that explain what fails; each mends the report with those before it taken over."""
    state, copies = state_of(web), Copies(web)
    failing = state.failing()[:_MOST_FAILING]
    pool = _weighed(state, _candidates(state, copies, failing))
    found: list[Explanation] = []
    while pool and state.left > 0:
        best = min(pool.values(), key=_rank)
        # Of the slips that fit a lone percentage none is sure: the percentage itself may be wrong as well.
        if best.change.weak and best.weight == 1 and not _is_sure(state, best):
            _drop(pool, set(best.fixed))
            continue
        rivals = [one for one in pool.values() if _is_as_good(one, best) and set(one.fixed) & set(best.fixed)]
        if len(rivals) > 1:
            _drop(pool, {relation for rival in rivals for relation in rival.fixed})
            continue
        found += _taken(state, best)
        _renew(state, copies, pool, best)
    return _told(web, found)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A change with what it mends; what is said several times over in the same words weighs once."""

    change: Change
    fixed: tuple[int, ...]
    weight: int


def _is_sure(state: State, best: _Weighed) -> bool:
    """Whether a lone percentage tells that an operand was mistyped: it is precise, and so far off that hardly another slip would fit it."""
    (number,) = best.fixed
    stated, gap = state.printed(number)[0], state.web.relations[number].check(state.printed(number)).gap
    if best.change.slip not in TYPED or not isinstance(stated, Quantity) or stated.decimals < _PRECISE:
        return False
    return gap >= _FAR * unit_of(stated.decimals)


def _rank(one: _Weighed) -> tuple[int, bool, int, bool, object]:
    """What mends more goes first, then a slip of a known kind, then what changes fewer figures, then what is worked out exactly."""
    return -one.weight, one.change.slip == Slip.LAIN, len(one.change.values), one.change.weak, one.change.key


def _is_as_good(one: _Weighed, best: _Weighed) -> bool:
    """Whether two explanations differ in nothing that counts; a lone percentage does not tell which of its row is wrong."""
    counted = 4 if best.weight > 1 else 3
    return _rank(one)[:counted] == _rank(best)[:counted]


def _candidates(state: State, copies: Copies, failing: Sequence[int]) -> Iterator[Change]:
    """What explains most first: it must not be missed when the work has to end."""
    yield from missing_rows(state, failing)
    yield from joint_changes(state, copies, failing)
    yield from exchanges(state, failing)
    for relation in failing:
        yield from single_changes(state, copies, relation)


def _weighed(state: State, changes: Iterable[Change]) -> dict[object, _Weighed]:
    pool: dict[object, _Weighed] = {}
    for change in changes:
        state.left -= 1
        if state.left < 0:
            break
        known = pool.get(change.key)
        if (known is None or known.change.weak) and (fixed := state.fixed_by(change)) and _is_due(state, change, fixed):
            pool[change.key] = _Weighed(change, fixed, _weight(state, fixed))
    return pool


def _weight(state: State, fixed: Sequence[int]) -> int:
    """How many comparisons a change mends; all that hold a figure against one and the same value are one."""
    same = [state.web.relations[relation] for relation in fixed if state.web.relations[relation].kind == Kind.SAME]
    values = {tuple(show.printed(state.numbers[figure]) for figure in one.figures) for one in same}
    return len(fixed) - len(same) + len(values)


def _is_due(state: State, change: Change, fixed: Sequence[int]) -> bool:
    """Of two places that differ, only the one that the rule takes to be wrong is changed on that account alone.

    The other one is where it was mistyped, and the first cannot be changed without breaking what holds in its own row.
    Two exchanged, or several slips, must mend more than one comparison: else a single value does as well.
    """
    relations = [state.web.relations[relation] for relation in fixed]
    if all(one.kind == Kind.SAME for one in relations):
        sound = all(_is_sound(state, one.figures[-1]) for one in relations if one.figures[-1] not in change.figures)
        return sound and all(one.figures[0] in change.figures or _is_anchored(state, change, one) for one in relations)
    return len(fixed) > 1 or not (change.parts or change.slip == Slip.BERTUKAR)


def _is_sound(state: State, figure: int) -> bool:
    """Whether nothing in its own row speaks against a figure that another is to be like."""
    return all(state.holds[number] for number in state.touched((figure,)) if state.web.relations[number].kind in IN_ROW)


def _is_anchored(state: State, change: Change, one: Relation) -> bool:
    """Whether the figure taken to be wrong is borne out by its own row, and a known slip explains the other."""
    first, *others = one.figures
    if change.slip == Slip.LAIN or not set(others) & set(change.figures):
        return False
    instead = {first: state.numbers[next(figure for figure in others if figure in change.figures)]}
    return any(state.web.relations[number].kind in IN_ROW for number in state.broken_by(instead))


def _drop(pool: dict[object, _Weighed], relations: set[int]) -> None:
    """What can be explained in two ways is not explained in a worse one."""
    for key in [key for key, one in pool.items() if relations & set(one.fixed)]:
        del pool[key]


def _taken(state: State, best: _Weighed) -> list[Explanation]:
    """Take the change over; several slips are as many explanations, each with what it mends itself."""
    change, touched = best.change, state.touched(best.change.figures)
    before = {relation for relation in touched if state.holds[relation]}
    printed = {figure: state.numbers[figure] for figure in change.figures}
    state.take(change)
    if change.rows:
        return [Explanation(change, best.fixed, (), (), 0, best.fixed, len(best.fixed))]
    parts = [replace(part, weak=False) for part in change.parts or (change,)]
    made, told = [], set[int]()
    for part in parts:
        own = state.touched(part.figures)
        fixed = tuple(r for r in best.fixed if r in own and r not in told)
        told.update(fixed)
        counts = (sum(r in before for r in own), tuple(r for r in own if state.holds[r]), len(own))
        made.append(Explanation(part, fixed, (), tuple(printed[f] for f in part.figures), *counts))
    return made


def _renew(state: State, copies: Copies, pool: dict[object, _Weighed], best: _Weighed) -> None:
    """Look anew at what the change touches, and at nothing else."""
    near = set(state.touched(best.change.figures)) | {relation for relation, _ in best.change.rows}
    changed = set(best.change.figures)
    stale = [one.change for one in pool.values() if near & (set(one.fixed) | set(state.touched(one.change.figures)))]
    _drop(pool, near)
    for change in stale:
        pool.pop(change.key, None)
    still = [relation for relation in sorted(near) if not state.holds[relation]]
    again = [change for change in (*stale, *_candidates(state, copies, still)) if not changed & set(change.figures)]
    pool.update(_weighed(state, again))


def _told(web: Web, found: Sequence[Explanation]) -> Explained:
    """The explanations that say more than their finding, with what else fails in their rows; nothing rests on one that is not told.

    What still fails in the row of a changed figure was held against the wrong one, unless it has an explanation of its own.
    """
    state, kept = state_of(web), [one for one in found if one.says_more]
    for one in kept:
        state.take(one.change)
    told = {relation for one in kept for relation in one.fixed}
    made: list[Explanation] = []
    for one in kept:
        near = ((number, web.relations[number]) for number in state.touched(one.change.figures) if number not in told)
        derived = tuple(number for number, relation in near if relation.kind in IN_ROW and not relation.holds)
        told.update(derived)
        made.append(replace(one, derived=derived, held=tuple(number for number in one.held if state.holds[number])))
    return Explained(tuple(made), state)
