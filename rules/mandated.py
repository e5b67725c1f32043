"""The parts that a performance report must hold, and where each of them stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from extractors.model import Place
from rules.facts import Location, Measure, ReportView
from rules.list_slips import where_printed
from rules.numbering import Numbered
from rules.outcome import Comparison, Severity, Verdict
from rules.printed import PrintedLine
from rules.reference import load
from rules.sequences import chapter_number, structure
from rules.texts import Texts, prose

REPORTS = ("LAKIP", "LKIP", "LKjIP", "Laporan Kinerja")
_ACCOUNT = 3
_LAST_CHAPTER = 4
_TITLES = {"pendahuluan": 1, "perencanaan kinerja": 2, "akuntabilitas kinerja": 3, "penutup": 4}
_REACHED = (Measure.KINERJA, Measure.CAPAIAN)
_STEM = re.compile(r"([1-9])\.\d{1,2}[.)]?")
_PICTURES = "laporan ini memuat halaman tanpa teks; isinya mungkin berupa gambar"
_NO_PARTS = "dokumen ini tidak memuat semua bab, sehingga mungkin hanya sebagian laporan"
_MISSING = "(tidak ada)"
MENTIONED = "hanya dalam kalimat"
_NO_REPORT = "dokumen ini tidak dikenali sebagai laporan kinerja"
_EXCERPT = "naskah yang pendek ini tidak memuat banyak bagian sekaligus, sehingga mungkin hanya ringkasan atau cuplikan"
_MANY, _SHORT = 3, 1500  # parts not found, and words: a whole report of an agency has several thousand

Patterns: TypeAlias = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One demanded part with the words and kinds of table that show it; `weight` is the severity where nothing of it is found.

    `earlier` and `later` let a column of an earlier or later year show it, `shown` asks for more than a sentence.
    """

    name: str
    chapter: int
    weight: Severity
    basis: str
    titles: Patterns
    sentences: Patterns
    kinds: tuple[str, ...]
    earlier: bool
    later: bool
    shown: bool


def parts_of(report: ReportView) -> Iterator[tuple[Numbered, str]]:
    """Each demanded part with its basis: where it stands, that nothing of it is found, or why that cannot be told."""
    book = _Book(report)
    judged = [(_judged(part, report, book), part) for part in _parts()]
    missing = [one for one, part in judged if one.result.stated == _MISSING and part.weight != Severity.INFO]
    is_excerpt = len(missing) >= _MANY and sum(len(line.text.split()) for line in report.lines) < _SHORT
    for one, part in judged:
        yield (_of_excerpt(part) if is_excerpt and one.result.stated == _MISSING else one), part.basis


def _of_excerpt(part: Part) -> Numbered:
    return Numbered(Comparison(Verdict.TAK_DIPERIKSA, part.name, "", reason=_EXCERPT), ())


def _judged(part: Part, report: ReportView, book: _Book) -> Numbered:
    place = _table(part, report) or _years_beside(part, report) or book.title(part)
    if place is not None:
        return Numbered(Comparison(Verdict.LOLOS, part.name, ""), (place,))
    touched = book.sentence(part)
    unjudged = book.unjudged(part)
    if touched is not None and (not part.shown or unjudged):
        return Numbered(Comparison(Verdict.LOLOS, part.name, "", working=MENTIONED), (touched,))
    if unjudged:
        return Numbered(Comparison(Verdict.TAK_DIPERIKSA, part.name, "", reason=unjudged), ())
    if touched is not None:
        message = f"Tentang {part.name} ({part.basis}) hanya ditemukan kalimat, tanpa tabel atau judul bagian."
        return _remark(part, MENTIONED, (touched,), message, Severity.INFO)
    if (later := book.later(part)) is not None:
        message = f"Tentang {part.name} tidak ada uraian di {part.basis}; hanya ditemukan sesudah bab itu."
        return _remark(part, "di luar babnya", (later,), message, Severity.INFO)
    message = f"Tidak ditemukan {part.name}, yang menurut susunan laporan kinerja ada di {part.basis}."
    return _remark(part, _MISSING, book.heading(part.chapter), message, part.weight)


def _remark(part: Part, stated: str, places: tuple[Location, ...], message: str, severity: Severity) -> Numbered:
    return Numbered(Comparison(Verdict.TEMUAN, stated, part.name), places, message, severity)


def is_report(report: ReportView) -> bool:
    """Whether the document is known as a performance report by its titles, or by the chapter that only such have."""
    return report.identity.kind.value in REPORTS


def missing_chapters(report: ReportView) -> tuple[int, ...]:
    """The chapters that are not found; of a document with the first and the last nothing is missing that its headings would tell."""
    chapters = _chapters(report)
    whole = {1, _LAST_CHAPTER} <= chapters
    return () if whole else tuple(number for number in range(1, _LAST_CHAPTER + 1) if number not in chapters)


def _unjudged(report: ReportView) -> str:
    """Why nothing can be said of a part not found: the document may be a chapter, an annex, no report at all, or full of pictures."""
    if not is_report(report):
        return _NO_REPORT
    if missing_chapters(report):
        return _NO_PARTS
    first = next((line.place.page for _, line in structure(report.lines) if _opens_chapter(line)), None)
    return _PICTURES if any(page > (first or 0) for page in report.bare_pages) else ""


def _opens_chapter(line: PrintedLine) -> bool:
    return line.level == 0 and not line.zone and chapter_number(line.text) is not None


# ------------------------------------------------------------------ chapters


def _chapters(report: ReportView) -> frozenset[int]:
    """The chapters that the text has: by their headings, by their usual titles, by the first numbers of their sections."""
    found: set[int] = set()
    for _, line in structure(report.lines):
        if line.zone or line.level is None:
            continue
        stem = _STEM.fullmatch(line.nomor)
        number = chapter_number(line.text) if line.level == 0 else int(stem.group(1)) if stem else None
        named = next((place for title, place in _TITLES.items() if line.text.casefold().endswith(title)), None)
        found |= {place for place in (number, named) if place is not None}
    return frozenset(found)


# ------------------------------------------------------------------ where a part stands


class _Text:
    """Texts with their places."""

    def __init__(self, pieces: Sequence[tuple[str, Location]], texts: Texts | None = None) -> None:
        self._places = [place for _, place in pieces]
        self._texts = texts or Texts(text for text, _ in pieces)

    def first(self, patterns: Patterns) -> Location | None:
        """Where one of the patterns first stands."""
        index = self._texts.first(patterns)
        return None if index is None else self._places[index]


class _Book:
    """The titles and sentences of a report by chapter; of a chapter whose bounds were not read, those of all the report."""

    def __init__(self, report: ReportView) -> None:
        self._unjudged = _unjudged(report)
        self._headings: dict[int, PrintedLine] = {}
        begins: list[tuple[tuple[int, int, int], int]] = []
        tables: list[int] = []
        titles: list[tuple[int, str, Location]] = []
        number = 0
        for _, line in structure(report.lines):
            if line.table:
                tables.append(number)
            elif _opens_chapter(line):
                number = chapter_number(line.text) or 0
                self._headings.setdefault(number, line)
                begins.append((_order(line.place), number))
            elif _is_title(line):
                titles.append((number, line.text, where_printed(line)))
        for tabel in report.tables:
            chapter = tables[tabel.position] if tabel.position < len(tables) else 0
            titles += [(chapter, tabel.judul, tabel.location)]
            titles += [(chapter, column.header, column.location or tabel.location) for column in tabel.columns]
        sentences = _Text([(one.text, one.location) for one in report.sentences], prose(report))
        self._all = (_Text([(text, place) for _, text, place in titles]), sentences)
        self._titles: dict[int, _Text] = {}
        self._sentences: dict[int, _Text] = {}
        self._bounded = {_ACCOUNT, _ACCOUNT + 1} <= self._headings.keys()
        if self._bounded:
            begins.sort(key=lambda one: one[0])
            orders, chapters = [order for order, _ in begins], [0, *(chapter for _, chapter in begins)]
            said_in = [(chapters[bisect_right(orders, _order(s.location.place))], s.text, s.location) for s in report.sentences]
            for chapter in (chapter for chapter in self._headings if chapter >= _ACCOUNT):
                self._titles[chapter] = _Text([(text, place) for n, text, place in titles if n == chapter])
                self._sentences[chapter] = _Text([(text, place) for n, text, place in said_in if n == chapter])

    def title(self, part: Part) -> Location | None:
        """The heading, caption or table head that shows a part."""
        text = self._titles[part.chapter] if self._is_bounded(part) else self._all[0]
        return text.first(part.titles)

    def sentence(self, part: Part) -> Location | None:
        """The sentence that touches upon a part, in its chapter if that is known."""
        text = self._sentences[part.chapter] if self._is_bounded(part) else self._all[1]
        return text.first(part.sentences)

    def later(self, part: Part) -> Location | None:
        """What is said of a part after its chapter, where that chapter is known."""
        if not self._is_bounded(part):
            return None
        after = [chapter for chapter in sorted(self._headings) if chapter > part.chapter]
        found = (self._titles[chapter].first(part.titles) or self._sentences[chapter].first(part.sentences) for chapter in after)
        return next((place for place in found if place is not None), None)

    def heading(self, chapter: int) -> tuple[Location, ...]:
        """The heading of the chapter where a part should stand; nowhere when it was not read."""
        return (where_printed(self._headings[chapter]),) if chapter in self._headings else ()

    def unjudged(self, part: Part) -> str:
        """Why nothing can be said when this part is not found; few reports have a chapter behind the last one."""
        return _NO_PARTS if part.chapter > _LAST_CHAPTER and self._unjudged != _NO_REPORT else self._unjudged

    def _is_bounded(self, part: Part) -> bool:
        """Of the third chapter only, whose matters have the words of other chapters too."""
        return part.chapter == _ACCOUNT and self._bounded


def _order(place: Place) -> tuple[int, int, int]:
    """What a place comes after in reading."""
    return place.page or 0, place.line or 0, int(place.bbox[1]) if place.bbox is not None else 0


def _is_title(line: PrintedLine) -> bool:
    return not line.zone and line.level is not None and line.level > 0


def _table(part: Part, report: ReportView) -> Location | None:
    return next((tabel.location for tabel in report.tables if tabel.jenis in part.kinds), None)


def _years_beside(part: Part, report: ReportView) -> Location | None:
    """A table in which the realisasi or capaian of an earlier year stands, or beside the realisasi the target of a later one."""
    year = report.identity.year
    if not (part.earlier or part.later) or year is None:
        return None
    for tabel in report.tables:
        of_indicators = any(baris.subject.startswith("indikator:") for baris in tabel.baris)
        told = (*_REACHED, Measure.NILAI) if of_indicators else _REACHED
        if part.earlier:
            dated = [c for c in tabel.columns if c.measure in told and c.year is not None and c.year < year]
        else:
            reached = any(c.measure in told for c in tabel.columns)
            dated = [c for c in tabel.columns if reached and c.measure == Measure.TARGET and c.year is not None and c.year > year]
        if dated:
            return dated[0].location or tabel.location
    return None


@cache
def _parts() -> tuple[Part, ...]:
    return tuple(
        Part(
            name=entry["nama"],
            chapter=entry["bab"],
            weight=Severity(entry["berat"]),
            basis=entry["dasar"],
            titles=_any(entry["judul"]),
            sentences=_any(entry["kalimat"]),
            kinds=tuple(entry.get("jenis", ())),
            earlier="tahun_lalu" in entry,
            later="tahun_depan" in entry,
            shown="tampak" in entry,
        )
        for entry in load.table("kelengkapan")
    )


def _any(words: Sequence[str]) -> Patterns:
    return tuple(map(re.compile, words))
