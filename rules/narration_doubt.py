"""Why a figure of prose that differs from its table may not be called wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.claims import (
    RATA_RATA,
    TOTAL,
    Claim,
    explained_by_list,
    of_several_budgets,
    years_fit,
)
from rules.compare import is_percent_of, same_value
from rules.facts import AMOUNTS, Baris, Fact, Measure, Mention, ReportView
from rules.followed import is_cut_to_thousands, repeats_rows, told_to_the_rupiah
from rules.narration_cells import PERFORMANCE, Cell, Tie, also_stated
from rules.outcome import HOLDS
from rules.percent_told import is_told_by_its_percentage
from rules.quantity import PERSEN, Quantity
from rules.rows import number_of, same_year
from rules.scope import of_a_part, of_more
from rules.slips import TYPED, has_many_digits, slip_between
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
ROUNDED = "kalimat itu agaknya membulatkan ke ribuan rupiah"

_REACHED = re.compile(r"sesuai\s+(?:dengan\s+)?target", re.IGNORECASE)
_EFFICIENCY = re.compile(r"efisien|penggunaan sumber daya", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_CALLED_ALIKE = (Measure.KINERJA, Measure.CAPAIAN, Measure.CAPAIAN_RENSTRA, Measure.EFISIENSI, Measure.SERAPAN)
_MONEY = (*AMOUNTS, Measure.SERAPAN, Measure.FISIK)
_TELLING_DIGITS = 5


def doubt_of(report: ReportView, claim: Claim, mention: Mention, stated: Sequence[Cell], tie: Tie) -> str:
    """Why a figure that differs accuses nobody; empty when nothing speaks against it."""
    if is_rounded(mention, stated):
        return "" if told_to_the_rupiah(report, mention.measure, (tabel for tabel, _, _ in stated)) else ROUNDED
    if reason := _doubt_of_cells(report, mention, stated, tie):
        return reason
    if _repeats_a_row(report, claim, mention, stated):
        return SEVERAL_BUDGETS if of_several_budgets(mention.location.text) else ""
    if not tie.sure and _limited(report, mention):
        return PART
    if mention.subject in (TOTAL, RATA_RATA) and not tie.sure:
        several = mention.subject == TOTAL and of_several_budgets(mention.location.text)
        return SEVERAL_BUDGETS if several else _doubt_of_whole(report, mention, stated)
    return _doubt_of_money(claim, mention, stated, tie) if mention.measure in _MONEY else _doubt_of_performance(claim, mention, stated, tie)


def _doubt_of_cells(report: ReportView, mention: Mention, stated: Sequence[Cell], tie: Tie) -> str:
    """Whether the cells may be of another plan, measure or unit than the sentence."""
    if also_stated(report, mention, tie):
        return OTHER_PLAN
    if any(_is_other_measure(report, mention, baris) for _, baris, _ in stated):
        return OTHER_MEASURE
    if not any(_units_agree(mention.quantity, fact) for _, _, fact in stated):
        return OTHER_UNIT
    return "" if any(_proven(baris, fact) for _, baris, fact in stated) else UNPROVEN


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


def is_rounded(mention: Mention, stated: Sequence[Cell]) -> bool:
    """Whether an amount of prose is that of a cell in whole thousands."""
    cells = [fact.quantity.value for _, _, fact in stated if fact.quantity is not None]
    return mention.measure in AMOUNTS and any(is_cut_to_thousands(mention.quantity.value, cell) for cell in cells)


def _repeats_a_row(report: ReportView, claim: Claim, mention: Mention, stated: Sequence[Cell]) -> bool:
    """Whether the sentence is one of a list that goes through the rows of a table, and gives but this amount of its row."""
    if mention.measure not in AMOUNTS or sum(m.measure in AMOUNTS for m in claim.mentions) > 1:
        return False
    return repeats_rows(report, mention, (tabel for tabel, _, _ in stated))


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


def _named_exactly(mention: Mention) -> bool:
    """Whether the sentence names its subject in the very words of the table."""
    said, name = (plain_words(text) for text in (mention.location.text, mention.subject_name))
    return bool(name) and f" {name} " in f" {said} "
