"""Years that sentences compare, falls that they tell, and regulations that are dated or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules.dates import MONTH, PERIOD, YEAR
from rules.facts import Sentence
from rules.said import ComparedYears, Fall, Law
from rules.texts import holds

LONGEST = 700

_ANY_YEAR = re.compile(rf"(?<![\d/.,]){YEAR}(?![\d/.,]\d)")
_CHANGE = re.compile(
    r"\b(?:meningkat\w*|peningkatan|kenaikan|naik|bertambah|menurun|penurunan|turun|berkurang|pertumbuhan)\b", re.IGNORECASE
)
# What is compared with may be named before its year, but nothing that has a year of its own kind: a target, a plan, another region.
_COMPARED = re.compile(
    rf"\bdi\s?banding(?:kan)?(?:\s+(?:dengan|pada|di|realisasi|anggaran|capaian|kinerja|jumlah|nilai|angka|persentase|kondisi|hasil|produksi))*\s+tahun\s+({YEAR})\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    rf"\b(?:sama|setara)\s+(?:seperti|dengan)(?:\s+(?:pada|di|realisasi|anggaran|capaian|kinerja|jumlah|nilai|angka|persentase|kondisi|hasil))*\s+tahun\s+({YEAR})\b",
    re.IGNORECASE,
)
_SAMENESS = ("sama ", "setara")
_OPENS = re.compile(r"\s*(?:(?:jika|apabila|bila|kalau|dan)\s+)?di\s?banding", re.IGNORECASE)
_OTHERS = re.compile(
    rf"\b(?:target\w*|renstra|rpjmd|perjanjian|nasional|provinsi|triwulan|semester|{MONTH}|bulan|standar)\b",
    re.IGNORECASE,
)

_KIND = (
    r"(?:undang\s?-?\s?undang|peraturan\s+(?:pemerintah|presiden|daerah|gubernur|bupati|wali\s?kota|menteri)(?:\s+(?!nomor|no\b|tahun)[a-z/]+){0,9}"
    r"|keputusan\s+(?:presiden|gubernur|bupati|wali\s?kota|menteri|kepala)(?:\s+(?!nomor|no\b|tahun)[a-z/]+){0,9}|permen\w+|perpres|perda|pergub|perbup|perwali|uu|pp)"
)
_NUMBER = rf"(?:nomor|no)\W{{0,3}}[\w./-]{{1,25}}\s+tahun\s+({YEAR})"
_LAW = re.compile(rf"\b({_KIND}\W+{_NUMBER})", re.IGNORECASE)
_DATED = re.compile(rf"\b({_KIND}\W+{_NUMBER}),?\s+(?:ter)?tanggal\s+(\d{{1,2}}\s+[a-z]+\s+({YEAR}))", re.IGNORECASE)
_CHANGED = re.compile(
    r"sebagaimana\s+(?:yang\s+)?(?:telah\s+)?(?:beberapa\s+kali\s+)?di\s?ubah(?:\s+dan\s+ditambah)?(?:\s+beberapa\s+kali)?,?(?:\s+(?:yang\s+)?terakhir(?:\s+kali)?)?\s+(?:dengan|oleh)\s+$",
    re.IGNORECASE,
)
_NEAR = 400
# A statute is numbered in the year in which the state gazette prints it; ministers' regulations, in another gazette, need not be.
_GAZETTE = re.compile(rf"\((lembaran\s+negara\b[^()\d]{{0,60}}\btahun\s+({YEAR}))\b", re.IGNORECASE)
_STATUTE = re.compile(rf"\b((?:undang\s?-?\s?undang|peraturan\s+(?:pemerintah|presiden)|uu|pp|perpres)\W+{_NUMBER})", re.IGNORECASE)

_MINUS = "-−–"
_RATE = re.compile(r"\b(?:laju|pertumbuhan|inflasi|minus)\b", re.IGNORECASE)
_FALL = re.compile(
    r"\b(?:menurun|penurunan|turun|berkurang|penyusutan)\b[^.;:%\d\-−–]{0,60}?\b(?:sebesar|sebanyak|sekitar|sejumlah)\s+(?P<size>[-−–]?\s?\d[\d.,]*(?:\s?(?:%|persen))?)",
    re.IGNORECASE,
)


def compared_years(prose: Sequence[Sentence]) -> Iterator[ComparedYears]:
    """Every sentence that compares its own year with another, and every one that opens by comparing with the sentence before."""
    for before, sentence in zip((None, *prose), prose, strict=False):
        text = sentence.text
        same = _SAME.search(text) if len(text) <= LONGEST and holds(text, *_SAMENESS) else None
        found = same or (_COMPARED.search(text) if len(text) <= LONGEST else None)
        if found is None or _OTHERS.search(text):
            continue
        own = _years(text[: found.start()] + text[found.end() :])
        if len(own) == 1 and (same or _CHANGE.search(text)):
            yield ComparedYears(own.pop(), int(found[1]), found.group(), (sentence.location,))
        elif before is not None and _OPENS.match(text) and _CHANGE.search(text):
            earlier = _years(before.text) if len(before.text) <= LONGEST and not _OTHERS.search(before.text) else set()
            if (
                len(earlier) == 1
                and before.heading == sentence.heading
                and any(letter.isdigit() for letter in _ANY_YEAR.sub("", before.text))
            ):
                yield ComparedYears(earlier.pop(), int(found[1]), found.group(), (before.location, sentence.location))


def _years(text: str) -> set[int]:
    if PERIOD.search(text):
        return set()
    return {int(year) for year in _ANY_YEAR.findall(text)}


def dated_laws(prose: Sequence[Sentence]) -> Iterator[Law]:
    """Regulations of which number, year and date are told, or the year of the gazette."""
    for sentence in prose:
        for found in _DATED.finditer(sentence.text):
            yield Law(found[1], int(found[2]), found[3], int(found[4]), sentence.location)
        if "embaran" in sentence.text:
            yield from _printed_laws(sentence)


def _printed_laws(sentence: Sentence) -> Iterator[Law]:
    """Statutes with the year of the gazette in brackets behind them; one that names that year, too, may be cited by another's title."""
    text = sentence.text
    for found in _GAZETTE.finditer(text):
        cited = text[max(text.rfind(mark, 0, found.start()) for mark in ");") + 1 : found.start()]
        laws = list(_STATUTE.finditer(cited))
        if len(laws) == 1 and (laws[0][2] == found[2] or found[2] not in cited):
            yield Law(laws[0][1], int(laws[0][2]), found[1], int(found[2]), sentence.location)


def changed_laws(prose: Sequence[Sentence]) -> Iterator[Law]:
    """Regulations that are said to be changed by another, as the first of the two names."""
    for sentence in prose:
        laws = list(_LAW.finditer(sentence.text)) if "ubah" in sentence.text.casefold() else []
        for one, two in pairwise(laws):
            between = sentence.text[one.end() : two.start()]
            if len(between) <= _NEAR and _CHANGED.search(between):
                yield Law(one[1], int(one[2]), two[1], int(two[2]), sentence.location)


def falls(prose: Sequence[Sentence]) -> Iterator[Fall]:
    """Every fall that is told with its size."""
    for sentence in prose:
        for found in _FALL.finditer(sentence.text):
            # A rate of growth may lie below zero when it falls, and so may what something becomes.
            if _RATE.search(sentence.text) or "menjadi" in found.group():
                continue
            yield Fall(found["size"], found["size"][0] in _MINUS, sentence.location)
