"""Printed lines joined to paragraphs, each character still knowing the line on which it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.model import Box, Place
from extractors.record import record
from pipeline.normalize.edges import Layout, column_layouts, is_next_column, layout_of
from pipeline.normalize.reading import MARKER, Line

# A line this long was broken because the page ended there, not because the writer stopped.
FULL_LINE = 60
# Shares of the widest line: a last line ends before the first, a line that cannot be continued before the second.
ENDS_EARLY = 0.88
ENDS_MUCH_EARLIER = 0.62
INDENT = 8.0
PITCH_OF_A_PARAGRAPH = 1.45
MORE_WHITE = 1.15

_CAPTION = re.compile(r"\s*(?:tabel|table|gambar|grafik|diagram|bagan|foto|sumber)\b[\s.:]{0,3}(?:\d|[IVX]+\b|data\b|:)", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;]\W{0,3}$")
_OPEN = re.compile(
    r"(?:\b(?:dan|atau|serta|yang|dengan|dari|ke|di|pada|untuk|oleh|dalam|sebesar|sebanyak|adalah|yaitu|tahun|rp|kabupaten|kota|provinsi|nomor|no|kab|per)"
    r"|[,(/]|\brp\.)\s*$",
    re.IGNORECASE,
)
_LONGEST_END = 20  # of a line, in which such a word has room
_FIGURE_LAST = re.compile(r"[\d%][\s)]*$")
_HALF = re.compile(r"([^\W\d_]{1,30})-$")


@record
class Spot:
    """From `offset` on, the text stands at `place`."""

    offset: int
    place: Place


@record
class Paragraph:
    """Lines that belong together, as one text; `heading` is the nearest heading above, `item` marks a list item."""

    text: str
    spots: tuple[Spot, ...]
    heading: str
    item: bool


def is_caption(text: str) -> bool:
    """Whether a line names a table, a picture or a source."""
    return bool(_CAPTION.match(text))


def paragraphs(lines: Sequence[Line | None], headings: dict[int, str]) -> tuple[Paragraph, ...]:
    """The paragraphs between tables; `headings` gives for the block of a heading its text, and they are no prose."""
    usual = layout_of(lines)
    columns = column_layouts(lines, usual)
    found: list[Paragraph] = []
    run: list[Line] = []
    above = ""
    for line in (*lines, None):
        closes = line is None or line.index in headings or is_caption(line.text)
        if run and (closes or (line is not None and not _continues(run, line, columns.get(run[-1].index, usual)))):
            found.append(_joined(run, above))
            run = []
        if line is None:
            continue
        if line.index in headings:
            above = headings[line.index] or above
        elif not closes:
            run.append(line)
    return tuple(found)


def _continues(run: Sequence[Line], line: Line, layout: Layout) -> bool:
    last = run[-1]
    if MARKER.match(line.text):
        return False
    if last.place.page is None or last.place.bbox is None or line.place.bbox is None:
        return _continues_text(last, line)
    return _continues_print(run, line, layout)


def _continues_text(last: Line, line: Line) -> bool:
    """Text input: a line is a paragraph, unless it was wrapped or cut by a page break."""
    if _ends(last):
        return _adjacent(last, line) and len(last.text) >= FULL_LINE
    if line.text[0].islower() or line.text[0] in "/),;%(":
        return True
    if not _adjacent(last, line) and (MARKER.match(last.text) or _FIGURE_LAST.search(last.text)):
        return False
    return bool(_OPEN.search(last.text)) or (len(last.text) >= FULL_LINE and not line.text.isupper())


def _ends(line: Line) -> bool:
    """Whether a line ends a sentence; the full stop of `Rp.` does not."""
    return bool(_ENDED.search(line.text)) and not _OPEN.search(line.text)


def _adjacent(last: Line, line: Line) -> bool:
    return last.place.line is not None and line.place.line == last.place.line + 1


def _continues_print(run: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Printed lines: by ending, indentation and spacing."""
    last = run[-1]
    before, after = last.place.bbox, line.place.bbox
    if before is None or after is None:
        return False
    ended = _ends(last)
    if last.place.page != line.place.page or is_next_column(last, line):
        return not ended and not _stops(run, line, before, layout)
    if after[1] - before[1] > PITCH_OF_A_PARAGRAPH * layout.pitch or after[1] < before[1] - layout.pitch:
        return _is_open(last.text) and after[1] > before[1]
    if ended:
        full = before[2] >= layout.left + ENDS_EARLY * (layout.right - layout.left)
        return full and after[0] <= before[0] + INDENT and not _is_outdented(run, line)
    return not _stops(run, line, before, layout)


def _stops(run: Sequence[Line], line: Line, before: Box, layout: Layout) -> bool:
    """Whether a line ends far from the right edge, or in another hand, and the next one begins anew."""
    last = run[-1]
    width = layout.right - layout.left
    short = before[2] < layout.left + ENDS_MUCH_EARLIER * width
    # Names set in bold within a paragraph make some of its lines bold.
    emphasis = before[2] >= layout.left + ENDS_EARLY * width and not all(other.bold for other in run)
    moved = _is_outdented(run, line) or _is_indented(run, line)
    apart = short or (last.bold != line.bold and not emphasis) or moved
    return apart and line.text[0].isupper() and not _is_open(last.text)


def _is_open(text: str) -> bool:
    """Whether a line ends with a word or sign behind which a sentence goes on."""
    return _OPEN.search(text, max(0, len(text) - _LONGEST_END)) is not None


def _is_outdented(run: Sequence[Line], line: Line) -> bool:
    """Left of where a list's item begins, and the item was not: what stands below the list."""
    first, before, box = run[0].place.bbox, run[-1].place.bbox, line.place.bbox
    if first is None or before is None or box is None or run[0].place.page != line.place.page or not MARKER.match(run[0].text):
        return False
    return box[0] < first[0] - INDENT <= before[0]


def _is_indented(run: Sequence[Line], line: Line) -> bool:
    """Farther right than a line that is not the first of its paragraph, and farther below it than that one below its own: a first line."""
    if len(run) < 2 or not run[-2].place.page == run[-1].place.page == line.place.page:
        return False
    above, before, box = run[-2].place.bbox, run[-1].place.bbox, line.place.bbox
    if above is None or before is None or box is None:
        return False
    return box[0] > before[0] + INDENT and box[1] - before[1] > MORE_WHITE * (before[1] - above[1])


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
    half = _HALF.search(before) if before.endswith("-") else None
    if half is None:
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
