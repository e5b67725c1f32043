"""The one indicator of a sasaran under two names: each table has but one beside it, of one kind and with the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from pipeline.normalize.likeness import selisih
from pipeline.normalize.twin_names import words_of
from rules.facts import Mention, Peran, Tabel

# `Meningkatnya` and `Meningkatkan` begin the same sasaran.
_STEM = 5
_FEWEST_SAME = 3
_OF_FIVE = 3
_DENIES = frozenset({"non", "tidak", "bukan", "belum", "tanpa"})


@dataclass(frozen=True, slots=True)
class _Sole:
    """The only indicator that a table prints beside a sasaran."""

    sasaran: tuple[str, ...]
    subject: str
    name: tuple[str, ...]


def other_keys(tables: Sequence[Tabel]) -> dict[str, str]:
    """For the rarer key of each indicator with two names the one under which most rows know it."""
    soles = list(dict.fromkeys(one for tabel in tables for one in _soles(tabel)))
    where: dict[str, set[str]] = defaultdict(set)
    counted: Counter[str] = Counter()
    for tabel in tables:
        for baris in tabel.baris:
            where[baris.subject].add(tabel.id)
            counted[baris.subject] += 1
    found: dict[str, set[str]] = defaultdict(set)
    for one, two in combinations(soles, 2):
        apart = one.subject != two.subject and where[one.subject].isdisjoint(where[two.subject])
        if apart and counted[one.subject] != counted[two.subject] and _are_one(one, two):
            rare, usual = sorted((one.subject, two.subject), key=lambda subject: counted[subject])
            found[rare].add(usual)
    return {rare: min(usual) for rare, usual in found.items() if len(usual) == 1 and not usual & found.keys()}


def under_one_key(tables: Sequence[Tabel], keys: Mapping[str, str]) -> tuple[Tabel, ...]:
    """The tables with each indicator under the key that most of them give it."""
    if not keys:
        return tuple(tables)
    return tuple(replace(t, baris=tuple(replace(b, subject=keys.get(b.subject, b.subject)) for b in t.baris)) for t in tables)


def said_under_one_key(mentions: Sequence[Mention], keys: Mapping[str, str]) -> tuple[Mention, ...]:
    """The figures of prose with the same keys."""
    return tuple(replace(m, subject=keys[m.subject]) if m.subject in keys else m for m in mentions)


def _soles(tabel: Tabel) -> Iterator[_Sole]:
    beside: dict[str, dict[str, str]] = defaultdict(dict)
    for baris in tabel.baris:
        if baris.peran == Peran.RINCIAN and baris.subject.startswith("indikator:") and baris.context and baris.name[:1].isalpha():
            beside[baris.context[-1]][baris.subject] = baris.name
    for sasaran, named in beside.items():
        if len(named) == 1 and len(words := words_of(sasaran)) > _FEWEST_SAME:
            yield from (_Sole(words, subject, words_of(name)) for subject, name in named.items())


def _are_one(one: _Sole, two: _Sole) -> bool:
    """One sasaran but for slips and the form of its verb; names that measure in one way, of which one only adds words to the other."""
    if one.name[:1] != two.name[:1] or not _same_sasaran(one.sasaran, two.sasaran):
        return False
    found = selisih(one.name, two.name)
    more, other = sorted((found.lebih, found.hilang), key=len, reverse=True)
    inflected = len(more) == len(other) == 1 and _same_stem(more[0], other[0])
    enough = found.sama >= _FEWEST_SAME and 5 * found.sama >= _OF_FIVE * min(len(one.name), len(two.name))
    return enough and (not other or inflected) and not _DENIES.intersection(more)


def _same_sasaran(one: Sequence[str], two: Sequence[str]) -> bool:
    if one == two:
        return True
    if abs(len(one) - len(two)) > 1 or 2 * len(set(one) & set(two)) < len(one) or not _same_stem(one[0], two[0]):
        return False
    found = selisih(one[1:], two[1:])
    return not found.hilang and not found.lebih


def _same_stem(one: str, two: str) -> bool:
    return one == two or any(one[start : start + _STEM] in two for start in range(len(one) - _STEM + 1))
