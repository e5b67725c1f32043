"""A table as series of rows: which labels name the rows, and which of its columns speak of which label.

A table printed side by side (program with its money, then sub kegiatan with theirs), or one that names a program for the
money and an indicator for the performance in the same row, holds several series.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.model import Row, Table
from extractors.record import record
from pipeline.normalize.headers import HeadColumn, Meaning, columns, header_rows, is_number_row, squash
from pipeline.normalize.names import plain
from rules.facts import Peran

MONEY = frozenset({"pagu", "realisasi", "sisa", "sisa_persen", "serapan", "fisik"})
MONEY_LABELS = ("program", "kegiatan", "sub_kegiatan", "uraian")
_SAYS_ROLE = frozenset({*MONEY_LABELS, "indikator", "sasaran", "tujuan", "nomor", "kode", ""})
LABELS = (*MONEY_LABELS, "indikator", "sasaran", "tujuan")

_TOTAL = re.compile(
    r"(sub|grand)?(jumlah|total)(total|keseluruhan|seluruh(nya)?|anggaran|dana|pagu|apbd|apbn|biaya|rp|(belanja)?((tidak)?langsung)?|[a-e]|i{1,3}|iv|\+|dan|\d){0,3}"
)
_AVERAGE = re.compile(r"rata(rata|2).*|(jumlah|total)?rerata.*")
_KODE = re.compile(r"^\s*((?:[\dX]{1,2}(?:\.(?:\d{1,4}|XX)){1,6})|[IVX]{1,5}|\d{1,3}|[A-Za-z])[.)]?\s*$")
_LEADING_KODE = re.compile(
    r"^\s*((?:[\dX]{1,2}\.(?:\d{1,4}|XX)(?:\.\d{1,4}){0,5})|[IVX]{1,5}(?=[.)])|\d{1,2}(?=[.)])|[A-Za-z](?=[.)]\s))"
    r"[.)]?\s+(?=\S{2})"
)
_GRADED = re.compile(r"\s*[-–−]?\s?\d{1,3}(?:[.,]\d+)?\s*%?\s*\(\s*[A-Za-z]")
_BANNER = re.compile(r"^(misi|tujuan|visi|sasaran(strategis|stratejik)?(ke)?\d)")


@record
class SeriesRow:
    """A row of a series; `context` are the labels to its left that hold for it, outermost first."""

    source_row: int
    row: Row
    name: str
    kode: str
    peran: Peran
    context: tuple[str, ...]
    satuan: str


@dataclass(frozen=True, slots=True)
class Series:
    """Rows that one label column names, and the columns that speak of them."""

    group: int
    label: str
    columns: tuple[HeadColumn, ...]
    rows: tuple[SeriesRow, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """The columns of one series before its rows are read."""

    label: HeadColumn
    outer: tuple[HeadColumn, ...]
    measures: tuple[HeadColumn, ...]


def series_of(table: Table) -> tuple[Series, ...]:
    """The series of a table; none when its header says nothing known."""
    head = header_rows(table)
    if not head:
        return ()
    every = columns(table, head)
    body = [(i, row) for i, row in enumerate(table.rows) if i >= head and not is_number_row([c.text for c in row.cells])]
    every = _graded_figures(_name_first_column(every, body), body)
    plans = [plan for block in _side_by_side(every) for plan in _plans(*block)]
    return tuple(_read(group, plan, every, body) for group, plan in enumerate(plans))


def _name_first_column(every: tuple[HeadColumn, ...], body: Sequence[tuple[int, Row]]) -> tuple[HeadColumn, ...]:
    """A first column without header that holds numbers or codes is the numbering column."""
    first = every[0]
    if first.meaning.kind:
        return every
    said = [row.cells[0].text for _, row in body if row.cells[0].text.strip()]
    if said and 2 * sum(bool(_KODE.match(text)) for text in said) >= len(said):
        kind = type(first.meaning)("nomor")
        first = HeadColumn(0, first.header, first.path, kind, None, None, "")
    return (first, *every[1:])


def _graded_figures(every: tuple[HeadColumn, ...], body: Sequence[tuple[int, Row]]) -> tuple[HeadColumn, ...]:
    """A column of predikat that prints the capaian before each, `63,36 % (Sedang)`, is the column of capaian that the table lacks."""
    if any(column.meaning.measure == "capaian" for column in every):
        return every
    return tuple(replace(c, meaning=Meaning("ukuran", "capaian")) if _grades_figures(c, body) else c for c in every)


def _grades_figures(column: HeadColumn, body: Sequence[tuple[int, Row]]) -> bool:
    said = [row.cells[column.index].text for _, row in body if row.cells[column.index].text.strip()]
    return column.meaning.measure == "predikat" and bool(said) and 2 * sum(bool(_GRADED.match(text)) for text in said) > len(said)


def _side_by_side(every: Sequence[HeadColumn]) -> list[tuple[list[HeadColumn], list[HeadColumn]]]:
    """Label and measure columns of each block: a label behind a measure begins a new one."""
    blocks: list[tuple[list[HeadColumn], list[HeadColumn]]] = [([], [])]
    for column in every:
        if column.meaning.kind in LABELS:
            if blocks[-1][1] and blocks[-1][0]:
                blocks.append(([], []))
            blocks[-1][0].append(column)
        elif column.meaning.kind == "ukuran":
            blocks[-1][1].append(column)
    return [block for block in blocks if block[0] and block[1]]


def _plans(labels: Sequence[HeadColumn], measures: Sequence[HeadColumn]) -> list[_Plan]:
    """One series, or two when money belongs to a program and performance to the indicator beside it."""
    innermost = labels[-1]
    of_money = next((c for c in reversed(labels) if c.meaning.kind in MONEY_LABELS), innermost)
    money = tuple(m for m in measures if m.meaning.measure in MONEY)
    if of_money == innermost or not money:
        return [_Plan(innermost, tuple(labels[:-1]), tuple(measures))]
    rest = tuple(m for m in measures if m.meaning.measure not in MONEY)
    plans = [_Plan(of_money, tuple(c for c in labels if c.index < of_money.index), money)]
    return [*plans, _Plan(innermost, tuple(labels[:-1]), rest)] if rest else plans


def _read(group: int, plan: _Plan, every: Sequence[HeadColumn], body: Sequence[tuple[int, Row]]) -> Series:
    numbering = [c.index for c in every if c.meaning.kind in ("kode", "nomor")] if group == 0 else []
    satuan = _satuan(plan, every)
    rows: list[SeriesRow] = []
    context: list[str] = [""] * len(plan.outer)
    for position, (index, row) in enumerate(body):
        outer, context = context, _carried(context, plan.outer, row)
        name, kode = _named(row, plan, numbering)
        peran = _peran(row, plan, every, last=position == len(body) - 1)
        if peran is None or (not name and peran == Peran.RINCIAN and not _says_something(row, plan)):
            continue
        if peran != Peran.RINCIAN:
            name, kode = name or _any_label(row, every) or "(jumlah tanpa label)", ""
        unit = plain(row.cells[satuan].text) if satuan is not None else ""
        kept = tuple(c for c in context if c)
        headed = f"({kept[-1]})" if kept and context != outer else ""
        rows.append(SeriesRow(index, row, name or headed or _carried_name(rows), kode, peran, kept, unit))
    return Series(group, plan.label.meaning.kind, plan.measures, tuple(rows))


def _satuan(plan: _Plan, every: Sequence[HeadColumn]) -> int | None:
    """The column of units of a series: the last to the left of its figures, for each block of a table may have its own."""
    found = [c.index for c in every if c.meaning.kind == "satuan"]
    before = [index for index in found if index < plan.measures[0].index]
    return next(iter([*reversed(before), *found]), None)


def _carried(context: Sequence[str], outer: Sequence[HeadColumn], row: Row) -> list[str]:
    """The outer labels that hold for a row: a merged cell is printed once and carried down."""
    carried = list(context)
    for depth, column in enumerate(outer):
        text = plain(row.cells[column.index].text)
        if text:
            carried[depth:] = [text, *[""] * (len(outer) - depth - 1)]
    return carried


def _named(row: Row, plan: _Plan, numbering: Sequence[int]) -> tuple[str, str]:
    text = plain(row.cells[plan.label.index].text)
    codes = [plain(row.cells[i].text) for i in numbering if i < plan.label.index]
    kode = next((m.group(1) for m in map(_KODE.match, reversed(codes)) if m), "")
    leading = _LEADING_KODE.match(text)
    if leading and not kode:
        kode, text = leading.group(1), text[leading.end() :]
    return text, kode


def _carried_name(rows: Sequence[SeriesRow]) -> str:
    """An unnamed row with figures stands under a merged name; the name is kept for people, in brackets, as an outer label's is."""
    return next((f"({r.name})" for r in reversed(rows) if r.peran == Peran.RINCIAN and r.name and not r.name.startswith("(")), "")


def _says_something(row: Row, plan: _Plan) -> bool:
    return any(row.cells[m.index].text.strip() for m in plan.measures)


def _peran(row: Row, plan: _Plan, every: Sequence[HeadColumn], *, last: bool) -> Peran | None:
    """The role of a row in a series; None when it has nothing to do with it."""
    labels = [text for c in every if c.meaning.kind in _SAYS_ROLE and (text := squash(row.cells[c.index].text))]
    figures = [m for m in plan.measures if re.search(r"\d", row.cells[m.index].text)]
    if any(_TOTAL.fullmatch(text) for text in labels):
        return Peran.TOTAL if figures else None
    if labels and _AVERAGE.fullmatch(labels[0]) and not _is_indicator(labels[0], figures):
        return Peran.RATA_RATA if figures else None
    if not labels and last and len(figures) >= 2:
        return Peran.TOTAL
    is_banner = len(labels) <= 2 and any(_BANNER.match(text) for text in labels)
    return Peran.JUDUL if not figures and (is_banner or _spans_the_table(row, every)) else Peran.RINCIAN


def _spans_the_table(row: Row, every: Sequence[HeadColumn]) -> bool:
    """Whether words stand in the numbering column, and nowhere else in the row: a heading printed over all columns."""
    said = [index for index, cell in enumerate(row.cells) if cell.text.strip()]
    return said == [0] and every[0].meaning.kind in ("nomor", "kode") and " " in plain(row.cells[0].text)


def _is_indicator(label: str, figures: Sequence[HeadColumn]) -> bool:
    """`Rata-rata Indeks Kepuasan Masyarakat` with a target or realisasi of its own is an indicator, no average row."""
    return label not in ("ratarata", "rerata") and any(m.meaning.measure in ("target", "kinerja") for m in figures)


def _any_label(row: Row, every: Sequence[HeadColumn]) -> str:
    return next((plain(row.cells[c.index].text) for c in every if c.meaning.kind != "ukuran" and row.cells[c.index].text.strip()), "")
