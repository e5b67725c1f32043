"""Body text as a word processor sets it: lines from edge to edge, each word at a place of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

FACE, SIZE, PITCH = "Times-Roman", 11, 15


def justified(canvas: Any, y: float, lines: Sequence[str], left: float, right: float) -> float:
    """Lines whose gaps are widened so that all but the last end at the right edge; the height of the next line."""
    canvas.setFont(FACE, SIZE)
    for line in lines[:-1]:
        words = line.split()
        gap = (right - left - sum(stringWidth(word, FACE, SIZE) for word in words)) / max(1, len(words) - 1)
        x = left
        for word in words:
            canvas.drawString(x, y, word)
            x += stringWidth(word, FACE, SIZE) + gap
        y -= PITCH
    canvas.drawString(left, y, lines[-1])
    return y - PITCH


def broken(text: str, width: float) -> list[str]:
    """A text as lines that fit between two edges."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, FACE, SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
