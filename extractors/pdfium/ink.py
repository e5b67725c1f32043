"""Everything that is printed on one page, as arrays: glyphs with their boxes, rulings, paint."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

from extractors.pdfium import library as pdfium
from extractors.pdfium.drawn import Drawn, drawn_on
from extractors.pdfium.frame import Boxes, Frame, frame_of, turned

Mask = npt.NDArray[np.bool_]

SLANT = 0.1
SCAN_COVER = 0.5
MOST_CHARS = 400_000
# Under so much paint or picture a sign is seen though it is white.
_REPLACEMENT = 0xFFFD
_HYPHEN = 0x2D
_BOLD = (b"bold", b"black", b"heavy", b"demi")


@dataclass(frozen=True, slots=True)
class Ink:
    """One page, turned so that most of its text stands upright; boxes are x0, y0, x1, y1, origin top left.

    `text` has one sign a glyph; `leans` says how many quarter turns a glyph still needs to stand upright.
    """

    number: int
    width: float
    height: float
    turn: int
    text: str
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
    drawn = drawn_on(pdfium.handle(page))
    images = frame.printed(drawn.images)
    covered = min(_area(images, width, height) / max(width * height, 1.0), 1.0)
    codes, boxes, leans, bold = _glyphs(page, frame, drawn, covered)
    counted = np.bincount(leans[codes != 32], minlength=4) if len(leans) else np.zeros(4)
    turn = int(counted.argmax())
    if turn:
        boxes = turned(tuple(boxes.T), turn, width, height)
    rules, fills = (_seen(frame.printed(part), width, height) for part in (drawn.rules, drawn.fills))
    if turn:
        rules, fills = (turned(tuple(part.T), turn, width, height) for part in (rules, fills))
    if turn % 2:
        width, height = height, width
    return Ink(
        number, width, height, turn, codes.astype("<u4").tobytes().decode("utf-32-le", "replace"), boxes,
        ((leans - turn) % 4).astype(np.int8), bold, rules, fills, covered,
    )  # fmt: skip


def _area(boxes: Boxes, width: float, height: float) -> float:
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


def _glyphs(page: raw.FPDF_PAGE, frame: Frame, drawn: Drawn, covered: float) -> tuple[pdfium.Wholes, Boxes, npt.NDArray[np.int8], Mask]:
    """Codes, boxes on the printed page, leans and boldness of the signs that a reader sees, spaces among them."""
    text_page = raw.FPDFText_LoadPage(page)
    try:
        text = pdfium.handle(text_page)
        count = min(max(pdfium.count_chars(text), 0), MOST_CHARS) if text else 0
        codes = _cleaned(pdfium.codes_of_chars(text, count)) if count else np.zeros(0, np.uint32)
        sides = pdfium.boxes_of_chars(text, count)
        objects = np.fromiter((thing or 0 for thing in map(pdfium.char_object, repeat(text, count), range(count))), np.int64, count)
        boxes = frame.printed(sides[:, (0, 3, 2, 1)])
        leans, bold, white = _manners(objects, frame.turns, covered)
    finally:
        raw.FPDFText_ClosePage(text_page)
    width, height = frame.size
    x0, y0, x1, y1 = boxes.T
    kept = (leans >= 0) & (x1 > 0) & (y1 > 0) & (x0 < width) & (y0 < height) & ((x1 > x0) | (codes != 32))
    if white.any():
        kept &= ~white | _is_over(boxes, np.concatenate([frame.printed(drawn.fills), frame.printed(drawn.images)]))
    return codes[kept], boxes[kept], leans[kept], bold[kept]


def _cleaned(codes: pdfium.Wholes) -> pdfium.Wholes:
    """Control characters as spaces, surrogates and what has no meaning as a replacement character; pdfium marks a hyphen at a line's end."""
    codes = np.where((codes == 2) | (codes == 0xAD), _HYPHEN, codes)
    codes = np.where((codes < 32) | (codes == 0xA0) | ((codes >= 127) & (codes < 160)), 32, codes)
    lost = ((codes >= 0xD800) & (codes < 0xE000)) | (codes == 0xFFFE) | (codes == 0xFFFF) | (codes > 0x10FFFF)
    return np.where(lost, _REPLACEMENT, codes).astype(np.uint32)


def _manners(objects: npt.NDArray[np.int64], turns: int, covered: float) -> tuple[npt.NDArray[np.int8], Mask, Mask]:
    """How each glyph is set: quarter turns to upright (-1: not to be read), bold, white. Its text object says so."""
    things, which = np.unique(objects, return_inverse=True)
    leans, bold, white = np.zeros(len(things), np.int8), np.zeros(len(things), bool), np.zeros(len(things), bool)
    names: dict[int, bool] = {}
    handles = things.tolist()
    matrix = np.zeros((len(handles), 6), np.float32)
    start = matrix.ctypes.data
    known = [place for place, thing in enumerate(handles) if thing]
    pdfium.each(pdfium.matrix_of, [handles[place] for place in known], [start + 24 * place for place in known])
    colors = pdfium.quads(pdfium.fill_color, [handles[place] for place in known], np.uint32)
    for place in known:
        font = pdfium.font_of(handles[place]) or 0
        if font not in names:
            names[font] = _is_bold(font)
        bold[place] = names[font]
    if known:
        white[known] = colors[:, :3].min(1) >= 247
        leans[known] = _leans(matrix[known], turns)
        if covered < SCAN_COVER:
            modes = np.fromiter(map(pdfium.render_mode, [handles[place] for place in known]), np.int8, len(known))
            leans[np.array(known)[modes == pdfium.INVISIBLE]] = -1
    return leans[which], bold[which], white[which]


def _leans(matrix: npt.NDArray[np.float32], turns: int) -> npt.NDArray[np.int8]:
    """Quarter turns clockwise that make the text stand upright on the printed page; text across the page is a stamp: -1."""
    a, b = matrix[:, 0], matrix[:, 1]
    wide, high = np.abs(a), np.abs(b)
    leans = np.where(wide >= high, np.where(a >= 0, 0, 2), np.where(b > 0, 1, 3))
    slanted = np.minimum(wide, high) > SLANT * np.maximum(wide, high)
    return np.where(slanted, -1, (leans - turns) % 4).astype(np.int8)


def _is_bold(font: int) -> bool:
    buffer = ctypes.create_string_buffer(128)
    pdfium.font_name(font, ctypes.addressof(buffer), 128)
    name = buffer.value.lower()
    return any(word in name for word in _BOLD)


def _is_over(boxes: Boxes, paint: Boxes) -> Mask:
    """The middle of the box lies on paint or a picture."""
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    over = np.zeros(len(boxes), bool)
    for x0, y0, x1, y1 in paint.tolist():
        over |= (x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)
    return over
