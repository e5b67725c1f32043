"""A report's relations as they stand with some figures changed, and what a further change would make of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.audit.diagnosis_relations import Web
from rules.outcome import HOLDS, Comparison, Slip
from rules.quantity import Number, Quantity

# Comparisons of so many figures in all are made again for one report; what is not explained by then stays as it is.
BUDGET = 150_000


@dataclass(frozen=True, slots=True)
class Change:
    """Other values for some figures, or further parts for some sums (`rows`, by relation), and the slip that this would be.

    `weak` is a value that only fits a range, as an operand of a percentage does. `parts` are several slips that go together.
    """

    values: tuple[tuple[int, Quantity], ...]
    slip: Slip
    weak: bool = False
    rows: tuple[tuple[int, Quantity], ...] = ()
    parts: tuple[Change, ...] = ()

    @property
    def figures(self) -> tuple[int, ...]:
        """The figures that it changes."""
        return tuple(figure for figure, _ in self.values)

    @property
    def key(self) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[int, str], ...]]:
        """What tells one change from another, in an order that does not depend on how it was found."""
        return (
            tuple((figure, str(number.value)) for figure, number in self.values),
            tuple((relation, str(number.value)) for relation, number in self.rows),
        )


@dataclass(slots=True)
class State:
    """The figures with the changes taken over so far, and which relations hold with them; `left` bounds the work."""

    web: Web
    numbers: list[Number]
    holds: list[bool]
    rows: dict[int, Quantity] = field(default_factory=dict)
    left: int = BUDGET

    def touched(self, figures: Iterable[int]) -> tuple[int, ...]:
        """The relations in which some of the figures take part, those of few figures first."""
        found = dict.fromkeys(relation for figure in figures for relation in self.web.of_figure.get(figure, ()))
        return tuple(sorted(found, key=lambda relation: (len(self.web.relations[relation].figures), relation)))

    def failing(self) -> tuple[int, ...]:
        """The relations that do not hold."""
        return tuple(number for number, holds in enumerate(self.holds) if not holds)

    def printed(self, relation: int) -> list[Number]:
        """The figures of a relation as they stand now."""
        return [self.numbers[figure] for figure in self.web.relations[relation].figures]

    def fixed_by(self, change: Change) -> tuple[int, ...]:
        """The relations that fail and would hold; none if one that holds would fail, or when the budget is used up."""
        if change.rows:
            return tuple(relation for relation, _ in change.rows if not self.holds[relation])
        instead: dict[int, Number] = dict(change.values)
        fixed: list[int] = []
        for relation in self.touched(change.figures):
            self.left -= len(self.web.relations[relation].figures)
            if self.left < 0:
                return ()
            holds = self._holds_with(relation, instead)
            if self.holds[relation] and not holds:
                return ()
            if holds and not self.holds[relation]:
                fixed.append(relation)
        return tuple(fixed)

    def broken_by(self, instead: dict[int, Number]) -> tuple[int, ...]:
        """The relations that hold and would fail with other values for some figures."""
        return tuple(number for number in self.touched(instead) if self.holds[number] and not self._holds_with(number, instead))

    def take(self, change: Change) -> None:
        """Take a change over."""
        for figure, number in change.values:
            self.numbers[figure] = number
        for relation, number in change.rows:
            self.rows[relation], self.holds[relation] = number, True
        for relation in self.touched(change.figures):
            self.holds[relation] = self._holds_with(relation, {})

    def compared(self, relation: int) -> Comparison:
        """A relation made again with the figures as they stand now."""
        return self._compared_with(relation, {})

    def _holds_with(self, relation: int, instead: dict[int, Number]) -> bool:
        return self._compared_with(relation, instead).verdict in HOLDS

    def _compared_with(self, relation: int, instead: dict[int, Number]) -> Comparison:
        one = self.web.relations[relation]
        numbers = [instead.get(figure, self.numbers[figure]) for figure in one.figures]
        more = [self.rows[relation]] if relation in self.rows else []
        return one.check([*numbers, *more])


def state_of(web: Web) -> State:
    """The report as printed."""
    return State(web, [figure.number for figure in web.figures], [relation.holds for relation in web.relations])
