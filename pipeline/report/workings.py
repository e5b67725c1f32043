"""The working of a comparison, as the rules write it out, as an expression that can be computed again: `15 + 5 = 20`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

_NUMBER = r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_TOKEN = re.compile(rf"\s*(?:(?P<number>{_NUMBER})%?|(?P<sign>[+−×/()]))")
_RESULT = re.compile(rf"\s*(?P<number>{_NUMBER})%?\s*(?:;|$)")
_AMOUNT = re.compile(rf"(?:Rp\.?\s*)?(?P<number>{_NUMBER})\s*%?")
_LONGEST = 20_000
# Each of these signs nests what stands before it one deeper; no rule writes so many, and a formula could not hold them.
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Leaf:
    """A number of a working. `factor` says that it stands beside a ×: it belongs to the formula, not to the report."""

    value: Decimal
    factor: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """Parts joined by one sign, from the left: +, −, × or /."""

    sign: str
    parts: tuple[Expression, ...]


Expression: TypeAlias = Leaf | Node


@dataclass(frozen=True, slots=True)
class Working:
    """What is computed, what comes out, and to how many decimals that is told."""

    expression: Expression
    result: Decimal
    decimals: int


class _Unreadable(Exception):
    """A text that is no expression."""


def working_of(text: str, expected: str) -> Working | None:
    """The working whose result is the expected value; nothing where the text is none, or where computing it gives another."""
    left, equals, right = text[:_LONGEST].partition(" = ")
    result, wanted = _RESULT.match(right), _AMOUNT.fullmatch(expected.strip())
    if not equals or result is None or wanted is None:
        return None
    value, decimals = _decimal(result["number"]), len(result["number"].partition(",")[2])
    if value != _decimal(wanted["number"]) or sum(map(left.count, "−-/")) > _DEEPEST:
        return None
    try:
        expression = _parsed(left)
    except (_Unreadable, RecursionError):
        return None
    return Working(expression, value, decimals) if _gives(expression, value, decimals) else None


def leaves(expression: Expression) -> Iterator[Leaf]:
    """The numbers of an expression, from left to right."""
    if isinstance(expression, Leaf):
        yield expression
    else:
        for part in expression.parts:
            yield from leaves(part)


def is_mean(expression: Expression) -> bool:
    """Whether a sum is divided by the count of its parts."""
    match expression:
        case Node("/", (Node("+", parts), Leaf(count))):
            return count == len(parts)
        case _:
            return False


def _gives(expression: Expression, value: Decimal, decimals: int) -> bool:
    """Whether it comes to the value, rounded half up as a report and a spreadsheet round."""
    try:
        exact = _computed(expression)
    except ZeroDivisionError:
        return False
    unit = Fraction(10) ** decimals
    shifted = abs(exact) * unit + Fraction(1, 2)
    whole = shifted.numerator // shifted.denominator
    return Fraction(value) * unit == (whole if exact >= 0 else -whole)


def _computed(expression: Expression) -> Fraction:
    if isinstance(expression, Leaf):
        return Fraction(expression.value)
    first, *others = map(_computed, expression.parts)
    for other in others:
        match expression.sign:
            case "+":
                first += other
            case "−":
                first -= other
            case "×":
                first *= other
            case _:
                first /= other
    return first


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


# ------------------------------------------------------------------ from text


def _parsed(text: str) -> Expression:
    tokens = list(_tokens(text))
    expression, after = _sum(tokens, 0)
    if after != len(tokens):
        raise _Unreadable
    return expression


def _tokens(text: str) -> Iterator[Decimal | str]:
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _Unreadable
        at = match.end()
        yield _decimal(match["number"]) if match["number"] else match["sign"]


def _sum(tokens: Sequence[Decimal | str], at: int) -> tuple[Expression, int]:
    return _chain(tokens, at, "+−")


def _product(tokens: Sequence[Decimal | str], at: int) -> tuple[Expression, int]:
    return _chain(tokens, at, "×/")


def _chain(tokens: Sequence[Decimal | str], at: int, signs: str) -> tuple[Expression, int]:
    below = _product if signs == "+−" else _factor
    expression, at = below(tokens, at)
    while at < len(tokens) and isinstance(sign := tokens[at], str) and sign in signs:
        part, at = below(tokens, at + 1)
        expression = _joined(sign, expression, part)
    return expression, at


def _joined(sign: str, one: Expression, two: Expression) -> Node:
    if sign == "×":
        one, two = _as_factor(one), _as_factor(two)
    if sign == "+" and isinstance(one, Node) and one.sign == "+":
        return Node("+", (*one.parts, two))
    return Node(sign, (one, two))


def _as_factor(expression: Expression) -> Expression:
    return Leaf(expression.value, factor=True) if isinstance(expression, Leaf) and expression.value in (2, 100) else expression


def _factor(tokens: Sequence[Decimal | str], at: int) -> tuple[Expression, int]:
    token = tokens[at] if at < len(tokens) else ""
    if isinstance(token, Decimal):
        return Leaf(token), at + 1
    if token != "(":
        raise _Unreadable
    expression, at = _sum(tokens, at + 1)
    if at >= len(tokens) or tokens[at] != ")":
        raise _Unreadable
    # A sum of one part in brackets is a mean of one row.
    return (Node("+", (expression,)) if isinstance(expression, Leaf) else expression), at + 1
