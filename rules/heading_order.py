"""Dotted numbers of headings that leave one out, or that count on in the section before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from rules.facts import Heading, ReportView
from rules.heading_numbers import alike
from rules.numbering import Numbered
from rules.outcome import Comparison, Severity, Verdict

Dotted: TypeAlias = tuple[int, ...]

_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_FEWEST = 3
_SECTION, _BELOW = 2, 3


def out_of_order(report: ReportView) -> Iterator[Numbered]:
    """Each heading that follows three or more in order: with the next number, or with one after a number that nowhere stands."""
    seen: dict[Dotted, Heading] = {}
    section: Dotted = ()
    for heading in report.headings:
        if not _DOTTED.fullmatch(heading.nomor.strip()):
            continue
        number = tuple(map(int, heading.nomor.strip().rstrip(".").split(".")))
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
    elif lacking not in seen and _runs_to(seen, before) and not _may_stand(report, lacking, seen[before], heading):
        last, right = seen[before], _printed(lacking)
        message = f"Judul “{heading.text}” bernomor {heading.nomor} sesudah {last.nomor} “{last.text}”; nomor {right} tidak ada."
        yield Numbered(Comparison(Verdict.TEMUAN, heading.nomor, right), (heading.location, last.location), message, Severity.RENDAH)


def _runs_to(seen: Mapping[Dotted, Heading], number: Dotted) -> bool:
    """Whether the headings from 1 up to a number all stand."""
    return number[-1] >= _FEWEST and all((*number[:-1], place) in seen for place in range(1, number[-1] + 1))


def _may_stand(report: ReportView, number: Dotted, one: Heading, two: Heading) -> bool:
    """Whether a number is printed anywhere, not as a part of a longer one, or may be on a page without text between two headings."""
    pattern = re.compile(r"(?<![\d.])" + r"\s?\.\s?".join(map(str, number)) + r"(?!\d|\s?\.\s?\d)")
    first, last = one.location.place.page or 0, two.location.place.page or 0
    return any(first <= page <= last for page in report.bare_pages) or any(pattern.search(line.text) for line in report.lines)


def _of_section_before(first: Heading, section: Heading, right: str, heading: Heading) -> Iterator[Numbered]:
    """`3.1.1` as the first heading of 3.2, where 3.1.1 has another title in 3.1."""
    if not alike(first, heading):
        where = f"di bawah {section.nomor} “{section.text}”"
        message = f"Judul “{heading.text}” bernomor {heading.nomor} {where}; nomor itu milik “{first.text}”."
        result = Comparison(Verdict.TEMUAN, heading.nomor, right)
        yield Numbered(result, (heading.location, first.location), message, Severity.RENDAH)


def _printed(number: Sequence[int]) -> str:
    return ".".join(map(str, number))
