"""Dotted numbers of headings that leave one out, or that count on in the section before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from rules import show
from rules.facts import Heading, ReportView
from rules.heading_numbers import alike
from rules.numbering import Numbered
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine

Dotted: TypeAlias = tuple[int, ...]

_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_FEWEST = 3
_SECTION, _BELOW = 2, 3


def out_of_order(report: ReportView) -> Iterator[Numbered]:
    """Each heading that follows three or more in order: with the next number, or with one after a number that nowhere stands."""
    seen: dict[Dotted, Heading] = {}
    section: Dotted = ()
    for heading in report.headings:
        number = _number(heading)
        if not number:
            continue
        if number not in seen:
            yield from _counted_on(report, seen, number, heading)
            seen[number] = heading
        elif len(number) == _BELOW and number[-1] == 1 and section == (number[0], number[1] + 1):
            yield from _of_section_before(seen[number], seen[section], f"{_printed(section)}.1", heading)
        if len(number) == _SECTION:
            section = number


def _counted_on(report: ReportView, seen: Mapping[Dotted, Heading], number: Dotted, heading: Heading) -> Iterator[Numbered]:
    before, lacking = ((*number[:-1], number[-1] - step) for step in (2, 1))
    if _runs_to(seen, lacking):
        yield Numbered(Comparison(Verdict.LOLOS, heading.nomor, heading.nomor), (heading.location,))
    elif lacking not in seen and _runs_to(seen, before) and not _is_printed(lacking, report.lines):
        last, right = seen[before], _printed(lacking)
        if _bare_between(report, last, heading):
            return
        message = f"Judul “{heading.text}” bernomor {heading.nomor} sesudah {last.nomor} “{last.text}”; nomor {right} tidak ada."
        yield Numbered(Comparison(Verdict.TEMUAN, heading.nomor, right), (heading.location, last.location), message, Severity.RENDAH)


def of_another_chapter(report: ReportView) -> Iterator[Numbered]:
    """`3.1.4` and then `4.1.5`, `4.1.6`: the count goes on, under the number of another chapter, in which there is nothing before."""
    last: tuple[Dotted, Heading] | None = None
    seen: dict[Dotted, Heading] = {}
    strange: list[tuple[Dotted, Heading]] = []
    for heading in report.headings:
        number = _number(heading)
        if heading.level == 0 or (strange and number and number != _next(strange[-1][0])):
            yield from _strange(last, strange)
            strange, last = [], None if heading.level == 0 else last
        if len(number) == _BELOW and number not in seen:
            if strange or (last is not None and _goes_on(report, seen, last, number, heading)):
                strange.append((number, heading))
            else:
                last = number, heading
        if number:
            seen.setdefault(number, heading)
    yield from _strange(last, strange)


def _goes_on(report: ReportView, seen: Mapping[Dotted, Heading], last: tuple[Dotted, Heading], number: Dotted, heading: Heading) -> bool:
    before, above = last
    right, nearest = _next(before), (*number[:-1], number[-1] - 1)
    counts_on = number[0] != before[0] and number[1:] == right[1:] and before[-1] > 1
    in_body = [line for line in report.lines if not line.zone]  # where the parts are listed, the right number may well stand
    said = ((right, in_body), (nearest, report.lines))
    return (
        counts_on and not any(one in seen or _is_printed(one, lines) for one, lines in said) and not _bare_between(report, above, heading)
    )


def _strange(last: tuple[Dotted, Heading] | None, strange: Sequence[tuple[Dotted, Heading]]) -> Iterator[Numbered]:
    if last is None or not strange:
        return
    right, headings = _printed(_next(last[0])), [heading for _, heading in strange]
    numbers = show.joined(heading.nomor for heading in headings)
    message = f"Judul “{headings[0].text}” bernomor {numbers} sesudah {last[1].nomor} “{last[1].text}”; gilirannya {right}."
    places = (*(heading.location for heading in headings), last[1].location)
    yield Numbered(Comparison(Verdict.TEMUAN, headings[0].nomor, right), places, message, Severity.RENDAH)


def _next(number: Dotted) -> Dotted:
    return *number[:-1], number[-1] + 1


def _number(heading: Heading) -> Dotted:
    """The parts of a dotted number, if a heading has one."""
    nomor = heading.nomor.strip()
    return tuple(map(int, nomor.rstrip(".").split("."))) if _DOTTED.fullmatch(nomor) else ()


def _runs_to(seen: Mapping[Dotted, Heading], number: Dotted) -> bool:
    """Whether the headings from 1 up to a number all stand."""
    return number[-1] >= _FEWEST and all((*number[:-1], place) in seen for place in range(1, number[-1] + 1))


def _is_printed(number: Dotted, lines: Sequence[PrintedLine]) -> bool:
    """Whether a number is printed anywhere, not as a part of a longer one; the pattern begins with a digit, which is sought quickest."""
    first, rest = str(number[0]), r"\s?\.\s?".join(map(str, number[1:]))
    pattern = re.compile(rf"{first}(?<![\d.]{first})\s?\.\s?{rest}(?!\d|\s?\.\s?\d)")
    return any(pattern.search(line.text) for line in lines)


def _bare_between(report: ReportView, one: Heading, two: Heading) -> bool:
    """Whether a page without text lies between two headings, where another may stand."""
    first, last = one.location.place.page or 0, two.location.place.page or 0
    return any(first <= page <= last for page in report.bare_pages)


def _of_section_before(first: Heading, section: Heading, right: str, heading: Heading) -> Iterator[Numbered]:
    """`3.1.1` as the first heading of 3.2, where 3.1.1 has another title in 3.1."""
    if not alike(first, heading):
        where = f"di bawah {section.nomor} “{section.text}”"
        message = f"Judul “{heading.text}” bernomor {heading.nomor} {where}; nomor itu milik “{first.text}”."
        result = Comparison(Verdict.TEMUAN, heading.nomor, right)
        yield Numbered(result, (heading.location, first.location), message, Severity.RENDAH)


def _printed(number: Sequence[int]) -> str:
    return ".".join(map(str, number))
