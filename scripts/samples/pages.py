"""What stands on a page beside its text: the cover, the running header, the page number."""

from __future__ import annotations

from typing import Any

from reportlab.lib.utils import simpleSplit

from .look import Look

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SAMPLE = "Contoh untuk pengujian perangkat lunak; bukan dokumen resmi instansi."


def label(page: int, body_starts: int) -> str:
    """The printed number: roman for the pages between the cover and the body, arabic from there on."""
    if page >= body_starts:
        return str(page - body_starts + 1)
    return _ROMAN[max(page - 2, 0)]


def furniture(running: str, look: Look, canvas: Any, doc: Any) -> None:
    """The running header with its line, and the page number at the foot."""
    width, height = doc.pagesize
    canvas.saveState()
    canvas.setFont(look.plain, 8)
    canvas.drawString(56, height - 44, running)
    canvas.setLineWidth(0.6)
    canvas.line(56, height - 49, width - 56, height - 49)
    canvas.setFont(look.plain, 9)
    canvas.drawCentredString(width / 2, 36, label(doc.page, doc.body_starts))
    canvas.restoreState()


def cover(titles: tuple[tuple[str, ...], tuple[str, ...]], look: Look, canvas: Any, doc: Any) -> None:
    """A double frame, the title above, the agency and the region below, and what this file is."""
    width, height = doc.pagesize
    canvas.saveState()
    canvas.setStrokeColorRGB(0.13, 0.28, 0.46)
    for inset, line in ((40, 2.4), (46, 0.7)):
        canvas.setLineWidth(line)
        canvas.rect(inset, inset, width - 2 * inset, height - 2 * inset)
    canvas.setFillColorRGB(0.13, 0.28, 0.46)
    canvas.rect(46, height * 0.42, width - 92, 5, stroke=0, fill=1)
    canvas.setFillGray(0)
    baseline = height * 0.8
    for line in (part for title in titles[0] for part in simpleSplit(title, look.bold, 21, width - 150)):
        baseline = _centered(canvas, line, (look.bold, 21), baseline)
    baseline = height * 0.34
    for title in titles[1]:
        baseline = _centered(canvas, title, (look.bold, 15), baseline)
    canvas.setFont(look.plain, 7.5)
    canvas.drawCentredString(width / 2, 56, _SAMPLE)
    canvas.restoreState()


def _centered(canvas: Any, text: str, font: tuple[str, float], baseline: float) -> float:
    canvas.setFont(*font)
    canvas.drawCentredString(canvas._pagesize[0] / 2, baseline, text)
    return baseline - font[1] * 1.45
