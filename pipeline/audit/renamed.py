"""What goes by other words in the new submission: a row that got another name, a sentence that was written anew.

Only what has no namesake in the other submission can have become something else, and only one thing: what was taken out and what was
put in are two things unless something else shows that they are one. Of a row that are its figures, of a sentence its words, its
neighbours, its other figures, and what it speaks of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from pipeline.normalize.names import unnumbered
from rules.facts import Baris, Fact, ReportView, Tabel
from rules.outcome import Finding
from rules.quantity import Quantity

# Of one sentence as it was repaired at least so many words are the same, of so many; between the same neighbours half of them.
_SAME_WORDS, _OF_WORDS = 4, 5
_HALF = 2
# A figure with fewer digits, zeros at its end left out, may stand in any row.
_TELLING_DIGITS = 4
_FIGURE = re.compile(r"\d[\d.,]*")
# The column and the value.
_Figure: TypeAlias = tuple[Hashable, Decimal]


@dataclass(frozen=True, slots=True)
class Renamed:
    """The new words by the old ones: of rows by the letters of their table's title and their name, of sentences by their letters."""

    rows: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)

    def row(self, table: str, name: str) -> str:
        """What a row of a table with this title is called now."""
        return self.rows.get((letters(table), name), name)


NOTHING = Renamed()


def renamed(old: ReportView, new: ReportView, partners: Mapping[int, Tabel], findings: Iterable[Finding]) -> Renamed:
    """What of the old submission goes by other words now; `partners` are the tables found again, by their old position."""
    rows: dict[tuple[str, str], str] = {}
    standing: set[tuple[str, str]] = set()
    for position, table in partners.items():
        title = letters(old.tables[position].location.table)
        rows |= {(title, one): two for one, two in _rows(old.tables[position], table)}
        standing |= {(title, unnumbered_name(baris.name)) for baris in table.baris}
    # Of two tables with one title the row may have another name in one only; findings do not tell them apart.
    return Renamed({known: now for known, now in rows.items() if known not in standing}, _sentences(old, new, findings))


# ------------------------------------------------------------------ rows


def _rows(old: Tabel, new: Tabel) -> Iterator[tuple[str, str]]:
    """Rows without a namesake that have half of their figures in common, and one among them that no other row has."""
    before, after = ({_namesake(baris) for baris in table.baris} for table in (old, new))
    left = [baris for baris in old.baris if _namesake(baris) not in after]
    fresh = [baris for baris in new.baris if _namesake(baris) not in before]
    own, others = _telling(old), _telling(new)
    pairs = [(one, two) for one in left for two in fresh if one.peran == two.peran and _is_same(_figures(one), _figures(two), own & others)]
    ones, twos = (Counter(id(pair[side]) for pair in pairs) for side in (0, 1))
    for one, two in pairs:
        if ones[id(one)] == twos[id(two)] == 1:
            yield unnumbered_name(one.name), unnumbered_name(two.name)


def _namesake(baris: Baris) -> Hashable:
    return baris.peran, unnumbered_name(baris.name)


def _is_same(one: frozenset[_Figure], two: frozenset[_Figure], telling: frozenset[_Figure]) -> bool:
    common = one & two
    return bool(common & telling) and _HALF * len(common) >= max(len(one), len(two))


def _telling(table: Tabel) -> frozenset[_Figure]:
    """The figures that tell a row: no round ones, and none that stand in the same column of two rows."""
    often = Counter(figure for baris in table.baris for figure in _figures(baris))
    return frozenset(one for one, times in often.items() if times == 1 and len(one[1].normalize().as_tuple().digits) >= _TELLING_DIGITS)


def _figures(baris: Baris) -> frozenset[_Figure]:
    return frozenset((column_of(fact), fact.number.value) for fact in baris.facts if isinstance(fact.number, Quantity))


def column_of(fact: Fact) -> Hashable:
    """What a column is called, whichever it is of its table."""
    return fact.measure, fact.column.group, plain(fact.column.header), fact.column.variant


# ------------------------------------------------------------------ sentences


class _Prose:
    """The sentences and lines of one submission by their letters: what stands around each, and what it speaks of."""

    def __init__(self, view: ReportView) -> None:
        self.words: dict[str, Counter[str]] = {}
        self.figures: dict[str, frozenset[str]] = {}
        self.around: dict[str, tuple[str, str]] = {}
        self.subjects: dict[str, set[str]] = defaultdict(set)
        texts = [*(one.text for one in view.sentences), *(one.text for one in view.lines)]
        names = [letters(text) for text in texts]
        for at, (name, text) in enumerate(zip(names, texts, strict=True)):
            self.know(name, text)
            self.around.setdefault(name, (names[at - 1] if at else "", names[at + 1] if at + 1 < len(names) else ""))
        for mention in view.mentions:
            self.subjects[letters(mention.location.text)] |= {mention.subject} if mention.subject else set()

    def know(self, name: str, text: str) -> None:
        """Words and figures of a text."""
        self.words.setdefault(name, Counter(filter(None, map(letters, text.split()))))
        self.figures.setdefault(name, figures_in(text))


def _sentences(old: ReportView, new: ReportView, findings: Iterable[Finding]) -> Mapping[str, str]:
    """The sentences of findings that have no namesake, each with the one without a namesake that is most like it."""
    before, after = _Prose(old), _Prose(new)
    asked: dict[str, frozenset[str]] = {}
    for finding in findings:
        first = finding.locations[0] if finding.locations else None
        if first is not None and first.text and not (first.table or first.row or first.column):
            name = letters(first.text)
            before.know(name, first.text)
            asked[name] = asked.get(name, frozenset()) | figures_in(finding.stated)
    fresh = [name for name in after.around if name not in before.words]
    likely = [(like, one, two) for one in asked if one not in after.words for two in fresh if (like := _like(before, after, one, two))]
    found: dict[str, str] = {}
    for _, one, two in sorted(likely, key=lambda pair: -pair[0]):
        kept = before.figures[one] - asked[one]
        if one not in found and two not in found.values() and _HALF * len(kept & after.figures[two]) >= len(kept):
            found[one] = two
    return found


def _like(before: _Prose, after: _Prose, one: str, two: str) -> float:
    """How many of their words are the same; none if they are not one sentence by that."""
    words, others = before.words[one], after.words[two]
    longest, common = max(words.total(), others.total(), 1), (words & others).total()
    subjects = before.subjects.get(one), after.subjects.get(two)
    if subjects[0] and subjects[1] and not subjects[0] & subjects[1]:
        return 0
    stays = before.around.get(one) == after.around[two] and _HALF * common >= longest
    return common / longest if stays or _OF_WORDS * common >= _SAME_WORDS * longest else 0


def figures_in(text: str) -> frozenset[str]:
    """The figures of a text as they are printed."""
    return frozenset(found.rstrip(".,") for found in _FIGURE.findall(text))


# ------------------------------------------------------------------ words


def plain(text: str) -> str:
    """A text whatever its spaces and capitals."""
    return " ".join(text.split()).casefold()


def unnumbered_name(text: str) -> str:
    """A name without the number that stands in its own cell: that is another when a row is put in above."""
    return unnumbered(text).casefold()


def letters(text: str) -> str:
    """A title whatever its numbers: the year, or its own number, may be what was repaired."""
    return "".join(sign for sign in text.casefold() if sign.isalpha())
