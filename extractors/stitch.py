"""Tables broken over pages joined, repeated headers dropped, captions tied to their table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from extractors.model import Block, Cell, Place, Row, Table, TextLine

CAPTION = re.compile(r"^\W{0,4}tab(?:el|le)\s*\.?\s*(?:[0-9]|[IVX]+\b)", re.IGNORECASE)

MAX_CAPTION_LINES = 5
MAX_TITLE_LINES = 3
_TITLE_LENGTH = 130
_SAME_HEADER = 90
_MAX_HEADER_ROWS = 4
_MARKS = re.compile(r"\*+|^#+\s*")


def join(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with tables joined over page breaks and captions moved into their tables."""
    return _with_captions(_joined(blocks))


def _joined(blocks: Sequence[Block]) -> list[Block]:
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if isinstance(block, Table) and isinstance(last, Table) and (rows := _continuation(last, block)) is not None:
            out[-1] = replace(last, rows=(*last.rows[: len(last.rows) - rows[0]], *rows[1]), notes=(*last.notes, "disambung"))
        else:
            out.append(block)
    return out


def _continuation(table: Table, following: Table) -> tuple[int, tuple[Row, ...]] | None:
    """How many last rows of a table are replaced, and by which rows, when the next table continues it; None otherwise."""
    if len(table.rows[0].cells) != len(following.rows[0].cells):
        return None
    repeated = _repeated_header(table, following)
    rows = following.rows[repeated:]
    if not rows:
        return 0, ()
    if not repeated and _looks_like_header(following.rows[0]):
        return None
    if _is_fragment(rows[0], table.rows[-1], after_header=repeated > 0):
        return 1, (_merged(table.rows[-1], rows[0]), *rows[1:])
    return 0, rows


def _repeated_header(table: Table, following: Table) -> int:
    count = 0
    for one, two in zip(table.rows[:_MAX_HEADER_ROWS], following.rows, strict=False):
        if fuzz.ratio(_text(one), _text(two)) < _SAME_HEADER or (not _looks_like_header(two) and count == 0):
            break
        count += 1
    return count


def _text(row: Row) -> str:
    return "|".join(" ".join(cell.text.split()).casefold() for cell in row.cells)


def _looks_like_header(row: Row) -> bool:
    """Words in most cells and no figure in any: a row that begins a table."""
    said = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    return len(said) >= max(2, len(row.cells) // 2) and not any(re.search(r"\d[\d.,]{2,}|\d\s*%", text) for text in said)


def _is_fragment(row: Row, last: Row, *, after_header: bool) -> bool:
    """Whether a row only carries on the words of the row before the page break."""
    said = [(cell.text.strip(), before.text.strip()) for cell, before in zip(row.cells, last.cells, strict=True) if cell.text.strip()]
    if not said or 2 * len(said) > len(row.cells) or any(re.fullmatch(r"[\d.,%\sRp-]+", text) for text, _ in said):
        return False
    if not all(before for _, before in said):
        return False
    return after_header or said[0][0][0].islower()


def _merged(row: Row, fragment: Row) -> Row:
    cells = (_longer(cell, more) for cell, more in zip(row.cells, fragment.cells, strict=True))
    return Row(tuple(cells), row.place)


def _longer(cell: Cell, more: Cell) -> Cell:
    return replace(cell, text=f"{cell.text}\n{more.text}") if more.text.strip() else cell


def _with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and not block.caption:
            count, text, place = _caption_above(out)
            if count:
                del out[len(out) - count :]
            out.append(replace(block, caption=text, caption_place=place))
        else:
            out.append(block)
    return tuple(out)


def _caption_above(before: Sequence[Block]) -> tuple[int, str, Place | None]:
    """How many of the last lines are the caption of the next table, its text and place; a mere title is not taken away."""
    lines: list[TextLine] = []
    for block in reversed(before):
        if not isinstance(block, TextLine) or len(lines) > MAX_CAPTION_LINES:
            break
        lines.insert(0, block)
        if CAPTION.match(block.text) and not _is_sentence(block.text):
            return len(lines), _caption_text(lines), block.place
        if _is_sentence(block.text):
            lines.pop(0)
            break
    titles = lines[-MAX_TITLE_LINES:]
    return (0, _caption_text(titles), titles[0].place) if titles and all(_is_title(t.text) for t in titles) else (0, "", None)


def _is_sentence(text: str) -> bool:
    """Prose, not a caption: long, or ending like a sentence."""
    return len(text) > 2 * _TITLE_LENGTH or (len(text.split()) > 6 and text.rstrip("* ").endswith((".", ":", ";", ",")))


def _is_title(text: str) -> bool:
    return len(text) <= _TITLE_LENGTH and not re.match(r"^\s*(?:\d+[.)]|[A-Za-z][.)]|[-•])\s", text)


def _caption_text(lines: Sequence[TextLine]) -> str:
    return " ".join(_MARKS.sub("", line.text).strip() for line in lines)
