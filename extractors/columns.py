"""Columns that are none: a currency sign on its own, and a column's number that stands beside its column."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.grid import Slot
from extractors.values import has_digits, is_currency, is_value
from extractors.words import hull

FEWEST_ROWS = 3


def settled(rows: list[list[Slot]]) -> list[list[Slot]]:
    """The rows, such columns put together with their neighbours."""
    column = 0
    while rows and column < len(rows[0]):
        neighbour = _neighbour(rows, column)
        if neighbour is None:
            column += 1
        else:
            rows = [_united(row, min(column, neighbour)) for row in rows]
            column = max(column - 1, 0)
    return rows


def _neighbour(rows: Sequence[Sequence[Slot]], column: int) -> int | None:
    texts = [_text(row[column]) if row[column].words else "" for row in rows]
    filled = [place for place, text in enumerate(texts) if text]
    if column + 1 < len(rows[0]) and sum(map(is_currency, texts)) >= FEWEST_ROWS and _are_signs(rows, column, filled):
        return column + 1
    if len(filled) == 1 and len(rows) > FEWEST_ROWS and _is_number(texts[filled[0]]):
        return _free(rows[filled[0]], column)
    return None


def _are_signs(rows: Sequence[Sequence[Slot]], column: int, filled: Sequence[int]) -> bool:
    """Below the header nothing but `Rp`, each beside its amount."""
    body = [row for row in filled if has_digits(_text(rows[row][column + 1])) or is_currency(_text(rows[row][column]))]
    signs = [row for row in body if is_currency(_text(rows[row][column])) and is_value(_text(rows[row][column + 1]))]
    header = [row for row in filled if row not in body]
    return len(signs) == len(body) >= FEWEST_ROWS and all(not _text(rows[row][column + 1]) for row in header)


def _is_number(text: str) -> bool:
    return text.strip("()").isdigit() and len(text) <= 4


def _free(row: Sequence[Slot], column: int) -> int | None:
    """The neighbour that is empty in this row: the left one first, since a heading begins there."""
    near = [place for place in (column - 1, column + 1) if 0 <= place < len(row)]
    return next((place for place in near if not row[place].words), None)


def _text(slot: Slot) -> str:
    return " ".join(line.text for line in slot.lines)


def _united(row: Sequence[Slot], column: int) -> list[Slot]:
    one, other = row[column], row[column + 1]
    return [*row[:column], Slot(hull([one.box, other.box]), one.words + other.words), *row[column + 2 :]]
