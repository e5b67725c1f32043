"""One row of a report under two names: the same amount, or the same place and target among the same neighbours, and other words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from pipeline.normalize.likeness import is_slip, selisih
from pipeline.normalize.names import key
from pipeline.normalize.official import LINKS
from rules import show
from rules.exact import EXACT
from rules.facts import Baris, Jenis, Measure, Peran, Tabel
from rules.naming import LETTERS, Hal, Ragam, Selisih
from rules.quantity import RUPIAH
from rules.rows import unnamed

_BRACKETS = re.compile(r"\([^()]*\)?|^[\W\d]+")
_BEFORE = re.compile(r"^\s*(?:sasaran(?:\s+strate[gj]i[sk])?(?:\s+\d{1,2})?\s*:|program\b|kegiatan\b|sub\s+kegiatan\b)", re.IGNORECASE)
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_ROUND = 1_000_000


def twins(tables: Sequence[Tabel], year: int | None) -> Iterator[Ragam]:
    """The rows of programs, indicators and sasaran that two tables name otherwise, each pair of names once."""
    seen: set[frozenset[tuple[str, ...]]] = set()
    of_year = [tabel for tabel in tables if tabel.year in (None, year)]
    for one in (*_programs(tables), *_usual_first(tables, list(_indicators(tables))), *_sasaran(of_year)):
        pair = frozenset((words_of(one.tertulis), words_of(one.mestinya)))
        if pair not in seen or one.selisih.nihil:
            seen.add(pair)
            yield one


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name without numbers before it, remarks in brackets and small words."""
    bare = _BRACKETS.sub(" ", _BEFORE.sub(" ", name))
    return tuple(word for word in key(bare).split() if word not in LINKS)


def difference(one: str, other: str) -> Selisih:
    """How two names differ once their abbreviations stand for the same words: `SDM` for `sumber daya manusia`."""
    printed, meant = words_of(one), words_of(other)
    return selisih(_spelled_out(printed, meant), _spelled_out(meant, printed))


def _spelled_out(words: Sequence[str], others: Sequence[str]) -> list[str]:
    initials = "".join(word[0] for word in others)
    out: list[str] = []
    for word in words:
        start = initials.find(word) if len(word) > 1 and word not in others else -1
        out += others[start : start + len(word)] if start >= 0 else [word]
    return out


def _held(hal: Hal, named: Sequence[tuple[Baris, str]], kunci: str) -> Iterator[Ragam]:
    """The names of one thing, each held against the one that most rows print, or against the first."""
    usual = _usual([name for _, name in named])
    one, meant = next(pair for pair in named if words_of(pair[1]) == usual)
    for two, printed in named:
        found = selisih(words_of(printed), usual)
        if two is not one and (found.nihil or (found.sama and not _explained(printed, meant, found))):
            yield Ragam(hal, printed, meant, found, (two.location,), (one.location,), kunci)


def _usual(names: Sequence[str]) -> tuple[str, ...]:
    """The words of the name that is printed most, one with slips of letters counted as the same; of several the first."""
    every = [words_of(name) for name in names]
    alike = [sum(not (found := selisih(one, other)).hilang and not found.lebih for other in every) for one in every]
    return every[alike.index(max(alike))]


def is_piece(one: str, other: str) -> bool:
    """Whether a name is the beginning of the other one, slips of letters aside, or its end where no `Kegiatan` shows that it is whole."""
    short, long = sorted((words_of(one), words_of(other)), key=lambda words: len("".join(words)))
    begins = selisih(short, long[: len(short)])
    headed = bool(_BEFORE.match(one) and _BEFORE.match(other))
    ends = "".join(long).endswith("".join(short)) and not headed
    return "".join(long).startswith("".join(short)) or not (begins.hilang or begins.lebih) or ends


def _explained(printed: str, meant: str, found: Selisih) -> bool:
    """Whether one name is a piece of the other one (cut, or told under a heading), or a word abbreviates the others."""
    pairs = ((found.lebih, found.hilang), (found.hilang, found.lebih))
    return is_piece(printed, meant) or any(_abbreviates(*pair) for pair in pairs)


def _abbreviates(ones: Sequence[str], others: Sequence[str]) -> bool:
    """`SDM` for `sumber daya manusia`, `Jabar` for `Jawa Barat`, perhaps with words beside them."""
    initials, letters = "".join(word[0] for word in others), "".join(others)
    named = [one for one in ones if len(one) > 1]
    return len(others) > 1 and any(one in initials or (one[0] == letters[0] and _is_within(one, letters)) for one in named)


def _is_within(one: str, letters: str) -> bool:
    """Whether the letters of a word stand in this order among others."""
    rest = iter(letters)
    return all(letter in rest for letter in one)


# ------------------------------------------------------------------ programs, by their pagu


def _programs(tables: Sequence[Tabel]) -> Iterator[Ragam]:
    """Rows whose pagu, to the rupiah, stands in no other row of either table."""
    amounts: dict[Decimal, list[Baris]] = defaultdict(list)
    for tabel in tables:
        for value, rows in _by_pagu(tabel).items():
            if len({key(row.name) for row in rows}) == 1:
                amounts[value].append(rows[0])
    for value, rows in amounts.items():
        if len(rows) > 1:
            for one in _held(Hal.PROGRAM, [(row, row.name) for row in rows], "pagu yang sama"):
                # Two packages of one kind may have the same round pagu.
                if EXACT.remainder(value, _ROUND) or not (one.selisih.hilang and one.selisih.lebih):
                    yield one


def _by_pagu(tabel: Tabel) -> dict[Decimal, list[Baris]]:
    found: dict[Decimal, list[Baris]] = defaultdict(list)
    for baris in tabel.baris:
        for fact in baris.all(Measure.PAGU) if _is_named(baris) else ():
            number = fact.quantity
            if number is not None and number.unit == RUPIAH and number.value >= _ROUND:
                found[number.value].append(baris)
    return found


def _is_named(baris: Baris) -> bool:
    return baris.peran == Peran.RINCIAN and not unnamed(baris)


# ------------------------------------------------------------------ indicators, by their neighbours and target


def _indicators(tables: Sequence[Tabel]) -> Iterator[Ragam]:
    listed = [rows for tabel in tables if len(rows := _with_target(tabel)) > 1]
    for ones, twos in combinations(listed, 2):
        ours, theirs = _placed(ones, twos), _placed(twos, ones)
        for place, one in ours.items():
            two = theirs.get(place)
            if two is not None and not _of_others(one, two) and (target := _targets(one) & _targets(two)):
                yield from _held(Hal.INDIKATOR, [(one, one.name), (two, two.name)], f"target {min(number for number, _ in target)}")
        yield from _letters(ones, twos)


def _usual_first(tables: Sequence[Tabel], found: Sequence[Ragam]) -> Iterator[Ragam]:
    """Each indicator held against the name that a perjanjian kinerja gives it, else against the one that more rows print."""
    differing = {words_of(name) for one in found if not one.selisih.nihil for name in (one.tertulis, one.mestinya)}
    weights: dict[tuple[str, ...], list[int]] = {words: [0, 0] for words in differing}
    for tabel in tables if differing else ():
        for baris in tabel.baris:
            known = weights.get(words_of(baris.name))
            if known is not None:
                known[0] |= tabel.jenis == Jenis.PERJANJIAN_KINERJA
                known[1] += 1
    for one in found:
        turned = not one.selisih.nihil and weights[words_of(one.tertulis)] > weights[words_of(one.mestinya)]
        yield _turned(one) if turned else one


def _turned(one: Ragam) -> Ragam:
    """The same with the other of the two names as the one that is meant."""
    found = one.selisih
    back = Selisih(tuple((meant, printed) for printed, meant in found.salah), found.lebih, found.hilang, found.sama)
    return Ragam(one.hal, one.mestinya, one.tertulis, back, one.acuan, one.locations, one.kunci)


def _of_others(one: Baris, two: Baris) -> bool:
    """Whether a word is replaced in the name and in that of its sasaran: two indicators that only share a target."""
    if not (one.context and two.context):
        return False
    pairs = ((one.name, two.name), (one.context[-1], two.context[-1]))
    return all(found.hilang and found.lebih for found in (difference(*pair) for pair in pairs))


def _with_target(tabel: Tabel) -> list[Baris]:
    return [b for b in tabel.baris if _is_named(b) and b.subject.startswith("indikator:") and b.all(Measure.TARGET)]


def _placed(rows: Sequence[Baris], others: Sequence[Baris]) -> dict[tuple[str, str], Baris]:
    """The rows that the other table does not name, by the rows before and after them, which it does."""
    known = {row.subject for row in others}
    subjects = ["", *(row.subject for row in rows), ""]
    found: dict[tuple[str, str], list[Baris]] = defaultdict(list)
    for index, row in enumerate(rows):
        before, after = subjects[index], subjects[index + 2]
        if row.subject not in known and (before in known or after in known) and {before, after} <= known | {""}:
            found[before, after].append(row)
    return {place: every[0] for place, every in found.items() if len(every) == 1}


def _targets(baris: Baris) -> set[tuple[str, int | None]]:
    return {(show.number(fact.quantity.value), fact.year) for fact in baris.all(Measure.TARGET) if fact.quantity is not None}


def _letters(ones: Sequence[Baris], twos: Sequence[Baris]) -> Iterator[Ragam]:
    """One indicator whose abbreviation has other letters in the other table."""
    by_subject = {row.subject: row for row in ones}
    for two in twos:
        one = by_subject.get(two.subject)
        if one is None or one.name == two.name:
            continue
        ours, theirs = _CAPITALS.findall(one.name), _CAPITALS.findall(two.name)
        differ = [(b, a) for a, b in zip(ours, theirs, strict=False) if a != b]
        if len(ours) == len(theirs) and len(differ) == 1 and is_slip(*(word.casefold() for word in differ[0])):
            yield Ragam(Hal.INDIKATOR, two.name, one.name, Selisih(salah=tuple(differ)), (two.location,), (one.location,), LETTERS)


# ------------------------------------------------------------------ sasaran, by their indicator


def _sasaran(tables: Sequence[Tabel]) -> Iterator[Ragam]:
    """The sasaran beside one indicator that each of two tables names once."""
    beside: dict[str, list[Baris]] = defaultdict(list)
    for tabel in tables:
        rows = [b for b in tabel.baris if _is_named(b) and b.subject.startswith("indikator:") and b.context]
        counted = Counter(row.subject for row in rows)
        for row in rows:
            if counted[row.subject] == 1:
                beside[row.subject].append(row)
    for rows in beside.values():
        if len(rows) > 1:
            yield from _held(Hal.SASARAN, [(row, row.context[-1]) for row in rows], f"indikator {rows[0].name}")
