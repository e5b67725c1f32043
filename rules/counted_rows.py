"""Sentences that say how many programs or kegiatan there are, beside the rows in which the report's tables list them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rules.dates import ANY_YEAR
from rules.facts import AMOUNTS, Location, Peran, ReportView, Tabel
from rules.quantity import Quantity
from rules.texts import places_matching

# What is done with them as a whole; `2 program mendukung sasaran 1` speaks of a part, and so does whatever names one.
_SAID = re.compile(
    r"\b(?:melaksanakan|dilaksanakan|melalui|terdiri\s+(?:dari|atas)|meliputi|mencakup|memuat|untuk|dengan|ada)\s+(?:sebanyak\s+)?"
    r"(?P<number>\d{1,3})\s*(?:\([a-z ]{3,40}\)\s*)?(?P<level>program|kegiatan|sub\s?kegiatan)\b"
    r"(?!\s+(?:yang|prioritas|unggulan|strategis))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d\s*(?:\([a-z ]{3,40}\)\s*)?(?:program|(?:sub\s?)?kegiatan)\b")
_OF_MORE = re.compile(
    r"renstra|rpjmd|rpd\b|periode|apbn|dekonsentrasi|tugas pembantuan|provinsi|pusat|prioritas|bidang|seksi|urusan|masing-masing|lainnya",
    re.IGNORECASE,
)
_OWN_LIST = re.compile(r"\b(?:yaitu|yakni|antara lain|sebagai berikut|total)\b|:", re.IGNORECASE)
_FEWEST = 2
# Who is further off speaks of something else, or we have not read the whole table.
_FARTHEST = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A stated number of programs or kegiatan, and how many different ones the tables list."""

    stated: Quantity
    location: Location
    level: str
    listed: int
    places: tuple[Location, ...]


def counted(report: ReportView) -> Iterator[Counted]:
    """Every sentence that counts programs or kegiatan of the report's year, where a table with its total lists them."""
    lists = {level: _listed(report, level) for level in ("program", "kegiatan", "sub_kegiatan")}
    for sentence in (report.sentences[index] for index in places_matching(report, _NUMBERED)):
        if not (found := list(_SAID.finditer(sentence.text))):
            continue
        years = {year for year in ANY_YEAR.findall(sentence.text) if year != str(report.identity.year)}
        if years or _OF_MORE.search(sentence.text) or _OWN_LIST.search(sentence.text):
            continue
        for match in found:
            level = re.sub(r"sub\s?", "sub_", match["level"].casefold())
            listed = lists[level]
            if len(listed) >= _FEWEST and int(match["number"]) <= len(listed) + _FARTHEST:
                number = Quantity(Decimal(match["number"]), 0, 0, "", match["number"])
                yield Counted(number, sentence.location, match["level"], len(listed), tuple(listed.values()))


def _listed(report: ReportView, level: str) -> dict[str, Location]:
    """The different subjects of a level in the tables of amounts, with where each stands first; none unless one table is summed up."""
    tables = [tabel for tabel in report.tables if _is_of_amounts(tabel) and tabel.year in (None, report.identity.year)]
    if not any(baris.peran == Peran.TOTAL for tabel in tables for baris in tabel.baris):
        return {}
    found: dict[str, Location] = {}
    for tabel in tables:
        for baris in tabel.baris:
            if baris.subject.startswith(f"{level}:"):
                found.setdefault(baris.subject, baris.location)
    return found


def _is_of_amounts(tabel: Tabel) -> bool:
    return any(column.measure in AMOUNTS for column in tabel.columns)
