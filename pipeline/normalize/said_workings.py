"""Formulas worked out in figures, line below line: each line as the fraction it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.model import Block, Place, TextLine
from rules.exact import EXACT
from rules.facts import Location
from rules.said import Step, Working

LONGEST = 2000
FEWEST = 2
DEEPEST = 20
MOST_DIGITS = 40

_NOISE = re.compile(r"\\(?:left|right|begin\{\w+\}|end\{\w+\}|,|;|!|quad)|[&$]")
_TIMES = re.compile(r"\\times|\\cdot|[×xX*]")
_TOKEN = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?|[-+*/(){}%]|\\frac")
_SPACE = re.compile(r"\s+")


def workings(blocks: Sequence[Block]) -> Iterator[Working]:
    """Runs of two or more lines that begin with `=` and hold nothing but figures, fractions and signs."""
    run: list[Step] = []
    for text, place in (*_lines(blocks), ("", None)):
        step = _step(text, Location(place, text)) if place is not None else None
        if step is not None:
            run.append(step)
        elif place is None or text.strip(" $"):
            if len(run) >= FEWEST:
                yield Working(tuple(run))
            run = []


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[str, Place]]:
    """The lines of text; one in which a formula is broken by `\\\\` counts as several."""
    for block in blocks:
        if not isinstance(block, TextLine):
            yield ".", block.place
        elif len(block.text) <= LONGEST:
            yield from ((" ".join(piece.split()), block.place) for piece in block.text.split("\\\\"))


def _step(text: str, place: Location) -> Step | None:
    """A line as numerator, denominator and the factor behind; none where it is no figure throughout."""
    plain = _TIMES.sub("*", _NOISE.sub(" ", text)).replace("\\%", "%").replace("−", "-").replace("–", "-").strip()
    if not plain.startswith("="):
        return None
    tokens = _tokens(plain[1:].strip().rstrip("."))
    if not tokens:
        return None
    try:
        reader = _Reader(tokens)
        top, bottom, factor = reader.fraction()
    except (IndexError, ArithmeticError, ValueError):
        return None
    whole = reader.at_end and bottom != 0 and all(_is_reckonable(value) for value in (top, bottom, factor))
    return Step(top, bottom, factor, _decimals(tokens), place) if whole else None


def _is_reckonable(value: Decimal) -> bool:
    """Whether two such values can be multiplied and subtracted without rounding; longer ones are torn or no figures."""
    return value.adjusted() < MOST_DIGITS and int(value.as_tuple().exponent) > -MOST_DIGITS


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    squeezed = _SPACE.sub("", text)
    position = 0
    while position < len(squeezed):
        match = _TOKEN.match(squeezed, position)
        if match is None:
            return []
        found.append(match.group())
        position = match.end()
    return found


class _Reader:
    """Reads sums, products, percentages and fractions of printed figures."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def at_end(self) -> bool:
        """Whether all has been read."""
        return self._at == len(self._tokens)

    def fraction(self) -> tuple[Decimal, Decimal, Decimal]:
        """The outermost fraction and the factor behind it (`× 100 %`); a mere figure is one over 1."""
        factor = Decimal(1)
        if self._peek() == "\\frac":
            self._at += 1
            top, bottom = self._braced(), self._braced()
        else:
            top, bottom = self._sum(0), Decimal(1)
            if self._peek() == "/":
                self._at += 1
                bottom = self._factor(0)
        while self._peek() == "*":
            self._at += 1
            factor = EXACT.multiply(factor, self._factor(0))
        return top, bottom, factor

    def _braced(self) -> Decimal:
        self._expect("{")
        value = self._sum(0)
        self._expect("}")
        return value

    def _sum(self, depth: int) -> Decimal:
        value = self._product(depth)
        while self._peek() in ("+", "-"):
            sign = self._next()
            other = self._product(depth)
            value = EXACT.add(value, other) if sign == "+" else EXACT.subtract(value, other)
        return value

    def _product(self, depth: int) -> Decimal:
        value = self._factor(depth)
        while self._peek() == "*":
            self._at += 1
            value = EXACT.multiply(value, self._factor(depth))
        return value

    def _factor(self, depth: int) -> Decimal:
        if depth > DEEPEST:
            raise ValueError("too deep")
        token = self._next()
        if token == "-":
            return self._factor(depth + 1).copy_negate()
        if token in ("(", "{"):
            value = self._sum(depth + 1)
            self._expect(")" if token == "(" else "}")
        else:
            value = _number(token)
        if self._peek() == "%":
            self._at += 1
            return value.scaleb(-2, EXACT)
        return value

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def _expect(self, token: str) -> None:
        if self._next() != token:
            raise ValueError(token)


def _decimals(tokens: Sequence[str]) -> int:
    """The printed decimals of a line that is one figure."""
    figures = [token for token in tokens if token[0].isdigit()]
    return max(0, -int(_number(figures[0]).as_tuple().exponent)) if len(figures) == 1 else 0


def _number(token: str) -> Decimal:
    """A figure in Indonesian style; one point before other than three digits is a decimal one."""
    decimal_point = re.fullmatch(r"\d+\.\d+", token) and not re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", token)
    return Decimal(token if decimal_point else token.replace(".", "").replace(",", "."))
