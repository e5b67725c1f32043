"""Numbers of sections that contradict their chapter, or the counter in their own titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules import show
from rules.list_slips import where_printed
from rules.numbering import Numbered
from rules.numerals import marker, readings, roman
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine
from rules.rows import position_of
from rules.sequences import begins_chapter, chapter_number, structure

_SECTION = re.compile(r"(\d{1,2})\.(\d{1,2})[.)]?")
_BELOW = re.compile(r"(\d{1,2})\.\d{1,2}(?:\.\d{1,2}){1,2}[.)]?")
_COUNTED = re.compile(r"(?P<stem>[^\W\d_][^\d:]{3,60}?)\s+(?P<count>\d{1,2}|[IVX]{1,4})\b")
_FEWEST = 3
_BODY = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The sections `n.m` that stand in one chapter, with those below them; `number` is None where its heading was not read."""

    number: int | None
    sections: tuple[PrintedLine, ...]

    @property
    def stem(self) -> int:
        """The first number of its sections."""
        return _stem(self.sections[0])


# ------------------------------------------------------------------ sections and chapters


def foreign_sections(lines: Sequence[PrintedLine]) -> Iterator[Numbered]:
    """Chapters whose sections are numbered as another chapter's, in the text and in the table of contents."""
    for zone in (_BODY, "daftar isi"):
        printed = [line for _, line in structure(lines) if line.zone == zone and not line.rest]
        chapters = [chapter for chapter in _chapters(printed) if chapter.sections]
        for index, chapter in enumerate(chapters):
            right = _right_number(chapters, index)
            if right is not None and right != chapter.stem:
                yield _foreign(chapter, right)
            elif right is not None:
                first = chapter.sections[0]
                yield Numbered(Comparison(Verdict.LOLOS, first.nomor, first.nomor), (where_printed(first),))


def _right_number(chapters: Sequence[Chapter], index: int) -> int | None:
    """The chapter's own number where other chapters number their sections so, else the one missing between its neighbours'."""
    chapter = chapters[index]
    if chapter.number is not None:
        others = [other for other in chapters if other.number != chapter.number]
        agree = sum(other.number == other.stem for other in others)
        return chapter.number if agree and chapter.number not in {other.stem for other in others} else None
    if not 0 < index < len(chapters) - 1:
        return None
    before, after = chapters[index - 1].stem, chapters[index + 1].stem
    return before + 1 if after == before + 2 and chapter.stem <= before else None


def _chapters(lines: Sequence[PrintedLine]) -> Iterator[Chapter]:
    """The sections by chapter; where no chapter's heading stands between them, by their first number."""
    number: int | None = None
    run: list[PrintedLine] = []
    parts = False
    for line in lines:
        if begins_chapter(line):
            yield Chapter(number, tuple(run))
            number, run, parts = chapter_number(line.text), [], False
        elif _SECTION.fullmatch(line.nomor) and _is_title(line):
            if run and _stem(run[0]) != _stem(line):
                yield Chapter(number, tuple(run))
                # Another number may be that of a chapter whose heading was not read; the chapter's own goes on with it.
                number, run = number if number == _stem(line) else None, []
            run = [] if parts else [*run, line]
        elif run:
            run += [line] if _is_below(line, run[0]) else []
        elif line.nomor and _is_title(line) and not _is_deep(line):
            parts = True  # sections are numbered below the parts of this chapter: `A.`, `1.`, `1.1`
    yield Chapter(number, tuple(run))


def _is_title(line: PrintedLine) -> bool:
    return line.level is not None or bool(line.zone)


def _is_below(line: PrintedLine, section: PrintedLine) -> bool:
    """Whether a heading of three or four numbers begins as a section does."""
    match = _BELOW.fullmatch(line.nomor) if line.level is not None else None
    return match is not None and int(match.group(1)) == _stem(section)


def _is_deep(line: PrintedLine) -> bool:
    return line.nomor.rstrip(".)").count(".") > 1


def _stem(line: PrintedLine) -> int:
    match = _SECTION.fullmatch(line.nomor)
    return int(match.group(1)) if match else 0


def _foreign(chapter: Chapter, right: int) -> Numbered:
    stated = [line.nomor for line in chapter.sections]
    expected = _SECTION.sub(rf"{right}.\2", stated[0].rstrip(".)"))
    where = " di daftar isi" if chapter.sections[0].zone else ""
    message = f"Bagian Bab {roman(right)}{where} bernomor {show.joined(stated)}, seperti bagian Bab {roman(chapter.stem)}."
    result = Comparison(Verdict.TEMUAN, stated[0], expected)
    return Numbered(result, tuple(where_printed(line) for line in chapter.sections), message, Severity.RENDAH)


# ------------------------------------------------------------------ counted titles


def odd_among_counted(lines: Sequence[PrintedLine]) -> Iterator[Numbered]:
    """`A. Indikator 1`, `8. Indikator 2`, `C. Indikator 3`: the one title whose number is not the place it names."""
    chapter = 0
    groups: dict[tuple[int, str], list[tuple[int, PrintedLine]]] = defaultdict(list)
    for _, line in structure(lines):
        if line.zone or line.rest:
            continue
        chapter += begins_chapter(line)
        said = _COUNTED.match(line.name) if line.nomor else None
        place = position_of(said["count"]) if said else None
        if said and place is not None:
            groups[chapter, " ".join(said["stem"].casefold().split())].append((place, line))
    for found in groups.values():
        if len(found) >= _FEWEST and [place for place, _ in found] == list(range(1, len(found) + 1)):
            yield from _odd(found)


def _odd(found: Sequence[tuple[int, PrintedLine]]) -> Iterator[Numbered]:
    styles = {style for place, line in found for style, counted in readings(line.nomor) if counted == place}
    for style in sorted(styles):
        off = [(place, line) for place, line in found if (style, place) not in readings(line.nomor)]
        if not off:
            yield Numbered(Comparison(Verdict.LOLOS, found[0][1].nomor, found[0][1].nomor), (where_printed(found[0][1]),))
            return
        if len(off) == 1:
            place, line = off[0]
            if place == len(found) and (style, 1) in readings(line.nomor):
                return  # the list begins anew under the next heading, while the titles count on
            right = marker(style, place)
            others = show.joined(other.nomor for _, other in found if other is not line)
            message = f"Judul “{line.name}” bernomor {line.nomor} di antara {others.rstrip('.')}."
            yield Numbered(Comparison(Verdict.TEMUAN, line.nomor, right), (where_printed(line),), message, Severity.RENDAH)
            return
