"""Assessments that a sentence calls outstanding, while a table or another sentence states what they came to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rules import show
from rules.claims import is_akip
from rules.facts import Location, Measure, Mention, ReportView
from rules.outcome import Comparison, Verdict
from rules.said import Pending

UNTIED = "tidak pasti penilaian apa yang ditunggu"
MEANWHILE = "laporan menjelaskan bahwa angka lain dipakai untuk sementara"
_INDICATOR = "indikator:"


@dataclass(frozen=True, slots=True)
class Awaited:
    """One sentence with what is stated elsewhere of the indicator it calls outstanding; the sentence comes first."""

    name: str
    result: Comparison
    places: tuple[Location, ...]


def awaited(report: ReportView) -> Iterator[Awaited]:
    """Every sentence that calls an assessment outstanding."""
    by_text: dict[str, list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        by_text[mention.location.text].append(mention)
    for one in report.said.pending:
        yield _judged(report, one, _subject(report, one, by_text))


def _subject(report: ReportView, one: Pending, by_text: dict[str, list[Mention]]) -> str:
    """The indicator whose target the sentence states; else the only indicator of the AKIP score, where it speaks of that."""
    said = {m.subject for m in by_text.get(one.location.text, ()) if m.subject.startswith(_INDICATOR) and m.year == report.identity.year}
    if not said and is_akip(one.location.text):
        said = {b.subject for t in report.tables for b in t.baris if b.subject.startswith(_INDICATOR) and is_akip(b.name)}
    return said.pop() if len(said) == 1 else ""


def _judged(report: ReportView, one: Pending, subject: str) -> Awaited:
    if one.meanwhile:
        return Awaited("", Comparison(Verdict.TAK_DIPERIKSA, one.words, "", reason=MEANWHILE), (one.location,))
    if not subject:
        return Awaited("", Comparison(Verdict.TAK_DIPERIKSA, one.words, "", reason=UNTIED), (one.location,))
    rows = report.of_subject(subject)
    name = rows[0][1].name if rows else ""
    year = report.identity.year
    cells = [f for _, baris in rows for f in baris.all(Measure.KINERJA) if f.quantity is not None and f.year == year and year is not None]
    told = [m for m in report.mentions if (m.subject, m.measure, m.year) == (subject, Measure.KINERJA, year)]
    found = [(show.printed(f.number), f.location) for f in cells] + [(show.printed(m.quantity), m.location) for m in told]
    if any("*" in text for text, _ in found):  # a footnote explains the figure
        return Awaited(name, Comparison(Verdict.TAK_DIPERIKSA, one.words, "", reason=MEANWHILE), (one.location,))
    verdict = Verdict.TEMUAN if found else Verdict.LOLOS
    expected = found[0][0] if found else ""
    return Awaited(name, Comparison(verdict, one.words, expected), (one.location, *(place for _, place in found)))
