"""Who reports, of which region, on which year and in which kind of document, each with the place where it was read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.model import Document, Place, Table, TextLine
from extractors.record import record
from pipeline.normalize.identity_kind import LONGEST_TITLE, OFTEN, TITLE_WEIGHT, Line, kind_of
from pipeline.normalize.identity_words import (
    AGENCY_ENDS,
    AGENCY_HEADS,
    CONNECTIVES,
    GLUED_ENDS,
    MINISTRIES,
    NOT_A_REGION,
    NOT_AGENCIES,
    NOT_OF_THE_REPORT,
    REGION_HEADS,
    WEAK_HEADS,
    WHOLE_NAMES,
)
from pipeline.normalize.reading import unspaced, without_markup
from rules.facts import Identity, Location, Stated

# How much more the first lines of a document say of it than the others.
COVER_LINES = 40
COVER_PAGES = 2
COVER_WEIGHT = 8
# A longer name is meant by a shorter one that is its beginning, if it is printed at least so often.
LONGER_NAME_SHARE = 4
LONGEST_NAME = 12
HEADER_ROWS = 6
SHORT_TITLE = 60


@record
class _Seen:
    """Something named: its words, and the line on which its name begins."""

    words: tuple[str, ...]
    line: int
    rank: int


def identity(document: Document) -> Identity:
    """What a report says of itself."""
    lines = tuple(_lines(document))
    kind = kind_of(lines)
    words = _words(lines)
    agency = _most_named(_named(lines, words, AGENCY_HEADS, AGENCY_ENDS), lines)
    region = _most_named(_regions(lines, words, agency), lines)
    value = "" if agency.value.startswith(MINISTRIES) else region.value
    year, place = (None, None) if kind.value in NOT_OF_THE_REPORT else _year(lines)
    return Identity(agency, Stated(value, region.location if value else None), year, place, kind)


def _lines(document: Document) -> Iterator[Line]:
    """The printed lines, captions and cells of headers; those of the cover weigh more."""
    count = 0
    for block in document.blocks:
        for text, place, cell in _texts(block):
            clean = unspaced(without_markup(text.lstrip("# ")))
            if not clean:
                continue
            count += 1
            cover = count <= COVER_LINES and (place.page is None or place.page <= COVER_PAGES)
            yield Line(clean, place, COVER_WEIGHT if cover else 1, bool(_TITLE.search(clean)) and len(clean) < 160, count if cell else 0)


def _texts(block: TextLine | Table) -> Iterator[tuple[str, Place, bool]]:
    if isinstance(block, TextLine):
        yield block.text, block.place, False
        return
    if block.caption:
        yield block.caption, block.caption_place or block.place, True
    for row in block.rows[:HEADER_ROWS]:
        yield from ((" ".join(cell.text.split()), cell.place, True) for cell in row.cells if cell.text.strip())


_TITLE = re.compile(
    r"\b(?:laporan|lak[ij]p|lkj?ip|lkj|perjanjian\s+kinerja|penetapan\s+kinerja|rencana\s+(?:strate[gj]is|kerja)|indikator\s+kinerja\s+utama|realisasi)\b",
    re.IGNORECASE,
)


# ------------------------------------------------------------------ agency and region


_TOKEN = re.compile(r"[\w'’/-]+|[^\w\s]")


def _regions(lines: Sequence[Line], words: Sequence[_Word], agency: Stated) -> Iterator[_Seen]:
    """Regions, most of all those named right behind the agency."""
    owner = agency.value.casefold()
    for seen in _named(lines, words, REGION_HEADS, NOT_A_REGION):
        text = lines[seen.line].text.casefold()
        behind = owner and owner in text and text.index(owner) < text.find(seen.words[0].casefold())
        yield _Seen(seen.words, seen.line, seen.rank + (3 if behind else 0))


class _Word(NamedTuple):
    """A word of the text, as it is compared (`folded`), and on which of the lines."""

    text: str
    folded: str
    line: int
    first: bool
    part: int

    @property
    def joins(self) -> bool:
        """Whether it stands between the words of a name."""
        return self.folded in CONNECTIVES


def _words(lines: Sequence[Line]) -> list[_Word]:
    return [
        _Word(word := m.group(), word.casefold(), index, m.start() == 0, line.part)
        for index, line in enumerate(lines)
        for m in _TOKEN.finditer(line.text)
    ]


def _named(lines: Sequence[Line], words: Sequence[_Word], heads: Sequence[tuple[str, ...]], ends: frozenset[str]) -> Iterator[_Seen]:
    """Names that begin with a head: capital words and what joins them, up to a word that ends a name.

    A name that goes on behind the end of a line counts in both lengths, unless a joining word says that it goes on.
    """
    first_words = frozenset(head[0] for head in heads)
    for position, word in enumerate(words):
        head = _head_at(words, position, heads) if word.folded in first_words and word.text[0].isupper() else ()
        if not head or (head in WEAK_HEADS and not (word.first and lines[word.line].weight > 1)):
            continue
        start = position + len(head)
        name = _name_after(words, start, ends)
        if not name and head not in WHOLE_NAMES:
            continue
        for end in {len(name), _line_end(words[start - 1], name)}:
            if end or head in WHOLE_NAMES:
                yield _Seen(tuple(w.text for w in (*words[position:start], *name[:end])), word.line, 1)


def _head_at(words: Sequence[_Word], position: int, heads: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    for head in heads:
        if tuple(word.folded for word in words[position : position + len(head)]) == head:
            return head
    return ()


def _name_after(words: Sequence[_Word], start: int, ends: frozenset[str]) -> list[_Word]:
    name: list[_Word] = []
    for word, following in zip(words[start : start + LONGEST_NAME], words[start + 1 : start + LONGEST_NAME + 1], strict=False):
        joins = word.joins and following.text[:1].isupper()
        capital = word.text[0].isupper() and word.text[0].isalpha()
        ended = word.folded in ends or word.folded.startswith(GLUED_ENDS) or word.part != words[start - 1].part
        if ended or not (joins or capital) or (not name and word.folded in NOT_AGENCIES):
            break
        name.append(word)
    while name and name[-1].joins:
        name.pop()
    return name


def _line_end(head: _Word, name: Sequence[_Word]) -> int:
    """How many words of a name stand on the line of its head; all of them where a joining word leads on."""
    for index, (word, before) in enumerate(zip(name, (head, *name), strict=False)):
        if word.line != before.line and not word.joins and not before.joins and before is not head:
            return index
    return len(name)


def _most_named(seen: Iterable[_Seen], lines: Sequence[Line]) -> Stated:
    """The name that is named most, by its full form, as it is first printed on the most telling line."""
    scores: Counter[tuple[str, ...]] = Counter()
    forms: dict[tuple[str, ...], list[_Seen]] = {}
    for one in seen:
        key = tuple(word.casefold() for word in one.words)
        scores[key] += lines[one.line].weight * one.rank
        forms.setdefault(key, []).append(one)
    if not scores:
        return Stated("", None)
    best = max(scores, key=lambda key: scores[key])
    often = [key for key in scores if scores[key] * LONGER_NAME_SHARE >= scores[best] and len(forms[key]) >= OFTEN]
    longer = [key for key in often if _is_longer(key, best)]
    best = max(longer, key=lambda key: (scores[key], len(key))) if longer else best
    shown = max(forms[best], key=lambda one: (lines[one.line].weight, -one.line))
    line = lines[shown.line]
    return Stated(_titled(shown.words), Location(line.place, line.text))


def _is_longer(key: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return len(key) > len(name) and key[: len(name)] == name


def _titled(words: Sequence[str]) -> str:
    """A name as prose prints it, when its form is all capitals; abbreviations of up to four letters stay."""
    shown = []
    for word in words:
        if word.casefold() in CONNECTIVES and word not in (",", "&"):
            shown.append(word.casefold())
        elif word.isupper() and (len(word) > 4 or word.casefold() not in ("rsud", "dprd", "rsj", "uptd", "dki", "di")):
            shown.append(word.capitalize())
        else:
            shown.append(word)
    return " ".join(shown).replace(" ,", ",")


# ------------------------------------------------------------------ year

_YEAR = re.compile(
    r"(?:tahun(?:\s+anggaran)?|t\.?a\.?|lkj?ip|lakip|\bthn?\.?)\s*(?P<year>20[0-4]\d)(?!\s*[-–/]\s*(?:20)?\d\d|\s*s\.?/?d|\d)"
    r"|^(?P<alone>20[0-4]\d)$",
    re.IGNORECASE,
)
_REGULATION = re.compile(r"\b(?:nomor|no\.?|nmr)\s*:?\s*[\w./-]{1,25}\s*$", re.IGNORECASE)
_LETTER = re.compile(r"\b(?:tanggal|tgl\.?)\b|\b\d{1,2}\s+[A-Za-z]{3,9}\s+20\d\d", re.IGNORECASE)
_NEXT = re.compile(r"\brenc\w*|\bperjanjian\b|\bpenetapan\b|\btarget\b", re.IGNORECASE)


def _year(lines: Sequence[Line]) -> tuple[int | None, Location | None]:
    """The year in titles; lacking any, the year named most in captions and short lines. Never that of a regulation or letter."""
    scores: Counter[int] = Counter()
    told: dict[int, tuple[int, Line]] = {}
    for position, line in enumerate(lines):
        for match in _YEAR.finditer(line.text):
            bare_cell = bool(match.group("alone")) and line.part
            if bare_cell or _REGULATION.search(line.text[: match.start()]) or _LETTER.search(line.text):
                continue
            year = int(match.group("year") or match.group("alone"))
            weight = _weight(lines, position, line)
            scores[year] += weight
            if year not in told or weight > told[year][0]:
                told[year] = (weight, line)
    if not scores:
        return None, None
    best = max(scores, key=lambda year: (scores[year], -year))
    line = told[best][1]
    return best, Location(line.place, line.text)


def _weight(lines: Sequence[Line], position: int, line: Line) -> int:
    """What a year on a line says: most in a title or right below one, least in a plan of the next year or in a sentence."""
    if _NEXT.search(line.text) or len(line.text) > LONGEST_TITLE:
        return 1
    below = len(line.text) < SHORT_TITLE and any(lines[near].title for near in range(max(0, position - 2), position))
    said = line.title or below
    shown = TITLE_WEIGHT if line.text.isupper() or line.text.istitle() else 2
    return line.weight * shown if said else line.weight
