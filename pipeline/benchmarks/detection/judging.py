"""What the program said of a slip, held against what is known of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pipeline.benchmarks.detection.model import Draft, Figure, Kind, Relation, Style, Value
from pipeline.benchmarks.detection.relations import Sheet
from pipeline.benchmarks.detection.repair import Repair, smallest
from pipeline.benchmarks.detection.slips import Slip, changed, prints_of, uses
from pipeline.benchmarks.detection.spelling import spelled
from pipeline.report.entries import entries_of
from rules.facts import Location
from rules.outcome import Diagnosis, Finding, Severity
from rules.outcome import Slip as Named

_NUMBER = re.compile(r"-?\(?\d+(?:[.,]\d+)*")
_INDONESIAN = Style()
_STEMS = (("up", ("naik", "ningkat")), ("down", ("turun", "nurun")))


@dataclass(frozen=True, slots=True)
class Truth:
    """A slip with what it breaks; `only` is the one smallest repair of that, if it undoes the slip."""

    slip: Slip
    broken: tuple[Relation, ...]
    only: Repair | None

    @property
    def breaks(self) -> bool:
        """Whether anything stated no longer holds; another way of writing breaks the column's own."""
        return bool(self.broken or self.slip.prints)


@dataclass(frozen=True, slots=True)
class Judged:
    """One slip and what came of it."""

    kind: str
    form: str
    breaks: bool
    found: bool
    unique: bool
    named: bool
    valued: bool


def truth_of(draft: Draft, slip: Slip) -> Truth:
    """What a slip does to a report, without asking the program."""
    sheet, values = Sheet(draft.figures, draft.relations), changed(draft, slip)
    broken = sheet.broken(values)
    if not broken:
        # What is put in Indonesian style among English figures is right by the spelling, and the others are wrong: two ways to mend it.
        one_way = all(draft.figures[key].style.point == "," for key in slip.prints)
        only = Repair(0, tuple((key, draft.figures[key].value) for key in slip.prints)) if slip.prints and one_way else None
        return Truth(slip, (), only)
    repairs = smallest(sheet, values, broken)
    undone = len(repairs) == 1 and _undoes(draft, slip, repairs[0])
    return Truth(slip, broken, repairs[0] if undone else None)


def _undoes(draft: Draft, slip: Slip, repair: Repair) -> bool:
    if slip.lost:
        return not repair.values
    right = {key: draft.figures[key].value for key in slip.values}
    told = dict(repair.values)
    return told.keys() == right.keys() and all(_alike(told[key], value) for key, value in right.items())


def _alike(one: Value, two: Value) -> bool:
    """Whether two values are one; of words that tell a direction, whether they tell the same."""
    ways = {_way(value) for value in (one, two)}
    return len(ways) == 1 if "" not in ways else one == two


def _way(value: Value) -> str:
    text = str(value)
    return next((way for way, stems in _STEMS for stem in stems if stem in text), "")


def accusing(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that say something is wrong; what is only worth knowing accuses nobody."""
    return [finding for finding in findings if finding.severity != Severity.INFO]


def judged(draft: Draft, truth: Truth, form: str, findings: Sequence[Finding]) -> Judged:
    """Whether the slip was found where it is, named first, and put right."""
    told, slip, prints = accusing(findings), truth.slip, prints_of(draft, truth.slip)
    near = uses(truth.broken) | set(slip.figures)
    places = [(draft.figures[key], prints[key]) for key in sorted(near)]
    found = any(_stands(place, *spot) for finding in told for place in finding.locations for spot in places)
    first = entries_of(told)[0].lead if told else None
    named = valued = False
    if first is not None and truth.only is not None:
        named, valued = _cause(draft, truth, prints, first)
    return Judged(slip.kind, form, truth.breaks, found and truth.breaks, truth.only is not None, named, valued)


def _cause(draft: Draft, truth: Truth, prints: Sequence[str], first: Finding) -> tuple[bool, bool]:
    """Whether the first entry names the cause, and its right value."""
    known, slip = first.diagnosis, truth.slip
    if slip.lost:
        amounts = [draft.figures[key] for key in slip.lost[0].figures if draft.figures[key].kind in (Kind.PAGU, Kind.REALISASI)]
        named = known is not None and known.slip == Named.BARIS_HILANG
        shown = (_INDONESIAN.bare(Decimal(figure.value)) for figure in amounts)
        return named, named and known is not None and all(amount in known.proposed for amount in shown)
    if len(slip.values) > 1:
        figures = [draft.figures[key] for key in slip.values]
        named = known is not None and known.slip == Named.BERTUKAR and _all_named(known, figures, prints)
        return named, named
    ((key, right),) = [(key, draft.figures[key].value) for key in slip.figures]
    places = known.places if known is not None else first.locations
    named = bool(places) and _stands(places[0], draft.figures[key], prints[key])
    said = known.proposed if known is not None else first.expected
    return named, named and _is_right(said, right, draft.figures[key])


def _all_named(known: Diagnosis, figures: Sequence[Figure], prints: Sequence[str]) -> bool:
    return all(any(_stands(place, figure, prints[figure.key]) for place in known.places) for figure in figures)


def _stands(location: Location, figure: Figure, printed: str) -> bool:
    """Whether a finding's place is that of a figure."""
    text, shown = _tight(location.text), _tight(printed)
    if not figure.table:
        return shown in text
    return text == shown and (_tight(figure.row) in _tight(location.row) or _tight(location.row) in _tight(figure.row))


def _tight(text: str) -> str:
    return "".join(text.split()).casefold()


def _is_right(said: str, right: Value, figure: Figure) -> bool:
    """Whether a proposal is the right value, perhaps with more decimals."""
    if figure.kind == Kind.TERBILANG:
        return any(number is not None and spelled(abs(int(number))) == right for number in map(_number, _NUMBER.findall(said)))
    if isinstance(right, str):
        return _tight(right) in _tight(said) or (_way(right) != "" and _alike(said, right))
    numbers = [_number(text) for text in _NUMBER.findall(said)]
    # What fell by so much is told without a sign in prose, and with one in a column of changes.
    signed = bool(figure.table) and figure.kind in (Kind.PERUBAHAN, Kind.SELISIH)
    return any(n is not None and _is_near(n, right, figure.style.decimals, signed=signed) for n in numbers)


def _is_near(one: Decimal, right: Decimal, decimals: int, *, signed: bool) -> bool:
    apart = one - right if signed else abs(one) - abs(right)
    return abs(apart).scaleb(decimals) * 2 <= 1


def _number(text: str) -> Decimal | None:
    """A number as the report may print it, in Indonesian or in English style."""
    text = text.replace("-(", "-").replace("(", "-")  # brackets are a minus
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+\.\d{1,2}", text):
        text = text.translate({ord(","): ".", ord("."): ","})
    try:
        return Decimal(text.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None
