"""Tables drawn by hand at exact places: where each cell stands, the text in it, the rules around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeAlias

from reportlab.lib import colors

from tests.layouts.case import Rows

SIZE = 8.5
LEADING = 10.5
PAD = 4.0
LEFT = 60.0
TOP = 720.0
BLUE = colors.Color(0.16, 0.32, 0.55)
PALE = colors.Color(0.88, 0.91, 0.96)

Place: TypeAlias = tuple[int, int]
# (row, column) of a merged cell's first part: how many rows and columns it takes.
Spans: TypeAlias = Mapping[Place, Place]
# x0, y0, x1, y1
Segment: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of columns from the left and of rows from the top, and the cells that are merged."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    spans: Spans = field(default_factory=dict)

    def boxes(self) -> dict[Place, Segment]:
        """Each cell's box (left, bottom, right, top) by the place of its first part."""
        covered = {
            (row + down, column + across)
            for (row, column), (rows, columns) in self.spans.items()
            for down in range(rows)
            for across in range(columns)
            if down or across
        }
        found = {}
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) not in covered:
                    rows, columns = self.spans.get((row, column), (1, 1))
                    found[row, column] = (self.xs[column], self.ys[row + rows], self.xs[column + columns], self.ys[row])
        return found


def framed(rows: Rows, widths: Sequence[float], top: float = TOP, left: float = LEFT, spans: Spans | None = None) -> Frame:
    """Columns of these widths, rows as high as their highest unmerged cell."""
    merged = spans or {}
    xs, ys = [left], [top]
    for width in widths:
        xs.append(xs[-1] + width)
    for place, row in enumerate(rows):
        heights = [text.count("\n") + 1 for column, text in enumerate(row) if merged.get((place, column), (1, 1))[0] == 1]
        ys.append(ys[-1] - max(heights, default=1) * LEADING - 2 * PAD)
    return Frame(tuple(xs), tuple(ys), merged)


# ------------------------------------------------------------------ text


@dataclass(frozen=True, slots=True)
class Hand:
    """How cells are written: a letter a column (l, c, r), how many rows are header, and whether text stands half-way down."""

    sides: str
    header: int = 1
    middle: bool = False
    ink: Any = colors.black
    header_ink: Any = colors.black
    size: float = SIZE
    faces: tuple[str, str] = ("Helvetica", "Helvetica-Bold")
    lift: float = 0.0


def write(canvas: Any, frame: Frame, rows: Rows, hand: Hand) -> None:
    """The texts in their cells; the header is bold and in the middle."""
    for (row, column), box in frame.boxes().items():
        head = row < hand.header
        canvas.setFont(hand.faces[1] if head else hand.faces[0], hand.size)
        canvas.setFillColor(hand.header_ink if head else hand.ink)
        lines = rows[row][column].split("\n")
        high = box[3] - box[1] - len(lines) * LEADING
        y = box[3] - (high / 2 if head or hand.middle else PAD) - SIZE + hand.lift
        for line in lines:
            _put(canvas, "c" if head else hand.sides[column], box, y, line)
            y -= LEADING
    canvas.setFillColor(colors.black)


def _put(canvas: Any, side: str, box: Segment, y: float, line: str) -> None:
    if side == "r":
        canvas.drawRightString(box[2] - PAD, y, line)
    elif side == "c":
        canvas.drawCentredString((box[0] + box[2]) / 2, y, line)
    else:
        canvas.drawString(box[0] + PAD, y, line)


def prose(canvas: Any, y: float, *texts: str, left: float = LEFT) -> float:
    """Lines of body text below each other; the height at which the next one would stand."""
    canvas.setFillColor(colors.black)
    canvas.setFont("Times-Roman", 11)
    for text in texts:
        canvas.drawString(left, y, text)
        y -= 15
    return y


def caption(canvas: Any, y: float, *texts: str, middle: float = 297.5) -> float:
    """Bold lines around a middle; the height at which the next one would stand."""
    canvas.setFillColor(colors.black)
    canvas.setFont("Helvetica-Bold", 10)
    for text in texts:
        canvas.drawCentredString(middle, y, text)
        y -= 13
    return y


# ------------------------------------------------------------------ rules


def rulings(frame: Frame) -> list[Segment]:
    """Every edge of every cell once, as rules as long as they run."""
    pieces: set[Segment] = set()
    for left, bottom, right, top in frame.boxes().values():
        for first, second in pairwise([x for x in frame.xs if left <= x <= right]):
            pieces |= {(first, bottom, second, bottom), (first, top, second, top)}
        for first, second in pairwise([y for y in reversed(frame.ys) if bottom <= y <= top]):
            pieces |= {(left, first, left, second), (right, first, right, second)}
    return _joined(sorted(piece for piece in pieces if piece[1] == piece[3]), upright=False) + _joined(
        sorted(piece for piece in pieces if piece[0] == piece[2]), upright=True
    )


def _joined(pieces: Sequence[Segment], upright: bool) -> list[Segment]:
    line, start, end = (0, 1, 3) if upright else (1, 0, 2)
    runs: list[Segment] = []
    for piece in sorted(pieces, key=lambda one: (one[line], one[start])):
        if runs and runs[-1][line] == piece[line] and runs[-1][end] == piece[start]:
            runs[-1] = (*runs[-1][:2], *piece[2:])
        else:
            runs.append(piece)
    return runs


def level(segments: Iterable[Segment]) -> list[Segment]:
    """The rules that lie."""
    return [segment for segment in segments if segment[1] == segment[3]]


def upright(segments: Iterable[Segment]) -> list[Segment]:
    """The rules that stand."""
    return [segment for segment in segments if segment[0] == segment[2]]


def across(frame: Frame, *rows: int) -> list[Segment]:
    """Rules from the first column to the last at these row edges; negative ones count from the bottom."""
    return [(frame.xs[0], frame.ys[row], frame.xs[-1], frame.ys[row]) for row in rows]


def strike(canvas: Any, segments: Iterable[Segment], width: float = 0.6, ink: Any = colors.black) -> None:
    """The rules, each a stroke of its own."""
    canvas.setLineWidth(width)
    canvas.setStrokeColor(ink)
    for segment in segments:
        canvas.line(*segment)
    canvas.setStrokeColor(colors.black)


def fill(canvas: Any, box: Segment, ink: Any) -> None:
    """Paint without an edge."""
    canvas.setFillColor(ink)
    canvas.rect(box[0], box[1], box[2] - box[0], box[3] - box[1], stroke=0, fill=1)
    canvas.setFillColor(colors.black)


def band(canvas: Any, frame: Frame, rows: Iterable[int], ink: Any) -> None:
    """Paint behind whole rows."""
    for row in rows:
        fill(canvas, (frame.xs[0], frame.ys[row + 1], frame.xs[-1], frame.ys[row]), ink)


def ruled(canvas: Any, frame: Frame, rows: Rows, hand: Hand) -> None:
    """A table in a full grid."""
    strike(canvas, rulings(frame))
    write(canvas, frame, rows, hand)
