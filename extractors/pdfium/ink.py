"""Everything that is printed on one page, as arrays: glyphs with their boxes, rulings, paint."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

from extractors.pdfium.drawn import WHITE, Drawn, Mask, drawn_of
from extractors.pdfium.frame import Boxes, Frame, frame_of, turned
from extractors.pdfium.walk import Array, shapes_on, signs_on

SLANT = 0.1
SCAN_COVER = 0.5
INVISIBLE = 3
SPACE = 32
_REPLACEMENT = 0xFFFD
_HYPHEN = 0x2D
_BOLD = (b"bold", b"black", b"heavy", b"demi")


@dataclass(frozen=True, slots=True)
class Ink:
    """One page, turned so that most of its text stands upright; boxes are x0, y0, x1, y1, origin top left.

    `codes` are the signs' Unicode values, spaces among them; `leans` says how many quarter turns a glyph still needs to stand upright.
    """

    number: int
    width: float
    height: float
    turn: int
    codes: Array
    boxes: Boxes
    leans: npt.NDArray[np.int8]
    bold: Mask
    rules: Boxes
    fills: Boxes
    covered: float


def ink_of(page: raw.FPDF_PAGE, number: int) -> Ink:
    """The open page, read."""
    frame = frame_of(page)
    width, height = frame.size
    drawn = drawn_of(shapes_on(page))
    images = frame.printed(drawn.images)
    covered = min(_area(images, width, height) / max(width * height, 1.0), 1.0)
    codes, boxes, leans, bold = _glyphs(page, frame, drawn, covered)
    turn = int(np.bincount(leans[codes != SPACE], minlength=4).argmax()) if leans.any() else 0
    if turn:
        boxes = turned(boxes, turn, width, height)
    rules, fills = (_seen(frame.printed(part), width, height) for part in (drawn.rules, drawn.fills))
    if turn:
        rules, fills = (turned(part, turn, width, height) for part in (rules, fills))
    if turn % 2:
        width, height = height, width
    return Ink(
        number, width, height, turn, codes, boxes, ((leans - turn) % 4).astype(np.int8) if turn else leans, bold, rules, fills, covered,
    )  # fmt: skip


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


def _glyphs(page: raw.FPDF_PAGE, frame: Frame, drawn: Drawn, covered: float) -> tuple[Array, Boxes, npt.NDArray[np.int8], Mask]:
    """Codes, boxes on the printed page, leans and boldness of the signs that a reader sees, spaces among them."""
    text_page = raw.FPDFText_LoadPage(page)
    try:
        signs = signs_on(text_page)
    finally:
        raw.FPDFText_ClosePage(text_page)
    codes, boxes = _cleaned(signs.codes), frame.printed(signs.boxes[:, (0, 3, 2, 1)])
    if not len(signs.runs):
        return codes[:0], boxes[:0], np.zeros(0, np.int8), np.zeros(0, bool)
    of_run = _manners(signs.runs, frame.turns, covered)
    # Spaces that pdfium thinks of itself are of no run, and the last row is theirs.
    leans, bold, white = (np.append(manner, fill)[signs.runs_of] for manner, fill in zip(of_run, (-1, 0, 0), strict=True))
    width, height = frame.size
    kept = (leans >= 0) & (boxes[:, 2] > 0) & (boxes[:, 3] > 0) & (boxes[:, 0] < width) & (boxes[:, 1] < height)
    if white.any():
        kept &= ~white.astype(bool) | _is_over(boxes, np.concatenate([frame.printed(drawn.fills), frame.printed(drawn.images)]))
    chosen = np.flatnonzero(kept)
    return codes[chosen], boxes[chosen], leans[chosen].astype(np.int8), bold[chosen].astype(bool)


def _cleaned(codes: Array) -> Array:
    """Control characters as spaces, surrogates and what has no meaning as a replacement character; pdfium marks a hyphen at a line's end."""
    odd = np.flatnonzero((codes < SPACE) | (codes > 126))
    if not len(odd):
        return codes
    out = codes.copy()
    part = out[odd]
    part[(part == 2) | (part == 0xAD)] = _HYPHEN
    part[(part < SPACE) | (part == 0xA0) | ((part >= 127) & (part < 160))] = SPACE
    part[((part >= 0xD800) & (part < 0xE000)) | (part == 0xFFFE) | (part == 0xFFFF) | (part > 0x10FFFF)] = _REPLACEMENT
    out[odd] = part
    return out


def _manners(runs: Array, turns: int, covered: float) -> tuple[npt.NDArray[np.int8], Mask, Mask]:
    """How each run is set: quarter turns to upright (-1: not to be read), bold, white."""
    leans = _leans(runs["a"], runs["b"], turns)
    if covered < SCAN_COVER:
        leans[runs["mode"] == INVISIBLE] = -1
    fonts = {font: _is_bold(font) for font in set(runs["font"].tolist())}
    bold = np.array([fonts[font] for font in runs["font"].tolist()])
    color = runs["color"]
    white = (color >> 24 >= WHITE) & ((color >> 16 & 0xFF) >= WHITE) & ((color >> 8 & 0xFF) >= WHITE)
    return leans, bold, white


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
