"""Within what a text object is seen: see walk.c."""

from __future__ import annotations

import ctypes
from typing import Any

from extractors.model import Box
from extractors.pdfium import calls

MOST_CLIPS = 64

_Point = tuple[float, float]


def clip_of(thing: int, first: Any) -> Box | None:
    """Within what a text object is seen, if it is clipped: see walk.c."""
    path = calls.clip(thing) or 0
    count = calls.clip_paths(path) if path else 0
    bounds = (ctypes.c_float * 4)()
    if not 0 < count <= MOST_CLIPS or not calls.bounds_of(thing, *(ctypes.addressof(bounds) + 4 * side for side in range(4))):
        return None
    left, bottom, right, top = bounds
    high = ctypes.c_float(first[1] - first[3]).value
    within = [ctypes.c_float(side).value for side in (left - high, right + high, bottom - high, top + high)]
    if first[2] < within[0] or first[0] > within[1] or first[1] < within[2] or first[3] > within[3]:
        return None
    boxes = [_around(points) for points in (_clip_points(path, place) for place in range(count)) if points]
    if not boxes:
        return None
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return max(x0s), max(y0s), min(x1s), min(y1s)


def _clip_points(path: int, place: int) -> list[_Point]:
    count = calls.clip_segments(path, place)
    pair = (ctypes.c_float * 2)()
    points: list[_Point] = []
    for segment in range(count if count <= MOST_CLIPS else 0):
        calls.point_of(calls.clip_segment(path, place, segment), ctypes.addressof(pair), ctypes.addressof(pair) + 4)
        x, y = pair
        points.append((x, y))
    return points


def is_clipped(clip: Box | None, box: Any) -> bool:
    return clip is not None and (box[0] > clip[2] or box[2] < clip[0] or box[3] > clip[3] or box[1] < clip[1])


def _around(points: list[_Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
