"""What a text of prose names: known subjects, also by part of their name or a common other one, and things no table knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

from extractors.record import record
from pipeline.normalize.names import Jenjang, Subject, SubjectHit, key
from pipeline.normalize.narrative_hits import QUOTED, as_called, is_general, is_meant, is_piece_of_quotation
from pipeline.normalize.reading import words

# Part of a name stands for it from so many words and so great a share of its letters.
PART_WORDS = 4
PART_SHARE = 55

_LEVEL = r"(?i:\b(?:sub\s?kegiatan|kegiatan|program|indi[ck]ator|sasaran|pekerjaan|paket|misi|tujuan|kinerja\s+utama|strate[gj]i[sk]))"
_NAMING = re.compile(_LEVEL + r"[\s\d()IVX]{0,8}(?i:yaitu|adalah|berupa|pada|untuk)?[\s:;,“”\"‘'’„(]{1,6}(?=([A-Z][\w/-]*))")
_ENUMERATED = re.compile(r"(?:^|[\s;,:.])\(?\d{1,2}\)\s*(?=[A-Z])")
_RUN = re.compile(r"\b[A-Z][a-z]{2,}(?:\s+(?:dan\s+|dalam\s+|bagi\s+|untuk\s+)?[A-Z][a-z]{2,}){2,14}")
_OWNER = re.compile(
    r"\b(?:Dinas|Badan|Biro|Kantor|Inspektorat|Sekretariat|Kementr?e?rian|Satuan|Rumah\s+Sakit|RSUD|RSJ|Kecamatan|Pemerintah|Kabupaten|Kota|Provinsi|Kab\."
    r"|Prov\.|OPD|SKPD|Perangkat|Bupati|Gubernur|Walikota|Tim|Kepala)(?:\s+(?:[A-Z][\w/.-]*|dan|serta|di|yang\s+[A-Z]\w*)){0,14}"
)
_DOCUMENT = re.compile(
    r"\b(?:Peraturan|Permen\w*|Keputusan|Surat|Laporan|Rencana|Perjanjian|Dokumen|Undang|Tabel|Anggaran\s+Pendapatan|Standar|Hasil)"
    r"(?:\s+(?:[A-Z(][\w/.()-]*|dan|atas)){0,14}"
)
_PART_NAME = re.compile(r"(?i:\b(sub\s?kegiatan|kegiatan|program))\s+[“\"‘„]?([A-Z][^.;,:()“”\"’\d]{8,250})")
_PART_END = re.compile(
    r"\s(?:dengan|adalah|yaitu|yakni|yang|anggaran|pagu|alokasi|realisasi|sebesar|mencapai|tahun|pada|ini|tersebut|telah|sub\s?kegiatan|kegiatan|program|rp)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SHORTENED = re.compile(r"((?:[A-Z][\w-]*\s+(?:dan\s+)?){2,8})\(([A-Z]{3,8})\)")
_STARTS_A_SENTENCE = re.compile(
    r"(?i:realisasi|capaian|pencapaian|target|anggaran|pagu|total|jumlah|nilai|rata|tingkat|persentase|pelaksanaan\s+(?:program|kegiatan)|secara|pada|dari"
    r"|untuk|berdasarkan|dalam|adapun|tahun|hasil|sedangkan|dengan|selama|sampai|hingga|indikator|serapan|penyerapan|dana|belanja|kinerja|di|bahwa)\b"
)
_NOT_NAMES = words(
    """
    tahun anggaran apbd apbn dinas badan biro kabupaten kota provinsi kab prov daerah opd skpd pd rp kinerja utama
    strategis stratejik sasaran indikator program kegiatan sub renstra rpjmd dpa dppa dana keu keuangan fisik triwulan
    bulan dan yang ini tersebut iku iki pk pemerintah inspektorat rencana tabel perjanjian realisasi capaian pencapaian
    target persentase nilai predikat akuntabilitas akip sakip hasil evaluasi rata jumlah total pagu belanja alokasi
    pelaksanaan untuk bagi dalam
    """
)
_PARTLY = re.compile(r"\bkegiatan\b[^.;:]{0,40}\b(?:dari|pada|dalam|di)\s+(?:program\s+)?$", re.IGNORECASE)
_LEVELS = {"program": Jenjang.PROGRAM, "kegiatan": Jenjang.KEGIATAN, "subkegiatan": Jenjang.SUB_KEGIATAN}

# Indicators that every agency reports, and prose calls otherwise than the table: pattern in prose, pattern of the name.
_COMMON: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(
            r"\bnilai\s+(?:hasil\s+)?(?:evaluasi\s+)?(?:atas\s+)?(?:implementasi\s+)?(?:sistem\s+)?(?:s?akip|akuntabilitas\s+kinerja)\b"
            r"|\bevaluasi\s+(?:dan\s+|atas\s+)?(?:s?akip|akuntabilitas\s+kinerja)\b",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:nilai|predikat|skor|hasil)\b.{0,40}\b(?:s?akip|akuntabilitas\s+kinerja)\b", re.IGNORECASE),
    ),
    (re.compile(r"\bindeks\s+kepuasan\s+masyarakat\b|\bIKM\b"), re.compile(r"\bindeks\s+kepuasan\s+masyarakat\b|\bIKM\b", re.IGNORECASE)),
)


class Naming(Protocol):
    """Whatever finds the names of a report's subjects in a text."""

    def named_in(self, text: str) -> tuple[SubjectHit, ...]:
        """The subjects that a text names."""


@runtime_checkable
class Listing(Protocol):
    """Whatever can also list all subjects; without it a name must stand in full."""

    def __iter__(self) -> Iterator[Subject]:
        """The subjects."""


@record
class Named:
    """What a text names: known subjects in order, and where it names something that no table knows.

    `partly` are the starts of names of which the text speaks only in part (`dua kegiatan dari Program ...`).
    """

    hits: tuple[SubjectHit, ...]
    unknown: tuple[int, ...]
    partly: tuple[int, ...] = ()

    def within(self, start: int, end: int) -> Named:
        """What a stretch of the text names."""
        return Named(
            tuple(hit for hit in self.hits if start <= hit.start and hit.end <= end),
            tuple(offset for offset in self.unknown if start <= offset < end),
            self.partly,
        )

    @property
    def nothing(self) -> bool:
        """Whether nothing is named."""
        return not self.hits and not self.unknown


class Names:
    """What texts of one report name, looked up once each."""

    def __init__(self, subjects: Naming) -> None:
        self._subjects = subjects
        self._all = tuple(subjects) if isinstance(subjects, Listing) else ()
        self._seen: dict[tuple[str, bool], Named] = {}

    def of(self, text: str, *, item: bool = False) -> Named:
        """What a text names; the beginning of a list item is a name."""
        found = self._seen.get((text, item))
        if found is None:
            hits, pieces = self._hits(text)
            unknown = {*_unknown(text, hits, item=item), *pieces}
            partly = tuple(hit.start for hit in hits if hit.jenjang == Jenjang.PROGRAM and _PARTLY.search(text[: hit.start]))
            found = self._seen[text, item] = Named(hits, tuple(sorted(unknown)), partly)
        return found

    def _hits(self, text: str) -> tuple[tuple[SubjectHit, ...], tuple[int, ...]]:
        """The subjects that a text names, and where it names something else with words of theirs."""
        found: list[SubjectHit] = []
        pieces: list[SubjectHit] = []
        for more in (self._subjects.named_in(text), self._in_short(text)):
            new = [hit for hit in more if not _touches(hit.start, hit.end, found)]
            found.extend(hit for hit in new if is_meant(text, hit))
            pieces.extend(hit for hit in new if not is_meant(text, hit) and not is_general(hit))
        for more in (self._by_part(text), self._by_other_name(text)):
            found.extend([hit for hit in more if not _touches(hit.start, hit.end, found)])
        hits = tuple(sorted(as_called(text, found), key=lambda hit: (hit.start, hit.end)))
        return hits, tuple(piece.start for piece in pieces if not _touches(piece.start, piece.end, hits))

    def _in_short(self, text: str) -> Iterator[SubjectHit]:
        """Names whose long words the prose spells out before their abbreviation: `Penyandang Masalah ... (PMKS)`."""
        short, offsets = _shortened(text)
        if len(short) < len(text):
            for hit in self._subjects.named_in(short):
                yield replace(hit, start=offsets[hit.start], end=offsets[hit.end - 1] + 1, exact=False)

    def _by_part(self, text: str) -> Iterator[SubjectHit]:
        """A program or kegiatan by the greater part of its name, if it is part of one name only."""
        for match in _PART_NAME.finditer(text):
            jenjang = _LEVELS["".join(match.group(1).casefold().split())]
            printed = _PART_END.sub("", match.group(2))
            part = key(printed)
            if len(part.split()) < PART_WORDS:
                continue
            known = [subject for subject in self._all if subject.jenjang == jenjang and _is_part(part, key(subject.name))]
            if len({subject.key for subject in known}) == 1:
                yield SubjectHit(known[0].key, known[0].name, jenjang, match.start(2), match.start(2) + len(printed), exact=False)

    def _by_other_name(self, text: str) -> Iterator[SubjectHit]:
        for prose, name in _COMMON:
            match = prose.search(text)
            known = {s.key: s for s in self._all if s.jenjang == Jenjang.INDIKATOR and name.search(s.name)} if match else {}
            if match and len(known) == 1:
                subject = next(iter(known.values()))
                hit = SubjectHit(subject.key, subject.name, Jenjang.INDIKATOR, match.start(), match.end(), exact=False)
                if not is_piece_of_quotation(text, hit):
                    yield hit


def _is_part(part: str, name: str) -> bool:
    return f" {part} " in f" {name} " and 100 * len(part) >= PART_SHARE * len(name)


def _shortened(text: str) -> tuple[str, list[int]]:
    """The text with each spelled-out abbreviation cut down to its letters, and for each character its place in the text."""
    pieces: list[str] = []
    offsets: list[int] = []
    end = 0
    for match in _SHORTENED.finditer(text):
        long = match.group(1).split()
        letters = match.group(2)
        first = next((i for i in range(len(long)) if "".join(w[0] for w in long[i:] if w != "dan").upper() == letters), None)
        if first is None:
            continue
        start = match.start() + len(match.group(1)) - len(match.group(1).split(maxsplit=first)[-1])
        pieces += [text[end:start], letters]
        offsets += [*range(end, start), *([start] * (len(letters) - 1)), match.end() - 1]
        end = match.end()
    return "".join((*pieces, text[end:])), [*offsets, *range(end, len(text))]


def _unknown(text: str, hits: Sequence[SubjectHit], *, item: bool) -> Iterable[int]:
    """Where a text names something that is none of the hits."""
    for match in _NAMING.finditer(text):
        if match.group(1).casefold().strip("/-") not in _NOT_NAMES and not _covered(match.end(), hits):
            yield match.end()
    yield from (match.end() for match in _ENUMERATED.finditer(text) if not _covered(match.end() + 1, hits))
    yield from (match.start() for match in QUOTED.finditer(text) if not _touches(match.start(), match.end(), hits))
    blanked = _DOCUMENT.sub(_blank, _OWNER.sub(_blank, text))
    for match in _RUN.finditer(blanked):
        if not _touches(match.start(), match.end(), hits) and any(word.casefold() not in _NOT_NAMES for word in match.group().split()):
            yield match.start()
    if item and text[:1].isupper() and not _STARTS_A_SENTENCE.match(text) and not _covered(0, hits):
        yield 0


def _covered(offset: int, hits: Iterable[SubjectHit]) -> bool:
    """Whether a known name stands at an offset, or begins within a word of it."""
    return any(hit.start - 16 <= offset < hit.end for hit in hits)


def _touches(start: int, end: int, hits: Iterable[SubjectHit]) -> bool:
    return any(hit.start < end and start < hit.end for hit in hits)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def without_owners(text: str) -> str:
    """The text with the names of agencies, regions and documents blanked."""
    return _DOCUMENT.sub(_blank, _OWNER.sub(_blank, text))
