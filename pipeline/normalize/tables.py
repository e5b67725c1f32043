"""Extracted tables to tables of facts: numbers by column, levels by row, one subject key for one thing in the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.model import Document, Place, Table
from pipeline.normalize import hierarchy, numbers
from pipeline.normalize.headers import HeadColumn, squash
from pipeline.normalize.names import Jenjang, Subjects, key, plain
from pipeline.normalize.series import Series, SeriesRow, series_of
from rules.facts import (
    AMOUNTS,
    PERCENTAGES,
    Baris,
    Column,
    Fact,
    Jenis,
    Location,
    Measure,
    NumberFormat,
    Peran,
    Susunan,
    Tabel,
)
from rules.quantity import PERSEN, RUPIAH, Hole, Number, Quantity, Unreadable
from rules.reference import load

_CAPTION = re.compile(r"\s*\**\s*tab(?:el|le)\s*\.?\s*([0-9IVX]{1,4}(?:\s?\.\s?[0-9]{1,3}){0,3})[\s.:*]*(.*)", re.IGNORECASE | re.DOTALL)
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/])")
_PERIOD = re.compile(r"(?:19|20)\d\d\s*(?:[-–/]|s\.?/?d\.?)\s*(?:19|20)\d\d")
_LEVELS = {0: Jenjang.PROGRAM, 1: Jenjang.KEGIATAN, 2: Jenjang.SUB_KEGIATAN}
_OF_LABEL = {
    "program": Jenjang.PROGRAM,
    "kegiatan": Jenjang.KEGIATAN,
    "sub_kegiatan": Jenjang.SUB_KEGIATAN,
    "indikator": Jenjang.INDIKATOR,
    "sasaran": Jenjang.SASARAN,
    "tujuan": Jenjang.SASARAN,
}
_PERCENT_UNITS = frozenset({"%", "persen", "persentase", "prosentase", "prosen"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A table with its series, before subjects are known across the report."""

    table: Table
    position: int
    series: tuple[Series, ...]
    layouts: tuple[hierarchy.Layout, ...]


def tables_of(document: Document, year: int | None) -> tuple[tuple[Tabel, ...], Subjects]:
    """Every table of a report as facts, and the subjects they speak of; `year` is the report's."""
    drafts = _drafts(document)
    jenjang = _Jenjang(drafts)
    subjects = Subjects((row.name, jenjang.of(d, s, r)) for d in drafts for s, r, row in _subject_rows(d))
    return tuple(_tabel(draft, jenjang, subjects, year) for draft in drafts), subjects


def _subject_rows(draft: Draft) -> Iterable[tuple[int, int, SeriesRow]]:
    for s, series in enumerate(draft.series):
        for r, row in enumerate(series.rows):
            if row.peran == Peran.RINCIAN and row.name and not row.name.startswith("("):
                yield s, r, row


def _drafts(document: Document) -> list[Draft]:
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
    """The layout of a series. Only money adds up, so that indicators stay a list; so does a column of sub kegiatan alone."""
    items = _items(series)
    if not _has_money(series) or series.label == "sub_kegiatan" or series.group > 0:
        return hierarchy.flat(len(items))
    return hierarchy.layout(items, levels)


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
    money = [c for c in series.columns if c.meaning.measure in ("pagu", "realisasi")]
    read = [_column_numbers(series, column, "") for column in money]
    chosen = [[n for n, row in zip(numbers_, series.rows, strict=True) if row.peran == Peran.RINCIAN] for numbers_, _ in read]
    amounts = [tuple(column[i].value if isinstance(column[i], Quantity) else None for column in chosen) for i in range(len(rows))]  # type: ignore[union-attr]
    return [hierarchy.Item(row.name, row.kode, values) for row, values in zip(rows, amounts, strict=True)]


class _Jenjang:
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


def _tabel(draft: Draft, jenjang: _Jenjang, subjects: Subjects, year: int | None) -> Tabel:
    nomor, judul = caption_parts(draft.table.caption)
    label = f"Tabel {nomor} {judul}".strip() if nomor else judul
    own_year = _caption_year(draft.table.caption, year)
    built: list[tuple[tuple[int, int], Baris]] = []
    every_column: list[Column] = []
    for s, series in enumerate(draft.series):
        facts, found = _facts(series, label, own_year or year, year)
        every_column += found
        built += [((row.source_row, s), _baris(draft, (s, r), jenjang, subjects, facts[r], label)) for r, row in enumerate(series.rows)]
    baris = _numbered([b for _, b in sorted(built, key=lambda pair: pair[0])], draft)
    susunan = _susunan(draft)
    table_id = f"T{draft.position + 1:03d}"
    place = draft.table.caption_place or draft.table.place
    location = Location(place, draft.table.caption or judul, label)
    columns = tuple(sorted(every_column, key=lambda c: c.index))
    return Tabel(
        table_id, nomor, judul, _jenis(columns, label), columns, baris, location, draft.position, susunan, own_year, draft.table.engine
    )


def caption_parts(caption: str) -> tuple[str, str]:
    """The number and the title of a caption: `Tabel 3.2 Realisasi` is ("3.2", "Realisasi")."""
    match = _CAPTION.match(caption)
    if not match:
        return "", plain(caption)
    return re.sub(r"\s", "", match.group(1)).strip("."), plain(match.group(2))


def _caption_year(caption: str, report_year: int | None) -> int | None:
    """The one year that a caption names; with several, the report's if it is among them."""
    years = {int(y) for y in _YEAR.findall(_PERIOD.sub(" ", caption))}
    if len(years) == 1:
        return years.pop()
    return report_year if report_year in years else None


def _susunan(draft: Draft) -> Susunan:
    money = [found.susunan for series, found in zip(draft.series, draft.layouts, strict=True) if _has_money(series)]
    if len(money) > 1:
        return Susunan.KIRA if Susunan.KIRA in money else Susunan.BERDAMPINGAN
    every = money or [found.susunan for found in draft.layouts]
    return every[0] if every else Susunan.DATAR


def _has_money(series: Series) -> bool:
    return any(c.meaning.measure in ("pagu", "realisasi") for c in series.columns)


def _jenis(columns: Sequence[Column], label: str) -> Jenis:
    measures = {column.measure for column in columns}
    if Measure.EFISIENSI in measures:
        return Jenis.EFISIENSI
    if Measure.PAGU in measures and measures & {Measure.REALISASI, Measure.SERAPAN}:
        return Jenis.REALISASI_ANGGARAN
    if Measure.TARGET in measures and measures & {Measure.KINERJA, Measure.CAPAIAN}:
        return Jenis.CAPAIAN
    if Measure.TARGET in measures and "perjanjian" in label.casefold():
        return Jenis.PERJANJIAN_KINERJA
    return Jenis.ANGGARAN if Measure.PAGU in measures else Jenis.LAIN


def _baris(
    draft: Draft, at: tuple[int, int], jenjang: _Jenjang, subjects: Subjects, facts: Sequence[Fact], label: str
) -> Baris:
    s, r = at
    row = draft.series[s].rows[r]
    named = row.peran == Peran.RINCIAN and bool(row.name) and not row.name.startswith("(")
    subject = subjects.key_of(row.name, jenjang.of(draft, s, r)) if named else ""
    text = f"{row.kode} {row.name}".strip()
    place = next((cell.place for cell in row.row.cells if cell.text.strip()), row.row.place)
    return Baris(
        index=0,
        name=row.name,
        facts=tuple(facts),
        location=Location(place, text, label, text, ""),
        kode=row.kode,
        subject=subject,
        level=jenjang.level(draft, s, r),
        peran=row.peran,
        group=s,
        satuan=row.satuan,
        context=row.context,
        source_row=row.source_row,
    )


def _numbered(baris: Sequence[Baris], draft: Draft) -> tuple[Baris, ...]:
    """The rows of all series in printed order, with their index and that of their parent."""
    placed = [replace(b, index=i) for i, b in enumerate(baris)]
    by_series: dict[int, list[Baris]] = defaultdict(list)
    for b in placed:
        if b.peran == Peran.RINCIAN:
            by_series[b.group].append(b)
    parents: dict[int, int | None] = {}
    for group, rows in by_series.items():
        for row, parent in zip(rows, draft.layouts[group].parents, strict=True):
            parents[row.index] = rows[parent].index if parent is not None else None
    if _susunan(draft) == Susunan.BERDAMPINGAN:
        beside = _beside(placed, draft)
        placed = [replace(b, level=1) if beside.get(b.index) is not None else b for b in placed]
        parents.update(beside)
    return tuple(replace(b, parent=parents.get(b.index)) for b in placed)


def _beside(placed: Sequence[Baris], draft: Draft) -> Mapping[int, int | None]:
    """In a table printed side by side the rows to the right are parts of the last row named to their left."""
    first, last = draft.series[0].label, draft.series[-1].label
    if first == last:
        return {}
    parents: dict[int, int | None] = {}
    current: int | None = None
    for b in placed:
        if b.peran != Peran.RINCIAN:
            continue
        if b.group == 0:
            current = b.index
        elif _has_money(draft.series[b.group]) and _has_money(draft.series[0]):
            parents[b.index] = current
    return parents


def _facts(series: Series, label: str, year: int | None, report_year: int | None) -> tuple[list[list[Fact]], list[Column]]:
    """The facts of each row of a series, and its columns."""
    facts: list[list[Fact]] = [[] for _ in series.rows]
    found: list[Column] = []
    for column in series.columns:
        read, form = _column_numbers(series, column, label)
        own_year = column.year or (report_year + column.relative_year if report_year and column.relative_year is not None else None)
        explicit = not column.meaning.asked
        made = Column(
            column.index, column.header, Measure(column.meaning.measure), own_year, column.variant, series.group, explicit, "", form
        )
        found.append(made)
        for r, row in enumerate(series.rows):
            cell = row.row.cells[column.index]
            name = f"{row.kode} {row.name}".strip()
            where = Location(cell.place, cell.text, label, name, column.header)
            text = plain(cell.text) if made.measure == Measure.PREDIKAT else ""
            facts[r].append(Fact(made.measure, read[r], made, where, own_year or year, text, _shown_format(read[r])))
    return facts, found


def _column_numbers(series: Series, column: HeadColumn, label: str) -> tuple[list[Number], NumberFormat | None]:
    texts = [row.row.cells[column.index].text for row in series.rows]
    measure = Measure(column.meaning.measure)
    if measure == Measure.PREDIKAT:
        return [Unreadable(t, Hole.BUKAN_ANGKA if t.strip() else Hole.KOSONG) for t in texts], None
    multiplier = max(numbers.multiplier_of(column.header), numbers.multiplier_of(label)) if measure in AMOUNTS else Decimal(1)
    percent = measure in PERCENTAGES or "%" in squash(column.header)
    unit = RUPIAH if measure in AMOUNTS else PERSEN if percent else ""
    reading = numbers.read_column(texts, measure, unit, multiplier)
    read = [_with_unit(number, row) for number, row in zip(reading.numbers, series.rows, strict=True)]
    return [_unless_merged(i, read, series.rows) for i in range(len(read))], reading.format


def _shown_format(number: Number) -> NumberFormat | None:
    """The separators that a printed number shows; None when it shows none."""
    marks = re.findall(r"(?<=\d)[.,](?=\s?\d)", number.text) if isinstance(number, Quantity) else []
    if not marks or isinstance(number, Unreadable):
        return None
    if number.decimals == 0:
        return NumberFormat(marks[0], "")
    return NumberFormat(marks[0] if len(marks) > 1 else "", marks[-1])


def _with_unit(number: Number, row: SeriesRow) -> Number:
    """A number without a unit of its own takes that of the unit column."""
    if isinstance(number, Unreadable) or number.unit or not row.satuan:
        return number
    return replace(number, unit=PERSEN if row.satuan.casefold() in _PERCENT_UNITS else row.satuan)


def _unless_merged(index: int, read: Sequence[Number], rows: Sequence[SeriesRow]) -> Number:
    """A number above an empty cell may be merged over both rows: then it is no statement about the first alone."""
    number = read[index]
    below = index + 1
    if isinstance(number, Unreadable) or below >= len(rows) or rows[index].peran != Peran.RINCIAN or rows[below].peran != Peran.RINCIAN:
        return number
    under = read[below]
    merged = isinstance(under, Unreadable) and under.reason == Hole.KOSONG and rows[below].name and not rows[below].name.startswith("(")
    return Unreadable(number.text, Hole.GABUNGAN) if merged else number
