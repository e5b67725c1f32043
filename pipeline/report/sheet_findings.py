"""The sheet of the findings: one row each, with room for what the reviewer decides and what the agency answers."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.report.decided import DECISIONS, decided
from pipeline.report.entries import told, where
from pipeline.report.evidence import Spot, find
from pipeline.report.sheet_checks import check_of, formula
from pipeline.report.sheet_list import Field, lay_out, write_heads, write_row
from pipeline.report.sheet_parts import Kit, Sheet
from pipeline.report.sheet_tables import Content, TableSheet
from pipeline.report.text import as_points
from rules.facts import Location
from rules.outcome import Finding

_ASKED = f"Keputusan salah satu dari: {', '.join(DECISIONS)}."


FIELDS = (
    Field("No", 5, "number"),
    Field("Keparahan", 10, "severity"),
    Field("Jenis", 13),
    Field("Uraian", 44),
    Field("Lokasi", 11, "link"),
    Field("Tertulis", 16, "wrong_figure"),
    Field("Seharusnya / pembanding", 20, "figure"),
    Field("Selisih", 13, "figure"),
    Field("Keputusan", 12, "fill_in"),
    Field("Alasan", 20, "fill_in"),
    Field("Nilai yang benar", 14, "fill_in"),
    Field("Oleh", 11, "fill_in"),
    Field("Tanggapan perangkat daerah", 24, "fill_in"),
    Field("Tabel", 40),
    Field("Baris", 40),
    Field("Kolom", 20),
    Field("Perhitungan", 60),
    Field("Hitung ulang", 16, "formula"),
    Field("Dasar", 30),
    Field("Pembacaan", 18),
    Field("ID", 18, "faint"),
)
_AT = {field.title: column for column, field in enumerate(FIELDS)}
_LAST_PRINTED = _AT["Tanggapan perangkat daerah"]


def write_findings(kit: Kit, content: Content, sheets: Mapping[int, TableSheet]) -> None:
    """The sheet, with a link from each finding to its cell."""
    sheet, rows = kit.book.add_worksheet("Temuan"), content.rows
    write_heads(kit, sheet, FIELDS)
    for number, (shown, finding) in enumerate(rows, start=1):
        said, marked = _values(kit, shown, finding), {"severity": f"severity_{finding.severity}", "link": "text", "formula": "text"}
        write_row(kit, sheet, number, {field: said.get(field.title, "") for field in FIELDS}, marked)
        _place(kit, sheet, number, (finding, content, sheets))
        _recomputed(kit, sheet, number, (finding, content, sheets))
    _lay_out(sheet, max(len(rows), 1))


def _lay_out(sheet: Sheet, last: int) -> None:
    chosen = {"validate": "list", "source": list(DECISIONS), "error_title": "Keputusan", "error_message": _ASKED}
    sheet.data_validation(1, _AT["Keputusan"], last, _AT["Keputusan"], chosen)
    # The number, the severity, the kind and what is said of it stay in sight beside the decision.
    lay_out(sheet, FIELDS, last, frozen=_AT["Lokasi"], printed=_LAST_PRINTED)


def _values(kit: Kit, shown: str, finding: Finding) -> Mapping[str, str]:
    first, said = finding.locations[0] if finding.locations else None, decided(finding)
    return {
        "No": shown,
        "Keparahan": kit.words[f"severity.{finding.severity}"],
        "Jenis": kit.words.get(f"family.{finding.family}", finding.family),
        "Uraian": told(shown, finding, kit.words),
        "Lokasi": _where(first, kit.words),
        "Tertulis": finding.stated,
        "Seharusnya / pembanding": finding.expected,
        "Selisih": as_points(finding.difference, kit.words["points"], finding.stated, finding.expected),
        "Keputusan": said.decision,
        "Alasan": said.reason,
        "Nilai yang benar": said.value,
        "Oleh": said.by,
        "Tanggapan perangkat daerah": said.response,
        "Tabel": first.table if first else "",
        "Baris": first.row if first else "",
        "Kolom": first.column if first else "",
        "Perhitungan": finding.working,
        "Dasar": finding.basis,
        "Pembacaan": kit.words.get(f"reading.{finding.reading}", finding.reading),
        "ID": finding.id,
    }


def _where(first: Location | None, spoken: Mapping[str, str]) -> str:
    return (where(first, spoken) if first else "") or spoken["whole_report"]


def _place(kit: Kit, sheet: Sheet, row: int, means: tuple[Finding, Content, Mapping[int, TableSheet]]) -> None:
    """The location leads to the marked cell of the table's sheet, where there is one."""
    finding, content, sheets = means
    spot = find(content.atlas, finding.locations[0]) if finding.locations else None
    if spot is not None and spot.table in sheets:
        kit.link(sheet, (row, _AT["Lokasi"]), sheets[spot.table].cell(spot), _where(finding.locations[0], kit.words))


def _recomputed(kit: Kit, sheet: Sheet, row: int, means: tuple[Finding, Content, Mapping[int, TableSheet]]) -> None:
    """What should stand there, as a formula over the cells of the tables."""
    finding, content, sheets = means
    check = check_of(content.atlas, finding, content.numbers)

    def place(spot: Spot) -> tuple[str, int, int]:
        return sheets[spot.table].place(spot)

    if check.is_computed:
        style = kit.shape("figure", check.number_format)
        kit.formula(sheet, (row, _AT["Hitung ulang"]), (formula(check, place), check.value), style)
