"""What several tables state of one thing: the same subject, measure and year, gathered and told apart where they differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from extractors.record import record
from rules.compare import agree, equals, is_percent_of
from rules.dates import MONTH_WORDS
from rules.exact import HUNDRED, ZERO
from rules.facts import Baris, Column, Fact, Measure, Peran, ReportView, Tabel
from rules.once import once
from rules.outcome import HOLDS, Comparison, Verdict
from rules.predikat import worked_out
from rules.quantity import Hole, Quantity, Unreadable
from rules.rows import number_of, same_year
from rules.same_totals import same_sets
from rules.texts import holds, sentences_with
from rules.variants import variant_of

COMPARED = (
    Measure.PAGU, Measure.REALISASI, Measure.SISA, Measure.SERAPAN, Measure.FISIK, Measure.TARGET, Measure.KINERJA, Measure.CAPAIAN,
    Measure.TARGET_RENSTRA, Measure.CAPAIAN_RENSTRA,
)  # fmt: skip
TOTALLED = (Measure.PAGU, Measure.REALISASI, Measure.SISA, Measure.SERAPAN, Measure.CAPAIAN)

# Figures of a part of the year, of another plan or of others differ on purpose.
# What is told of the last month is told of the whole year.
_MONTHS = "|".join(month for month in MONTH_WORDS if month != "desember")
_PART_OF_YEAR = re.compile(
    r"triwulan|tri\s?bulan|caturwulan|semester|\bbulan|\btw\b"
    rf"|(?:sampai dengan|s/d|per|posisi)\s+(?:tanggal\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTHS})",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"nasional|kementerian|provinsi lain|kabupaten lain|daerah lain|\bstandar\b|per kecamatan|per kabupaten|laki-laki|perempuan|\buptd?\b",
    re.IGNORECASE,
)
_AMENDING = ("perubahan", "dppa", "apbd")  # one of these stands in whatever is found by the patterns below
_AMENDED = (
    (
        Measure.TARGET,
        re.compile(r"(?:perjanjian kinerja|\bpk)\s+perubahan|perubahan\s+(?:atas\s+)?(?:perjanjian kinerja|pk\b)", re.IGNORECASE),
    ),
    (
        Measure.PAGU,
        re.compile(r"\bdppa\b|apbd[ -]?p\b|perubahan\s+(?:apbd|anggaran)|(?:apbd|anggaran)\s+perubahan|setelah perubahan", re.IGNORECASE),
    ),
)
# What was reached up to a year is told beside what was reached in it.
_CUMULATIVE = re.compile(r"\bs\s?[/.]\s?d\b|sampai\s+dengan|kumulatif", re.IGNORECASE)
_SET = (Measure.TARGET, Measure.TARGET_RENSTRA)
_SHORTEST_NAME = 4
_FEW, _MANY = 2, 3

Key: TypeAlias = tuple[str, Measure, int | None, str]


@record
class Statement:
    """One cell that states a measure of a subject, with its row and table."""

    tabel: Tabel
    baris: Baris
    fact: Fact

    @property
    def quantity(self) -> Quantity | None:
        """The number, when there is one."""
        return self.fact.quantity

    def agrees(self, other: Statement) -> bool:
        """Whether two statements print the same, one perhaps with fewer decimals; two holes do not.

        A target is set and not worked out: printed as finely twice, it is the same or it differs.
        """
        if not agree(self.fact.number, other.fact.number):
            return False
        return self.fact.measure not in _SET or self.against(other).verdict in HOLDS

    def against(self, other: Statement) -> Comparison:
        """This statement held against another."""
        one, two = self.quantity, other.quantity
        result = equals(self.fact.number, other.fact.number)
        is_set = self.fact.measure in _SET and result.verdict == Verdict.HAMPIR
        if is_set and one is not None and two is not None and one.decimals == two.decimals:
            return replace(result, verdict=Verdict.TEMUAN)
        return result

    @property
    def dash(self) -> bool:
        """Whether a dash stands where other rows of the column have numbers."""
        number = self.fact.number
        struck = isinstance(number, Unreadable) and number.reason == Hole.STRIP
        return struck and any(cell.quantity is not None for cell in self.tabel.column(self.fact))


@once
def gathered(report: ReportView) -> dict[Key, list[Statement]]:
    """The statements of a report by what they speak of; a name that stands twice in one table is left out there."""
    found: dict[Key, list[Statement]] = defaultdict(list)
    sets = same_sets(report)
    for tabel in report.tables:
        if is_of_whole(tabel):
            for key, statements in _of_table(tabel, sets.get(tabel.id, "")).items():
                if len(statements) == 1:
                    found[key] += statements
    return found


@once
def shared(report: ReportView) -> dict[Key, list[Statement]]:
    """What is stated more than once: the few statements that can be held against one another."""
    return {key: statements for key, statements in gathered(report).items() if len(statements) > 1}


def is_of_whole(tabel: Tabel) -> bool:
    """Whether a table tells of the whole year and of the agency itself."""
    return not _PART_OF_YEAR.search(tabel.label) and not _OTHERS.search(tabel.label)


def _of_table(tabel: Tabel, whole: str) -> dict[Key, list[Statement]]:
    found: dict[Key, list[Statement]] = defaultdict(list)
    telling = _telling_columns(tabel)
    variants: dict[tuple[Measure, int], str] = {}
    for baris in tabel.baris:
        subject = baris.subject if baris.peran == Peran.RINCIAN else whole if baris.peran in (Peran.TOTAL, Peran.RATA_RATA) else ""
        if len(subject.split(":", 1)[-1]) < _SHORTEST_NAME:
            continue
        compared = COMPARED if baris.subject else TOTALLED
        for fact in baris.facts:
            column = fact.measure, fact.column.index
            if fact.measure in compared and fact.column.index in telling:
                if column not in variants:
                    variants[column] = variant_of(tabel, fact)
                found[subject, fact.measure, fact.year, variants[column]].append(Statement(tabel, baris, fact))
    return found


def _telling_columns(tabel: Tabel) -> frozenset[int]:
    """The columns whose header names their measure; of several of one kind, and of `%` alone, the one that most rows bear out."""
    kinds: dict[tuple[Measure, int | None, str, int], list[Column]] = defaultdict(list)
    for column in tabel.columns:
        kinds[column.measure, column.year, column.variant, column.group].append(column)
    telling = (_telling_one(tabel, _of_the_year(columns)) for columns in kinds.values())
    return frozenset(column.index for column in telling if column is not None)


def _of_the_year(columns: Sequence[Column]) -> Sequence[Column]:
    """Of several columns of one kind those of the year itself, where others say that they count up to it."""
    if len(columns) == 1 or any(_PART_OF_YEAR.search(column.header) for column in columns):
        return columns
    return [column for column in columns if not _CUMULATIVE.search(column.header)] or columns


def compares_years(tabel: Tabel) -> bool:
    """Whether a table without targets sets years side by side: its percentage is of last year, and no capaian of a target."""
    years = {column.year for column in tabel.columns if column.measure == Measure.KINERJA and column.year is not None}
    return len(years) > 1 and not any(column.measure == Measure.TARGET for column in tabel.columns)


def _telling_one(tabel: Tabel, columns: Sequence[Column]) -> Column | None:
    if columns[0].measure == Measure.CAPAIAN and compares_years(tabel):
        return None
    if len(columns) == 1 and columns[0].explicit:
        return columns[0]
    most, best = max((_rows_bearing_out(tabel, column), -index) for index, column in enumerate(columns))
    return columns[-best] if most > 1 else None


def _rows_bearing_out(tabel: Tabel, column: Column) -> int:
    """How many rows of a capaian are realisasi / target as printed, or of a serapan realisasi / pagu; none where most are not."""
    compared = {Measure.CAPAIAN: _as_worked_out, Measure.SERAPAN: _as_spent}.get(column.measure)
    if compared is None:
        return 0
    cells = [(baris, fact) for baris in tabel.baris for fact in baris.facts if fact.column.index == column.index and fact.quantity]
    agreeing = [held for baris, fact in cells if (held := compared(baris, fact)) is not None]
    return sum(agreeing) if 2 * sum(agreeing) > len(agreeing) else 0


def _as_worked_out(baris: Baris, fact: Fact) -> bool | None:
    anew = worked_out(baris, fact)
    return agree(fact.number, anew) if anew is not None else None


def _as_spent(baris: Baris, fact: Fact) -> bool | None:
    parts = [same_year(baris, measure, fact) for measure in (Measure.REALISASI, Measure.PAGU)]
    if any(len(part) != 1 for part in parts):
        return None
    return is_percent_of(fact.number, number_of(parts[0][0]), number_of(parts[1][0])).verdict in HOLDS


# ------------------------------------------------------------------ may they be compared?


@dataclass(frozen=True, slots=True)
class Ties:
    """Which tables are known to speak of the year they are taken for, and which disagree with all others.

    `amended` are the measures of which the report says that they were changed within the year.
    """

    anchored: frozenset[str]
    agreeing: frozenset[tuple[str, str]]
    at_odds: frozenset[tuple[str, Measure]]
    amended: frozenset[Measure]

    def tied(self, one: Statement, two: Statement) -> bool:
        """Whether two statements are surely of one thing and year.

        The tables agree elsewhere on a telling figure; or both are dated, and each agrees with some table of the report.
        A table that shares names with others and not one figure speaks of another agency, place or group.
        """
        if (one.tabel.id, two.tabel.id) in self.agreeing:
            return True
        linked = {table for table, _ in self.agreeing}
        return all((_is_dated(s) or s.tabel.id in self.anchored) and s.tabel.id in linked for s in (one, two))

    def may_be_amended(self, one: Statement, two: Statement) -> bool:
        """Whether two differing plans may be those before and after a change of which the report speaks."""
        return one.fact.measure in self.amended and one.tabel.id != two.tabel.id

    def doubtful(self, statement: Statement) -> bool:
        """Whether most figures of the table differ from those of the others: it speaks of something else, or was misread."""
        return (statement.tabel.id, statement.fact.measure) in self.at_odds


@once
def ties(report: ReportView) -> Ties:
    """What holds the tables of a report together."""
    found = shared(report)
    agreeing = set(_agreements(found.values()))
    anchored = {t.id for t in report.tables if report.identity.year in (t.year, *(c.year for c in t.columns)) and report.identity.year}
    while new := {two for one, two in agreeing if one in anchored} - anchored:
        anchored |= new
    said = [t.label for t in report.tables if holds(t.label, *_AMENDING)] + [s.text for s in sentences_with(report, *_AMENDING)]
    amended = (measure for measure, pattern in _AMENDED if any(pattern.search(text) for text in said))
    return Ties(frozenset(anchored), frozenset(agreeing), frozenset(_at_odds(found)), frozenset(amended))


def _is_dated(statement: Statement) -> bool:
    return statement.fact.column.year is not None or statement.tabel.year is not None


def _agreements(groups: Iterable[Sequence[Statement]]) -> Iterator[tuple[str, str]]:
    """Pairs of tables that print the same telling figure of the same thing; 100 and 0 say nothing."""
    for group in groups:
        telling = [s for s in group if s.quantity is not None and s.quantity.value not in (ZERO, HUNDRED)]
        for one in telling:
            yield from ((one.tabel.id, two.tabel.id) for two in telling if two is not one and one.agrees(two))


def _at_odds(found: dict[Key, list[Statement]]) -> Iterator[tuple[str, Measure]]:
    """Tables of which most figures differ from all others; without a title of its own two of three are enough.

    A table that lost its title on a printed page may be the rest of another one, read under the wrong header.
    """
    counts: dict[tuple[str, Measure], list[int]] = defaultdict(lambda: [0, 0])
    untitled: set[str] = set()
    for (_, measure, _, _), group in found.items():
        numbers = [s for s in group if s.quantity is not None]
        for one in numbers:
            others = [two for two in numbers if two.tabel.id != one.tabel.id]
            if others:
                counts[one.tabel.id, measure][not any(one.agrees(two) for two in others)] += 1
            if not one.tabel.judul and one.fact.location.place.page is not None:
                untitled.add(one.tabel.id)
    for (table, measure), (same, differ) in counts.items():
        if differ > (same if table in untitled else 2 * same) and differ >= (_FEW if table in untitled else _MANY):
            yield table, measure


def same_parent(one: Statement, two: Statement) -> bool:
    """Whether two rows of one name may be one thing: neither stands under another parent than the other."""
    parents = {_parent(s) for s in (one, two)} - {""}
    return len(parents) <= 1


def _parent(statement: Statement) -> str:
    by_index = {baris.index: baris for baris in statement.tabel.baris}
    above = by_index.get(statement.baris.parent) if statement.baris.parent is not None else None
    return above.subject if above is not None else ""


def units_agree(one: Quantity, two: Quantity) -> bool:
    """Whether two units may be the same; one that is not printed agrees with any."""
    mine, yours = one.unit.casefold(), two.unit.casefold()
    return mine == yours or not mine or not yours
