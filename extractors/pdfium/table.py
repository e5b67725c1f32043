"""A filled net as a table: at once where each cell says what it shows, by way of slots where rows or columns hide in a cell."""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np

from extractors.columns import FEWEST_ROWS, settled
from extractors.grid import Slot, collapsed, row_of, table_of
from extractors.logical import is_table
from extractors.merged import spread
from extractors.model import Cell, Place, Row, Table
from extractors.pdfium.filled import Filled
from extractors.pdfium.frame import Boxes, turned
from extractors.pdfium.mending import mended
from extractors.pdfium.written import Places
from extractors.sheet import Sheet
from extractors.piles import EMPTY_LINE
from extractors.stacked import FEWEST_FIGURES, are_stacked, unstacked
from extractors.values import is_currency, is_enumerator, is_hole, is_value

NAME = "pdfium"
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
    if _has_lone_column(texts, starts) or _is_spread(filled, texts, starts):
        rows = settled(collapsed(spread(unstacked(collapsed(_slots(filled))))))
        return [table_of(rows, sheet, NAME)] if is_table(rows) else []
    stacked = {starts[name][0] for name, lines in texts.items() if len(lines) >= FEWEST_FIGURES and are_stacked(lines)}
    return [_table(filled, texts, sheet, stacked)]


def _is_grid(texts: dict[int, list[str]], starts: dict[int, tuple[int, int]]) -> bool:
    """As `logical.is_table` has it."""
    rows, columns = {row for row, _ in starts.values()}, {column for _, column in starts.values()}
    if len(columns) < 2:
        return False
    first = min(columns)
    return len(rows) > 1 or any(is_value(line) for name, lines in texts.items() if starts[name][1] != first for line in lines)


# ------------------------------------------------------------------ does a cell hide rows or columns?


def _is_spread(filled: Filled, texts: dict[int, list[str]], starts: dict[int, tuple[int, int]]) -> bool:
    """A cell over several rows may hold something of each: a list, a column's number, or paragraphs apart from each other."""
    names, boxes = filled.net.boxes()
    floors = filled.net.ys[1:].tolist()
    ends = dict(zip(names.tolist(), boxes[:, 3].tolist(), strict=True))
    over = {name for name, lines in texts.items() if len(lines) > 1 and ends[name] > floors[starts[name][0]] + SPANNING}
    if not over:
        return False
    if any(_is_list(lines) or lines[0].strip("()").isdigit() for name, lines in texts.items() if name in over):
        return True
    homes, middles, heights = filled.line_places()
    apart = (homes[1:] == homes[:-1]) & (middles[1:] - middles[:-1] > EMPTY_LINE * heights[:-1])
    return bool(over.intersection(homes[1:][apart].tolist()))


def _is_list(lines: Sequence[str]) -> bool:
    return all(is_value(line) or is_hole(line) for line in lines) or all(is_enumerator(line) for line in lines)


def _has_lone_column(texts: dict[int, list[str]], starts: dict[int, tuple[int, int]]) -> bool:
    """A column of currency signs, or one with a single number in it."""
    held: dict[int, list[list[str]]] = {}
    for name, lines in texts.items():
        held.setdefault(starts[name][1], []).append(lines)
    rows = len({row for row, _ in starts.values()})
    for column in held.values():
        signs = sum(is_currency(line) for lines in column for line in lines)
        if signs >= FEWEST_ROWS or (len(column) == 1 and rows > FEWEST_ROWS and column[0][0].strip("()").isdigit()):
            return True
    return False


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


def _table(filled: Filled, texts: dict[int, list[str]], sheet: Sheet, stacked: Set[int]) -> Table:
    """Every cell as it stands; rows and columns without words are left out. Rows that hold several are taken apart."""
    _, columns = filled.net.shape
    bold, first = _manners(filled)
    squares, boxes = _squares(filled, sorted(texts))
    placed = list(map(tuple, back(boxes, sheet).tolist()))
    page = sheet.number
    rows: list[Row] = []
    width = squares.shape[1]
    low, high = back_hulls(boxes, squares.shape, sheet)
    taken_apart = {row[0][0]: row for row in _apart(filled, squares, stacked)} if stacked else {}
    for place, names in enumerate(squares.tolist()):
        if parts := taken_apart.get(names[0]):
            rows += [row_of(part, sheet) for _, part in parts]
            continue
        cells = []
        for name, box in zip(names, placed[place * width : (place + 1) * width], strict=True):
            lines = texts.get(name)
            where = Place(page, None, box)
            cells.append(Cell("\n".join(lines), where, bold[name], first[name]) if lines else Cell("", where))
        rows.append(Row(tuple(cells), Place(page, None, (*low[place], *high[place]))))
    whole = [*boxes[:, :2].min(0).tolist(), *boxes[:, 2:].max(0).tolist()]
    around = sheet.back((whole[0], whole[1], whole[2], whole[3]))
    return Table(tuple(rows), Place(page, None, around), engine=NAME)


def _apart(filled: Filled, squares: Places, stacked: Set[int]) -> list[list[tuple[int, list[Slot]]]]:
    """The logical rows of each stacked row, with the number of its first square."""
    _, columns = filled.net.shape
    kept = (squares[0] % columns).tolist()
    slots = dict(zip(sorted(stacked), _slots(filled, sorted(stacked)), strict=True))
    found = []
    for first in squares[:, 0].tolist():
        if first // columns in stacked:
            row = [slots[first // columns][column] for column in kept]
            found.append([(first, part) for part in unstacked([row])])
    return found


def _squares(filled: Filled, named: Sequence[int]) -> tuple[np.ndarray, Boxes]:
    """The numbers of the squares that stay, row by row, and the box of each: that of its cell where the cell begins there."""
    net = filled.net
    rows, columns = net.shape
    at, across = np.divmod(np.array(named), columns)
    kept_rows, kept_columns = np.unique(at), np.unique(across)
    squares = kept_rows[:, None] * columns + kept_columns
    boxes = np.column_stack([
        np.tile(net.xs[kept_columns], len(kept_rows)), np.repeat(net.ys[kept_rows], len(kept_columns)),
        np.tile(net.xs[kept_columns + 1], len(kept_rows)), np.repeat(net.ys[kept_rows + 1], len(kept_columns)),
    ])  # fmt: skip
    names, cells = net.boxes()
    flat = squares.ravel()
    where = np.searchsorted(names, flat).clip(0, len(names) - 1)
    begins = names[where] == flat
    boxes[begins] = cells[where[begins]]
    return squares, boxes


def _manners(filled: Filled) -> tuple[dict[int, bool], dict[int, float]]:
    """Whether most of each cell is bold, and how far its first line is indented."""
    names, boxes = filled.net.boxes()
    starts = np.flatnonzero(np.diff(filled.cells, prepend=-1))
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


def back_hulls(boxes: Boxes, shape: tuple[int, ...], sheet: Sheet) -> tuple[list[list[float]], list[list[float]]]:
    """The box around each row of boxes, as its two corners."""
    grid = boxes.reshape(shape[0], shape[1], 4)
    hulls = np.concatenate([grid[:, :, :2].min(1), grid[:, :, 2:].max(1)], axis=1)
    placed = back(hulls, sheet)
    return placed[:, :2].tolist(), placed[:, 2:].tolist()
