"""How records are made of which a report has many: frozen for the type checker, and made at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def record(made: type[Made]) -> type[Made]:
    """A dataclass with slots that is compared and hashed by its fields; mypy sees to it that nobody changes one.

    `frozen=True` would see to it while the program runs as well, and a record then takes four times as long to make: a report has
    a hundred thousand cells and places, and a comparison makes a dozen intervals.
    """
    return dataclass(slots=True, unsafe_hash="__hash__" not in vars(made))(made)
