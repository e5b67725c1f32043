"""The typefaces and paragraph styles of the PDFs: only fonts that every PDF reader has, or that come with reportlab."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FAMILIES = {
    "serif": ("Times-Roman", "Times-Bold", 11.3, 8.5),
    "sans": ("Helvetica", "Helvetica-Bold", 10.3, 7.6),
    "wide": ("Vera", "VeraBd", 9.2, 7.4),
}
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Look:
    """One family of styles."""

    plain: str
    bold: str
    body: Any
    signature: Any
    item: Any
    caption: Any
    note: Any
    headings: tuple[Any, Any, Any]
    cell: Any
    strong_cell: Any
    cell_size: float

    def listed(self, level: int) -> Any:
        """The style of a line in the daftar isi."""
        font = self.plain if level else self.bold
        return ParagraphStyle(
            f"listed{level}", self.body, fontName=font, leftIndent=14 * level, firstLineIndent=0, alignment=0, spaceAfter=2, rightIndent=30
        )

    def aligned(self, strong: bool, align: str) -> Any:
        """The style of a cell: l, c or r."""
        style = self.strong_cell if strong else self.cell
        return ParagraphStyle(f"{style.name}{align}", style, alignment={"l": 0, "c": TA_CENTER, "r": TA_RIGHT}[align])

    def markup(self, text: str) -> str:
        """The text for reportlab: bold words, and signs that the standard fonts lack in one that has them."""
        shown = _BOLD.sub(r"<b>\1</b>", escape(text))
        return "".join(sign if _standard(sign) or self.plain == "Vera" else f'<font name="Vera">{sign}</font>' for sign in shown)


def look_of(font: str) -> Look:
    """The styles for `serif`, `sans` or `wide`."""
    _register()
    plain, bold, size, cell_size = _FAMILIES[font]
    body = ParagraphStyle(
        "body", fontName=plain, fontSize=size, leading=size * 1.34, alignment=TA_JUSTIFY, spaceAfter=6, firstLineIndent=24, allowWidows=0
    )
    flat = ParagraphStyle("flat", body, firstLineIndent=0)
    cell = ParagraphStyle("cell", fontName=plain, fontSize=cell_size, leading=cell_size * 1.22)
    bab = ParagraphStyle(
        "bab", flat, fontName=bold, fontSize=size + 2.5, leading=size * 1.6, alignment=TA_CENTER, spaceBefore=18, spaceAfter=14
    )
    sub = ParagraphStyle("sub", flat, fontName=bold, spaceBefore=8, spaceAfter=5, alignment=0)
    return Look(
        plain=plain,
        bold=bold,
        body=body,
        signature=ParagraphStyle("signature", flat, leftIndent=230, alignment=TA_CENTER, spaceAfter=1),
        item=ParagraphStyle("item", flat, leftIndent=24, bulletIndent=6, spaceAfter=3, bulletFontName=plain, bulletFontSize=size),
        caption=ParagraphStyle("caption", flat, fontName=bold, fontSize=size - 1, leading=size * 1.2, alignment=TA_CENTER, spaceAfter=1),
        note=ParagraphStyle("note", flat, fontSize=cell_size, leading=cell_size * 1.3, spaceBefore=3),
        headings=(bab, sub, ParagraphStyle("subsub", sub, leftIndent=12)),
        cell=cell,
        strong_cell=ParagraphStyle("strong", cell, fontName=bold),
        cell_size=cell_size,
    )


def _register() -> None:
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    for italic in (0, 1):
        addMapping("Vera", 0, italic, "Vera")
        addMapping("Vera", 1, italic, "VeraBd")


def _standard(sign: str) -> bool:
    try:
        sign.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
