"""Sentences that name another program than the heading under which they stand, while their figures are the heading's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rules.claims import claims
from rules.exact import HUNDRED, ZERO
from rules.facts import Baris, Location, ReportView, Tabel
from rules.narration_cells import PERFORMANCE, states_all
from rules.once import once
from rules.outcome import Comparison, Verdict
from rules.titles import plain_words

FEWEST = 2

_KINDS = ("program:", "kegiatan:", "sub_kegiatan:")

Row: TypeAlias = tuple[Tabel, Baris]


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A sentence whose figures are those of one row: the name it gives, the row's own, and where both stand."""

    result: Comparison
    places: tuple[Location, ...]


def misnamed(report: ReportView) -> Iterator[Misnamed]:
    """Every claim with a target whose figures are all those of the row that its heading names."""
    names = named_rows(report)
    rows: dict[str, list[Row]] = defaultdict(list)
    for tabel, baris in ((t, b) for t in report.tables for b in t.baris):
        rows[baris.subject].append((tabel, baris))
    for claim in claims(report):
        text = claim.mentions[0].location.text
        stated = [mention for mention in claim.mentions if mention.measure in PERFORMANCE]
        named = under_heading(report, text) if len(stated) >= FEWEST else []
        if len(named) == 1 and any(m.quantity.value not in (ZERO, HUNDRED) for m in stated):
            meant = next((row for row in rows[named[0][1].subject] if states_all(row, stated)), None)
            told = _named(text, names)
            if meant is not None and told:
                yield _judged(meant[1], [baris for _, baris in told], stated[0].location)


@once
def named_rows(report: ReportView) -> dict[str, Row]:
    """A row of each program, kegiatan and sub kegiatan by its name in plain words."""
    return {plain_words(b.name): (t, b) for t in report.tables for b in t.baris if b.subject.startswith(_KINDS)}


@once
def _headings(report: ReportView) -> dict[str, str]:
    return {sentence.text: sentence.heading for sentence in report.sentences if sentence.heading}


def under_heading(report: ReportView, sentence: str) -> list[Row]:
    """The rows that the heading of a sentence names."""
    return _named(_headings(report).get(sentence, ""), named_rows(report))


def _judged(row: Baris, told: Sequence[Baris], place: Location) -> Misnamed:
    same = any(baris.subject == row.subject for baris in told)
    verdict = Verdict.LOLOS if same else Verdict.TEMUAN
    return Misnamed(Comparison(verdict, row.name if same else told[0].name, row.name), (place, row.location))


def _named(text: str, names: Mapping[str, Row]) -> list[Row]:
    """The rows whose names stand in a text in full, each subject once."""
    said = f" {plain_words(text)} "
    found = {row[1].subject: row for name, row in names.items() if f" {name} " in said}
    return list(found.values())
