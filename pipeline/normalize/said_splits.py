"""Counts that a sentence takes apart without saying `terdiri dari`: named behind a colon, added up in brackets, or split in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.normalize.narrative_places import place_of
from pipeline.normalize.number_prose import Found, find_in_prose
from rules.facts import Location, Sentence
from rules.quantity import PERSEN, RUPIAH, Quantity
from rules.said import Parts
from rules.texts import holds

LONGEST = 700
_FEWEST_NAMED = 3

_COUNT = r"\d{1,3}(?:\.\d{3})+|\d{1,6}"
# `186 tempat tidur: VIP 12, kelas I 34 dan kelas II 140`: a count, what it counts, and what each of its parts is called.
_NAMED = re.compile(rf"(?<![\d.,/])(?P<whole>{_COUNT})(?P<noun>(?:\s[^\W\d_]+){{1,3}})\s?:\s(?P<items>[^.:;()]{{8,400}}?)\.?\s*$")
_ITEM = re.compile(r"\s*(?:,|\bdan\b|\bserta\b)\s*", re.IGNORECASE)
_NAME_AND_COUNT = re.compile(rf"[^\W\d_][^\d]{{1,60}}\s(?P<count>{_COUNT})(?:\s[^\W\d_]+)?")
# `90.937 kunjungan (21.340 + 22.105 + 47.492)`.
_ADDED = re.compile(
    rf"(?<![\d.,/])(?P<whole>{_COUNT})(?P<noun>(?:\s[^\W\d_]+){{0,3}})\s?\(\s?(?P<items>(?:{_COUNT})(?:\s?\+\s?(?:{_COUNT}))+)\s?(?:=\s?(?P=whole)\s?)?\)"
)
# `Dari 5 indikator, 4 indikator mencapai target dan 1 indikator belum mencapai target`: the two answers to one question.
_OF = re.compile(r"(?:^|[,;]\s)\W*dari\s+(?:total\s+|jumlah\s+|ke)?$", re.IGNORECASE)
_NOT = re.compile(r"[^.;\d]{0,40}?\b(?:belum|tidak)\s+(?:ter|men|mem|meng|me|di|ber)?(?P<stem>[a-z]{4,})", re.IGNORECASE)

_OTHERS = re.compile(r"\b(?:sisanya|selebihnya|masih|menunggu)\b", re.IGNORECASE)


def splits(prose: Sequence[Sentence]) -> Iterator[Parts]:
    """Every count that a sentence takes apart in one of these ways."""
    for sentence in prose:
        if len(sentence.text) > LONGEST:
            continue
        if holds(sentence.text, ":", "+"):
            yield from _listed(sentence)
        if holds(sentence.text, "belum", "tidak"):
            yield from _answered(sentence)


def _listed(sentence: Sentence) -> Iterator[Parts]:
    text = sentence.text
    if (named := _NAMED.search(text)) is not None:
        items = [_NAME_AND_COUNT.fullmatch(item) for item in _ITEM.split(named["items"]) if item]
        counts = [item["count"] for item in items if item is not None]
        if len(counts) == len(items) >= _FEWEST_NAMED and not _is_numbering(counts):
            yield _parts(sentence, named, counts)
    for added in _ADDED.finditer(text):
        yield _parts(sentence, added, re.findall(_COUNT, added["items"]))


def _is_numbering(counts: Sequence[str]) -> bool:
    """`Program 1, Program 2, Program 3`."""
    return counts == [str(place) for place in range(1, len(counts) + 1)]


def _parts(sentence: Sentence, whole: re.Match[str], counts: Sequence[str]) -> Parts:
    noun = " ".join(whole["noun"].split())
    stated = _count(whole["whole"], noun, f"{whole['whole']} {noun}".strip())
    return Parts(stated, tuple(_count(count, noun, count) for count in counts), Location(place_of(sentence, whole.start()), sentence.text))


def _count(digits: str, unit: str, text: str) -> Quantity:
    return Quantity(Decimal(digits.replace(".", "")), 0, 0, unit, text)


def _answered(sentence: Sentence) -> Iterator[Parts]:
    """What is denied of the second part is what was said of the first, and nothing else is counted."""
    text, found = sentence.text, [one for one in find_in_prose(sentence.text) if _is_count(one)]
    if len(found) != 3 or not _OF.search(text[: found[0].start]):
        return
    whole, some, rest = found
    denied = _NOT.match(text, rest.end)
    if denied is not None and not _OTHERS.search(text) and denied["stem"].casefold() in text[some.end : rest.start].casefold():
        yield Parts(whole.quantity, (some.quantity, rest.quantity), Location(place_of(sentence, whole.start), text))


def _is_count(one: Found) -> bool:
    return one.quantity.unit not in (RUPIAH, PERSEN) and one.quantity.decimals == 0
