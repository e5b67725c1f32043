"""Sentences of prose with their places: lines joined to paragraphs, paragraphs split, tables and headings left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.model import Block, Place
from extractors.record import record
from pipeline.normalize.headings import titles
from pipeline.normalize.paragraphs import Paragraph, Spot, paragraphs, places
from pipeline.normalize.reading import MARKER, lines_of, words
from rules.facts import Location, Sentence
from rules.once import once

ABBREVIATIONS = words(
    """
    rp no nmr kab kec kel prov kot dsb dll dst dkk tgl hal tbl th thn jl jln telp tlp fax h hj ir dr drs dra prof sh se
    st si sos pd kom hum ak mm msi mt mkes a.n an u.b u.p d.a s.d sd tk ta t.a pt cv tn ny bpk sdr ket bid rt rw s.sos
    s.e s.h s.pd m.si m.m m.pd vs gol lamp ybs ttd
    """
)

_END = re.compile(
    r"(?<![.!?])[.!?]+[”\"’')\]]{0,2}(?=\s+[“\"‘'(]?\s?[A-Z0-9\"“(•-])|(?<=\s)\.(?=[A-Z][a-z])|(?<=[a-z]{4})\.(?=[A-Z][a-z]{2})"
)
_LAST_WORD = re.compile(r"[\w.]{1,20}$")
_NEXT = re.compile(r"\s*([“\"‘'(]?\s?)(\w*)")
_ENUMERATOR = re.compile(r"\s*\(?\d{1,2}[.)]\s")


@record
class Passage(Sentence):
    """A sentence that knows where each of its characters stands, and to which paragraph it belongs."""

    paragraph: int = 0
    item: bool = False
    spots: tuple[Spot, ...] = ()

    def place_at(self, offset: int) -> Place:
        """The place of the line on which this character is printed."""
        place = self.location.place
        for spot in self.spots:
            if spot.offset > offset:
                break
            place = spot.place
        return place


@once
def sentences(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """The sentences of a report in reading order."""
    lines = lines_of(blocks)
    found: list[Passage] = []
    for number, paragraph in enumerate(paragraphs(lines, titles(lines))):
        for start, end in _spans(paragraph):
            spots = tuple(places(paragraph.spots, start, end))
            text = paragraph.text[start:end]
            place = Location(spots[0].place, text)
            found.append(Passage(text, place, paragraph.heading, len(found), number, paragraph.item, spots))
    return tuple(found)


def _spans(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, without the spaces around it; the marker of a list item is not text."""
    text = paragraph.text
    marker = MARKER.match(text)
    start = marker.end() if marker else 0
    for match in (*_END.finditer(text), None):
        end = match.end() if match else len(text)
        if match and (end <= start or not _ends_here(text, match)):
            continue
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        last = start + len(text[start:end].rstrip())
        if last > first:
            yield first, last
        start = end


def _ends_here(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, and not an abbreviation, an initial, a number or a currency sign."""
    word = _LAST_WORD.search(text[max(0, match.start() - 20) : match.start()])
    last = word.group().strip(".").casefold() if word else ""
    if "!" in match.group() or "?" in match.group():
        return True
    if last in ABBREVIATIONS or (len(last) == 1 and last.isalpha()):
        return False
    following = _NEXT.match(text, match.end())
    opened, next_word = (following.group(1), following.group(2)) if following else ("", "")
    if opened.startswith("("):
        return not (last[-1:].isdigit() or last in ("", "-"))
    if next_word[:1].isdigit():
        return bool(_ENUMERATOR.match(text, match.end()))
    return True
