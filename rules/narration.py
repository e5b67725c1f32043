"""Figures of prose against the rows of tables they speak of, and what they come to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules import show
from rules.anew import quotient
from rules.belief import severity_by_points
from rules.claims import (
    RATA_RATA,
    TOTAL,
    Claim,
    claims,
    is_akip,
    years_fit,
)
from rules.compare import agree, equals, not_checked
from rules.exact import EXACT, HUNDRED
from rules.facts import AMOUNTS, Fact, Location, Measure, Mention, ReportView
from rules.narration_cells import Cell, Tie, is_of_another, meant_row, stated_of, states_all, tie_of
from rules.narration_doubt import doubt_of, is_rounded
from rules.outcome import HOLDS, Comparison, Severity, Verdict
from rules.quantity import PERSEN
from rules.rows import MEASURE_NAMES
from rules.slips import decimals_of
from rules.telling import row_name, table_name

OTHER_ROW = "semua angkanya cocok dengan baris lain, agaknya namanya yang tertukar"
OWN_FIGURES = "capaian itu mengikuti target dan realisasi yang disebut kalimatnya sendiri"
AT_ODDS = "sebagian besar angka kalimat berbeda dari tabel itu: agaknya bukan tabel yang dimaksud"
_DIGIT = re.compile(r"\d")
_MANY, _NEAR = 3, 5


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of prose with what the tables say of it; the sentence comes first."""

    mention: Mention
    result: Comparison
    places: tuple[Location, ...]
    tables: tuple[str, ...]
    message: str = ""
    severity: Severity | None = None


def told(report: ReportView) -> tuple[Told, ...]:
    """Every figure of prose that speaks of rows which state the same measure of the same year."""
    found = [one for claim in claims(report) for one in _of_claim(report, claim)]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in found:
        for table in one.tables:
            counts[table][one.result.verdict not in HOLDS] += 1
    at_odds = {table for table, (agree, differ) in counts.items() if differ >= _MANY and differ > agree}
    return tuple(_unless(at_odds.issuperset(one.tables), one, AT_ODDS) for one in found)


def _unless(doubted: bool, one: Told, reason: str) -> Told:
    if not doubted or one.result.verdict != Verdict.TEMUAN:
        return one
    return replace(one, result=not_checked(one.mention.quantity, reason, one.result.expected))


def _of_claim(report: ReportView, claim: Claim) -> Iterator[Told]:
    tie = tie_of(report, claim)
    found = list(_of_mentions(report, claim, tie))
    failed = [one for one in found if one.result.verdict == Verdict.TEMUAN]
    other = meant_row(report, claim, tie) if len(failed) > 1 and len(failed) == len(found) else None
    for one in found:
        if other is not None:
            yield _unless(True, one, f"{OTHER_ROW}: {row_name(other[1])}")
        else:
            yield _unless(_is_worked_out(claim, one.mention, tie), one, OWN_FIGURES)


def _of_mentions(report: ReportView, claim: Claim, tie: Tie) -> Iterator[Told]:
    worked = claim.get(Measure.PAGU) is not None and claim.get(Measure.REALISASI) is not None
    for mention in claim.mentions:
        # With both amounts said, the percentage is held against them (PR02).
        if mention.measure == Measure.SERAPAN and worked:
            continue
        stated = stated_of(report, mention, tie)
        if stated:
            yield _compared(report, claim, mention, stated, tie)


def _compared(report: ReportView, claim: Claim, mention: Mention, stated: Sequence[Cell], tie: Tie) -> Told:
    agreeing = [one for one in stated if agree(mention.quantity, one[2].number)]
    tables = tuple(dict.fromkeys(tabel.id for tabel, _, _ in stated))
    short = bool(agreeing) and (_falls_short(mention, agreeing) or _drops_decimals(mention, agreeing))
    tabel, baris, fact = agreeing[0] if agreeing else _nearest(mention, stated, tie)
    result, places = equals(mention.quantity, fact.number), (mention.location, fact.location)
    if agreeing and not short:
        return Told(mention, result, places, tables)
    reason = "" if short else doubt_of(report, claim, mention, stated, tie)
    if reason:
        return Told(mention, not_checked(mention.quantity, reason, show.printed(fact.number)), places, tables)
    word = MEASURE_NAMES.get(fact.measure, "Realisasi fisik" if fact.measure == Measure.FISIK else "Angka")
    message = (
        f"{word} {row_name(baris)} tertulis {show.printed(mention.quantity)} dalam kalimat, "
        f"tetapi {show.printed(fact.number)} di {table_name(tabel)}.{_swapped(mention, fact)}"
    )
    slight = short or is_rounded(mention, stated)
    return Told(mention, replace(result, verdict=Verdict.TEMUAN), places, tables, message, _severity(mention, result, slight))


def _swapped(mention: Mention, fact: Fact) -> str:
    """A hint where two neighbouring digits changed places: `324.281.000` for `342.281.000`."""
    said = "".join(_DIGIT.findall(show.printed(mention.quantity)))
    other = "".join(_DIGIT.findall(show.printed(fact.number)))
    apart = [place for place, (one, two) in enumerate(zip(said, other, strict=False)) if one != two]
    if len(said) != len(other) or len(apart) != 2 or apart[1] - apart[0] != 1:
        return ""
    one, two = apart
    return " Dua angkanya agaknya tertukar tempat." if (said[one], said[two]) == (other[two], other[one]) else ""


def _nearest(mention: Mention, stated: Sequence[Cell], tie: Tie) -> Cell:
    """The cell that the sentence most likely means: of realisasi and capaian, which are called alike, the nearer one."""
    also = (Measure.KINERJA, Measure.CAPAIAN) if mention.measure in (Measure.KINERJA, Measure.CAPAIAN) else ()
    others = [
        (tabel, baris, fact)
        for tabel, baris in tie.rows
        for fact in baris.facts
        if fact.measure in also and fact.quantity is not None and years_fit(fact.year, mention.year) and not is_of_another(tabel, fact)
    ]
    own = min(stated, key=lambda one: equals(mention.quantity, one[2].number).gap)
    near = [one for one in others if _is_near(mention, one[2])]
    return min((own, *near), key=lambda one: equals(mention.quantity, one[2].number).gap)


def _is_near(mention: Mention, fact: Fact) -> bool:
    """Within a fifth: so far a slip may go, and no farther."""
    return EXACT.multiply(_NEAR, equals(mention.quantity, fact.number).gap) <= EXACT.abs(mention.quantity.value)


def _falls_short(mention: Mention, agreeing: Sequence[Cell]) -> bool:
    """A stated 100 % says that all was done; 99,99 in the table says that it was not, though it rounds to 100."""
    values = [fact.quantity.value for _, _, fact in agreeing if fact.quantity is not None]
    return mention.quantity.unit == PERSEN and mention.quantity.value == HUNDRED and all(value < HUNDRED for value in values)


def _drops_decimals(mention: Mention, agreeing: Sequence[Cell]) -> bool:
    """An AKIP score is given with two decimals; a table that prints 68 for 68,23 prints another score."""
    finer = mention.measure == Measure.KINERJA and decimals_of(mention.quantity.value) > 0
    return finer and all(is_akip(b.name) and f.quantity is not None and f.quantity.decimals == 0 for _, b, f in agreeing)


def _severity(mention: Mention, result: Comparison, slight: bool) -> Severity:
    if slight:
        return Severity.RENDAH
    if mention.measure in AMOUNTS:
        return Severity.TINGGI if mention.subject == TOTAL else Severity.SEDANG
    by_points = severity_by_points(result.gap)
    return by_points if mention.subject in (TOTAL, RATA_RATA) or by_points == Severity.RENDAH else Severity.SEDANG


def _is_worked_out(claim: Claim, mention: Mention, tie: Tie) -> bool:
    """Whether it is a capaian that follows from the target and the realisasi which its own sentence gives, and no row states both."""
    target, reached = claim.get(Measure.TARGET), claim.get(Measure.KINERJA)
    if mention.measure != Measure.CAPAIAN or target is None or reached is None:
        return False
    follows = agree(mention.quantity, quotient(reached.quantity, target.quantity))
    return follows and not any(states_all(row, (target, reached)) for row in tie.rows)
