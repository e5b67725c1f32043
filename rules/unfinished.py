"""Sentences that were left unfinished: an amount, a year or a list that is announced and not there, words of a template."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rules.dates import YEAR
from rules.facts import Jenis, Location, ReportView, Sentence, Tabel
from rules.list_slips import where_printed
from rules.numbering import Numbered
from rules.numerals import readings
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine
from rules.sequences import begins_chapter, chapter_number
from rules.texts import sentences_with

_AMOUNT = re.compile(r"\bRp\b[\s.]{0,3}\d")
_NO_AMOUNT = re.compile(
    r"\b(?:sebesar|senilai|sejumlah|mencapai)\s+"
    r"(?P<gone>Rp\b\.?\s*(?:[,;](?!\s*\d)|[.…]{3,}|(?:dan|dengan|atau|yang|dari|untuk)\b))"
)
_PERCENT = re.compile(r"\bRp\b\.?\s*(?P<percent>\d{1,3}(?:[.,]\d{1,2})?\s?%)")
_SHARE = re.compile(r"\b(?:fisik|persentase|prosentase|capaian|serapan)\b[^.;]{0,30}$", re.IGNORECASE)
_YEAR = re.compile(
    rf"\b(?:pada|di)\s+tahun(?:\s+anggaran)?\s+(?:(?P<year>{YEAR})|(?P<none>rp\b|sebesar|sebanyak|mencapai|yaitu))", re.IGNORECASE
)
_CUT_YEAR = re.compile(
    r"\b(?:T\.?\s?A\.?|[Tt]ahun\s+[Aa]nggaran)\s{0,2}(?P<cut>20\d)(?=\s*(?:[,;)]|\.(?!\d)|$)|\s+(?:dan|dengan|yang|sebesar|untuk|adalah|pada|di|dari)\b)"
)
_NO_NUMBER = re.compile(r"\bNomor\s(?:Tahun\s\d{4}|Seri)\b")
_OF_REGULATION = re.compile(
    r"\b(?:Peraturan|Keputusan|Instruksi|Undang-Undang|Surat\s+Edaran|(?:Lembaran|Berita)\s+(?:Daerah|Negara))\b[^.;:()]{0,60}$"
)
_INSTRUCTION = re.compile(r"(?:Berisikan|Berisi|Uraikan|Jelaskan|Cantumkan|Sebutkan|Diisi)\s")
_DOTS = re.compile(r"[a-z,]\s*(?:\.{4,}|…{2,})\s*[a-z]")
_ANNOUNCED = re.compile(r"\bberikut(?:\s+ini)?\s*[:;]\s*$", re.IGNORECASE)
_IMPROVEMENT = re.compile(r"\b(?:perbaikan|saran|rekomendasi|solusi|kendala|hambatan|permasalahan)\b[^.:]{0,40}berikut", re.IGNORECASE)
_PICTURED = re.compile(r"struktur|bagan|gambar|grafik|diagram|peta\b|skema|foto|alur|rumus|formula|tabel|dilihat", re.IGNORECASE)
_OUTLINE = re.compile(r"sistematika|\bbab\b", re.IGNORECASE)
_MONEY = (Jenis.ANGGARAN, Jenis.REALISASI_ANGGARAN)
_PAGE_MARK = re.compile(r"\b(?:page|hal(?:aman)?)\b[\s.:-]*\d{1,3}\s*$", re.IGNORECASE)
_SHOWN = 70
_CLOSE = 3
_CAPTION_LINES = 3


# ------------------------------------------------------------------ amounts and years


def amounts(report: ReportView) -> Iterator[Numbered]:
    """`sebesar Rp, atau`, `sebesar Rp. 97,53%`: the sign of money and no amount."""
    for sentence in sentences_with(report, "rp"):
        share = _PERCENT.search(sentence.text)
        if share is not None:
            yield _percent(report, sentence, share)
        elif (gone := _NO_AMOUNT.search(sentence.text)) is not None:
            message = f"Sesudah Rp tidak ada jumlah: “{_around(sentence.text, gone)}”."
            yield _found(report, sentence, (gone["gone"].strip(), "jumlah rupiah"), message, Severity.SEDANG)
        elif (amount := _AMOUNT.search(sentence.text)) is not None:
            yield _right(sentence, amount.group())


def _percent(report: ReportView, sentence: Sentence, share: re.Match[str]) -> Numbered:
    stated = " ".join(share.group().split())
    if _SHARE.search(sentence.text[: share.start()]):
        message = f"Sebelum persen tertulis Rp: “{_around(sentence.text, share)}”."
        return _found(report, sentence, (stated, share["percent"]), message, Severity.RENDAH)
    message = f"Sesudah Rp tertulis persen, bukan jumlah uang: “{_around(sentence.text, share)}”."
    return _found(report, sentence, (stated, "jumlah rupiah"), message, Severity.SEDANG)


def years(report: ReportView) -> Iterator[Numbered]:
    """`pada tahun Rp. 58.289.900`: the word is there and the year is not."""
    for sentence in sentences_with(report, "tahun"):
        for match in _YEAR.finditer(sentence.text):
            if match["year"]:
                yield _right(sentence, match["year"])
            else:
                message = f"Sesudah kata tahun tidak ada tahunnya: “{_around(sentence.text, match)}”."
                yield _found(report, sentence, (" ".join(match.group().split()), "tahun"), message, Severity.RENDAH)


def cut_years(report: ReportView) -> Iterator[Numbered]:
    """`TA.206`: a digit of the year is left out; the same slip in several sentences is one."""
    found: dict[str, list[tuple[Sentence, re.Match[str]]]] = defaultdict(list)
    for sentence in sentences_with(report, "a.20", "a. 20", "ta 20", "anggaran 20"):
        for match in _CUT_YEAR.finditer(sentence.text):
            found[match["cut"]].append((sentence, match))
    year = str(report.identity.year or "")
    for cut, places in found.items():
        (sentence, match), meant = places[0], any(year[:i] + year[i + 1 :] == cut for i in range(len(year)))
        message = f"Tahun tertulis dengan tiga angka: “{_around(sentence.text, match)}”."
        first = _found(report, sentence, (match.group(), match.group().replace(cut, year) if meant else "tahun"), message, Severity.RENDAH)
        yield replace(first, places=(*first.places, *(other.location for other, _ in places[1:])))


def _around(text: str, match: re.Match[str]) -> str:
    start, end = max(0, match.start() - 40), min(len(text), match.end() + 30)
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"


def _found(report: ReportView, sentence: Sentence, said: tuple[str, str], message: str, severity: Severity) -> Numbered:
    """The row is the printed line at the sentence's place: a list's item is known by it."""
    row = next((line.text for line in report.lines if line.place == sentence.location.place), sentence.text)
    place = Location(sentence.location.place, sentence.text, row=row)
    return Numbered(Comparison(Verdict.TEMUAN, *said), (place,), message, severity)


def _right(sentence: Sentence, stated: str) -> Numbered:
    return Numbered(Comparison(Verdict.LOLOS, stated, stated), (sentence.location,))


# ------------------------------------------------------------------ words of a template


def template_words(report: ReportView) -> Iterator[Numbered]:
    """`Berisikan metode ...` below a heading of the text, and dots where a figure should stand."""
    chapter = 0
    for above, line in pairwise(report.lines):
        if line.zone or not line.text:
            continue
        chapter = (chapter_number(line.text) if line.level == 0 else None) or chapter
        told = bool(above.level) and chapter > 1 and not _OUTLINE.search(above.text)
        if told and line.level is None and _INSTRUCTION.match(line.text):
            message = f"Petunjuk pengisian masih tercetak di bawah judul “{above.text}”: “{_short(line.text)}”."
            yield _printed(line, line.text.split()[0], message)
        elif not line.rest and ("..." in line.text or "…" in line.text) and (dots := _DOTS.search(line.text)):
            message = f"Titik-titik belum diisi: “{_around(line.text, dots)}”."
            yield _printed(line, dots.group()[1:-1].strip(), message)
        elif told and line.level is None:
            yield Numbered(Comparison(Verdict.LOLOS, "", ""), (where_printed(line),))


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80].rsplit(' ', 1)[0]} …"


def _printed(line: PrintedLine, stated: str, message: str) -> Numbered:
    return Numbered(Comparison(Verdict.TEMUAN, stated, ""), (where_printed(line),), message, Severity.RENDAH)


def blank_numbers(report: ReportView) -> Iterator[Numbered]:
    """`Peraturan Bupati Nomor Tahun 2016`, `Berita Daerah Tahun 2015 Nomor Seri A`: the number of a regulation was never filled in."""
    for sentence in sentences_with(report, "nomor tahun", "nomor seri"):
        for blank in _NO_NUMBER.finditer(sentence.text):
            if _OF_REGULATION.search(sentence.text[: blank.start()]):
                message = f"Nomornya belum diisi: “{_around(sentence.text, blank)}”."
                yield _found(report, sentence, (blank.group(), "nomor"), message, Severity.RENDAH)


# ------------------------------------------------------------------ lists that are announced


def announcements(report: ReportView) -> Iterator[Numbered]:
    """What `sebagai berikut:` announces follows it: no heading of the next part, and no budget where improvements are announced."""
    tables = sorted(report.tables, key=lambda tabel: tabel.position)
    seen = 0
    for index, line in enumerate(report.lines[:-1]):
        seen += line.table
        if not _announces(line):
            continue
        below = report.lines[index + 1]
        table = _below(report.lines, index, tables[seen]) if seen < len(tables) else None
        elsewhere = _goes_elsewhere(report, index) and not _PICTURED.search(line.text)
        if elsewhere or (table is not None and _is_other_table(line, table)):
            yield _announced(report, line, below, table)
        elif _is_close(line, below):
            yield Numbered(Comparison(Verdict.LOLOS, "", ""), (where_printed(line),))
    last = next((line for line in reversed(report.lines) if not _PAGE_MARK.search(line.text)), None)
    if last is not None and _announces(last) and not _PICTURED.search(last.text) and _is_white_behind(report, last):
        yield _announced(report, last, None, None)


def _announces(line: PrintedLine) -> bool:
    return not line.zone and line.text.endswith((":", ";")) and bool(_ANNOUNCED.search(line.text))


def _below(lines: Sequence[PrintedLine], index: int, table: Tabel) -> Tabel | None:
    """The next table, when only the lines of its caption stand above it."""
    for line in lines[index + 1 : index + 2 + _CAPTION_LINES]:
        if line.table:
            return table
        if line.text not in table.judul and f"{table.nomor} " not in line.text:
            return None
    return None


def _goes_elsewhere(report: ReportView, index: int) -> bool:
    """The next line is a chapter, or a heading that goes on with a numbering begun above; in print nothing can stand between."""
    lines = report.lines
    line, below = lines[index], lines[index + 1]
    near = _is_close(line, below) or _is_white_between(report, line, below)
    if below.zone or below.level is None or not near or _OUTLINE.search(line.text):
        return False
    if begins_chapter(below):
        return below.level == 0
    read = readings(below.nomor)
    return bool(read) and all(place > 1 for _, place in read) and any(_precedes(line_above, below) for line_above in lines[:index])


def _precedes(above: PrintedLine, below: PrintedLine) -> bool:
    """A heading of the same shape with the number before."""
    if above.level is None or above.zone:
        return False
    return any((style, place + 1) in readings(below.nomor) for style, place in readings(above.nomor))


def _is_close(line: PrintedLine, below: PrintedLine) -> bool:
    """On one page with less than some lines' height between them, where no picture can stand; text input has none."""
    one, two = line.place.bbox, below.place.bbox
    if one is None or two is None:
        return line.place.page is None
    return line.place.page == below.place.page and two[1] - one[3] < _CLOSE * (one[3] - one[1])


def _is_white_between(report: ReportView, line: PrintedLine, below: PrintedLine) -> bool:
    """Whether the pages from one line to the other, which stands overleaf, have nothing on them but text."""
    first, last = line.place.page, below.place.page
    return first is not None and last is not None and first < last and report.undrawn_pages.issuperset(range(first, last + 1))


def _is_white_behind(report: ReportView, last: PrintedLine) -> bool:
    """Whether white pages follow the last line, and no picture: the report does not go on in another file."""
    page = last.place.page
    behind = [number for number in report.bare_pages if page is not None and number > page]
    return bool(behind) and report.undrawn_pages.issuperset((page, *behind))


def _is_other_table(line: PrintedLine, table: Tabel) -> bool:
    return table.jenis in _MONEY and bool(_IMPROVEMENT.search(line.text))


def _announced(report: ReportView, line: PrintedLine, below: PrintedLine | None, table: Tabel | None) -> Numbered:
    white = _white_pages(report, line, below)
    parts = [f"{white} halaman kosong"] if white else []
    if table is not None:
        parts.append(f"tabel “{table.judul or 'tanpa judul'}”")
    elif below is not None:
        parts.append(f"judul “{below.text}”")
    message = f"Kalimat mengumumkan daftar (“{_end_of(line.text)}”), tetapi yang mengikutinya {' dan '.join(parts)}."
    severity = Severity.RENDAH if table is None and not white else Severity.SEDANG
    result = Comparison(Verdict.TEMUAN, line.text[-40:].strip(), "daftar yang diumumkan")
    other = table.location if table is not None else where_printed(below) if below is not None else None
    return Numbered(result, (where_printed(line), *([other] if other is not None else [])), message, severity)


def _white_pages(report: ReportView, line: PrintedLine, below: PrintedLine | None) -> int:
    """How many pages without a word lie behind the announcement."""
    first, last = line.place.page, below.place.page if below is not None else None
    return sum(first is not None and first < page and (last is None or page < last) for page in report.bare_pages)


def _end_of(text: str) -> str:
    return text if len(text) <= _SHOWN else f"… {text[-_SHOWN:].partition(' ')[2]}"
