"""Separators of numbers: which style a cell shows, which one its column, its table, or the report keeps to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rules.facts import Location, NumberFormat, ReportView, Tabel
from rules.once import once

INDONESIAN, ENGLISH, NEITHER = "Indonesia", "Inggris", "campuran"

_MARK = re.compile(r"(?<=\d)[.,](?=\s?\d)")
_EXCHANGED = str.maketrans(".,", ",.")
# A pattern that begins with what it looks for, and only then looks back, is sought quickest.
_FIGURE = re.compile(r"\d(?<![\d.,/:–-]\d)\d{0,17}(?:[.,]\d{1,18}){1,8}(?![\d/]|[.,:]\d)")
_MIXED = re.compile(r"\d{1,3}(?:\.\d{3})+\.\d{2}|\d{1,3}(?:,\d{3})+,\d{2}|\d{1,3},\d{3}(?:\.\d{3})+|\d{1,3}\.\d{3}(?:,\d{3})+")
_SURE = (
    (INDONESIAN, re.compile(r"\d{1,3}(?:\.\d{3})*,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")),
    (ENGLISH, re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?|\d{1,3}(?:,\d{3})+\.\d{1,2}")),
    (NEITHER, _MIXED),
)
_POINT = re.compile(r"\d{1,6}\.\d{1,2}")
_POINT_IN_BRACKETS = re.compile(r"\(\d{1,3}\.\d{1,2}\s?%?\)")
_COMMA_GROUP = re.compile(r"[1-9]\d{0,2},\d{3}")
_MEASURED = re.compile(r"\s?(?:%|persen\b|prosen\b|poin|gram\b|kg\b|ton\b|kkal\b|km\b|ha\b)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s?\(?(?:orang|jiwa|kpm|kk|keluarga|rumah tangga|ekor|buah|unit|peserta|siswa|anak|pasien|dokumen|kasus|pegawai)\b", re.IGNORECASE
)
_FEWEST, _FEWEST_IN_PROSE = 3, 6
_SEN = 2


@dataclass(frozen=True, slots=True)
class Odd:
    """The cells of one table, or the figures of a page's sentences, that show another style than their surroundings."""

    texts: tuple[str, ...]
    places: tuple[Location, ...]
    style: str


@cache
def style_of(shown: NumberFormat | None) -> str:
    """The style of printed separators: dots between thousands and a decimal comma are Indonesian; "" when none is shown."""
    if shown is None or shown == NumberFormat("", ""):
        return ""
    said = {INDONESIAN if mark == dot else ENGLISH for mark, dot in ((shown.thousands, "."), (shown.decimal, ",")) if mark}
    return said.pop() if len(said) == 1 else NEITHER


def as_printed_otherwise(text: str) -> str:
    """A figure with the separators between its digits exchanged: `94.33` as `94,33`; a remark in brackets stays.

    One sign for both, `81.900.000.00`, or two for thousands are put right: dots between thousands, a comma before the sen.
    """
    if _MIXED.fullmatch(text):
        *groups, last = re.split(r"[.,]", text)
        return f"{'.'.join(groups)}{',' if len(last) == _SEN else '.'}{last}"
    figure, bracket, remark = " ".join(text.split()).partition("(")
    if _POINT_IN_BRACKETS.fullmatch(text):
        return exchanged(text)
    return exchanged(figure) + bracket + remark


def exchanged(text: str) -> str:
    """A text with dots for commas and commas for dots between digits."""
    return _MARK.sub(lambda mark: mark.group().translate(_EXCHANGED), text)


def odd_cells(report: ReportView, tabel: Tabel) -> Iterator[Odd]:
    """The cells of a table in another style than most of their column; where it is a tie, than most of the table.

    In a table that is Indonesian on the whole, a column that is not accuses none of its few cells that are: it is the odd one,
    and told apart from single cells.
    """
    cells = [(fact, shown) for baris in tabel.baris for fact in baris.facts if (shown := style_of(fact.format))]
    by_column: dict[int, list[str]] = {}
    for fact, shown in cells:
        by_column.setdefault(fact.column.index, []).append(shown)
    usual = _majority(Counter([shown for _, shown in cells])) or report_style(report)
    styles = {index: _majority(Counter(found)) for index, found in by_column.items()}
    pointed = {index for index, style in styles.items() if usual == INDONESIAN and style == ENGLISH}
    if any(INDONESIAN in by_column[index] for index in pointed):
        styles |= dict.fromkeys(pointed, INDONESIAN)
    wrong: dict[tuple[str, bool], list[tuple[str, Location]]] = {}
    for fact, shown in cells:
        style, text = styles[fact.column.index] or usual, fact.location.text
        if style and shown != style:
            wrong.setdefault((style, fact.column.index in pointed), []).append((" ".join(text.split()), fact.location))
        elif style == INDONESIAN and "(" in text and (remark := _POINT_IN_BRACKETS.search(" ".join(text.split()))):
            wrong.setdefault((style, False), []).append((remark.group(), fact.location))
    for (style, _), found in wrong.items():
        yield Odd(tuple(text for text, _ in found), tuple(place for _, place in found), style)


@once
def report_style(report: ReportView) -> str:
    """The style of most cells of a report, if there is one."""
    return _majority(cells_by_style(report))


@once
def cells_by_style(report: ReportView) -> Counter[str]:
    """How many cells of the report show which style."""
    facts = [fact for tabel in report.tables for baris in tabel.baris for fact in baris.facts]
    return Counter([style for fact in facts if (style := style_of(fact.format)) and fact.quantity is not None])


def odd_in_prose(report: ReportView) -> Iterator[Odd]:
    """The figures of each sentence, on paper of each page, in another style than nearly all others; few figures have no style.

    Figures of neither style are no majority, however many: they would accuse the one that is right.
    """
    found = [(style, text, sentence.location) for sentence in report.sentences for style, text in _styled(sentence.text)]
    counted = Counter(style for style, _, _ in found if style != NEITHER)
    style, most = counted.most_common(1)[0] if counted else ("", 0)
    if counted.total() < _FEWEST_IN_PROSE or 4 * most < 3 * counted.total():
        return
    odd: dict[int | Location, list[tuple[str, Location]]] = {}
    for own, text, place in found:
        if own != style and (own != NEITHER or style == INDONESIAN):
            odd.setdefault(place.place.page or place, []).append((text, place))
    for every in odd.values():
        yield Odd(tuple(text for text, _ in every), tuple(dict.fromkeys(place for _, place in every)), style)


def _styled(text: str) -> Iterator[tuple[str, str]]:
    """The figures of a sentence whose separators can mean but one thing, in order; `3.2` alone may number a section."""
    for match in _FIGURE.finditer(text):
        figure, end = match.group(), match.end()
        style = next((style for style, pattern in _SURE if pattern.fullmatch(figure)), "")
        if not style and _POINT.fullmatch(figure) and _MEASURED.match(text, end):
            style = ENGLISH
        if not style and _COMMA_GROUP.fullmatch(figure) and _COUNTED.match(text, end):
            style = ENGLISH
        if style:
            yield style, figure


def _majority(counted: Counter[str]) -> str:
    """The style of most of three or more numbers: Indonesian of more than half, English of two thirds; one cell sets no style."""
    count = counted.total()
    if count < _FEWEST:
        return ""
    if 2 * counted[INDONESIAN] > count:
        return INDONESIAN
    return ENGLISH if 3 * counted[ENGLISH] >= 2 * count else ""
