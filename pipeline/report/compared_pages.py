"""Two submissions beside each other: one page of HTML over all pairs, a CSV, and lines of JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.report import machine
from pipeline.report.compared import KINDS, Compared, sections_of, unlike_said
from pipeline.report.delimited import document
from pipeline.report.files import put
from pipeline.report.html import asset, rendered, write_guide
from pipeline.report.words import words

HEADER = (
    "Berkas lama", "Berkas baru", "Hasil", "Keparahan", "Jenis", "Aturan", "Uraian", "Catatan", "Letak dahulu", "Letak sekarang",
    "Tertulis dahulu", "Tertulis sekarang", "Seharusnya / pembanding", "Selisih",
)  # fmt: skip
# For other programs, whatever the words are.
_CODES = {"fresh": "new", "still": "still", "unasked": "changed_unasked", "lost": "not_found", "repaired": "repaired"}
_LISTED = 500


def write_page(done: Compared, path: Path, lang: str) -> None:
    """The page, and the guide to which it leads."""
    spoken = words(lang)
    pairs = [(pair, sections_of(pair.comparison, spoken, _LISTED), unlike_said(pair, spoken)) for pair in done.pairs]
    style = asset("lakip.css")
    page = rendered("compare.html.j2", lang, style, {"t": spoken, "done": done, "pairs": pairs, "kinds": KINDS, "version": done.version})
    put(path, page.encode("utf-8"))
    write_guide(path.parent)


def write_csv(done: Compared, path: Path) -> None:
    """Every finding and figure, a line each."""
    put(path, document(HEADER, _lines(done)))


def write_json(done: Compared, path: Path) -> None:
    """The lines of JSON as a file."""
    put(path, "".join(f"{line}\n" for line in json_lines(done)).encode("utf-8"))


def json_lines(done: Compared) -> Iterator[str]:
    """One finding or figure a line, behind what tells the files of a pair apart; then the files without a partner."""
    for pair in done.pairs:
        files = {"old": pair.old.file, "new": pair.new.file}
        for one in pair.unlike:
            yield machine.line({**files, "kind": "unlike", "what": one.what, "stated_old": one.old, "stated_new": one.new})
        for section in sections_of(pair.comparison, words("id")):
            for row in section.rows:
                told = {"severity": row.severity, "family": row.family, "rule": row.rule, "message": row.message}
                places = {"place": row.place, "place_old": row.place_old, "place_new": row.place_new}
                values = {"stated_old": row.before, "stated_new": row.after, "expected": row.expected, "remark": row.mark}
                yield machine.line({**files, "kind": _CODES[row.kind], **told, **places, **values, "difference": row.difference})
    for side, name, several in done.unpaired:
        yield machine.line({"kind": "unpaired", side: name, "several": several})


def _lines(done: Compared) -> Iterator[Sequence[str]]:
    spoken = words("id")
    for pair in done.pairs:
        for section in sections_of(pair.comparison, spoken):
            for row in section.rows:
                kind = spoken.get(f"family.{row.family}", row.family)
                severity = spoken.get(f"severity.{row.severity}", "")
                said = (spoken[row.kind], severity, kind, row.rule, row.message, row.mark, row.place_old, row.place_new)
                yield (pair.old.file, pair.new.file, *said, row.before, row.after, row.expected, row.difference)
