"""Everything that is printed on one page, as arrays: glyphs with their boxes, rulings, paint."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

from extractors.pages import SCAN_COVER
from extractors.pdfium.drawn import Drawn, Mask, drawn_of
from extractors.pdfium.frame import Boxes, Frame, frame_of, turned
from extractors.pdfium.walk import IMAGE, MEASURE, Array, Glyphs, Manners, Signs, glyphs_of, manners_of, shapes_on, signs_on
from extractors.words import BASELINE_DRIFT, SPACE_GAP, WORD_GAP

# Shares of the type size: a sign that stands farther back than the first begins anew, one printed twice is nearer than the second.
BACK = 0.5
TWICE = 0.15
MOST_TWICE = 1.5
# Where pdfium sees a space that is not printed, this much white is one; within a figure this much, where none is printed, may be
# kerning; and letters that are all set apart by no more than the third are spaced by their font.
MADE_GAP = 0.12
FIGURE_GAP = 0.3
MOST_SPREAD = 0.8
FEW_RULES = 6
THICKEST_RULE = 6.0
_REACH = (WORD_GAP, MADE_GAP, SPACE_GAP, BASELINE_DRIFT, BACK, TWICE, MOST_TWICE, FIGURE_GAP, MOST_SPREAD)


@dataclass(frozen=True, slots=True)
class Ink:
    """One page, turned so that most of its text stands upright; boxes are x0, y0, x1, y1, origin top left.

    `covered` is the share of the page that pictures cover; `undrawn` says that nothing is on it but text and a few rules.
    """

    number: int
    width: float
    height: float
    turn: int
    glyphs: Glyphs
    rules: Boxes
    fills: Boxes
    covered: float
    undrawn: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What pdfium says of a page, as it says it: with this the page can be closed. `notes` is how many stamps and links lie on it."""

    number: int
    frame: Frame
    shapes: Array
    signs: Signs
    notes: int


def taken_from(page: raw.FPDF_PAGE, number: int) -> Taken:
    """What is on the open page."""
    frame, shapes = frame_of(page), shapes_on(page)
    text_page = raw.FPDFText_LoadPage(page)
    try:
        return Taken(number, frame, shapes, signs_on(text_page), raw.FPDFPage_GetAnnotCount(page))
    finally:
        raw.FPDFText_ClosePage(text_page)


def ink_of(taken: Taken) -> Ink:
    """The page, read."""
    number, frame = taken.number, taken.frame
    width, height = frame.size
    drawn = drawn_of(taken.shapes, frame)
    covered = min(_area(drawn.images, width, height) / max(width * height, 1.0), 1.0)
    glyphs, turn = _glyphs(taken.signs, frame, drawn, covered)
    rules, fills = (turned(part, turn, width, height) for part in (drawn.rules, drawn.fills))
    if turn % 2:
        width, height = height, width
    return Ink(number, width, height, turn, glyphs, rules, fills, covered, not taken.notes and _is_undrawn(taken.shapes))


def _is_undrawn(shapes: Array) -> bool:
    """No picture, and no more than the few thin rules of a header or footer."""
    if len(shapes) > FEW_RULES or (shapes["kind"] == IMAGE).any():
        return False
    x0, y0, x1, y1 = shapes["box"].T
    return bool((np.minimum(np.abs(x1 - x0), np.abs(y1 - y0)) <= THICKEST_RULE).all())


def _area(boxes: Boxes, width: float, height: float) -> float:
    if not len(boxes):
        return 0.0
    x0, y0, x1, y1 = boxes.T
    wide, high = np.minimum(x1, width) - np.maximum(x0, 0), np.minimum(y1, height) - np.maximum(y0, 0)
    return float((np.maximum(wide, 0) * np.maximum(high, 0)).sum())


# ------------------------------------------------------------------ glyphs


def _glyphs(signs: Signs, frame: Frame, drawn: Drawn, covered: float) -> tuple[Glyphs, int]:
    """The signs that a reader sees, as words, and how many quarter turns make most of them upright."""
    manners = manners_of(signs, frame.turns, covered < SCAN_COVER)
    hidden = _hidden(signs, manners, frame, drawn) if manners.any_white else None
    measure = np.array([(frame.place, _REACH, (frame.turns + manners.turn) % 4, manners.any_leans)], MEASURE)
    return glyphs_of(signs, manners, hidden, measure), manners.turn


def _hidden(signs: Signs, manners: Manners, frame: Frame, drawn: Drawn) -> npt.NDArray[np.uint8]:
    """White signs that stand on no paint and no picture."""
    paint = np.concatenate([drawn.fills, drawn.images])
    white = np.append(manners.white > 0, False)[signs.runs_of]
    chosen = np.flatnonzero(white)
    hidden = np.zeros(len(white), np.uint8)
    hidden[chosen] = ~_is_over(frame.printed(signs.boxes[chosen][:, (0, 3, 2, 1)]), paint)
    return hidden


def _is_over(boxes: Boxes, paint: Boxes) -> Mask:
    """The middle of the box lies on paint or a picture."""
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    over = np.zeros(len(boxes), bool)
    if not len(boxes):
        return over
    near = (paint[:, 0] <= x.max()) & (paint[:, 2] >= x.min()) & (paint[:, 1] <= y.max()) & (paint[:, 3] >= y.min())
    for x0, y0, x1, y1 in paint[near].tolist():
        over |= (x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)
    return over
