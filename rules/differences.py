"""Where tables state different things of one thing: which of them is taken to be wrong, and why a difference may not count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules import show
from rules.belief import severity_by_points
from rules.compare import equals, not_checked, same_print, same_value
from rules.exact import EXACT
from rules.facts import AMOUNTS, PERCENTAGES, Column, Fact, Jenis, Location, Measure, ReportView
from rules.other_years import Moved, columns_of_another_year
from rules.outcome import Comparison, Severity, Verdict
from rules.quantity import Quantity
from rules.rows import MEASURE_NAMES, figure
from rules.statements import Key, Statement, Ties, gathered, same_parent, shared, ties, units_agree
from rules.telling import row_name, table_name
from rules.trusted import most_trusted_first

UNTIED = "tahun salah satu tabel tidak tertulis"
_WORLDS = 1000
AMENDED = "laporan menyebut perubahan dalam tahun itu: yang satu mungkin sebelum, yang lain sesudahnya"
AT_ODDS = "sebagian besar angka kedua tabel berbeda: agaknya bukan hal yang sama (murni dan perubahan), atau salah terbaca"
OTHER_UNIT = "satuannya berbeda"
_TAKEN_FOR = {Measure.REALISASI: (Measure.PAGU,), Measure.KINERJA: (Measure.TARGET,), Measure.CAPAIAN: (Measure.KINERJA,)}
_MANY = 3
_SO_FAR = re.compile(r"\brealisasi\b.*\b(?:sampai|hingga|s\.?/?d)\b.*\btahun\b", re.IGNORECASE | re.DOTALL)
OTHER_PARENT = "nama yang sama di bawah induk yang berbeda"


@dataclass(frozen=True, slots=True)
class Difference:
    """What the tables of one subject come to; the places of what is taken to be wrong come first."""

    result: Comparison
    places: tuple[Location, ...]
    message: str = ""
    severity: Severity | None = None
    cause: str = ""


def differences(report: ReportView) -> Iterator[Difference]:
    """Every subject, measure and year that two tables or more state."""
    found = shared(report)
    tied = ties(report)
    for statements in found.values():
        numbers = [s for s in statements if s.quantity is not None]
        struck = [s for s in statements if s.dash and s.fact.year == report.identity.year and tied.tied(s, s)]
        if not numbers or len({s.tabel.id for s in (*numbers, *struck)}) < 2:
            continue
        clusters = _clusters(report, numbers)
        if len(clusters) > 1:
            yield _conflict(report, clusters, tied)
        elif struck:
            yield _dash(struck, numbers)
        else:
            yield Difference(equals(numbers[-1].fact.number, numbers[0].fact.number), tuple(s.fact.location for s in numbers))
    yield from _columns_of_another_measure(found, tied)
    yield from (_of_another_year(moved) for moved in columns_of_another_year(report, tied))
    yield from _struck_so_far(report)


def _struck_so_far(report: ReportView) -> Iterator[Difference]:
    """A dash under `Realisasi sampai tahun ...` where another table states the realisasi of that year.

    Another row must show that the column holds the same figures, and none may show that it holds others: a sum of years.
    """
    columns = [(tabel, column) for tabel in report.tables for column in tabel.columns if _sums_up_years(column)]
    achieved = _achieved(report) if columns else {}
    for tabel, column in columns:
        cells = [Statement(tabel, b, f) for b in tabel.rincian(column.group) for f in b.facts if f.column.index == column.index]
        pairs = [(cell, achieved[key]) for cell in cells if (key := (cell.baris.subject, column.year)) in achieved]
        said = [any(cell.agrees(other) for other in others) for cell, others in pairs if cell.quantity is not None]
        if said and all(said):
            yield from (_dash([cell], others, "Realisasi sampai tahun itu") for cell, others in pairs if cell.dash and others)


def _sums_up_years(column: Column) -> bool:
    return column.measure == Measure.LAIN and column.year is not None and bool(_SO_FAR.search(column.header))


def _achieved(report: ReportView) -> dict[tuple[str, int | None], list[Statement]]:
    """What the tables state as realisasi, by subject and year."""
    achieved: dict[tuple[str, int | None], list[Statement]] = {}
    for (subject, measure, year, _), statements in gathered(report).items():
        if measure == Measure.KINERJA:
            achieved.setdefault((subject, year), []).extend(s for s in statements if s.quantity is not None)
    return achieved


def _columns_of_another_measure(found: dict[Key, list[Statement]], tied: Ties) -> Iterator[Difference]:
    """A column at odds with all other tables whose figures are those of another measure there: a realisasi that repeats the pagu."""
    for table, measure in sorted(tied.at_odds):
        pairs = list(_pairs(found, table, measure))
        copied = [
            (one, other, fact)
            for one, other in pairs
            for fact in other.baris.facts
            if fact.measure in _TAKEN_FOR.get(measure, ()) and _same(one, fact) and not one.agrees(other)
        ]
        if len(copied) >= _MANY and 4 * len(copied) >= 3 * len(pairs):
            yield _of_another_measure(copied, len(pairs))


def _pairs(found: dict[Key, list[Statement]], table: str, measure: Measure) -> Iterator[tuple[Statement, Statement]]:
    """Each number of a table's measure with what another table states of the same thing."""
    for group in found.values():
        numbers = [s for s in group if s.quantity is not None]
        mine = [s for s in numbers if s.tabel.id == table and s.fact.measure == measure]
        yield from ((one, other) for one in mine for other in numbers if other.tabel.id != table)


def _same(statement: Statement, fact: Fact) -> bool:
    return statement.quantity is not None and same_value(fact.number, statement.quantity.value)


def _of_another_measure(copied: Sequence[tuple[Statement, Statement, Fact]], count: int) -> Difference:
    first, other, fact = copied[0]
    result = equals(first.fact.number, other.fact.number)
    said = f"{len(copied)} dari {count} angka kolom {first.fact.column.header} di {table_name(first.tabel)}"
    message = f"{said} sama dengan {figure(fact).casefold()} di {table_name(other.tabel)}, bukan dengan {figure(other.fact).casefold()}nya."
    places = (*(s.fact.location for s, _, _ in copied), *(o.fact.location for _, o, _ in copied))
    severity = Severity.RENDAH if _only_named_so(first) else Severity.TINGGI
    return Difference(result, places, message, severity, f"{first.tabel.id}: kolom {first.fact.column.index} memuat ukuran lain")


def _of_another_year(moved: Sequence[Moved]) -> Difference:
    first, other, right = moved[0]
    measure, where = MEASURE_NAMES[first.fact.measure].casefold(), show.joined(dict.fromkeys(table_name(two.tabel) for _, two, _ in moved))
    said = f"{len(moved)} angka kolom {first.fact.column.header} di {table_name(first.tabel)}"
    message = f"{said} sama dengan {measure} tahun {other.fact.year} di {where}, bukan dengan {measure} tahun {first.fact.year}."
    places = (*(one.fact.location for one, _, _ in moved), *(two.fact.location for _, _, two in moved))
    cause = f"{first.tabel.id}: kolom {first.fact.column.index} memuat tahun lain"
    return Difference(first.against(right), places, message, Severity.SEDANG, cause)


def _only_named_so(one: Statement) -> bool:
    """Whether a column of realisasi is but called capaian, in a table that works nothing out from it."""
    return one.fact.measure == Measure.CAPAIAN and one.tabel.jenis != Jenis.EFISIENSI


def _clusters(report: ReportView, numbers: Sequence[Statement]) -> list[Sequence[Statement]]:
    """Statements that agree, together; the cluster taken to be right comes first."""
    clusters: list[list[Statement]] = []
    for one in numbers:
        home = next((cluster for cluster in clusters if cluster[0].agrees(one)), None)
        if home is None:
            clusters.append([one])
        else:
            home.append(one)
    return most_trusted_first(report, clusters) if len(clusters) > 1 else list(clusters)


def _conflict(report: ReportView, clusters: Sequence[Sequence[Statement]], tied: Ties) -> Difference:
    right, wrong = clusters[0], [s for cluster in clusters[1:] for s in cluster]
    accused = [s for s in wrong if not _doubt(s, right[0], tied)]
    if not accused:
        reason = _doubt(wrong[0], right[0], tied)
        result = not_checked(wrong[0].fact.number, reason, show.printed(right[0].fact.number))
        return Difference(result, tuple(s.fact.location for s in (*wrong, *right)))
    first = accused[0]
    result = first.against(right[0])
    places = tuple(s.fact.location for s in (*accused, *right))
    message = f"{_said(first, right)} {_copied(report, first)}".strip()
    return Difference(result, places, message, _severity(first, result), _cause(first))


def _doubt(wrong: Statement, right: Statement, tied: Ties) -> str:
    """Why a difference accuses nobody; empty when nothing speaks against it."""
    one, two = wrong.quantity, right.quantity
    reasons = (
        (one is None or two is None or not units_agree(one, two) or _worlds_apart(one, two), OTHER_UNIT),
        (not same_parent(wrong, right), OTHER_PARENT),
        (tied.doubtful(wrong) or tied.doubtful(right), AT_ODDS),
        (not tied.tied(wrong, right), UNTIED),
        (tied.may_be_amended(wrong, right), AMENDED),
    )
    return next((reason for holds, reason in reasons if holds), "")


def _worlds_apart(one: Quantity, two: Quantity) -> bool:
    """Whether one number is a thousand times the other and neither prints a unit: tonnes beside a count of places."""
    low, high = sorted((EXACT.abs(one.value), EXACT.abs(two.value)))
    return not (one.exact or two.exact) and low > 0 and high >= EXACT.multiply(_WORLDS, low)


def _dash(struck: Sequence[Statement], numbers: Sequence[Statement], word: str = "") -> Difference:
    """A dash where another table states a value."""
    first, value = struck[0], numbers[0]
    result = Comparison(Verdict.TEMUAN, show.printed(first.fact.number), show.printed(value.fact.number))
    places = tuple(s.fact.location for s in (*struck, *numbers))
    return Difference(result, places, _said(first, numbers, word), Severity.SEDANG, _cause(first))


def _said(wrong: Statement, right: Sequence[Statement], word: str = "") -> str:
    where = show.joined(dict.fromkeys(table_name(s.tabel) for s in right))
    value = show.printed(right[0].fact.number)
    subject = f"{word or figure(wrong.fact)} {row_name(wrong.baris)}"
    return f"{subject} tertulis {show.printed(wrong.fact.number)} di {table_name(wrong.tabel)}, sedangkan {value} di {where}."


def _copied(report: ReportView, wrong: Statement) -> str:
    """A sentence when the figure is another measure of the same subject: a capaian that is its realisasi."""
    if wrong.quantity is None:
        return ""
    for tabel, baris in report.of_subject(wrong.baris.subject):
        for fact in baris.facts:
            if fact.measure != wrong.fact.measure and fact.year == wrong.fact.year and same_print(fact.number, wrong.quantity):
                return f"Angka itu sama dengan {figure(fact).casefold()} pada {table_name(tabel)}."
    return ""


def _severity(wrong: Statement, result: Comparison) -> Severity:
    if wrong.fact.measure in PERCENTAGES:
        return severity_by_points(result.gap)
    return Severity.TINGGI if wrong.fact.measure in (*AMOUNTS, Measure.TARGET, Measure.KINERJA) else Severity.SEDANG


def _cause(wrong: Statement) -> str:
    """Several figures of one row that differ from the same other table have one cause."""
    return f"{wrong.tabel.id}: baris {wrong.baris.index} berbeda dari tabel lain"
