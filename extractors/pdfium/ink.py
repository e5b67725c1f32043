"""Everything that is printed on one page, as arrays: glyphs with their boxes, rulings, paint."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

from extractors.pdfium.drawn import Drawn, Mask, drawn_of, is_white
from extractors.pdfium.frame import Boxes, Frame, frame_of, turned
from extractors.pdfium.walk import MEASURE, Array, Glyphs, Signs, glyphs_of, shapes_on, signs_on
from extractors.words import BASELINE_DRIFT, SPACE_GAP, WORD_GAP

SLANT = 0.1
SCAN_COVER = 0.5
INVISIBLE = 3
SPACE = 32
# Shares of the type size: a sign that stands farther back than the first begins anew, one printed twice is nearer than the second.
BACK = 0.5
TWICE = 0.15
MOST_TWICE = 1.5
_BOLD = (b"bold", b"black", b"heavy", b"demi")


@dataclass(frozen=True, slots=True)
class Ink:
    """One page, turned so that most of its text stands upright; boxes are x0, y0, x1, y1, origin top left.

    `covered` is the share of the page that pictures cover.
    """

    number: int
    width: float
    height: float
    turn: int
    glyphs: Glyphs
    rules: Boxes
    fills: Boxes
    covered: float


def ink_of(page: raw.FPDF_PAGE, number: int) -> Ink:
    """The open page, read."""
    frame = frame_of(page)
    width, height = frame.size
    drawn = drawn_of(shapes_on(page))
    covered = min(_area(frame.printed(drawn.images), width, height) / max(width * height, 1.0), 1.0)
    glyphs, turn = _glyphs(page, frame, drawn, covered)
    rules, fills = (_seen(frame.printed(part), width, height) for part in (drawn.rules, drawn.fills))
    if turn:
        rules, fills = (turned(part, turn, width, height) for part in (rules, fills))
    if turn % 2:
        width, height = height, width
    return Ink(number, width, height, turn, glyphs, rules, fills, covered)


def _area(boxes: Boxes, width: float, height: float) -> float:
    if not len(boxes):
        return 0.0
    x0, y0, x1, y1 = boxes.T
    wide, high = np.minimum(x1, width) - np.maximum(x0, 0), np.minimum(y1, height) - np.maximum(y0, 0)
    return float((np.maximum(wide, 0) * np.maximum(high, 0)).sum())


def _seen(boxes: Boxes, width: float, height: float) -> Boxes:
    """Those of the boxes that are at least partly on the paper."""
    if not len(boxes):
        return boxes
    x0, y0, x1, y1 = boxes.T
    return boxes[(x1 > 0) & (y1 > 0) & (x0 < width) & (y0 < height)]


# ------------------------------------------------------------------ glyphs


def _glyphs(page: raw.FPDF_PAGE, frame: Frame, drawn: Drawn, covered: float) -> tuple[Glyphs, int]:
    """The signs that a reader sees, as words, and how many quarter turns make most of them upright."""
    text_page = raw.FPDFText_LoadPage(page)
    try:
        signs = signs_on(text_page)
    finally:
        raw.FPDFText_ClosePage(text_page)
    leans, bold, white = _manners(signs.runs, frame.turns, covered)
    turn = _main_turn(signs, leans) if leans.any() else 0
    hidden = _hidden(signs, white, frame, drawn) if white.any() else None
    reach = (WORD_GAP, SPACE_GAP, BASELINE_DRIFT, BACK, TWICE, MOST_TWICE)
    place = (frame.left, frame.top, frame.right - frame.left, frame.top - frame.bottom)
    leans = np.where(leans < 0, leans, (leans - turn) % 4).astype(np.int8) if turn else leans
    measure = np.array([(place, reach, (frame.turns + turn) % 4, leans.any())], MEASURE)
    return glyphs_of(signs, leans, bold, hidden, measure), turn


def _main_turn(signs: Signs, leans: npt.NDArray[np.int8]) -> int:
    """Upright wins a draw, and spaces do not count."""
    read = signs.runs_of[(signs.runs_of >= 0) & (signs.codes > SPACE)]
    lengths = np.bincount(read, minlength=len(leans))
    return int(np.bincount(leans[leans >= 0], lengths[leans >= 0], minlength=4).argmax())


def _hidden(signs: Signs, white: Mask, frame: Frame, drawn: Drawn) -> npt.NDArray[np.uint8]:
    """White signs that stand on no paint and no picture."""
    paint = np.concatenate([frame.printed(drawn.fills), frame.printed(drawn.images)])
    hidden = np.append(white, False)[signs.runs_of] & ~_is_over(frame.printed(signs.boxes[:, (0, 3, 2, 1)]), paint)
    return hidden.astype(np.uint8)


def _manners(runs: Array, turns: int, covered: float) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.uint8], Mask]:
    """How each run is set: quarter turns to upright (-1: not to be read), bold, white."""
    leans = _leans(runs["a"], runs["b"], turns)
    if covered < SCAN_COVER:
        leans[runs["mode"] == INVISIBLE] = -1
    fonts = {font: _is_bold(font) for font in set(runs["font"].tolist())}
    bold = np.array([fonts[font] for font in runs["font"].tolist()], np.uint8)
    return leans, bold, is_white(runs["color"])


def _leans(a: Array, b: Array, turns: int) -> npt.NDArray[np.int8]:
    """Quarter turns clockwise that make the text stand upright on the printed page; text across the page is a stamp: -1."""
    wide, high = np.abs(a), np.abs(b)
    leans = np.where(wide >= high, np.where(a >= 0, 0, 2), np.where(b > 0, 1, 3))
    slanted = np.minimum(wide, high) > SLANT * np.maximum(wide, high)
    return np.where(slanted, -1, (leans - turns) % 4).astype(np.int8)


def _is_bold(font: int) -> bool:
    buffer = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(ctypes.cast(font, raw.FPDF_FONT), buffer, 128)
    name = buffer.value.lower()
    return any(word in name for word in _BOLD)


def _is_over(boxes: Boxes, paint: Boxes) -> Mask:
    """The middle of the box lies on paint or a picture."""
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    over = np.zeros(len(boxes), bool)
    for x0, y0, x1, y1 in paint.tolist():
        over |= (x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)
    return over
