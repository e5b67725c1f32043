"""Figures of prose against the rows of tables they speak of, and when a difference may be called one."""

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
    explained_by_list,
    is_akip,
    of_several_budgets,
    years_fit,
)
from rules.compare import agree, equals, is_percent_of, not_checked, same_value
from rules.exact import EXACT, HUNDRED
from rules.facts import AMOUNTS, Baris, Fact, Location, Measure, Mention, ReportView
from rules.narration_cells import PERFORMANCE, Cell, Tie, also_stated, meant_row, stated_of, tie_of
from rules.outcome import HOLDS, Comparison, Severity, Verdict
from rules.percent_told import is_told_by_its_percentage
from rules.quantity import PERSEN, Quantity
from rules.rows import MEASURE_NAMES, number_of, same_year
from rules.scope import of_a_part, of_more
from rules.slips import TYPED, decimals_of, has_many_digits, slip_between
from rules.telling import row_name, table_name
from rules.titles import plain_words

PART = "angka kalimat mungkin tentang bagian dari baris itu"
UNNAMED = "nama barisnya tidak disebut persis dalam kalimat"
OTHER_MEASURE = "angka itu ukuran lain dari baris yang sama; kalimatnya dapat dibaca begitu"
OTHER_UNIT = "satuannya berbeda"
SEVERAL = "ada beberapa total atau rata-rata, dan tidak jelas yang mana dimaksud"
OWN_LIST = "rata-rata itu dari angka-angka yang disebut sesudahnya"
SEVERAL_BUDGETS = "kalimat menyebut anggaran yang berubah atau beberapa sumber dana"
UNPROVEN = "arti kolom tabelnya tidak terbukti"
REACHED = "“sesuai target 100 %” menyebut capaian, bukan target"
EFFICIENCY = "kalimat berbicara tentang efisiensi"
OTHER_PLAN = "angka itu ada pada rencana beberapa tahun atau pada kolom yang tahunnya tidak pasti"
OTHER_ROW = "semua angkanya cocok dengan baris lain, agaknya namanya yang tertukar"
OWN_FIGURES = "capaian itu mengikuti target dan realisasi yang disebut kalimatnya sendiri"
AT_ODDS = "sebagian besar angka kalimat berbeda dari tabel itu: agaknya bukan tabel yang dimaksud"

_REACHED = re.compile(r"sesuai\s+(?:dengan\s+)?target", re.IGNORECASE)
_EFFICIENCY = re.compile(r"efisien|penggunaan sumber daya", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_CALLED_ALIKE = (Measure.KINERJA, Measure.CAPAIAN, Measure.CAPAIAN_RENSTRA, Measure.EFISIENSI, Measure.SERAPAN)
_MONEY = (*AMOUNTS, Measure.SERAPAN, Measure.FISIK)
_MANY, _NEAR = 3, 5
_TELLING_DIGITS = 5


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
            yield _unless(_is_worked_out(claim, one.mention), one, OWN_FIGURES)


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
    reason = "" if short else _doubt(report, claim, mention, stated, tie)
    if reason:
        return Told(mention, not_checked(mention.quantity, reason, show.printed(fact.number)), places, tables)
    word = MEASURE_NAMES.get(fact.measure, "Realisasi fisik" if fact.measure == Measure.FISIK else "Angka")
    message = (
        f"{word} {row_name(baris)} tertulis {show.printed(mention.quantity)} dalam kalimat, "
        f"tetapi {show.printed(fact.number)} di {table_name(tabel)}.{_swapped(mention, fact)}"
    )
    return Told(mention, replace(result, verdict=Verdict.TEMUAN), places, tables, message, _severity(mention, result, short))


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
        if fact.measure in also and fact.quantity is not None and years_fit(fact.year, mention.year)
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


def _severity(mention: Mention, result: Comparison, short: bool) -> Severity:
    if short:
        return Severity.RENDAH
    if mention.measure in AMOUNTS:
        return Severity.TINGGI if mention.subject == TOTAL else Severity.SEDANG
    by_points = severity_by_points(result.gap)
    return by_points if mention.subject in (TOTAL, RATA_RATA) or by_points == Severity.RENDAH else Severity.SEDANG


# ------------------------------------------------------------------ may it be called a difference?


def _doubt(report: ReportView, claim: Claim, mention: Mention, stated: Sequence[Cell], tie: Tie) -> str:
    """Why a figure that differs accuses nobody; empty when nothing speaks against it."""
    if also_stated(report, mention, tie):
        return OTHER_PLAN
    if any(_is_other_measure(report, mention, baris) for _, baris, _ in stated):
        return OTHER_MEASURE
    if not any(_units_agree(mention.quantity, fact) for _, _, fact in stated):
        return OTHER_UNIT
    if not any(_proven(baris, fact) for _, baris, fact in stated):
        return UNPROVEN
    if not tie.sure and _limited(report, mention):
        return PART
    if mention.subject in (TOTAL, RATA_RATA) and not tie.sure:
        several = mention.subject == TOTAL and of_several_budgets(mention.location.text)
        return SEVERAL_BUDGETS if several else _doubt_of_whole(report, mention, stated)
    return _doubt_of_money(claim, mention, stated, tie) if mention.measure in _MONEY else _doubt_of_performance(claim, mention, stated, tie)


def _limited(report: ReportView, mention: Mention) -> bool:
    """Whether the sentence says that its figure is of less, or of more, than the rows it names."""
    if mention.subject == TOTAL:
        return of_more(mention.location.text, report.identity)
    return mention.subject != RATA_RATA and of_a_part(mention.location.text, mention.subject_name, report.identity)


def _is_other_measure(report: ReportView, mention: Mention, baris: Baris) -> bool:
    """Reports call a realisasi capaian and the other way round: then the number is right, and the word is not at issue."""
    alike = AMOUNTS if mention.measure in AMOUNTS else _CALLED_ALIKE
    facts = [fact for _, row in report.of_subject(baris.subject) for fact in row.facts] or list(baris.facts)
    return mention.measure in alike and any(fact.measure in alike and _says(fact, mention) for fact in facts)


def _says(fact: Fact, mention: Mention) -> bool:
    """Whether a cell of another measure prints the number, or any cell prints it in brackets: `86 (101%)`."""
    if not years_fit(fact.year, mention.year):
        return False
    printed = _DIGITS.search(mention.quantity.text)
    in_brackets = [text for remark in _IN_BRACKETS.findall(fact.location.text) for text in _DIGITS.findall(remark)]
    return (fact.measure != mention.measure and same_value(fact.number, mention.quantity.value)) or bool(
        printed and printed.group() in in_brackets
    )


def _units_agree(quantity: Quantity, fact: Fact) -> bool:
    """A count is not held against a percentage, nor 49 orang against 49 paket."""
    other = fact.quantity.unit.casefold() if fact.quantity is not None else ""
    mine = quantity.unit.casefold()
    return mine == other or (PERSEN not in (mine, other) and (not mine or not other))


def _proven(baris: Baris, fact: Fact) -> bool:
    """Whether the header names the measure, or the row's own amounts make the percentage."""
    if fact.column.explicit:
        return True
    parts = [same_year(baris, measure, fact) for measure in (Measure.REALISASI, Measure.PAGU)]
    if fact.measure != Measure.SERAPAN or any(len(part) != 1 for part in parts):
        return False
    return is_percent_of(fact.number, number_of(parts[0][0]), number_of(parts[1][0])).verdict in HOLDS


def _doubt_of_whole(report: ReportView, mention: Mention, stated: Sequence[Cell]) -> str:
    values = {fact.quantity.value for _, _, fact in stated if fact.quantity is not None}
    if mention.subject == RATA_RATA and explained_by_list(report, mention):
        return OWN_LIST
    return SEVERAL if len(values) > 1 else ""


def _doubt_of_money(claim: Claim, mention: Mention, stated: Sequence[Cell], tie: Tie) -> str:
    """An amount is of its row when another amount of the claim stands there, or when it is all that is said of a program.

    One that a single slip makes of the amount of the row that is named was meant to be that one.
    """
    if of_several_budgets(mention.location.text):
        return "" if is_told_by_its_percentage(claim, [baris for _, baris in tie.rows]) else SEVERAL_BUDGETS
    if tie.sure or (_named_exactly(mention) and any(_is_slip_of(mention, fact) for _, _, fact in stated)):
        return ""
    if sum(m.measure in AMOUNTS for m in claim.mentions) > (mention.measure in AMOUNTS):
        return PART
    if mention.measure in AMOUNTS and not mention.subject.startswith("program:"):
        return PART
    return "" if _named_exactly(mention) else UNNAMED


def _is_slip_of(mention: Mention, fact: Fact) -> bool:
    """Whether an amount of so many digits that chance is out of question is that of a cell but for one of them."""
    if mention.measure not in AMOUNTS or fact.quantity is None:
        return False
    amounts = (mention.quantity.value, fact.quantity.value)
    return all(has_many_digits(amount, _TELLING_DIGITS) for amount in amounts) and slip_between(*amounts, 0) in TYPED


def _doubt_of_performance(claim: Claim, mention: Mention, stated: Sequence[Cell], tie: Tie) -> str:
    if mention.measure in (Measure.KINERJA, Measure.CAPAIAN) and _EFFICIENCY.search(mention.location.text):
        return EFFICIENCY
    if mention.measure == Measure.TARGET and _REACHED.search(mention.location.text):
        return REACHED
    others = [m for m in claim.mentions if m is not mention and m.measure in PERFORMANCE]
    borne_out = any(same_value(f.number, m.quantity.value) for m in others for _, b, _ in stated for f in b.all(m.measure))
    return "" if borne_out or tie.named or _named_exactly(mention) else UNNAMED


def _is_worked_out(claim: Claim, mention: Mention) -> bool:
    """Whether it is a capaian that follows from the target and the realisasi which its own sentence gives."""
    target, reached = claim.get(Measure.TARGET), claim.get(Measure.KINERJA)
    if mention.measure != Measure.CAPAIAN or target is None or reached is None:
        return False
    return agree(mention.quantity, quotient(reached.quantity, target.quantity))


def _named_exactly(mention: Mention) -> bool:
    """Whether the sentence names its subject in the very words of the table."""
    said, name = (plain_words(text) for text in (mention.location.text, mention.subject_name))
    return bool(name) and f" {name} " in f" {said} "
