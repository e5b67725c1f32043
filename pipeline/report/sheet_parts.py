"""How the workbook writes: every text of a report as a text, whatever it looks like, and a few styles."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import TypeAlias

import xlsxwriter

from pipeline.report.files import put
from pipeline.report.text import clean
from pipeline.report.words import words

Sheet: TypeAlias = xlsxwriter.worksheet.Worksheet
Book: TypeAlias = xlsxwriter.Workbook
Style: TypeAlias = xlsxwriter.format.Format

# A file made twice is the same file.
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_LANG = "id"
_LONGEST = 32_767
_LINE_HEIGHT, _HIGHEST = 11.6, 400.0
# A column's width counts digits of 11 points; letters of 9 points are narrower.
_LETTERS = 1.28
_FONT = "Arial"
_INK, _SOFT, _WASH, _LINE = "#1C2127", "#525C66", "#EDF1F5", "#C6CCD3"
_WRONG, _WRONG_WASH, _OPERAND_WASH, _NAVY = "#9B1C1C", "#FBE0DD", "#E3EDF7", "#17365C"
_CHECK_WASH, _AMBER, _AMBER_WASH, _FILL_IN = "#F2F5EE", "#7A4B00", "#FFF1D6", "#FFFDF2"

_BASE = {"font_name": _FONT, "font_size": 9, "font_color": _INK, "valign": "top"}
_BOXED = {**_BASE, "border": 1, "border_color": _LINE, "text_wrap": True, "quote_prefix": True}
_RIGHT = {"align": "right", "indent": 1}
# A mark is a fill, a border and a weight: a printer without colours shows it too.
_WRONG_CELL = {"bold": True, "bg_color": _WRONG_WASH, "border": 5, "border_color": _WRONG}
_OPERAND_CELL = {"italic": True, "bg_color": _OPERAND_WASH, "border": 3, "border_color": "#144682"}
_STYLES: Mapping[str, Mapping[str, object]] = {
    "plain": _BASE,
    "wrapped": {**_BASE, "text_wrap": True, "quote_prefix": True},
    "title": {**_BASE, "font_size": 16, "bold": True, "font_color": _NAVY},
    "heading": {**_BASE, "font_size": 11, "bold": True, "font_color": _NAVY},
    "label": {**_BASE, "font_color": _SOFT},
    "faint": {**_BASE, "font_color": _SOFT},
    "link_plain": {**_BASE, "font_color": _NAVY, "underline": 1},
    "head": {**_BOXED, "bold": True, "bg_color": _WASH, "valign": "vcenter"},
    "text": _BOXED,
    "indented": {**_BOXED, "indent": 1},
    "number": {**_BOXED, "align": "center"},
    "figure": {**_BOXED, **_RIGHT},
    "wrong_figure": {**_BOXED, **_RIGHT, "bold": True, "font_color": _WRONG},
    "wrong_text": {**_BOXED, "bold": True, "font_color": _WRONG},
    "link": {**_BOXED, "font_color": _NAVY, "underline": 1},
    "count": {**_BASE, "border": 1, "border_color": _LINE, "align": "right", "num_format": "#,##0"},
    "total": {**_BASE, "border": 1, "border_color": _LINE, "align": "right", "num_format": "#,##0", "bold": True, "bg_color": _WASH},
    "severity_tinggi": {**_BOXED, "bold": True, "bg_color": _WRONG_WASH, "font_color": _WRONG},
    "severity_sedang": {**_BOXED, "bold": True, "bg_color": _AMBER_WASH, "font_color": _AMBER},
    "severity_rendah": _BOXED,
    "severity_info": {**_BOXED, "italic": True, "font_color": _SOFT},
    # What became of a finding since the last submission.
    "state_fresh": {**_BOXED, "bold": True, "bg_color": _WRONG_WASH, "font_color": _WRONG},
    "state_still": {**_BOXED, "bold": True, "bg_color": _AMBER_WASH, "font_color": _AMBER},
    "state_unasked": {**_BOXED, "bold": True, "bg_color": _OPERAND_WASH, "font_color": _NAVY},
    "state_lost": {**_BOXED, "italic": True, "font_color": _SOFT},
    "state_repaired": {**_BOXED, "bold": True, "bg_color": _CHECK_WASH},
    "cell_head": {**_BOXED, "bold": True, "bg_color": _WASH, "align": "center", "valign": "vcenter"},
    "cell": _BOXED,
    "cell_figure": {**_BOXED, **_RIGHT},
    "wrong": {**_BOXED, **_WRONG_CELL},
    "wrong_right": {**_BOXED, **_WRONG_CELL, **_RIGHT},
    "operand": {**_BOXED, **_OPERAND_CELL},
    "operand_right": {**_BOXED, **_OPERAND_CELL, **_RIGHT},
    "check_head": {**_BOXED, "italic": True, "bg_color": "#E2E9D8", "align": "center", "valign": "vcenter"},
    "check": {**_BOXED, **_RIGHT, "bg_color": _CHECK_WASH},
    "check_temuan": {**_BOXED, "indent": 1, "bold": True, "font_color": _WRONG, "bg_color": _WRONG_WASH},
    "check_hampir": {**_BOXED, "indent": 1, "font_color": _AMBER, "bg_color": _CHECK_WASH},
    "check_lolos": {**_BOXED, "indent": 1, "font_color": _SOFT, "bg_color": _CHECK_WASH},
    "check_tak_diperiksa": {**_BOXED, "indent": 1, "italic": True, "font_color": _SOFT, "bg_color": _CHECK_WASH},
    # What is typed there stays a text: a figure as it was typed, and no formula.
    "fill_in": {**_BOXED, "bg_color": _FILL_IN, "num_format": "@"},
    "fill_in_head": {**_BOXED, "bold": True, "bg_color": "#F3E7BE", "valign": "vcenter"},
    "note": {**_BASE, "text_wrap": True, "font_color": _WRONG, "quote_prefix": True},
}


@dataclass(frozen=True, slots=True)
class Line:
    """A value of a row with its style."""

    value: str | int
    style: str


@dataclass(frozen=True, slots=True)
class Span:
    """Columns that one text stands over: the first, the last, and how wide they are together."""

    first: int
    last: int
    width: float
    style: str = "wrapped"


@dataclass(frozen=True, slots=True)
class Kit:
    """The workbook being made, its styles and its words."""

    book: Book
    styles: Mapping[str, Style]
    words: Mapping[str, str]
    shaped: dict[tuple[str, str], Style] = field(default_factory=dict)

    def string(self, sheet: Sheet, at: tuple[int, int], text: str, style: str, number_format: str = "") -> None:
        """A text, never a formula, a number or a link; cut at what a cell can hold."""
        shape = self.shape(style, number_format)
        if text:
            sheet.write_string(*at, fitting(text), shape)
        else:
            sheet.write_blank(*at, None, shape)

    def number(self, sheet: Sheet, at: tuple[int, int], value: Decimal, style: Style) -> None:
        """A number that a float holds exactly."""
        sheet.write_number(*at, _float(value), style)

    def formula(self, sheet: Sheet, at: tuple[int, int], formula: tuple[str, Decimal], style: Style) -> None:
        """A formula made here, with the value that it gives; the value alone where there is no formula."""
        text, value = formula
        if text:
            sheet.write_formula(*at, text, style, _float(value))
        else:
            self.number(sheet, at, value, style)

    def shape(self, style: str, number_format: str = "") -> Style:
        """A style with a number format of its own."""
        if not number_format:
            return self.styles[style]
        key = (style, number_format)
        if key not in self.shaped:
            # The apostrophe that keeps a text a text has no place before a number.
            self.shaped[key] = self.book.add_format({**_STYLES[style], "num_format": number_format, "quote_prefix": False})
        return self.shaped[key]

    def comment(self, sheet: Sheet, at: tuple[int, int], text: str) -> None:
        """A remark that opens over a cell."""
        sheet.write_comment(*at, fitting(text)[:200], {"font_name": _FONT, "font_size": 8, "x_scale": 1.4, "y_scale": 0.5})

    def link(self, sheet: Sheet, at: tuple[int, int], target: str, text: str) -> None:
        """A link to a cell of this workbook; `target` is made here, never of a report's text."""
        sheet.write_url(*at, f"internal:{target}", self.styles["link"], fitting(text)[:200])


@contextmanager
def workbook(path: Path, title: str) -> Iterator[Kit]:
    """A workbook to be filled, which is written when all is in it. Nothing in it becomes a number, a formula or a link by its looks."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": title, "created": _CREATED})
    book.set_size(2400, 1500)
    yield Kit(book, {name: book.add_format(dict(properties)) for name, properties in _STYLES.items()}, words(_LANG))
    book.close()
    put(path, out.getvalue())


def _float(value: Decimal) -> float | int:
    """The number as a spreadsheet keeps it; whole ones are written whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def write_line(kit: Kit, sheet: Sheet, row: int, values: Iterable[Line]) -> int:
    """A row of values from the first column; the number of the next row."""
    for column, line in enumerate(values):
        if isinstance(line.value, int):
            sheet.write_number(row, column, line.value, kit.styles[line.style])
        else:
            kit.string(sheet, (row, column), line.value, line.style)
    return row + 1


def write_wide(kit: Kit, sheet: Sheet, row: int, said: str, span: Span) -> int:
    """A text over several columns, in a row as high as it needs; the number of the next row."""
    sheet.merge_range(row, span.first, row, span.last, said, kit.styles[span.style])
    sheet.set_row(row, height([(said, span.width)]))
    return row + 1


def height(texts: Iterable[tuple[str, float]]) -> float:
    """How high a row must be for its texts in columns of these widths; not every program works it out by itself."""
    lines = (sum(max(ceil(len(line) / (width * _LETTERS)), 1) for line in text[:5000].split("\n")) for text, width in texts)
    return min(max(lines, default=1) * _LINE_HEIGHT + 2.0, _HIGHEST)


def print_on_a4(sheet: Sheet, *, landscape: bool) -> None:
    """As wide as the paper, and as many pages as it takes, numbered."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")


def fitting(text: str) -> str:
    """A text as a cell can hold it: Excel counts characters of two bytes."""
    seen = clean(text[:_LONGEST].replace("\r\n", "\n").replace("\r", "\n"))
    cut = seen.encode("utf-16-le")[: 2 * _LONGEST]
    return cut.decode("utf-16-le", errors="ignore")
