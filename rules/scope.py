"""Whether a sentence limits its figure to a part of what a row is about, or speaks of more than the agency."""

from __future__ import annotations

import re
from functools import cache

from rules.facts import Identity
from rules.reference import load

_PARTS = ("sumber", "waktu", "tempat", "rencana", "bagian", "batas")


def of_a_part(sentence: str, subject: str, who: Identity) -> bool:
    """Whether words of the sentence, other than the names of its subject, agency and region, limit what it says."""
    return bool(_pattern(_PARTS).search(_without_names(sentence, subject, who)))


def of_more(sentence: str, who: Identity) -> bool:
    """Whether it speaks of the budget of the region, of all agencies, or of a cause shared by several."""
    return bool(_pattern(("lebih_luas",)).search(_without_names(sentence, "", who)))


def _without_names(sentence: str, subject: str, who: Identity) -> str:
    said = " ".join(sentence.casefold().split())
    for name in (subject, f"{who.agency.value} {who.region.value}", who.agency.value, who.region.value):
        if name.strip():
            said = said.replace(" ".join(name.casefold().split()), " ")
    return said


@cache
def _pattern(groups: tuple[str, ...]) -> re.Pattern[str]:
    words = (word for group in groups for word in load.table("lingkup")[group])
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
