"""The parts of which the Word templates are made: a page, headings, tables whose head stands again, blocks to sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

Column: TypeAlias = tuple[str, float, str]
"""A column of a list: its head, its width, and what the template fills in."""

FONT = "Arial"
NAVY, SOFT, WASH, LINE = RGBColor(0x17, 0x36, 0x5C), RGBColor(0x52, 0x5C, 0x66), "EDF1F5", "A9B2BC"
WIDTH = 17.0
MAY_BREAK = ("Kondisi", "Sebab yang sama")
"""What may be longer than a page."""

# In the properties of a document, which hold 255 signs and no markup.
_TITLE = '{{{{ ("{title} – " ~ laporan.perangkat_daerah ~ " " ~ laporan.wilayah ~ " " ~ laporan.tahun)|truncate(250, True, "…")|safe }}}}'

AGENCY = "{{ laporan.perangkat_daerah|upper }}"
REGION = "{{ laporan.wilayah|upper }}"
LEADER = "Pimpinan {{ laporan.perangkat_daerah }},"
DOTS = "………………………………………"


def blank(title: str) -> Document:
    """A page of A4 with its font, its margins, and `Halaman x dari y` below."""
    document = docx.Document()
    document.core_properties.title = _TITLE.format(title=title)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(3)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.0)
    page.top_margin, page.bottom_margin = Cm(2.0), Cm(1.8)
    footer = page.footer.paragraphs[0]
    footer.style = normal
    styled(footer.add_run(f"{title} · {{{{ laporan.perangkat_daerah }}}} · {{{{ laporan.wilayah }}}}\tHalaman "), SOFT, 8)
    counted(footer, "PAGE")
    styled(footer.add_run(" dari "), SOFT, 8)
    counted(footer, "NUMPAGES")
    footer.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    return document


def heading(document: Document, *lines: str) -> None:
    for index, line in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(10 if index == len(lines) - 1 else 0)
        styled(paragraph.add_run(line), NAVY, 14 if not index else 11, bold=True)


def section(document: Document, text: str, *, page: bool = False) -> None:
    paragraph = document.add_heading(level=2)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(10), Pt(4)
    paragraph.paragraph_format.page_break_before = page
    styled(paragraph.add_run(text), NAVY, 11, bold=True)


def plain(document: Document, text: str, colour: RGBColor | None = None, size: float = 10) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(3 if text else 0)
    styled(paragraph.add_run(text), colour, size if colour is None else 9)
    return paragraph


def facts(document: Document, said: Sequence[tuple[str, str]]) -> None:
    table = document.add_table(rows=0, cols=2)
    for label, text in said:
        row = table.add_row()
        write(row.cells[0], label)
        soften(row.cells[0])
        write(row.cells[1], text)
    sized(table, (3.6, WIDTH - 3.6))
    plain(document, "", size=4)


def signatures(document: Document, left: str, right: str, below: str = "") -> None:
    """Blocks with room to sign, never broken over pages; the place and the day stand above the right one."""
    table = document.add_table(rows=1, cols=2)
    for cell, title in zip(table.rows[0].cells, (f"\n{left}", f"……………………, {{{{ tanggal }}}}\n{right}"), strict=True):
        signature(cell, title)
    if below:
        row = table.add_row()
        signature(row.cells[0].merge(row.cells[1]), below)
    for row in table.rows:
        whole(row, keep=True)
    sized(table, (WIDTH / 2, WIDTH / 2))


def signature(cell: _Cell, title: str) -> None:
    write(cell, f"{title}\n\n\n\n\n{DOTS}\nNIP {DOTS}\n")
    centre(cell)


def lines(document: Document, name: str, title: str) -> None:
    """A list of texts under its title; neither where there are none."""
    plain(document, f"{{%p if {name} %}}")
    section(document, title)
    plain(document, f"{{%p for t in {name} %}}")
    plain(document, "– {{ t }}")
    plain(document, "{%p endfor %}")
    plain(document, "{%p endif %}")


# ------------------------------------------------------------------ tables


def listed(document: Document, name: str, columns: Sequence[Column], size: float = 8.5) -> None:
    """A table with a row for each of a list, its head standing again on each page."""
    widths = [width for _, width, _ in columns]
    table = grid(document, widths, [head for head, _, _ in columns])
    repeated(table, f"{{%tr for x in {name} %}}")
    row = table.add_row()
    whole(row)
    for cell, (_, _, text) in zip(row.cells, columns, strict=True):
        write(cell, text, size=size)
    repeated(table, "{%tr endfor %}")
    sized(table, widths)


def grid(document: Document, widths: Sequence[float], heads: Sequence[str]) -> Table:
    """A table whose head stands again on each page."""
    table = document.add_table(rows=1, cols=len(widths))
    framed(table)
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        write(cell, text, bold=True, size=8.5)
        centre(cell)
        shade(cell, WASH)
    whole(table.rows[0], header=True)
    return table


def fact(table: Table, label: str, text: str, *, room: float = 0, last: bool = False) -> None:
    """A row of a box, which stands on one page where it fits on one: each row but the last stays with the next."""
    row = table.add_row()
    write(row.cells[0], label, size=9)
    soften(row.cells[0])
    write(row.cells[1], text)
    if room:
        row.height = Cm(room)
    if label not in MAY_BREAK:
        whole(row)
    if not last:
        with_next(row)


def repeated(table: Table, tag: str) -> None:
    """A row that only tells the template what to do; it goes."""
    write(table.add_row().cells[0], tag)


def write(cell: _Cell, text: str, *, bold: bool = False, size: float = 9.5, at: int = 0) -> None:
    paragraph = cell.paragraphs[at]
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run()
    for index, line in enumerate(text.split("\n")):
        if index:
            run.add_break()
        run.add_text(line)
    styled(run, None, size, bold=bold)


def soften(cell: _Cell) -> None:
    """A label stands back behind what it labels."""
    for paragraph in cell.paragraphs:
        for run in paragraph.runs:
            run.font.color.rgb = SOFT


def centre(cell: _Cell) -> None:
    for paragraph in cell.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def whole(row: _Row, *, header: bool = False, keep: bool = False) -> None:
    """A row is not broken over pages; a header stands again on each, and some rows stay with the next."""
    if keep:
        with_next(row)
    properties = row._tr.get_or_add_trPr()
    for name, wanted in (("w:cantSplit", True), ("w:tblHeader", header)):
        if wanted:
            properties.append(OxmlElement(name))


def with_next(row: _Row) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def framed(table: Table) -> None:
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    # The schema wants them before how the table is laid out and looks.
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(borders)


def sized(table: Table, widths: Sequence[float]) -> None:
    """Fixed widths: Word and LibreOffice alike."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        if len(row._tr.tc_lst) == len(widths):
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)


def shade(cell: _Cell, fill: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def styled(run: docx.text.run.Run, colour: RGBColor | None, size: float, *, bold: bool = False) -> None:
    run.font.name, run.font.size, run.font.bold = FONT, Pt(size), bold
    if colour is not None:
        run.font.color.rgb = colour


def counted(paragraph: Paragraph, field: str) -> None:
    """A number that Word keeps up to date: the page, or how many there are."""
    for kind, text in (("begin", ""), ("", field), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()
        styled(run, SOFT, 8)
        if kind == "text":
            run.add_text(text)
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
