"""Pictures of the page around a cell: the wrong cell framed, its operands framed in another way."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from extractors.model import Box, Document, Page
from rules.facts import Location
from rules.outcome import Correction

LIMIT = 60
_WIDEST = 1600
_SHARPEST = 2.2
_MARGIN = 38.0
_TALLEST = 220.0
_SLACK = 1.5
_BYTES = 60_000
_PAPER_COLOURS = 14
_DASH = 15
_CORNER = 16
_BLANK, _AIR = 235, 16
_WRONG = (155, 28, 28)
_OPERAND = (20, 70, 130)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a data address, with its size in pixels; `line`: the frame is around a line of a sentence, not its figure.

    `amended` is what reviewers corrected in the cells with a filled corner.
    """

    src: str
    width: int
    height: int
    page: int
    line: bool = False
    amended: tuple[Correction, ...] = ()


@dataclass(slots=True)
class Camera:
    """The open file and how many pictures may still be taken of it; `refused` counts those over the limit."""

    pages: dict[int, Page]
    pdf: pypdfium2.PdfDocument | None
    left: int = LIMIT
    refused: int = 0

    def take(self, locations: Sequence[Location], corrected: Sequence[Correction] = (), *, line: bool = False) -> Picture | None:
        """The page around the first place, when it has a box on a page that can be drawn; `line`: the box is that of a line."""
        first = locations[0].place if locations else None
        page = self.pages.get(first.page or 0) if first else None
        if self.pdf is None or page is None or first is None or not drawable(page, first.bbox):
            return None
        if not self.left:
            self.refused += 1
            return None
        others = [o.place.bbox for o in locations[1:] if o.place.page == page.number and o.place.bbox and drawable(page, o.place.bbox)]
        amended = tuple(one for one in corrected if one.place.bbox in (first.bbox, *others) and one.place.page == page.number)
        picture = _picture(self.pdf, page, [first.bbox, *others] if first.bbox else [], {one.place.bbox for one in amended})
        self.left -= picture is not None
        return replace(picture, line=line, amended=amended) if picture else None


@contextmanager
def camera(document: Document, source: Path | None) -> Iterator[Camera]:
    """A camera on the file; without a file, or with one that cannot be drawn, it takes no pictures."""
    pdf = _opened(source) if source is not None and document.pages else None
    try:
        yield Camera({page.number: page for page in document.pages}, pdf)
    finally:
        if pdf is not None:
            pdf.close()


def _opened(source: Path) -> pypdfium2.PdfDocument | None:
    try:
        return pypdfium2.PdfDocument(source)
    except (pypdfium2.PdfiumError, OSError, ValueError):
        return None


def drawable(page: Page, box: Box | None) -> bool:
    """Whether a box can be drawn: a place on the page, and no nonsense of a broken file."""
    if box is None or not all(map(math.isfinite, (*box, page.width, page.height))) or page.width <= 0:
        return False
    return -1 <= box[0] < box[2] <= page.width + 1 and -1 <= box[1] < box[3] <= page.height + 1


def same_size(size: tuple[float, float], page: Page) -> bool:
    """Where the engine measured another page than is drawn (a cut or turned one), a frame would point at the wrong place."""
    return abs(size[0] - page.width) <= _SLACK and abs(size[1] - page.height) <= _SLACK


def _picture(pdf: pypdfium2.PdfDocument, page: Page, boxes: Sequence[Box], amended: Container[Box | None]) -> Picture | None:
    top, bottom = _band(page, boxes)
    scale = min(_SHARPEST, _WIDEST / page.width)
    try:
        sheet = pdf[page.number - 1]
        if not same_size(sheet.get_size(), page):
            return None
        bitmap = sheet.render(scale=scale, crop=(0, page.height - bottom, 0, top), may_draw_forms=False)
        image = bitmap.to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, IndexError, OSError, ValueError, MemoryError):
        return None
    flat = _flattened(image)
    drawing = ImageDraw.Draw(flat)
    for index, box in reversed(list(enumerate(boxes))):
        edges = (box[0] * scale, (box[1] - top) * scale, box[2] * scale, (box[3] - top) * scale)
        _frame(drawing, edges, wrong=index == 0)
        if box in amended:
            _fill_corner(drawing, edges)
    flat = _trimmed(flat)
    return Picture(data_address(packed(flat, flat, _BYTES)), flat.width, flat.height, page.number)


def _flattened(image: Image.Image) -> Image.Image:
    """The page in a few colours, sharp and small for text, with two more in its palette for the frames."""
    flat = image.quantize(_PAPER_COLOURS, dither=Image.Dither.NONE)
    palette = (flat.getpalette() or [])[: 3 * _PAPER_COLOURS]
    padded = palette + [255] * (3 * _PAPER_COLOURS - len(palette))
    flat.putpalette([*padded, *_WRONG, *_OPERAND])
    return flat


def _trimmed(image: Image.Image) -> Image.Image:
    """The strip without the blank margins of the page to its left and right."""
    ink = image.convert("L").point(lambda grey: 255 if grey < _BLANK else 0).getbbox()
    if ink is None:
        return image
    return image.crop((max(ink[0] - _AIR, 0), 0, min(ink[2] + _AIR, image.width), image.height))


def _band(page: Page, boxes: Sequence[Box]) -> tuple[float, float]:
    """The strip of the page to show: the cell with its surroundings, and operands as far as there is room."""
    top, bottom = boxes[0][1] - _MARGIN, boxes[0][3] + _MARGIN
    for box in sorted(boxes[1:], key=lambda b: abs(b[1] - boxes[0][1])):
        wide = (min(top, box[1] - _MARGIN / 3), max(bottom, box[3] + _MARGIN / 3))
        if wide[1] - wide[0] <= _TALLEST:
            top, bottom = wide
    return max(top, 0.0), min(bottom, page.height, top + 2 * _TALLEST)


def _frame(drawing: ImageDraw.ImageDraw, edges: tuple[float, float, float, float], *, wrong: bool) -> None:
    """A thick unbroken frame for the wrong cell, a thinner dashed one for an operand; both by their number in the palette."""
    x0, y0, x1, y1 = (round(edge) for edge in edges)
    if wrong:
        drawing.rectangle((x0 - 4, y0 - 4, x1 + 4, y1 + 4), outline=_PAPER_COLOURS, width=5)
        return
    for x in range(x0, x1, _DASH):
        for y in (y0, y1):
            drawing.line(((x, y), (min(x + _DASH * 2 // 3, x1), y)), fill=_PAPER_COLOURS + 1, width=3)
    for y in range(y0, y1, _DASH):
        for x in (x0, x1):
            drawing.line(((x, y), (x, min(y + _DASH * 2 // 3, y1))), fill=_PAPER_COLOURS + 1, width=3)


def _fill_corner(drawing: ImageDraw.ImageDraw, edges: tuple[float, float, float, float]) -> None:
    """What tells that a reviewer corrected the reading of a cell, and not only by its colour."""
    x, y = round(edges[2]) + 4, round(edges[1]) - 4
    drawing.polygon(((x - _CORNER, y), (x, y), (x, y + _CORNER)), fill=_PAPER_COLOURS + 1)


def packed(flat: Image.Image, full: Image.Image, most: int) -> bytes:
    """A PNG of the picture in few colours; where photographs make it larger than `most`, a WebP of the full one."""
    out = io.BytesIO()
    flat.save(out, "PNG")  # its slow "optimize" makes pages no smaller
    for quality in (50, 25, 5):
        if out.tell() <= most:
            break
        out = io.BytesIO()
        full.convert("RGB").save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()


def data_address(picture: bytes) -> str:
    """A picture that `packed` made, as the address of an image that is part of its page."""
    kind = "png" if picture.startswith(b"\x89PNG") else "webp"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode('ascii')}"
