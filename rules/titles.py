"""Names and titles by their words: which stand in a text, and which two are told alike."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset({"dan", "yang", "dengan", "dari", "tahun", "untuk", "pada", "terhadap"})
_BEGINNING = 5
_ALIKE_OF_TEN = 6


def plain_words(text: str) -> str:
    """A text in small letters without its punctuation, one blank between two words."""
    return " ".join(_WORD.findall(text.casefold()))


def title_words(name: str) -> frozenset[str]:
    """The words of a title by their beginnings: spellings differ at their ends."""
    return frozenset(word[:_BEGINNING] for word in _LONG_WORD.findall(name.casefold()) if word not in _SMALL)


def are_alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two titles share most of their words."""
    return bool(one) and 20 * len(one & two) >= _ALIKE_OF_TEN * (len(one) + len(two))
