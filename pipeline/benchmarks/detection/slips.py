"""Slips of every kind, put at a random place of a report that was right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from pipeline.benchmarks.detection.budget import rounded
from pipeline.benchmarks.detection.dice import Dice
from pipeline.benchmarks.detection.mistyping import doubled, replaced, shortened, swapped
from pipeline.benchmarks.detection.model import NUMERIC, Draft, Figure, Kind, Line, Relation, Style, Tie, Value
from pipeline.benchmarks.detection.relations import FALLING, MONEY, RISING
from pipeline.benchmarks.detection.spelling import spelled

AMOUNTS = (Kind.PAGU, Kind.REALISASI, Kind.SISA)


@dataclass(frozen=True, slots=True)
class Slip:
    """Other values or prints for some figures, or a row that got lost."""

    kind: str
    values: dict[int, Value] = field(default_factory=dict)
    prints: dict[int, str] = field(default_factory=dict)
    lost: tuple[Line, ...] = ()

    @property
    def figures(self) -> tuple[int, ...]:
        """What it changes."""
        return tuple(dict.fromkeys((*self.values, *self.prints)))


Maker = Callable[[Draft, Dice], Slip | None]
KINDS: dict[str, Maker] = {}


def _kind(name: str) -> Callable[[Maker], Maker]:
    def enter(maker: Maker) -> Maker:
        KINDS[name] = maker
        return maker

    return enter


def slip_of(kind: str, draft: Draft, dice: Dice) -> Slip | None:
    """A slip of a kind, or None where the report has no place for it."""
    made = KINDS[kind](draft, dice)
    return Slip(kind, made.values, made.prints, made.lost) if made is not None else None


# ------------------------------------------------------------------ typing


def _typed(draft: Draft, dice: Dice, figures: Sequence[Figure], edit: Callable[[str, Dice], str | None]) -> Slip | None:
    """One of the figures with its digits typed otherwise."""
    for figure in dice.shuffled(figures)[:20]:
        value = _edited(figure, edit, dice)
        if value is not None and value != figure.value:
            return Slip("", {figure.key: value})
    return None


def _edited(figure: Figure, edit: Callable[[str, Dice], str | None], dice: Dice) -> Decimal | None:
    if not isinstance(figure.value, Decimal) or figure.value <= 0:
        return None
    digits = str(int(figure.value.scaleb(figure.style.decimals)))
    whole = str(int(figure.value)) if figure.kind in MONEY else digits
    made = edit(whole, dice)
    if made is None or made.startswith("0"):
        return None
    return Decimal(made) if figure.kind in MONEY else Decimal(made).scaleb(-figure.style.decimals)


def _numbers(draft: Draft, dice: Dice) -> list[Figure]:
    """The numeric figures of one kind, so that every kind has its turn."""
    kinds = sorted({figure.kind for figure in draft.figures if figure.kind in NUMERIC and figure.table})
    kind = dice.one_of(kinds)
    return [figure for figure in draft.figures if figure.kind == kind and figure.table]


def _of(draft: Draft, *kinds: Kind, prose: bool = False) -> list[Figure]:
    return [figure for figure in draft.figures if figure.kind in kinds and bool(figure.table) != prose]


for _name, _edit in (
    ("digit typed wrong", replaced),
    ("two digits swapped", swapped),
    ("digit missing", shortened),
    ("digit doubled", doubled),
):
    KINDS[_name] = lambda draft, dice, edit=_edit: _typed(draft, dice, _numbers(draft, dice), edit)  # type: ignore[misc]

_PLACES: tuple[tuple[str, tuple[Kind, ...], bool], ...] = (
    ("sisa wrong", (Kind.SISA,), False),
    ("capaian wrong", (Kind.CAPAIAN,), False),
    ("average wrong", (Kind.RATA,), False),
    ("percentage wrong", (Kind.SERAPAN,), False),
    ("percentage in prose wrong", (Kind.SERAPAN, Kind.CAPAIAN), True),
    ("amount in prose wrong", (Kind.PAGU, Kind.REALISASI), True),
    ("size of a change wrong", (Kind.PERUBAHAN,), True),
    ("change in a table wrong", (Kind.PERUBAHAN, Kind.SELISIH), False),
    ("target differs from the PK", (Kind.TARGET, Kind.TARGET_PK), False),
)
for _name, _kinds, _prose in _PLACES:
    KINDS[_name] = lambda draft, dice, kinds=_kinds, prose=_prose: _any_typed(draft, dice, _of(draft, *kinds, prose=prose))  # type: ignore[misc]


def _any_typed(draft: Draft, dice: Dice, figures: Sequence[Figure]) -> Slip | None:
    return _typed(draft, dice, figures, dice.one_of((replaced, swapped, shortened, doubled)))


@_kind("total wrong")
def _total(draft: Draft, dice: Dice) -> Slip | None:
    return _any_typed(draft, dice, [figure for figure in draft.figures if figure.total and figure.kind in AMOUNTS])


# ------------------------------------------------------------------ copying


def _columns(draft: Draft, kinds: Iterable[Kind] = NUMERIC) -> Iterator[list[Figure]]:
    """The figures of each column of each table, from the top."""
    wanted = set(kinds)
    columns: dict[tuple[str, str], list[Figure]] = {}
    for figure in draft.figures:
        if figure.table and figure.kind in wanted:
            columns.setdefault((figure.table, figure.column), []).append(figure)
    yield from (column for column in columns.values() if len(column) > 1)


@_kind("neighbour's value copied")
def _neighbour(draft: Draft, dice: Dice) -> Slip | None:
    column = dice.one_of(list(_columns(draft)))
    place = dice.below(len(column) - 1)
    above, below = dice.shuffled(column[place : place + 2])
    return Slip("", {above.key: below.value}) if above.value != below.value and above.style == below.style else None


@_kind("two values exchanged")
def _exchanged(draft: Draft, dice: Dice) -> Slip | None:
    column = dice.one_of(list(_columns(draft)))
    one, two = dice.some_of(column, 2)
    return Slip("", {one.key: two.value, two.key: one.value}) if one.value != two.value and one.style == two.style else None


@_kind("row missing")
def _row(draft: Draft, dice: Dice) -> Slip | None:
    return Slip("", lost=(dice.one_of(draft.lines),)) if draft.lines else None


@_kind("parent percentage is the mean of its parts'")
def _mean(draft: Draft, dice: Dice) -> Slip | None:
    percents = {relation.figures[1]: relation.figures[0] for relation in draft.relations if relation.tie == Tie.PERCENT}
    found = [
        (percents[relation.figures[0]], [percents[part] for part in relation.figures[1:] if part in percents])
        for relation in draft.relations
        if relation.tie == Tie.SUM and relation.figures[0] in percents and len(relation.figures) > 2
    ]
    if not found:
        return None
    stated, parts = dice.one_of(found)
    figure = draft.figures[stated]
    total = sum((Fraction(Decimal(draft.figures[part].value)) for part in parts), Fraction(0))
    value = rounded(total / len(parts), figure.style.decimals) if parts else figure.value
    return Slip("", {stated: value}) if value != figure.value else None


@_kind("last year's value")
def _stale(draft: Draft, dice: Dice) -> Slip | None:
    pairs = [
        (one, two)
        for one in draft.figures
        for two in draft.figures
        if one.kind == Kind.KINERJA and two.kind == Kind.KINERJA_LALU and one.table == two.table and one.row == two.row and one.table
    ]
    newest = [(one, two) for one, two in pairs if two.key < one.key and one.value != two.value]
    if not newest:
        return None
    one, two = dice.one_of(newest)
    return Slip("", {one.key: two.value})


@_kind("realisasi above its pagu")
def _over(draft: Draft, dice: Dice) -> Slip | None:
    pairs = [relation.figures for relation in draft.relations if relation.tie == Tie.LIMIT]
    if not pairs:
        return None
    spent, pagu = dice.one_of(pairs)
    return Slip("", {spent: Decimal(int(Decimal(draft.figures[pagu].value)) * dice.between(101, 180) // 100 + dice.below(500))})


# ------------------------------------------------------------------ words, signs, years, counts


@_kind("predikat wrong")
def _predikat(draft: Draft, dice: Dice) -> Slip | None:
    found = [relation for relation in draft.relations if relation.tie == Tie.LABEL]
    if not found:
        return None
    relation = dice.one_of(found)
    label = draft.figures[relation.figures[0]].value
    return Slip("", {relation.figures[0]: dice.one_of([other for _, other in relation.bands if other != label])})


@_kind("terbilang wrong")
def _words(draft: Draft, dice: Dice) -> Slip | None:
    found = [relation for relation in draft.relations if relation.tie == Tie.SPELLED]
    if not found:
        return None
    words, number = dice.one_of(found).figures
    made = _edited(draft.figures[number], dice.one_of((replaced, swapped, shortened)), dice)
    return Slip("", {words: spelled(int(made))}) if made is not None and made != draft.figures[number].value else None


@_kind("direction of a change wrong")
def _direction(draft: Draft, dice: Dice) -> Slip | None:
    words = [figure for figure in draft.figures if figure.kind == Kind.ARAH]
    if not words:
        return None
    word = dice.one_of(words)
    return Slip("", {word.key: dice.one_of(FALLING if word.value in RISING else RISING)})


@_kind("sign of a change wrong")
def _sign(draft: Draft, dice: Dice) -> Slip | None:
    """A sign that is lost shows only where other falls of the column have theirs."""
    changes = [one for one in _of(draft, Kind.PERUBAHAN, Kind.SELISIH) if Decimal(one.value)]
    falls = [(one.table, one.column) for one in changes if Decimal(one.value) < 0]
    telling = [one for one in changes if Decimal(one.value) > 0 or falls.count((one.table, one.column)) > 1]
    if not telling:
        return None
    figure = dice.one_of(telling)
    value, style = -Decimal(figure.value), figure.style
    brackets = figure.kind == Kind.SELISIH
    whole = Style(style.decimals, style.thousands, style.point, style.before.lstrip("("), style.after.rstrip(")"))
    shown = whole.show(abs(value))
    return Slip("", {figure.key: value}, {figure.key: shown if value > 0 else f"({shown})" if brackets else f"-{shown}"})


@_kind("wrong year in a caption")
def _year(draft: Draft, dice: Dice) -> Slip | None:
    years = [figure for figure in draft.figures if figure.kind == Kind.TAHUN]
    figure = dice.one_of(years)
    return Slip("", {figure.key: str(int(str(figure.value)) + dice.one_of((-2, -1, 1)))})


@_kind("count wrong")
def _count(draft: Draft, dice: Dice) -> Slip | None:
    tied = uses(relation for relation in draft.relations if relation.tie == Tie.COUNT)
    counts = [figure for figure in draft.figures if figure.kind == Kind.HITUNGAN and figure.key in tied]
    if not counts:
        return None
    figure = dice.one_of(counts)
    return Slip("", {figure.key: Decimal(figure.value) + dice.one_of((1, 2))})


@_kind("separator wrong")
def _separator(draft: Draft, dice: Dice) -> Slip | None:
    """Either the other style among figures of one style, or a separator that is lacking or a place off."""
    money = [f for f in _of(draft, *AMOUNTS) if isinstance(f.value, Decimal) and f.value >= 10**6]
    percents = [f for f in _of(draft, Kind.SERAPAN, Kind.CAPAIAN) if f.style.decimals == 2]
    figures = money if dice.is_luck(60) or not percents else percents
    columns = {(f.table, f.column): sum((g.table, g.column) == (f.table, f.column) for g in figures) for f in figures}
    usable = [figure for figure in figures if columns[figure.table, figure.column] > 3]
    if not usable:
        return None
    figure = dice.one_of(usable)
    bare, style = figure.style.bare(Decimal(figure.value)), figure.style
    turned = bare.translate({ord("."): ",", ord(","): "."})
    lacking = bare.replace(style.thousands, "", 1) if figure in money else turned
    return Slip("", prints={figure.key: f"{style.before}{dice.one_of((turned, turned, lacking))}{style.after}"})


def changed(draft: Draft, slip: Slip) -> dict[int, Value]:
    """The figures with the slip in them; those of a lost row are gone."""
    gone = {key for line in slip.lost for key in line.figures}
    return {key: slip.values.get(key, value) for key, value in draft.values().items() if key not in gone}


def prints_of(draft: Draft, slip: Slip) -> list[str]:
    """What is printed for every figure, with the slip in it."""
    shown = []
    for figure in draft.figures:
        value = slip.values.get(figure.key, figure.value)
        shown.append(slip.prints.get(figure.key, figure.style.show(value)))
    return shown


def uses(relations: Iterable[Relation]) -> frozenset[int]:
    """All figures of some relations."""
    return frozenset(key for relation in relations for key in relation.figures)
