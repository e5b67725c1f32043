"""The columns of a table whose header is set off: what stands under each other, and the names under which nothing stands."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.names import Column, is_centred
from extractors.segments import Strip, columns_of

# In points: from a name over the middle of a column to the figures at its edge.
NEAR = 40.0


def named_columns(head: Sequence[Strip], body: Sequence[Strip], edges: Column) -> list[Column]:
    """The columns of the body, and those of the header under which nothing stands, between the table's edges."""
    columns = columns_of(body) if body else []
    names = names_of(head)
    for name in names:
        if not any(is_over(name, column) for column in columns):
            columns.append(_beside(name, columns, names, body, edges) or name)
            columns = [column for column in columns if column == columns[-1] or not is_over(columns[-1], column)]
    return sorted(columns)


def names_of(head: Sequence[Strip]) -> list[Column]:
    """How far each name of one column reaches, with its number and all else that is under it; a name over several is left out."""
    names: list[Column] = []
    for strip in reversed(head):
        lower = sorted(names)
        for part in strip.segments:
            own = part.box[0], part.box[2]
            under = [name for name in lower if is_over(own, name)]
            if len(under) > 1 or (not under and _is_of_group(own, lower)):
                continue
            names = [name for name in names if name not in under]
            names.append((min(own[0], *(name[0] for name in under)), max(own[1], *(name[1] for name in under))) if under else own)
    return sorted(names)


def _is_of_group(name: Column, lower: Sequence[Column]) -> bool:
    """It is centred over names below it, on either side of which some stand."""
    lefts, rights = [other for other in lower if other[1] < name[0]], [other for other in lower if other[0] > name[1]]
    return any(is_centred(name, left, right) for left in lefts for right in rights)


def is_over(one: Column, other: Column) -> bool:
    """They share some of the line."""
    return one[1] >= other[0] and one[0] <= other[1]


def _beside(name: Column, columns: Sequence[Column], names: Sequence[Column], body: Sequence[Strip], edges: Column) -> Column | None:
    """With this name, the column beside it that no name is over: the name in the middle, a short text or figures at the column's edge."""
    for column in columns:
        if any(is_over(other, column) for other in names):
            continue
        others = [other for other in (*columns, *names) if other not in (column, name)]
        if _is_near(name, column, body) or _is_free(_centred(name, column), others, edges):
            return min(column[0], name[0]), max(column[1], name[1])
    return None


def _is_near(name: Column, column: Column, body: Sequence[Strip]) -> bool:
    figures = [part.figure for strip in body for part in strip.segments if is_over((part.box[0], part.box[2]), column)]
    return min(abs(column[0] - name[1]), abs(name[0] - column[1])) <= NEAR and 2 * sum(figures) > len(figures)


def _centred(name: Column, column: Column) -> Column:
    """How far a column must reach that holds this text and has the name in its middle."""
    both = name[0] + name[1]
    return min(column[0], both - column[1]), max(column[1], both - column[0])


def _is_free(reach: Column, others: Sequence[Column], edges: Column) -> bool:
    return edges[0] <= reach[0] and reach[1] <= edges[1] and not any(is_over(reach, other) for other in others)
