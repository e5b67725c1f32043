"""The smallest repairs of a broken report, by trying all of them: one figure, two exchanged, one row more.

A repair is one where everything stated holds again. One figure that a slip of typing or copying explains is smaller than one
that is merely wrong; two exchanged figures and a lost row come after these. The program's own diagnosis has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from pipeline.benchmarks.detection.budget import rounded
from pipeline.benchmarks.detection.mistyping import edits
from pipeline.benchmarks.detection.model import NUMERIC, Figure, Kind, Relation, Tie, Value
from pipeline.benchmarks.detection.relations import FALLING, MONEY, RISING, Sheet, label_of
from pipeline.benchmarks.detection.spelling import spelled

LOST_ROW = -1
_TELLING = 3


@dataclass(frozen=True, slots=True)
class Repair:
    """Figures with their right values; a lost row has none. The smaller `size`, the less is changed."""

    size: int
    values: tuple[tuple[int, Value], ...]


def smallest(sheet: Sheet, values: dict[int, Value], broken: Sequence[Relation]) -> tuple[Repair, ...]:
    """All repairs of the smallest size; none where nothing of the kinds tried here mends everything."""
    found = list(_single(sheet, values, broken)) or list(_exchanges(sheet, values, broken)) or list(_lost(sheet, broken))
    least = min((repair.size for repair in found), default=0)
    return tuple(dict.fromkeys(repair for repair in found if repair.size == least))


def _single(sheet: Sheet, values: dict[int, Value], broken: Sequence[Relation]) -> Iterator[Repair]:
    common = set(broken[0].figures).intersection(*(relation.figures for relation in broken))
    for key in sorted(common & values.keys()):
        figure, touching = sheet.figures[key], [relation for relation in sheet.relations if key in relation.figures]
        typed = set(_typed(figure, values[key]))
        needed = [value for relation in broken for value in _needed(sheet, values, relation, key)]
        is_copy = _is_copied(sheet, values, figure)
        for value in dict.fromkeys([*needed, *sorted(typed)]):
            if value != values[key] and _mends(sheet, {**values, key: value}, [*broken, *touching]):
                yield Repair(0 if is_copy or value in typed else 1, ((key, value),))


def _mends(sheet: Sheet, values: dict[int, Value], relations: Sequence[Relation]) -> bool:
    return all(sheet.holds(relation, values) for relation in relations)


def _typed(figure: Figure, value: Value) -> Iterator[Decimal]:
    """Every number that is one slip of typing away; money is typed without its padded sen."""
    if figure.kind not in NUMERIC or not isinstance(value, Decimal) or value <= 0:
        return
    decimals = 0 if figure.kind in MONEY else figure.style.decimals
    yield from (Decimal(digits).scaleb(-decimals) for digits in edits(str(int(value.scaleb(decimals)))) if not digits.startswith("0"))


def _is_copied(sheet: Sheet, values: dict[int, Value], figure: Figure) -> bool:
    """Whether the same telling figure stands elsewhere in its row or column, and not because it must."""
    value = values[figure.key]
    if not figure.table or isinstance(value, str) or len(str(value).replace(".", "").strip("0-")) < _TELLING:
        return False
    tied = {
        key for relation in sheet.relations if figure.key in relation.figures and len(relation.figures) == 2 for key in relation.figures
    }
    others = (f for f in sheet.figures if f.table == figure.table and f.key not in tied and f.key in values)
    return any(values[other.key] == value and (other.row == figure.row or other.column == figure.column) for other in others)


# ------------------------------------------------------------------ what one figure would have to be


def _needed(sheet: Sheet, values: dict[int, Value], relation: Relation, key: int) -> Iterator[Value]:
    """The value that this figure needs for a relation to hold; of a range of values, one."""
    place, given = relation.figures.index(key), [values[one] for one in relation.figures if one in values]
    decimals = sheet.figures[key].style.decimals
    words = _worded(sheet, relation, place, given)
    if words is not None:
        yield words
    elif all(isinstance(value, Decimal) for value in given) and len(given) == len(relation.figures):
        numbers = [Fraction(Decimal(value)) for value in given]
        yield from (rounded(value, 0 if sheet.figures[key].kind in MONEY else decimals) for value in _solved(relation.tie, numbers, place))


def _worded(sheet: Sheet, relation: Relation, place: int, given: Sequence[Value]) -> Value | None:
    if place:
        return None
    match relation.tie:
        case Tie.LABEL:
            return label_of(Decimal(given[1]), relation.bands)
        case Tie.SPELLED:
            return spelled(int(Decimal(given[1])))
        case Tie.DIRECTION:
            return (RISING if Decimal(given[1]) > Decimal(given[2]) else FALLING)[0]
        case Tie.COUNT:
            return Decimal(len(given) - 1)
        case Tie.YEAR:
            return relation.bands[0][1]
        case Tie.SAME if isinstance(given[1], str):
            return given[1]
        case _:
            return None


def _solved(tie: Tie, numbers: Sequence[Fraction], place: int) -> Iterator[Fraction]:
    first, *others = numbers
    match tie:
        case Tie.SUM:
            gap = first - sum(others)
            yield sum(others, Fraction(0)) if place == 0 else numbers[place] + gap
        case Tie.MEAN:
            gap = first * len(others) - sum(others)
            yield sum(others, Fraction(0)) / len(others) if place == 0 else numbers[place] + gap
        case Tie.DIFFERENCE | Tie.CHANGE:
            yield (others[0] - others[1], first + others[1], others[0] - first)[place]
            if tie == Tie.CHANGE:
                yield (others[1] - others[0], others[1] - first, others[0] + first)[place]
        case Tie.PERCENT | Tie.CAPAIAN if first > 0 and others[1] > 0:
            yield (others[0] * 100 / others[1], first * others[1] / 100, others[0] * 100 / first)[place]
        case Tie.SAME:
            yield numbers[1 - place]
        case _:
            return


# ------------------------------------------------------------------ two figures, a row


def _exchanges(sheet: Sheet, values: dict[int, Value], broken: Sequence[Relation]) -> Iterator[Repair]:
    columns: dict[tuple[str, str], list[int]] = {}
    for key in sorted({key for relation in broken for key in relation.figures if key in values}):
        figure = sheet.figures[key]
        if figure.table and figure.kind in NUMERIC:
            columns.setdefault((figure.table, figure.column), []).append(key)
    for column in columns.values():
        for one, two in combinations(column, 2):
            turned = {**values, one: values[two], two: values[one]}
            touching = [relation for relation in sheet.relations if one in relation.figures or two in relation.figures]
            if values[one] != values[two] and _mends(sheet, turned, [*broken, *touching]):
                yield Repair(2, ((one, values[two]), (two, values[one])))


def _lost(sheet: Sheet, broken: Sequence[Relation]) -> Iterator[Repair]:
    """Sums of one row, all with a part too few."""
    rows = {(sheet.figures[relation.figures[0]].table, sheet.figures[relation.figures[0]].row) for relation in broken}
    sums = all(relation.tie == Tie.SUM and sheet.figures[relation.figures[0]].kind != Kind.SELISIH for relation in broken)
    if sums and len(rows) == 1 and len(broken) > 1:
        yield Repair(3, ())
