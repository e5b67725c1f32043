"""Budget tables: programs with what they consist of, pagu, realisasi, sisa, percentages; all sums right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from samples.document import LEFT, UP, Grid, Row

from pipeline.benchmarks.detection.dice import Dice
from pipeline.benchmarks.detection.look import BUDGETS, GROUPS, HEADERS, NAMES, PROGRAMS, REVISED, ROMAN, Look
from pipeline.benchmarks.detection.model import Draft, Figure, Kind, Line, Style, Tie, slot
from pipeline.benchmarks.detection.names import Name

SUMMED = (Kind.LAMA, Kind.PAGU, Kind.SELISIH, Kind.REALISASI, Kind.SISA)
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Item:
    """A row's amounts with the rows that it is the sum of."""

    name: Name
    level: int
    old: int
    pagu: int
    spent: int
    parts: tuple[Item, ...] = ()

    def value(self, kind: Kind, style: Style) -> Decimal:
        """What stands in a column of this row."""
        amounts = {Kind.LAMA: self.old, Kind.PAGU: self.pagu, Kind.REALISASI: self.spent}
        differences = {Kind.SISA: self.pagu - self.spent, Kind.SELISIH: self.pagu - self.old}
        if kind == Kind.SERAPAN:
            return rounded(Fraction(self.spent * 100, self.pagu), style.decimals)
        return Decimal(amounts.get(kind, differences.get(kind, 0)))


def rounded(value: Fraction, decimals: int) -> Decimal:
    """The nearest number of so many decimals, a half going up."""
    scaled = value * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole).scaleb(-decimals)


def items_of(dice: Dice, names: Sequence[Name], level: int = 0) -> tuple[Item, ...]:
    """Amounts for the rows without parts, and the sums of them for all others."""
    return tuple(_item(dice, name, level) for name in names)


def _item(dice: Dice, name: Name, level: int) -> Item:
    if name.parts:
        return total_of(items_of(dice, name.parts, level + 1), name, level)
    step = dice.one_of((1, 1, 10, 50, 500))
    pagu = dice.between(4_000_000 // step, 10 ** dice.between(8, 9) * dice.between(1, 3) // step) * step
    spent = pagu if dice.is_luck(5) else pagu * dice.between(7_000, 9_990) // 10_000 - dice.below(997)
    old = pagu if dice.is_luck(30) else pagu * dice.between(70, 125) // 100
    return Item(name, level, old, pagu, spent)


def total_of(parts: Sequence[Item], name: Name, level: int) -> Item:
    """The row that sums others up."""
    sums = (sum(part.old for part in parts), sum(part.pagu for part in parts), sum(part.spent for part in parts))
    return Item(name, level, *sums, tuple(parts))


@dataclass(frozen=True, slots=True)
class Frame:
    """One budget table to be printed: `label` is its number, `columns` the kinds, `rows_of` how deep it goes."""

    label: str
    caption: str
    columns: tuple[Kind, ...]
    depth: int


Keys = dict[tuple[str, Kind], int]


def write_budget(draft: Draft, dice: Dice, look: Look, items: Sequence[Item], frame: Frame) -> Keys:
    """Write a table of items and state what holds in it; the figures by row name and kind."""
    return TableWriter(draft, dice, look, frame).write(items)


class TableWriter:
    """Writes one table; what it has written is known by row and kind."""

    def __init__(self, draft: Draft, dice: Dice, look: Look, frame: Frame) -> None:
        """Choose the wording of the header and how the rows are numbered."""
        self.draft, self.dice, self.look, self.frame = draft, dice, look, frame
        self.keys: Keys = {}
        self.rows: list[Row] = []
        self.numbering = look.numbering if frame.depth > 1 else "nomor"
        revised = dice.one_of(REVISED)
        told = {kind: dice.one_of(HEADERS[kind]) for kind in frame.columns if kind in HEADERS}
        if Kind.LAMA in frame.columns:
            told |= dict(zip((Kind.LAMA, Kind.PAGU, Kind.SELISIH), revised, strict=True))
        self.headers = [told[kind] for kind in frame.columns]

    def write(self, items: Sequence[Item]) -> Keys:
        """All rows, the total at its end, and the block."""
        grid = len(self.draft.blocks)
        total = total_of(items, Name(self.look.total, ""), 0) if self.look.total and len(items) > 1 else None
        if total and self.look.total_first:
            self._row(total, "", grid)
        for place, item in enumerate(items):
            self._tree(item, (place + 1,), grid)
        if total and not self.look.total_first:
            self._row(total, "", grid)
        if total:
            self._sums(total, items)
        self.draft.blocks.append(self._grid())
        return self.keys

    def _tree(self, item: Item, path: tuple[int, ...], grid: int) -> None:
        self._row(item, self._number(item, path), grid)
        if item.level + 1 < self.frame.depth and item.parts:
            for place, part in enumerate(item.parts):
                self._tree(part, (*path, place + 1), grid)
            self._sums(item, item.parts)

    def _number(self, item: Item, path: tuple[int, ...]) -> str:
        match self.numbering:
            case "kode":
                return item.name.code
            case "nomor":
                return ".".join(str(part) for part in path)
            case "romawi":
                return ROMAN[path[0] - 1] if len(path) == 1 else ".".join(str(part) for part in path[1:])
            case _:
                return str(path[0]) if len(path) == 1 else ""

    def _row(self, item: Item, number: str, grid: int) -> None:
        name = self._named(item)
        added = [self._figure(item, kind, name) for kind in self.frame.columns]
        self._state(item)
        if self._is_leaf(item) and (item.level or self.look.total):
            self.draft.lines.append(Line(grid, len(self.rows), tuple(added)))
        cells = (number, name, *(slot(key) for key in added))
        self.rows.append(Row(cells, bold=not number or (item.level == 0 and self.frame.depth > 1)))

    def _is_leaf(self, item: Item) -> bool:
        return bool(item.name.code) and (item.level + 1 == self.frame.depth or not item.parts)

    def _named(self, item: Item) -> str:
        text = item.name.text
        if self.numbering == "nama" and item.level:
            return f"{'Kegiatan' if item.level == 1 else 'Sub Kegiatan'} {text}"
        return text

    def _figure(self, item: Item, kind: Kind, name: str) -> int:
        style = self.look.percent if kind in (Kind.SERAPAN, Kind.FISIK) else self.look.money
        value = item.value(kind, style)
        if kind == Kind.FISIK:
            value = HUNDRED if self.dice.is_luck(40) else rounded(Fraction(self.dice.between(8_500, 9_999), 100), style.decimals)
        if kind == Kind.SELISIH and value < 0:
            style = replace(style, before=f"({style.before}", after=f"{style.after})")
            return self._put(item, kind, name, (abs(value), style, -1))
        return self._put(item, kind, name, (value, style, 1))

    def _put(self, item: Item, kind: Kind, name: str, shown: tuple[Decimal, Style, int]) -> int:
        value, style, sign = shown
        key = len(self.draft.figures)
        is_total = not item.name.code and not item.name.parts and item.level == 0 and bool(item.parts)
        made = Figure(key, value * sign, kind, style, name, self.frame.label, kind.value, is_total)
        self.draft.add(made)
        self.keys[_key(item), kind] = key
        return key

    def _state(self, item: Item) -> None:
        at: Callable[[Kind], int | None] = lambda kind: self.keys.get((_key(item), kind))  # noqa: E731  a lookup of one row
        pagu, spent = at(Kind.PAGU), at(Kind.REALISASI)
        if pagu is None or spent is None:
            return
        self.draft.tie(Tie.LIMIT, spent, pagu)
        if (rest := at(Kind.SISA)) is not None:
            self.draft.tie(Tie.DIFFERENCE, rest, pagu, spent)
        if (percent := at(Kind.SERAPAN)) is not None:
            self.draft.tie(Tie.PERCENT, percent, spent, pagu)
        old, step = at(Kind.LAMA), at(Kind.SELISIH)
        if old is not None and step is not None:
            self.draft.tie(Tie.DIFFERENCE, step, pagu, old)

    def _sums(self, whole: Item, parts: Sequence[Item]) -> None:
        for kind in self.frame.columns:
            if kind in SUMMED:
                self.draft.tie(Tie.SUM, self.keys[_key(whole), kind], *(self.keys[_key(part), kind] for part in parts))

    def _grid(self) -> Grid:
        first = "Kode" if self.numbering == "kode" else self.dice.one_of(("No", "No."))
        title = self.dice.one_of(NAMES if self.frame.depth > 1 else PROGRAMS)
        header = [Row((first, title, *self.headers), bold=True)]
        if self.look.grouped and self.frame.columns[:3] == (Kind.PAGU, Kind.REALISASI, Kind.SERAPAN):
            header = _grouped(first, title, self.headers, self.dice.one_of(GROUPS))
        if self.look.column_numbers:
            header.append(Row(tuple(f"({n})" for n in range(1, len(self.headers) + 3)), bold=True))
        widths = (12.0, 46.0, *(20.0 for _ in self.headers))
        return Grid(
            _caption(self.look, self.frame), tuple(header), tuple(self.rows), widths, "cl" + "r" * len(self.headers), "", False, False
        )


def _grouped(first: str, title: str, headers: Sequence[str], group: str) -> list[Row]:
    others = headers[3:]
    upper = Row((first, title, group, LEFT, LEFT, *others), bold=True)
    lower = Row((UP, UP, "Pagu", "Realisasi", "%", *(UP for _ in others)), bold=True)
    return [upper, lower]


def _caption(look: Look, frame: Frame) -> tuple[str, ...]:
    return (frame.label, frame.caption) if look.caption_lines > 1 else (f"{frame.label} {frame.caption}",)


def _key(item: Item) -> str:
    return f"{item.name.code} {item.name.text}"


def columns_of(dice: Dice) -> tuple[Kind, ...]:
    """Which columns a table has, in which order."""
    return dice.one_of(BUDGETS)
