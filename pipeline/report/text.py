"""Text of a document as a reader may safely see it: what would hide or reorder letters is shown by its code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# Controls, soft hyphen, zero-width and bidirectional signs, line separators, half characters, non-characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# What may not stand before or after a whole figure or word: a digit, a separator with a digit, a letter but that of Rp; "Sangat Tinggi".
_ALONE_BEFORE = r"(?<!\d)(?<!\d[.,])(?:(?<![^\W\d_])|(?<=Rp))(?<![Ss]angat )"
_ALONE_AFTER = r"(?![.,]?\d)(?![^\W\d_])"
_NO_PERCENT = r"(?!\s*%)"
_PARTS = re.compile(r";\s|\s\(|\)")
_NUMBER = re.compile(r"[-−]?[\d.,]*\d")
_ELLIPSIS = " … "
_LONG_WORD = 25


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence, marked or not."""

    text: str
    marked: bool


def clean(text: str) -> str:
    """The text with every unseen character written as ⟨U+202E⟩; a soft hyphen is left out."""
    return _UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text.replace("\xad", ""))


def one_line(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


def short(text: str, longest: int) -> str:
    """The text on one line, cut at a length, saying so."""
    line = one_line(text[: longest * 4])
    if len(line) <= longest and len(text) <= longest * 4:
        return line
    words, _, rest = line[:longest].rpartition(" ")
    return f"{words if len(rest) < _LONG_WORD and words else line[:longest].rstrip()} …"


def as_points(difference: str, points: str, *compared: str) -> str:
    """The difference of two percentages is counted in points."""
    bare = difference.strip().removesuffix("%").rstrip()
    percent = any(text.rstrip().endswith("%") for text in (difference, *compared))
    return f"{bare} {points}" if percent and _NUMBER.fullmatch(bare) else difference


def pieces(sentence: str, wanted: str, longest: int = 700) -> tuple[Piece, ...]:
    """A sentence with the wanted figure marked (several are parted by `; `), its surroundings cut when they are long."""
    line = one_line(sentence[:100_000])
    spans = _spans(line, wanted)
    if not spans:
        return (Piece(short(line, longest), False),)
    (first, _), (_, last), room = spans[0], spans[-1], longest // 2
    start = 0 if first <= room else first - room
    end = len(line) if len(line) - last <= room else last + room
    found = [Piece(_ELLIPSIS.lstrip() + line[start:first].partition(" ")[2] if start else line[:first], False)]
    for (here, to), (following, _) in pairwise((*spans, (last, last))):
        found += [Piece(line[here:to], True), Piece(line[to:following], False)]
    found.append(Piece(line[last:] if end == len(line) else line[last:end].rpartition(" ")[0] + _ELLIPSIS.rstrip(), False))
    return tuple(piece for piece in found if piece.text)


def _spans(line: str, wanted: str) -> list[tuple[int, int]]:
    """Where the figure stands; where it does not stand as a whole, where its parts do: `98,3; 97,1` or `80 (A)`."""
    if whole := _figure(line, wanted):
        return [whole]
    spans: list[tuple[int, int]] = []
    for span in sorted(filter(None, (_figure(line, part) for part in _PARTS.split(wanted)))):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    return spans


def _figure(line: str, wanted: str) -> tuple[int, int] | None:
    """Where a figure or a word stands, and not a part of a longer one; without its unit when it is printed with another."""
    bare = wanted.replace("Rp", "").strip(" .%")
    for text, after in ((wanted, _NO_PERCENT), (wanted, ""), (bare, _NO_PERCENT), (bare, "")):
        words = text.replace("%", " %").split()
        if not words:
            continue
        spaced = r"\s*".join(map(re.escape, words))
        match = re.search(rf"{_ALONE_BEFORE}{spaced}{_ALONE_AFTER}{after}", line)
        if match:
            return match.span()
    return None
