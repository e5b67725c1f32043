"""pdfium's functions on addresses and integers: what the slow walk calls one by one."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

from extractors.pdfium.walk import address

_HANDLE, _WHOLE, _BUFFER = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p


def _bare(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The function on addresses and integers; it keeps the GIL, since it takes less than a switch."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(getattr(raw, name)))


_four = (_BUFFER,) * 4
char_box = _bare("FPDFText_GetLooseCharBox", _WHOLE, _HANDLE, _WHOLE, _BUFFER)
char_code = _bare("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _WHOLE)
char_object = _bare("FPDFText_GetTextObject", _HANDLE, _HANDLE, _WHOLE)
matrix_of = _bare("FPDFPageObj_GetMatrix", _WHOLE, _HANDLE, _BUFFER)
fill_color = _bare("FPDFPageObj_GetFillColor", _WHOLE, _HANDLE, *_four)
stroke_color = _bare("FPDFPageObj_GetStrokeColor", _WHOLE, _HANDLE, *_four)
render_mode = _bare("FPDFTextObj_GetTextRenderMode", _WHOLE, _HANDLE)
font = _bare("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
count_objects = _bare("FPDFPage_CountObjects", _WHOLE, _HANDLE)
object_at = _bare("FPDFPage_GetObject", _HANDLE, _HANDLE, _WHOLE)
count_in_form = _bare("FPDFFormObj_CountObjects", _WHOLE, _HANDLE)
object_in_form = _bare("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
type_of = _bare("FPDFPageObj_GetType", _WHOLE, _HANDLE)
bounds_of = _bare("FPDFPageObj_GetBounds", _WHOLE, _HANDLE, *_four)
draw_mode = _bare("FPDFPath_GetDrawMode", _WHOLE, _HANDLE, _BUFFER, _BUFFER)
count_segments = _bare("FPDFPath_CountSegments", _WHOLE, _HANDLE)
segment_at = _bare("FPDFPath_GetPathSegment", _HANDLE, _HANDLE, _WHOLE)
point_of = _bare("FPDFPathSegment_GetPoint", _WHOLE, _HANDLE, _BUFFER, _BUFFER)
segment_type = _bare("FPDFPathSegment_GetType", _WHOLE, _HANDLE)
font_size = _bare("FPDFTextObj_GetFontSize", _WHOLE, _HANDLE, _BUFFER)
clip = _bare("FPDFPageObj_GetClipPath", _HANDLE, _HANDLE)
clip_paths = _bare("FPDFClipPath_CountPaths", _WHOLE, _HANDLE)
clip_segments = _bare("FPDFClipPath_CountPathSegments", _WHOLE, _HANDLE, _WHOLE)
clip_segment = _bare("FPDFClipPath_GetPathSegment", _HANDLE, _HANDLE, _WHOLE, _WHOLE)
font_name = _bare("FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _BUFFER, ctypes.c_size_t)
