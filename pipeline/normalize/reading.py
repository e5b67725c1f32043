"""The lines of a report as they are read: markup gone, formulas set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.model import Block, Place, TextLine
from extractors.record import record
from rules.once import once

WIDE = 0.86
SHORTEST_PROSE = 70

_BULLET = r"[-–•▪●○◦➢✓❖*\uf0b7\uf0a7\uf0d8]\s+"
_ENUMERATOR = r"(?:[a-zA-Z][.)]|[ivxlc]{2,5}[.)]|[IVXLC]{2,6}\.)\s+|\d{1,2}(?:\.(?:\s+|(?=[A-Z][a-z]))|\)\s*)|\((?:\d{1,2}|[a-z])\)\s*"
MARKER = re.compile(rf"\s*(?:{_BULLET}(?:{_ENUMERATOR})?|{_ENUMERATOR})")

_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,200})?/?>")
_PICTURE = re.compile(r"!\[[^\]]{0,200}\]\([^)]{0,300}\)")
_STRONG = re.compile(r"\*{2,3}|__")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,300})(?<=[^\s*])\*(?![\w*])")
# Without one of these signs there is nothing to take away.
_MARKED = re.compile(r"[<!*_\\]")
_ESCAPE = re.compile(r"\\([_*#\[\]().!-])")
_HASHES = re.compile(r"#{1,6}\s+")
_FORMULA = re.compile(r"\\(?:frac|sum|times|text|begin|end|left|right)\b|^\s*=")
_INLINE = re.compile(r"(?<!\$)\$(?!\$)([^$]{1,200})\$(?!\$)")
_SIGNS = ((r"\times", "×"), (r"\cdot", "×"), (r"\div", ":"), (r"\%", "%"))
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL_WORDS = ("yang", "dari", "pada", "dengan", "untuk", "serta")
_SPACED = re.compile(r"(?:\b\w\s){3,60}\w\b")
_LETTERS_APART = re.compile(r"\s\w\s\w\s")  # stands in whatever the former finds
_INVISIBLE = str.maketrans({"\u00a0": " ", "\u00ad": "", "\u200b": "", "\ufeff": "", "\ufffe": "-", "\u2007": " ", "\u202f": " "})


@record
class Line:
    """A line as read. `bold` when all of it is; `hashes` counts the # of a markdown heading; `index` is its block's.

    `wide` tells of paged input that the line reaches the right edge, so that what it says may go on in the next.
    """

    text: str
    place: Place
    bold: bool
    hashes: int
    index: int
    wide: bool = False


def without_markup(text: str) -> str:
    """A text without the marks of a conversion: tags, pictures, stars around words, escapes; spaces made plain."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    if _MARKED.search(text) is None:
        return " ".join(text.split())
    text = _TAG.sub("", _PICTURE.sub("", text))
    text = _EMPHASIS.sub(r"\1", _STRONG.sub("", text))
    return " ".join(_ESCAPE.sub(r"\1", text).split())


def words(text: str) -> frozenset[str]:
    """A list of words as this package writes them: many on a line."""
    return frozenset(text.split())


def unspaced(text: str) -> str:
    """`P E N D A H U L U A N` as a word."""
    if _LETTERS_APART.search(text) is None:
        return text
    return _SPACED.sub(lambda spaced: spaced.group().replace(" ", ""), text)


@once
def lines_of(blocks: Sequence[Block]) -> tuple[Line | None, ...]:
    """The lines that say something, None where a table or a formula stands between them."""
    edge = _right_edge(blocks)
    read: list[Line | None] = []
    in_formula = False
    for index, block in enumerate(blocks):
        if not isinstance(block, TextLine):
            read.append(None)
            continue
        fences = block.text.count("$$")
        text = block.text if in_formula or fences else _told(block.text)
        formula = in_formula or fences > 0 or bool(_FORMULA.search(text))
        in_formula ^= fences % 2 == 1
        if formula:
            read.append(None)
            continue
        line = _line(replace(block, text=text), index, edge)
        if line.text:
            read.append(line)
    return tuple(read)


def _told(text: str) -> str:
    """A sentence with a reckoning set within it, `134,32% ($92,71\\% / 69,02\\% \\times 100$)`, as it would be printed."""
    if len(_INLINE.sub("", text)) < SHORTEST_PROSE or not _INLINE.search(text):
        return text
    for sign, printed in _SIGNS:
        text = text.replace(sign, printed)
    return _INLINE.sub(r"\1", text)


def _right_edge(blocks: Sequence[Block]) -> float:
    """Where a line must end to be called wide: near the right end of most long lines."""
    ends = sorted(b.place.bbox[2] for b in blocks if isinstance(b, TextLine) and b.place.bbox is not None)
    return WIDE * ends[len(ends) * 9 // 10] if ends else 0.0


def _line(block: TextLine, index: int, edge: float) -> Line:
    raw = block.text.strip()
    hashes = _HASHES.match(raw)
    count = hashes.group().count("#") if hashes else 0
    raw = raw[hashes.end() :] if hashes else raw
    marked = "**" in raw or "<b>" in raw.casefold()
    bold = _all_bold(raw) if marked else block.bold
    wide = block.place.bbox is not None and block.place.bbox[2] >= edge
    return Line(without_markup(raw), block.place, bold, count, index, wide)


def _all_bold(raw: str) -> bool:
    """Whether the marks of bold enclose the whole line, or open it and close on a later one."""
    return raw.startswith(("**", "<b>")) and (raw.rstrip(" :.").endswith(("**", "</b>")) or raw.count("**") == 1)


def bare(text: str) -> str:
    """A title as it is compared: in small letters, without spaces between its letters or punctuation at its ends."""
    return " ".join(unspaced(text).casefold().strip(" :.").split())


def is_title_case(text: str) -> bool:
    """At least half of the long words begin with a capital."""
    long = [word for word in _LONG_WORD.findall(text) if word.casefold() not in _SMALL_WORDS]
    return bool(long) and sum(word[0].isupper() for word in long) * 2 >= len(long)


def is_prose(line: Line) -> bool:
    """Whether a line is long enough, and not all in capitals, to be part of a sentence."""
    return len(line.text) >= SHORTEST_PROSE and not line.text.isupper() and not MARKER.match(line.text) and ".." not in line.text
