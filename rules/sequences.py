"""Items and headings sorted into the lists they belong to, by the shape of their numbers and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.record import record
from rules.numerals import readings
from rules.once import once
from rules.printed import PrintedLine
from rules.rows import position_of

SAME_INDENT = 6
# A list goes on over a page whose margin is another one.
OTHER_MARGIN = 40
LARGEST_JUMP = 3
MOST_DORMANT = 24
# Text input does not tell an inner list from the next one: more than these are never open at once.
MOST_OPEN = 12
# Roman digits are ASCII ones: without regard to case `[i]` is also the Turkish `İ` and `ı`, which are no digits.
CHAPTER = re.compile(r"bab\s{0,3}\.?\s{0,3}((?a:[ivx]{1,5}|\d{1,2}))\b", re.IGNORECASE)


@record
class Member:
    """One numbered line: its place in the list as printed, and its position among the report's lines."""

    place: int
    position: int
    line: PrintedLine


class Run:
    """The lines that belong to one list, in order. `resumed` counts how often it went on below another list's items."""

    def __init__(self, style: str, first: Member) -> None:
        self.style = style
        self.members = [first]
        self.resumed = 0

    @property
    def last(self) -> Member:
        """The member that stands last so far."""
        return self.members[-1]


@once
def structure(lines: Sequence[PrintedLine]) -> list[tuple[int, PrintedLine]]:
    """The lines that divide a report, with their positions: chapters, headings, what is numbered, and the places of tables."""
    return [(i, line) for i, line in enumerate(lines) if line.level is not None or line.nomor or line.table or begins_chapter(line)]


def begins_chapter(line: PrintedLine) -> bool:
    """Whether a line begins as the heading of a chapter does: `BAB III`."""
    return line.text[:1] in ("B", "b") and CHAPTER.match(line.text) is not None


@once
def runs(lines: Sequence[PrintedLine]) -> list[Run]:
    """The lists of a report, each with what seems to belong to it, in step or not."""
    walk = _Walk()
    for position, line in structure(lines):
        if line.zone or line.rest or not line.text:
            continue
        if begins_chapter(line):
            walk.chapter()
        elif line.nomor:
            walk.take(position, line)
    return walk.every


class _Walk:
    """The lists that are open at a line, innermost last, and those which inner or outer ones have closed."""

    def __init__(self) -> None:
        self.every: list[Run] = []
        self.open: list[Run] = []
        self.dormant: list[Run] = []
        self.chapters = 0

    def chapter(self) -> None:
        """A new chapter begins: no list goes on."""
        self.open, self.dormant = [], []
        self.chapters += 1

    def take(self, position: int, line: PrintedLine) -> None:
        """A numbered line goes to the list that it continues, else to the one it is out of step with, else begins its own."""
        read = readings(line.nomor)
        members = [(style, Member(place, position, line)) for style, place in read]
        for style, member in members:
            found = self._continued(style, member)
            if found is not None:
                self._append(found, member)
                return
        for style, member in members:
            found = self._out_of_step(style, member)
            if found is not None:
                self._append(found, member)
                return
        if members:
            style, member = next(((s, m) for s, m in members if m.place == 1), members[0])
            self._begin(style, member)

    def _continued(self, style: str, member: Member) -> Run | None:
        for run in self._near(style, member.line):
            if run.last.place + 1 == member.place:
                return run
            if _was_no_member(run, member):
                run.members.pop()
                return run
        return None

    def _near(self, style: str, line: PrintedLine) -> Iterator[Run]:
        """The lists that a line may continue: open ones beside it, then over a page, then closed ones; the innermost first."""
        of_style = [run for run in reversed(self.open) if run.style == style]
        yield from (run for run in of_style if _beside(run.last.line, line))
        yield from (run for run in of_style if _over_page(run.last.line, line))
        yield from (run for run in reversed(self.dormant) if run.style == style and _beside(run.last.line, line))

    def _out_of_step(self, style: str, member: Member) -> Run | None:
        """The list whose next number is nearest; between two as near the one in the same hand, and none where both are."""
        if member.place == 1:
            return self._begun_twice(style, member)
        found: list[tuple[int, bool, Run]] = []
        for run in (*reversed(self.open), *reversed([run for run in self.dormant if run.resumed])):
            off = member.place - run.last.place - 1
            alike = same_hand(run.last.line, member.line)
            near = is_printed_beside(run.last.line, member.line) or (alike and _beside(run.last.line, member.line))
            if run.style == style and near and (off == -1 or 0 < off <= LARGEST_JUMP):
                found.append((abs(off), not alike, run))
        found.sort(key=lambda one: one[:2])
        if not found or (len(found) > 1 and found[0][:2] == found[1][:2]):
            return None
        return found[0][2]

    def _begun_twice(self, style: str, member: Member) -> Run | None:
        """One title, and another in the same place and hand: `(1) Strategi`, `(1) Kebijakan`; or `A.` again among a chapter's sections."""
        for run in self.open[-2:]:
            first = run.members[0]
            alone = len(run.members) == 1 and first.place == 1 and run.style == style
            if alone and is_printed_beside(first.line, member.line) and _both_titles(first.line, member.line):
                return run
        sections = self.open[0] if self.open else None
        if sections is not None and sections.style == style == "A." and len(sections.members) > 1 and self.chapters:
            same = all(_both_titles(one.line, member.line) and one.line.name.isupper() for one in sections.members)
            return sections if same and _beside(sections.last.line, member.line) else None
        return None

    def _append(self, run: Run, member: Member) -> None:
        if run in self.open:
            while self.open[-1] is not run:
                self._sleep(self.open.pop())
        else:
            self.dormant.remove(run)
            run.resumed += 1
            self.open.append(run)
        run.members.append(member)

    def _begin(self, style: str, member: Member) -> None:
        """A list of its own; in print it ends the one of its kind at the same place."""
        same = [i for i, run in enumerate(self.open) if run.style == style and is_printed_beside(run.last.line, member.line)]
        if same:
            for run in self.open[same[0] :]:
                self._sleep(run)
            del self.open[same[0] :]
        if len(self.open) >= MOST_OPEN:
            self._sleep(self.open.pop(1))
        run = Run(style, member)
        self.every.append(run)
        self.open.append(run)

    def _sleep(self, run: Run) -> None:
        self.dormant = [*self.dormant[-MOST_DORMANT:], run]


def chapter_number(text: str) -> int | None:
    """3 of `BAB III AKUNTABILITAS KINERJA`."""
    said = CHAPTER.match(text)
    return position_of(said.group(1)) if said else None


def same_hand(one: PrintedLine, two: PrintedLine) -> bool:
    """Whether two lines are set alike: both headings or neither, both bold or neither, both in capitals or neither."""
    return (one.level is None, one.bold, one.name.isupper()) == (two.level is None, two.bold, two.name.isupper())


def _both_titles(one: PrintedLine, two: PrintedLine) -> bool:
    return one.level is not None and two.level is not None and same_hand(one, two)


def _was_no_member(run: Run, member: Member) -> bool:
    """A line that broke the list and after which it goes on as before: a number at the beginning of a line by chance."""
    if len(run.members) < 2 or not same_hand(run.members[-2].line, member.line):
        return False
    return run.last.place != run.members[-2].place + 1 == member.place


def _beside(one: PrintedLine, two: PrintedLine) -> bool:
    """At the same distance from the left; text input has none to tell."""
    return one.place.bbox is None or two.place.bbox is None or abs(one.place.bbox[0] - two.place.bbox[0]) <= SAME_INDENT


def is_printed_beside(one: PrintedLine, two: PrintedLine) -> bool:
    """At the same distance from the left in print."""
    return one.place.bbox is not None and two.place.bbox is not None and _beside(one, two)


def _over_page(one: PrintedLine, two: PrintedLine) -> bool:
    if one.place.page == two.place.page or one.place.bbox is None or two.place.bbox is None:
        return False
    return abs(one.place.bbox[0] - two.place.bbox[0]) <= OTHER_MARGIN
