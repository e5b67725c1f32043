"""What goes by other words in the new submission: a row or a column that got another name, a sentence that was written anew.

Only what has no namesake in the other submission can have become something else, and only one thing: what was taken out and what was
put in are two things unless something else shows that they are one. Of rows and columns that are their figures, of a sentence its
words, its neighbours, its other figures, and what it speaks of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from pipeline.audit.named import NOTHING, Renamed, letters, plain, unnumbered_name
from rules.facts import Baris, Column, ReportView, Tabel
from rules.outcome import Finding
from rules.quantity import Quantity

# Of one sentence as it was repaired at least so many words are the same, of so many; between the same neighbours half of them.
_SAME_WORDS, _OF_WORDS = 4, 5
_HALF = 2
_ONE_EACH = 2
# A figure with fewer digits, zeros at its end left out, may stand in any row.
_TELLING_DIGITS = 4
_FIGURE = re.compile(r"\d[\d.,]*")
# The column and the value.
_Figure: TypeAlias = tuple[Hashable, Decimal]


def renamed(old: ReportView, new: ReportView, partners: Mapping[int, Tabel], findings: Iterable[Finding]) -> Renamed:
    """What of the old submission goes by other words now; `partners` are the tables found again, by their old position."""
    columns: dict[tuple[str, str], str] = {}
    for position, table in partners.items():
        title = letters(old.tables[position].location.table)
        columns |= {(title, one): two for one, two in _columns(old.tables[position], table)}
    known = Renamed(columns=columns)
    rows: dict[tuple[str, str], str] = {}
    standing: set[tuple[str, str]] = set()
    for position, table in partners.items():
        title = letters(old.tables[position].location.table)
        rows |= {(title, one): two for one, two in _rows(old.tables[position], table, known)}
        standing |= {(title, unnumbered_name(baris.name)) for baris in table.baris}
    # Of two tables with one title the row may have another name in one only; findings do not tell them apart.
    return replace(known, rows={one: two for one, two in rows.items() if one not in standing}, sentences=_sentences(old, new, findings))


# ------------------------------------------------------------------ columns and rows


def _columns(old: Tabel, new: Tabel) -> Iterator[tuple[str, str]]:
    """Columns without a namesake that say the same of their rows, and most of whose figures are the same."""
    before, after = ({plain(column.header) for column in table.columns} for table in (old, new))
    left = [column for column in old.columns if plain(column.header) not in after]
    fresh = [column for column in new.columns if plain(column.header) not in before]
    says = Counter(map(_says, (*left, *fresh)))
    for one in left:
        for two in fresh:
            if _says(one) == _says(two) and says[_says(one)] == _ONE_EACH and _agree(_figures_in(old, one), _figures_in(new, two)):
                yield plain(one.header), plain(two.header)


def _says(column: Column) -> Hashable:
    return column.measure, column.group, column.variant, column.year


def _figures_in(table: Tabel, column: Column) -> Mapping[Hashable, Decimal]:
    facts = ((baris, fact) for baris in table.baris for fact in baris.facts if fact.column.index == column.index)
    return {_namesake(baris): fact.number.value for baris, fact in facts if isinstance(fact.number, Quantity)}


def _agree(one: Mapping[Hashable, Decimal], two: Mapping[Hashable, Decimal]) -> bool:
    rows = one.keys() & two.keys()
    return _HALF * sum(one[row] == two[row] for row in rows) > len(rows)


def _rows(old: Tabel, new: Tabel, known: Renamed) -> Iterator[tuple[str, str]]:
    """Rows without a namesake that have half of their figures in common, and one among them that no other row has."""
    before, after = ({_namesake(baris) for baris in table.baris} for table in (old, new))
    left = [(baris, _figures(old, baris, known)) for baris in old.baris if _namesake(baris) not in after]
    fresh = [(baris, _figures(new, baris)) for baris in new.baris if _namesake(baris) not in before]
    telling = _telling(old, known) & _telling(new)
    pairs = [(one, two) for one, ones in left for two, twos in fresh if one.peran == two.peran and _is_same(ones, twos, telling)]
    often = [Counter(id(pair[side]) for pair in pairs) for side in (0, 1)]
    for one, two in pairs:
        if often[0][id(one)] == often[1][id(two)] == 1:
            yield unnumbered_name(one.name), unnumbered_name(two.name)


def _namesake(baris: Baris) -> Hashable:
    return baris.peran, unnumbered_name(baris.name)


def _is_same(one: frozenset[_Figure], two: frozenset[_Figure], telling: frozenset[_Figure]) -> bool:
    common = one & two
    return bool(common & telling) and _HALF * len(common) >= max(len(one), len(two))


def _telling(table: Tabel, known: Renamed = NOTHING) -> frozenset[_Figure]:
    """The figures that tell a row: no round ones, and none that stand in the same column of two rows."""
    often = Counter(figure for baris in table.baris for figure in _figures(table, baris, known))
    return frozenset(one for one, times in often.items() if times == 1 and len(one[1].normalize().as_tuple().digits) >= _TELLING_DIGITS)


def _figures(table: Tabel, baris: Baris, known: Renamed = NOTHING) -> frozenset[_Figure]:
    return frozenset((known.column(table, fact), fact.number.value) for fact in baris.facts if isinstance(fact.number, Quantity))


# ------------------------------------------------------------------ sentences


class _Prose:
    """The sentences and lines of one submission by their letters: what stands around each, and what it speaks of."""

    def __init__(self, view: ReportView) -> None:
        self.words: dict[str, Counter[str]] = {}
        self.sizes: dict[str, int] = {}
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
        self.sizes.setdefault(name, self.words[name].total())
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
    shortest, longest = sorted((before.sizes[one], after.sizes[two]))
    # Every finding is laid beside every sentence: most are told apart by their lengths alone.
    if not shortest or _HALF * shortest < longest:
        return 0
    common = (before.words[one] & after.words[two]).total()
    subjects = before.subjects.get(one), after.subjects.get(two)
    if subjects[0] and subjects[1] and not subjects[0] & subjects[1]:
        return 0
    stays = before.around.get(one) == after.around[two] and _HALF * common >= longest
    return common / longest if stays or _OF_WORDS * common >= _SAME_WORDS * longest else 0


def figures_in(text: str) -> frozenset[str]:
    """The figures of a text as they are printed."""
    return frozenset(found.rstrip(".,") for found in _FIGURE.findall(text))
