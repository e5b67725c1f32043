"""The table of contents and the outline of a report beside the headings that it really has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules import show
from rules.dates import ANY_YEAR
from rules.list_slips import where_printed
from rules.numbering import Numbered
from rules.numerals import marker, readings, roman
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine
from rules.sequences import begins_chapter, chapter_number
from rules.titles import are_alike, plain_words, title_words

CONTENTS, OUTLINE = "daftar isi", "sistematika"
_LEADERS = re.compile(r"\s*(?:\.{2,}|…|_{3,}|(?:\.\s){3}).*$")
_PAGE = re.compile(r"\s+(?:[IVX]{1,5}\s?[-–]\s?)?\d{1,3}\s*$")
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}[.)]?")
_LONGEST = 160
_FEWEST_ALIKE = 2
_MOST_TOLD = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with its numbered sections, as listed or as printed over the text."""

    number: int
    sections: tuple[PrintedLine, ...]


# ------------------------------------------------------------------ letters of an outline


def outline_letters(lines: Sequence[PrintedLine]) -> Iterator[Numbered]:
    """The lettered sections of each chapter in an outline begin with the first letter."""
    for zone in (CONTENTS, OUTLINE):
        for part in _listed(lines, zone):
            read = [[(style, place) for style, place in readings(line.nomor) if style[:1] == "A"] for line in part.sections]
            places = [found[0][1] for found in read if found]
            if len(places) < _FEWEST_ALIKE or len(places) < len(read) or places != list(range(places[0], places[0] + len(places))):
                continue
            yield _begun(part, zone, read[0][0][0], places)


def _begun(part: Part, zone: str, style: str, places: Sequence[int]) -> Numbered:
    stated, right = part.sections[0].nomor, marker(style, 1)
    if places[0] == 1:
        return Numbered(Comparison(Verdict.LOLOS, stated, right), (where_printed(part.sections[0]),))
    message = f"Bagian Bab {roman(part.number)} dalam {zone} berhuruf {stated} sampai {part.sections[-1].nomor}, tidak mulai dari {right}"
    result = Comparison(Verdict.TEMUAN, stated, right)
    return Numbered(result, tuple(where_printed(line) for line in part.sections), message, Severity.RENDAH)


# ------------------------------------------------------------------ contents and headings


def contents_and_headings(lines: Sequence[PrintedLine]) -> Iterator[Numbered]:
    """For each chapter of the table of contents: whether its sections stand in the text under these numbers and names."""
    listed = list(_listed(lines, CONTENTS))
    printed = {part.number: part for part in _printed(lines)} if listed else {}
    pairs = [(part, printed[part.number]) for part in listed if part.number in printed]
    if not pairs:
        return
    known = sum(any(_alike(entry, title) for title in body.sections) for part, body in pairs for entry in part.sections)
    for part, body in pairs:
        if known < _FEWEST_ALIKE or not _is_whole(part, body):
            continue
        off = [(entry, found) for entry in part.sections if (found := _other_place(entry, body, lines)) is not None]
        yield _told(part, off) if off else _agreed(part)


def _is_whole(part: Part, body: Part) -> bool:
    """Whether no section of the text was missed: they run from the first on; in print, where one may be a picture, to the last."""
    style = _style(part.sections[0])
    top = _top(body, style)
    entries = [line for line in part.sections if _style(line) == style]
    paged = part.sections[0].place.page is not None
    return len(top) >= _FEWEST_ALIKE and (not paged or len(top) >= len(entries))


def _top(body: Part, style: str) -> list[PrintedLine]:
    """The chapter's own sections: the headings of one shape that run from the first on."""
    found: list[PrintedLine] = []
    for line in body.sections:
        if style and _style(line) == style and _place(line) == len(found) + 1:
            found.append(line)
    return found


def _other_place(entry: PrintedLine, body: Part, lines: Sequence[PrintedLine]) -> str | None:
    """How the text numbers this entry, "" where it has no such title; None where both agree or it cannot be told."""
    alike = [line for line in body.sections if _alike(entry, line)]
    if any(_bare(line) == _bare(entry) for line in alike):
        return None
    if len(alike) == 1:
        return alike[0].nomor if _tells(entry, alike[0], body) else None
    words = title_words(entry.name)
    short = (line for line in lines if not line.zone and line.name and len(line.text) < _LONGEST)
    return None if alike or any(are_alike(words, title_words(line.name)) for line in short) else ""


def _tells(entry: PrintedLine, found: PrintedLine, body: Part) -> bool:
    """Whether the number of the title in the text can be held against the listed one: a chapter's own section, or of another shape.

    A section numbered as another chapter's (`1.2` for `2.2`) is told of the chapter, not of each of its sections.
    """
    if _SECTION.fullmatch(entry.nomor) and _SECTION.fullmatch(found.nomor):
        return _place(entry) != _place(found)
    return bool(_style(found)) and (_style(found) != _style(entry) or found in _top(body, _style(entry)))


def _told(part: Part, off: Sequence[tuple[PrintedLine, str]]) -> Numbered:
    told = [f"{_titled(entry)} ({f'di badan laporan {found}' if found else 'tidak ada di badan laporan'})" for entry, found in off]
    more = f" dan {len(told) - _MOST_TOLD} lainnya" if len(told) > _MOST_TOLD else ""
    message = f"Daftar isi Bab {roman(part.number)} tidak sama dengan judul di badan laporan: {'; '.join(told[:_MOST_TOLD])}{more}."
    result = Comparison(Verdict.TEMUAN, _titled(off[0][0]), off[0][1] or "(tidak ada)")
    return Numbered(result, tuple(where_printed(entry) for entry, _ in off), message, Severity.RENDAH)


def _agreed(part: Part) -> Numbered:
    first = part.sections[0]
    return Numbered(Comparison(Verdict.LOLOS, _titled(first), _titled(first)), (where_printed(first),))


def _titled(line: PrintedLine) -> str:
    return f"{line.nomor} {line.name}"


# ------------------------------------------------------------------ years of titles


def years_of_titles(lines: Sequence[PrintedLine]) -> Iterator[Numbered]:
    """The titles of a list that the text has under the same number and in the same words, where one of them names a year."""
    if not any(line.zone and line.nomor and ANY_YEAR.search(line.name) for line in lines):
        return
    printed = {(_bare(line), _but_years(line)): line for part in _printed(lines) for line in part.sections}
    for zone in (CONTENTS, OUTLINE):
        for entry in (entry for part in _listed(lines, zone) for entry in part.sections if ANY_YEAR.search(entry.name)):
            title = printed.get((_bare(entry), _but_years(entry)))
            if title is not None:
                yield _dated(entry, title, zone)


def _but_years(line: PrintedLine) -> str:
    return plain_words(ANY_YEAR.sub("", line.name))


def _dated(entry: PrintedLine, title: PrintedLine, zone: str) -> Numbered:
    listed, printed = (show.joined(ANY_YEAR.findall(line.name)) for line in (entry, title))
    places = (where_printed(entry), where_printed(title))
    if listed == printed:
        return Numbered(Comparison(Verdict.LOLOS, listed, printed), places)
    message = f"Judul {_titled(entry)} dalam {zone} menyebut {listed}, sedangkan di badan laporan {printed}."
    return Numbered(Comparison(Verdict.TEMUAN, listed, printed), places, message, Severity.RENDAH)


# ------------------------------------------------------------------ parts


def _listed(lines: Sequence[PrintedLine], zone: str) -> Iterator[Part]:
    """The chapters of a list with their entries, the pages left out and broken titles joined."""
    number: int | None = None
    found: list[PrintedLine] = []
    broken = False
    for line in lines:
        if line.zone != zone:
            broken = False
            continue
        if begins_chapter(line):
            if number is not None and found:
                yield Part(number, tuple(found))
            number, found, broken = chapter_number(line.text), [], False
        elif line.nomor and number is not None:
            found.append(replace(line, name=_title(line.name)))
            broken = _title(line.name) == line.name
        elif broken and found:
            found[-1] = replace(found[-1], name=f"{found[-1].name} {_title(line.text)}")
            broken = False
    if number is not None and found:
        yield Part(number, tuple(found))


def _printed(lines: Sequence[PrintedLine]) -> Iterator[Part]:
    """The chapters of the text with their numbered headings; a chapter that is named twice is none that can be compared."""
    number: int | None = None
    found: list[PrintedLine] = []
    for position, line in enumerate(lines):
        if line.zone:
            continue
        if begins_chapter(line) and line.level == 0:
            if number is not None:
                yield Part(number, tuple(found))
            number, found = chapter_number(line.text), []
        elif line.nomor and line.level is not None:
            below = lines[position + 1] if position + 1 < len(lines) else None
            found.append(line if line.name or below is None else replace(line, name=below.text))
    if number is not None:
        yield Part(number, tuple(found))


def _title(name: str) -> str:
    """A listed title without the dots that lead to its page, and without the page."""
    return _PAGE.sub("", _LEADERS.sub("", name))


def _bare(line: PrintedLine) -> str:
    return line.nomor.strip("().").casefold()


def _style(line: PrintedLine) -> str:
    if _SECTION.fullmatch(line.nomor):
        return "1.1"
    read = readings(line.nomor)
    return read[0][0] if read else ""


def _place(line: PrintedLine) -> int:
    return int(_bare(line).rpartition(".")[2]) if _SECTION.fullmatch(line.nomor) else readings(line.nomor)[0][1]


def _alike(one: PrintedLine, two: PrintedLine) -> bool:
    return are_alike(title_words(one.name), title_words(two.name))
