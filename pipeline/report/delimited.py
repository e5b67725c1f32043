"""The findings as CSV for a spreadsheet that speaks Indonesian: semicolons, because the comma is in the figures, and a byte order mark."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.report.decided import decided
from pipeline.report.entries import numbered, told
from pipeline.report.files import put
from pipeline.report.pages import RunResult
from pipeline.report.text import as_points, clean
from pipeline.report.words import words
from rules.outcome import Finding

HEADER = (
    "Dokumen", "No", "Keparahan", "Jenis", "Aturan", "Uraian", "Halaman", "Baris berkas", "Tabel", "Baris", "Kolom", "Tertulis",
    "Seharusnya / pembanding", "Selisih", "Perhitungan", "Dasar", "Pembacaan",
    "Keputusan", "Alasan", "Nilai yang benar", "Oleh", "Tanggapan", "ID",
)  # fmt: skip

_LONGEST = 32_767
# What a spreadsheet would take for a formula, also behind spaces and in the wide signs of an input method.
_FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠−|%\t\r\n]")
# A figure with its sign is a figure.
_FIGURE = re.compile(r"[-−]?[\d.,]+ ?%?|[-−]")


def write_csv(run: RunResult, path: Path) -> None:
    """All findings of a run, a line each, numbered as in the other forms."""
    put(path, document(HEADER, _rows(run)))


def document(header: Sequence[str], rows: Iterator[Sequence[str]]) -> bytes:
    """A whole file of such lines, every value of it a text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """A text as a cell can hold it; what would be a formula gets the apostrophe with which a spreadsheet begins a text."""
    shown = clean(text[:_LONGEST].replace("\r\n", "\n").replace("\r", "\n"))
    if _FORMULA.match(shown) and not _FIGURE.fullmatch(shown):
        shown = f"'{shown}"
    return shown.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", errors="ignore")


def _rows(run: RunResult) -> Iterator[Sequence[str]]:
    for report in run.reports:
        for number, finding in numbered(report.findings):
            yield (report.document.name, *_row(number, finding))


def _row(number: str, finding: Finding) -> Sequence[str]:
    spoken = words("id")
    first = finding.locations[0] if finding.locations else None
    made = decided(finding)
    return (
        number,
        spoken[f"severity.{finding.severity}"],
        spoken.get(f"family.{finding.family}", finding.family),
        finding.rule,
        told(number, finding, spoken),
        str(first.place.page or "") if first else "",
        str(first.place.line or "") if first else "",
        *((first.table, first.row, first.column) if first else ("", "", "")),
        finding.stated,
        finding.expected,
        as_points(finding.difference, spoken["points"], finding.stated, finding.expected),
        finding.working,
        finding.basis,
        spoken.get(f"reading.{finding.reading}", finding.reading),
        spoken[f"decision.{made.decision}"] if made.decision else "",
        made.reason,
        made.value,
        made.by,
        made.response,
        finding.id,
    )
