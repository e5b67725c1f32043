"""The comparisons of a report as formulas of its workbook: the recomputation beside the cell that was checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TypeAlias

from xlsxwriter.utility import xl_rowcol_to_cell

from pipeline.report.evidence import Atlas, Spot, find
from pipeline.report.sheet_numbers import Shown, format_of
from pipeline.report.text import one_line
from pipeline.report.workings import Expression, Leaf, Node, is_mean, leaves, working_of
from rules.exact import EXACT, HUNDRED
from rules.outcome import Finding, Outcome, Verdict
from rules.slips import decimals_of

_RANK = (Verdict.TEMUAN, Verdict.HAMPIR, Verdict.LOLOS, Verdict.TAK_DIPERIKSA)
# Excel takes 255 arguments and 8,192 characters.
_MOST_ARGUMENTS, _LONGEST = 250, 8000


@dataclass(frozen=True, slots=True)
class Operand:
    """A number of a formula: a cell of the report, or a number that stands in no cell."""

    value: Decimal
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Check:
    """A checked cell: what it was compared with, its verdict, and how the value is computed; no working where it was not."""

    verdict: Verdict
    reason: str = ""
    number: str = ""
    expression: Expression | None = None
    operands: tuple[Operand, ...] = ()
    value: Decimal = Decimal(0)
    decimals: int = 0
    number_format: str = ""

    @property
    def is_computed(self) -> bool:
        """Whether there is something to compute."""
        return self.expression is not None


Place: TypeAlias = Callable[[Spot], tuple[str, int, int]]
"""Where a cell of a table stands in the workbook: its sheet (nothing for the sheet of the formula), row and column."""


def checks_of(
    atlas: Atlas, outcomes: Iterable[Outcome], rows: Sequence[tuple[str, Finding]], numbers: Mapping[Spot, Shown]
) -> Mapping[Spot, Check]:
    """The checked cells of the tables, each with the gravest of its comparisons that can be computed."""
    named = {(finding.rule, finding.locations): number for number, finding in rows}
    found: dict[Spot, Check] = {}
    for outcome in outcomes:
        spot = find(atlas, outcome.locations[0]) if outcome.locations else None
        if spot is None or spot not in numbers:
            continue
        check = check_of(atlas, outcome, numbers, named.get((outcome.rule, outcome.locations), ""))
        if spot not in found or _weight(check) < _weight(found[spot]):
            found[spot] = check
    return found


def check_of(atlas: Atlas, outcome: Outcome | Finding, numbers: Mapping[Spot, Shown], number: str = "") -> Check:
    """A comparison with its operands found among the cells."""
    verdict = outcome.verdict if isinstance(outcome, Outcome) else Verdict.TEMUAN
    reason = outcome.reason if isinstance(outcome, Outcome) else ""
    spots = [find(atlas, location) for location in outcome.locations]
    first, *others = [spot if spot in numbers else None for spot in spots] or [None]
    if (working := working_of(outcome.working, outcome.expected)) is not None:
        operands = _bound(working.expression, [spot for spot in (*others, first) if spot is not None], numbers)
        shape = format_of(working.decimals, "%" if outcome.expected.rstrip().endswith("%") else "")
        return Check(verdict, reason, number, working.expression, operands, working.result, working.decimals, shape)
    # Of two places that differ the other one is what is compared with.
    other = others[0] if others and verdict in (Verdict.TEMUAN, Verdict.HAMPIR) and not outcome.working else None
    if other is None or one_line(outcome.locations[1].text) != one_line(outcome.expected):
        return Check(verdict, reason, number)
    value = numbers[other].value
    return Check(verdict, reason, number, Leaf(value), (Operand(value, other),), value, decimals_of(value), numbers[other].number_format)


def formula(check: Check, place: Place) -> str:
    """The recomputation as a formula; nothing where it cannot be written as one."""
    if check.expression is None:
        return ""
    operands = iter(check.operands)
    body = _text(check.expression, operands, place)
    exact = check.decimals == 0 and all(decimals_of(leaf.value) == 0 for leaf in leaves(check.expression))
    if not isinstance(check.expression, Leaf) and not (exact and _only_sums(check.expression)):
        body = f"ROUND({body},{check.decimals})"
    return f"={body}" if len(body) < _LONGEST and body.count(",") < _MOST_ARGUMENTS else ""


def difference(check: Check, stated: Decimal) -> tuple[Decimal, int]:
    """What is stated less what is computed, and its decimals."""
    return EXACT.subtract(stated, check.value), max(check.decimals, decimals_of(stated))


def _weight(check: Check) -> tuple[bool, int]:
    return not check.is_computed, _RANK.index(check.verdict)


def _bound(expression: Expression, spots: Sequence[Spot], shown: Mapping[Spot, Shown]) -> tuple[Operand, ...]:
    """Each number of a working with the cell that states it, cells in their order and each once before one is used again."""
    left = list(dict.fromkeys(spots))
    bound: list[Operand] = []
    whole = _whole(expression) if len(left) <= 2 else None
    for number in leaves(expression):
        fitting = () if number.factor or number is whole else (*left, *spots)
        spot = next((spot for spot in fitting if shown[spot].value == number.value), None)
        if spot in left:
            left.remove(spot)
        bound.append(Operand(number.value, spot))
    return tuple(bound)


def _whole(expression: Expression) -> Leaf | None:
    """Of `100 − 100` with one cell the first is the whole of which every percentage is part."""
    match expression:
        case Node("−", (Leaf(value) as first, Leaf())) if value == HUNDRED:
            return first
        case _:
            return None


def _only_sums(expression: Expression) -> bool:
    return isinstance(expression, Leaf) or (expression.sign in "+−" and all(map(_only_sums, expression.parts)))


def _text(expression: Expression, operands: Iterator[Operand], place: Place) -> str:
    if isinstance(expression, Leaf):
        return _one(next(operands), place)
    if is_mean(expression) and isinstance(expression.parts[0], Node):
        taken = [next(operands) for _ in expression.parts[0].parts]
        next(operands)
        return f"AVERAGE({_listed(taken, place)})"
    if expression.sign == "+" and all(isinstance(part, Leaf) for part in expression.parts):
        return f"SUM({_listed([next(operands) for _ in expression.parts], place)})"
    sign = {"−": "-", "×": "*"}.get(expression.sign, expression.sign)
    return sign.join(_wrapped(part, index, expression.sign, _text(part, operands, place)) for index, part in enumerate(expression.parts))


def _wrapped(part: Expression, index: int, sign: str, text: str) -> str:
    """Brackets where the signs would bind otherwise."""
    loose = isinstance(part, Node) and part.sign in "+−" and not text.startswith(("SUM(", "AVERAGE("))
    tied = isinstance(part, Node) and index > 0 and sign in "/×" and part.sign in "/×"
    return f"({text})" if (loose and (sign in "×/" or index > 0)) or tied or text.startswith("-") else text


def _listed(operands: Sequence[Operand], place: Place) -> str:
    """The arguments of a sum, neighbouring cells as a range: `D5:D9,D12,7`."""
    cells = [place(operand.spot) if operand.spot else None for operand in operands]
    runs = groupby(enumerate(cells), key=lambda item: (item[1][0], item[1][2], item[1][1] - item[0]) if item[1] else (item[0],))
    said: list[str] = []
    for _, run in runs:
        members = list(run)
        if (first := members[0][1]) is None:
            said.append(_literal(operands[members[0][0]].value))
        elif (last := members[-1][1]) is not None:
            said.append(_reference(first) if len(members) == 1 else f"{_reference(first)}:{xl_rowcol_to_cell(*last[1:])}")
    return ",".join(said)


def _one(operand: Operand, place: Place) -> str:
    return _reference(place(operand.spot)) if operand.spot else _literal(operand.value)


def _reference(at: tuple[str, int, int]) -> str:
    sheet, row, column = at
    cell: str = xl_rowcol_to_cell(row, column)
    return f"'{sheet}'!{cell}" if sheet else cell


def _literal(value: Decimal) -> str:
    return f"{value:f}"
