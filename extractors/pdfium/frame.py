"""From the space in which a PDF draws (origin bottom left, before /Rotate) to the page as printed (origin top left)."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

Boxes = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's visible part in the space of its drawing, and how many quarter turns clockwise it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as printed, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    @property
    def place(self) -> tuple[float, float, float, float]:
        """Left and upper edge, width and height in the space of its drawing."""
        return self.left, self.top, self.right - self.left, self.top - self.bottom

    def printed(self, boxes: npt.NDArray[np.floating]) -> Boxes:
        """Boxes (x0, y0, x1, y1; origin bottom left) as they stand on the printed page."""
        out = np.empty((len(boxes), 4))
        out[:, 0::2] = boxes[:, 0::2]
        out[:, 0::2] -= self.left
        out[:, 1::2] = boxes[:, 3::-2]
        np.subtract(self.top, out[:, 1::2], out=out[:, 1::2])
        if not self.turns:
            return out
        return turned(out, self.turns, self.right - self.left, self.top - self.bottom)


def turned(boxes: Boxes, turns: int, width: float, height: float) -> Boxes:
    """Boxes after so many quarter turns clockwise of a page of this size."""
    if not turns % 4:
        return boxes
    x0, y0, x1, y1 = boxes.T
    match turns % 4:
        case 1:
            columns = (height - y1, x0, height - y0, x1)
        case 2:
            columns = (width - x1, height - y1, width - x0, height - y0)
        case _:
            columns = (y0, width - x1, y1, width - x0)
    return np.column_stack(columns)


def frame_of(page: raw.FPDF_PAGE) -> Frame:
    """The frame of an open page."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return Frame(box.left, box.bottom, box.right, box.top, int(raw.FPDFPage_GetRotation(page)))
