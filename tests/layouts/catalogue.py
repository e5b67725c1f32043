"""Every case by its name: importing the modules that draw them enters them."""

from __future__ import annotations

from tests.layouts import (
    captions,
    columns,
    glyphs,
    headers,
    named,
    notables,
    overleaf,
    parts,
    prose,
    rows,
    ruled,
    several,
    spread,
    strokes,
    turned,
)
from tests.layouts.case import CASES

__all__ = [
    "CASES",
    "captions",
    "columns",
    "glyphs",
    "headers",
    "named",
    "notables",
    "overleaf",
    "parts",
    "prose",
    "rows",
    "ruled",
    "several",
    "spread",
    "strokes",
    "turned",
]
