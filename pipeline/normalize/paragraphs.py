"""Printed lines joined to paragraphs, each character still knowing the line on which it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.model import Box, Place
from pipeline.normalize.reading import MARKER, Line

# A line this long was broken because the page ended there, not because the writer stopped.
FULL_LINE = 60
# Shares of the widest line: a last line ends before the first, a line that cannot be continued before the second.
ENDS_EARLY = 0.88
ENDS_MUCH_EARLIER = 0.62
INDENT = 8.0
PITCH_OF_A_PARAGRAPH = 1.45

_CAPTION = re.compile(r"\s*(?:tabel|table|gambar|grafik|diagram|bagan|foto|sumber)\b[\s.:]{0,3}(?:\d|[IVX]+\b|data\b|:)", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;]\W{0,3}$")
_OPEN = re.compile(
    r"(?:\b(?:dan|atau|serta|yang|dengan|dari|ke|di|pada|untuk|oleh|dalam|sebesar|sebanyak|adalah|yaitu|tahun|rp|kabupaten|kota|provinsi|nomor|no|kab|per)"
    r"|[,(/]|\brp\.)\s*$",
    re.IGNORECASE,
)
_FIGURE_LAST = re.compile(r"[\d%][\s)]*$")
_HALF = re.compile(r"([^\W\d_]{1,30})-$")


@dataclass(frozen=True, slots=True)
class Spot:
    """From `offset` on, the text stands at `place`."""

    offset: int
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as one text; `heading` is the nearest heading above, `item` marks a list item."""

    text: str
    spots: tuple[Spot, ...]
    heading: str
    item: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual in a paged report: the right edge of its lines and the pitch from line to line."""

    right: float
    left: float
    pitch: float


def is_caption(text: str) -> bool:
    """Whether a line names a table, a picture or a source."""
    return bool(_CAPTION.match(text))


def paragraphs(lines: Sequence[Line | None], headings: dict[int, str]) -> tuple[Paragraph, ...]:
    """The paragraphs between tables; `headings` gives for the block of a heading its text, and they are no prose."""
    layout = _layout(lines)
    found: list[Paragraph] = []
    run: list[Line] = []
    above = ""
    for line in (*lines, None):
        closes = line is None or line.index in headings or is_caption(line.text)
        if run and (closes or (line is not None and not _continues(run[-1], line, layout))):
            found.append(_joined(run, above))
            run = []
        if line is None:
            continue
        if line.index in headings:
            above = headings[line.index] or above
        elif not closes:
            run.append(line)
    return tuple(found)


def _continues(last: Line, line: Line, layout: Layout) -> bool:
    if MARKER.match(line.text):
        return False
    if last.place.page is None or last.place.bbox is None or line.place.bbox is None:
        return _continues_text(last, line)
    return _continues_print(last, line, layout)


def _continues_text(last: Line, line: Line) -> bool:
    """Text input: a line is a paragraph, unless it was wrapped or cut by a page break."""
    if _ENDED.search(last.text):
        return _adjacent(last, line) and len(last.text) >= FULL_LINE
    if line.text[0].islower() or line.text[0] in "/),;%(":
        return True
    if not _adjacent(last, line) and (MARKER.match(last.text) or _FIGURE_LAST.search(last.text)):
        return False
    return bool(_OPEN.search(last.text)) or (len(last.text) >= FULL_LINE and not line.text.isupper())


def _adjacent(last: Line, line: Line) -> bool:
    return last.place.line is not None and line.place.line == last.place.line + 1


def _continues_print(last: Line, line: Line, layout: Layout) -> bool:
    """Printed lines: by ending, indentation and spacing."""
    before, after = last.place.bbox, line.place.bbox
    if before is None or after is None:
        return False
    ended = bool(_ENDED.search(last.text))
    if last.place.page != line.place.page:
        return not ended and not _stops(last, line, before, layout)
    if after[1] - before[1] > PITCH_OF_A_PARAGRAPH * layout.pitch or after[1] < before[1] - layout.pitch:
        return bool(_OPEN.search(last.text)) and after[1] > before[1]
    if ended:
        return before[2] >= layout.left + ENDS_EARLY * (layout.right - layout.left) and after[0] <= before[0] + INDENT
    return not _stops(last, line, before, layout)


def _stops(last: Line, line: Line, before: Box, layout: Layout) -> bool:
    """Whether a line ends far from the right edge and the next one begins anew."""
    short = before[2] < layout.left + ENDS_MUCH_EARLIER * (layout.right - layout.left)
    anew = line.text[0].isupper() and not _OPEN.search(last.text)
    return (short or last.bold != line.bold) and anew


def _layout(lines: Sequence[Line | None]) -> Layout:
    boxes = [line.place.bbox for line in lines if line is not None and line.place.bbox is not None]
    if not boxes:
        return Layout(0.0, 0.0, 0.0)
    rights = sorted(box[2] for box in boxes)
    pitches = [b[1] - a[1] for a, b in pairwise(boxes) if 0 < b[1] - a[1] < 4 * (a[3] - a[1])]
    left = sorted(box[0] for box in boxes)[len(boxes) // 10]
    return Layout(rights[len(rights) * 9 // 10], left, median(pitches) if pitches else 12.0)


def _joined(run: Sequence[Line], heading: str) -> Paragraph:
    pieces: list[str] = []
    spots: list[Spot] = []
    length = 0
    for line in run:
        if pieces:
            length -= len(pieces[-1])
            pieces[-1] = _glue(pieces[-1], line.text)
            length += len(pieces[-1])
        spots.append(Spot(length, line.place))
        pieces.append(line.text)
        length += len(line.text)
    return Paragraph("".join(pieces), tuple(spots), heading, bool(MARKER.match(run[0].text)))


def _glue(before: str, following: str) -> str:
    """A line, ready for the next one: with a space, or without the hyphen of a broken word."""
    half = _HALF.search(before)
    if not half:
        return before + " "
    if _is_doubled(half.group(1), following) or not following[0].islower():
        return before
    return before[:-1]


def _is_doubled(half: str, following: str) -> bool:
    """`tahun-` + `tahun`, `undang-` + `undangan`: the hyphen belongs to the word; so it does after a prefix such as non-."""
    first, second = half.casefold(), following.casefold()
    return second.startswith(first[:4]) or first.endswith(second[:5]) or first in ("non", "pra", "pasca", "sub", "anti", "e")


def places(spots: Sequence[Spot], start: int, end: int) -> Iterator[Spot]:
    """The spots of a stretch of text, counted from its own beginning."""
    for spot, after in zip(spots, (*spots[1:], None), strict=False):
        if spot.offset < end and (after is None or after.offset > start):
            yield Spot(max(spot.offset - start, 0), spot.place)
