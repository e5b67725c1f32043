"""Two submissions beside each other as a workbook: what came of it, the findings, and the figures that changed unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.report.compared import KINDS, Compared, Paired, counts_of, figures_said, unlike_said
from pipeline.report.compared_lists import REPORT, lists_of, write_figures, write_findings
from pipeline.report.sheet_parts import Kit, Line, Sheet, Span, fitting, height, print_on_a4, workbook, write_line, write_wide

SUMMARY = "Ringkasan"
_ALONE = ("unpaired_none", "unpaired_several")
_HOW_TO_READ = (
    "Lembar Temuan: setiap temuan dari kedua penyampaian dengan hasilnya, letaknya, dan yang tertulis dahulu dan sekarang. "
    "Lembar Angka berubah: angka yang berubah tanpa diminta temuan; selisihnya rumus. Tanggapan diisi perangkat daerah.",
)
# The summary: what it is of, whose or how many, two columns of texts, five of counts.
_WIDTHS = (22.0, 11.0, 36.0, 36.0, *(13.0,) * len(KINDS))
_WHOLE, _MEANING = Span(0, len(_WIDTHS) - 1, sum(_WIDTHS)), Span(2, len(_WIDTHS) - 1, sum(_WIDTHS[2:]))


def write_xlsx(done: Compared, path: Path) -> None:
    """The workbook over all pairs."""
    with workbook(path, "Perbandingan dua penyampaian") as kit:
        _summary(kit, done)
        lists = lists_of(kit, done)
        write_findings(kit, lists)
        write_figures(kit, lists)


# ------------------------------------------------------------------ the summary


def _summary(kit: Kit, done: Compared) -> None:
    sheet, spoken = kit.book.add_worksheet(SUMMARY), kit.words
    sheet.hide_gridlines(2)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    row = write_line(kit, sheet, 0, [Line(spoken["compare_product"], "faint")])
    sheet.set_row(row, 26)
    row = write_line(kit, sheet, row, [Line(spoken["compare_title"], "title")])
    for pair in done.pairs:
        if len(done.pairs) == 1:
            row = write_line(kit, sheet, row, [Line(pair.agency or spoken["unknown_agency"], "heading")])
        if said := unlike_said(pair, spoken):
            row = write_wide(kit, sheet, row, fitting(f"{pair.old.file} → {pair.new.file}: {said}"), replace(_WHOLE, style="note"))
    row = _results(kit, sheet, row + 1, done)
    if len(done.pairs) > 1:
        row = _by_report(kit, sheet, row + 1, done.pairs)
    row = _files(kit, sheet, row + 1, done.pairs)
    unpaired = [f"{name} ({spoken[side].lower()}): {spoken[_ALONE[several]]}" for side, name, several in done.unpaired]
    row = _said(kit, sheet, row, "unpaired", unpaired)
    row = _said(kit, sheet, row, "problems", [f"{one.document}: {one.message} {one.advice}".strip() for one in done.problems])
    _said(kit, sheet, row, "how_to_read", (*_HOW_TO_READ, spoken["disclaimer"]))
    print_on_a4(sheet, landscape=True)


def _results(kit: Kit, sheet: Sheet, row: int, done: Compared) -> int:
    """How many of each, over all pairs, and what that means."""
    write_line(kit, sheet, row, [Line(kit.words["result"], "head"), Line(kit.words["count"], "head")])
    row = write_wide(kit, sheet, row, "Artinya", replace(_MEANING, style="head"))
    for kind in KINDS:
        count = sum(counts_of(pair.comparison)[kind] for pair in done.pairs)
        write_line(kit, sheet, row, [Line(kit.words[kind], f"state_{kind}"), Line(count, "count")])
        row = write_wide(kit, sheet, row, kit.words[f"{kind}_note"], replace(_MEANING, style="indented"))
    for pair in done.pairs if len(done.pairs) == 1 else ():
        row = write_wide(kit, sheet, row, figures_said(pair.comparison, kit.words), replace(_WHOLE, style="faint"))
    return row


def _by_report(kit: Kit, sheet: Sheet, row: int, pairs: Sequence[Paired]) -> int:
    """The same, report by report."""
    row = _heads(kit, sheet, row, (REPORT.title, *(kit.words[name] for name in ("year", "old_file", "new_file", *KINDS))))
    for name, pair in zip(_names(kit, pairs), pairs, strict=True):
        texts = (name, pair.new.year.value, pair.old.file, pair.new.file)
        row = _counted(kit, sheet, row, texts, [counts_of(pair.comparison)[kind] for kind in KINDS])
    return row


def _files(kit: Kit, sheet: Sheet, row: int, pairs: Sequence[Paired]) -> int:
    """Every file that was compared, so that it can be told which they were."""
    spoken = kit.words
    counted = ("Halaman dibaca", "Halaman tidak dibaca", "Angka diperiksa", "Temuan terbuka")
    row = _heads(kit, sheet, row, (REPORT.title, "Penyampaian", spoken["file"], spoken["checksum"], *counted))
    for name, pair in zip(_names(kit, pairs), pairs, strict=True):
        for side, one in (("old", pair.old), ("new", pair.new)):
            counts = (one.pages.read, one.pages.unread_count, one.total.compared, sum(one.severities.values()))
            row = _counted(kit, sheet, row, (name, spoken[side], one.file, one.sha256), counts)
    return row


def _names(kit: Kit, pairs: Sequence[Paired]) -> list[str]:
    """Whose reports they are; of several each with the number by which the lists name it."""
    names = [" ".join(filter(None, (p.new.agency.value, p.new.region.value))) or kit.words["unknown_agency"] for p in pairs]
    return [f"{number}. {name}" for number, name in enumerate(names, start=1)] if len(names) > 1 else names


def _heads(kit: Kit, sheet: Sheet, row: int, heads: Sequence[str]) -> int:
    write_line(kit, sheet, row, [Line(head, "head") for head in heads])
    sheet.set_row(row, height(zip(heads, _WIDTHS, strict=False)))
    return row + 1


def _counted(kit: Kit, sheet: Sheet, row: int, texts: Sequence[str], counts: Sequence[int]) -> int:
    write_line(kit, sheet, row, [*(Line(text, "text") for text in texts), *(Line(count, "count") for count in counts)])
    sheet.set_row(row, height(zip(texts, _WIDTHS, strict=False)))
    return row + 1


def _said(kit: Kit, sheet: Sheet, row: int, heading: str, lines: Sequence[str]) -> int:
    """A heading with its lines; neither where there are none."""
    if lines:
        row = write_line(kit, sheet, row + 1, [Line(kit.words[heading], "heading")])
    for line in lines:
        row = write_wide(kit, sheet, row, fitting(line), _WHOLE)
    return row
