"""Which of the new files is the new submission of which old one: by agency and year, or by name; where two are possible it says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.audit.decisions import About
from pipeline.audit.named import plain


@dataclass(frozen=True, slots=True, order=True)
class Unlike:
    """What two files say otherwise of themselves: `agency`, `region` or `year`, as each has it."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two submissions by their positions; `unlike` says in what they do not seem to be of one agency and year."""

    old: int
    new: int
    unlike: tuple[Unlike, ...] = ()

    @property
    def same_agency(self) -> bool:
        """Whether nothing says that they are of two agencies; one agency may show its next year."""
        return all(one.what == "year" for one in self.unlike)


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs in the order of the old files, and what has no partner; `ambiguous` are those with more than one possible."""

    pairs: tuple[Pair, ...]
    old: tuple[int, ...]
    new: tuple[int, ...]
    ambiguous: frozenset[tuple[str, int]]


_Key = Callable[[About], Hashable | None]


def matched(old: Sequence[About], new: Sequence[About]) -> Matching:
    """Pair the files: one with one whatever they are called; otherwise by what they say they are, then by their names."""
    if len(old) == len(new) == 1:
        return Matching((Pair(0, 0, _unlike(old[0], new[0])),), (), (), frozenset())
    work = _Work(old, new)
    for key in (_named_and_said, _said, _path, _name):
        work.pair(key)
    pairs = sorted(Pair(one, two, _unlike(old[one], new[two])) for one, two in work.pairs.items())
    return Matching(tuple(pairs), tuple(work.left_old()), tuple(work.left_new()), frozenset(work.torn))


class _Work:
    """Pairing under way."""

    def __init__(self, old: Sequence[About], new: Sequence[About]) -> None:
        self.old, self.new = old, new
        self.pairs: dict[int, int] = {}
        self.torn: set[tuple[str, int]] = set()

    def left_old(self) -> list[int]:
        return [at for at in range(len(self.old)) if at not in self.pairs]

    def left_new(self) -> list[int]:
        taken = set(self.pairs.values())
        return [at for at in range(len(self.new)) if at not in taken]

    def pair(self, key: _Key) -> None:
        """Pair what a key names once on both sides; files with more than one partner are left to nobody's guess."""
        sides: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, (files, left) in enumerate(((self.old, self.left_old()), (self.new, self.left_new()))):
            for at in left:
                name = ("old", "new")[side], at
                if name not in self.torn and (said := key(files[at])) is not None:
                    sides[said][side].append(at)
        for olds, news in sides.values():
            if len(olds) == len(news) == 1:
                self.pairs[olds[0]] = news[0]
            elif olds and news and key is not _named_and_said:
                self.torn |= {("old", at) for at in olds} | {("new", at) for at in news}


def _said(one: About) -> Hashable | None:
    if not one.agency or one.year is None:
        return None
    return plain(one.agency), plain(one.region), one.year


def _named_and_said(one: About) -> Hashable | None:
    said = _said(one)
    return (said, one.document.casefold()) if said is not None else None


def _path(one: About) -> Hashable | None:
    return one.document.casefold()


def _name(one: About) -> Hashable | None:
    return PurePosixPath(one.document).stem.casefold()


def _unlike(one: About, two: About) -> tuple[Unlike, ...]:
    """What both say of themselves, and it is not the same; of the same file nothing is."""
    if one.sha256 == two.sha256:
        return ()
    told = (("agency", one.agency, two.agency), ("region", one.region, two.region), ("year", str(one.year or ""), str(two.year or "")))
    return tuple(Unlike(what, old, new) for what, old, new in told if old and new and plain(old) != plain(new))
