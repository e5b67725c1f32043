"""Cell boxes and words to a table: columns and rows from the boxes' edges, text in the cell where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractors.model import Box, Cell, Place, Row, Table
from extractors.record import record
from extractors.sheet import Glyph, Sheet, turned
from extractors.values import goes_on, is_currency
from extractors.words import Line, Word, hull, lines_of, mostly_bold, word_of

# Edges nearer than this are one: double rules, and columns that shift by a hair half-way down a table.
SAME_COLUMN = 4.0
SAME_ROW = 2.5
# A border may cut this many signs off a number that is too wide for its cell; they go back to it.
LOOSE_SIGNS = 2


@record
class Slot:
    """A place in a row: its box, and the words whose cell begins here (a covered slot has none)."""

    box: Box
    words: tuple[Word, ...] = ()
    _seen: list[list[Line]] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def lines(self) -> list[Line]:
        """Its words as lines; worked out once."""
        if not self._seen:
            self._seen.append(lines_of(self.words))
        return self._seen[0]


@dataclass(frozen=True, slots=True)
class Net:
    """Cell boxes as a grid: column edges, row edges, which box owns a square and in which square a box begins."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: dict[tuple[int, int], Box]
    start: dict[tuple[int, int], Box]

    def box_at(self, x: float, y: float) -> Box:
        """The cell in which the point stands, or the nearest one."""
        return self.owner[_place(y, self.ys), _place(x, self.xs)]


def _place(value: float, borders: Sequence[float]) -> int:
    return min(max(bisect_right(borders, value) - 1, 0), len(borders) - 2)


def net_of(boxes: Sequence[Box]) -> Net:
    """The net of these cells; a hole in it is a cell of its own."""
    xs = _edges((edge for box in boxes for edge in (box[0], box[2])), SAME_COLUMN)
    ys = _edges((edge for box in boxes for edge in (box[1], box[3])), SAME_ROW)
    net = Net(tuple(xs), tuple(ys), {}, {})
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        squares = [
            (row, column)
            for row in range(_nearest(box[1], ys), _nearest(box[3], ys))
            for column in range(_nearest(box[0], xs), _nearest(box[2], xs))
        ]
        free = [square for square in squares if square not in net.owner]
        if free:
            net.start[free[0]] = box
        net.owner.update(dict.fromkeys(free, box))
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) not in net.owner:
                net.owner[row, column] = net.start[row, column] = (xs[column], ys[row], xs[column + 1], ys[row + 1])
    return net


def _edges(values: Iterable[float], same: float) -> list[float]:
    """The distinct edges; near ones become one, at their middle."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= same:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(group[0] + group[-1]) / 2 for group in groups]


def _nearest(edge: float, borders: Sequence[float]) -> int:
    after = bisect_right(borders, edge)
    return min((place for place in (after - 1, after) if 0 <= place < len(borders)), key=lambda place: abs(borders[place] - edge))


def slots_of(net: Net, words: Iterable[Word], sheet: Sheet) -> list[list[Slot]]:
    """The rows of the net, with the words that stand in it."""
    held: dict[Box, list[Word]] = defaultdict(list)
    for word in words:
        for box, part in _parts(word, net, sheet):
            held[box].append(part)
    return [[_slot(net, held, row, column) for column in range(len(net.xs) - 1)] for row in range(len(net.ys) - 1)]


def _slot(net: Net, held: dict[Box, list[Word]], row: int, column: int) -> Slot:
    box = net.start.get((row, column))
    if box is None:
        return Slot((net.xs[column], net.ys[row], net.xs[column + 1], net.ys[row + 1]))
    return Slot(box, tuple(held.get(box, ())))


def _parts(word: Word, net: Net, sheet: Sheet) -> Iterator[tuple[Box, Word]]:
    """The word, cut where its signs stand in different cells."""
    pieces: list[tuple[Box, list[Glyph]]] = []
    for glyph in word.glyphs:
        box = net.box_at((glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2)
        if pieces and pieces[-1][0] == box:
            pieces[-1][1].append(glyph)
        else:
            pieces.append((box, [glyph]))
    for box, glyphs in _mended(pieces):
        yield box, word_of([(turned(glyph.box, word.turn, sheet.width, sheet.height), glyph) for glyph in glyphs], word.turn)


def _mended(pieces: list[tuple[Box, list[Glyph]]]) -> list[tuple[Box, list[Glyph]]]:
    """One word, in the cell of the longest piece, when all other pieces are loose signs."""
    longest = max(pieces, key=lambda piece: len(piece[1]))
    if len(pieces) > 1 and all(len(piece[1]) <= LOOSE_SIGNS < len(longest[1]) for piece in pieces if piece is not longest):
        return [(longest[0], [glyph for _, glyphs in pieces for glyph in glyphs])]
    return pieces


def collapsed(rows: list[list[Slot]]) -> list[list[Slot]]:
    """The rows without those rows and columns in which nothing stands."""
    rows = [row for row in rows if any(slot.words for slot in row)]
    kept = [column for column in range(len(rows[0]) if rows else 0) if any(row[column].words for row in rows)]
    return [[row[column] for column in kept] for row in rows]


def around(rows: Sequence[Sequence[Slot]]) -> Box:
    """The box around a table's rows."""
    return hull(slot.box for row in rows for slot in row)


def table_of(rows: list[list[Slot]], sheet: Sheet, engine: str, notes: tuple[str, ...] = ()) -> Table:
    """The finished table, every box where it stands on the page as printed."""
    out = tuple(row_of(row, sheet) for row in rows)
    return Table(rows=out, place=Place(page=sheet.number, bbox=sheet.back(around(rows))), engine=engine, notes=notes)


def row_of(row: list[Slot], sheet: Sheet) -> Row:
    """The finished row."""
    cells = tuple(_cell(slot, sheet) for slot in row)
    return Row(cells, Place(page=sheet.number, bbox=sheet.back(hull(slot.box for slot in row))))


def _cell(slot: Slot, sheet: Sheet) -> Cell:
    place = Place(page=sheet.number, bbox=sheet.back(slot.box))
    if not slot.words:
        return Cell("", place)
    lines = slot.lines
    text = "\n".join(in_order([line.text for line in lines]))
    return Cell(text, place, mostly_bold(slot.words), round(max(lines[0].box[0] - slot.box[0], 0.0), 1))


def in_order(texts: list[str]) -> list[str]:
    """The lines; a currency sign that stands half-way between the two lines of its amount goes before them."""
    for place in range(1, len(texts) - 1):
        if is_currency(texts[place]) and goes_on(texts[place - 1], texts[place + 1]):
            return [*texts[: place - 1], texts[place], texts[place - 1], *texts[place + 1 :]]
    return texts
