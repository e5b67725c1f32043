"""A sheet that is a list: one thing a row, under headings that filter, stay in sight and stand again on every printed page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from pipeline.report.evidence import is_figure
from pipeline.report.sheet_parts import Kit, Sheet, height, print_on_a4

# The arrows of the filter stand over the last line of a heading.
_ARROW = 6.0
# Words in a column of figures are set as words are.
_AS_WORDS = {"wrong_figure": "wrong_text", "figure": "text"}


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a list: its heading, its width in characters, and its style."""

    title: str
    width: float
    style: str = "text"


def write_heads(kit: Kit, sheet: Sheet, fields: Sequence[Field]) -> None:
    """The headings, in columns as wide as they are to be."""
    for column, field in enumerate(fields):
        sheet.set_column(column, column, field.width)
        kit.string(sheet, (0, column), field.title, "fill_in_head" if field.style == "fill_in" else "head")
    sheet.set_row(0, _height((field.title, field) for field in fields) + _ARROW)


def write_row(kit: Kit, sheet: Sheet, row: int, values: Mapping[Field, str], marked: Mapping[str, str]) -> None:
    """One thing, its texts by their column; `marked` says which style stands for one that depends on the thing."""
    sheet.set_row(row, _height((value, field) for field, value in values.items()))
    for column, (field, value) in enumerate(values.items()):
        kit.string(sheet, (row, column), value, marked.get(field.style) or _style(field.style, value))


def lay_out(sheet: Sheet, fields: Sequence[Field], last: int, *, frozen: int, printed: int) -> None:
    """How the list is looked through and printed: its last row, the first column that moves, and the last one that is printed."""
    sheet.autofilter(0, 0, last, len(fields) - 1)
    sheet.freeze_panes(1, frozen)
    everything = f"A1:{xl_rowcol_to_cell(last, len(fields) - 1)}"
    sheet.ignore_errors({"number_stored_as_text": everything, "formula_differs": everything, "formula_range": everything})
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, last, printed)
    print_on_a4(sheet, landscape=True)


def _height(values: Iterable[tuple[str, Field]]) -> float:
    return height((value, field.width) for value, field in values)


def _style(style: str, value: str) -> str:
    plain = is_figure(value, 1) or is_figure(value.removesuffix(" poin"), 1)
    return style if plain else _AS_WORDS.get(style, style)
