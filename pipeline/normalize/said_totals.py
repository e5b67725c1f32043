"""Figures that a sentence names one after the other before it says what they make together: `..., sehingga seluruhnya 87 orang`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.normalize.narrative_places import place_of
from pipeline.normalize.number_prose import Found, find_in_prose
from rules.facts import Location, Sentence
from rules.quantity import PERSEN, RUPIAH
from rules.said import Parts
from rules.texts import holds

LONGEST = 900
_FEWEST, _MOST = 2, 12
_WORDS = ("total", "jumlah", "seluruh")

_TOGETHER = re.compile(
    r"(?:^|[,;:]|\b(?:sehingga|jadi|maka|demikian|atau|dan)\b)[^.\d]{0,70}?"
    r"\b(?:total(?:nya)?|(?:ber)?jumlah(?:nya)?|(?:ke)?seluruh(?:an)?(?:nya)?)\b[^.;\d]{0,70}$",
    re.IGNORECASE,
)
_CONCLUDES = re.compile(r"\b(?:sehingga|jadi|maka|demikian|total(?:nya)?|(?:ke)?seluruhan(?:nya)?|seluruhnya)\b", re.IGNORECASE)
# Between the parts: what says that the next figure is no part, or only some of them are named; a bracket that holds a figure, too.
_NO_PART = re.compile(
    r"\b(?:\w*realisasi\w*|\w*serap\w*|\w*gunakan|sisa\w*|menjadi|perubahan|semula|bertambah|berkurang|dikurangi|naik|turun|meningkat|menurun"
    r"|target\w*|dari|antara|diantaranya|termasuk|misalnya|sebagian|dibanding\w*|per|setiap|masing-masing|selama|kumulatif|dengan(?!\s+demikian)|atau|lebih|kurang"
    r"|rata-rata|untuk|sampai|hingga|s/d|sejak|dicabut|keluar|pengeluaran|penyaluran|disalurkan|pemakaian|pensiun)\b|\((?![^()\d]*\))|^[^(]*\)",
    re.IGNORECASE,
)

# What is told behind the parts is the total of more, or of another thing.
_OF_MORE = re.compile(r"\b(?:sedangkan|sementara|target\w*|melampaui|melebihi|stok|saldo|akhir|periode|terdaftar)\b", re.IGNORECASE)


def totals(prose: Sequence[Sentence]) -> Iterator[Parts]:
    """Every total that stands behind all of its parts: figures of its own unit, with nothing but their names in between."""
    for sentence in prose:
        text = sentence.text
        if len(text) <= LONGEST and holds(text, *_WORDS):
            numbers = find_in_prose(text)
            for index in range(_FEWEST, len(numbers)):
                if (found := _parts(text, numbers, index)) is not None:
                    yield Parts(found[0].quantity, tuple(p.quantity for p in found[1]), Location(place_of(sentence, found[0].start), text))


def _parts(text: str, numbers: Sequence[Found], index: int) -> tuple[Found, Sequence[Found]] | None:
    """A total and the figures before it, back to the first of its unit."""
    whole = numbers[index]
    gap = text[numbers[index - 1].end : whole.start]
    concludes = _CONCLUDES.search(gap)
    if concludes is None or not _TOGETHER.search(gap) or _NO_PART.search(gap[: concludes.end()]) or _OF_MORE.search(gap):
        return None
    first = index
    while first and _is_alike(numbers[first - 1], whole):
        first -= 1
    parts = numbers[first:index]
    between = [text[one.end : two.start] for one, two in pairwise(parts)]
    named = all(len(gap) <= 80 and not _NO_PART.search(gap) for gap in between)
    return (whole, parts) if _FEWEST <= len(parts) <= _MOST and first == 0 and named else None


def _is_alike(part: Found, whole: Found) -> bool:
    """One unit, or a count whose noun is not known as one; amounts of money and percentages with their like only."""
    one, two = part.quantity.unit.casefold(), whole.quantity.unit.casefold()
    if RUPIAH.casefold() in (one, two) or PERSEN in (one, two):
        return one == two
    return one == two or not one or not two
