"""Indicators of the table of achievement that have no part of their own where the others have one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules import show
from rules.facts import Baris, Jenis, Location, Peran, ReportView
from rules.list_slips import where_printed
from rules.numbering import Numbered
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine
from rules.sequences import structure
from rules.titles import are_alike, title_words

_TITLE = re.compile(r"indikator(?:\s+kinerja)?(?:\s+utama)?\s+(?P<count>\d{1,2})\s*[:.–-]\s*(?P<name>\S.*)", re.IGNORECASE)
_FEWEST = 2
_COMMON = 2


def unanalysed(report: ReportView) -> Iterator[Numbered]:
    """`Indikator Kinerja 1` to `3` have their parts, and the table lists five indicators in the same order."""
    titles = [(int(match["count"]), match["name"], line) for _, line in structure(report.lines) if (match := _title(line)) is not None]
    rows = _indicators(report)
    if len(titles) < _FEWEST or [count for count, _, _ in titles] != list(range(1, len(titles) + 1)) or len(rows) < len(titles):
        return
    pairs = zip((name for _, name, _ in titles), rows, strict=False)
    if sum(len(title_words(name) & title_words(row.name)) >= _COMMON for name, row in pairs) < max(_FEWEST, len(titles) - 1):
        return
    last = titles[-1][2]
    rest = [(place, row) for place, row in enumerate(rows, 1) if place > len(titles) and not _has_title(report.lines, row)]
    if rest:
        yield _found(report, rest, last)
    elif len(rows) == len(titles):
        stated = f"indikator 1–{len(rows)}"
        yield Numbered(Comparison(Verdict.LOLOS, stated, stated), (where_printed(titles[0][2]),))


def _title(line: PrintedLine) -> re.Match[str] | None:
    return _TITLE.match(line.name) if line.nomor and not line.zone else None


def _indicators(report: ReportView) -> Sequence[Baris]:
    """The rows of the table of achievement that lists most of them."""
    tables = (tabel for tabel in report.tables if tabel.jenis == Jenis.CAPAIAN)
    return max(([row for row in tabel.baris if row.peran == Peran.RINCIAN and row.name] for tabel in tables), key=len, default=[])


def _has_title(lines: Sequence[PrintedLine], row: Baris) -> bool:
    words = title_words(row.name)
    titles = (title_words(line.name) for line in lines if line.level is not None and not line.zone)
    return any(are_alike(words, title) for title in titles)


def _found(report: ReportView, rest: Sequence[tuple[int, Baris]], last: PrintedLine) -> Numbered:
    names = show.joined(f"{place} “{row.name}”" for place, row in rest)
    message = f"Uraian per indikator berhenti pada “{last.text}”; indikator {names} tidak diuraikan tersendiri."
    expected = f"juga indikator {show.joined(str(place) for place, _ in rest)}"
    places = tuple(_last_place(report, row) for _, row in rest)
    return Numbered(Comparison(Verdict.TEMUAN, last.text, expected), (*places, where_printed(last)), message, Severity.SEDANG)


def _last_place(report: ReportView, row: Baris) -> Location:
    """Where the indicator stands last: in the table of its own sasaran, if there is one."""
    found = report.of_subject(row.subject)
    return found[-1][1].location if found else row.location
