"""How two names differ, word by word; what only the print did to them (lost spaces, case, punctuation, broken lines) is no difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz

from rules.naming import Selisih

_SLIP = 74
_SHORTEST_SLIP = 4
_ALIKE = str.maketrans("l1|0", "iiio")


def selisih(printed: Sequence[str], meant: Sequence[str]) -> Selisih:
    """The difference of two names given as words in small letters."""
    if "".join(printed) == "".join(meant):
        return Selisih(sama=len(meant))
    printed, meant = _split_alike(printed, meant), _split_alike(meant, printed)
    cut = "".join(meant).startswith("".join(printed))
    salah: list[tuple[str, str]] = []
    hilang: list[str] = []
    lebih: list[str] = []
    same = 0
    for kind, a, b, c, d in SequenceMatcher(None, printed, meant, autojunk=False).get_opcodes():
        if kind == "equal":
            same += b - a
            continue
        ours, theirs = list(printed[a:b]), list(meant[c:d])
        if "".join(ours) == "".join(theirs):
            same += len(theirs)
            continue
        for one, other in list(_pairs(ours, theirs)):
            salah.append((one, other))
            ours.remove(one)
            theirs.remove(other)
        hilang += theirs
        lebih += ours
    return Selisih(tuple(salah), tuple(hilang), tuple(lebih), same, cut)


def _split_alike(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """Words in two where the other name writes them as two: `sumberdaya`, `sumber daya`."""
    joined = {one + two: (one, two) for one, two in pairwise(others)}
    return [part for word in words for part in joined.get(word, (word,))]


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words that are each other's slip, in order."""
    start = 0
    for one in ours:
        for position in range(start, len(theirs)):
            if is_slip(one, theirs[position]):
                yield one, theirs[position]
                start = position + 1
                break


def is_slip(one: str, other: str) -> bool:
    """Whether two words are one word with letters mistyped; numbers are never."""
    if not (one.isalpha() and other.isalpha()) or min(len(one), len(other)) < _SHORTEST_SLIP:
        return False
    return fuzz.ratio(one, other) >= _SLIP or look(one) == look(other)


def look(word: str) -> str:
    """A word as a text layer made by OCR may hold it: `lnforrnasi` looks as `informasi`."""
    return word.replace("rn", "m").translate(_ALIKE)
