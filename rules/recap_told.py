"""Counts of indicators by predikat that a sentence gives, held against the recap right above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.counts_told import NUMBER, value_of
from rules.exact import EXACT
from rules.facts import Location, ReportView, Sentence
from rules.outcome import Comparison, Verdict
from rules.recap import plain_label
from rules.said import Counted, Recap
from rules.texts import sentences_with

_NEAR_LINES, _NEAR_PAGES = 12, 1
_OTHER = re.compile(r"\b(?:triwulan|semester|tahun\s+(?:lalu|sebelumnya)|misi|bidang|program|sasaran\s+\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ToldCount:
    """A count in a sentence and the row of the recap that counts the same."""

    words: str
    row: Counted
    result: Comparison
    places: tuple[Location, ...]


def told_counts(report: ReportView) -> Iterator[ToldCount]:
    """Every `2 (dua) indikator dengan kategori sangat baik` below a recap that has this class."""
    if not report.said.recaps:
        return
    for sentence in sentences_with(report, "indikator"):
        recap = _above(report.said.recaps, sentence)
        if recap is not None and not _OTHER.search(sentence.text):
            for found in _pattern(recap).finditer(sentence.text):
                row = next(row for row in recap.rows if plain_label(row.label) == plain_label(found["label"]))
                yield _held(sentence, found, row)


def _held(sentence: Sentence, found: re.Match[str], row: Counted) -> ToldCount:
    count = value_of(found["count"])
    verdict = Verdict.LOLOS if count == row.count else Verdict.TEMUAN
    gap = EXACT.abs(EXACT.create_decimal(count - row.count))
    words = " ".join(found.group().split())
    return ToldCount(words, row, Comparison(verdict, str(count), str(row.count), str(gap), gap=gap), (sentence.location, row.location))


def _above(recaps: Sequence[Recap], sentence: Sentence) -> Recap | None:
    """The last recap that stands close above a sentence."""
    near = [recap for recap in recaps if _is_close_above(recap.rows[-1].location, sentence.location)]
    return near[-1] if near else None


def _is_close_above(one: Location, two: Location) -> bool:
    above, here = one.place, two.place
    if above.line is not None and here.line is not None:
        return 0 < here.line - above.line <= _NEAR_LINES
    if above.page is None or here.page is None or above.bbox is None or here.bbox is None:
        return False
    return above.bbox[3] <= here.bbox[1] if above.page == here.page else 0 < here.page - above.page <= _NEAR_PAGES


def _pattern(recap: Recap) -> re.Pattern[str]:
    """Longer classes first: `sangat baik` is not `baik`."""
    labels = sorted((plain_label(row.label) for row in recap.rows), key=len, reverse=True)
    said = "|".join(r"\s+".join(map(re.escape, label.split())).replace(r"\s+/\s+", r"\s*/\s*") for label in labels)
    return re.compile(
        rf"\b(?P<count>{NUMBER})\s*(?:\(\w+\)\s*)?indikator\s+(?:kinerja\s+)?(?:yang\s+)?(?:dengan|ber|termasuk|masuk|dalam|memperoleh|mendapat\w*)?\s*"
        rf"(?:dalam\s+)?(?:kategori|katagori|predikat|kriteria)\s+[“\"‘']?(?P<label>{said})\b",
        re.IGNORECASE,
    )
