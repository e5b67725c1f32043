"""pdfium's functions as bare addresses and integers: pypdfium2's own wrappers cost more than the work behind them.

Handles are integers, output goes to the address of a buffer. The functions keep the GIL: each takes less than a switch.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

_HANDLE, _INT, _BUFFER = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
Floats = npt.NDArray[np.float32]
Wholes = npt.NDArray[np.uint32]


def _bare(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


char_box = _bare("FPDFText_GetLooseCharBox", _INT, _HANDLE, _INT, _BUFFER)
char_code = _bare("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
char_object = _bare("FPDFText_GetTextObject", _HANDLE, _HANDLE, _INT)
count_chars = _bare("FPDFText_CountChars", _INT, _HANDLE)
text_of_page = _bare("FPDFText_GetText", _INT, _HANDLE, _INT, _INT, _BUFFER)

count_objects = _bare("FPDFPage_CountObjects", _INT, _HANDLE)
object_at = _bare("FPDFPage_GetObject", _HANDLE, _HANDLE, _INT)
count_in_form = _bare("FPDFFormObj_CountObjects", _INT, _HANDLE)
object_in_form = _bare("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
type_of = _bare("FPDFPageObj_GetType", _INT, _HANDLE)
matrix_of = _bare("FPDFPageObj_GetMatrix", _INT, _HANDLE, _BUFFER)
bounds_of = _bare("FPDFPageObj_GetBounds", _INT, _HANDLE, _BUFFER, _BUFFER, _BUFFER, _BUFFER)
fill_color = _bare("FPDFPageObj_GetFillColor", _INT, _HANDLE, _BUFFER, _BUFFER, _BUFFER, _BUFFER)
stroke_color = _bare("FPDFPageObj_GetStrokeColor", _INT, _HANDLE, _BUFFER, _BUFFER, _BUFFER, _BUFFER)
draw_mode = _bare("FPDFPath_GetDrawMode", _INT, _HANDLE, _BUFFER, _BUFFER)
count_segments = _bare("FPDFPath_CountSegments", _INT, _HANDLE)
segment_at = _bare("FPDFPath_GetPathSegment", _HANDLE, _HANDLE, _INT)
point_of = _bare("FPDFPathSegment_GetPoint", _INT, _HANDLE, _BUFFER, _BUFFER)
segment_type = _bare("FPDFPathSegment_GetType", _INT, _HANDLE)
render_mode = _bare("FPDFTextObj_GetTextRenderMode", _INT, _HANDLE)
font_of = _bare("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
font_name = _bare("FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _BUFFER, ctypes.c_size_t)

# FPDF_PAGEOBJ_*
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
MOVE = 2
BEZIER = 1
INVISIBLE = 3


def handle(thing: Any) -> int:
    """The address behind one of pypdfium2's raw handles; 0 if there is none."""
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def each(function: Callable[..., Any], *arguments: Iterable[Any]) -> None:
    """Call the function with each set of arguments, for what it writes; the loop runs outside Python's own code."""
    deque(map(function, *arguments), maxlen=0)


def quads(function: Callable[..., Any], handles: list[int], kind: type[np.generic]) -> npt.NDArray[Any]:
    """The four numbers that the function writes for each handle, a row each."""
    out = np.zeros((len(handles), 4), kind)
    start, end = out.ctypes.data, out.ctypes.data + 16 * len(handles)
    each(function, handles, range(start, end, 16), range(start + 4, end + 4, 16), range(start + 8, end + 8, 16), range(start + 12, end + 12, 16))
    return out


def boxes_of_chars(text: int, count: int) -> Floats:
    """Left, top, right, bottom of each character in the space of the page."""
    out = np.zeros((count, 4), np.float32)
    start = out.ctypes.data
    each(char_box, repeat(text, count), range(count), range(start, start + 16 * count, 16))
    return out


def codes_of_chars(text: int, count: int) -> Wholes:
    """The Unicode value of each character; pdfium's own table where it has one value each, else one by one."""
    units = np.zeros(count + 2, np.uint16)
    written = text_of_page(text, 0, count, units.ctypes.data) - 1
    codes = units[:count].astype(np.uint32)
    if written != count or ((codes & 0xF800) == 0xD800).any():
        codes = np.fromiter(map(char_code, repeat(text, count), range(count)), np.uint32, count)
    return codes
