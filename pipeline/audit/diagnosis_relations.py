"""The comparisons of a report as relations between figures, to be made again with another figure in one place.

A relation is only kept where the same helper of `rules.compare` comes to the outcome's own verdict with the printed figures:
what is not understood is not counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import TypeAlias

from extractors.record import record
from rules import show
from rules.anew import limited
from rules.belief import is_padded, without_zero
from rules.capaian import compared
from rules.claims import claims
from rules.compare import agree, at_most, difference_of, equals, mean_of, sums_to
from rules.compare_words import spells
from rules.facts import Baris, Fact, Location, Measure, Mention, ReportView, Tabel, Terbilang
from rules.outcome import HOLDS, Comparison, Outcome, Verdict
from rules.percent import REST, SERAPAN, SISA, Formula
from rules.percent_told import unpadded_percent
from rules.quantity import Number, Quantity

SUMS = ("jumlah_anak", "jumlah_total")
Check: TypeAlias = Callable[[Sequence[Number]], Comparison]
Symptom: TypeAlias = tuple[str, tuple[Location, ...], str]
"""A finding, as its outcome has it: rule, places, what is stated."""


class Kind(StrEnum):
    """How the figures of a relation belong together; the first is the one that is stated of the others."""

    SUM = "sum"
    DIFFERENCE = "difference"
    PERCENT = "percent"
    REST_PERCENT = "rest_percent"
    CAPAIAN = "capaian"
    MEAN = "mean"
    LIMIT = "limit"
    SAME = "same"
    SPELLED = "spelled"
    PARTS = "parts"
    CHANGE = "change"


@record
class Figure:
    """A printed figure: a cell with its row and table, or one of a sentence."""

    number: Number
    location: Location
    tabel: Tabel | None = None
    baris: Baris | None = None
    fact: Fact | None = None
    mention: Mention | None = None


@record
class Relation:
    """One comparison: its figures by index, the first the stated one, and how it is made again."""

    rule: str
    kind: Kind
    figures: tuple[int, ...]
    check: Check
    locations: tuple[Location, ...]
    stated: str
    holds: bool

    @property
    def symptom(self) -> Symptom:
        """The finding that it comes to where it fails."""
        return self.rule, self.locations, self.stated


@dataclass(frozen=True, slots=True)
class Web:
    """The figures of a report with the relations between them; `of_figure` are the relations that a figure takes part in."""

    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    of_figure: Mapping[int, tuple[int, ...]]


def web_of(view: ReportView, outcomes: Sequence[Outcome], families: Mapping[str, str]) -> Web:
    """The relations behind the outcomes that fail, and behind those that share a figure with them, whatever their order.

    `families` are those of the rules, by code.
    """
    near = _near([outcome for outcome in outcomes if outcome.verdict != Verdict.TAK_DIPERIKSA], families)
    if not near:
        return Web((), (), {})
    index = _Index(view)
    made = (index.relation(outcome, families.get(outcome.rule, "")) for outcome in near)
    relations = tuple(sorted((one for one in made if one is not None), key=lambda r: (r.figures, r.rule, r.stated)))
    touching: dict[int, list[int]] = defaultdict(list)
    for number, relation in enumerate(relations):
        for figure in dict.fromkeys(relation.figures):
            touching[figure].append(number)
    return Web(tuple(index.figures), relations, {figure: tuple(found) for figure, found in touching.items()})


def _near(decided: Sequence[Outcome], families: Mapping[str, str]) -> list[Outcome]:
    """The failed outcomes and those that share a place with them, or with another print of a figure of theirs."""
    spots = {_spot(place) for outcome in decided if outcome.verdict == Verdict.TEMUAN for place in outcome.locations}
    again = [outcome for outcome in decided if outcome.verdict in HOLDS and _binds(outcome, families.get(outcome.rule, ""))]
    bound: dict[Location, list[Outcome]] = defaultdict(list)
    for outcome in again:
        for place in outcome.locations:
            bound[_spot(place)].append(outcome)
    new = set(spots)
    while new:
        new = {_spot(place) for spot in new for outcome in bound.pop(spot, ()) for place in outcome.locations} - spots
        spots |= new
    # The page, or the line of a text, is told apart at once: it is asked before the cell itself.
    leaves = {spot.place.page or spot.place.line for spot in spots}
    beside = (one for one in decided if not leaves.isdisjoint([place.place.page or place.place.line for place in one.locations]))
    return [outcome for outcome in beside if any(_spot(place) in spots for place in outcome.locations)]


def _spot(location: Location) -> Location:
    """A cell; of a sentence only the sentence, for what is said of its figures differs."""
    return location if location.table else _sentence(location)


def _binds(outcome: Outcome, family: str) -> bool:
    """Whether it says that its figures are one: equal statements, or a sum of one part."""
    return family.startswith("beda_") or (family in SUMS and len(outcome.locations) == 2)


@dataclass(slots=True)
class _Index:
    """Finds the figures behind the locations of an outcome."""

    view: ReportView
    figures: list[Figure] = field(default_factory=list)
    cells: dict[Location, int] = field(default_factory=dict)
    said: dict[tuple[Location, str], int] = field(default_factory=dict)
    mentions: dict[tuple[Location, str], Mention] = field(default_factory=dict)
    padded: dict[tuple[str, int], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for tabel, baris, fact in self.view.facts():
            if not fact.label and self.cells.setdefault(fact.location, new := len(self.figures)) == new:
                self._add(Figure(fact.number, fact.location, tabel, baris, fact))
        for mention in self.view.mentions:
            self._say(mention.quantity, mention.location, mention)
            self.mentions.setdefault((mention.location, show.printed(mention.quantity)), mention)
        for one in self.view.terbilang:
            self._say(one.quantity, one.location)

    def _add(self, figure: Figure) -> int:
        self.figures.append(figure)
        return len(self.figures) - 1

    def _say(self, quantity: Quantity, location: Location, mention: Mention | None = None) -> None:
        """One figure of a sentence is one, whatever is said of it."""
        key = _sentence(location), quantity.text
        if key not in self.said:
            self.said[key] = self._add(Figure(quantity, location, mention=mention))

    def relation(self, outcome: Outcome, family: str) -> Relation | None:
        """An outcome as a relation, if it can be made again: in the reading that expects the same value, or comes to the same at least."""
        holds = outcome.verdict in HOLDS
        second: Relation | None = None
        for kind, figures, check in self._readings(outcome, family):
            made = check([self.figures[one].number for one in figures])
            if (made.verdict in HOLDS) == holds:
                found = Relation(outcome.rule, kind, figures, check, outcome.locations, outcome.stated, holds)
                if made.expected == outcome.expected:
                    return found
                second = second or found
        return second

    def _readings(self, outcome: Outcome, family: str) -> Iterator[tuple[Kind, tuple[int, ...], Check]]:
        """What an outcome may compare, by the kind of its rule; a sentence tells which of its figures is meant."""
        cells = tuple(self.cells[one] for one in outcome.locations if one in self.cells)
        if cells and len(cells) == len(outcome.locations):
            yield from self._of_cells(cells, family)
        elif outcome.locations:
            yield from self._of_sentence(outcome, cells, family)

    def _of_cells(self, cells: tuple[int, ...], family: str) -> Iterator[tuple[Kind, tuple[int, ...], Check]]:
        count = len(cells)
        if family in SUMS:
            yield Kind.SUM, cells, lambda n: sums_to(n[0], n[1:])
        elif family in ("sisa", "perubahan_tahun") and count == 3:
            kind = Kind.DIFFERENCE if family == "sisa" else Kind.CHANGE
            yield kind, cells, lambda n: difference_of(n[0], n[1], n[2])
            yield kind, (cells[0], cells[2], cells[1]), lambda n: difference_of(n[0], n[1], n[2])
        elif family == "persen_realisasi" and count == 3:
            yield from self._percents(cells)
        elif family == "persen_capaian" and count == 3:
            yield Kind.CAPAIAN, cells, partial(_capaian_of, self.figures[cells[0]].baris)
        elif family == "rata_rata":
            yield Kind.MEAN, cells, lambda n: mean_of(n[0], n[1:])
            yield Kind.MEAN, cells, lambda n: mean_of(n[0], [limited(one) for one in n[1:]])
        elif family == "realisasi_lebih" and count == 2:
            yield Kind.LIMIT, cells, lambda n: at_most(n[0], n[1])
        elif family == "beda_antar_tabel" and count > 1:
            yield Kind.SAME, cells, _all_same

    def _percents(self, cells: tuple[int, ...]) -> Iterator[tuple[Kind, tuple[int, ...], Check]]:
        """The formula of the column first; the padding of its zeros as the rules see it."""
        stated, part = self.figures[cells[0]], self.figures[cells[1]]
        if stated.tabel is None or stated.fact is None or part.fact is None:
            return
        padded = self._is_padded(stated.tabel, stated.fact)
        formulas = (SISA,) if part.fact.measure == Measure.SISA else (REST, SERAPAN) if _of_rest(stated.fact) else (SERAPAN, REST)
        for formula in formulas:
            kind = Kind.REST_PERCENT if formula is REST else Kind.PERCENT
            yield kind, cells, partial(_percent_of, formula, padded)

    def _is_padded(self, tabel: Tabel, fact: Fact) -> bool:
        key = tabel.id, fact.column.index
        if key not in self.padded:
            self.padded[key] = is_padded([cell.number for cell in tabel.column(fact)])
        return self.padded[key]

    def _of_sentence(self, outcome: Outcome, cells: tuple[int, ...], family: str) -> Iterator[tuple[Kind, tuple[int, ...], Check]]:
        sentence = outcome.locations[0]
        mention = self.mentions.get((sentence, outcome.stated))
        if family == "beda_narasi_tabel" and mention is not None and len(cells) == 1:
            yield Kind.SAME, (self._figure(mention), cells[0]), _all_same
        elif family == "persen_realisasi" and mention is not None:
            told = next((claim for claim in claims(self.view) if mention in claim.mentions), None)
            pagu, spent = (told.get(measure) if told else None for measure in (Measure.PAGU, Measure.REALISASI))
            if pagu is not None and spent is not None:
                yield Kind.PERCENT, tuple(self._figure(one) for one in (mention, spent, pagu)), _percent_told
        elif family == "hitungan":
            yield from self._of_parts(outcome)
            yield from self._of_count(outcome)
        elif family == "terbilang":
            for one in self.view.terbilang:
                if one.location == sentence and " ".join(one.words.split()) == outcome.stated:
                    figure = self.said[_sentence(sentence), one.quantity.text]
                    yield Kind.SPELLED, (figure,), partial(_spelled, one)

    def _of_parts(self, outcome: Outcome) -> Iterator[tuple[Kind, tuple[int, ...], Check]]:
        """A whole that a sentence takes apart: a kind of its own, for there any of its figures may be the wrong one."""
        for one in self.view.said.parts:
            if one.location == outcome.locations[0] and show.printed(one.whole) == outcome.stated:
                said = self.said.get((_sentence(one.location), one.whole.text))
                whole = Figure(one.whole, one.location, mention=self.figures[said].mention if said is not None else None)
                figures = (self._add(figure) for figure in (whole, *(Figure(part, one.location) for part in one.parts)))
                yield Kind.PARTS, tuple(figures), lambda n: sums_to(n[0], n[1:])

    def _of_count(self, outcome: Outcome) -> Iterator[tuple[Kind, tuple[int, ...], Check]]:
        """A count in a sentence that is told in words too, against how many things are listed."""
        stated = self.said.get((_sentence(outcome.locations[0]), outcome.stated))
        if stated is not None and outcome.expected.isdigit():
            listed = Quantity(Decimal(outcome.expected), 0, 0, "", outcome.expected)
            yield Kind.SAME, (stated, self._add(Figure(listed, outcome.locations[-1]))), _all_same

    def _figure(self, mention: Mention) -> int:
        return self.said[_sentence(mention.location), mention.quantity.text]


def _sentence(location: Location) -> Location:
    """A sentence without what one of its figures is called."""
    return Location(location.place, location.text)


def _of_rest(fact: Fact) -> bool:
    return fact.measure == Measure.SISA_PERSEN


def _percent_of(formula: Formula, padded: bool, n: Sequence[Number]) -> Comparison:
    return formula.compare(without_zero(n[0]) if padded else n[0], n[1], n[2])


def _capaian_of(baris: Baris | None, n: Sequence[Number]) -> Comparison:
    return compared(baris, n[0], n[1], n[2]) if baris is not None else equals(n[0], n[1])


def _spelled(one: Terbilang, n: Sequence[Number]) -> Comparison:
    return spells(one.words, one.value, n[0]) if isinstance(n[0], Quantity) else equals(n[0], n[0])


def _percent_told(n: Sequence[Number]) -> Comparison:
    stated = unpadded_percent(n[0]) if isinstance(n[0], Quantity) else n[0]
    return SERAPAN.compare(stated, n[1], n[2])


def _all_same(n: Sequence[Number]) -> Comparison:
    """Every figure against the last, which is the one taken to be right; the first that differs counts."""
    return equals(next((one for one in n[:-1] if not agree(one, n[-1])), n[0]), n[-1])
