"""What is drawn on a page: rulings from strokes, thin rectangles and frames; paint; pictures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.pdfium.frame import Boxes, Frame
from extractors.pdfium.walk import Array, start_of, walker

Mask = npt.NDArray[np.bool_]
EMPTY: Boxes = np.zeros((0, 4))
SIDES = 4


@dataclass(frozen=True, slots=True)
class Drawn:
    """Boxes on the page as printed: rulings without thickness and paint that is not white, as far as they are on it; pictures."""

    rules: Boxes
    fills: Boxes
    images: Boxes


def drawn_of(shapes: Array, frame: Frame) -> Drawn:
    """The shapes of a page, by what they are to a reader."""
    count = len(shapes)
    if not count:
        return Drawn(EMPTY, EMPTY, EMPTY)
    rules, fills, images = np.empty((SIDES * count, 4)), np.empty((count, 4)), np.empty((count, 4))
    page, counted = np.array([*frame.place, frame.turns], np.float64), np.empty(3, np.int32)
    tints = np.zeros(1 << count.bit_length(), np.uint32)
    outputs = map(start_of, (rules, fills, images, counted))
    walker().walk_sorted(count, start_of(shapes), start_of(page), start_of(tints), len(tints) - 1, *outputs)
    ruled, painted, pictures = counted.tolist()
    return Drawn(rules[:ruled].copy(), fills[:painted].copy(), images[:pictures].copy())
