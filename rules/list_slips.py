"""Numbers and letters of items and headings that are out of step where the list around them shows what they should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules import show
from rules.facts import Location
from rules.numbering import Numbered
from rules.numerals import marker, readings
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine
from rules.sequences import Member, Run, begins_chapter, chapter_number, is_printed_beside, runs

_FEWEST = 3
_DEEPER = 8
_NEAR = 25
_MISREAD = {"l": "1", "i": "1", "o": "0", "I": "1", "L": "1", "O": "0"}
_OPENING = re.compile(r":\s*$")
_DOTTED = re.compile(r"\d{1,2}\.\d")
_ONE = re.compile(r"[\s:]\(?(?:1|[AaIi])[.)]\s*[A-Z]")
_WORDS = re.compile(r"[^\W\d_]{3,}")


def out_of_step(lines: Sequence[PrintedLine]) -> Iterator[Numbered]:
    """Every list of three and more: the one number that is left out, used twice or begun anew, or that all is in step."""
    for run in runs(lines):
        found = list(_slips(lines, run))
        yield from found
        if not found and len(run.members) >= _FEWEST and _in_step(run.members) and run.members[0].place == 1:
            first, last = run.members[0].line, run.last.line
            yield Numbered(Comparison(Verdict.LOLOS, f"{first.nomor}–{last.nomor}", ""), (where_printed(first),))


def _slips(lines: Sequence[PrintedLine], run: Run) -> Iterator[Numbered]:
    members = run.members
    off = [index for index, (one, two) in enumerate(pairwise(members), 1) if two.place != one.place + 1]
    index = off[0] if off else 0
    if _begins_late(lines, run.style, members[index:]):
        yield _late(run, members[index])
        return
    if len(off) != 1 or members[0].place != 1:
        return
    before, here = members[index - 1], members[index]
    between = lines[before.position + 1 : here.position]
    goes_on = len(members) > index + 1 and here.line.level is not None
    if any(_is_boundary(line) and (line.nomor or not goes_on) for line in between):
        return
    if here.place > before.place:
        found = index > 1 and _is_left_out(run, before, here, between)
    elif here.place == 1 and index == 1:
        found = _is_begun_twice(run, before, here, between)
    elif here.place == 1:
        found = _is_within_chapter(lines, before, here)
    else:
        anew = not goes_on and any(_ONE.search(line.text) for line in between)
        found = index > 1 and not anew and not _alike(before.line, here.line)
    if found:
        yield _told(run, before, here)


def _in_step(members: Sequence[Member]) -> bool:
    return all(two.place == one.place + 1 for one, two in pairwise(members))


# ------------------------------------------------------------------ what proves a slip


def _is_left_out(run: Run, before: Member, here: Member, between: Sequence[PrintedLine]) -> bool:
    """Nothing stands between the neighbours where the missing items could have been lost, and their numbers are nowhere there.

    In print a number of another shape at the same place may be the missing one, misread or mistyped.
    """
    pages = (here.line.place.page or 0) - (before.line.place.page or 0)
    if pages not in (0, 1) or any(line.table or (line.nomor and is_printed_beside(before.line, line)) for line in between):
        return False
    cores = [marker(run.style, place).strip("().") for place in range(before.place + 1, here.place)]
    signs = "|".join((*cores, *(_MISREAD[core] for core in cores if core in _MISREAD)))
    printed = re.compile(rf"(?:^|[\s:;(])(?:{signs})\s?[.),:]|^(?:{signs})\s+[A-Z]", re.IGNORECASE)
    return not any(printed.search(line.text) for line in (before.line, *between))


def _is_begun_twice(run: Run, before: Member, here: Member, between: Sequence[PrintedLine]) -> bool:
    """Two neighbours with the first number, all between them set deeper, and the list goes on after them."""
    left = before.line.place.bbox
    deeper = left is not None and all(line.place.bbox is not None and line.place.bbox[0] > left[0] + _DEEPER for line in between)
    return deeper and len(run.members) > 2 and not _alike(before.line, here.line)


def _is_within_chapter(lines: Sequence[PrintedLine], before: Member, here: Member) -> bool:
    """The chapter's heading and that of the next one were both read, so that no heading between the two sections is lost."""
    above = next((line for line in reversed(lines[: before.position]) if not line.zone and begins_chapter(line)), None)
    below = next((line for line in lines[here.position :] if not line.zone and begins_chapter(line)), None)
    one, two = (chapter_number(line.text) if line is not None else None for line in (above, below))
    return one is not None and two == one + 1 and not _alike(before.line, here.line)


def _begins_late(lines: Sequence[PrintedLine], style: str, members: Sequence[Member]) -> bool:
    """A list whose first number is 2, right below the sentence that opens it, and no such list is open above."""
    first = members[0]
    if first.place != 2 or len(members) < _FEWEST or not _in_step(members):
        return False
    before = [found for line in lines[max(0, first.position - _NEAR) : first.position] if (found := dict(readings(line.nomor)).get(style))]
    if before and before[-1] == 1:
        return False
    above = lines[first.position - 1] if first.position else None
    opened = (
        above is not None and not above.nomor and above.level is None and bool(_OPENING.search(above.text)) and not _ONE.search(above.text)
    )
    return opened and _on_one_page(above, first.line)


def _on_one_page(above: PrintedLine | None, line: PrintedLine) -> bool:
    return above is not None and above.place.page == line.place.page


def _is_boundary(line: PrintedLine) -> bool:
    """A heading under which lists begin anew: one without a number, or with a dotted one."""
    return not line.zone and not line.rest and line.level is not None and (not line.nomor or bool(_DOTTED.match(line.nomor)))


def _alike(one: PrintedLine, two: PrintedLine) -> bool:
    """The same item printed again: more than half of the words are common."""
    mine, yours = ({word.casefold() for word in _WORDS.findall(line.name)} for line in (one, two))
    return not mine or not yours or 2 * len(mine & yours) > min(len(mine), len(yours))


# ------------------------------------------------------------------ what is said of it


def _told(run: Run, before: Member, here: Member) -> Numbered:
    stated, right = here.line.nomor, marker(run.style, before.place + 1)
    if here.place > before.place:
        gone = show.joined(marker(run.style, place) for place in range(before.place + 1, here.place))
        message = f"Sesudah {before.line.nomor} tercetak {stated} “{here.line.name}”: {gone} tidak ada."
    else:
        printed = f"Sesudah {before.line.nomor} “{before.line.name}” tercetak {stated} “{here.line.name}”"
        message = f"{printed}, padahal gilirannya {right.rstrip('.')}."
    return Numbered(
        Comparison(Verdict.TEMUAN, stated, right), (where_printed(here.line), where_printed(before.line)), message, Severity.RENDAH
    )


def _late(run: Run, member: Member) -> Numbered:
    first = member.line
    right = marker(run.style, 1)
    message = f"Daftar dimulai dengan {first.nomor} “{first.name}”: {right} tidak ada."
    return Numbered(Comparison(Verdict.TEMUAN, first.nomor, right), (where_printed(first),), message, Severity.RENDAH)


def where_printed(line: PrintedLine) -> Location:
    """A printed line as evidence."""
    return Location(line.place, line.text, row=line.text)
