"""A filled net as a table: at once where each cell says what it shows, by way of slots where rows or columns hide in a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import islice
from typing import TypeAlias

import numpy as np

from extractors.columns import FEWEST_ROWS, settled
from extractors.grid import Slot, collapsed, in_order, row_of, table_of
from extractors.logical import is_table
from extractors.merged import spread
from extractors.model import Cell, Place, Row, Table
from extractors.pdfium.filled import Filled
from extractors.pdfium.frame import Boxes, turned
from extractors.pdfium.mending import mended
from extractors.pdfium.net import in_grid
from extractors.pdfium.written import Places, starts_of
from extractors.piles import EMPTY_LINE
from extractors.sheet import Sheet
from extractors.stacked import FEWEST_FIGURES, are_stacked, unstacked
from extractors.values import is_currency, is_enumerator, is_hole, is_value

NAME = "pdfium"
# The lines of each cell that has words, and the row and column in which it begins.
Texts: TypeAlias = dict[int, list[str]]
Starts: TypeAlias = dict[int, tuple[int, int]]
# A cell reaches below its row by more than this.
SPANNING = 4.0


def tables_of(filled: Filled, sheet: Sheet) -> list[Table]:
    """The table in the net; none, if it is a framed text or an empty grid."""
    filled = mended(filled)
    texts = filled.texts()
    _, columns = filled.net.shape
    starts = {name: divmod(name, columns) for name in texts}
    if not _is_grid(texts, starts):
        return []
    if _has_lone_column(texts, starts) or _is_spread(filled, texts):
        rows = _as_band(_slots(filled)) if filled.net.is_band else settled(collapsed(spread(unstacked(collapsed(_slots(filled))))))
        return [table_of(rows, sheet, NAME)] if is_table(rows) else []
    stacked = {starts[name][0] for name, lines in texts.items() if len(lines) >= FEWEST_FIGURES and are_stacked(lines)}
    return [_table(filled, texts, sheet, stacked)]


def _as_band(rows: list[list[Slot]]) -> list[list[Slot]]:
    """The logical rows, with all columns."""
    return [row for row in spread(unstacked(rows)) if any(slot.words for slot in row)]


def _is_grid(texts: Texts, starts: Starts) -> bool:
    """As `logical.is_table` has it."""
    rows, columns = {row for row, _ in starts.values()}, {column for _, column in starts.values()}
    if len(columns) < 2:
        return False
    first = min(columns)
    return len(rows) > 1 or any(is_value(line) for name, lines in texts.items() if starts[name][1] != first for line in lines)


# ------------------------------------------------------------------ does a cell hide rows or columns?


def _is_spread(filled: Filled, texts: Texts) -> bool:
    """A cell over several rows may hold something of each: a list, a column's number, or paragraphs apart from each other."""
    names, boxes = filled.net.boxes()
    reaching = boxes[:, 3] > filled.net.ys[names // filled.net.shape[1] + 1] + SPANNING
    over = {name for name in names[reaching].tolist() if len(texts.get(name, ())) > 1}
    if not over:
        return False
    if any(_is_list(texts[name]) or texts[name][0].strip("()").isdigit() for name in over):
        return True
    homes, middles, heights = filled.line_places()
    apart = (homes[1:] == homes[:-1]) & (middles[1:] - middles[:-1] > EMPTY_LINE * heights[:-1])
    return bool(over.intersection(homes[1:][apart].tolist()))


def _is_list(lines: Sequence[str]) -> bool:
    return all(is_value(line) or is_hole(line) for line in lines) or all(is_enumerator(line) for line in lines)


def _has_lone_column(texts: Texts, starts: Starts) -> bool:
    """A column of currency signs, or one with a single number in it."""
    signs = Counter(starts[name][1] for name, lines in texts.items() for line in lines if is_currency(line))
    if signs and max(signs.values()) >= FEWEST_ROWS:
        return True
    held = Counter(column for _, column in starts.values())
    lone = [name for name, (_, column) in starts.items() if held[column] == 1]
    return len({row for row, _ in starts.values()}) > FEWEST_ROWS and any(texts[name][0].strip("()").isdigit() for name in lone)


def _slots(filled: Filled, chosen: Sequence[int] | None = None) -> list[list[Slot]]:
    """The rows of the net as slots; the chosen ones, or all."""
    net = filled.net
    words = filled.word_lists(chosen)
    names, boxes = net.boxes()
    cells = dict(zip(names.tolist(), boxes.tolist(), strict=True))
    xs, ys, (rows, columns) = net.xs.tolist(), net.ys.tolist(), net.shape
    out = []
    for row in range(rows) if chosen is None else chosen:
        slots = []
        for column in range(columns):
            name = row * columns + column
            if name in cells:
                slots.append(Slot(tuple(cells[name]), words.get(name, ())))
            else:
                slots.append(Slot((xs[column], ys[row], xs[column + 1], ys[row + 1])))
        out.append(slots)
    return out


# ------------------------------------------------------------------ the plain case


def _table(filled: Filled, texts: Texts, sheet: Sheet, stacked: Set[int]) -> Table:
    """Every cell as it stands; rows and columns without words are left out. Rows that hold several are taken apart."""
    bold, indent = _manners(filled)
    squares, boxes = _squares(filled, texts)
    hulls = _row_hulls(boxes, squares)
    printed = map(tuple, back(np.concatenate([boxes, hulls]), sheet).tolist())
    page = sheet.number
    places = iter([Place(page, None, box) for box in printed])
    cells = iter([
        Cell(_joined(texts[name]), place, bold[name], indent[name]) if name in texts else Cell("", place)
        for name, place in zip(squares.ravel().tolist(), islice(places, len(boxes)), strict=True)
    ])  # fmt: skip
    rows = [Row(tuple(islice(cells, squares.shape[1])), place) for place in places]
    if stacked:
        apart = _apart(filled, squares, stacked)
        rows = [part for row, first in zip(rows, squares[:, 0].tolist(), strict=True) for part in _rows_of(apart.get(first), row, sheet)]
    (x0, y0), (x1, y1) = hulls[:, :2].min(0).tolist(), hulls[:, 2:].max(0).tolist()
    return Table(tuple(rows), Place(page, None, sheet.back((x0, y0, x1, y1))), engine=NAME)


def _rows_of(parts: list[list[Slot]] | None, whole: Row, sheet: Sheet) -> list[Row]:
    """The logical rows of a row that was taken apart, or the row."""
    return [row_of(part, sheet) for part in parts] if parts else [whole]


def _joined(lines: list[str]) -> str:
    return lines[0] if len(lines) == 1 else "\n".join(in_order(lines))


def _apart(filled: Filled, squares: Places, stacked: Set[int]) -> dict[int, list[list[Slot]]]:
    """The logical rows of each stacked row, by the number of its first square."""
    _, columns = filled.net.shape
    kept = (squares[0] % columns).tolist()
    rows = dict(zip(sorted(stacked), _slots(filled, sorted(stacked)), strict=True))
    firsts = (first for first in squares[:, 0].tolist() if first // columns in stacked)
    return {first: unstacked([[rows[first // columns][column] for column in kept]]) for first in firsts}


def _row_hulls(boxes: Boxes, squares: Places) -> Boxes:
    """The box around each row of boxes."""
    grid = boxes.reshape(*squares.shape, 4)
    return np.concatenate([grid[:, :, :2].min(1), grid[:, :, 2:].max(1)], axis=1)


def _squares(filled: Filled, named: Iterable[int]) -> tuple[Places, Boxes]:
    """The numbers of the squares that stay, row by row, and the box of each: that of its cell where the cell begins there."""
    net = filled.net
    _, columns = net.shape
    filled_rows, filled_columns = (set(places) for places in zip(*(divmod(name, columns) for name in named), strict=True))
    kept_rows = np.array(sorted(filled_rows))
    kept_columns = np.arange(columns) if net.is_band else np.array(sorted(filled_columns))
    squares = kept_rows[:, None] * columns + kept_columns
    boxes = in_grid((net.xs[kept_columns], net.ys[kept_rows], net.xs[kept_columns + 1], net.ys[kept_rows + 1]))
    names, cells = net.boxes()
    flat = squares.ravel()
    where = np.searchsorted(names, flat).clip(0, len(names) - 1)
    begins = names[where] == flat
    boxes[begins] = cells[where[begins]]
    return squares, boxes


def _manners(filled: Filled) -> tuple[dict[int, bool], dict[int, float]]:
    """Whether most of each cell is bold, and how far its first line is indented."""
    names, boxes = filled.net.boxes()
    starts = starts_of(filled.cells)
    cells = filled.cells[starts]
    left = boxes[np.searchsorted(names, cells), 0]
    indent = np.round(np.maximum(filled.boxes[starts, 0] - left, 0.0), 1).tolist()
    if filled.bold.any():
        weights = np.array([len(text) for text in filled.text])
        bold = (np.add.reduceat(weights * filled.bold, starts) * 2 > np.add.reduceat(weights, starts)).tolist()
    else:
        bold = [False] * len(starts)
    return dict(zip(cells.tolist(), bold, strict=True)), dict(zip(cells.tolist(), indent, strict=True))


def back(boxes: Boxes, sheet: Sheet) -> Boxes:
    """The boxes on the page as printed, rounded as `Sheet.back` does."""
    return np.round(turned(boxes, (4 - sheet.turn) % 4, sheet.width, sheet.height), 2)
