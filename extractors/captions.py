"""Captions: the lines `Tabel 3.1 ...` above a table (or below it, where none stands above) become part of the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import inf

from extractors.model import Block, Box, Place, Table, TextLine
from extractors.values import starts_item

MOST_LINES = 5
MOST_TITLE_LINES = 3
TITLE_LENGTH = 130
# In points: a caption stands this near to its table, and its lines to each other.
NEAR = 45.0
NEXT_LINE = 28.0
# So much nearer to the table above it, and so many points from the one below, a caption is the upper one's.
FAR = 4.0
FAR_AWAY = 20.0
MOST_BETWEEN = 12
# A line is indented when it begins so many points behind the one above it.
INDENT = 12.0

_MARKS = re.compile(r"^[\s*_#]+|[\s*_#]+$|\*\*")
_NUMBER = r"(?:\d+|[IVXL]+)(?:\s?[.\-]\s?(?:\d+|[a-zA-Z]\b))*"
_CAPTION = re.compile(rf"(?:lanjutan\s+)?(?:tabel|table)\b[\s.:]*(?P<number>{_NUMBER})?(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
# `Tabel 3.1 di atas menunjukkan ...` is a sentence.
_SENTENCE = re.compile(
    r"\W*(?:di\s?atas|di\s?bawah|berikut|tersebut|ini\b|menunjuk|memperlihat|menggambar|menjelas|dapat|terlihat|yang\b|merupakan|adalah|diketahui)",
    re.IGNORECASE,
)


def starts_caption(text: str) -> bool:
    """`Tabel 3.1`, `TABEL III.1 ...`, `**Tabel .3.2**`, `Tabel.2.`: yes; a sentence about a table: no."""
    match = _CAPTION.match(clean(text))
    if match is None or _SENTENCE.match(match["rest"]):
        return False
    return bool(match["number"]) or match["rest"].strip()[:1].isupper()


def number_of(caption: str) -> str:
    """The table's number as printed, without spaces; empty if it has none."""
    match = _CAPTION.match(clean(caption))
    return re.sub(r"\s", "", match["number"] or "").upper() if match else ""


def clean(text: str) -> str:
    """The line without marks of bold and headings around it."""
    return _MARKS.sub("", text)


def captioned(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, captions moved into their tables; a caption without a table stays a line."""
    above = _taken_from_above(list(blocks))
    out: list[Block] = []
    taken: set[int] = set()
    for place, block in enumerate(above):
        if id(block) in taken:
            continue
        if isinstance(block, Table) and not block.caption:
            lines = _below(_not_beside(above[place + 1 : place + 1 + MOST_BETWEEN], above, place), block)
            taken.update(map(id, lines))
            block = _with_caption(block, lines)
        out.append(block)
    return out


def _taken_from_above(blocks: list[Block]) -> list[Block]:
    out: list[Block] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Table) and not block.caption:
            near = _not_beside(out[-MOST_BETWEEN:], blocks, place)
            lines = _above(near, block)
            if lines:
                taken = set(map(id, lines))
                out[-MOST_BETWEEN:] = [other for other in out[-MOST_BETWEEN:] if id(other) not in taken]
            block = _with_caption(block, lines or _title(near, block))
        out.append(block)
    return out


def _not_beside(near: list[Block], blocks: Sequence[Block], place: int) -> list[Block]:
    """What stands above or below the table; all that is near, where no other table stands beside it."""
    table = blocks[place]
    around = blocks[max(place - MOST_BETWEEN, 0) : place + MOST_BETWEEN]
    tables = [other.place for other in around if isinstance(other, Table)]
    if not any(_share(other, table.place, 1) > 0 >= _share(other, table.place, 0) for other in tables):
        return near
    return [other for other in near if _share(other.place, table.place, 0) > 0]


def _share(one: Place, other: Place, axis: int) -> float:
    """How much of one axis of the page two places share, in points; without boxes they share all there is."""
    if one.bbox is None or other.bbox is None or one.page != other.page:
        return inf
    return min(one.bbox[axis + 2], other.bbox[axis + 2]) - max(one.bbox[axis], other.bbox[axis])


def _with_caption(table: Table, lines: Sequence[TextLine]) -> Table:
    if not lines:
        return table
    return replace(table, caption=" ".join(clean(line.text) for line in lines), caption_place=_around(lines))


def _around(lines: Sequence[TextLine]) -> Place:
    first = lines[0].place
    boxes = [line.place.bbox for line in lines if line.place.bbox and line.place.page == first.page]
    if not boxes:
        return first
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return replace(first, bbox=(min(x0s), min(y0s), max(x1s), max(y1s)))


def _above(out: Sequence[Block], table: Table) -> list[TextLine]:
    """The lines from the nearest one that starts a caption down to the table, if they are few and near each other."""
    lines: list[TextLine] = []
    below = table.place
    limit = NEAR
    for block in reversed(out[-MOST_LINES:]):
        if not isinstance(block, TextLine) or _gap(block.place, below) > limit:
            return []
        lines.insert(0, block)
        if starts_caption(block.text):
            lines = [*_number_above(out, lines), *lines]
            return [] if _hangs(out, lines, table) else lines
        if _is_prose(block.text) and not _hangs_behind(out, lines):
            return []
        below, limit = block.place, NEXT_LINE
    return []


def _hangs_behind(out: Sequence[Block], lines: Sequence[TextLine]) -> bool:
    """A line that ends with a full stop is the caption's own when it is indented behind the number in the line above it."""
    above = out[-len(lines) - 1] if len(out) > len(lines) else None
    if len(lines) > 1 or not isinstance(above, TextLine) or not number_of(above.text) or not starts_caption(above.text):
        return False
    one, other = above.place.bbox, lines[0].place.bbox
    return one is not None and other is not None and one[0] + INDENT < other[0] and above.place.page == lines[0].place.page


def _number_above(out: Sequence[Block], lines: Sequence[TextLine]) -> list[TextLine]:
    """The line `Tabel 3.2` alone, above a caption that says `Tabel ...` once more."""
    above = out[-len(lines) - 1] if len(out) > len(lines) else None
    if number_of(lines[0].text) or not isinstance(above, TextLine) or _gap(above.place, lines[0].place) > NEXT_LINE:
        return []
    return [above] if starts_caption(above.text) and number_of(above.text) else []


def _hangs(out: Sequence[Block], lines: Sequence[TextLine], table: Table) -> bool:
    """The lines stand right below another table that has no caption, and far above this one."""
    above = out[-len(lines) - 1] if len(out) > len(lines) else None
    if not isinstance(above, Table) or above.caption or above.place.bbox is None or above.place.page != table.place.page:
        return False
    return max(FAR * _gap(above.place, lines[0].place), FAR_AWAY) < _gap(lines[-1].place, table.place)


def _title(out: Sequence[Block], table: Table) -> list[TextLine]:
    """Lines that name the table without the word Tabel; they stay where they are, since they may be a heading as well."""
    lines: list[TextLine] = []
    below, limit = table.place, NEAR
    for block in reversed(out[-MOST_TITLE_LINES:]):
        if not isinstance(block, TextLine) or not _is_title(block) or _gap(block.place, below) > limit:
            break
        lines.insert(0, block)
        below, limit = block.place, NEXT_LINE
    return lines


def _is_title(line: TextLine) -> bool:
    """Short, no sentence, no list item, no caption of another table; in print it must be bold: each line of a paragraph is short there."""
    printed = line.place.page is not None
    text = clean(line.text)
    is_short = len(text) <= TITLE_LENGTH and not text.rstrip().endswith((".", ":", ";", ","))
    return is_short and not starts_item(text) and not starts_caption(text) and (line.bold or not printed)


def _below(blocks: Sequence[Block], table: Table) -> list[TextLine]:
    """The caption that stands under a table: one that no other table claims."""
    lines: list[TextLine] = []
    above, limit = table.place, NEAR
    for block in blocks[:MOST_LINES]:
        if isinstance(block, Table):
            return lines if lines and _hangs([table, *lines], lines, block) else []
        if _gap(above, block.place) > limit or (not lines and not starts_caption(block.text)) or (lines and _is_prose(block.text)):
            break
        lines.append(block)
        above, limit = block.place, NEXT_LINE * 0.75
    return lines


def _is_prose(text: str) -> bool:
    """A line that ends a sentence: whatever stands above it is no caption of what stands below."""
    return len(text) > 40 and text.rstrip().endswith((".", ":", ";"))


def _gap(upper: Place, lower: Place) -> float:
    """Points between two places; nothing where they cannot be compared (another page, or text input)."""
    one: Box | None = upper.bbox
    other: Box | None = lower.bbox
    if one is None or other is None or upper.page != lower.page:
        return 0.0
    return other[1] - one[3]
