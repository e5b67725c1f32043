"""How many sasaran and indicators sentences say the agency has, and how many its tables list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.dates import ANY_YEAR
from rules.facts import Jenis, Location, ReportView
from rules.texts import sentences_with

_WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
NUMBER = rf"\d{{1,2}}|{'|'.join(_WORDS)}"
_PAIR = re.compile(
    rf"\b(?:memiliki|mempunyai|menetapkan|ditetapkan|memuat)\s+(?:sebanyak\s+)?(?P<pair>(?P<sasaran>{NUMBER})\s*(?:\(\w+\)\s*)?sasaran(?:\s+(?:strategis|kinerja))?\s+(?:dengan|dan)\s+"
    rf"(?P<indikator>{NUMBER})\s*(?:\(\w+\)\s*)?indikator\b)",
    re.IGNORECASE,
)
# The sentence tells of a change, of a plan, or of what belongs to one tujuan, bidang or sasaran only.
_OTHERWISE = re.compile(
    r"\b(?:semula|menjadi|renstra|rpjmd|misi|bidang|bagian|seksi|masing-masing|sebelumnya|\d\s*tujuan|tujuan\s*\d)\b", re.IGNORECASE
)
_OF_INDICATORS = (Jenis.PERJANJIAN_KINERJA, Jenis.CAPAIAN)


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence's count of sasaran and of indicators."""

    sasaran: int
    indikator: int
    words: str
    location: Location


def pairs(report: ReportView) -> Iterator[Pair]:
    """Every sentence that says that the agency has so many of both in the report's year."""
    for sentence in sentences_with(report, "indikator"):
        found = _PAIR.search(sentence.text)
        if found is None or _OTHERWISE.search(sentence.text) or set(ANY_YEAR.findall(sentence.text)) - {str(report.identity.year)}:
            continue
        yield Pair(value_of(found["sasaran"]), value_of(found["indikator"]), " ".join(found["pair"].split()), sentence.location)


def most_listed(report: ReportView) -> tuple[int, Location | None]:
    """The most indicators that one table of performance of this year lists, and where it stands."""
    best: tuple[int, Location | None] = (0, None)
    for tabel in report.tables:
        if tabel.jenis in _OF_INDICATORS and tabel.year in (None, report.identity.year):
            count = len({baris.subject for baris in tabel.baris if baris.subject.startswith("indikator:")})
            best = max(best, (count, tabel.location), key=lambda one: one[0])
    return best


def value_of(text: str) -> int:
    """A small number in digits or as a word."""
    return int(text) if text.isdigit() else _WORDS.index(text.casefold()) + 1
