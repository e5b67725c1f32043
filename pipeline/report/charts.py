"""The small charts of the pages: what each bar says, and how long it is. All begin at zero; without figures there is no chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from itertools import chain, dropwhile

from extractors.model import Place
from pipeline.report.text import short
from rules.facts import Baris, Heading, Jenis, Measure, Peran, ReportView
from rules.outcome import Finding, Severity
from rules.quantity import Quantity

# Fewer are read as quickly in a sentence.
_FEWEST = 2
_DRAWN = 20
# A bar beyond this is cut, and says so; one slip of a comma would else make all others invisible.
_LONGEST = 200
_STEP = 50
_LABEL = 110
# No percentage: digits that run together, or amounts in different units.
_ABSURD = 100_000
# What some reports print before the name in a cell.
_BULLETS = "-–•*· "
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Bar:
    """A percentage as a bar. `width` is in percent of the axis; `cut` says that it would be longer than the axis.

    `stated` is what the report prints, or, `reckoned`, what its amounts come to. `first` and `second` are printed beside it
    in the table: pagu and realisasi, or target and realisasi. `number` and `link` lead to the finding on its row, if there is one.
    """

    label: str
    stated: str
    width: str
    cut: bool
    reckoned: bool
    first: str
    second: str
    number: str
    link: str


@dataclass(frozen=True, slots=True)
class Percentages:
    """A chart of percentages: its bars, how many more only the table names, and where 0, 50, 100 stand on the axis, in percent of it."""

    name: str
    bars: tuple[Bar, ...]
    drawn: int
    ticks: tuple[tuple[str, str], ...]

    @property
    def is_cut(self) -> bool:
        """Whether a bar is longer than the axis."""
        return any(bar.cut for bar in self.bars[: self.drawn])

    @property
    def is_reckoned(self) -> bool:
        """Whether a bar is what the amounts come to."""
        return any(bar.reckoned for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a stacked bar that is one severity, in percent of the axis."""

    severity: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Stack:
    """Findings of one chapter, report or kind by severity, the gravest first."""

    label: str
    total: int
    counts: Mapping[str, int]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row whose percentage is drawn."""

    baris: Baris
    percent: Decimal
    stated: str
    reckoned: bool
    first: str
    second: str


def serapan(view: ReportView, shown: Sequence[tuple[str, Finding]]) -> Percentages | None:
    """How much of its pagu each program realised in the year of the report; `shown` are the findings with their numbers."""
    return _percentages("serapan", _rows(view, Jenis.REALISASI_ANGGARAN, "program:", _budget), shown)


def capaian(view: ReportView, shown: Sequence[tuple[str, Finding]]) -> Percentages | None:
    """How near each indicator came to its target in the year of the report; `shown` as for `serapan`."""
    return _percentages("capaian", _rows(view, Jenis.CAPAIAN, "indikator:", _performance), shown)


def chapters(headings: Iterable[Heading], findings: Iterable[Finding], before: str, whole: str) -> tuple[Stack, ...]:
    """The findings that still accuse by the chapter in which they stand, those before the first as `before`, those nowhere as `whole`.

    What stands without a number before the first chapter, a preface, is none; after it, an annex is.
    """
    parts = dropwhile(lambda heading: not heading.nomor, (heading for heading in headings if heading.level == 0))
    found = ((_order(part.location.place, 0.0), short(f"{part.nomor} {part.text}".strip(), _LABEL)) for part in parts)
    starts = sorted((at, name) for at, name in found if at is not None)
    counts: dict[str, Counter[str]] = {name: Counter() for name in (before, *(name for _, name in starts), whole)}
    for finding in findings:
        if finding.is_open:
            counts[_chapter(finding, starts, before, whole)][finding.severity.value] += 1
    rows = [(name, tallied) for name, tallied in counts.items() if tallied or name not in (before, whole)]
    return stacks(rows) if len({name for _, name in starts}) >= _FEWEST and any(tallied for _, tallied in rows) else ()


def stacks(rows: Sequence[tuple[str, Mapping[str, int]]]) -> tuple[Stack, ...]:
    """Stacked bars of labels and counts by severity, on one axis: the longest takes it whole."""
    longest = max((sum(counts.values()) for _, counts in rows), default=0) or 1
    return tuple(Stack(label, sum(counts.values()), counts, tuple(_segments(counts, longest))) for label, counts in rows)


def _segments(counts: Mapping[str, int], longest: int) -> Iterator[Segment]:
    done = 0
    for severity in Severity:
        if count := counts.get(severity.value, 0):
            yield Segment(severity.value, _share(Decimal(done), longest), _share(Decimal(count), longest))
            done += count


def _share(value: Decimal, of: int) -> str:
    return f"{(100 * value / of).quantize(_HUNDREDTH, ROUND_HALF_UP):f}"


# ------------------------------------------------------------------ chapters


def _order(place: Place, unknown: float) -> tuple[int, float] | None:
    """Where something stands in reading order: page and height, or line; nothing for what has neither."""
    if place.page is not None:
        return place.page, place.bbox[1] if place.bbox else unknown
    return (place.line, 0.0) if place.line is not None else None


def _chapter(finding: Finding, starts: Sequence[tuple[tuple[int, float], str]], before: str, whole: str) -> str:
    at = _order(finding.locations[0].place, float("inf")) if finding.locations else None
    if at is None:
        return whole
    return next((name for start, name in reversed(starts) if start <= at), before)


# ------------------------------------------------------------------ percentages


def _rows(view: ReportView, jenis: Jenis, kind: str, read: Callable[[Baris, int | None], _Row | None]) -> list[_Row]:
    """Each subject of one kind once: as the table has it that has most of them, then as the others of the year do in reading order."""
    year = view.identity.year
    tables = [tabel for tabel in view.tables if tabel.jenis == jenis and _speaks_of(tabel.year, year)]
    by_table = [[row for baris in tabel.baris if _is_subject(baris, kind) and (row := read(baris, year))] for tabel in tables]
    most = max(by_table, key=len, default=[])
    first: dict[str, _Row] = {}
    # In a report of an unknown year the other tables may speak of other years.
    for row in (*most, *(chain.from_iterable(by_table) if year is not None else ())):
        first.setdefault(row.baris.subject, row)
    return list(first.values())


def _is_subject(baris: Baris, kind: str) -> bool:
    return baris.peran == Peran.RINCIAN and baris.subject.startswith(kind) and any(map(str.isalpha, baris.name))


def _speaks_of(year: int | None, wanted: int | None) -> bool:
    return year is None or wanted is None or year == wanted


def _one(baris: Baris, measure: Measure, year: int | None) -> Quantity | None:
    """The figure of the year; after a change of the budget the changed one; none where several could be meant."""
    facts = [fact for fact in baris.all(measure) if _speaks_of(fact.year or fact.column.year, year)]
    changed = [fact for fact in facts if fact.column.variant == "perubahan"]
    meant = changed or facts
    return meant[0].quantity if len(meant) == 1 else None


def _budget(baris: Baris, year: int | None) -> _Row | None:
    pagu, realisasi, stated = (_one(baris, measure, year) for measure in (Measure.PAGU, Measure.REALISASI, Measure.SERAPAN))
    if stated is not None:
        return _Row(baris, stated.value, stated.text, False, _text(pagu), _text(realisasi))
    if pagu is None or realisasi is None or pagu.value <= 0:
        return None
    percent = 100 * realisasi.value / pagu.value
    if abs(percent) >= _ABSURD:
        return None
    percent = percent.quantize(_HUNDREDTH, ROUND_HALF_UP)
    return _Row(baris, percent, f"{percent:f}%".replace(".", ","), True, pagu.text, realisasi.text)


def _performance(baris: Baris, year: int | None) -> _Row | None:
    target, kinerja, stated = (_one(baris, measure, year) for measure in (Measure.TARGET, Measure.KINERJA, Measure.CAPAIAN))
    return _Row(baris, stated.value, stated.text, False, _text(target), _text(kinerja)) if stated is not None else None


def _text(quantity: Quantity | None) -> str:
    return quantity.text if quantity is not None else ""


def _percentages(name: str, rows: Sequence[_Row], shown: Sequence[tuple[str, Finding]]) -> Percentages | None:
    if len(rows) < _FEWEST:
        return None
    steps = int((max(row.percent for row in rows[:_DRAWN]) / _STEP).to_integral_value(ROUND_CEILING))
    axis = min(max(steps * _STEP, 100), _LONGEST)
    accused = {f.locations[0].place: (number, f.id) for number, f in reversed(shown) if f.is_open and f.locations}
    bars = tuple(_bar(row, axis, accused) for row in rows)
    ticks = tuple((_share(Decimal(tick), axis), str(tick)) for tick in range(0, axis + 1, _STEP))
    return Percentages(name, bars, min(len(bars), _DRAWN), ticks)


def _bar(row: _Row, axis: int, accused: Mapping[Place, tuple[str, str]]) -> Bar:
    number, link = next((accused[fact.location.place] for fact in row.baris.facts if fact.location.place in accused), ("", ""))
    return Bar(
        label=short(row.baris.name.lstrip(_BULLETS), _LABEL),
        stated=short(row.stated, 40),
        width=_share(min(max(row.percent, Decimal(0)), Decimal(axis)), axis),
        cut=row.percent > axis,
        reckoned=row.reckoned,
        first=short(row.first, 60),
        second=short(row.second, 60),
        number=number,
        link=link,
    )
