"""Scales of predikat that a report declares: a table of intervals and labels, in the many ways in which they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.model import Document, Row, Table
from pipeline.normalize.names import plain
from pipeline.normalize.scale_lines import scales_in_lines
from pipeline.normalize.tables import caption_parts
from rules.exact import ZERO, Interval
from rules.facts import Band, Location, Skala

ENDLESS = Decimal(10) ** 9
"""What stands for `no upper limit`."""

MIN_BANDS, MAX_BANDS = 3, 9

_WORDS = (
    (re.compile(r"%|persen|prosen|nilai|skor|\bpoin\b", re.IGNORECASE), " "),
    (re.compile(r"s\s*[/.]?\s*d\.?(?![a-z])|sampai(?:\s+dengan)?|hingga|[–—−]", re.IGNORECASE), "-"),
    (re.compile(r"di\s*atas|lebih\s+(?:dari|besar)", re.IGNORECASE), ">"),
    (re.compile(r"di\s*bawah|kurang\s+dari|lebih\s+kecil", re.IGNORECASE), "<"),
    (re.compile(r">\s*=|≥"), "≥"),
    (re.compile(r"<\s*=|≤"), "≤"),
    (re.compile(r"\bx\b|×", re.IGNORECASE), "x"),
)
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_BETWEEN = re.compile(rf"([>≥]?)\s*({_NUMBER})\s*-\s*([<≤]?)\s*({_NUMBER})")
_ONE_SIDED = re.compile(rf"([<>≤≥=]?)\s*({_NUMBER})")
_CHAIN = re.compile(rf"({_NUMBER})\s*([<>≤≥])\s*x?\s*([<>≤≥]?)\s*({_NUMBER})")
_REVERSED = re.compile(rf"({_NUMBER})\s*([<>≤≥])\s*x?")
_DIGIT = re.compile(r"\d")
_OF_TARGETS = re.compile(r"target(?:\s+(?:kinerja|tahun\s+\d{4}|\d{4}))?|satuan|indikator(?:\s+kinerja)?(?:\s+utama)?", re.IGNORECASE)
"""Heads of a table whose intervals are targets (BOR 60-85 %, NDR at most 25 per mil)."""
_HEADERS = 2
_ABBREVIATION = re.compile(r"\s*\([A-Za-z ]{1,4}\)\s*$")


def limits_of(text: str) -> Interval | None:
    """The values that a printed class covers; None when the text is no class.

    `91% ≤ 100%` (the print of Permendagri 86/2017) and `80 > 100` mean between the two.
    """
    if _DIGIT.search(text) is None:
        return None
    said = plain(text)[:60]
    for pattern, replacement in _WORDS:
        said = pattern.sub(replacement, said)
    said = " ".join(said.split())
    for pattern, build in ((_BETWEEN, _between), (_CHAIN, _chain), (_REVERSED, _reversed), (_ONE_SIDED, _one_sided)):
        match = pattern.fullmatch(said)
        if match:
            return build(match)
    return None


def _between(match: re.Match[str]) -> Interval | None:
    low, high = _decimal(match.group(2)), _decimal(match.group(4))
    return _interval(low, high, match.group(1) == ">", match.group(3) == "<")


def _chain(match: re.Match[str]) -> Interval | None:
    one, two = _decimal(match.group(1)), _decimal(match.group(4))
    first, second = match.group(2), match.group(3)
    if not second:
        return _interval(min(one, two), max(one, two), low_open=first == ">" and one < two, high_open=False)
    if one < two:
        return _interval(one, two, first == "<", second == "<")
    return _interval(two, one, second == ">", first == ">")


def _reversed(match: re.Match[str]) -> Interval | None:
    value, sign = _decimal(match.group(1)), match.group(2)
    if sign in ">≥":
        return _interval(ZERO, value, low_open=False, high_open=sign == ">")
    return _interval(value, ENDLESS, low_open=sign == "<", high_open=False)


def _one_sided(match: re.Match[str]) -> Interval | None:
    sign, value = match.group(1), _decimal(match.group(2))
    if sign in ("<", "≤"):
        return _interval(ZERO, value, low_open=False, high_open=sign == "<")
    if sign in (">", "≥"):
        return _interval(value, ENDLESS, low_open=sign == ">", high_open=False)
    return Interval(value, value)


def _interval(low: Decimal, high: Decimal, low_open: bool, high_open: bool) -> Interval | None:
    return Interval(low, high, low_open, high_open) if low < high else None


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def scales_of(document: Document) -> tuple[Skala, ...]:
    """The scales that a report declares, in reading order; the same scale printed again (in a recap) counts once."""
    found: list[Skala] = []
    for _, skala in sorted([*_in_tables(document), *_in_lines(document)], key=lambda pair: pair[0]):
        same = [(b.label.casefold(), b.limits) for b in skala.bands]
        if all([(b.label.casefold(), b.limits) for b in other.bands] != same for other in found):
            found.append(replace(skala, id=f"S{len(found) + 1}"))
    return tuple(found)


def _in_tables(document: Document) -> Iterator[tuple[int, Skala]]:
    tables = [(index, block) for index, block in enumerate(document.blocks) if isinstance(block, Table)]
    for position, (index, table) in enumerate(tables):
        bands = tuple(_bands(table))
        if MIN_BANDS <= len(bands) <= MAX_BANDS and len({b.label.casefold() for b in bands}) == len(bands):
            nomor, judul = caption_parts(table.caption)
            label = f"Tabel {nomor} {judul}".strip() if nomor else judul
            place = Location(table.caption_place or table.place, table.caption, label)
            yield index, Skala("", label, bands, place, table=f"T{position + 1:03d}")


def _in_lines(document: Document) -> Iterator[tuple[int, Skala]]:
    for index, bands in scales_in_lines(document.blocks, limits_of):
        if len(bands) <= MAX_BANDS:
            yield index, Skala("", "", bands, bands[0].location)


def _bands(table: Table) -> Iterator[Band]:
    columns = _interval_and_label(table)
    if columns is None:
        return
    interval, label = columns
    for row in table.rows:
        limits, name = limits_of(row.cells[interval].text), plain(row.cells[label].text)
        if limits is not None and re.search(r"[A-Za-z]", name):
            cell = row.cells[interval]
            yield Band(_ABBREVIATION.sub("", name), limits, Location(cell.place, cell.text, table.caption, name, "interval"))


def _interval_and_label(table: Table) -> tuple[int, int] | None:
    """The column in which most rows are classes, none of them a bare number, and the column of words beside it."""
    if not table.rows or any(_OF_TARGETS.fullmatch(plain(cell.text)) for row in table.rows[:_HEADERS] for cell in row.cells):
        return None
    width = len(table.rows[0].cells)
    for column in range(width):
        texts = [row.cells[column].text for row in table.rows]
        classes = [t for t in texts if limits_of(t) is not None]
        signed = [t for t in classes if re.search(r"[<>≤≥\-–—]|s\s*[/.]?\s*d|atas|bawah|lebih|kurang", t, re.IGNORECASE)]
        if len(classes) >= MIN_BANDS and len(signed) >= len(classes) - 1 and len(classes) >= len(table.rows) - 3:
            words = _word_column(table.rows, column, width)
            return (column, words) if words is not None else None
    return None


def _word_column(rows: Sequence[Row], interval: int, width: int) -> int | None:
    """The nearest column whose cells beside the classes are short words, all different."""
    for column in sorted((c for c in range(width) if c != interval), key=lambda c: (abs(c - interval), c)):
        names = [plain(r.cells[column].text) for r in rows if limits_of(r.cells[interval].text) is not None]
        if names and all(re.fullmatch(r"[A-Za-z][A-Za-z ()/.,-]{0,40}", n) for n in names) and len(set(names)) == len(names):
            return column
    return None
