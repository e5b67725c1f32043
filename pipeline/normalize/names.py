"""Names of programs, kegiatan, sub kegiatan and indicators: one key for one thing, and where prose names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process


class Jenjang(StrEnum):
    """What kind of thing a row's name names."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    INDIKATOR = "indikator"
    SASARAN = "sasaran"
    URAIAN = "uraian"


SPECIFIC_FIRST = (Jenjang.SUB_KEGIATAN, Jenjang.INDIKATOR, Jenjang.KEGIATAN, Jenjang.URAIAN, Jenjang.PROGRAM, Jenjang.SASARAN)

_LEADING = re.compile(r"^(?:(?:sub\s+kegiatan|kegiatan|program|indikator(?:\s+kinerja)?(?:\s+utama)?)\s+)+")
_NUMBERING = re.compile(r"^(?:\(?(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,4})*|[a-z])[.)]\s+|\d+(?:\.\d+)+\s+)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")
_MARKUP = re.compile(r"</?[a-zA-Z][^>]{0,80}>|\*+")
_SPOKEN = {"kab": "kabupaten", "dan": "dan", "penganggaran": "penganggaran"}
_SAME_NAME = 95
_LONG_NAME = 20
_IN_PROSE = 93
_LONG_ENOUGH_FOR_PROSE = 12
_SHORTEST = 4
_PIECE = 4


def plain(text: str) -> str:
    """A printed text without markup, on one line."""
    return " ".join(_MARKUP.sub(" ", text).split())


def unnumbered(text: str) -> str:
    """A printed text on one line without markup and without the number or letter that it begins with."""
    return _NUMBERING.sub("", plain(text))


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """A name as it is compared: case, punctuation, numbering and the leading words Program, Kegiatan, Sub Kegiatan dropped."""
    words = [_SPOKEN.get(word, word) for word in _WORDS.findall(unnumbered(name).casefold())]
    joined = " ".join(words)
    return _LEADING.sub("", joined) or joined


@dataclass(frozen=True, slots=True)
class SubjectHit:
    """A known subject named in a text, at `start` to `end` of that text. `exact` when no letter differs."""

    key: str
    name: str
    jenjang: Jenjang
    start: int
    end: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a report speaks of, under the key by which all its places are found."""

    key: str
    name: str
    jenjang: Jenjang


class Subjects:
    """The subjects of one report. Names that differ by a slip of the pen are one; look-alikes stay apart."""

    def __init__(self, named: Iterable[tuple[str, Jenjang]]) -> None:
        self._by_key: dict[str, Subject] = {}
        self._canonical: dict[tuple[Jenjang, str], str] = {}
        for name, jenjang in named:
            self._add(name, jenjang)
        bare = {subject_key.split(":", 1)[1] for subject_key in self._by_key}
        self._signs: dict[str, int] = {}
        self._sought = [self._pieces_of(name) for name in sorted(bare, key=lambda n: (-len(n), n)) if len(name) >= _SHORTEST]

    def _add(self, name: str, jenjang: Jenjang) -> None:
        bare = key(name)
        if not bare or (jenjang, bare) in self._canonical:
            return
        known = [k for j, k in self._canonical if j == jenjang]
        same = _same_name(bare, known)
        canonical = self._canonical[jenjang, same] if same else f"{jenjang}:{bare}"
        self._canonical[jenjang, bare] = canonical
        self._by_key.setdefault(canonical, Subject(canonical, plain(name), jenjang))

    def _pieces_of(self, bare: str) -> _Sought:
        """Each piece is a bit of a number, the same for all names. A slip is a letter more or less and spoils one piece at most."""
        pieces = {bare[i : i + _PIECE] for i in range(0, len(bare) - _PIECE + 1, _PIECE)}
        mask = sum(self._signs.setdefault(piece, 1 << len(self._signs)) for piece in sorted(pieces))
        # A likeness allows so many of all letters of both.
        spoiled = 2 * len(bare) * (100 - _IN_PROSE) // 100 if len(bare) >= _LONG_ENOUGH_FOR_PROSE else 0
        return _Sought(bare, mask, len(pieces) - spoiled)

    def __iter__(self) -> Iterator[Subject]:
        """Every subject, in the order in which the report first names it."""
        return iter(self._by_key.values())

    def key_of(self, name: str, jenjang: Jenjang) -> str:
        """The subject key of a row's name; empty for a name that says nothing."""
        return self._canonical.get((jenjang, key(name)), "")

    def get(self, subject_key: str) -> Subject | None:
        """The subject of a key."""
        return self._by_key.get(subject_key)

    def named_in(self, text: str) -> tuple[SubjectHit, ...]:
        """The subjects that a text names, longest and most exact first, none inside another.

        A name that stands for a kegiatan and for a sub kegiatan is told by the word before it; without one it counts
        for each of them.
        """
        squashed = " ".join(_WORDS.findall(text)).casefold()
        taken: list[tuple[int, int]] = []
        found: list[tuple[str, tuple[int, int], bool]] = []
        held = 0
        for piece in {squashed[i : i + _PIECE] for i in range(len(squashed))} & self._signs.keys():
            held |= self._signs[piece]
        for sought in self._sought:
            for start, end, exact in _occurrences(sought.bare, squashed) if sought.may_stand_in(squashed, held) else ():
                if all(end <= s or start >= e for s, e in taken):
                    taken.append((start, end))
                    found.append((sought.bare, (start, end), exact))
        offsets = _offsets(text) if found else []
        hits = [hit for bare, span, exact in found for hit in self._hits(bare, span, squashed, offsets, exact)]
        order = {jenjang: rank for rank, jenjang in enumerate(SPECIFIC_FIRST)}
        return tuple(sorted(hits, key=lambda h: (not h.exact, -(h.end - h.start), order[h.jenjang], h.start)))

    def _hits(self, bare: str, span: tuple[int, int], squashed: str, offsets: Sequence[int], exact: bool) -> list[SubjectHit]:
        candidates = [j for j in SPECIFIC_FIRST if (j, bare) in self._canonical]
        said = _said_before(squashed[: span[0]])
        if said in candidates:
            candidates = [said]
        found = []
        for jenjang in candidates:
            subject = self._by_key[self._canonical[jenjang, bare]]
            found.append(SubjectHit(subject.key, subject.name, jenjang, offsets[span[0]], offsets[span[1] - 1] + 1, exact))
        return found


def _same_name(bare: str, known: Sequence[str]) -> str:
    """A known name that differs only by a slip: long, almost the same letters, and as many words of the same beginnings."""
    if len(bare) < _LONG_NAME:
        return ""
    best = process.extractOne(bare, known, scorer=fuzz.ratio, score_cutoff=_SAME_NAME)
    return best[0] if best and _only_slips(bare, best[0]) else ""


def _only_slips(one: str, two: str) -> bool:
    """Whether every word has its like: numbers equal, and no word in place of another one."""
    words, others = one.split(), two.split()
    if len(words) != len(others):
        return fuzz.ratio(one.replace(" ", ""), two.replace(" ", "")) == 100
    return all(a == b or (not a.isdigit() and not b.isdigit() and fuzz.ratio(a, b) >= 80) for a, b in zip(words, others, strict=True))


def _offsets(text: str) -> list[int]:
    """For each character of the words of a text, in small letters and with single spaces, its place in the text."""
    offsets: list[int] = []
    for match in _WORDS.finditer(text):
        start, end = match.span()
        offsets.extend([start, *range(start, end)] if offsets else range(start, end))
        # A sign may be two letters when it is folded.
        offsets.extend([end - 1] * (len(match.group().casefold()) - (end - start)))
    return offsets


@dataclass(frozen=True, slots=True)
class _Sought:
    """A name as texts are searched for it: in pieces of a few letters, of which a text that has it or its like holds so many.

    To hold each name against each text, slips allowed, takes most of the time; few texts hold pieces enough.
    """

    bare: str
    pieces: int
    fewest: int

    def may_stand_in(self, squashed: str, held: int) -> bool:
        """Whether a text that holds these pieces has enough of them; in one as long as the name either may be cut."""
        return (self.pieces & held).bit_count() >= self.fewest or len(squashed) == len(self.bare)


def _occurrences(bare: str, squashed: str) -> list[tuple[int, int, bool]]:
    exact = list(_whole_word_places(bare, squashed))
    if exact or len(bare) < _LONG_ENOUGH_FOR_PROSE or len(squashed) < len(bare):
        return exact
    near = fuzz.partial_ratio_alignment(bare, squashed, score_cutoff=_IN_PROSE)
    if near is None or near.dest_end <= near.dest_start:
        return []
    window = _best_window(bare, squashed, near.dest_start)
    return [(*window, False)] if window else []


def _whole_word_places(bare: str, squashed: str) -> Iterator[tuple[int, int, bool]]:
    """Where a name stands as whole words. Names come by the hundred and texts by the thousand: no pattern is compiled for one."""
    padded, sought = f" {squashed} ", f" {bare} "
    start = padded.find(sought)
    while start >= 0:
        yield start, start + len(bare), True
        start = padded.find(sought, start + len(bare) + 1)


def _best_window(bare: str, squashed: str, around: int) -> tuple[int, int] | None:
    """The run of as many words as the name has, beginning near a place, that differs from it only by slips."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", squashed)]
    count = len(bare.split())
    first = next((i for i, (_, end) in enumerate(words) if end > around), len(words))
    windows = [(words[i][0], words[i + count - 1][1]) for i in range(max(first - 1, 0), first + 2) if i + count <= len(words)]
    fitting = [w for w in windows if _only_slips(bare, squashed[w[0] : w[1]])]
    return max(fitting, key=lambda w: fuzz.ratio(bare, squashed[w[0] : w[1]]), default=None)


def _said_before(before: str) -> Jenjang | None:
    words = before.split()[-2:]
    if words[-2:] == ["sub", "kegiatan"]:
        return Jenjang.SUB_KEGIATAN
    last = words[-1] if words else ""
    return {"kegiatan": Jenjang.KEGIATAN, "program": Jenjang.PROGRAM, "subkegiatan": Jenjang.SUB_KEGIATAN}.get(last)
