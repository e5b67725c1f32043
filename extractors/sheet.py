"""One PDF page as neutral geometry: glyphs, rulings and fills, turned so that its text stands upright.

Both engines fill their grids from it, so that they differ only in where they see the borders.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.model import Box

# A ruling that Word draws is a filled rectangle; thicker than this it is a bar, and a bar's edges are no borders.
THICKEST_RULE = 3.0
SHORTEST_RULE = 2.0
WHITE = 0.97
LIGHT = 0.7
SLANT = 0.1
# The part of a line's height that is below its base line.
DESCENT = 0.2


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed sign; `box` is where it stands in the turned sheet, `turn` how many quarter turns it leans there."""

    text: str
    box: Box
    size: float
    bold: bool
    turn: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: width, height and every box belong to the turned page; `back` gives the place on the page as printed."""

    path: Path
    number: int
    width: float
    height: float
    turn: int
    glyphs: tuple[Glyph, ...]
    rules: tuple[Box, ...]
    fills: tuple[Box, ...]
    covered: float

    def back(self, box: Box) -> Box:
        """The box on the page as printed, rounded so that the last bits of a float make no difference."""
        x0, y0, x1, y1 = turned(box, (4 - self.turn) % 4, self.width, self.height)
        return round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)

    @property
    def printed_size(self) -> tuple[float, float]:
        """Width and height of the page as printed."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)


def turned(box: Box, turn: int, width: float, height: float) -> Box:
    """The box after so many quarter turns clockwise of a page of this size."""
    x0, y0, x1, y1 = box
    match turn:
        case 1:
            return height - y1, x0, height - y0, x1
        case 2:
            return width - x1, height - y1, width - x0, height - y0
        case 3:
            return y0, width - x1, y1, width - x0
        case _:
            return box


def sheet_of(path: Path, page: Any) -> Sheet:
    """The page, read; what pdfplumber holds of it is let go, since a report may have hundreds of pages."""
    left, top, right, bottom = (float(edge) for edge in page.bbox)
    width, height = right - left, bottom - top

    def at(thing: dict[str, Any]) -> Box:
        return thing["x0"] - left, thing["top"] - top, thing["x1"] - left, thing["bottom"] - top

    signs = [(sign, _upright(at(sign), sign["matrix"]), _lean(sign["matrix"])) for sign in page.chars]
    signs = [sign for sign in signs if sign[0]["text"] and _inside(sign[1], width, height) and not _is_slanted(sign[0]["matrix"])]
    turn = _main_turn(lean for sign, _, lean in signs if not sign["text"].isspace())
    glyphs = [_glyph(sign, turned(box, turn, width, height), (lean - turn) % 4) for sign, box, lean in signs]
    rules = [turned(rule, turn, width, height) for rule in _rules(page, at) if _inside(rule, width, height)]
    fills = [turned(at(rect), turn, width, height) for rect in page.rects if _is_fill(rect)]
    covered = sum(_area(at(image), width, height) for image in page.images) / max(width * height, 1.0)
    page.close()
    return Sheet(
        path=path,
        number=int(page.page_number),
        width=height if turn % 2 else width,
        height=width if turn % 2 else height,
        turn=turn,
        glyphs=tuple(_once(glyphs)),
        rules=tuple(rules),
        fills=tuple(fills),
        covered=min(covered, 1.0),
    )


def _lean(matrix: tuple[float, ...]) -> int:
    """How many quarter turns clockwise make this sign stand upright."""
    a, b = matrix[0], matrix[1]
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _upright(box: Box, matrix: tuple[float, ...]) -> Box:
    """The box without the overhang of an italic that was made by slanting: it would hide the white between words."""
    _, b, c, d = matrix[:4]
    if b or not d or not SLANT * abs(d) < abs(c) < abs(d):
        return box
    overhang = abs(c / d) * (box[3] - box[1])
    below, above = (DESCENT, 1 - DESCENT) if c > 0 else (1 - DESCENT, DESCENT)
    return box[0] + below * overhang, box[1], max(box[2] - above * overhang, box[0] + below * overhang), box[3]


def _is_slanted(matrix: tuple[float, ...]) -> bool:
    """Text across the page is a stamp or a watermark."""
    low, high = sorted((abs(matrix[0]), abs(matrix[1])))
    return low > SLANT * high


def _main_turn(leans: Iterable[int]) -> int:
    """The turn that makes most of the text upright; upright wins a draw."""
    counted = Counter(leans)
    return max(range(4), key=lambda lean: (counted[lean], -lean))


def _glyph(sign: dict[str, Any], box: Box, lean: int) -> Glyph:
    name = str(sign["fontname"]).lower()
    # pdfminer's own size is the width of a sign that leans.
    size = box[2] - box[0] if lean % 2 else box[3] - box[1]
    return Glyph(_text(sign["text"]), box, size, any(word in name for word in ("bold", "black", "heavy", "demi")), lean)


def _text(text: str) -> str:
    """The sign, without what is no sign: control characters and lone surrogates; an unmapped glyph is a replacement character."""
    if text.startswith("(cid:"):
        return "\N{REPLACEMENT CHARACTER}"
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in text)


def _inside(box: Box, width: float, height: float) -> bool:
    return box[2] > 0 and box[3] > 0 and box[0] < width and box[1] < height


def _once(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Each sign once: bold is often made by printing twice, a hair apart."""
    seen: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        reach = min(1.5, 0.15 * glyph.size)
        column, row = int(glyph.box[0] // 2), int(glyph.box[1] // 2)
        near = (other for x in (-1, 0, 1) for y in (-1, 0, 1) for other in seen[glyph.text, column + x, row + y])
        if any(abs(other.box[0] - glyph.box[0]) < reach and abs(other.box[1] - glyph.box[1]) < reach for other in near):
            continue
        seen[glyph.text, column, row].append(glyph)
        yield glyph


# ------------------------------------------------------------------ rulings


def _rules(page: Any, at: Any) -> Iterator[Box]:
    """Every visible straight stroke, as a box without thickness: lines, thin rectangles, stroked frames, straight curves."""
    for line in page.lines:
        if not _is_white(line["stroking_color"]):
            yield from _flat(at(line))
    paint = {_color(rect) for rect in page.rects if _is_fill(rect) and _is_light(_color(rect))}
    for rect in page.rects:
        if not (rect["fill"] and _color(rect) in paint):
            yield from _rules_of_rect(rect, at(rect))
    for edge in page.curve_edges:
        if edge["orientation"] and not _is_white(edge.get("stroking_color")):
            yield from _flat(at(edge))


def _rules_of_rect(rect: dict[str, Any], box: Box) -> Iterator[Box]:
    x0, y0, x1, y1 = box
    if min(x1 - x0, y1 - y0) <= THICKEST_RULE:
        if not _is_white(rect["non_stroking_color"] if rect["fill"] else rect["stroking_color"]):
            yield from _flat(box)
    elif rect["stroke"] and not _is_white(rect["stroking_color"]):
        yield from ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))


def _flat(box: Box) -> Iterator[Box]:
    """The middle line of a thin box; a slanted or tiny stroke is no ruling."""
    x0, y0, x1, y1 = box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    if y1 - y0 <= THICKEST_RULE and x1 - x0 >= max(SHORTEST_RULE, y1 - y0):
        yield x0, y, x1, y
    elif x1 - x0 <= THICKEST_RULE and y1 - y0 >= max(SHORTEST_RULE, x1 - x0):
        yield x, y0, x, y1


def _is_white(color: Any) -> bool:
    """White on paper is not seen; Word draws the rulings that its author switched off in white."""
    match color:
        case int() | float():
            return color >= WHITE
        case tuple() | list() if len(color) in (1, 3):
            return all(isinstance(part, int | float) and part >= WHITE for part in color)
        case tuple() | list() if len(color) == 4:
            return all(isinstance(part, int | float) and part <= 1 - WHITE for part in color)
        case _:
            return False


def _is_fill(rect: dict[str, Any]) -> bool:
    thick = min(rect["x1"] - rect["x0"], rect["bottom"] - rect["top"]) > THICKEST_RULE
    return bool(rect["fill"]) and thick and not _is_white(rect["non_stroking_color"])


def _color(rect: dict[str, Any]) -> tuple[Any, ...]:
    color = rect["non_stroking_color"]
    return tuple(color) if isinstance(color, tuple | list) else (color,)


def _is_light(color: tuple[Any, ...]) -> bool:
    """A tint behind text. Narrow pieces of it are a cell's margin; a dark one may be a header and its rules."""
    if len(color) not in (1, 3) or not all(isinstance(part, int | float) for part in color):
        return False
    return bool(sum(color) / len(color) > LIGHT)


def _area(box: Box, width: float, height: float) -> float:
    return max(0.0, min(box[2], width) - max(box[0], 0.0)) * max(0.0, min(box[3], height) - max(box[1], 0.0))
