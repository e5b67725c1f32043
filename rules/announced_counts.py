"""Sentences that announce a list and say how many items it has: `ditetapkan 5 (lima) misi, yaitu :` above `1.` to `4.`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules.counts_told import NUMBER, value_of
from rules.facts import Location, ReportView
from rules.list_slips import where_printed
from rules.numbering import Numbered
from rules.numerals import marker
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine
from rules.sequences import SAME_INDENT, Run, runs

_NOUN = (
    r"misi|tujuan|sasaran|strategi|kebijakan|program|kegiatan|fungsi|indi[ck]ator|bidang|bagian|sub\s?bagian|seksi|prinsip|aspek|isu"
    r"|tahap(?:an)?|urusan|unsur|faktor|komponen|jenis|pilar|prioritas|langkah|rumus|unit|kategori|kriteria|kendala|permasalahan|dimensi"
)
_SAYS = r"yaitu|yakni|adalah|meliputi|(?:yang\s+)?terdiri\s+(?:dari|atas)"
ANNOUNCED = re.compile(
    rf"(?<![\w.,/-])(?P<number>{NUMBER})\s*(?:\([\w ]{{1,20}}\)\s*)?(?P<noun>{_NOUN})"
    rf"(?P<rest>(?:\s+(?!antara\b|dengan\b|dapat\b)[\w/&-]+){{0,8}}?)"
    rf"\s*,?\s*(?:(?:{_SAYS})(?:\s+sebagai\s+berikut)?|sebagai\s+berikut)?\s*:\s*$",
    re.IGNORECASE,
)
_COUNTED_TOO = re.compile(
    rf"\b(?:{NUMBER})\s*(?:\([\w ]{{1,20}}\)\s*)?(?:{_NOUN})\b[^.,;:]{{0,40}}\b(?:dengan|dan|serta)\s*$", re.IGNORECASE
)
"""Before the number another counted thing: `7 sasaran strategis dengan 9 indikator`."""
_COUNTABLE = re.compile(rf"\b(?:{_NOUN})\b", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:antara\s+lain|diantaranya|masing-masing|sebagian|termasuk)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.;:]\s*$")
_OPENING_LINES = 5
_FEWEST = 2
_OUTER = 60


def announced_counts(report: ReportView) -> Iterator[Numbered]:
    """Every announced number of items, with the list right below it."""
    every = runs(report.lines)
    for run in every:
        if len(run.members) < _FEWEST or not _runs_from_one(run):
            continue
        opening = _opening(report.lines, run)
        found = ANNOUNCED.search(" ".join(line.text for line in opening)) if opening else None
        if found is None or _PARTLY.search(found.string) or counts_more(found):
            continue
        words = " ".join(found.string[found.start() : found.end("rest")].split())
        if found_one := _compared(report.lines, every, (run, opening), (value_of(found["number"]), words)):
            yield found_one


def counts_more(found: re.Match[str]) -> bool:
    """Whether the sentence counts or names a second thing, of which the list may be."""
    return bool(_COUNTABLE.search(found["rest"]) or _COUNTED_TOO.search(found.string, 0, found.start()))


def _runs_from_one(run: Run) -> bool:
    in_step = all(two.place == one.place + 1 for one, two in pairwise(run.members))
    return run.members[0].place == 1 and in_step and not run.resumed


def _opening(lines: Sequence[PrintedLine], run: Run) -> list[PrintedLine]:
    """The sentence that ends in a colon right above a list, line by line."""
    first = run.members[0]
    found: list[PrintedLine] = []
    for line in reversed(lines[max(0, first.position - _OPENING_LINES) : first.position]):
        apart = line.table or line.zone or line.place.page != first.line.place.page or (found and _ENDS.search(line.text))
        if apart or not (found or line.text.rstrip().endswith(":")):
            break
        found.insert(0, line)
        if line.nomor or line.level is not None:
            break
    return found


def _compared(
    lines: Sequence[PrintedLine], every: Sequence[Run], listed: tuple[Run, Sequence[PrintedLine]], told: tuple[int, str]
) -> Numbered | None:
    run, opening = listed
    number, words = told
    count = len(run.members)
    sentence = " ".join(line.text for line in opening)
    places = (Location(opening[0].place, sentence, row=sentence), *(where_printed(member.line) for member in run.members))
    if number == count:
        return Numbered(Comparison(Verdict.LOLOS, words, str(count)), places)
    if _may_go_on(lines, run) if number > count else _may_be_of_another(every, run, number):
        return None
    message = f"Kalimat menyebut {words}, sedangkan daftar di bawahnya memuat {count} butir."
    return Numbered(Comparison(Verdict.TEMUAN, words, f"{count} butir"), places, message, Severity.SEDANG)


# ------------------------------------------------------------------ was the list read to its end, and nothing else with it?


def _may_go_on(lines: Sequence[PrintedLine], run: Run) -> bool:
    """Whether items may have been lost: no line shows on the same page that the list has ended, or the next number stands below."""
    last = run.last
    closing = next((i for i in range(last.position + 1, len(lines)) if _closes(lines[i], run)), None)
    if closing is None or lines[closing].table or lines[closing].place.page != last.line.place.page:
        return True
    following = re.escape(marker(run.style, last.place + 1).strip("()."))
    sign = re.compile(rf"(?:^|\s)\(?{following}\s?[.)]", re.IGNORECASE)
    return any(sign.search(line.text) for line in lines[last.position : closing + 1])


def _closes(line: PrintedLine, run: Run) -> bool:
    """A table, a heading, another number, or in print a line that begins left of the items."""
    one, two = run.members[0].line.place.bbox, line.place.bbox
    outdented = one is not None and two is not None and two[0] < one[0] - SAME_INDENT
    return line.table or line.level is not None or bool(line.nomor) or outdented


def _may_be_of_another(every: Sequence[Run], run: Run, number: int) -> bool:
    """Whether the items too many may belong to an outer list: one of the same shape that stood at their number before."""
    begin = run.members[0].position
    return any(
        other is not run and other.style == run.style and member.place == number and begin - _OUTER < member.position < begin
        for other in every
        for member in other.members
    )
