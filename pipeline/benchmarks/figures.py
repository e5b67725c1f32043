"""What is reckoned from the samples: medians, totals and ratios."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Sample:
    """One page as one contender read it: seconds (the median of its readings) and how many tables it saw; None if it failed."""

    document: str
    page: int
    contender: str
    cpu: float
    wall: float
    tables: int | None

    @property
    def where(self) -> tuple[str, int]:
        """The page."""
        return self.document, self.page


@dataclass(frozen=True, slots=True)
class Summary:
    """One contender over some pages. The ratios compare it with the base on the pages that both could read."""

    contender: str
    pages: int
    failed: int
    cpu: float
    wall: float
    total: float
    ratio: float
    ratio_of_totals: float


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole document: CPU and wall seconds of its text alone, and of our engine."""

    document: str
    pages: int
    text_cpu: float
    text_wall: float
    cpu: float
    wall: float

    @property
    def ratio(self) -> float:
        """How many times the text alone the engine takes."""
        return ratio(self.cpu, self.text_cpu)


def spread(pages: int, wanted: int) -> list[int]:
    """`wanted` page numbers (from 1) at even distances, the same on every run; all pages where there are no more, or for 0."""
    if wanted <= 0 or wanted >= pages:
        return list(range(1, pages + 1))
    return [(2 * place + 1) * pages // (2 * wanted) + 1 for place in range(wanted)]


def ratio(part: float, base: float) -> float:
    """`part` as a multiple of `base`; 0 where there is nothing to compare with."""
    return part / base if base > 0 else 0.0


def with_tables(samples: Sequence[Sample], judge: str) -> list[Sample]:
    """The samples of pages on which `judge` saw a table."""
    pages = {sample.where for sample in samples if sample.contender == judge and sample.tables}
    return [sample for sample in samples if sample.where in pages]


def summaries(samples: Sequence[Sample], base: str) -> list[Summary]:
    """One line a contender, in the order in which they first appear."""
    names = list(dict.fromkeys(sample.contender for sample in samples))
    return [_summary(name, samples, base) for name in names]


def _summary(name: str, samples: Sequence[Sample], base: str) -> Summary:
    bases = {sample.where: sample.cpu for sample in samples if sample.contender == base and sample.tables is not None}
    mine = [sample for sample in samples if sample.contender == name]
    read = [sample for sample in mine if sample.tables is not None]
    both = [(sample.cpu, bases[sample.where]) for sample in read if sample.where in bases]
    return Summary(
        contender=name,
        pages=len(read),
        failed=len(mine) - len(read),
        cpu=median(sample.cpu for sample in read) if read else 0.0,
        wall=median(sample.wall for sample in read) if read else 0.0,
        total=sum(sample.cpu for sample in read),
        ratio=median(ratio(cpu, of) for cpu, of in both) if both else 0.0,
        ratio_of_totals=ratio(sum(cpu for cpu, _ in both), sum(of for _, of in both)),
    )
