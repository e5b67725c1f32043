"""How digits are mistyped, and which numbers are one mistyping away."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.benchmarks.detection.dice import Dice

_DIGITS = "0123456789"


def replaced(digits: str, dice: Dice) -> str | None:
    """One digit another."""
    place = dice.below(len(digits))
    return digits[:place] + dice.one_of(_DIGITS.replace(digits[place], "")) + digits[place + 1 :]


def swapped(digits: str, dice: Dice) -> str | None:
    """Two neighbours in each other's place."""
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if not places:
        return None
    place = dice.one_of(places)
    return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def shortened(digits: str, dice: Dice) -> str | None:
    """One digit left out."""
    place = dice.below(len(digits))
    return digits[:place] + digits[place + 1 :] if len(digits) > 2 else None


def doubled(digits: str, dice: Dice) -> str | None:
    """One digit twice."""
    place = dice.below(len(digits))
    return digits[:place] + digits[place] + digits[place:]


def edits(digits: str) -> frozenset[str]:
    """Everything that one slip of typing could have made this of."""
    return frozenset(_edits(digits)) - {digits}


def _edits(digits: str) -> Iterator[str]:
    for place in range(len(digits)):
        yield from (digits[:place] + digit + digits[place + 1 :] for digit in _DIGITS)
        if len(digits) > 1:
            yield digits[:place] + digits[place + 1 :]
    for place in range(len(digits) - 1):
        yield digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    for place in range(len(digits) + 1):
        yield from (digits[:place] + digit + digits[place:] for digit in _DIGITS)
