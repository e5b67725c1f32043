"""Text of a document as a reader may safely see it: what would hide or reorder letters is shown by its code."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Controls, soft hyphen, zero-width and bidirectional signs, line separators, half characters, non-characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
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


def pieces(sentence: str, wanted: str, longest: int = 700) -> tuple[Piece, ...]:
    """A sentence with the wanted figure marked, its surroundings cut when they are long."""
    line = one_line(sentence[:100_000])
    found = _figure(line, wanted)
    if found is None:
        return (Piece(short(line, longest), False),)
    start, end = found
    room = longest // 2
    before = line[:start] if start <= room else _ELLIPSIS.lstrip() + line[start - room : start].partition(" ")[2]
    after = line[end:] if len(line) - end <= room else line[end : end + room].rpartition(" ")[0] + _ELLIPSIS.rstrip()
    return tuple(piece for piece in (Piece(before, False), Piece(line[start:end], True), Piece(after, False)) if piece.text)


def _figure(line: str, wanted: str) -> tuple[int, int] | None:
    """Where a figure stands, and not a part of a longer one; without its unit when it is printed with another."""
    for words in (wanted.split(), wanted.replace("Rp", "").strip(" .%").split()):
        if not words:
            continue
        spaced = r"\s*".join(map(re.escape, words))
        match = re.search(rf"(?<!\d)(?<!\d[.,]){spaced}(?![.,]?\d)", line)
        if match:
            return match.span()
    return None
