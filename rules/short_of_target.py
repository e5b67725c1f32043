"""Sentences that count the indicators of a table which fell short: `dari Tabel 3.1 terlihat ada 5 indikator yang kurang dari target`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.claims import years_fit
from rules.counts_told import NUMBER, value_of
from rules.exact import HUNDRED
from rules.facts import Fact, Location, Measure, Peran, ReportView, Tabel
from rules.outcome import Comparison, Verdict
from rules.texts import holds, sentences_with

_TABLE = re.compile(r"\btab(?:el|le)\s*\.?\s*(?P<nomor>[0-9IVX]{1,4}(?:\.\d{1,3})*)", re.IGNORECASE)
_SHORT = re.compile(
    rf"\b(?P<said>(?P<number>{NUMBER})\s*(?:\([\w ]{{1,20}}\)\s*)?indi[ck]ator(?:\s+(?:kinerja|sasaran|utama|strategis)){{0,3}}\s+"
    r"(?:yang\s+)?(?:\w+\s+){0,2}?"
    r"(?:kurang\s+dari|di\s?bawah|(?:tidak|belum)\s+(?:dapat\s+)?(?:mencapai|memenuhi))\s+target)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Short:
    """A stated number of indicators below their targets, with the rows of the table that are."""

    result: Comparison
    places: tuple[Location, ...]
    tabel: Tabel


def short_of_target(report: ReportView) -> Iterator[Short]:
    """Every such count of a sentence that names the one table it is taken from, if all rows of that table have a capaian."""
    for sentence in sentences_with(report, "tabel"):
        if not holds(sentence.text, "indikator", "indicator") or not holds(sentence.text, "target"):
            continue
        found = list(_SHORT.finditer(sentence.text))
        named = {match["nomor"].upper() for match in _TABLE.finditer(sentence.text)}
        tables = [tabel for tabel in report.tables if tabel.nomor.upper() in named]
        facts = _capaian(tables[0], report.identity.year) if len(found) == len(named) == len(tables) == 1 else []
        if facts:
            below = [fact for fact in facts if fact.quantity is not None and fact.quantity.value < HUNDRED]
            said, count = " ".join(found[0]["said"].split()), value_of(found[0]["number"])
            verdict = Verdict.LOLOS if len(below) == count else Verdict.TEMUAN
            places = (sentence.location, *(fact.location for fact in below))
            yield Short(Comparison(verdict, said, str(len(below))), places, tables[0])


def _capaian(tabel: Tabel, year: int | None) -> list[Fact]:
    """The capaian of this year of each indicator; nothing where a row has none, or two."""
    rows = [baris for baris in tabel.baris if baris.peran == Peran.RINCIAN]
    every = [[f for f in baris.all(Measure.CAPAIAN) if f.quantity is not None and years_fit(f.year, year)] for baris in rows]
    alone = all(len(facts) == 1 for facts in every) and all(baris.subject.startswith("indikator:") for baris in rows)
    return [facts[0] for facts in every] if alone else []
