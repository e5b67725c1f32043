"""What an engine is: it reads the tables of one page, says what it could not read, and keeps nothing between calls."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from extractors.model import Problem, Table

STAGE = "extract"
AUTO = "auto"
ENGINES = ("pdfium", "pdfplumber", "camelot")


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables of one page as one engine sees them, from top to bottom, not yet joined over pages."""

    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()


class Engine(Protocol):
    """An engine is stateless: the same page of the same file gives the same reading, in any process."""

    @property
    def name(self) -> str:
        """What `--engine` calls it."""

    @property
    def version(self) -> str:
        """The version of the library behind it: a stored reading is as good as its engine."""

    def tables(self, path: Path, page: int) -> Reading:
        """The tables of one page, counted from 1. A page that cannot be read is a problem, never an exception."""


def checked(engine: str) -> str:
    """The name of an engine that is there; anything else is the caller's mistake, said so that a user understands it."""
    if engine not in (AUTO, *ENGINES):
        raise ValueError(f"Mesin {engine!r} tidak dikenal; pilihannya: {', '.join((AUTO, *ENGINES))}.")
    return engine
