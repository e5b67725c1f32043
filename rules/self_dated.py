"""Sentences in which a report speaks of itself and names an earlier year: taken over from the report of that year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.dates import ANY_YEAR, PERIOD
from rules.facts import Location, ReportView
from rules.outcome import Comparison, Verdict
from rules.texts import sentences_with

_EARLIER = 3
_LONGEST = 600
_REPORT = r"(?:laporan\s+(?:akuntabilitas\s+)?kinerja(?:\s+instansi\s+pemerintah)?|lak[ij]p|lkj?ip)\b"
_SELF = re.compile(
    r"\b(?:di\w{4,12}kan|dimuat)\s+(?:di\s?dalam|dalam|pada)\s+(?:dokumen\s+)?laporan\s+ini\b"
    rf"|^\W*{_REPORT}(?:\s*\([^()]{{2,12}}\))?(?:\s+ini)?\s+(?:merupakan|adalah)\b"
    rf"|\b(?:mendasari|dasar\s+hukum|landasan|maksud|tujuan)\b[^.;:]{{0,40}}\bpenyusunan\s+{_REPORT}",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:nomor|no\.|\w*banding\w*|sebelum\w*|lalu|evaluasi\w*|data|sejak)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SelfDated:
    """The year of a sentence about the report itself against the report's."""

    result: Comparison
    places: tuple[Location, ...]


def self_dated(report: ReportView) -> Iterator[SelfDated]:
    """Every sentence about this report with one year: the report's, or one of the three before it.

    Where most of them name another year it may be that one, and the report's was misread.
    """
    found = list(_of_itself(report, report.identity.year)) if report.identity.year is not None else []
    wrong = sum(one.result.verdict == Verdict.TEMUAN for one in found)
    if 2 * wrong <= len(found) + 1:
        yield from found


def _of_itself(report: ReportView, year: int) -> Iterator[SelfDated]:
    may_be = {year, *range(year - _EARLIER, year)}
    for sentence in sentences_with(report, "laporan ini", "laporan kinerja", "laporan akuntab", "kip", "jip"):
        text = sentence.text
        years = {int(said) for said in ANY_YEAR.findall(text)} if len(text) <= _LONGEST else set()
        if len(years) == 1 and years <= may_be and _SELF.search(text) and not (PERIOD.search(text) or _OTHERS.search(text)):
            (stated,) = years
            verdict = Verdict.LOLOS if stated == year else Verdict.TEMUAN
            result = Comparison(verdict, f"Tahun {stated}", f"Tahun {year}")
            places = (sentence.location,) if report.identity.year_location is None else (sentence.location, report.identity.year_location)
            yield SelfDated(result, places)
