"""One walk over a page: every character with its box and manner, every drawn thing with its box and paint, as arrays.

The walk is made by walk.c where that was built (`make` does it if there is a C compiler), else by walk_slow.py, which says
the same and takes much longer. The same library arranges what was found: words, lines, rulings, nets. Boxes are in the
space of the page, origin bottom left.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

Array = npt.NDArray[Any]

# In the order of the enum of walk.c.
FUNCTIONS = (
    "FPDFText_GetLooseCharBox", "FPDFText_GetUnicode", "FPDFText_GetTextObject", "FPDFPageObj_GetMatrix", "FPDFPageObj_GetFillColor",
    "FPDFTextObj_GetTextRenderMode", "FPDFTextObj_GetFont", "FPDFPage_CountObjects", "FPDFPage_GetObject", "FPDFFormObj_CountObjects",
    "FPDFFormObj_GetObject", "FPDFPageObj_GetType", "FPDFPageObj_GetBounds", "FPDFPageObj_GetStrokeColor", "FPDFPath_GetDrawMode",
    "FPDFPath_CountSegments", "FPDFPath_GetPathSegment", "FPDFPathSegment_GetPoint", "FPDFPathSegment_GetType",
    "FPDFFont_GetBaseFontName", "FPDFTextObj_GetFontSize", "FPDFPageObj_GetClipPath", "FPDFClipPath_CountPaths",
    "FPDFClipPath_CountPathSegments", "FPDFClipPath_GetPathSegment",
)  # fmt: skip

RUN = np.dtype([("a", "f4"), ("b", "f4"), ("color", "u4"), ("mode", "i4"), ("bold", "i4")])
SHAPE = np.dtype(
    [("box", "f4", 4), ("kind", "i4"), ("points", "i4"), ("filled", "i4"), ("stroked", "i4"), ("fill", "u4"), ("stroke", "u4")]
)
WORD = np.dtype([("box", "f8", 4), ("start", "i4"), ("end", "i4"), ("bold", "i4"), ("figure", "i4"), ("turn", "i4"), ("tie", "i4")])
ROW = np.dtype([("box", "f8", 4), ("start", "i4"), ("end", "i4"), ("letters", "i4"), ("bold", "i4")])
# What walk.c sorts boxes by, in numbers of eight bytes; it wants two for each box.
SPOT = 6
MEASURE = np.dtype([("page", "f8", 4), ("reach", "f8", 9), ("turns", "i4"), ("leaning", "i4")])
# What of a figure a word has: see walk.h.
DIGIT, SEPARATOR = 1, 2
SEPARATED = DIGIT | SEPARATOR
# How a word is tied to the one on its left: see walk.c.
CLOSE_FIGURE, RAISED = 1, 2
# Whether something begins with a word: see walk.c.
BEGUN, UNSURE = 1, 2
PATH, IMAGE = 2, 3
# Points of a line, and of a rectangle that is closed by a fifth one.
LINE, RECTANGLE = 2, 5

MOST_CHARS = 400_000
MOST_OBJECTS = 200_000
MOST_SHAPES = 400_000
FIRST_SHAPES = 2_000


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters of a page: left, top, right, bottom of each, its Unicode value, the number of its run (-1: of none)."""

    boxes: Array
    codes: Array
    runs_of: Array
    runs: Array


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs of a page that are read, and the words that they make.

    `signs` and `places` (x0, y0, x1, y1 on the sheet, origin top left) are a row each; `words` (see WORD) tell where each word
    begins and ends among them; `printed` is how many signs there are with the spaces.
    """

    signs: Array
    places: Array
    words: Array
    printed: int


@dataclass(frozen=True, slots=True)
class Manners:
    """How each run is set once the page is turned by `turn`: its lean in quarter turns (-1: not to be read), bold, white."""

    leans: Array
    bold: Array
    white: Array
    turn: int
    any_leans: bool
    any_white: bool


# Where an array begins, for C; the array must be without gaps.
start_of: Any = (ctypes.c_char * 0).from_buffer


def address(thing: Any) -> int:
    """The address behind a handle or a function of pypdfium2's; 0 if there is none."""
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def signs_on(text_page: raw.FPDF_TEXTPAGE) -> Signs:
    """The characters of an open text page."""
    count = min(max(int(raw.FPDFText_CountChars(text_page)), 0), MOST_CHARS) if text_page else 0
    signs = Signs(np.zeros((count, 4), np.float32), np.zeros(count, np.uint32), np.zeros(count, np.int32), np.zeros(count, RUN))
    places = map(start_of, (signs.boxes, signs.codes, signs.runs_of, signs.runs))
    known = walker().walk_text(table(), address(text_page), count, *places, count) if count else 0
    # A copy, since the room for one run each character would else be kept as long as the signs.
    return Signs(signs.boxes, signs.codes, signs.runs_of, signs.runs[:known].copy())


def shapes_on(page: raw.FPDF_PAGE) -> Array:
    """What is drawn on an open page, in its form objects too."""
    most = FIRST_SHAPES
    while True:
        shapes = np.empty(most, SHAPE)
        known = walker().walk_drawn(table(), address(page), start_of(shapes), most, MOST_OBJECTS)
        if known <= most or most == MOST_SHAPES:
            return shapes[: min(known, most)].copy()
        most = min(known, MOST_SHAPES)


def manners_of(signs: Signs, turns: int, unseen: bool) -> Manners:
    """How the runs are set on a page shown with so many quarter turns; `unseen` if invisible text is not to be read."""
    leans, bold, white = np.empty((3, len(signs.runs)), np.int8)
    said = np.empty(3, np.int32)
    inputs = (start_of(signs.codes), start_of(signs.runs_of), len(signs.runs), start_of(signs.runs), turns, unseen)
    walker().walk_manners(len(signs.codes), *inputs, *map(start_of, (leans, bold, white, said)))
    turn, any_leans, any_white = said.tolist()
    return Manners(leans, bold, white, turn, bool(any_leans), bool(any_white))


def glyphs_of(signs: Signs, manners: Manners, hidden: Array | None, measure: Array) -> Glyphs:
    """The words that the characters make: see walk.c for what the arrays are."""
    count = len(signs.codes)
    places, codes, words = np.empty((count, 4)), np.empty(count, np.uint32), np.empty(count, WORD)
    counted = np.zeros(2, np.int32)
    inputs = map(start_of, (signs.boxes, signs.codes, signs.runs_of, manners.leans, manners.bold))
    outputs = map(start_of, (measure, places, codes, words, counted))
    mask = None if hidden is None else start_of(hidden)
    known = walker().walk_words(count, *inputs, mask, *outputs) if count and len(signs.runs) else 0
    kept, printed = counted.tolist()
    return Glyphs(codes[:kept], places[:kept], words[:known], printed)


@cache
def table() -> Any:
    """The addresses of pdfium's functions."""
    return (ctypes.c_void_p * len(FUNCTIONS))(*(address(getattr(raw, name)) for name in FUNCTIONS))


@cache
def walker() -> Any:
    """What makes the walk: the built library of this very source, or the same in Python."""
    try:
        walks = ctypes.PyDLL(str(library()))
    except OSError:  # never built, or built for another machine
        from extractors.pdfium import walk_slow

        return walk_slow
    pointer, whole = ctypes.c_void_p, ctypes.c_int
    walks.walk_text.argtypes = (pointer, pointer, whole, pointer, pointer, pointer, pointer, whole)
    walks.walk_drawn.argtypes = (pointer, pointer, pointer, whole, whole)
    walks.walk_words.argtypes = (whole, *(pointer,) * 11)
    walks.walk_manners.argtypes = (whole, pointer, pointer, whole, pointer, whole, whole, *(pointer,) * 4)
    walks.walk_lines.argtypes = (whole, *(pointer,) * 5)
    walks.walk_written.argtypes = (whole, *(pointer,) * 7)
    walks.walk_said.argtypes = (whole, *(pointer,) * 5)
    walks.walk_touching.argtypes = (whole, whole, *(pointer,) * 3)
    walks.walk_rows.argtypes = (whole, pointer, pointer, whole, whole, *(pointer,) * 10)
    walks.walk_margins.argtypes = (whole, *(pointer,) * 4)
    walks.walk_sorted.argtypes = (whole, *(pointer,) * 3, whole, *(pointer,) * 4)
    exact = ctypes.c_double
    walks.walk_filled.argtypes = (whole, pointer, pointer, pointer, whole, whole, pointer, pointer, pointer, exact, *(pointer,) * 7)
    walks.walk_lattice.argtypes = (whole, pointer, *(exact,) * 4, *(pointer,) * 6)
    walks.walk_open.argtypes = (whole, pointer, whole, pointer, exact, exact, pointer, pointer)
    walks.walk_nets.argtypes = (whole, pointer, whole, *(pointer,) * 10)
    return walks


def library() -> Path:
    """Where the library built of the sources stands; its name tells them, so that an old one is never taken."""
    here = Path(__file__).parent
    sources = [*sorted(here.glob("walk*.c")), here / "walk.h"]
    return here / f"walk-{sha256(b''.join(source.read_bytes() for source in sources)).hexdigest()[:12]}.so"
