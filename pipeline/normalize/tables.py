"""Extracted tables to tables of facts: numbers by column, levels by row, one subject key for one thing in the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from extractors.model import Document, Place, Row
from pipeline.normalize.columns import numbers_of, shown_format, usual_format
from pipeline.normalize.drafts import Draft, Naming, drafts_of, has_money, subject_rows
from pipeline.normalize.names import Subjects, plain
from pipeline.normalize.row_numbers import column_numbers, header_cell, header_of, row_numbers
from pipeline.normalize.series import Series
from rules.dates import PERIOD
from rules.facts import Baris, Column, Fact, Jenis, Location, Measure, NumberFormat, Peran, Susunan, Tabel
from rules.quantity import Number

# `Tabel III-1` and `Tabel 3.1.a` are numbers too; `Tabel 1-2019` is not.
_CAPTION = re.compile(
    r"\s*\**\s*tab(?:el|le)\s*\.?\s*([0-9IVX]{1,4}(?:(?:\s?\.\s?[0-9]{1,3}|[-–][0-9]{1,2}(?![0-9])){0,3})(?:\.?[a-z](?![\w.)]))?)[\s.:*]*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/])")

_Read: TypeAlias = tuple[list[Number], NumberFormat | None]


def tables_of(document: Document, year: int | None) -> tuple[tuple[Tabel, ...], Subjects]:
    """Every table of a report as facts, and the subjects they speak of; `year` is the report's."""
    drafts = drafts_of(document)
    naming = Naming(drafts)
    subjects = Subjects((row.name, naming.of(d, s, r)) for d in drafts for s, r, row in subject_rows(d))
    known = _Known(naming, subjects)
    return tuple(_tabel(draft, known, year) for draft in drafts), subjects


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known across the report: the kind of each named thing, and the keys of the subjects."""

    naming: Naming
    subjects: Subjects


def _tabel(draft: Draft, known: _Known, year: int | None) -> Tabel:
    nomor, judul = caption_parts(draft.table.caption)
    label = f"Tabel {nomor} {judul}".strip() if nomor else judul
    own_year = _caption_year(draft.table.caption, year)
    built: list[tuple[tuple[int, int], Baris]] = []
    every_column: list[Column] = []
    for s, (series, read) in enumerate(zip(draft.series, _read_columns(draft.series, label), strict=True)):
        facts, found = _facts(series, read, label, (own_year or year, year))
        every_column += [replace(c, location=header_cell(draft.table, c.index, c.year, label)) for c in found]
        built += [((row.source_row, s), _baris(draft, (s, r), known, facts[r], label)) for r, row in enumerate(series.rows)]
    baris = _numbered([b for _, b in sorted(built, key=lambda pair: pair[0])], draft)
    susunan = _susunan(draft)
    table_id = f"T{draft.position + 1:03d}"
    place = draft.table.caption_place or draft.table.place
    location = Location(place, draft.table.caption or judul, label)
    columns = tuple(sorted(every_column, key=lambda c: c.index))
    return Tabel(
        id=table_id,
        nomor=nomor,
        judul=judul,
        jenis=_jenis(columns, label),
        columns=columns,
        baris=baris,
        location=location,
        position=draft.position,
        susunan=susunan,
        year=own_year,
        engine=draft.table.engine,
        header=header_of(draft.table, label),
        row_numbers=row_numbers(draft.table, label),
        column_numbers=column_numbers(draft.table, label),
    )


def caption_parts(caption: str) -> tuple[str, str]:
    """The number and the title of a caption: `Tabel 3.2 Realisasi` is ("3.2", "Realisasi")."""
    match = _CAPTION.match(caption)
    if not match:
        return "", plain(caption)
    return re.sub(r"[-–]", ".", re.sub(r"\s", "", match.group(1))).strip("."), plain(match.group(2))


def _caption_year(caption: str, report_year: int | None) -> int | None:
    """The one year that a caption names; with several, the report's if it is among them."""
    years = {int(y) for y in _YEAR.findall(PERIOD.sub(" ", caption))}
    if len(years) == 1:
        return years.pop()
    return report_year if report_year in years else None


def _susunan(draft: Draft) -> Susunan:
    money = [found.susunan for series, found in zip(draft.series, draft.layouts, strict=True) if has_money(series)]
    if len(money) > 1:
        return Susunan.KIRA if Susunan.KIRA in money else Susunan.BERDAMPINGAN
    every = money or [found.susunan for found in draft.layouts]
    return every[0] if every else Susunan.DATAR


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


def _baris(draft: Draft, at: tuple[int, int], known: _Known, facts: Sequence[Fact], label: str) -> Baris:
    s, r = at
    row = draft.series[s].rows[r]
    named = row.peran == Peran.RINCIAN and bool(row.name) and not row.name.startswith("(")
    subject = known.subjects.key_of(row.name, known.naming.of(draft, s, r)) if named else ""
    text = f"{row.kode} {row.name}".strip()
    return Baris(
        index=0,
        name=row.name,
        facts=tuple(facts),
        location=Location(_place_of(row.row, row.name), text, label, text, ""),
        kode=row.kode,
        subject=subject,
        level=known.naming.level(draft, s, r),
        peran=row.peran,
        group=s,
        satuan=row.satuan,
        context=row.context,
        source_row=row.source_row,
    )


def _place_of(row: Row, name: str) -> Place:
    """Where a row is named, so that a reader is shown its name and not the number or the sasaran beside it."""
    filled = [(" ".join(cell.text.split()), cell.place) for cell in row.cells if cell.text.strip()]
    named = (place for text, place in filled if name and name in text)
    return next(named, filled[0][1] if filled else row.place)


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
        elif has_money(draft.series[b.group]) and has_money(draft.series[0]):
            parents[b.index] = current
    return parents


def _facts(
    series: Series, columns: Sequence[_Read], label: str, years: tuple[int | None, int | None]
) -> tuple[list[list[Fact]], list[Column]]:
    """The facts of each row of a series, and its columns; `years` are the table's and the report's."""
    year, report_year = years
    facts: list[list[Fact]] = [[] for _ in series.rows]
    found: list[Column] = []
    for column, (read, form) in zip(series.columns, columns, strict=True):
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
            facts[r].append(Fact(made.measure, read[r], made, where, own_year or year, text, shown_format(read[r])))
    return facts, found


def _read_columns(every: Sequence[Series], label: str) -> list[list[_Read]]:
    """Every column of each series by its own cells; one of which they leave the format open by that of the table's others."""
    alone = [[numbers_of(series, column, label) for column in series.columns] for series in every]
    usual = usual_format([found for columns in alone for found in columns])
    if usual is None:
        return alone
    return [
        [
            found if found[1] is not None else numbers_of(series, column, label, usual)
            for column, found in zip(series.columns, columns, strict=True)
        ]
        for series, columns in zip(every, alone, strict=True)
    ]
