"""Tables among the lines of the text: which carry no number, and which number a sentence names above them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rules.facts import Jenis, Location, ReportView, Sentence, Tabel
from rules.numbering import Numbered
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine
from rules.sequences import begins_chapter
from rules.texts import sentences_with

_FEWEST = 3
_CONTINUED = re.compile(r"lanjutan|lanj\b|sambungan", re.IGNORECASE)
_NEAR = 12
_ANNEX = re.compile(r"lampiran\b", re.IGNORECASE)
_TITLED = re.compile(r"(?!tab(?:el|le)\b|lampiran\b)[A-Z].{14,}[^.:;]", re.IGNORECASE | re.DOTALL)
_NUMBER = r"(?P<nomor>(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2}){0,3})"
_NAMED = re.compile(rf"\btabel\.?\s{{0,2}}{_NUMBER}(?![\d%])", re.IGNORECASE)
NAMED_BELOW = re.compile(rf"\btabel\.?\s{{0,2}}{_NUMBER}[\s.,]{{0,3}}(?:sebagai\s)?(?:berikut|di\s?bawah)", re.IGNORECASE)
_ROW_LETTER = re.compile(r"([a-z])[.)]\s+(\S.*)")


# ------------------------------------------------------------------ tables without a number


def unnumbered(report: ReportView) -> Iterator[Numbered]:
    """A titled table of performance or money without a number, in a chapter whose other tables are numbered."""
    at = _places(report.lines)
    tables = [tabel for tabel in sorted(report.tables, key=lambda tabel: tabel.position) if tabel.position < len(at)]
    numbered = [tabel for tabel in tables if tabel.nomor]
    known = {tabel.judul.casefold() for tabel in numbered}
    bare = [tabel for tabel in tables if not tabel.nomor and tabel.jenis != Jenis.LAIN and _is_new_title(tabel.judul, known)]
    if len(numbered) < _FEWEST or _FEWEST * len(bare) > len(numbered):
        return
    yield from (_with(tabel) for tabel in numbered)
    for tabel in bare:
        above = [other for other in numbered if other.position < tabel.position]
        if above and _in_one_chapter(report.lines, at[above[-1].position], at[tabel.position]):
            yield _without(tabel, above[-1])


def ends_its_page(report: ReportView, tabel: Tabel) -> bool:
    """Whether nothing stands below a printed table on its page: its last rows may be overleaf, read as lines."""
    at, page = _places(report.lines), tabel.baris[-1].location.place.page if tabel.baris else None
    if page is None or tabel.position >= len(at):
        return False
    below = next((line for line in report.lines[at[tabel.position] + 1 :] if line.table or (line.text and not line.zone)), None)
    return below is None or (below.place.page or page) > page


def _is_new_title(judul: str, known: set[str]) -> bool:
    """A title of its own: not that of a numbered table printed again where it goes on."""
    return bool(_TITLED.fullmatch(judul)) and not _CONTINUED.search(judul) and judul.casefold() not in known


def _places(lines: Sequence[PrintedLine]) -> list[int]:
    """Where each table stands among the lines, by its position."""
    return [index for index, line in enumerate(lines) if line.table]


def _in_one_chapter(lines: Sequence[PrintedLine], above: int, here: int) -> bool:
    """No chapter or annex begins between the two, and one does after them, so that neither stands in an annex."""
    between = [line for line in lines[above:here] if not line.zone]
    begun = any(begins_chapter(line) or (line.level is not None and _ANNEX.match(line.text)) for line in between)
    return not begun and any(begins_chapter(line) and line.level == 0 for line in lines[here:] if not line.zone)


def _with(tabel: Tabel) -> Numbered:
    return Numbered(Comparison(Verdict.LOLOS, f"Tabel {tabel.nomor}", ""), (tabel.location,))


def _without(tabel: Tabel, above: Tabel) -> Numbered:
    message = f"Tabel “{tabel.judul}” tidak bernomor, sedangkan tabel lainnya bernomor; yang terakhir sebelumnya Tabel {above.nomor}."
    return Numbered(Comparison(Verdict.TEMUAN, "(tanpa nomor)", "Tabel bernomor"), (tabel.location,), message, Severity.RENDAH)


# ------------------------------------------------------------------ tables named in sentences


def named_tables(report: ReportView) -> Iterator[Numbered]:
    """`seperti pada tabel 3 berikut` right above Tabel 4, where Tabel 3 has stood before."""
    at = _places(report.lines)
    tables = {at[tabel.position]: tabel for tabel in report.tables if tabel.position < len(at)}
    numbers = [(place, tabel.nomor) for place, tabel in sorted(tables.items()) if tabel.nomor]
    on_page = _on_page(report.lines)
    for sentence in sentences_with(report, "tabel"):
        match = NAMED_BELOW.search(sentence.text)
        if match is None:
            continue
        index = next((index for index in on_page.get(sentence.location.place.page, ()) if _is_at(report.lines[index], sentence)), len(at))
        below = next((place for place in at if place > index), None)
        if below is not None and below - index <= _NEAR and tables[below].nomor:
            yield from _named(report.lines[index:below], sentence, match["nomor"], tables[below], [n for n in numbers if n[0] <= below])


def _on_page(lines: Sequence[PrintedLine]) -> dict[int | None, list[int]]:
    """The positions of the lines of each page; of a text all."""
    found: dict[int | None, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        found[line.place.page].append(index)
    return found


def _is_at(line: PrintedLine, sentence: Sentence) -> bool:
    return not line.zone and line.place == sentence.location.place


def _named(
    lines: Sequence[PrintedLine], sentence: Sentence, nomor: str, below: Tabel, numbers: Sequence[tuple[int, str]]
) -> Iterator[Numbered]:
    place = Location(sentence.location.place, sentence.text, row=sentence.text)
    result = Comparison(Verdict.TEMUAN, f"tabel {nomor}", f"tabel {below.nomor}")
    if nomor == below.nomor:
        yield Numbered(replace(result, verdict=Verdict.LOLOS), (place,))
        return
    once = [number for _, number in numbers[:-1]].count(nomor) == 1
    others = {match["nomor"] for match in _NAMED.finditer(sentence.text)}
    if once and others == {nomor} and not _named_twice(lines, below.nomor):
        message = (
            f"Kalimat menunjuk tabel {nomor} berikut, padahal di bawahnya Tabel {below.nomor} “{below.judul}”; "
            f"Tabel {nomor} sudah tercetak sebelumnya."
        )
        yield Numbered(result, (place, below.location), message, Severity.RENDAH)


def _named_twice(lines: Sequence[PrintedLine], nomor: str) -> bool:
    """The right number stands in the sentence too; a line that begins with it is the caption."""
    return any(match["nomor"] == nomor and match.start() > 0 for line in lines for match in _NAMED.finditer(line.text))


# ------------------------------------------------------------------ letters of rows


def continued_letters(report: ReportView) -> Iterator[Numbered]:
    """The rows a to e of one table lettered f to j in the next: the same names, so that no new list is meant."""
    tables = sorted(report.tables, key=lambda tabel: tabel.position)
    for mine, yours in pairwise(map(_lettered, tables)):
        names, again = ([name.casefold() for _, name, _ in rows] for rows in (mine, yours))
        if len(mine) < _FEWEST or names != again:
            continue
        letters, others = ([ord(letter) for letter, _, _ in rows] for rows in (mine, yours))
        run = list(range(ord("a"), ord("a") + len(mine)))
        if letters == run and others == [letter + len(mine) for letter in run]:
            yield _lettered_on(mine, yours)
        elif letters == others == run:
            yield Numbered(Comparison(Verdict.LOLOS, f"{yours[0][0]}.", f"{mine[0][0]}."), (yours[0][2],))


def _lettered(tabel: Tabel) -> list[tuple[str, str, Location]]:
    found = ((_ROW_LETTER.fullmatch(" ".join(cell.row.split())), cell) for cell in tabel.row_numbers)
    return [(match[1], match[2], cell) for match, cell in found if match is not None]


def _lettered_on(mine: Sequence[tuple[str, str, Location]], yours: Sequence[tuple[str, str, Location]]) -> Numbered:
    letter, name, cell = yours[0]
    message = (
        f"Huruf baris dimulai dengan {letter}. {name} dan melanjutkan tabel sebelumnya; baris yang sama di sana berhuruf {mine[0][0]}."
    )
    result = Comparison(Verdict.TEMUAN, f"{letter}.", f"{mine[0][0]}.")
    return Numbered(result, (cell, mine[0][2]), message, Severity.RENDAH)
