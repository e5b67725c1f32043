"""Wholes that a sentence takes apart, `6.493 ekor terdiri dari ayam buras 2.699 ekor dan itik 3.789 ekor`, or adds up: `sehingga total`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.normalize.narrative_places import place_of
from pipeline.normalize.number_prose import Found, find_in_prose
from rules.facts import Location, Sentence
from rules.quantity import PERSEN, RUPIAH
from rules.said import Parts
from rules.texts import holds

LONGEST = 1200
FEWEST = 2

_OPENS = re.compile(
    r"\b(?:ter)?(?:diri|bagi)\s+(?:dari|atas|menjadi)\b|\bdengan\s+rincian\b|\bmasing-masing\b|\brinciannya\b|,\s*(?P<loosely>yaitu|yakni|meliputi)\b",
    re.IGNORECASE,
)
_OPENING = ("diri", "bagi", "rincian", "masing", "yaitu", "yakni", "meliputi")
_ADDS_UP = re.compile(
    r"\b(?:sehingga|jadi|maka|dengan\s+demikian)\s*,?\s+(?:total|jumlah)\w*\b[^;]{0,160}?"
    r"(?:\b(?:adalah|sebesar|menjadi|sejumlah|mencapai)\b|(?=\brp\b))",
    re.IGNORECASE,
)
_TOTALLING = ("sehingga", "jadi", "maka", "demikian")
_BESIDES = re.compile(r"\b(?:selain|ditambah|di\s?samping|sisanya|sedangkan)\b", re.IGNORECASE)
_PARTLY = re.compile(
    r"\b(?:antara\s+lain|diantaranya|di\s+antaranya|sebagian|termasuk|misalnya|lebih|kurang|sekitar|hingga|atau|rata-rata|per(?!\s+(?:\d{1,2}\s+[a-z]+\s+\d{4}|tanggal|akhir)\b))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")
_NO_NAME = frozenset(("sebesar", "sebanyak", "sejumlah", "yaitu", "serta", "dengan", "untuk", "dana", "anggaran", "alokasi", "belanja"))


def parts(prose: Sequence[Sentence]) -> Iterator[Parts]:
    """Every whole number of things that a sentence takes apart into two or more counts of the same unit."""
    for sentence in prose:
        text = sentence.text
        opens = _OPENS.search(text) if len(text) <= LONGEST and holds(text, *_OPENING) else None
        if opens is None or _PARTLY.search(text):
            continue
        numbers = find_in_prose(text)
        before = [found for found in numbers if found.end <= opens.start()]
        after = [found for found in numbers if found.start >= opens.end()]
        listed = before and len(after) >= FEWEST and _same_things(before[-1], after) and not _is_numbering(after)
        if listed and opens.start() - before[-1].end <= 60:
            yield Parts(
                before[-1].quantity,
                tuple(found.quantity for found in after),
                Location(place_of(sentence, before[-1].start), text),
                tuple(_names(text, opens.end(), after)),
                loosely=opens["loosely"] is not None,
            )


def sums(prose: Sequence[Sentence]) -> Iterator[Parts]:
    """Every amount that a sentence says is the total of the one it names besides and of those before it, also in the sentence above."""
    for before, sentence in zip((None, *prose), prose, strict=False):
        text = sentence.text
        adds = _ADDS_UP.search(text) if len(text) <= LONGEST and holds(text, *_TOTALLING) else None
        if adds is None or _PARTLY.search(text) or not _BESIDES.search(text[: adds.start()]):
            continue
        numbers = [found for found in find_in_prose(text) if found.quantity.unit == RUPIAH]
        parts_ = [found.quantity for found in numbers if found.end <= adds.start()]
        whole = next((found for found in numbers if found.start >= adds.end()), None)
        if len(parts_) == 1 and before is not None and before.heading == sentence.heading and len(before.text) <= LONGEST:
            parts_ = [*(found.quantity for found in find_in_prose(before.text) if found.quantity.unit == RUPIAH), *parts_]
        if whole is not None and len(parts_) == FEWEST:
            yield Parts(whole.quantity, tuple(parts_), Location(place_of(sentence, whole.start), text))


def _names(text: str, start: int, after: Sequence[Found]) -> Iterator[frozenset[str]]:
    """The words between one number and the next that may name what the next one counts."""
    for found in after:
        yield frozenset(_WORD.findall(text[start : found.start].casefold())) - _NO_NAME
        start = found.end


def _same_things(whole: Found, found: Sequence[Found]) -> bool:
    """Whether all count alike: whole numbers of one unit, or parts named by what they are (`1 kepala dinas`); no percentages."""
    units, named = {one.quantity.unit.casefold() for one in found}, whole.quantity.unit.casefold()
    alike = units == {named} or (units == {""} and named not in ("", RUPIAH.casefold()))
    return alike and named != PERSEN and all(one.quantity.decimals <= 0 for one in (whole, *found))


def _is_numbering(found: Sequence[Found]) -> bool:
    """`3 program, yaitu Program 1, Program 2 dan Program 3`."""
    return [int(one.quantity.value) for one in found] == list(range(1, len(found) + 1))
