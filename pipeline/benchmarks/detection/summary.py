"""The results of a run as a table by kind of slip, and in a line for each thing that must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.benchmarks.detection.judging import Judged
from pipeline.benchmarks.detection.run import Ran

HEAD = ("kind of slip", "slips", "break a relation", "found", "one smallest repair", "cause first", "right value")
ALL = "all"


@dataclass(frozen=True, slots=True)
class Tally:
    """One kind of slip counted."""

    name: str
    slips: int
    breaking: int
    found: int
    unique: int
    named: int
    valued: int

    def cells(self) -> tuple[str, ...]:
        """As a row of the table."""
        found, named, valued = _share(self.found, self.breaking), _share(self.named, self.unique), _share(self.valued, self.unique)
        return (self.name, str(self.slips), str(self.breaking), found, str(self.unique), named, valued)


def tally(name: str, judged: Iterable[Judged]) -> Tally:
    """Some slips counted."""
    every = list(judged)
    unique = [one for one in every if one.unique]
    counts = (sum(one.breaks for one in every), sum(one.found for one in every), len(unique))
    return Tally(name, len(every), *counts, sum(one.named for one in unique), sum(one.valued for one in unique))


def rows(ran: Ran) -> Iterator[tuple[str, ...]]:
    """The head, a row for each kind, one for each form, and all together."""
    every = [result.judged for result in ran.results]
    yield HEAD
    for kind in sorted({one.kind for one in every}):
        yield tally(kind, [one for one in every if one.kind == kind]).cells()
    for form in sorted({one.form for one in every}):
        yield tally(f"({form})", [one for one in every if one.form == form]).cells()
    yield tally(ALL, every).cells()


def as_text(ran: Ran) -> str:
    """For the terminal."""
    table = list(rows(ran))
    widths = [max(len(row[column]) for row in table) for column in range(len(HEAD))]
    lines = [
        "  ".join(
            cell.ljust(width) if not place else cell.rjust(width) for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    ]
    return "\n".join([*lines, "", *remarks(ran)]) + "\n"


def as_markdown(ran: Ran) -> str:
    """For docs/accuracy.md."""
    head, *others = list(rows(ran))
    ruler = ("---", *("---:" for _ in head[1:]))
    return "\n".join([*(_row(row) for row in (head, ruler, *others)), "", *remarks(ran)]) + "\n"


def remarks(ran: Ran) -> list[str]:
    """False alarms in words."""
    alarmed = [one for one in ran.untouched if one.alarms]
    alarms = sum(len(one.alarms) for one in alarmed)
    return [f"Untouched reports: {len(ran.untouched)}; of these {len(alarmed)} accused, with {alarms} findings in all."]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"
