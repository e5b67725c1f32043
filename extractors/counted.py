"""Rows inside one ruled row whose figures do not stand beside their names: the third figure is the third name's."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.grid import Slot
from extractors.piles import Pile, cut, is_entry, middle
from extractors.values import starts_item
from extractors.words import Line

FEWEST = 2


def counted(piles: Sequence[Pile]) -> list[list[Slot]]:
    """The rows, if one column has as many numbered names as each column of figures has figures; nothing otherwise."""
    figures = [len(pile.starts) for pile in piles if pile.starts]
    names = next((pile for pile in piles if len(_marked(pile)) >= FEWEST), None)
    if names is None or len(figures) < FEWEST or set(figures) != {len(_marked(names))}:
        return []
    heading = not starts_item(names.lines[0].text)
    columns = [_column(pile, figures[0], heading) for pile in piles]
    return [list(row) for row in zip(*columns, strict=True)]


def _marked(pile: Pile) -> list[Line]:
    return [] if pile.starts or pile.whole else [line for line in pile.lines if starts_item(line.text)]


def _column(pile: Pile, count: int, heading: bool) -> list[Slot]:
    """A column's entries by their order; what has another number of entries stays in the first row."""
    if pile.starts:
        parts = cut(pile, lambda _, line: is_entry(line) and middle(line) in pile.starts)
    else:
        parts = cut(pile, lambda _, line: starts_item(line.text)) if _marked(pile) else [[line] for line in pile.lines]
    rows = count + heading
    if len(parts) == count:
        parts = [[], *parts] if heading else parts
    elif len(parts) != rows:
        parts = [list(pile.lines)]
    parts += [[] for _ in range(rows - len(parts))]
    return [_slot(pile, part, place, rows) for place, part in enumerate(parts)]


def _slot(pile: Pile, lines: Sequence[Line], place: int, rows: int) -> Slot:
    """The entry's place: where its lines stand, within the cell."""
    x0, y0, x1, y1 = pile.slot.box
    top = min((line.box[1] for line in lines), default=y0 + (y1 - y0) * place / rows)
    bottom = max((line.box[3] for line in lines), default=y0 + (y1 - y0) * (place + 1) / rows)
    return Slot((x0, top, x1, max(bottom, top)), tuple(word for line in lines for word in line.words))
