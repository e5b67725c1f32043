"""What a report's tables are before their numbers are facts: series, layouts, and what kind of thing each row names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.model import Document, Table
from pipeline.normalize import hierarchy
from pipeline.normalize.columns import numbers_of
from pipeline.normalize.names import Jenjang, key
from pipeline.normalize.series import Series, SeriesRow, series_of
from rules.facts import Peran, Susunan
from rules.quantity import Quantity
from rules.reference import load

_LEVELS = {0: Jenjang.PROGRAM, 1: Jenjang.KEGIATAN, 2: Jenjang.SUB_KEGIATAN}
_OF_LABEL = {
    "program": Jenjang.PROGRAM,
    "kegiatan": Jenjang.KEGIATAN,
    "sub_kegiatan": Jenjang.SUB_KEGIATAN,
    "indikator": Jenjang.INDIKATOR,
    "sasaran": Jenjang.SASARAN,
    "tujuan": Jenjang.SASARAN,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A table with its series, before subjects are known across the report."""

    table: Table
    position: int
    series: tuple[Series, ...]
    layouts: tuple[hierarchy.Layout, ...]


def subject_rows(draft: Draft) -> Iterator[tuple[int, int, SeriesRow]]:
    """The rows that name a subject of their own, each with the index of its series and its own."""
    for s, series in enumerate(draft.series):
        for r, row in enumerate(series.rows):
            if row.peran == Peran.RINCIAN and row.name and not row.name.startswith("("):
                yield s, r, row


def drafts_of(document: Document) -> list[Draft]:
    """Tables with codes first: what they tell of a name's level helps to read the others."""
    raw = [(position, table, series_of(table)) for position, table in enumerate(document.tables)]
    known: dict[str, set[int]] = defaultdict(set)
    for level, name in _official_levels():
        known[name].add(level)
    told: dict[str, set[int]] = defaultdict(set)
    for _, _, every in raw:
        for series in every:
            _learn(series, hierarchy.layout(_items(series), {}), told)
    levels = {name: frozenset(told.get(name) or known[name]) for name in {*known, *told}}
    return [Draft(t, p, every, tuple(_layout(s, levels) for s in every)) for p, t, every in raw]


def _layout(series: Series, levels: Mapping[str, frozenset[int]]) -> hierarchy.Layout:
    """The layout of a series. Money adds up, and so may figures of years; indicators stay a list, as does a column of sub kegiatan."""
    items = _items(series)
    if not (has_money(series) or has_years(series)) or series.label == "sub_kegiatan" or series.group > 0:
        return hierarchy.flat(len(items))
    found = hierarchy.layout(items, levels)
    # Figures of years have levels only where codes or sums prove them.
    return found if has_money(series) or found.susunan != Susunan.KIRA else hierarchy.flat(len(items))


def _official_levels() -> Iterable[tuple[int, str]]:
    order = {"program": 0, "kegiatan": 1, "sub_kegiatan": 2}
    return ((order[row["level"]], key(row["nama"])) for row in load.rows("nomenklatur_sosial") if row["level"] in order)


def _learn(series: Series, found: hierarchy.Layout, told: dict[str, set[int]]) -> None:
    rows = [row for row in series.rows if row.peran == Peran.RINCIAN]
    if series.label in ("uraian", "program") and found.susunan in (Susunan.KODE, Susunan.NOMOR) and len(set(found.levels)) == 3:
        for row, level in zip(rows, found.levels, strict=True):
            told[key(row.name)].add(level)


def _items(series: Series) -> list[hierarchy.Item]:
    rows = [row for row in series.rows if row.peran == Peran.RINCIAN]
    money = [c for c in series.columns if c.meaning.measure in ("pagu", "realisasi", "nilai")]
    read = [numbers_of(series, column, "") for column in money]
    chosen = [[n for n, row in zip(numbers_, series.rows, strict=True) if row.peran == Peran.RINCIAN] for numbers_, _ in read]
    amounts = [tuple(column[i].value if isinstance(column[i], Quantity) else None for column in chosen) for i in range(len(rows))]  # type: ignore[union-attr]
    return [hierarchy.Item(row.name, row.kode, values) for row, values in zip(rows, amounts, strict=True)]


class Naming:
    """What kind of thing each row names: by the label of its column, its level, or how its name begins."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._levels: dict[tuple[int, int, int], int] = {}
        for draft in drafts:
            for s, (series, found) in enumerate(zip(draft.series, draft.layouts, strict=True)):
                rincian = [r for r, row in enumerate(series.rows) if row.peran == Peran.RINCIAN]
                for r, level in zip(rincian, found.levels, strict=True):
                    self._levels[draft.position, s, r] = level
        self._official = {name: level for level, name in _official_levels()}

    def level(self, draft: Draft, s: int, r: int) -> int:
        """The level of a row in its own table."""
        return self._levels.get((draft.position, s, r), 0)

    def of(self, draft: Draft, s: int, r: int) -> Jenjang:
        """The kind of thing that a row names."""
        series, found = draft.series[s], draft.layouts[s]
        name = series.rows[r].name
        first = name.casefold().split()[:2]
        if first[:1] == ["program"]:
            return Jenjang.PROGRAM
        if first == ["sub", "kegiatan"]:
            return Jenjang.SUB_KEGIATAN
        tiers = len(set(found.levels))
        if series.label in ("uraian", "program", "kegiatan") and tiers > 1 and found.susunan != Susunan.KIRA:
            return self._of_tier(series, found, self.level(draft, s, r), name)
        return _OF_LABEL.get(series.label) or _LEVELS.get(self._official.get(key(name), -1), Jenjang.URAIAN)

    def _of_tier(self, series: Series, found: hierarchy.Layout, level: int, name: str) -> Jenjang:
        names = [row.name for row in series.rows if row.peran == Peran.RINCIAN]
        top = next((n for n, lv in zip(names, found.levels, strict=True) if lv == 0), "")
        starts_with_program = key(top) in self._official or top.casefold().startswith("program") or series.label == "program"
        if starts_with_program and level in _LEVELS:
            return _LEVELS[level]
        return _LEVELS.get(self._official.get(key(name), -1), Jenjang.URAIAN)


def has_money(series: Series) -> bool:
    """Whether a series has a column of pagu or realisasi."""
    return any(c.meaning.measure in ("pagu", "realisasi") for c in series.columns)


def has_years(series: Series) -> bool:
    """Whether a series has columns that are headed by years alone."""
    return any(c.meaning.measure == "nilai" for c in series.columns)
